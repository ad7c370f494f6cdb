// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temporaryfolder.h"
#include "tests/ui/support/testdesk.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>
#include <catch2/catch.hpp>

#include <filesystem>

using namespace patronat;

namespace {

constexpr int kPatienceMs = 60000;

QProcessEnvironment environmentOf(const tests::TemporaryFolder& folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString home = QString::fromStdString(folder.path().string());
    for (const char* name : { "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR" })
        environment.insert(QString::fromLatin1(name), home);
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return environment;
}

/// A program of ours as a person starts it; ended with the test.
class Started
{
public:
    Started(const tests::TemporaryFolder& folder, const char* program, const QStringList& arguments)
    {
        m_process.setProcessEnvironment(environmentOf(folder));
        m_process.setWorkingDirectory(QString::fromStdString(folder.path().string()));
        m_process.start(QString::fromLocal8Bit(program), arguments);
        REQUIRE(m_process.waitForStarted(kPatienceMs));
    }
    ~Started()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.terminate();
        if (!m_process.waitForFinished(kPatienceMs))
            m_process.kill();
    }
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    qint64 pid() const { return m_process.processId(); }
    void give(const char* input)
    {
        m_process.write(input);
        m_process.closeWriteChannel();
    }
    int end()
    {
        REQUIRE(m_process.waitForFinished(kPatienceMs));
        REQUIRE(m_process.exitStatus() == QProcess::NormalExit);
        return m_process.exitCode();
    }
    QString errors() { return QString::fromUtf8(m_process.readAllStandardError()); }
    QString output() { return QString::fromUtf8(m_process.readAllStandardOutput()); }

private:
    QProcess m_process;
};

} // namespace

TEST_CASE("a second start of the program raises the first one's window; the tool beside it reads, and says who writes")
{
    const tests::TemporaryFolder folder;
    const QString database = QString::fromStdString(folder.file("office.db").string());
    {
        tests::TestDesk office;
        office.desk().store.checkpoint();
        std::filesystem::copy_file(office.path(), folder.file("office.db"));
    }
    Started first(folder, PATRONAT_PROGRAM, { QStringLiteral("--db"), database });
    REQUIRE(QTest::qWaitFor([&] { return QFile::exists(database + QStringLiteral(".lock")); }, kPatienceMs));

    Started put(folder, PATRONATCTL, { QStringLiteral("put"), QStringLiteral("family"), QStringLiteral("--db"), database });
    put.give(R"({"name": "Сафины"})");
    CHECK(put.end() == 1);
    const QString said = put.errors();
    INFO(said.toStdString());
    CHECK(said.contains(QStringLiteral("patronat")));
    CHECK(said.contains(QString::number(first.pid())));
    Started list(folder, PATRONATCTL, { QStringLiteral("list"), QStringLiteral("territory"), QStringLiteral("--db"), database });
    CHECK(list.end() == 0);
    CHECK_FALSE(list.output().isEmpty());

    // It ends only when a window has answered that it has come to the front.
    Started second(folder, PATRONAT_PROGRAM, { QStringLiteral("--db"), database });
    CHECK(second.end() == 0);
    CHECK(first.isRunning());
}
