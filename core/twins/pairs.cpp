// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/twins/family.h"
#include "core/twins/lookup.h"
#include "core/twins/person.h"
#include "core/twins/rows.h"
#include "core/twins/trails.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>

namespace patronat::twins {

using base::RecordId;
using store::ReadTx;

namespace {

using Key = std::uint64_t;
using Place = std::uint32_t; ///< in the order in which the records were read

/// Asked to stop so often.
constexpr std::size_t kCheckEvery = 256;

Key keyOf(std::u32string_view text)
{
    return text.empty() ? 0 : std::hash<std::u32string_view> {}(text);
}

Key keyOf(std::string_view text)
{
    return text.empty() ? 0 : std::hash<std::string_view> {}(text);
}

Key soundKey(const Spelling& name)
{
    return name.sounds.empty() ? 0 : keyOf(name.sounds.front());
}

/// Records that have something in common stand together: by it pairs are found without comparing
/// all with all.
class Blocks
{
public:
    void put(Key key, Place place)
    {
        if (key != 0)
            m_lines.emplace_back(key, place);
    }

    /// Every two of one block for which `is` says so.
    template <typename Filter>
    void pairs(std::vector<std::pair<Place, Place>>& into, Filter is)
    {
        std::sort(m_lines.begin(), m_lines.end());
        for (std::size_t begin = 0; begin < m_lines.size();) {
            std::size_t end = begin;
            while (end < m_lines.size() && m_lines[end].first == m_lines[begin].first)
                ++end;
            for (std::size_t i = begin; i < end; ++i)
                for (std::size_t j = i + 1; j < end; ++j)
                    if (m_lines[i].second != m_lines[j].second
                        && is(m_lines[i].second, m_lines[j].second))
                        into.emplace_back(m_lines[i].second, m_lines[j].second);
            begin = end;
        }
    }

private:
    std::vector<std::pair<Key, Place>> m_lines;
};

/// What is kept of each person while blocks are made: the whole of a quarter of a million would not
/// fit.
struct Sketch
{
    RecordId record;
    Key surname = 0;
    Key firstName = 0;
    std::string birthDate;
};

bool isNearDate(const std::string& a, const std::string& b)
{
    if (a.empty() || b.empty() || a == b)
        return true;
    std::size_t others = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        others += a[i] != b[i] ? 1 : 0;
    return others <= 4; // day and month changed: four places
}

std::vector<std::pair<Place, Place>> once(std::vector<std::pair<Place, Place>> found)
{
    for (auto& [a, b] : found)
        if (b < a)
            std::swap(a, b);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::vector<std::pair<Place, Place>> personPairs(
    const ReadTx& tx, const Sight& sight, std::vector<RecordId>& records)
{
    std::vector<Sketch> all;
    Blocks papers;
    Blocks dates;
    Blocks names;
    Rows rows(tx, kPersonType, personFields());
    rows.each([&](RecordId record, const base::Fields& values) {
        const PersonTraits person(values, sight);
        const auto place = static_cast<Place>(all.size());
        const Sketch one { record, soundKey(person.surname.own), soundKey(person.firstName.own),
            person.birthDate };
        papers.put(keyOf(person.snils), place);
        papers.put(keyOf(person.document), place);
        dates.put(keyOf(person.birthDate), place);
        // Whichever of the two stands first.
        if (one.surname != 0 && one.firstName != 0)
            names.put(one.surname ^ one.firstName, place);
        all.push_back(one);
        records.push_back(record);
    });
    std::vector<std::pair<Place, Place>> found;
    papers.pairs(found, [](Place, Place) { return true; });
    dates.pairs(found, [&](Place a, Place b) {
        return all[a].firstName == all[b].firstName || all[a].surname == all[b].surname
            || all[a].surname == all[b].firstName;
    });
    names.pairs(
        found, [&](Place a, Place b) { return isNearDate(all[a].birthDate, all[b].birthDate); });
    return once(std::move(found));
}

std::vector<std::pair<Place, Place>> familyPairs(
    const ReadTx& tx, const Sight& sight, std::vector<RecordId>& records)
{
    Blocks blocks;
    Rows rows(tx, kFamilyType, familyFields());
    std::unordered_map<RecordId, Place> places;
    rows.each([&](RecordId record, const base::Fields& values) {
        const FamilyTraits family(values, {}, sight);
        const auto place = static_cast<Place>(records.size());
        blocks.put(keyOf(family.phone), place);
        const Key street = soundKey(family.dwelling.street) ^ soundKey(family.dwelling.settlement);
        if (!family.dwelling.isEmpty())
            blocks.put(street ^ keyOf(family.dwelling.house), place);
        places.emplace(record, place);
        records.push_back(record);
    });
    if (tx.tables().find("member") != nullptr) {
        auto members = tx.connection().prepare(
            "SELECT family, person FROM member WHERE person IS NOT NULL AND "
            "family IS NOT NULL AND life NOT IN ('removed', 'erased')");
        while (members.step())
            if (const auto family = places.find(members.id<RecordId>(0)); family != places.end())
                blocks.put(keyOf(members.blob(1)), family->second);
    }
    std::vector<std::pair<Place, Place>> found;
    blocks.pairs(found, [](Place, Place) { return true; });
    return once(std::move(found));
}

/// What was read of records, for those that stand in several pairs.
template <typename Traits>
class Kept
{
public:
    explicit Kept(std::function<std::optional<Traits>(RecordId)> read)
        : m_read(std::move(read))
    {
    }
    const Traits* of(RecordId record)
    {
        // Pairs come in order, so what was needed long ago is not needed again.
        constexpr std::size_t kMost = 4096;
        if (m_kept.size() > kMost)
            m_kept.clear();
        auto found = m_kept.find(record);
        if (found == m_kept.end())
            found = m_kept.emplace(record, m_read(record)).first;
        return found->second ? &*found->second : nullptr;
    }

private:
    std::function<std::optional<Traits>(RecordId)> m_read;
    std::unordered_map<RecordId, std::optional<Traits>> m_kept;
};

template <typename Traits>
base::Result<std::vector<Pair>> compared(std::string_view type,
    const std::vector<std::pair<Place, Place>>& trails, const std::vector<RecordId>& records,
    Degree least, const Settings& settings, std::function<std::optional<Traits>(RecordId)> read,
    base::Job& job)
{
    // Two of them: looking one up must not throw the other away.
    Kept<Traits> firsts(read);
    Kept<Traits> seconds(std::move(read));
    std::vector<Pair> out;
    for (std::size_t i = 0; i < trails.size(); ++i) {
        if (i % kCheckEvery == 0) {
            PATRONAT_TRY(job.checkpoint());
            job.report(i, trails.size());
        }
        const Traits* first = firsts.of(records[trails[i].first]);
        const Traits* second = seconds.of(records[trails[i].second]);
        if (first == nullptr || second == nullptr)
            continue;
        Verdict verdict = compare(*first, *second, settings);
        if (verdict.degree >= least && verdict.degree != Degree::None)
            out.push_back({ std::string(type), records[trails[i].first], records[trails[i].second],
                std::move(verdict) });
    }
    return out;
}

} // namespace

base::Result<std::vector<Pair>> pairs(
    const ReadTx& tx, std::string_view type, Degree least, const std::string& role, base::Job& job)
{
    if (!isCompared(tx.profile(), type))
        return { base::ErrorCode::UnknownType, { std::string(type) } };
    const Settings settings = settingsOf(tx.profile());
    const Sight sight { settings, role };
    if (!sight.sees(*tx.profile().type(type)))
        return std::vector<Pair> {};
    std::vector<RecordId> records;
    base::Result<std::vector<Pair>> found = std::vector<Pair> {};
    if (type == kPersonType) {
        Rows rows(tx, type, personFields());
        const auto trails = personPairs(tx, sight, records);
        found = compared<PersonTraits>(
            type, trails, records, least, settings,
            [&](RecordId record) {
                const auto values = rows.of(record);
                return values ? std::optional<PersonTraits>(std::in_place, *values, sight)
                              : std::nullopt;
            },
            job);
    } else {
        Rows rows(tx, type, familyFields());
        const auto trails = familyPairs(tx, sight, records);
        found = compared<FamilyTraits>(
            type, trails, records, least, settings,
            [&](RecordId record) {
                const auto values = rows.of(record);
                return values ? std::optional<FamilyTraits>(
                           std::in_place, *values, personsOf(tx, record), sight)
                              : std::nullopt;
            },
            job);
    }
    if (found)
        std::stable_sort(found->begin(), found->end(), [](const Pair& a, const Pair& b) {
            return a.verdict.degree != b.verdict.degree ? a.verdict.degree > b.verdict.degree
                                                        : a.verdict.points > b.verdict.points;
        });
    return found;
}

} // namespace patronat::twins
