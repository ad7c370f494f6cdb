// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/periodchooser.h"

#include "ui/common/choicebox.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"
#include "ui/forms/dateeditor.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>
#include <array>

namespace patronat::ui {

using reports::Period;

namespace {

constexpr int kYearsBack = 5; ///< on offer where no programme says when it began
constexpr int kDayLetters = 12;
constexpr std::array kRoman { "I", "II", "III", "IV" };
constexpr std::array<std::array<const char*, 2>, 2> kHalves { { { "-01-01", "-06-30" }, { "-07-01", "-12-31" } } };

QString roman(int number)
{
    return QLatin1String(kRoman[static_cast<std::size_t>(number)]);
}

Period halfOf(const std::string& year, int half)
{
    const auto& days = kHalves[static_cast<std::size_t>(half)];
    const std::string from = year + days[0];
    const std::string to = year + days[1];
    return { from + ".." + to, from, to };
}

int yearOf(const std::string& iso)
{
    return shown(iso).left(4).toInt();
}

} // namespace

QString periodWords(const Period& period)
{
    const QString year = shown(period.from).left(4);
    const std::string plain = typed(year);
    if (period.from == plain + "-01-01" && period.to == plain + "-12-31")
        return PeriodChooser::tr("the year %1").arg(year);
    for (int half = 0; half < 2; ++half)
        if (const Period one = halfOf(plain, half); one.from == period.from && one.to == period.to)
            return PeriodChooser::tr("%1 half of %2").arg(roman(half), year);
    for (int quarter = 0; quarter < 4; ++quarter) {
        const auto one = reports::parsePeriod(plain + "Q" + std::to_string(quarter + 1));
        if (one && one->from == period.from && one->to == period.to)
            return PeriodChooser::tr("%1 quarter of %2").arg(roman(quarter), year);
    }
    return PeriodChooser::tr("from %1 to %2").arg(dateText(period.from), dateText(period.to));
}

PeriodChooser::PeriodChooser(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_kind(new ChoiceBox)
    , m_year(new ChoiceBox)
    , m_part(new ChoiceBox)
    , m_fromLabel(makeLabel(TextRole::Label))
    , m_from(new QLineEdit)
    , m_toLabel(makeLabel(TextRole::Label))
    , m_to(new QLineEdit)
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    for (QWidget* one : { static_cast<QWidget*>(m_kind), static_cast<QWidget*>(m_part), static_cast<QWidget*>(m_year),
             static_cast<QWidget*>(m_fromLabel), static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_toLabel),
             static_cast<QWidget*>(m_to) })
        line->addWidget(one);
    m_kind->setObjectName(QStringLiteral("period.kind"));
    m_year->setObjectName(QStringLiteral("period.year"));
    m_part->setObjectName(QStringLiteral("period.part"));
    m_from->setObjectName(QStringLiteral("period.from"));
    m_to->setObjectName(QStringLiteral("period.to"));
    m_fromLabel->setBuddy(m_from);
    m_toLabel->setBuddy(m_to);
    for (QLineEdit* day : { m_from, m_to })
        day->setFixedWidth(fontMetrics().averageCharWidth() * kDayLetters + kDayLetters);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PeriodChooser::fit);
    for (QComboBox* box : { m_kind, m_year, m_part })
        connect(box, &QComboBox::activated, this, &PeriodChooser::chosen);
    for (QLineEdit* day : { m_from, m_to })
        connect(day, &QLineEdit::textEdited, this, &PeriodChooser::chosen);
    setFocusProxy(m_kind);
    words();
    setProgramme({}, {});
}

void PeriodChooser::words()
{
    const int kind = std::max(0, m_kind->currentIndex());
    const int part = m_part->currentIndex();
    {
        const QSignalBlocker still(m_kind);
        m_kind->clear();
        m_kind->addItems({ tr("Year"), tr("Half-year"), tr("Quarter"), tr("The whole programme"), tr("From a day to a day") });
        m_kind->setCurrentIndex(kind);
    }
    m_kind->setAccessibleName(tr("Period"));
    m_year->setAccessibleName(tr("Year"));
    m_part->setAccessibleName(tr("Part of the year"));
    m_fromLabel->setText(tr("from"));
    m_from->setAccessibleName(tr("The first day"));
    m_from->setPlaceholderText(tr("dd.mm.yyyy"));
    m_toLabel->setText(tr("to"));
    m_to->setAccessibleName(tr("The last day"));
    m_to->setPlaceholderText(tr("dd.mm.yyyy"));
    fit();
    m_part->setCurrentIndex(std::max(0, part));
}

void PeriodChooser::setProgramme(const std::string& from, const std::string& to)
{
    m_programmeFrom = from;
    m_programmeTo = to;
    const QString before = m_year->currentText();
    const int now = yearOf(m_desk.today());
    const int first = from.empty() ? now - kYearsBack : yearOf(from);
    const int last = std::max(now, to.empty() ? now : yearOf(to));
    m_year->clear();
    for (int year = last; year >= first; --year)
        m_year->addItem(QString::number(year));
    const int kept = m_year->findText(before);
    m_year->setCurrentIndex(kept >= 0 ? kept : std::max(0, m_year->findText(QString::number(now))));
    fit();
}

void PeriodChooser::fillParts()
{
    const bool isHalf = m_kind->currentIndex() == HalfYear;
    const int before = m_part->currentIndex();
    const int count = isHalf ? 2 : 4;
    m_part->clear();
    for (int i = 0; i < count; ++i)
        m_part->addItem(isHalf ? tr("%1 half-year").arg(roman(i)) : tr("%1 quarter").arg(roman(i)));
    m_part->setCurrentIndex(std::clamp(before, 0, count - 1));
}

void PeriodChooser::fit()
{
    const int kind = m_kind->currentIndex();
    const bool isPart = kind == HalfYear || kind == Quarter;
    if (isPart)
        fillParts();
    m_part->setVisible(isPart);
    m_year->setVisible(isPart || kind == Year);
    for (QWidget* one : { static_cast<QWidget*>(m_fromLabel), static_cast<QWidget*>(m_from),
             static_cast<QWidget*>(m_toLabel), static_cast<QWidget*>(m_to) })
        one->setVisible(kind == Days);
}

std::optional<std::string> PeriodChooser::day(const QLineEdit* line) const
{
    const auto date = dateFromText(line->text(), QDate::fromString(shown(m_desk.today()), Qt::ISODate));
    return date ? std::optional(typed(date->toString(Qt::ISODate))) : std::nullopt;
}

std::optional<Period> PeriodChooser::period() const
{
    const std::string year = typed(m_year->currentText());
    std::string asked;
    switch (m_kind->currentIndex()) {
    case HalfYear:
        return year.empty() ? std::nullopt : std::optional(halfOf(year, std::max(0, m_part->currentIndex())));
    case Quarter:
        asked = year + 'Q' + std::to_string(m_part->currentIndex() + 1);
        break;
    case Programme:
        asked = m_programmeFrom + ".." + m_programmeTo;
        break;
    case Days: {
        const auto from = day(m_from);
        const auto to = day(m_to);
        asked = from && to ? *from + ".." + *to : std::string();
        break;
    }
    default:
        asked = year;
    }
    auto period = reports::parsePeriod(asked);
    return period ? std::optional(std::move(*period)) : std::nullopt;
}

} // namespace patronat::ui
