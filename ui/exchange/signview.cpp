// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/signview.h"

#include "ui/common/labels.h"
#include "ui/common/linkbutton.h"
#include "ui/common/text.h"
#include "ui/exchange/exchangewords.h"

#include <QFrame>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace patronat::ui {

namespace {

QLabel* wrapped(TextRole role, const QString& text)
{
    QLabel* label = makeLabel(role, text);
    label->setWordWrap(true);
    return label;
}

} // namespace

SignView::SignView(const Desk& desk, QWidget* parent)
    : QScrollArea(parent)
    , m_desk(desk)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setMinimumWidth(320);
}

void SignView::show(const SignLine& line, std::optional<SignQuestion> question)
{
    m_line = line;
    m_question = std::move(question);
    words();
}

void SignView::clear()
{
    m_line.reset();
    m_question.reset();
    words();
}

void SignView::words()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(14, 0, 4, 8);
    column->setSpacing(8);
    if (m_line) {
        const ExchangeWords words(m_desk);
        column->addWidget(wrapped(TextRole::Group, words.what(m_line->what)));
        addLink(column, "sign.open", m_line->type, m_line->record, m_line->title);
        column->addWidget(wrapped(TextRole::Plain, words.detail(*m_line)));
        addLink(column, "sign.openOther", m_line->otherType, m_line->other, m_line->otherTitle);
    }
    if (m_question)
        addSignature(column);
    column->addStretch(1);
    setWidget(page);
}

void SignView::addLink(QVBoxLayout* column, const char* name, const std::string& type,
    base::RecordId id, const std::string& title)
{
    if (id.isNull())
        return;
    const QString text = veiled(shown(title));
    auto* link = new LinkButton(tr("%1: %2").arg(ExchangeWords(m_desk).type(type), text));
    link->setObjectName(QLatin1String(name));
    link->setAccessibleName(tr("Open the record: %1").arg(text));
    connect(link, &QPushButton::clicked, this, [this, type, id] { Q_EMIT opened(type, id); });
    column->addWidget(link);
}

void SignView::addSignature(QVBoxLayout* column)
{
    const SignQuestion& question = *m_question;
    const QString when = momentText(question.signedAt);
    column->addWidget(wrapped(TextRole::Plain,
        question.signer.empty()
            ? tr("Signed %1.").arg(when)
            : tr("Signed %1 by %2.").arg(when, veiled(shown(question.signer)))));
    for (const journal::Operation& operation : question.besides)
        column->addWidget(card(operation));
    const auto button = [&](const char* name, const QString& text, auto pressed) {
        auto* one = new QPushButton(text);
        one->setObjectName(QLatin1String(name));
        connect(one, &QPushButton::clicked, this, pressed);
        column->addWidget(one, 0, Qt::AlignLeft);
    };
    if (!question.besides.empty())
        button("sign.keep", tr("What is signed holds"), [this] { Q_EMIT kept(); });
    button("sign.cancel", tr("Cancel the signature"), [this] { Q_EMIT cancelled(); });
    column->addWidget(wrapped(TextRole::Muted,
        question.besides.empty() ? tr("Without its signature the record can be corrected and "
                                      "signed anew, with everything that belongs to it.")
                                 : tr("Without its signature the record is a draft again: what "
                                      "came counts as well, and where the two "
                                      "differ they stand under \"Differences\".")));
}

QString SignView::author(const journal::Operation& operation) const
{
    const auto found = m_question->titles.find(operation.author);
    return found == m_question->titles.end() || found->second.empty()
        ? tr("author not known")
        : veiled(shown(found->second));
}

QWidget* SignView::card(const journal::Operation& operation)
{
    auto* frame = new QFrame;
    frame->setProperty("role", QStringLiteral("card"));
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(4);
    if (operation.kind == journal::Kind::Sign)
        column->addWidget(wrapped(TextRole::Group, tr("Signed there as well")));
    if (operation.kind == journal::Kind::Remove)
        column->addWidget(wrapped(TextRole::Group, tr("Removed there")));
    addValues(column, operation);
    QStringList who { author(operation) };
    const auto office = m_question->offices.find(operation.id);
    if (office != m_question->offices.end() && !office->second.empty())
        who += shown(office->second);
    who += momentText(operation.stamp);
    column->addWidget(wrapped(TextRole::Muted, who.join(QStringLiteral(", "))));
    return frame;
}

void SignView::addValues(QVBoxLayout* column, const journal::Operation& operation)
{
    const ExchangeWords words(m_desk);
    const store::Record& record = m_question->record;
    for (const auto& [field, value] : operation.fields) {
        const auto held = record.values.find(field);
        const base::Value now = held == record.values.end() ? base::Value() : held->second;
        if (now == value)
            continue;
        const QString name = words.field(record.type, field);
        const QString before = veiled(words.value(record.type, field, now, m_question->titles));
        const QString came = veiled(words.value(record.type, field, value, m_question->titles));
        column->addWidget(
            wrapped(TextRole::Group, tr("%1: signed %2, came %3").arg(name, before, came)));
    }
}

void SignView::takeFocus()
{
    for (const char* name : { "sign.keep", "sign.cancel", "sign.open" })
        if (auto* button = findChild<QPushButton*>(QLatin1String(name))) {
            button->setFocus(Qt::TabFocusReason);
            return;
        }
}

} // namespace patronat::ui
