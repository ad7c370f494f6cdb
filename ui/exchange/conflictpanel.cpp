// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/conflictpanel.h"

#include "ui/common/labels.h"
#include "ui/common/readfailure.h"
#include "ui/common/text.h"
#include "ui/exchange/exchangewords.h"
#include "ui/exchange/linetable.h"
#include "ui/exchange/questionview.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr int kTitle = 1;

bool isSame(const ConflictLine& a, const ConflictLine& b)
{
    return a.record == b.record && a.field == b.field;
}

} // namespace

ConflictPanel::ConflictPanel(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_said(makeLabel(TextRole::Plain))
    , m_more(makeLabel(TextRole::Muted))
    , m_table(new LineTable(desk.privacy))
    , m_failure(new ReadFailure(desk.languages))
    , m_question(new QuestionView(desk, nullptr))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 0, 0);
    layout->setSpacing(8);
    m_said->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("conflicts.said"));
    layout->addWidget(m_said);
    layout->addWidget(m_failure);
    auto* across = new QHBoxLayout;
    m_table->setObjectName(QStringLiteral("conflicts"));
    m_table->lines().setNameColumn(kTitle);
    across->addWidget(m_table, 3);
    across->addWidget(m_question, 2);
    layout->addLayout(across, 1);
    layout->addWidget(m_more);
    connect(m_table, &LineTable::opened, this, &ConflictPanel::opened);
    connect(m_table, &LineTable::rowChosen, this, &ConflictPanel::ask);
    connect(m_failure, &ReadFailure::again, this, [this] { ask(m_table->currentIndex().row()); });
    connect(m_question, &QuestionView::opened, this, &ConflictPanel::opened);
    connect(m_question, &QuestionView::decided, this, &ConflictPanel::decide);
    connect(&desk.privacy, &Privacy::changed, m_question, &QuestionView::words);
    setFocusProxy(m_table);
    say({}, false);
    words();
}

void ConflictPanel::words()
{
    m_table->setAccessibleName(tr("Fields filled differently in two places"));
    m_table->lines().setHeads({ tr("Kind of record"), tr("Record"), tr("Field") });
    fill();
}

void ConflictPanel::show(std::vector<ConflictLine> conflicts, std::int64_t count)
{
    m_conflicts = std::move(conflicts);
    m_count = count;
    fill();
}

void ConflictPanel::fill()
{
    // The same line stays chosen; where it is gone, the one that took its place.
    const int before = m_table->currentIndex().row();
    const auto& asked = m_question->question();
    const ExchangeWords words(m_desk);
    std::vector<ExchangeLine> lines;
    int row = std::min(before, static_cast<int>(m_conflicts.size()) - 1);
    for (const ConflictLine& one : m_conflicts) {
        if (asked
            && isSame(one, { {}, asked->shown.conflict.record, asked->shown.conflict.field, {} }))
            row = static_cast<int>(lines.size());
        lines.push_back(
            { { words.type(one.type), shown(one.title), words.field(one.type, one.field) },
                one.type, one.record });
    }
    m_table->lines().setLines(std::move(lines));
    m_table->fitColumns();
    const auto more = m_count - static_cast<std::int64_t>(m_conflicts.size());
    m_more->setText(tr("and %1 more").arg(more));
    m_more->setVisible(more > 0);
    if (m_conflicts.empty())
        m_question->say(tr("No differences: nothing was filled differently in two places."));
    else
        m_table->setCurrentIndex(m_table->lines().index(std::max(row, 0), 0));
}

void ConflictPanel::ask(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_conflicts.size())
        return;
    const ConflictLine line = m_conflicts[static_cast<std::size_t>(row)];
    const store::Store& store = m_desk.store;
    const unsigned asked = ++m_asked;
    m_desk.jobs.run(
        this,
        [&store, line, language = typed(m_desk.languages.language()), viewer = m_desk.author](
            base::Job&) { return readQuestion(store, line, language, viewer); },
        [this, asked](base::Result<Question> question) {
            if (asked != m_asked)
                return;
            const bool isDecided = !question && question.error().code == base::ErrorCode::NotFound;
            if (question || isDecided)
                m_failure->clear();
            else
                m_failure->show(question.error());
            if (question)
                m_question->show(std::move(*question));
            else
                m_question->say(isDecided ? tr("This is decided already.") : QString());
        });
}

void ConflictPanel::decide(std::size_t candidate)
{
    if (m_isDeciding || !m_question->question())
        return;
    if (m_desk.author.isNull() && m_desk.askWho)
        return m_desk.asSomebody(this, [this, candidate] { decide(candidate); });
    m_isDeciding = true;
    store::Store& store = m_desk.store;
    const exchange::ShownConflict shown = m_question->question()->shown;
    m_desk.jobs.run(
        this,
        [&store, shown, candidate, author = m_desk.author](
            base::Job&) { return exchange::resolveConflict(store, author, shown, candidate); },
        [this, shown](const base::Result<base::OperationId>& written) {
            m_isDeciding = false;
            const ExchangeWords words(m_desk);
            if (!written) {
                say(words.error(written.error()), true);
                return;
            }
            // The list comes anew by the notice of the write.
            say(tr("Decided: %1.").arg(words.field(shown.conflict.type, shown.conflict.field)),
                false);
            m_table->setFocus();
        });
}

void ConflictPanel::say(const QString& words, bool isError)
{
    setRole(m_said, isError ? TextRole::Error : TextRole::Plain);
    m_said->setText(words);
    m_said->setVisible(!words.isEmpty());
}

} // namespace patronat::ui
