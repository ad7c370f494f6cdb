// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/movedialog.h"

#include "ui/common/choicebox.h"
#include "ui/common/errortext.h"
#include "ui/common/growingdialog.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"
#include "ui/forms/candidates.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace patronat::ui {

using base::RecordId;
using base::Result;

namespace {

constexpr int kPauseMs = 150;
constexpr int kJudgeAfterMs = 250;
constexpr int kReasonLines = 2;
constexpr int kFamilyLines = 6;
const char* const kUndecided = "?";
const char* const kEmpty = "-";

QLabel* question(const QString& words, QWidget* of)
{
    QLabel* label = makeLabel(TextRole::Label, words);
    label->setWordWrap(true);
    label->setBuddy(of);
    of->setAccessibleName(words);
    return label;
}

} // namespace

MoveDialog::MoveDialog(Desk& desk, RecordId document, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_document(document)
    , m_search(new QLineEdit)
    , m_families(new QListWidget)
    , m_questions(new QVBoxLayout)
    , m_reason(new QPlainTextEdit)
    , m_said(makeLabel(TextRole::Plain))
    , m_later(new QTimer(this))
    , m_pause(new QTimer(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("moveDialog"));
    growWithTexts(*this);
    build();
    if (parent != nullptr)
        connect(this, &QDialog::finished, parent, [parent] { parent->activateWindow(); });
    m_search->setFocus();
}

void MoveDialog::build()
{
    setWindowTitle(tr("Move to another case"));
    resize(34 * fontMetrics().averageCharWidth() * 2, 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    column->addWidget(makeLabel(TextRole::Title, windowTitle()));
    m_search->setObjectName(QStringLiteral("move.search"));
    m_search->setPlaceholderText(tr("Name of the family, number or phone"));
    m_search->installEventFilter(this);
    column->addWidget(question(tr("Which family the document belongs to"), m_search));
    column->addWidget(m_search);
    m_families->setObjectName(QStringLiteral("move.families"));
    m_families->setAccessibleName(tr("Families found"));
    m_families->setFixedHeight(m_families->fontMetrics().lineSpacing() * kFamilyLines + 10);
    column->addWidget(m_families);
    m_questions->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_questions);
    m_reason->setObjectName(QStringLiteral("move.reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(m_reason->fontMetrics().lineSpacing() * kReasonLines + 14);
    column->addWidget(question(tr("Reason *"), m_reason));
    column->addWidget(m_reason);
    m_said->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("move.said"));
    column->addWidget(m_said);
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_do = buttons->addButton(tr("Move"), QDialogButtonBox::AcceptRole);
    m_do->setProperty("primary", true);
    m_do->setObjectName(QStringLiteral("move.do"));
    m_do->setEnabled(false);
    m_do->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &MoveDialog::carryOut);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (auto [timer, ms] :
        { std::pair { m_pause, kPauseMs }, std::pair { m_later, kJudgeAfterMs } }) {
        timer->setSingleShot(true);
        timer->setInterval(ms);
    }
    connect(m_pause, &QTimer::timeout, this, &MoveDialog::search);
    connect(m_later, &QTimer::timeout, this, &MoveDialog::judge);
    connect(m_search, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_reason, &QPlainTextEdit::textChanged, m_later, qOverload<>(&QTimer::start));
    connect(m_families, &QListWidget::currentItemChanged, m_later, qOverload<>(&QTimer::start));
}

/// From the search the arrows and Enter lead into what was found.
bool MoveDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (m_families->count() > 0) {
                if (m_families->currentRow() < 0)
                    m_families->setCurrentRow(0);
                m_families->setFocus();
            }
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void MoveDialog::search()
{
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, text = typed(m_search->text()), today = m_desk.today(),
            language = typed(m_desk.languages.language())](base::Job&) {
            return store.read([&](const store::ReadTx& tx) {
                return candidates(tx, store.rules(), "family", text, {}, today, language);
            });
        },
        [this, searched = ++m_searched](const Result<std::vector<Candidate>>& found) {
            if (searched != m_searched)
                return;
            if (!found)
                return say(found.error());
            m_families->clear();
            for (const Candidate& one : *found) {
                auto* item
                    = new QListWidgetItem(m_desk.privacy.veiled(shown(one.title)), m_families);
                item->setData(Qt::UserRole, shown(one.id.hex()));
            }
            if (m_families->count() > 0)
                m_families->setCurrentRow(0);
        });
}

process::MoveAsked MoveDialog::asked() const
{
    process::MoveAsked asked { m_document, {}, typed(m_reason->toPlainText().trimmed()), {} };
    if (const QListWidgetItem* item = m_families->currentItem())
        asked.to
            = RecordId::fromHex(typed(item->data(Qt::UserRole).toString())).value_or(RecordId());
    for (const auto& [key, box] : m_answers) {
        const QString answer = box->currentData().toString();
        if (answer == QLatin1String(kEmpty))
            asked.answers[key] = {};
        else if (const auto id = RecordId::fromHex(typed(answer)))
            asked.answers[key] = *id;
    }
    return asked;
}

void MoveDialog::judge()
{
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, asked = asked(), language = typed(m_desk.languages.language())](base::Job&) {
            return store.read([&](const store::ReadTx& tx) -> Result<Outlook> {
                Outlook outlook;
                PATRONAT_LET(outlook.plan, process::planMove(tx, asked));
                for (const process::MoveQuestion& one : outlook.plan.questions) {
                    Question question { one,
                        recordTitle(tx, store.rules(), one.target, one.meant, language), {} };
                    for (const RecordId id : one.options)
                        question.options.push_back(
                            recordTitle(tx, store.rules(), one.target, id, language));
                    outlook.questions.push_back(std::move(question));
                }
                return outlook;
            });
        },
        [this, asked = ++m_asked](const Result<Outlook>& outlook) {
            if (asked != m_asked)
                return;
            if (outlook)
                show(*outlook);
            else
                say(outlook.error());
        });
}

/// One choice for each reference that the right case does not know; made anew for another family.
void MoveDialog::ask(const std::vector<Question>& questions)
{
    while (QLayoutItem* item = m_questions->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_answers.clear();
    for (const Question& one : questions) {
        auto* box = new ChoiceBox;
        box->setObjectName(QStringLiteral("move.answer"));
        box->addItem(tr("choose…"), QLatin1String(kUndecided));
        box->addItem(tr("leave empty"), QLatin1String(kEmpty));
        for (std::size_t i = 0; i < one.options.size(); ++i)
            box->addItem(
                m_desk.privacy.veiled(shown(one.options[i])), shown(one.question.options[i].hex()));
        const profile::Field* field
            = m_desk.profile().type(one.question.type)->field(one.question.field);
        m_questions->addWidget(
            question(tr("%1: “%2” is not of this case; in the copy stands")
                         .arg(field != nullptr ? m_desk.languages.text(field->label) : QString(),
                             m_desk.privacy.veiled(shown(one.meant))),
                box));
        m_questions->addWidget(box);
        m_answers.emplace_back(one.question.key, box);
        connect(box, &QComboBox::currentIndexChanged, m_later, qOverload<>(&QTimer::start));
    }
}

void MoveDialog::show(const Outlook& outlook)
{
    if (outlook.plan.to != m_askedFor) {
        m_askedFor = outlook.plan.to;
        ask(outlook.questions);
    }
    QStringList lines;
    for (const process::MoveProblem& one : outlook.plan.problems) {
        if (one.code == "choose") // stands above with its choice
            continue;
        const ErrorText text = errorText(
            { base::ErrorCode::InvalidArgument, { "move", one.code, one.argument }, {} },
            m_desk.languages.sentences(), Audience::Window);
        lines << shown(text.title);
    }
    if (outlook.plan.isSigned)
        lines << tr(
            "The document is signed: it stays there annulled, and its copy is signed anew.");
    if (!outlook.plan.number.empty())
        lines << tr("The number %1 stays with it; the copy gets one of its own.")
                     .arg(shown(outlook.plan.number));
    if (!outlook.plan.referredBy.empty())
        lines << tr("%n record(s) refer to it and go on doing so where it was.", nullptr,
            static_cast<int>(outlook.plan.referredBy.size()));
    if (outlook.plan.records.size() > 1)
        lines << tr("%n line(s) of its tables go along.", nullptr,
            static_cast<int>(outlook.plan.records.size()) - 1);
    m_said->setText(lines.join(QLatin1Char('\n')));
    m_do->setEnabled(outlook.plan.problems.empty());
}

void MoveDialog::say(const base::Error& error)
{
    const ErrorText text = errorText(error, m_desk.languages.sentences(), Audience::Window);
    m_said->setText(shown(text.title) + QLatin1Char(' ') + shown(text.advice));
}

void MoveDialog::carryOut()
{
    if (!m_do->isEnabled())
        return;
    m_desk.asSomebody(this, [this] {
        m_do->setEnabled(false);
        store::Store& store = m_desk.store;
        const store::WriteOptions options { m_desk.author, {}, {}, "moveDocument" };
        m_desk.jobs.run(
            this,
            [&store, options, asked = asked()](base::Job&) {
                return store.write(
                    options, [&](store::WriteTx& tx) { return process::moveDocument(tx, asked); });
            },
            [this](const Result<process::Moved>& done) {
                if (!done) {
                    say(done.error());
                    m_later->start();
                    return;
                }
                Q_EMIT moved(tr("The document is in the right case; both cases say so."));
                accept();
            });
    });
}

} // namespace patronat::ui
