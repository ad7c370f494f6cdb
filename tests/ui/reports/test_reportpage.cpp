// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temporaryfolder.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/reports/figuredialog.h"
#include "ui/reports/periodchooser.h"
#include "ui/reports/reportpage.h"
#include "ui/reports/reportpaper.h"
#include "ui/reports/reporttable.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPrinter>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using base::Value;
using ui::ReportPage;

namespace {

constexpr const char* kDay = "2026-03-01";

/// An office with families on the register; everything that signing asks for is filled with what
/// comes first.
class Register
{
public:
    Register()
    {
        office.desk().languages.setLanguage(QStringLiteral("ru"));
        staff = office.create("staff",
            { { "surname", "Ахметова" }, { "firstName", "Лилия" }, { "role", "DISTRICT" } });
    }

    RecordId family(const char* name, const char* district)
    {
        const RecordId territory
            = office.seed("territory", std::string("code = '") + district + "'");
        return office.create("family", { { "name", name }, { "territory", Value(territory) } });
    }

    RecordId supported(RecordId family, const char* category)
    {
        lives(family, "Анна", "1990-05-05", "mother");
        lives(family, "Мария", "2016-05-05", "daughter");
        base::Fields fields { { "family", Value(family) }, { "kind", "SUPPORT" },
            { "regDate", kDay } };
        const profile::RecordType& type = *office.desk().profile().type("episode");
        for (const profile::Field& field : type.fields)
            if ((field.required.always || field.id == "housingCondition")
                && !fields.contains(field.id))
                fields[field.id] = something(field);
        fields["grounds"] = "[\"" + std::string(fields.at("mainGround").textOr({})) + "\"]";
        fields["primaryCategory"] = category;
        fields["legalStatus"] = "TZS";
        const RecordId id = office.create("episode", fields);
        const auto done = office.desk().store.write(
            { {}, {}, {}, "test" }, [&](store::WriteTx& tx) -> base::Result<base::GroupId> {
                auto plan = tx.read().signPlan("episode", id);
                if (!plan)
                    return plan.error();
                return tx.sign(*plan);
            });
        if (!done)
            FAIL(describe(done.error()));
        return id;
    }

    void tamper(std::string_view sql)
    {
        REQUIRE(office.desk()
                    .store
                    .bulk([&](store::Store::Inner& inner) -> base::Status {
                        inner.connection.execute(sql);
                        return {};
                    })
                    .ok());
    }

    tests::TestDesk office;
    RecordId staff;

private:
    void lives(RecordId family, const char* firstName, const char* born, const char* role)
    {
        const RecordId person = office.create("person",
            { { "surname", "Иванова" }, { "firstName", firstName }, { "sex", "f" },
                { "birthDate", born } });
        office.create("member",
            { { "family", Value(family) }, { "person", Value(person) }, { "role", role },
                { "isLegalRepresentative", std::string_view(role) == "mother" ? 1 : 0 } });
    }
    Value something(const profile::Field& field)
    {
        using profile::FieldType;
        const auto code = [&] {
            return office.desk().profile().classifier(field.classifier)->codes.front().code;
        };
        switch (field.type) {
        case FieldType::Choice:
            return Value(code());
        case FieldType::Choices:
            return Value("[\"" + code() + "\"]");
        case FieldType::Date:
            return Value(kDay);
        case FieldType::Reference:
            return Value(field.target == "staff" ? staff : office.seed(field.target, "1"));
        default:
            return Value(1);
        }
    }
};

struct Shown
{
    explicit Shown(Register& world)
        : page(world.office.desk(), nullptr)
        , hands(page, world.office.desk().jobs)
    {
        QObject::connect(&page, &ReportPage::failed, &page,
            [this](const base::Error& problem) { error = describe(problem); });
        page.resize(1180, 740);
        page.show();
        hands.settle();
        page.findChild<QComboBox*>(QStringLiteral("period.year"))
            ->setCurrentText(QStringLiteral("2026"));
    }
    void count()
    {
        page.findChild<QPushButton*>(QStringLiteral("reports.count"))->setFocus();
        hands.key(Qt::Key_Space);
    }
    QString said() { return page.findChild<QLabel*>(QStringLiteral("reports.said"))->text(); }
    std::string figure(const char* row)
    {
        REQUIRE(page.shownTable() != nullptr);
        const reports::Cell* cell = page.shownTable()->cell(row, "2026");
        REQUIRE(cell != nullptr);
        return reports::printed(*cell, ',');
    }
    ReportPage page;
    tests::Hands hands;
    std::string error;
};

QByteArray begin(const std::filesystem::path& path)
{
    QFile file(QString::fromStdU16String(path.u16string()));
    return file.open(QIODevice::ReadOnly) ? file.read(4) : QByteArray();
}

} // namespace

TEST_CASE("a report is chosen, counted beside the window and shown with its heads, totals and "
          "control line")
{
    Register world;
    world.supported(world.family("Сафины", "16-01"), "C1");
    world.supported(world.family("Агишевы", "16-02"), "C4");
    Shown shown(world);

    shown.count();

    CHECK(shown.error.empty());
    CHECK(shown.figure("1.") == "2");
    CHECK(shown.figure("1.1.") == "1");
    CHECK(shown.figure("1.4.") == "1");
    CHECK(shown.said().contains(QStringLiteral("2026 год")));
    auto* view = shown.page.findChild<QTableView*>(QStringLiteral("reports.table"));
    REQUIRE(view->isVisible());
    CHECK(view->hasFocus());
    const QAbstractItemModelTester tester(
        view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(view->model()->headerData(1, Qt::Horizontal).toString()
        == QStringLiteral("Наименование индикатора (показателя)"));
    CHECK(view->model()
              ->index(0, 3)
              .data(Qt::AccessibleTextRole)
              .toString()
              .contains(QStringLiteral("Численность семей")));
    const QString notes = shown.page.findChild<QLabel*>(QStringLiteral("reports.notes"))->text();
    CHECK(notes.contains(QStringLiteral("Контроль")));
    CHECK(notes.contains(QStringLiteral("сходится")));
}

TEST_CASE("a territory narrows a report to what lies in it")
{
    Register world;
    world.supported(world.family("Сафины", "16-01"), "C1");
    world.supported(world.family("Агишевы", "16-02"), "C4");
    Shown shown(world);
    auto* territory = shown.page.findChild<QComboBox*>(QStringLiteral("reports.territory"));
    territory->setCurrentIndex(territory->findData(QStringLiteral("16-02")));

    shown.count();

    CHECK(shown.figure("1.") == "1");
    CHECK(shown.figure("1.4.") == "1");
    CHECK(shown.said().contains(territory->currentText()));
}

TEST_CASE(
    "a figure opens the records that it counts, a share those of its part and says of how many")
{
    Register world;
    const RecordId first = world.family("Агишевы", "16-01");
    world.supported(first, "C4");
    const RecordId second = world.family("Сафины", "16-01");
    world.supported(second, "C4");
    const RecordId third = world.family("Юсуповы", "16-02");
    world.supported(third, "C2");
    world.tamper(
        "UPDATE episode SET endDate = '2026-06-01', outcome = 'POSITIVE', removalGround = 'R1', "
        "outcomeConfirmedBy = id WHERE family = x'"
        + third.hex() + "'");
    Shown shown(world);
    shown.count();
    std::vector<std::pair<std::string, RecordId>> opened;
    QObject::connect(&shown.page, &ReportPage::opened, &shown.page,
        [&](const std::string& type, RecordId id) { opened.emplace_back(type, id); });
    QString said;
    QObject::connect(&shown.page, &ReportPage::stateChanged, &shown.page,
        [&](const QString& words) { said = words; });
    auto* view = shown.page.findChild<QTableView*>(QStringLiteral("reports.table"));
    const auto press = [&](const char* row) {
        const reports::Table& table = *shown.page.shownTable();
        const auto line = std::find_if(table.rows.begin(), table.rows.end(),
            [&](const auto& one) { return one.number == row; });
        const auto column = std::find_if(table.columns.begin(), table.columns.end(),
            [](const auto& one) { return one.id == "2026"; });
        view->setFocus();
        view->setCurrentIndex(view->model()->index(static_cast<int>(line - table.rows.begin()),
            ui::ReportTable::FirstFigure + static_cast<int>(column - table.columns.begin())));
        shown.hands.key(Qt::Key_Return);
    };

    REQUIRE(shown.figure("1.4.") == "2");
    press("1.4.");
    auto* dialog = shown.page.findChild<ui::FigureDialog*>();
    REQUIRE(dialog != nullptr);
    REQUIRE(dialog->list()->count() == 2);
    CHECK(dialog->list()->item(0)->text() == QStringLiteral("Агишевы"));
    QTest::keyClick(dialog->list(), Qt::Key_Down);
    QTest::keyClick(dialog->list(), Qt::Key_Return);
    shown.hands.settle();
    REQUIRE(opened.size() == 1);
    CHECK(opened.front().first == "family");
    CHECK(opened.front().second == second);

    REQUIRE(shown.figure("11.") == "33,3");
    press("11.");
    auto* share = shown.page.findChild<ui::FigureDialog*>();
    REQUIRE(share != nullptr);
    REQUIRE(share->list()->count() == 1);
    CHECK(share->list()->item(0)->text() == QStringLiteral("Юсуповы"));
    CHECK(share->findChild<QLabel*>(QStringLiteral("figure.share"))
              ->text()
              .contains(QStringLiteral("1 из 3")));
    share->close();
    shown.hands.settle();

    press("9."); // nothing to count it from
    CHECK(shown.page.findChild<ui::FigureDialog*>() == nullptr);
    CHECK(said.contains(QStringLiteral("нечего")));
    CHECK(shown.error.empty());
}

TEST_CASE("counting can be stopped, and nothing is shown of it")
{
    Register world;
    Shown shown(world);

    shown.page.count();
    CHECK(shown.page.isCounting());
    QTest::mouseClick(
        shown.page.findChild<QPushButton*>(QStringLiteral("reports.stop")), Qt::LeftButton);
    shown.hands.settle();

    CHECK_FALSE(shown.page.isCounting());
    CHECK(shown.page.shownTable() == nullptr);
    CHECK(shown.said().contains(QStringLiteral("Остановлено")));
}

TEST_CASE("a report whose parts do not add up says so, and the record that is to blame opens")
{
    Register world;
    const RecordId family = world.family("Сафины", "16-01");
    const RecordId episode = world.supported(family, "C1");
    world.tamper("UPDATE episode SET primaryCategory = NULL");
    Shown shown(world);
    std::string type;
    RecordId opened;
    QObject::connect(
        &shown.page, &ReportPage::opened, &shown.page, [&](const std::string& one, RecordId id) {
            type = one;
            opened = id;
        });

    shown.count();

    REQUIRE(shown.page.shownTable() != nullptr);
    CHECK(shown.said().contains(QStringLiteral("не сходятся")));
    auto* culprits = shown.page.findChild<QListWidget*>(QStringLiteral("reports.culprits"));
    REQUIRE(culprits->count() >= 1);
    CHECK(culprits->hasFocus());
    world.office.desk().privacy.setMasking(true);
    CHECK_FALSE(culprits->item(0)->text().contains(QStringLiteral("Сафины")));
    culprits->setFocus();
    shown.hands.key(Qt::Key_Return);
    CHECK((opened == family || opened == episode));
    CHECK_FALSE(type.empty());
}

TEST_CASE("what is shown is saved in every form it is sent in, and printed")
{
    Register world;
    world.supported(world.family("Сафины", "16-01"), "C1");
    Shown shown(world);
    shown.count();
    const tests::TemporaryFolder folder;

    for (const char* name : { "t.xlsx", "t.csv", "t.html", "t.pdf" })
        shown.page.paper().saveTo(folder.file(name));
    auto printer = std::make_shared<QPrinter>();
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(QString::fromStdU16String(folder.file("printed.pdf").u16string()));
    shown.page.paper().printOn(std::move(printer));
    shown.hands.settle();

    CHECK(shown.error.empty());
    CHECK(begin(folder.file("t.xlsx")).startsWith("PK"));
    CHECK(begin(folder.file("t.csv")).size() == 4);
    CHECK(begin(folder.file("t.html")).startsWith("<!DO"));
    CHECK(begin(folder.file("t.pdf")) == "%PDF");
    CHECK(begin(folder.file("printed.pdf")) == "%PDF");
    shown.page.paper().saveTo(folder.file("no such folder") / "t.pdf");
    shown.hands.settle();
    CHECK(shown.error.find("fileNotWritable") != std::string::npos);
}

TEST_CASE("the pages are seen before they are printed")
{
    Register world;
    Shown shown(world);
    shown.count();

    shown.page.tabs()->setCurrentIndex(1);
    shown.hands.settle();

    CHECK(shown.page.paper().pageCount() >= 1);
}

TEST_CASE("a period that is none is said at once, and cannot be counted")
{
    Register world;
    Shown shown(world);
    auto* kind = shown.page.findChild<QComboBox*>(QStringLiteral("period.kind"));
    kind->setFocus();
    shown.hands.key(Qt::Key_End);

    CHECK(kind->currentIndex() == ui::PeriodChooser::Days);
    CHECK_FALSE(shown.page.findChild<QPushButton*>(QStringLiteral("reports.count"))->isEnabled());
    CHECK(shown.said().contains(QStringLiteral("01.01.2016")));
}
