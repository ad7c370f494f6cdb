// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/singleinstance.h"

#include "core/base/hash.h"

#include <QLocalServer>
#include <QLocalSocket>

namespace patronat::desktop {

namespace {

constexpr int kAnswerMs = 500;
constexpr int kDigits = 24;

} // namespace

SingleInstance::SingleInstance(const std::filesystem::path& database, QObject* parent)
    : QObject(parent)
    , m_server(new QLocalServer(this))
{
    std::error_code unknown; // a file that is not there yet has a name all the same
    const std::string path = std::filesystem::weakly_canonical(database, unknown).string();
    m_name = QStringLiteral("patronat-")
        + QString::fromStdString(base::hex(base::blake2b(path))).left(kDigits);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* caller = m_server->nextPendingConnection()) {
            connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
            Q_EMIT raised();
            caller->write("raised");
            caller->flush();
        }
    });
}

bool SingleInstance::raiseFirst() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kAnswerMs))
        return false;
    // Only an answer shows that somebody is there who can come to the front.
    return socket.waitForReadyRead(kAnswerMs);
}

void SingleInstance::listen()
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    if (m_server->listen(m_name))
        return;
    // Left by a program that was killed: nobody answered on it.
    QLocalServer::removeServer(m_name);
    m_server->listen(m_name);
}

} // namespace patronat::desktop
