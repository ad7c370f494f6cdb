// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/lists/listquery.h"
#include "ui/lists/savedfilters.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QComboBox;
class QDateEdit;
class QToolButton;

namespace patronat::ui {

/// The filters of a list: switches, choices of a code or a record, periods. Says in words what is
/// set, for the heading of a paper. Owned by its page.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    FilterBar(Desk& desk, const ListDeclaration& list, QWidget* parent);

    /// Puts what is set into a request.
    void into(ListRequest& request) const;
    /// "Категория: многодетная; На учёте с: этот год"; empty when nothing is set.
    QString inWords() const;
    bool isSet() const;
    void clear();
    /// All that is set, to be kept under a name.
    FilterState state() const;
    /// Sets what was kept and switches the others off. What is not offered any more stays off and
    /// is told by `gone`, at once or when the choices have been read.
    void restore(const FilterState& state);
    /// Reads anew what the choices offer.
    void loadOptions();

Q_SIGNALS:
    void changed();
    void failed(const base::Error& error);
    /// Words of what a kept filter asks for and nobody offers any more: "Куратор: Иванова А."
    void gone(const QStringList& words);

private:
    struct Part
    {
        const ListFilter* filter = nullptr;
        QToolButton* button = nullptr; ///< of a switch
        QComboBox* choice = nullptr; ///< of the others
        QDateEdit* from = nullptr; ///< of a period
        QDateEdit* to = nullptr;
        bool isRead = true; ///< what it offers is there; false: records, until they were read
    };
    void addSwitch(Part& part);
    void addChoice(Part& part);
    void addPeriod(Part& part);
    void words();
    void wordsOf(Part& part);
    void takeOptions(Part& part, const std::vector<ListOption>& options);
    /// Somebody else works here: "mine" is another's, or nobody's.
    void followAuthor();
    /// What a choice offers was changed: by hand or by a merge.
    void followOptions(const store::Changes& changes);
    void choose(Part& part);
    QString valueOf(const Part& part) const;
    bool setValue(Part& part, const QString& value);
    QString labelled(const std::string& filter, const SavedValue& value) const;
    ListChoice choiceOf(const Part& part) const;

    Desk& m_desk;
    const ListDeclaration& m_list;
    std::vector<Part> m_parts;
    QToolButton* m_clear;
    QTimer m_optionsTimer;
    FilterState m_awaited; ///< kept choices of records that have not been read yet
};

} // namespace patronat::ui
