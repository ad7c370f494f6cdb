// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/savedmappings.h"
#include "ui/common/desk.h"
#include "ui/intake/intakework.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableView;
class QTabWidget;

namespace patronat::ui {

class ColumnMap;
class PlanModel;
class PreviewModel;

/// Takes a list that exists already (CSV, XLSX, ODS) in, on one page: what is in the file, which
/// column is which field, what would become of each row, and then all of it or nothing. What was
/// taken in is taken back by one press. Works beside the window and can be stopped.
class IntakePage final : public QWidget
{
    Q_OBJECT
public:
    IntakePage(Desk& desk, QWidget* parent);

    /// Opens a file as if it had been chosen.
    void openFile(const QString& file);
    void saveProblems(const QString& file);
    /// Keeps the mapping as it stands under a name.
    void keepAs(const QString& name);
    void chooseMapping(const QString& id);
    void chooseType(const std::string& type);
    ColumnMap& columns() const { return *m_columns; }
    PlanModel& plan() const { return *m_planModel; }
    QLabel* said() const { return m_said; }
    bool isBusy() const { return m_job != nullptr; }

Q_SIGNALS:
    void stateChanged(const QString& words);

private:
    enum class State
    {
        Empty,
        Opening,
        Opened,
        Checking,
        Checked,
        Stale, ///< something was written since the check
        Loading,
        Loaded,
        TakingBack,
        TakenBack,
        Stopped,
        Failed
    };
    void build();
    QWidget* buildFile();
    QWidget* buildShape();
    QWidget* buildMapping();
    QWidget* buildParts();
    QWidget* buildDeeds();
    void connectAll();
    void chooseFile();
    void readAgain();
    void readAs(const intake::Reading& wanted);
    void opened(base::Result<OpenedList> list);
    void showShape();
    void setUpColumns(bool suggest);
    void fillMappings();
    void mappingChosen();
    void typeChosen();
    void askName();
    void check();
    void checked(base::Result<std::shared_ptr<const intake::ImportPlan>> plan);
    void load();
    void loaded(base::Result<intake::Imported> imported);
    void takeBack();
    void takenBack(base::Result<store::Store::Undone> undone);
    void forgetPlan();
    void fail(const base::Error& error);
    template <typename Work, typename Done>
    void start(State state, Work work, Done done);
    intake::Reading reading() const;
    std::filesystem::path ownFolder() const;
    bool canCheck() const;
    bool canLoad() const;
    void words();
    void showState();
    QString stateWords() const;
    void focusNext();

    Desk& m_desk;
    State m_state = State::Empty;
    base::Error m_error;
    std::shared_ptr<base::Job> m_job; ///< null: nothing runs
    OpenedList m_list;
    intake::Mapping m_mapping; ///< as it was chosen, before a person changed columns
    std::vector<intake::SavedMapping> m_saved;
    std::shared_ptr<const intake::ImportPlan> m_plan;
    intake::Imported m_imported;
    QLabel* m_title;
    QLabel* m_hint;
    QLabel* m_file;
    QLabel* m_said;
    QLabel* m_warning;
    QPushButton* m_choose;
    QComboBox* m_sheet;
    QComboBox* m_encoding;
    QComboBox* m_separator;
    QSpinBox* m_headerLine;
    QComboBox* m_savedChoice;
    QComboBox* m_type;
    QPushButton* m_keep;
    std::vector<std::pair<QLabel*, std::function<QString()>>> m_labels;
    QTabWidget* m_parts;
    QTableView* m_preview;
    PreviewModel* m_previewModel;
    ColumnMap* m_columns;
    QComboBox* m_show;
    QTableView* m_rows;
    PlanModel* m_planModel;
    QPushButton* m_save;
    QPushButton* m_check;
    QPushButton* m_load;
    QPushButton* m_stop;
    QPushButton* m_back;
    QCheckBox* m_skip;
    QProgressBar* m_progress;
};

} // namespace patronat::ui
