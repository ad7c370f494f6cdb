// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/drafts.h"
#include "ui/common/desk.h"

#include <QWidget>

#include <vector>

namespace patronat::ui {

/// What was typed and not saved and holds what a person looks for: a line of links below the search
/// of a list, of records of every kind. Hidden when there is nothing. Owned by its page.
class DraftsFound final : public QWidget
{
    Q_OBJECT
public:
    DraftsFound(Desk& desk, QWidget* parent);
    void look(const QString& text);

Q_SIGNALS:
    void opened(const store::Draft& draft);

private:
    void showFound(const std::vector<store::Draft>& drafts);
    QString wordsOf(const store::Draft& draft) const;

    Desk& m_desk;
    QString m_text;
    int m_asked = 0; ///< only the answer to the last question is shown
};

} // namespace patronat::ui
