// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/desk.h"
#include "ui/common/restoring.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace patronat::ui {

class ReadFailure;

/// Shows what a removed record held and what comes back with it, and brings it back; that is one
/// action, which is undone like any save. Gone when closed.
class RestoreDialog final : public QDialog
{
    Q_OBJECT
public:
    RestoreDialog(Desk& desk, std::string type, base::RecordId id, QWidget* parent);

Q_SIGNALS:
    /// In words, what kind of record came back.
    void restored(const QString& words);

private:
    void load();
    void fill();
    void addValues();
    QString belowWords() const;
    void restore();

    Desk& m_desk;
    const std::string m_typeId;
    const profile::RecordType& m_type;
    const base::RecordId m_id;
    std::optional<RemovedRecord> m_removed; ///< as shown; none until it has been read
    bool m_isRestoring = false;
    QLabel* m_what;
    QTreeWidget* m_values;
    QLabel* m_below;
    ReadFailure* m_failure;
    QPushButton* m_restore;
};

} // namespace patronat::ui
