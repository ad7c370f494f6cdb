// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/signpanel.h"

#include "core/process/signing.h"
#include "ui/common/labels.h"
#include "ui/common/readfailure.h"
#include "ui/common/text.h"
#include "ui/exchange/exchangewords.h"
#include "ui/exchange/linetable.h"
#include "ui/exchange/signview.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace patronat::ui {

using exchange::MergeEntry;

namespace {

constexpr int kTitle = 1;
constexpr int kBesideLetters = 110; ///< with less room the question stands below the lines

bool isAboutSignature(const SignLine& line)
{
    return line.what == MergeEntry::What::Beside
        || (line.rule == "besideSigned" && !line.other.isNull());
}

base::Status dismiss(store::Store& store, base::RecordId author, const SignQuestion& question)
{
    std::vector<journal::Head> named;
    for (const journal::Operation& operation : question.besides)
        named.push_back(operation.head());
    const store::Record& record = question.record;
    const auto done
        = exchange::dismissBeside(store, author, record.type, record.id, record.heads, named);
    return done ? base::Status() : done.error();
}

base::Status cancelSignature(
    store::Store& store, base::RecordId author, const SignQuestion& question)
{
    const auto done = store.write({ author, {}, {}, "cancel" },
        [&](store::WriteTx& tx) { return process::cancelSigned(tx, question.signature); });
    return done ? base::Status() : done.error();
}

} // namespace

SignPanel::SignPanel(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_table(new LineTable(desk.privacy))
    , m_said(makeLabel(TextRole::Muted))
    , m_failure(new ReadFailure(desk.languages))
    , m_view(new SignView(desk, nullptr))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 0, 0);
    layout->setSpacing(8);
    m_table->setObjectName(QStringLiteral("signs"));
    m_table->setWrapping(true);
    m_table->lines().setNameColumn(kTitle);
    m_said->setWordWrap(true);
    layout->addWidget(m_said);
    layout->addWidget(m_failure);
    m_across = new QBoxLayout(QBoxLayout::LeftToRight);
    m_across->addWidget(m_table, 3);
    m_across->addWidget(m_view, 2);
    layout->addLayout(m_across, 1);
    m_said->setObjectName(QStringLiteral("signs.said"));
    connect(m_table, &QAbstractItemView::activated, this,
        [this](const QModelIndex& at) { openOf(at.row()); });
    connect(m_table, &LineTable::rowChosen, this, &SignPanel::ask);
    connect(m_failure, &ReadFailure::again, this, [this] { ask(m_table->currentIndex().row()); });
    connect(m_view, &SignView::opened, this, &SignPanel::opened);
    connect(m_view, &SignView::kept, this, [this] { decide(true); });
    connect(m_view, &SignView::cancelled, this, [this] { decide(false); });
    connect(&desk.privacy, &Privacy::changed, this, &SignPanel::fill);
    setFocusProxy(m_table);
    words();
}

void SignPanel::show(std::vector<SignLine> signs, std::int64_t count)
{
    m_signs = std::move(signs);
    m_count = count;
    fill();
}

void SignPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < kBesideLetters * fontMetrics().averageCharWidth();
    m_across->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void SignPanel::words()
{
    m_table->setAccessibleName(
        tr("Findings and what came beside signatures; Enter leads to where it is decided"));
    m_table->lines().setHeads({ tr("Kind of record"), tr("Record"), tr("In detail") });
    fill();
}

void SignPanel::fill()
{
    const int before = m_table->currentIndex().row();
    const ExchangeWords words(m_desk);
    std::vector<ExchangeLine> lines;
    for (const SignLine& one : m_signs)
        lines.push_back(
            { { words.type(one.type), one.record.isNull() ? tr("not here yet") : shown(one.title),
                  words.detail(one) },
                one.type, one.record });
    m_table->lines().setLines(std::move(lines));
    m_table->fitColumns();
    const auto more = m_count - static_cast<std::int64_t>(m_signs.size());
    sayHowMany(more);
    if (m_signs.empty()) {
        m_view->clear();
        return;
    }
    const int row = std::clamp(before, 0, static_cast<int>(m_signs.size()) - 1);
    m_table->setCurrentIndex(m_table->lines().index(row, 0));
}

void SignPanel::sayHowMany(std::int64_t more)
{
    if (!m_decided.isEmpty())
        m_said->setText(std::exchange(m_decided, {}));
    else if (m_signs.empty())
        m_said->setText(tr("No findings."));
    else if (more > 0)
        m_said->setText(tr("Press Enter or click twice to decide or correct it. The first of them "
                           "are shown; %1 more follow.")
                            .arg(more));
    else
        m_said->setText(tr("Press Enter or click twice to decide or correct it."));
}

/// Where it is decided: about a signature here, beside the list; everything else in its record.
void SignPanel::openOf(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_signs.size())
        return;
    const SignLine& line = m_signs[static_cast<std::size_t>(row)];
    if (isAboutSignature(line))
        m_view->takeFocus();
    else if (!line.record.isNull())
        Q_EMIT opened(line.type, line.record);
}

void SignPanel::ask(int row)
{
    const unsigned asked = ++m_asked;
    if (row < 0 || static_cast<std::size_t>(row) >= m_signs.size())
        return;
    const SignLine line = m_signs[static_cast<std::size_t>(row)];
    m_view->show(line);
    if (!isAboutSignature(line))
        return m_failure->clear();
    const store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, line, language = typed(m_desk.languages.language())](
            base::Job&) { return readSign(store, line, language); },
        [this, line, asked](base::Result<SignQuestion> question) {
            if (asked != m_asked)
                return;
            // NotFound: it has been decided meanwhile, and the list comes anew without it.
            if (question || question.error().code == base::ErrorCode::NotFound)
                m_failure->clear();
            else
                m_failure->show(question.error());
            if (question)
                m_view->show(line, std::move(*question));
        });
}

void SignPanel::decide(bool isKept)
{
    if (m_isDeciding || !m_view->question())
        return;
    if (m_desk.author.isNull() && m_desk.askWho)
        return m_desk.asSomebody(this, [this, isKept] { decide(isKept); });
    m_isDeciding = true;
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, isKept, question = *m_view->question(), author = m_desk.author](base::Job&) {
            return isKept ? dismiss(store, author, question)
                          : cancelSignature(store, author, question);
        },
        [this, isKept](const base::Status& done) {
            m_isDeciding = false;
            // The list comes anew by the notice of the write.
            m_decided = !done ? ExchangeWords(m_desk).error(done.error())
                : isKept
                ? tr("Decided: what is signed holds.")
                : tr("The signature is cancelled; the record can be corrected and signed anew.");
            m_said->setText(m_decided);
            m_table->setFocus();
        });
}

} // namespace patronat::ui
