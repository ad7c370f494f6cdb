// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/conflictstrip.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

namespace patronat::ui {

ConflictStrip::ConflictStrip(
    FormSession& session, const store::OpenConflict& conflict, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_words(makeLabel(TextRole::Warning))
    , m_conflict(conflict)
{
    setProperty("role", QStringLiteral("notice"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 5, 8, 6);
    layout->setSpacing(2);
    auto* head = new QHBoxLayout;
    auto* picture = new QLabel;
    picture->setPixmap(icon(QStringLiteral("conflict"), currentColours().warning)
                           .pixmap(style()->pixelMetric(QStyle::PM_SmallIconSize)));
    head->addWidget(picture, 0, Qt::AlignTop);
    const bool isSettled = session.isSettled(conflict.field);
    m_words->setText(isSettled ? tr("Decided; it takes effect when saved")
                               : tr("Filled differently in two places. Which is right?"));
    m_words->setWordWrap(true);
    head->addWidget(m_words, 1);
    layout->addLayout(head);
    if (!isSettled)
        for (const journal::Candidate& candidate : conflict.candidates)
            layout->addWidget(line(candidate));
}

void ConflictStrip::setHeading(const QString& label)
{
    m_words->setText(tr("%1: %2").arg(label, m_words->text()));
    for (QPushButton* take : findChildren<QPushButton*>())
        take->setAccessibleName(tr("%1: %2").arg(label, take->accessibleName()));
}

QWidget* ConflictStrip::line(const journal::Candidate& candidate)
{
    const Desk& desk = m_session.desk();
    const ValueWriter writer(desk.profile(), typed(desk.languages.language()));
    const profile::Field* field = m_session.type().field(m_conflict.field);
    QString value = field ? writer.text(*field, candidate.value, m_session.titles()) : QString();
    if (value.isEmpty())
        value = tr("(empty)");
    const auto author = m_session.titles().find(candidate.author);
    const QString who = author == m_session.titles().end() || author->second.empty()
        ? tr("author not known")
        : shown(author->second);
    auto* row = new QWidget;
    auto* layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(0);
    auto* top = new QHBoxLayout;
    auto* text = makeLabel(TextRole::Group, value);
    text->setWordWrap(true);
    auto* take = new QPushButton(tr("Take this"));
    take->setAccessibleName(tr("Take this: %1").arg(value));
    take->setAutoDefault(false);
    connect(take, &QPushButton::clicked, this, [this, candidate] { decide(candidate); });
    top->addWidget(text, 1);
    top->addWidget(take);
    layout->addLayout(top);
    auto* source = makeLabel(TextRole::Muted, tr("%1, %2").arg(who, momentText(candidate.stamp)));
    source->setWordWrap(true);
    layout->addWidget(source);
    return row;
}

void ConflictStrip::decide(const journal::Candidate& candidate)
{
    // After the press: deciding fills the field anew, and this strip goes.
    QTimer::singleShot(
        0, &m_session, [session = &m_session, field = m_conflict.field, value = candidate.value] {
            session->settle(field, value);
        });
}

} // namespace patronat::ui
