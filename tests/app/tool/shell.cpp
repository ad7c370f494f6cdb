// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tool/shell.h"

#include "app/tool/invocation.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <catch2/catch.hpp>

namespace patronat::tests {

namespace {

constexpr int kPatience = 120'000; // milliseconds; a machine under load, not a measure of speed

} // namespace

std::string Shell::pathTo(const std::string& name) const
{
    return tool::pathText(m_folder.path() / name);
}

Ran Shell::run(const std::vector<std::string>& words, const std::string& input,
    const std::string& language) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : { "LC_ALL", "LC_MESSAGES", "LANGUAGE", "PATRONAT_PROFILES" })
        environment.remove(QString::fromLatin1(name));
    environment.insert(QStringLiteral("LANG"), QString::fromStdString(language));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(QString::fromStdString(pathTo("")));
    QStringList arguments;
    for (const std::string& word : words)
        arguments << QString::fromStdString(word);
    process.start(QStringLiteral(PATRONATCTL), arguments);
    process.write(QByteArray::fromStdString(input));
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(kPatience));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    return { process.exitCode(), process.readAllStandardOutput().toStdString(),
        process.readAllStandardError().toStdString() };
}

Json Shell::ask(
    const std::string& database, std::vector<std::string> words, const std::string& input) const
{
    words.insert(words.end(), { "--db", pathTo(database), "--json" });
    const Ran ran = run(words, input);
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    return ran.json();
}

void Shell::writeFile(const std::string& name, const std::string& bytes) const
{
    QFile file(QString::fromStdString(pathTo(name)));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(QByteArray::fromStdString(bytes)) == static_cast<qint64>(bytes.size()));
}

void Shell::init(
    const std::string& database, const std::string& office, std::vector<std::string> more) const
{
    std::vector<std::string> words { "init", "--profile", "ru-ta", "--office", office, "--name",
        "Отделение " + office };
    words.insert(words.end(), more.begin(), more.end());
    ask(database, std::move(words));
}

std::string Shell::idOf(
    const std::string& database, const std::string& type, const std::string& code) const
{
    const Json found = ask(database, { "list", type, "--where", "code = '" + code + "'" });
    REQUIRE(found.size() == 1);
    return found[0]["id"].get<std::string>();
}

Shell::Shown Shell::create(
    const std::string& database, const std::string& type, const Json& fields) const
{
    const Json saved = ask(database, { "put", type }, fields.dump());
    return { saved["id"].get<std::string>(), saved["heads"].get<std::string>() };
}

Shell::Shown Shell::change(const std::string& database, const std::string& type, const Shown& base,
    const Json& fields) const
{
    const Json saved
        = ask(database, { "put", type, "--id", base.id, "--base", base.heads }, fields.dump());
    return { saved["id"].get<std::string>(), saved["heads"].get<std::string>() };
}

Json Shell::get(const std::string& database, const std::string& type, const std::string& id) const
{
    return ask(database, { "get", type, id });
}

Shell::Shown Shell::family(const std::string& database, const std::string& name) const
{
    return create(database, "family",
        { { "name", name }, { "territory", idOf(database, "territory", "16-01") } });
}

std::string Shell::bodyMember(
    const std::string& database, const std::string& body, const std::string& surname, const std::string& role) const
{
    return create(database, "bodyMember",
        { { "body", body }, { "surname", surname }, { "firstName", "Анна" }, { "post", "специалист" }, { "role", role } })
        .id;
}

Json Shell::carry(const std::string& from, const std::string& to) const
{
    const std::string batch = from + ".patronat-batch";
    ask(from, { "export", "--to", pathTo(batch), "--all" });
    return ask(to, { "merge", pathTo(batch), "--accept-uncertified" });
}

} // namespace patronat::tests
