// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/daysheetdialog.h"

#include "ui/cases/recordpaper.h"
#include "ui/common/errortext.h"
#include "ui/common/growingdialog.h"
#include "ui/common/labels.h"
#include "ui/common/paperways.h"
#include "ui/common/text.h"
#include "ui/forms/dateeditor.h"

#include <QCheckBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace patronat::ui {

using base::Result;

namespace {

constexpr const char* kDayFormat = "dd.MM.yyyy";

} // namespace

DaySheetDialog::DaySheetDialog(Desk& desk, bool isOwn, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_day(new QLineEdit)
    , m_all(new QCheckBox)
    , m_words(makeLabel(TextRole::Plain))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("daySheetDialog"));
    growWithTexts(*this);
    build(isOwn);
    connect(m_day, &QLineEdit::textChanged, this, &DaySheetDialog::count);
    connect(m_all, &QCheckBox::toggled, this, &DaySheetDialog::count);
    count();
}

void DaySheetDialog::build(bool isOwn)
{
    setWindowTitle(tr("Sheet of visits"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    column->addWidget(makeLabel(TextRole::Title, windowTitle()));
    auto* label = makeLabel(TextRole::Muted, tr("&Day of the visits"));
    label->setBuddy(m_day);
    column->addWidget(label);
    m_day->setObjectName(QStringLiteral("daySheet.day"));
    m_day->setText(
        QDate::fromString(shown(m_desk.today()), Qt::ISODate).toString(QLatin1String(kDayFormat)));
    m_day->selectAll();
    column->addWidget(m_day);
    m_all->setObjectName(QStringLiteral("daySheet.all"));
    m_all->setText(tr("&All families, not only mine"));
    m_all->setChecked(!isOwn);
    column->addWidget(m_all);
    m_words->setObjectName(QStringLiteral("daySheet.words"));
    m_words->setWordWrap(true);
    column->addWidget(m_words);
    auto* buttons = new QDialogButtonBox;
    m_print = buttons->addButton(tr("&Print…"), QDialogButtonBox::ActionRole);
    m_save = buttons->addButton(tr("&Save as PDF…"), QDialogButtonBox::ActionRole);
    m_print->setObjectName(QStringLiteral("daySheet.print"));
    m_save->setObjectName(QStringLiteral("daySheet.save"));
    m_print->setDefault(true);
    buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
    connect(m_print, &QPushButton::clicked, this, &DaySheetDialog::print);
    connect(m_save, &QPushButton::clicked, this, &DaySheetDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

process::RoundScope DaySheetDialog::scope() const
{
    process::RoundScope scope;
    if (!m_all->isChecked())
        scope.who = m_desk.author;
    return scope;
}

void DaySheetDialog::count()
{
    const auto day
        = dateFromText(m_day->text(), QDate::fromString(shown(m_desk.today()), Qt::ISODate));
    m_on = day ? typed(day->toString(Qt::ISODate)) : std::string();
    m_print->setEnabled(isRead());
    m_save->setEnabled(isRead());
    if (!isRead()) {
        ++m_asked;
        m_words->setText(tr("A date is expected, for example 12.03.2027"));
        return;
    }
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, on = m_on, scope = scope()](base::Job&) {
            return store.read(
                [&](const store::ReadTx& tx) { return process::dayRound(tx, on, scope); });
        },
        [this, asked = ++m_asked](const Result<std::vector<process::RoundVisit>>& round) {
            if (asked != m_asked)
                return;
            if (!round)
                return tell(round.error());
            m_words->setText(round->empty()
                    ? tr("Nobody is to be visited on this day.")
                    : tr("%n family(s) to visit", nullptr, static_cast<int>(round->size())));
        });
}

void DaySheetDialog::tell(const base::Error& error)
{
    const ErrorText text = errorText(error, m_desk.languages.sentences(), Audience::Window);
    m_words->setText(shown(text.title) + QLatin1Char(' ') + shown(text.advice));
}

RecordPaper DaySheetDialog::paper() const
{
    return { "daySheet", m_desk.author, tr("Sheet of visits"),
        [on = m_on, scope = scope()](const store::ReadTx& tx) {
            return process::dayRoundFields(tx, on, scope, paperLanguage(tx.profile()));
        } };
}

void DaySheetDialog::print()
{
    m_desk.asSomebody(this, [this] {
        printPaper(m_desk, this, paper(), [this](const Result<QString>& done) {
            if (!done)
                return tell(done.error());
            m_words->setText(*done);
            Q_EMIT said(*done);
        });
    });
}

void DaySheetDialog::save()
{
    m_desk.asSomebody(this, [this] {
        savePaper(m_desk, this, paper(), [this](const Result<QString>& done) {
            if (!done)
                return tell(done.error());
            m_words->setText(*done);
            Q_EMIT said(*done);
        });
    });
}

} // namespace patronat::ui
