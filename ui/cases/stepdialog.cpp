// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/stepdialog.h"

#include "core/base/clock.h"
#include "ui/cases/waywords.h"
#include "ui/common/choicebox.h"
#include "ui/common/errortext.h"
#include "ui/common/growingdialog.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"
#include "ui/forms/dateeditor.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace patronat::ui {

using base::RecordId;
using base::Result;
using base::Status;

namespace {

constexpr int kJudgeAfterMs = 250;
constexpr int kReasonLines = 3;

QLabel* question(const QString& words, QWidget* of)
{
    QLabel* label = makeLabel(TextRole::Label, words);
    label->setBuddy(of);
    of->setAccessibleName(words);
    return label;
}

} // namespace

StepDialog::StepDialog(Desk& desk, CaseWay way, WayStep step, RecordId family, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_way(std::move(way))
    , m_step(std::move(step))
    , m_said(makeLabel(TextRole::Plain))
    , m_later(new QTimer(this))
{
    const ValueWriter writer(desk.profile(), typed(desk.languages.language()));
    build(desk.languages.text(m_step.label),
        m_step.to.empty()
            ? QString()
            : tr("The case is then: %1.").arg(writer.label(m_way.classifier, m_step.to)));
    if (m_document != nullptr)
        loadDocuments(family);
    judge();
}

StepDialog::StepDialog(Desk& desk, CaseWay way, const WayEvent& event, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_way(std::move(way))
    , m_event(event.id)
    , m_said(makeLabel(TextRole::Plain))
    , m_later(new QTimer(this))
{
    m_step.needsReason = true;
    build(tr("Take back: %1").arg(desk.languages.text(event.what)),
        tr("The step stays in the way of the case, with the reason why it was taken back. What it "
           "changed is as before; what others changed since stays."));
    connect(m_reason, &QPlainTextEdit::textChanged, this,
        [this] { m_do->setEnabled(!m_reason->toPlainText().trimmed().isEmpty()); });
    m_do->setEnabled(false);
}

void StepDialog::build(const QString& title, const QString& consequence)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("stepDialog"));
    growWithTexts(*this);
    setWindowTitle(tr("Step of the case"));
    resize(34 * fontMetrics().averageCharWidth() * 2, 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    QLabel* name = makeLabel(TextRole::Title, title);
    name->setWordWrap(true);
    column->addWidget(name);
    QLabel* then = makeLabel(TextRole::Muted, consequence);
    then->setWordWrap(true);
    then->setVisible(!consequence.isEmpty());
    column->addWidget(then);
    if (m_event.isNull()) {
        m_day = new QLineEdit(dateText(m_desk.today()));
        m_day->setObjectName(QStringLiteral("step.day"));
        column->addWidget(question(tr("When it happened"), m_day));
        column->addWidget(m_day);
        connect(m_day, &QLineEdit::textChanged, m_later, qOverload<>(&QTimer::start));
    }
    if (const profile::RecordType* type = m_desk.profile().type(m_step.document)) {
        m_document = new ChoiceBox;
        m_document->setObjectName(QStringLiteral("step.document"));
        column->addWidget(
            question(tr("By what document: %1").arg(m_desk.languages.text(type->label).toLower()),
                m_document));
        column->addWidget(m_document);
        connect(m_document, &QComboBox::currentIndexChanged, m_later, qOverload<>(&QTimer::start));
    }
    m_reason = new QPlainTextEdit;
    m_reason->setObjectName(QStringLiteral("step.reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(m_reason->fontMetrics().lineSpacing() * kReasonLines + 14);
    column->addWidget(
        question(m_step.needsReason ? tr("Reason *") : tr("Reason, explanation"), m_reason));
    column->addWidget(m_reason);
    connect(m_reason, &QPlainTextEdit::textChanged, m_later, qOverload<>(&QTimer::start));
    m_said->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("step.said"));
    m_said->hide();
    column->addWidget(m_said);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_do = buttons->addButton(
        m_event.isNull() ? tr("Carry out") : tr("Take back"), QDialogButtonBox::AcceptRole);
    m_do->setProperty("primary", true);
    m_do->setObjectName(QStringLiteral("step.do"));
    m_do->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &StepDialog::carryOut);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_later->setSingleShot(true);
    m_later->setInterval(kJudgeAfterMs);
    connect(m_later, &QTimer::timeout, this, &StepDialog::judge);
}

void StepDialog::loadDocuments(RecordId family)
{
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, family, type = m_step.document, language = typed(m_desk.languages.language())](
            base::Job&) {
            return store.read([&](const store::ReadTx& tx) -> Result<std::vector<WayDocument>> {
                return wayDocuments(tx, store.rules(), type, family, language);
            });
        },
        [this](const Result<std::vector<WayDocument>>& documents) {
            if (!documents)
                return; // the step says that it lacks one
            if (documents->empty())
                m_document->addItem(tr("there is none of this family"));
            for (const WayDocument& one : *documents)
                m_document->addItem(shown(one.title), shown(one.id.hex()));
        });
}

process::Step StepDialog::step() const
{
    process::Step step;
    step.who = m_desk.author;
    step.today = m_desk.today();
    step.now = base::isoTime(m_desk.store.environment().clock.nowMs());
    step.reason = typed(m_reason->toPlainText().trimmed());
    if (m_day != nullptr) {
        const auto day = dateFromText(
            m_day->text().trimmed(), QDate::fromString(shown(step.today), Qt::ISODate));
        // What is no date is judged as such.
        step.date = day ? typed(day->toString(Qt::ISODate)) : typed(m_day->text());
    }
    if (m_document != nullptr)
        if (const auto id = RecordId::fromHex(typed(m_document->currentData().toString())))
            step.document = *id;
    return step;
}

void StepDialog::judge()
{
    if (!m_event.isNull())
        return;
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, step = step(), type = m_way.type, record = m_way.record,
            language = typed(m_desk.languages.language())](base::Job&) {
            return store.read([&](const store::ReadTx& tx) {
                return caseWay(tx, store.rules(), type, record, step, language);
            });
        },
        [this, asked = ++m_asked](const Result<CaseWay>& way) {
            if (asked != m_asked)
                return;
            if (!way)
                return finish(way.error());
            for (const WayStep& one : way->steps)
                if (one.id == m_step.id)
                    show(one);
        });
}

void StepDialog::show(const WayStep& judged)
{
    QStringList missing;
    for (const process::Missing& one : judged.missing)
        missing << QStringLiteral("• ") + missingText(m_desk, m_way.type, one);
    m_said->setText(missing.isEmpty() ? QString()
            : judged.mayHappen ? tr("Look at this:") + QLatin1Char('\n') + missing.join(u'\n')
                               : tr("Missing:") + QLatin1Char('\n') + missing.join(u'\n'));
    m_said->setVisible(!missing.isEmpty());
    m_do->setEnabled(judged.mayHappen);
}

void StepDialog::carryOut()
{
    if (!m_do->isEnabled())
        return;
    m_desk.asSomebody(this, [this] {
        m_do->setEnabled(false);
        store::Store& store = m_desk.store;
        const store::WriteOptions options { m_desk.author, {}, {},
            m_event.isNull() ? "transition" : "reverse" };
        m_desk.jobs.run(
            this,
            [&store, options, step = step(), way = m_way, name = m_step.id, event = m_event](
                base::Job&) -> Status {
                return store.write(options, [&](store::WriteTx& tx) -> Status {
                    if (!event.isNull()) {
                        const auto back = process::reverse(tx, event, way.heads, step.reason);
                        return back ? Status() : Status(back.error());
                    }
                    const auto done
                        = process::apply(tx, way.type, way.record, name, way.heads, step);
                    return done ? Status() : Status(done.error());
                });
            },
            [this](const Status& done) { finish(done); });
    });
}

void StepDialog::finish(const Status& done)
{
    if (done) {
        accept();
        return;
    }
    const ErrorText text = errorText(done.error(), m_desk.languages.sentences(), Audience::Window);
    m_said->setText(shown(text.title) + QLatin1Char(' ') + shown(text.advice));
    m_said->show();
    judge();
}

} // namespace patronat::ui
