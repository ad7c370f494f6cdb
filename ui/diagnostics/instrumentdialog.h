// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/diagnostics/sheetdraft.h"
#include "ui/diagnostics/sheetread.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <optional>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QScrollArea;

namespace patronat::ui {

class ItemSheet;

/// An instrument is filled in by keyboard: which one, who answers, then digit by digit. What it comes to is told in
/// words as soon as it can be. What is typed survives as a draft, a second behind, until it is saved; Escape leaves it
/// there. Deletes itself when it is closed.
class InstrumentDialog final : public QDialog
{
    Q_OBJECT
public:
    InstrumentDialog(Desk& desk, base::RecordId diagnostics, QWidget* parent);
    ~InstrumentDialog() override;
    /// As a draft left it. `isSheet` says whether a draft is one.
    void openDraft(const store::Draft& draft);
    static bool isSheet(const store::Draft& draft) { return sheetOf(draft).has_value(); }

    /// What stands there now, counted.
    const diagnostics::Score& score() const { return m_score; }

Q_SIGNALS:
    void recorded(base::RecordId record);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void load();
    void take(SheetBasis basis, const std::vector<store::Draft>& drafts);
    void fillInstruments(const std::string& chosen);
    void chooseInstrument();
    void fillPeople();
    void chooseRespondent();
    TypedSheet typedSheet() const;
    void edited();
    void count();
    QString resultWords() const;
    QString warningWords() const;
    void keepDraft();
    void dropDraft();
    void hold(base::DraftId draft);
    void save();
    void finish(const base::Result<diagnostics::Recorded>& done);
    void say(const QString& words);

    Desk& m_desk;
    base::RecordId m_session;
    std::optional<profile::Instrument> m_instrument;
    SheetBasis m_basis;
    TypedSheet m_wanted; ///< of a draft, until what it refers to has been read
    diagnostics::Score m_score;
    base::DraftId m_draft;
    bool m_isFilling = true; ///< what changes now, nobody has typed
    bool m_isSaving = false;
    QTimer m_draftTimer;
    QComboBox* m_instruments;
    QComboBox* m_kind;
    QComboBox* m_respondent;
    QComboBox* m_child;
    QComboBox* m_form;
    QDateEdit* m_date;
    QLabel* m_childLabel;
    QLabel* m_formLabel;
    QLabel* m_note; ///< texts on paper, reference only
    QScrollArea* m_scroll;
    ItemSheet* m_sheet;
    QLabel* m_progress;
    QLabel* m_result;
    QLabel* m_warning;
    QLabel* m_error;
    QPushButton* m_save;
};

} // namespace patronat::ui
