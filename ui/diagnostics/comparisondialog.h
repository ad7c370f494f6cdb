// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/diagnostics/comparisonread.h"

#include <QDialog>

#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace patronat::ui {

class ReadFailure;

/// What has become of a family by an instrument: two results beside each other, the level before and now, scale by
/// scale, better or worse as the instrument says and said in words. The first and the last stand there at once; any
/// two may be chosen. Deletes itself when it is closed.
class ComparisonDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `instrument`: shown first, where there are results of it.
    ComparisonDialog(Desk& desk, base::RecordId family, std::string instrument, QWidget* parent);
    /// Where whoever opens the window can print: a button for the result under “now”.
    void offerPrinting();

Q_SIGNALS:
    /// The result sheet of this record (instrumentResult).
    void printed(base::RecordId result, bool asFile);

private:
    void build();
    void load();
    void take(std::vector<ComparableInstrument> found);
    void fillInstruments();
    void fillGroups();
    void fillResults();
    void compare();
    const ComparableInstrument* instrument() const;
    const ComparableResults* group() const;
    const diagnostics::KeptResult* result(const QComboBox* box) const;
    QString headline(const diagnostics::Comparison& compared) const;
    QString remarks(const diagnostics::Comparison& compared) const;
    void addLine(const diagnostics::ValueChange& change);
    QString resultText(const diagnostics::KeptResult& one) const;
    void print(bool asFile);

    Desk& m_desk;
    base::RecordId m_family;
    std::string m_wanted;
    std::vector<ComparableInstrument> m_found;
    QComboBox* m_instruments;
    QComboBox* m_groups;
    QComboBox* m_before;
    QComboBox* m_now;
    ReadFailure* m_failure;
    QPushButton* m_print;
    QLabel* m_headline;
    QLabel* m_remarks;
    QTreeWidget* m_lines;
};

/// "better, by 6", "fell by 2": what became of a value, in words alone.
QString changeWords(diagnostics::Trend trend, const std::optional<diagnostics::Points>& change);

} // namespace patronat::ui
