// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/dateeditor.h"

#include "ui/common/icons.h"
#include "ui/common/text.h"

#include <QCalendarWidget>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QToolButton>
#include <QWidgetAction>

namespace patronat::ui {

namespace {

constexpr int kYearsAhead = 10;

QDate madeOf(int day, int month, int year, bool isShort, QDate today)
{
    if (isShort) {
        const int century = today.year() / 100 * 100;
        year += century;
        if (year > today.year() + kYearsAhead)
            year -= 100;
    }
    return { year, month, day };
}

} // namespace

std::optional<QDate> dateFromText(const QString& text, QDate today)
{
    static const QRegularExpression kParts(
        QStringLiteral(R"(^\s*(\d{1,2})[.,/\- ](\d{1,2})[.,/\- ](\d{2}|\d{4})\s*(?:г\.?)?\s*$)"));
    static const QRegularExpression kDigits(
        QStringLiteral(R"(^\s*(\d{2})(\d{2})(\d{2}|\d{4})\s*$)"));
    static const QRegularExpression kIso(QStringLiteral(R"(^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$)"));
    if (const auto iso = kIso.match(text); iso.hasMatch()) {
        const QDate date(iso.captured(1).toInt(), iso.captured(2).toInt(), iso.captured(3).toInt());
        return date.isValid() ? std::optional(date) : std::nullopt;
    }
    for (const QRegularExpression& pattern : { kParts, kDigits }) {
        const auto match = pattern.match(text);
        if (!match.hasMatch())
            continue;
        const QString year = match.captured(3);
        const QDate date = madeOf(match.captured(1).toInt(), match.captured(2).toInt(),
            year.toInt(), year.size() == 2, today);
        return date.isValid() ? std::optional(date) : std::nullopt;
    }
    return std::nullopt;
}

DateEditor::DateEditor(Place place, QWidget* parent)
    : FieldEditor(std::move(place), parent)
    , m_line(new QLineEdit)
    , m_calendar(new QToolButton)
{
    fillWith(m_line);
    m_line->setPlaceholderText(hasTime() ? tr("dd.mm.yyyy hh:mm") : tr("dd.mm.yyyy"));
    m_line->installEventFilter(this);
    m_calendar->setIcon(icon(QStringLiteral("calendar")));
    m_calendar->setFocusPolicy(Qt::NoFocus); // F4 does the same
    m_calendar->setAccessibleName(tr("Calendar"));
    m_calendar->setToolTip(tr("Calendar (F4)"));
    static_cast<QHBoxLayout*>(layout())->setSpacing(0);
    layout()->addWidget(m_calendar);
    connect(m_line, &QLineEdit::textChanged, this,
        &FieldEditor::edited); // typed, or set by an assistive program
    connect(m_line, &QLineEdit::editingFinished, this, &DateEditor::finish);
    connect(m_calendar, &QToolButton::clicked, this, &DateEditor::pick);
}

bool DateEditor::hasTime() const
{
    return field().type == profile::FieldType::DateTime;
}

std::optional<std::string> DateEditor::iso() const
{
    const QDate today = QDate::fromString(shown(desk().today()), Qt::ISODate);
    QString text = m_line->text().trimmed();
    if (!hasTime()) {
        const auto date = dateFromText(text, today);
        return date ? std::optional(typed(date->toString(Qt::ISODate))) : std::nullopt;
    }
    static const QRegularExpression kTime(QStringLiteral(R"((\d{1,2})[:.](\d{2})\s*$)"));
    const auto match = kTime.match(text);
    const auto date
        = dateFromText(match.hasMatch() ? text.left(match.capturedStart()) : text, today);
    const QTime time = match.hasMatch()
        ? QTime(match.captured(1).toInt(), match.captured(2).toInt())
        : QTime(0, 0);
    if (!date || !time.isValid())
        return std::nullopt;
    return typed(QDateTime(*date, time, zoneOf(desk().profile())).toUTC().toString(Qt::ISODate));
}

void DateEditor::fill(const base::Fields& values, const Titles&)
{
    const auto found = values.find(field().id);
    const std::string_view text
        = found == values.end() ? std::string_view() : found->second.textOr({});
    const QSignalBlocker quiet(m_line);
    m_line->setText(text.empty() ? QString()
            : hasTime()          ? momentText(text, zoneOf(desk().profile()))
                                 : dateText(text));
}

void DateEditor::read(base::Fields& into) const
{
    const auto text = iso();
    into[field().id] = text ? base::Value(*text) : base::Value();
}

QString DateEditor::misread() const
{
    return m_line->text().trimmed().isEmpty() || iso() ? QString()
        : hasTime() ? tr("This is no date and time, for example 12.03.2027 14:30")
                    : tr("This is no date, for example 12.03.2027");
}

QString DateEditor::rawText() const
{
    return m_line->text();
}

void DateEditor::typeBack(const QString& text)
{
    const QSignalBlocker quiet(m_line);
    m_line->setText(text);
}

void DateEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    m_calendar->setVisible(!readOnly);
}

QList<QWidget*> DateEditor::inputs() const
{
    return { m_line };
}

void DateEditor::finish()
{
    if (const auto text = iso())
        m_line->setText(hasTime() ? momentText(*text, zoneOf(desk().profile())) : dateText(*text));
}

void DateEditor::step(int days)
{
    const QDate today = QDate::fromString(shown(desk().today()), Qt::ISODate);
    take(dateFromText(m_line->text().section(QLatin1Char(' '), 0, 0), today)
             .value_or(today.addDays(-days))
             .addDays(days));
}

void DateEditor::take(QDate date)
{
    const QString time
        = hasTime() ? QStringLiteral(" ") + m_line->text().section(QLatin1Char(' '), 1) : QString();
    m_line->setText(date.toString(QStringLiteral("dd.MM.yyyy")) + time);
    finish();
}

bool DateEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && !m_line->isReadOnly()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            step(key == Qt::Key_Up ? 1 : -1);
            return true;
        }
        if (key == Qt::Key_F4) {
            pick();
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

void DateEditor::pick()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* calendar = new QCalendarWidget(menu);
    const QDate today = QDate::fromString(shown(desk().today()), Qt::ISODate);
    calendar->setGridVisible(false);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setFirstDayOfWeek(Qt::Monday);
    calendar->setSelectedDate(
        dateFromText(m_line->text().section(QLatin1Char(' '), 0, 0), today).value_or(today));
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    const auto choose = [this, menu](QDate date) {
        take(date);
        menu->close();
        m_line->setFocus();
    };
    connect(calendar, &QCalendarWidget::clicked, this, choose);
    connect(calendar, &QCalendarWidget::activated, this, choose);
    menu->popup(m_line->mapToGlobal(QPoint(0, m_line->height())));
    calendar->setFocus();
}

} // namespace patronat::ui
