// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/questionview.h"

#include "ui/common/labels.h"
#include "ui/common/linkbutton.h"
#include "ui/common/text.h"
#include "ui/exchange/exchangewords.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

QLabel* wrapped(TextRole role, const QString& text)
{
    QLabel* label = makeLabel(role, text);
    label->setWordWrap(true);
    return label;
}

} // namespace

QuestionView::QuestionView(const Desk& desk, QWidget* parent)
    : QScrollArea(parent)
    , m_desk(desk)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setMinimumWidth(360);
}

void QuestionView::show(Question question)
{
    m_question = std::move(question);
    words();
}

void QuestionView::say(const QString& words)
{
    m_question.reset();
    m_said = words;
    this->words();
}

void QuestionView::words()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(14, 0, 4, 8);
    column->setSpacing(8);
    if (m_question) {
        addHead(column);
        std::size_t number = 0;
        for (const journal::Candidate& candidate : m_question->shown.conflict.candidates)
            column->addWidget(card(candidate, ++number));
        column->addWidget(wrapped(TextRole::Muted,
            tr("If neither is right, open the record and type the right value at the field.")));
    } else {
        column->addWidget(wrapped(TextRole::Muted, m_said));
    }
    column->addStretch(1);
    setWidget(page);
}

void QuestionView::addHead(QVBoxLayout* column)
{
    const ExchangeWords words(m_desk);
    const store::OpenConflict& conflict = m_question->shown.conflict;
    column->addWidget(wrapped(TextRole::Group, words.field(conflict.type, conflict.field)));
    const QString title = veiled(shown(m_question->title));
    auto* link = new LinkButton(tr("%1: %2").arg(words.type(conflict.type), title));
    link->setObjectName(QStringLiteral("question.open"));
    link->setAccessibleName(tr("Open the record: %1").arg(title));
    connect(link, &QPushButton::clicked, this,
        [this, type = conflict.type, id = conflict.record] { Q_EMIT opened(type, id); });
    column->addWidget(link);
    const QString before = conflict.base
        ? tr("Before: %1")
              .arg(veiled(
                  words.value(conflict.type, conflict.field, *conflict.base, m_question->titles)))
        : tr("Before: those who wrote were not shown the same value");
    column->addWidget(wrapped(TextRole::Plain, before));
}

QString QuestionView::author(const journal::Candidate& candidate) const
{
    const auto found = m_question->titles.find(candidate.author);
    return found == m_question->titles.end() || found->second.empty()
        ? tr("author not known")
        : veiled(shown(found->second));
}

QWidget* QuestionView::card(const journal::Candidate& candidate, std::size_t number)
{
    const store::OpenConflict& conflict = m_question->shown.conflict;
    const QString value = veiled(ExchangeWords(m_desk).value(
        conflict.type, conflict.field, candidate.value, m_question->titles));
    const QString when = momentText(candidate.stamp);
    const auto office = m_question->offices.find(candidate.operation);
    const QString who = office == m_question->offices.end() || office->second.empty()
        ? tr("%1, %2").arg(author(candidate), when)
        : tr("%1, %2, %3").arg(author(candidate), shown(office->second), when);
    auto* frame = new QFrame;
    frame->setProperty("role", QStringLiteral("card"));
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(4);
    column->addWidget(wrapped(TextRole::Group, value));
    column->addWidget(wrapped(TextRole::Muted, who));
    auto* line = new QHBoxLayout;
    auto* take = new QPushButton(tr("Take this"));
    take->setObjectName(QStringLiteral("question.take%1").arg(number));
    take->setAccessibleName(tr("Take this: %1. %2").arg(value, who));
    connect(take, &QPushButton::clicked, this, [this, number] { Q_EMIT decided(number); });
    line->addWidget(take);
    if (number == 1)
        line->addWidget(wrapped(TextRole::Muted, tr("shown everywhere until it is decided")), 1);
    else
        line->addStretch(1);
    column->addLayout(line);
    return frame;
}

} // namespace patronat::ui
