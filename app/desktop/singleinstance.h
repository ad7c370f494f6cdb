// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <filesystem>

class QLocalServer;

namespace patronat::desktop {

/// One window for one database and person: a second start finds the first by a name made of the database's path, asks it
/// to come to the front and ends.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const std::filesystem::path& database, QObject* parent = nullptr);
    /// True when a first one is there and has been asked to come to the front.
    bool raiseFirst() const;
    /// From now on this is the first one.
    void listen();

Q_SIGNALS:
    void raised();

private:
    QString m_name;
    QLocalServer* m_server;
};

} // namespace patronat::desktop
