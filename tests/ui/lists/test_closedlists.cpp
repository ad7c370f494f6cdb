// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/screen.h"
#include "tests/support/temporaryfolder.h"
#include "tests/ui/support/testdesk.h"
#include "ui/lists/listpaper.h"
#include "ui/lists/listquery.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;

namespace {

/// Answers of a family, one who may read them and one who may not.
struct Office
{
    TestDesk office;
    RecordId psychologist
        = office.create("staff", { { "surname", "Сафина" }, { "firstName", "Гузель" }, { "role", "PSYCH" } });
    RecordId specialist
        = office.create("staff", { { "surname", "Галиева" }, { "firstName", "Алия" }, { "role", "DISTRICT" } });
    RecordId result;

    Office()
    {
        const RecordId family = office.create("family", { { "name", "Ивановы" } });
        const RecordId session = office.create("diagnostics", { { "family", Value(family) }, { "date", "2027-01-10" } });
        result = office.create("instrumentResult",
            { { "diagnostics", Value(session) }, { "instrument", "SITU" }, { "date", "2027-01-10" },
                { "respondentKind", "specialist" }, { "bandLabel", "средний" } });
        office.create("answerSheet", { { "instrumentResult", Value(result) }, { "answers", "{\"4\": 2}" } });
    }

    /// The lines as texts, a line apart; "-" of an empty cell.
    base::Result<std::string> lines(const ui::ListDeclaration& list, RecordId viewer)
    {
        return office.desk().store.read([&](const store::ReadTx& tx) -> base::Result<std::string> {
            PATRONAT_LET(const auto order, ui::listOrder(tx, list, { {}, {}, {}, false, "2027-03-12", viewer }));
            std::string out;
            for (const ui::ListRow& row : ui::listRows(tx, list, order, viewer)) {
                for (const Value& cell : row.cells)
                    out += std::string(cell.textOr("-")) + ' ';
                out += '\n';
            }
            return out;
        });
    }
};

ui::ListColumn column(const std::string& id, const std::string& sql)
{
    ui::ListColumn out;
    out.id = id;
    out.label = { { "ru", id } };
    out.sql = sql;
    return out;
}

/// Results with what was answered: a list that a profile may declare.
ui::ListDeclaration resultsWithAnswers()
{
    ui::ListDeclaration list;
    list.id = "results";
    list.type = "instrumentResult";
    list.columns = { column("level", "r.bandLabel"),
        column("answers", "(SELECT s.answers FROM answerSheet AS s WHERE s.instrumentResult = r.id)") };
    return list;
}

ui::ListDeclaration sheets()
{
    ui::ListDeclaration list;
    list.id = "sheets";
    list.type = "answerSheet";
    list.columns = { column("answers", "r.answers") };
    return list;
}

std::string fileOf(Office& at, RecordId viewer)
{
    ui::ListRequest request;
    request.today = "2027-03-12";
    request.author = viewer;
    const ui::ListPaper paper { std::make_shared<ui::ListDeclaration>(resultsWithAnswers()), request, { 0, 1 },
        ui::CellText(ui::ValueWriter(at.office.desk().profile(), "ru"), ui::CellText::Names::Shown),
        { "level", "answers" }, "results", {}, {}, {}, "ru" };
    tests::TemporaryFolder folder;
    base::Job job;
    const auto path = folder.file("list.csv");
    REQUIRE(ui::writeList(at.office.desk().store, paper, ui::ListFormat::Csv, path, job).ok());
    std::stringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

} // namespace

TEST_CASE("a list of what is for some roles only is refused to others, and says for whom it is")
{
    Office at;
    CHECK(at.lines(sheets(), at.psychologist).value() == "{\"4\": 2} \n");
    const auto refused = at.lines(sheets(), at.specialist);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == base::ErrorCode::NotPermitted);
    REQUIRE(refused.error().args.size() == 2);
    CHECK(refused.error().args[1].find("психолог") != std::string::npos);
}

TEST_CASE("a column that looks into what is for some roles only is empty for others, the rest of the line is not")
{
    Office at;
    CHECK(at.lines(resultsWithAnswers(), at.psychologist).value() == "средний {\"4\": 2} \n");
    CHECK(at.lines(resultsWithAnswers(), at.specialist).value() == "средний - \n");
    CHECK(at.lines(resultsWithAnswers(), at.psychologist).value() == "средний {\"4\": 2} \n");
}

TEST_CASE("a list in a file holds no more than on the screen")
{
    Office at;
    CHECK(fileOf(at, at.psychologist).find("\"\"4\"\": 2") != std::string::npos);
    const std::string other = fileOf(at, at.specialist);
    CHECK(other.find("средний") != std::string::npos);
    CHECK(other.find("\"4") == std::string::npos);
}

TEST_CASE("what counts records of some roles is refused to others, not counted wrongly")
{
    Office at;
    const auto counted = [&](RecordId viewer) {
        return at.office.desk().store.read([&](const store::ReadTx& tx) -> base::Result<std::int64_t> {
            const auto screened = access::screen(tx, viewer, store::ClosedReads::Refuse);
            auto select = tx.connection().prepare("SELECT count(DISTINCT s.id) FROM answerSheet AS s WHERE s.answers LIKE '%2%'");
            select.step();
            return select.integer(0);
        });
    };
    CHECK(counted(at.psychologist).value() == 1);
    REQUIRE_FALSE(counted(at.specialist).ok());
    CHECK(counted(at.specialist).error().code == base::ErrorCode::NotPermitted);
    CHECK(counted(at.psychologist).value() == 1);
}
