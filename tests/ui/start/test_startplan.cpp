// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/users.h"
#include "core/profile/loader.h"
#include "core/store/store.h"
#include "tests/support/temporaryfolder.h"
#include "ui/common/languageswitch.h"
#include "ui/common/sizetext.h"
#include "ui/start/officesteps.h"
#include "ui/start/placewords.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

using namespace patronat;
using tests::TemporaryFolder;
using ui::PlaceTrouble;

namespace {

QString in(const TemporaryFolder& folder, const char* name)
{
    return QString::fromStdU16String(folder.file(name).u16string());
}

ui::StartPlaces places(const TemporaryFolder& folder)
{
    return { PATRONAT_PROFILES, in(folder, "") };
}

ui::StartDraft office(const TemporaryFolder& folder)
{
    ui::StartDraft draft;
    draft.profileId = QStringLiteral("ru-ta");
    draft.code = QStringLiteral("K01");
    draft.name = QStringLiteral("КЦСОН");
    draft.database = in(folder, "K01.db");
    return draft;
}

void write(const QString& file, const QByteArray& bytes)
{
    QFile out(file);
    REQUIRE(out.open(QIODevice::WriteOnly));
    out.write(bytes);
}

} // namespace

TEST_CASE("a region is offered, what it builds on is not")
{
    const auto regions = ui::installedRegions(PATRONAT_PROFILES);

    REQUIRE(regions.size() == 3);
    std::map<std::string, std::string> labels;
    for (const auto& one : regions)
        labels[one.id.toStdString()] = profile::labelIn(one.label, "ru");
    CHECK(labels.at("ru-ta") == "Республика Татарстан");
    CHECK(labels.contains("ru-tam"));
    CHECK(labels.contains("ru-nov"));
    CHECK(ui::installedRegions("nowhere").empty());
}

TEST_CASE("the region's offices come with their districts")
{
    const auto profile = profile::openProfile(std::filesystem::path(PATRONAT_PROFILES) / "ru-ta");
    REQUIRE(profile);

    const auto offices = ui::officesOf(**profile);
    const auto districts = ui::districtsOf(**profile);

    const auto found = std::find_if(offices.begin(), offices.end(),
        [](const ui::CodeChoice& one) { return one.code == QStringLiteral("K01"); });
    REQUIRE(found != offices.end());
    CHECK(found->territory == QStringLiteral("16-01"));
    CHECK(districts.size() == 45);
    CHECK(std::all_of(districts.begin(), districts.end(),
        [](const ui::CodeChoice& one) { return !one.name.isEmpty(); }));
}

TEST_CASE("a place for the database is judged before anything is written")
{
    const TemporaryFolder folder;
    write(in(folder, "there.db"), "x");

    CHECK(ui::judgePlace(in(folder, "new/deep/K01.db"), 1).trouble == PlaceTrouble::None);
    CHECK(ui::judgePlace(in(folder, "K01.db"), 1).freeBytes.value_or(0) > 0);
    CHECK(ui::judgePlace(in(folder, "there.db"), 1).trouble == PlaceTrouble::Taken);
    CHECK(ui::judgePlace({}, 1).trouble == PlaceTrouble::NoName);
    CHECK(ui::judgePlace(in(folder, ""), 1).trouble == PlaceTrouble::NoName);
    CHECK(ui::judgePlace(in(folder, "there.db/K01.db"), 1).trouble == PlaceTrouble::NoFolder);
    CHECK(ui::judgePlace(in(folder, "K01.db"), std::int64_t { 1 } << 60).trouble
        == PlaceTrouble::NoRoom);
    CHECK_FALSE(QFileInfo::exists(in(folder, "new")));
}

TEST_CASE("why nothing can be put somewhere is told as it is, not as a full disk")
{
    const TemporaryFolder folder;
    write(in(folder, "there.db"), "x");
    const auto words
        = [](const QString& file) { return ui::placeWords(ui::judgePlace(file, 1), file); };

    CHECK(words(in(folder, "there.db/K01.db")).contains(QStringLiteral("is no folder")));
    CHECK(words(in(folder, "new/K01.db")).startsWith(QStringLiteral("The folder is made.")));
    CHECK(ui::judgePlace(in(folder, "new/K01.db"), 1).folder
        == QFileInfo(in(folder, "new")).absolutePath());
#ifdef Q_OS_UNIX
    // A stick that was pulled out; a view of the system, of which root is told that it may write
    // there.
    CHECK(words(QStringLiteral("/media/anna/STICK/copy.patronat-backup"))
              .startsWith(QStringLiteral("/media/anna/STICK is not there")));
    CHECK(ui::judgePlace(QStringLiteral("/proc/K01.db"), 1).trouble == PlaceTrouble::NotWritable);
    CHECK(words(QStringLiteral("/proc/new/K01.db")).contains(QStringLiteral("cannot be made")));
    CHECK_FALSE(words(QStringLiteral("/proc/K01.db")).contains(QStringLiteral("free")));
#endif
}

TEST_CASE("bytes are counted in the forms of the language")
{
    ui::LanguageSwitch languages;
    languages.setLanguage(QStringLiteral("ru"));

    CHECK(ui::sizeText(0) == QStringLiteral("0 байт"));
    CHECK(ui::sizeText(1) == QStringLiteral("1 байт"));
    CHECK(ui::sizeText(2) == QStringLiteral("2 байта"));
    CHECK(ui::sizeText(21) == QStringLiteral("21 байт"));
    CHECK(ui::sizeText(512) == QStringLiteral("512 байт"));
    CHECK(ui::sizeText(1536).startsWith(QStringLiteral("1,5")));
}

TEST_CASE("an office that the region's list lacks is written down with its district, and is "
          "offered as one's own")
{
    const TemporaryFolder folder;
    ui::StartDraft draft = office(folder);
    draft.code = QStringLiteral("X77");
    draft.name = QStringLiteral("Приют «Надежда»");
    draft.officeKind = QStringLiteral("SHELTER");
    std::string district;

    SECTION("of the list")
    {
        draft.territories = { QStringLiteral("16-03") };
        district = "16-03";
    }
    SECTION("of a name that the list lacks")
    {
        draft.district = QStringLiteral("Новый район");
        district = "16-X77";
    }
    base::Job job;
    const base::SystemClock clock;
    const auto outcome = ui::carryOut(draft, places(folder), clock, job);
    INFO((outcome ? std::string() : describe(outcome.error())));
    REQUIRE(outcome);

    base::SystemRandom random;
    store::OpenOptions options;
    options.profilesRoot = PATRONAT_PROFILES;
    const auto store = store::Store::open(folder.file("K01.db"), { clock, random }, options);
    REQUIRE(store);
    const auto read = (*store)->read([&](const store::ReadTx& tx) -> base::Status {
        const auto own = access::ownOrganisation(tx, "X77");
        PATRONAT_LET(const auto record, tx.record("organisation", own));
        CHECK(record.values.at("name") == base::Value("Приют «Надежда»"));
        CHECK(record.values.at("kind") == base::Value("SHELTER"));
        PATRONAT_LET(const auto territory,
            tx.record("territory", *record.values.at("territory").reference()));
        CHECK(territory.values.at("code") == base::Value(district));
        CHECK(tx.setting("site.territories") == territory.id.hex());
        return {};
    });
    CHECK(read);
}

TEST_CASE(
    "the step of the office asks for a district where the region's list does not know the code")
{
    const auto profile = profile::openProfile(std::filesystem::path(PATRONAT_PROFILES) / "ru-ta");
    REQUIRE(profile);
    ui::StartDraft draft;
    ui::OfficeStep step(draft, "en");
    step.setProfile(*profile);
    step.enter();
    auto* code = step.findChild<QLineEdit*>(QStringLiteral("start.code"));
    auto* missing = step.findChild<QLabel*>(QStringLiteral("start.office.missing"));
    auto* districts = step.findChild<QListWidget*>(QStringLiteral("start.districts"));
    step.findChild<QLineEdit*>(QStringLiteral("start.name"))->setText(QStringLiteral("Приют"));

    code->setText(QStringLiteral("K01"));
    CHECK(step.isComplete());
    CHECK_FALSE(missing->isVisibleTo(&step));

    code->setText(QStringLiteral("X77"));
    CHECK_FALSE(step.isComplete());
    CHECK(missing->isVisibleTo(&step));

    SECTION("a district is marked")
    {
        districts->item(4)->setCheckState(Qt::Checked);
        CHECK(draft.territories.size() == 1);
    }
    SECTION("the name of one is written")
    {
        step.findChild<QLineEdit*>(QStringLiteral("start.district"))
            ->setText(QStringLiteral("Новый район"));
        CHECK(draft.district == QStringLiteral("Новый район"));
    }
    CHECK(step.isComplete());
    CHECK_FALSE(missing->isVisibleTo(&step));
    CHECK_FALSE(draft.officeKind.isEmpty());

    code->setText(QStringLiteral("K01"));
    CHECK(draft.district.isEmpty());
    CHECK(draft.officeKind.isEmpty());
}

TEST_CASE("a suggested name is free, and a name of a file")
{
    const TemporaryFolder folder;
    write(in(folder, "К-01.db"), "x");

    CHECK(ui::suggestedDatabase(in(folder, ""), QStringLiteral("К/01"))
              .endsWith(QStringLiteral("К-01-2.db")));
    CHECK(ui::suggestedDatabase(in(folder, ""), {}).endsWith(QStringLiteral("patronat.db")));
}

TEST_CASE("a file that is no batch is told, and the office is there all the same")
{
    const TemporaryFolder folder;
    write(in(folder, "torn.patronat-batch"), "not a batch");
    ui::StartDraft draft = office(folder);
    draft.batches = { in(folder, "torn.patronat-batch") };
    base::Job job;

    const auto outcome = ui::carryOut(draft, places(folder), base::SystemClock(), job);

    REQUIRE(outcome);
    REQUIRE(outcome->refused.size() == 1);
    CHECK(outcome->refused[0].why.code == base::ErrorCode::BatchUnreadable);
    CHECK(QFileInfo::exists(draft.database));
    CHECK_FALSE(ui::readBatchFacts(draft.batches[0]));
}

TEST_CASE("what is stopped or cannot be made leaves no database")
{
    const TemporaryFolder folder;
    ui::StartDraft draft = office(folder);
    base::Job stopped;
    stopped.cancel();
    base::Job job;

    CHECK_FALSE(ui::carryOut(draft, places(folder), base::SystemClock(), stopped));
    draft.territories = { QStringLiteral("99-99") };
    const auto unknown = ui::carryOut(draft, places(folder), base::SystemClock(), job);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == base::ErrorCode::NotFound);

    CHECK(QDir(in(folder, "")).entryList({ QStringLiteral("K01*") }).isEmpty());
}
