// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measures.h"

#include "core/base/text.h"
#include "core/store/search.h"
#include "tests/bench/countingvfs.h"
#include "tests/bench/floor.h"

#include <algorithm>
#include <stdexcept>

namespace patronat::bench {

namespace {

constexpr int kEdits = 300;

std::filesystem::path ours(const Region& region) { return region.scratch("ours.db"); }
std::filesystem::path plain(const Region& region) { return region.scratch("floor.db"); }

Ratio mergeIntoEmpty(Region& region, const Floor& floor, const std::vector<FloorStep>& steps, int rounds)
{
    std::unique_ptr<store::Store> centre;
    const Ratio ratio = measure({ "merge of all offices into an empty centre", "<= 1.5 (goal 1.3)",
                               [&] { floor.create(plain(region)); }, [&] { floor.run(plain(region), steps); },
                               [&] {
                                   centre.reset();
                                   centre = region.newCentre(ours(region));
                               },
                               [&] { region.merge(*centre, region.batches()); } },
        rounds);
    return ratio;
}

/// The first merge takes the place of the floor: how much of it a second one costs.
Ratio repeatedMerge(Region& region, int rounds)
{
    std::unique_ptr<store::Store> centre;
    return measure({ "the same batches merged again, against the first time", "<= 0.05",
                       [&] {
                           centre.reset();
                           centre = region.newCentre(ours(region));
                       },
                       [&] { region.merge(*centre, region.batches()); }, {},
                       [&] { region.merge(*centre, region.batches()); } },
        rounds);
}

Ratio mergeOfADay(Region& region, const Floor& floor, const std::vector<FloorStep>& base,
    const std::vector<FloorStep>& day, int rounds)
{
    const std::filesystem::path loaded = region.scratch("floor-loaded.db");
    floor.create(loaded);
    floor.run(loaded, base);
    std::unique_ptr<store::Store> centre;
    return measure({ "one day of every office merged into the loaded centre", "<= 1.5 (goal 1.3)",
                       [&] { copyDatabase(loaded, plain(region)); }, [&] { floor.runByOrigin(plain(region), day); },
                       [&] {
                           centre.reset();
                           copyDatabase(region.centre(), ours(region));
                           centre = region.open(ours(region));
                       },
                       [&] { region.merge(*centre, region.days()); } },
        rounds);
}

Ratio exportOfAll(Region& region, const Floor& floor, const std::vector<FloorStep>& steps, int rounds)
{
    std::vector<std::unique_ptr<store::Store>> stores;
    for (const auto& office : region.offices())
        stores.push_back(region.open(office));
    const std::filesystem::path batch = region.scratch("out.patronat-batch");
    return measure({ "export of every office, against the floor of the same rows", "<= 0.4",
                       [&] { floor.create(plain(region)); }, [&] { floor.run(plain(region), steps); }, {},
                       [&] {
                           for (const auto& store : stores)
                               region.exportTo(*store, batch);
                       } },
        rounds);
}

struct Edits {
    std::vector<FloorStep> steps;
    std::vector<base::RecordId> families;
};

Edits editsOf(const Region& region, const store::Tables& tables)
{
    const auto store = region.open(region.centre());
    Edits edits;
    const auto families = store->read([](const store::ReadTx& tx) { return tx.list("family", {}, kEdits); });
    if (!families)
        throw std::runtime_error(describe(families.error()));
    edits.families = *families;
    const store::Table* table = tables.find("family");
    for (std::size_t i = 0; i < edits.families.size(); ++i)
        edits.steps.push_back({ table, edits.families[i], {}, false, false, 0,
            { { table->column("phone"), base::Value("+7 901 " + std::to_string(i)) } } });
    return edits;
}

void editEach(store::Store& store, const std::vector<base::RecordId>& families)
{
    for (std::size_t i = 0; i < families.size(); ++i) {
        const auto form = store.read([&](const store::ReadTx& tx) { return tx.record("family", families[i]); });
        const auto saved = store.write({}, [&](store::WriteTx& tx) {
            return tx.put("family", families[i], form->heads, { { "phone", "+7 901 " + std::to_string(i) } });
        });
        if (!saved)
            throw std::runtime_error(describe(saved.error()));
    }
}

Ratio savedEdits(Region& region, const Floor& floor, const store::Tables& tables,
    const std::vector<FloorStep>& base, Measured& out)
{
    const Edits edits = editsOf(region, tables);
    const std::filesystem::path loaded = region.scratch("floor-loaded.db");
    if (!std::filesystem::exists(loaded)) {
        floor.create(loaded);
        floor.run(loaded, base);
    }
    std::unique_ptr<store::Store> centre;
    std::uint64_t syncs = 0;
    const Ratio ratio = measure({ std::to_string(edits.families.size()) + " saved edits, each read as a form and written", "<= 1.5",
                              [&] { copyDatabase(loaded, plain(region)); },
                              [&] { floor.runEach(plain(region), edits.steps); },
                              [&] {
                                  centre.reset();
                                  copyDatabase(region.centre(), ours(region));
                                  centre = region.open(ours(region));
                              },
                              [&] {
                                  const std::uint64_t before = syncsOfLogs() + syncsOfDatabases();
                                  editEach(*centre, edits.families);
                                  syncs = syncsOfLogs() + syncsOfDatabases() - before;
                              } },
        5);
    out.figures.emplace_back("syncs per saved edit", static_cast<double>(syncs) / static_cast<double>(edits.families.size()));
    return ratio;
}

std::vector<std::string> keystrokes(const store::ReadTx& tx)
{
    std::vector<std::string> out;
    auto select = tx.connection().prepareOnce("SELECT folded FROM name WHERE type = 'person' ORDER BY no LIMIT 300");
    while (select.step()) {
        const std::string line(select.text(0));
        const std::string surname = line.substr(0, line.find(' '));
        for (std::size_t length = 2; length <= surname.size() && length <= 16; length += 2)
            out.push_back(surname.substr(0, length));
        out.push_back(line.substr(0, std::min(line.size(), surname.size() + 3)));
    }
    return out;
}

double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

void searchAsYouType(const Region& region, Measured& out)
{
    const auto store = region.open(region.centre());
    std::vector<double> found;
    std::vector<double> scanned;
    const auto read = store->read([&](const store::ReadTx& tx) -> base::Status {
        const auto typed = keystrokes(tx);
        for (std::size_t i = 0; i < typed.size(); ++i) {
            double start = wallMs();
            const auto hits = store::search(tx, typed[i], 50);
            if (!hits)
                return hits.error();
            found.push_back((wallMs() - start) * 1e3);
            if (i % 7 != 0)
                continue;
            start = wallMs();
            auto like = tx.connection().prepare("SELECT no FROM name WHERE folded LIKE ?1 ORDER BY folded LIMIT 50");
            like.bind(1, base::Value("%" + base::fold(typed[i]) + "%"));
            while (like.step()) { }
            scanned.push_back((wallMs() - start) * 1e3);
        }
        return {};
    });
    if (!read)
        throw std::runtime_error(describe(read.error()));
    out.figures.emplace_back("search, a keystroke, p50 us", percentile(found, 0.5));
    out.figures.emplace_back("search, a keystroke, p95 us", percentile(found, 0.95));
    out.figures.emplace_back("LIKE over the same names, p95 us", percentile(scanned, 0.95));
    out.figures.emplace_back("search p95 / LIKE p95", percentile(found, 0.95) / percentile(scanned, 0.95));
}

std::vector<FloorStep> stepsOfTheDay(const Region& region, const store::Tables& tables)
{
    copyDatabase(region.centre(), ours(region));
    const auto worked = region.open(ours(region));
    const auto before = Floor::heldBy(*worked);
    region.merge(*worked, region.days());
    return Floor::stepsOf(*worked, tables, before);
}

} // namespace

Measured measureAll(Region& region, int rounds, const std::string& only)
{
    const auto isAsked = [&](const char* workload) { return only.empty() || only == workload; };
    region.make();
    Measured out;
    out.families = region.families();
    const store::Tables tables(region.profile());
    const Floor floor(tables);
    const std::vector<FloorStep> base = Floor::stepsOf(*region.open(region.centre()), tables);
    out.operations = base.size();
    out.rows = static_cast<std::size_t>(
        std::count_if(base.begin(), base.end(), [](const FloorStep& step) { return step.isInsert; }));
    if (isAsked("merge"))
        out.ratios.push_back(mergeIntoEmpty(region, floor, base, rounds));
    if (isAsked("again"))
        out.ratios.push_back(repeatedMerge(region, rounds));
    if (isAsked("day")) {
        const std::vector<FloorStep> day = stepsOfTheDay(region, tables);
        out.figures.emplace_back("operations of the day", static_cast<double>(day.size()));
        out.ratios.push_back(mergeOfADay(region, floor, base, day, rounds));
    }
    if (isAsked("edits"))
        out.ratios.push_back(savedEdits(region, floor, tables, base, out));
    if (isAsked("export"))
        out.ratios.push_back(exportOfAll(region, floor, base, rounds));
    if (isAsked("search"))
        searchAsYouType(region, out);
    return out;
}

} // namespace patronat::bench
