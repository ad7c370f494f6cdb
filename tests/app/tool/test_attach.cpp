// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tool/shell.h"
#include "tests/core/scans/samplescans.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

using patronat::tests::Json;
using patronat::tests::Ran;
using patronat::tests::Shell;
namespace tests = patronat::tests;

namespace {

std::string contentOf(const Shell& shell, const std::string& hash)
{
    std::ifstream in(shell.file("a.db.blobs/" + hash.substr(0, 2) + "/" + hash), std::ios::binary);
    return { std::istreambuf_iterator<char>(in), {} };
}

} // namespace

TEST_CASE("a file is attached by command as the window would: smaller, without place, device and author")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const std::string act = shell.create("a.db", "surveyAct", { { "family", shell.family("a.db", "Ивановы").id } }).id;
    const std::string told = tests::telephonePicture(tests::photograph(2400, 1600));
    shell.writeFile("IMG 1.jpg", told);
    const Json added = shell.ask("a.db", { "attach", "surveyAct", act, "scan", shell.file("IMG 1.jpg") });
    CHECK(added["added"] == true);
    CHECK(added["treatment"] == "redrawn");
    CHECK(added["width"] == 2000);
    CHECK(added["sizeBefore"] == told.size());
    const std::string kept = contentOf(shell, added["hash"].get<std::string>());
    CHECK(kept.size() == added["size"]);
    CHECK_FALSE(tests::tells(kept));
    shell.writeFile("act.pdf", tests::tellingPdf());
    CHECK(shell.ask("a.db", { "attach", "surveyAct", act, "scan", shell.file("act.pdf") })["treatment"] == "cleaned");
    const Json fields = shell.get("a.db", "surveyAct", act)["fields"];
    CHECK(fields["scan"].dump().find("IMG 1") != std::string::npos);
    CHECK(fields["scan"].dump().find("act") != std::string::npos);
}

TEST_CASE("what cannot be read is not attached, in words, and a picture of people asks what it rests on")
{
    const Shell shell;
    shell.init("a.db", "16-01");
    const std::string act = shell.create("a.db", "surveyAct", { { "family", shell.family("a.db", "Ивановы").id } }).id;
    const std::string whole = tests::telephonePicture(tests::photograph(400, 300));
    shell.writeFile("half.jpg", whole.substr(0, whole.size() / 2));
    shell.writeFile("whole.jpg", whole);
    const auto attach = [&](std::vector<std::string> more, const std::string& language = "C") {
        std::vector<std::string> words { "attach", "surveyAct", act };
        words.insert(words.end(), more.begin(), more.end());
        words.insert(words.end(), { "--db", shell.file("a.db") });
        return shell.run(words, {}, language);
    };
    const Ran half = attach({ "scan", shell.file("half.jpg") }, "ru_RU.UTF-8");
    CHECK(half.code == 1);
    CHECK(half.out.find("скопирован не полностью") != std::string::npos);
    CHECK(attach({ "photos", shell.file("whole.jpg"), "--json" }).json()["reason"] == "noConsent");
    CHECK(attach({ "conclusion", shell.file("whole.jpg") }).code == 1);
    CHECK_FALSE(shell.get("a.db", "surveyAct", act)["fields"].contains("photos"));
    CHECK(attach({ "photos", shell.file("whole.jpg"), "--basis", "расписка матери от 10.01.2026" }).code == 0);
    CHECK(shell.get("a.db", "surveyAct", act)["fields"]["photoBasis"] == "расписка матери от 10.01.2026");
}
