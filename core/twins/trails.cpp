// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/twins/trails.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/twins/lookup.h"
#include "core/twins/rows.h"

#include <algorithm>

namespace patronat::twins {

using base::RecordId;
using store::ReadTx;

namespace {

/// Letters by which a name is looked up; more would stumble over more slips.
constexpr std::size_t kBeginning = 3;
constexpr std::size_t kLonger = 4; ///< where nothing else narrows it
/// A search that gives more has no two names in it that mean anybody.
constexpr std::int64_t kMostByNames = 3000;

/// What the indexes give, each record once and in order.
class Trails
{
public:
    Trails(const ReadTx& tx, std::string_view type)
        : m_tx(tx)
        , m_type(type)
        , m_from(" FROM " + store::sqlName(type) + " WHERE ")
    {
    }

    void equal(std::string_view field, std::string_view value)
    {
        const store::Table* table = m_tx.tables().find(m_type);
        if (value.empty() || table == nullptr || table->column(field) == store::Table::npos)
            return;
        add(idsOf(m_tx, "SELECT id" + m_from + store::sqlName(field) + " = ?1", value));
    }
    /// Of dwellings in a house of that number: those with this flat or of which nobody says one.
    void house(std::string_view house, std::string_view flat)
    {
        const store::Table* table = m_tx.tables().find(m_type);
        if (house.empty() || table == nullptr
            || table->column("addrFact.flat") == store::Table::npos)
            return;
        const std::string start
            = "SELECT id" + m_from + "\"addrFact.house\" = ?1 AND \"addrFact.flat\" ";
        add(idsOf(m_tx, start + "IS NULL", house));
        if (!flat.empty())
            add(idsOf(m_tx, start + "= ?2", house, flat));
    }
    void add(std::vector<RecordId> records)
    {
        m_found.insert(m_found.end(), records.begin(), records.end());
    }

    /// A line of the names index in which each group has a word that begins as one of it.
    void names(const std::vector<std::vector<std::string>>& groups)
    {
        std::string match;
        for (const auto& group : groups) {
            if (group.empty())
                return;
            std::string one;
            for (const std::string& beginning : group)
                one += (one.empty() ? "\"" : " OR \"") + beginning + "\"*";
            match += (match.empty() ? "(" : " AND (") + one + ")";
        }
        if (match.empty())
            return;
        auto select
            = m_tx.connection().prepare("SELECT record, type FROM name_words CROSS JOIN name "
                                        "ON name.no = name_words.rowid WHERE name_words MATCH ?1");
        select.bindStatic(1, match);
        for (std::int64_t count = 0; count < kMostByNames && select.step();) {
            if (select.text(1) != m_type)
                continue;
            m_found.push_back(select.id<RecordId>(0));
            ++count;
        }
    }
    /// Lines that the index has not learned yet: a few dozen.
    void fresh()
    {
        add(idsOf(m_tx,
            "SELECT record FROM name_pending CROSS JOIN name ON name.no = name_pending.no WHERE "
            "type = ?1",
            m_type));
    }

    std::vector<RecordId> take()
    {
        std::sort(m_found.begin(), m_found.end());
        m_found.erase(std::unique(m_found.begin(), m_found.end()), m_found.end());
        return std::move(m_found);
    }

private:
    const ReadTx& m_tx;
    std::string_view m_type;
    std::string m_from;
    std::vector<RecordId> m_found;
};

void addBeginnings(const Spelling& name, std::size_t length, std::vector<std::string>& into)
{
    for (const std::u32string& word : name.words)
        if (word.size() > 1)
            for (std::string& beginning : beginnings(word, length))
                if (std::find(into.begin(), into.end(), beginning) == into.end())
                    into.push_back(std::move(beginning));
}

std::vector<std::string> beginningsOf(const NameTraits& name, std::size_t length)
{
    std::vector<std::string> out;
    addBeginnings(name.own, length, out);
    for (const Spelling& other : name.others)
        addBeginnings(other, length, out);
    return out;
}

void byNames(const PersonTraits& typed, Trails& trails)
{
    std::vector<std::string> surname = beginningsOf(typed.surname, kBeginning);
    for (const auto& [text, former] : typed.formerSurnames)
        addBeginnings(former, kBeginning, surname);
    const std::vector<std::string> first = beginningsOf(typed.firstName, kBeginning);
    if (!surname.empty() && !first.empty())
        return trails.names({ surname, first });
    // One name alone means somebody only when it is long, and together with something else.
    trails.names(
        { beginningsOf(typed.surname, kLonger + 1), beginningsOf(typed.patronymic, kBeginning) });
}

void bySnils(const PersonTraits& typed, const base::Fields& values, Trails& trails)
{
    if (typed.snils.empty())
        return;
    const std::string& d = typed.snils;
    const std::string printed
        = d.substr(0, 3) + '-' + d.substr(3, 3) + '-' + d.substr(6, 3) + ' ' + d.substr(9);
    trails.equal("snils", d);
    trails.equal("snils", printed);
    if (const auto written = values.find("snils"); written->second.textOr({}) != printed)
        trails.equal("snils", written->second.textOr({}));
}

/// Only days that there are: 31.02 stands in no row.
bool isDay(const std::string& isoDate)
{
    std::int64_t ms = 0;
    return base::parseIsoDate(isoDate, ms) && base::isoDate(ms) == isoDate;
}

std::string_view textIn(const base::Fields& values, std::string_view field)
{
    const auto found = values.find(field);
    return found == values.end() ? std::string_view() : found->second.textOr({});
}

} // namespace

std::vector<std::string> slippedDates(const std::string& isoDate)
{
    std::vector<std::string> out;
    const auto add = [&](const std::string& date) {
        if (date != isoDate && isDay(date) && std::find(out.begin(), out.end(), date) == out.end())
            out.push_back(date);
    };
    if (isoDate.size() != 10)
        return out;
    add(isoDate.substr(0, 5) + isoDate.substr(8, 2) + '-' + isoDate.substr(5, 2));
    // The century is never mistaken.
    constexpr std::size_t places[] { 2, 3, 5, 6, 8, 9 };
    for (const std::size_t at : places) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string other = isoDate;
            other[at] = digit;
            add(other);
        }
    }
    for (const std::size_t at : { 2U, 5U, 8U }) {
        std::string other = isoDate;
        std::swap(other[at], other[at + 1]);
        add(other);
    }
    return out;
}

std::vector<RecordId> personTrails(
    const ReadTx& tx, const PersonTraits& typed, const base::Fields& values)
{
    Trails trails(tx, kPersonType);
    bySnils(typed, values, trails);
    if (!typed.document.empty())
        trails.equal("docNumber", base::trimmed(textIn(values, "docNumber")));
    trails.equal("birthDate", typed.birthDate);
    for (const std::string& date : slippedDates(typed.birthDate))
        trails.equal("birthDate", date);
    byNames(typed, trails);
    trails.fresh();
    return trails.take();
}

std::vector<RecordId> familyTrails(
    const ReadTx& tx, const FamilyTraits& typed, const base::Fields& values)
{
    Trails trails(tx, kFamilyType);
    std::vector<std::string> name;
    addBeginnings(typed.name, kLonger, name);
    trails.names({ name });
    trails.house(base::trimmed(textIn(values, "addrFact.house")),
        base::trimmed(textIn(values, "addrFact.flat")));
    trails.equal("phone", base::trimmed(textIn(values, "phone")));
    for (const RecordId person : typed.members)
        trails.add(idsOf(tx,
            "SELECT family FROM member WHERE person = ?1 AND life NOT IN ('removed', 'erased')",
            person));
    trails.fresh();
    return trails.take();
}

std::vector<RecordId> personsOf(const ReadTx& tx, RecordId family)
{
    if (tx.tables().find("member") == nullptr)
        return {};
    return idsOf(tx,
        "SELECT person FROM member WHERE family = ?1 AND person IS NOT NULL AND life NOT IN "
        "('removed', 'erased')",
        family);
}

} // namespace patronat::twins
