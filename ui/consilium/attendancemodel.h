// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/consilium/meetingsummary.h"

#include <QAbstractTableModel>

#include <vector>

namespace patronat::ui {

/// Who belongs to the body on the day and who was there, in words.
class AttendanceModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        There,
        Reason,
        Role,
        Post,
        ColumnCount
    };

    AttendanceModel(Desk& desk, QObject* parent);

    void show(std::vector<AttendanceLine> lines);
    const std::vector<AttendanceLine>& lines() const { return m_lines; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const AttendanceLine& line, int column) const;
    Desk& m_desk;
    std::vector<AttendanceLine> m_lines;
};

/// "Присутствуют 7 из 9, кворум есть": by the profile's own rule.
QString quorumWords(const MeetingSummary& meeting);

} // namespace patronat::ui
