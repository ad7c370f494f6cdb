// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <string>
#include <vector>

namespace patronat::ui {

/// A member of a body on a day.
struct MemberLine
{
    base::RecordId id;
    std::int64_t number = 0; ///< 0: none
    std::string name;
    std::string post;
    std::string role; ///< code
    bool votes = false;
    std::string from;
    std::string to;
};

/// Who is in a body, and the number that the next member gets.
struct BodyMembers
{
    std::vector<MemberLine> lines;
    std::int64_t next = 1;
};

/// Those who are members on `day`; an empty day: all there ever were. Within a read.
BodyMembers bodyMembers(const store::ReadTx& tx, base::RecordId body, const std::string& day);

class MemberList final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Number,
        Name,
        Post,
        Role,
        Votes,
        Term,
        ColumnCount
    };
    MemberList(Desk& desk, QObject* parent);

    void setLines(std::vector<MemberLine> lines);
    const MemberLine* line(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Desk& m_desk;
    std::vector<MemberLine> m_lines;
};

} // namespace patronat::ui
