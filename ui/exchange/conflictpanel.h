// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/exchange/openquestions.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace patronat::ui {

class LineTable;
class ReadFailure;
class QuestionView;

/// Everything that was filled differently in two places, and the choice for each.
class ConflictPanel final : public QWidget
{
    Q_OBJECT
public:
    ConflictPanel(Desk& desk, QWidget* parent);
    void show(std::vector<ConflictLine> conflicts, std::int64_t count);
    void words();

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);

private:
    void fill();
    void ask(int row);
    void decide(std::size_t candidate);
    void say(const QString& words, bool isError);
    Desk& m_desk;
    std::vector<ConflictLine> m_conflicts;
    std::int64_t m_count = 0;
    unsigned m_asked = 0; ///< only the last answer is shown
    bool m_isDeciding = false;
    QLabel* m_said;
    QLabel* m_more;
    LineTable* m_table;
    ReadFailure* m_failure;
    QuestionView* m_question;
};

} // namespace patronat::ui
