// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/testdesk.h"
#include "ui/admin/territorytree.h"

#include <QAbstractItemModelTester>
#include <catch2/catch.hpp>

using namespace patronat;
using base::RecordId;
using ui::TerritoryLine;
using ui::TerritoryTree;

namespace {

TerritoryLine line(std::uint64_t id, std::uint64_t parent, const char* name)
{
    return { RecordId { 9, id }, parent == 0 ? RecordId {} : RecordId { 9, parent }, name, name, "district", {}, false };
}

QString nameAt(const TerritoryTree& tree, int row, const QModelIndex& parent = {})
{
    return tree.index(row, TerritoryTree::Name, parent).data().toString();
}

} // namespace

TEST_CASE("territories stand under what they are part of")
{
    tests::TestDesk office;
    TerritoryTree tree(office.desk(), nullptr);
    const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::Fatal);

    tree.setLines({ line(1, 0, "region"), line(2, 1, "district"), line(3, 2, "village"), line(4, 1, "town") });

    REQUIRE(tree.rowCount() == 1);
    const QModelIndex region = tree.index(0, 0);
    CHECK(tree.rowCount(region) == 2);
    CHECK(nameAt(tree, 1, region) == QStringLiteral("town"));
    const QModelIndex village = tree.indexOf(RecordId { 9, 3 });
    CHECK(village.data().toString() == QStringLiteral("village"));
    CHECK(village.parent().parent() == region);
}

TEST_CASE("territories that are part of each other, of themselves or of nothing known are still shown")
{
    tests::TestDesk office;
    TerritoryTree tree(office.desk(), nullptr);
    const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::Fatal);

    tree.setLines({ line(1, 2, "one"), line(2, 1, "other"), line(3, 3, "itself"), line(4, 99, "nowhere") });

    int shownCount = tree.rowCount();
    for (int row = 0; row < tree.rowCount(); ++row)
        shownCount += tree.rowCount(tree.index(row, 0));
    CHECK(shownCount == 4);
}

TEST_CASE("what came with the profile is named so")
{
    tests::TestDesk office;
    office.desk().languages.setLanguage(QStringLiteral("ru"));
    const RecordId shipped = office.seed("territory", "code = '16-01'");
    const RecordId own = office.create("territory",
        { { "code", "16-01-900" }, { "name", "Новый участок" }, { "kind", "sector" }, { "parent", base::Value(shipped) } });
    const auto lines = office.desk().store.read(
        [](const store::ReadTx& tx) -> base::Result<std::vector<TerritoryLine>> { return ui::territoryLines(tx); });
    REQUIRE(lines.ok());
    TerritoryTree tree(office.desk(), nullptr);
    tree.setLines(*lines);

    const auto source = [&](RecordId id) {
        return tree.indexOf(id).siblingAtColumn(TerritoryTree::Source).data().toString();
    };
    CHECK(source(shipped) == QStringLiteral("из поставки"));
    CHECK(source(own) == QStringLiteral("добавлена здесь"));
    CHECK(tree.indexOf(own).parent() == tree.indexOf(shipped));
}
