// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/handoverdialog.h"

#include "ui/cases/recordpaper.h"
#include "ui/common/choicebox.h"
#include "ui/common/errortext.h"
#include "ui/common/growingdialog.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"
#include "ui/forms/dateeditor.h"
#include "ui/forms/typing.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <utility>

namespace patronat::ui {

using base::RecordId;
using base::Result;

namespace {

constexpr int kJudgeAfterMs = 250;
constexpr int kReasonLines = 2;
constexpr std::size_t kMostCases = 8; ///< told one by one

QLabel* question(const QString& words, QWidget* of)
{
    QLabel* label = makeLabel(TextRole::Label, words);
    label->setBuddy(of);
    of->setAccessibleName(words);
    return label;
}

/// What somebody began to type of these cases and has not saved: by the record it is of, or by a
/// reference to the family among what was typed.
bool isOf(const store::ReadTx& tx, const store::Draft& draft, const std::set<RecordId>& families)
{
    if (!draft.record.isNull())
        if (const auto record = tx.record(draft.type, draft.record);
            record && families.contains(base::idCast<RecordId>(record->unit)))
            return true;
    return std::any_of(draft.fields.begin(), draft.fields.end(), [&](const auto& field) {
        return field.second.reference() != nullptr && families.contains(*field.second.reference());
    });
}

int draftsOf(const store::ReadTx& tx, const std::vector<store::Draft>& drafts,
    const process::HandOverPlan& plan)
{
    std::set<RecordId> families;
    for (const process::CaseToHand& one : plan.cases)
        families.insert(one.family);
    return static_cast<int>(std::count_if(drafts.begin(), drafts.end(),
        [&](const store::Draft& draft) { return isOf(tx, draft, families); }));
}

} // namespace

HandOverDialog::HandOverDialog(Desk& desk, std::vector<RecordId> families, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_families(std::move(families))
    , m_from(new ChoiceBox)
    , m_to(new ChoiceBox)
    , m_all(new QCheckBox)
    , m_temporary(new QCheckBox)
    , m_until(new QLineEdit)
    , m_reason(new QPlainTextEdit)
    , m_order(new QLineEdit)
    , m_said(makeLabel(TextRole::Plain))
    , m_later(new QTimer(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("handOverDialog"));
    growWithTexts(*this);
    build();
    if (parent != nullptr)
        connect(this, &QDialog::finished, parent, [parent] { parent->activateWindow(); });
    loadStaff();
}

void HandOverDialog::build()
{
    setWindowTitle(m_families.size() == 1 ? tr("Hand over a case") : tr("Hand over cases"));
    resize(36 * fontMetrics().averageCharWidth() * 2, 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    column->addWidget(makeLabel(TextRole::Title, windowTitle()));
    auto* grid = new QGridLayout;
    grid->addWidget(question(tr("Who hands over"), m_from), 0, 0);
    grid->addWidget(m_from, 1, 0);
    grid->addWidget(question(tr("Who takes over"), m_to), 0, 1);
    grid->addWidget(m_to, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    m_from->setObjectName(QStringLiteral("handOver.from"));
    m_to->setObjectName(QStringLiteral("handOver.to"));
    m_all->setText(tr("&All open cases of the one who hands over"));
    m_all->setObjectName(QStringLiteral("handOver.all"));
    column->addWidget(m_all);
    m_temporary->setText(tr("Only for a &time; the last day, inclusive:"));
    m_temporary->setObjectName(QStringLiteral("handOver.temporary"));
    m_until->setObjectName(QStringLiteral("handOver.until"));
    m_until->setAccessibleName(tr("Last day of the substitution"));
    m_until->setPlaceholderText(tr("dd.mm.yyyy"));
    m_until->setEnabled(false);
    auto* term = new QHBoxLayout;
    term->addWidget(m_temporary);
    term->addWidget(m_until, 1);
    column->addLayout(term);
    m_reason->setObjectName(QStringLiteral("handOver.reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(m_reason->fontMetrics().lineSpacing() * kReasonLines + 14);
    column->addWidget(question(tr("Reason *"), m_reason));
    column->addWidget(m_reason);
    m_order->setObjectName(QStringLiteral("handOver.order"));
    column->addWidget(question(tr("Order: number and date"), m_order));
    column->addWidget(m_order);
    m_said->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("handOver.said"));
    column->addWidget(m_said);
    buildButtons(column);
    m_later->setSingleShot(true);
    m_later->setInterval(kJudgeAfterMs);
    connect(m_later, &QTimer::timeout, this, &HandOverDialog::judge);
    const auto soon = qOverload<>(&QTimer::start);
    connect(m_from, &QComboBox::currentIndexChanged, m_later, soon);
    connect(m_to, &QComboBox::currentIndexChanged, m_later, soon);
    connect(m_all, &QCheckBox::toggled, m_later, soon);
    connect(m_temporary, &QCheckBox::toggled, m_until, &QWidget::setEnabled);
    connect(m_temporary, &QCheckBox::toggled, m_later, soon);
    connect(m_until, &QLineEdit::textChanged, m_later, soon);
    connect(m_reason, &QPlainTextEdit::textChanged, m_later, soon);
}

void HandOverDialog::buildButtons(QVBoxLayout* column)
{
    auto* buttons = new QDialogButtonBox;
    m_close = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_print = buttons->addButton(tr("Print the act…"), QDialogButtonBox::ActionRole);
    m_pdf = buttons->addButton(tr("Save the act as PDF…"), QDialogButtonBox::ActionRole);
    m_do = buttons->addButton(tr("Hand over"), QDialogButtonBox::AcceptRole);
    m_do->setProperty("primary", true);
    m_do->setObjectName(QStringLiteral("handOver.do"));
    m_do->setDefault(true);
    m_do->setEnabled(false);
    m_print->setObjectName(QStringLiteral("handOver.print"));
    m_pdf->setObjectName(QStringLiteral("handOver.pdf"));
    m_print->hide();
    m_pdf->hide();
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &HandOverDialog::carryOut);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_print, &QPushButton::clicked, this, &HandOverDialog::printAct);
    connect(m_pdf, &QPushButton::clicked, this, &HandOverDialog::saveAct);
}

void HandOverDialog::loadStaff()
{
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, first = m_families.empty() ? RecordId() : m_families.front(),
            today = m_desk.today(), language = typed(m_desk.languages.language())](base::Job&) {
            return store.read([&](const store::ReadTx& tx) -> Result<Office> {
                Office office;
                auto select = tx.connection().prepare(
                    "SELECT id, \"to\" FROM staff WHERE life NOT IN ('removed', 'erased') ORDER BY "
                    "surname, firstName, id");
                while (select.step())
                    office.staff.push_back({ select.id<RecordId>(0),
                        recordTitle(tx, store.rules(), "staff", select.id<RecordId>(0), language),
                        !select.isNull(1) && select.text(1) < today });
                auto manager = tx.connection().prepare(
                    "SELECT caseManager FROM episode WHERE family = ?1 AND endDate IS NULL AND "
                    "life "
                    "NOT IN ('removed', 'erased') ORDER BY regDate DESC, id DESC LIMIT 1");
                manager.bind(1, first);
                if (manager.step() && !manager.isNull(0))
                    office.manager = manager.id<RecordId>(0);
                return office;
            });
        },
        [this](const Result<Office>& office) {
            if (office)
                fill(*office);
            else
                say(office.error());
        });
}

void HandOverDialog::fill(const Office& office)
{
    const RecordId from = office.manager.isNull() ? m_desk.author : office.manager;
    m_to->addItem(tr("choose…"));
    for (const Staff& one : office.staff) {
        // Who has left may have cases that nobody took over yet, and takes none.
        m_from->addItem(shown(one.title), shown(one.id.hex()));
        if (one.id == from)
            m_from->setCurrentIndex(m_from->count() - 1);
        if (!one.hasLeft)
            m_to->addItem(shown(one.title), shown(one.id.hex()));
    }
    m_all->setChecked(m_families.empty());
    m_all->setEnabled(!m_families.empty());
    m_to->setFocus();
    judge();
}

process::HandOverAsked HandOverDialog::asked() const
{
    const auto idIn = [](const QComboBox* box) {
        return RecordId::fromHex(typed(box->currentData().toString())).value_or(RecordId());
    };
    process::HandOverAsked asked;
    asked.from = idIn(m_from);
    asked.to = idIn(m_to);
    asked.all = m_all->isChecked();
    if (!asked.all)
        asked.cases = m_families;
    if (m_temporary->isChecked()) {
        const auto day = dateFromText(
            m_until->text().trimmed(), QDate::fromString(shown(m_desk.today()), Qt::ISODate));
        // What is no date is refused as such, and never taken for a hand-over for good.
        asked.until = day                         ? typed(day->toString(Qt::ISODate))
            : m_until->text().trimmed().isEmpty() ? "?"
                                                  : typed(m_until->text());
    }
    asked.reason = typed(m_reason->toPlainText().trimmed());
    asked.order = typed(m_order->text().trimmed());
    return asked;
}

void HandOverDialog::judge()
{
    if (!m_act.isNull())
        return;
    store::Store& store = m_desk.store;
    store::Drafts& drafts = m_desk.drafts;
    m_desk.jobs.run(
        this,
        [&store, &drafts, asked = asked(), today = m_desk.today()](base::Job&) -> Result<Outlook> {
            PATRONAT_LET(auto typedBefore, drafts.all());
            std::erase_if(typedBefore,
                [](const store::Draft& draft) { return !Typing::isTyping(draft.fields); });
            return store.read([&](const store::ReadTx& tx) -> Result<Outlook> {
                Outlook outlook;
                PATRONAT_LET(outlook.plan, process::planHandOver(tx, asked, today));
                outlook.drafts = draftsOf(tx, typedBefore, outlook.plan);
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

QString HandOverDialog::wordsOf(const process::CaseToHand& one) const
{
    QStringList parts { m_desk.privacy.veiled(shown(one.name))
        + (one.regNo.empty() ? QString() : tr(" (№ %1)").arg(shown(one.regNo))) };
    if (!one.follow.empty())
        parts << tr("%n record(s) written over", nullptr, static_cast<int>(one.follow.size()));
    if (!one.stay.empty())
        parts << tr("%n signed, unchanged", nullptr, static_cast<int>(one.stay.size()));
    if (one.openDates > 0)
        parts << tr("%n open date(s), next %1", nullptr, one.openDates).arg(dateText(one.nextDue));
    return QStringLiteral("• ") + parts.join(QStringLiteral("; "));
}

void HandOverDialog::show(const Outlook& outlook)
{
    QStringList lines;
    for (const process::HandOverProblem& one : outlook.plan.problems) {
        const ErrorText text = errorText(
            { base::ErrorCode::InvalidArgument, { "handOver", one.code, one.argument }, {} },
            m_desk.languages.sentences(), Audience::Window);
        lines << shown(text.title);
    }
    lines << tr("%n case(s) to hand over:", nullptr, static_cast<int>(outlook.plan.cases.size()));
    for (const process::CaseToHand& one : outlook.plan.cases) {
        if (lines.size() > static_cast<int>(kMostCases + outlook.plan.problems.size()))
            break;
        lines << wordsOf(one);
    }
    if (outlook.plan.cases.size() > kMostCases)
        lines << tr("and %1 more").arg(outlook.plan.cases.size() - kMostCases);
    if (m_temporary->isChecked())
        lines << tr("Afterwards they are the curator's again by themselves.");
    if (outlook.drafts > 0)
        lines << tr(
            "%n draft(s) of these cases on this computer stay on the page Today for whoever "
            "takes over.",
            nullptr, outlook.drafts);
    m_said->setText(lines.join(QLatin1Char('\n')));
    m_do->setEnabled(outlook.plan.problems.empty());
}

void HandOverDialog::say(const base::Error& error)
{
    const ErrorText text = errorText(error, m_desk.languages.sentences(), Audience::Window);
    m_said->setText(shown(text.title) + QLatin1Char(' ') + shown(text.advice));
}

void HandOverDialog::carryOut()
{
    if (!m_do->isEnabled() || !m_act.isNull())
        return;
    m_desk.asSomebody(this, [this] {
        m_do->setEnabled(false);
        store::Store& store = m_desk.store;
        const store::WriteOptions options { m_desk.author, {}, {}, "handOver", true };
        m_desk.jobs.run(
            this,
            [&store, options, asked = asked()](base::Job&) {
                return store.write(
                    options, [&](store::WriteTx& tx) { return process::handOver(tx, asked); });
            },
            [this](const Result<process::HandedOver>& done) {
                if (done)
                    return finish(*done);
                say(done.error());
                m_later->start();
            });
    });
}

void HandOverDialog::finish(const process::HandedOver& done)
{
    m_act = done.act;
    const QString words = tr("%n case(s) handed over to %1, act № %2.", nullptr,
        static_cast<int>(done.plan.cases.size()))
                              .arg(shown(done.plan.toName), shown(done.number));
    m_said->setText(words);
    for (QWidget* field : std::initializer_list<QWidget*> {
             m_from, m_to, m_all, m_temporary, m_until, m_reason, m_order })
        field->setEnabled(false);
    m_do->hide();
    m_close->setText(tr("Close"));
    const bool hasPaper = m_desk.profile().templates.contains("caseHandOver");
    m_print->setVisible(hasPaper);
    m_pdf->setVisible(hasPaper);
    (hasPaper ? m_print : m_close)->setFocus();
    Q_EMIT handedOver(words);
}

void HandOverDialog::printAct()
{
    printPaper(m_desk, this, { "caseHandOver", m_act, tr("Act of a hand-over") },
        [this](const Result<QString>& said) {
            if (said)
                m_said->setText(*said);
            else
                say(said.error());
        });
}

void HandOverDialog::saveAct()
{
    savePaper(m_desk, this, { "caseHandOver", m_act, tr("Act of a hand-over") },
        [this](const Result<QString>& said) {
            if (said)
                m_said->setText(*said);
            else
                say(said.error());
        });
}

} // namespace patronat::ui
