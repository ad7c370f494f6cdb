// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/common/valuetext.h"

#include <QDialog>

class QTreeWidget;

namespace patronat::ui {

class ReadFailure;

/// Who changed a record, or one field of it, when and to what; newest first.
class HistoryDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `field`: empty for all of them.
    HistoryDialog(
        Desk& desk, const std::string& type, base::RecordId id, std::string field, QWidget* parent);

private:
    struct Step
    {
        std::int64_t stamp = 0;
        std::string who;
        journal::Kind kind = journal::Kind::Write;
        base::Fields fields;
    };
    struct History
    {
        std::vector<Step> steps;
        Titles titles;
    };
    static base::Result<History> readHistory(const store::ReadTx& tx, const store::Rules& rules,
        const profile::RecordType& type, base::RecordId id, const std::string& field,
        const std::string& language);
    void load(base::RecordId id);
    void show(const History& history);
    QString whatHappened(const Step& step) const;

    Desk& m_desk;
    const profile::RecordType& m_type;
    std::string m_field;
    QTreeWidget* m_tree;
    ReadFailure* m_failure;
};

} // namespace patronat::ui
