// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/period.h"
#include "ui/common/desk.h"

#include <QWidget>

#include <optional>
#include <string>

class QComboBox;
class QLabel;
class QLineEdit;

namespace patronat::ui {

/// "III quarter of 2016", "from 01.02.2016 to 15.03.2016": a period as people say it.
QString periodWords(const reports::Period& period);

/// A period chosen in words: a year, half of one, a quarter, the whole of a programme, or from a day to a day.
class PeriodChooser final : public QWidget
{
    Q_OBJECT
public:
    enum Kind
    {
        Year,
        HalfYear,
        Quarter,
        Programme,
        Days
    };
    PeriodChooser(Desk& desk, QWidget* parent);

    /// The years on offer follow from a programme (empty: it has none) and from today.
    void setProgramme(const std::string& from, const std::string& to);
    /// What is chosen; nothing while the days typed are no days, or the wrong way round.
    std::optional<reports::Period> period() const;
    void words();

    QComboBox* kind() const { return m_kind; }
    QComboBox* year() const { return m_year; }
    QComboBox* part() const { return m_part; }
    QLineEdit* from() const { return m_from; }
    QLineEdit* to() const { return m_to; }

Q_SIGNALS:
    void chosen();

private:
    void fillParts();
    void fit();
    std::optional<std::string> day(const QLineEdit* line) const;

    Desk& m_desk;
    std::string m_programmeFrom;
    std::string m_programmeTo;
    QComboBox* m_kind;
    QComboBox* m_year;
    QComboBox* m_part;
    QLabel* m_fromLabel;
    QLineEdit* m_from;
    QLabel* m_toLabel;
    QLineEdit* m_to;
};

} // namespace patronat::ui
