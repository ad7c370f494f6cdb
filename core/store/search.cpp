// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search.h"

#include "core/base/text.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace patronat::store {

using base::RecordId;

namespace {

/// No folded line goes beyond: the last code point there is.
constexpr std::string_view kAfterAll = "\xF4\x8F\xBF\xBF";
/// Texts have a prefix index of three letters; shorter words would read every list of the index.
constexpr std::size_t kTextPrefix = 3;
/// Nobody types more, and each word costs a look-up.
constexpr std::size_t kMostWords = 12;

std::size_t characters(std::string_view utf8)
{
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(),
        [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// One token of a MATCH: folding leaves letters and digits only, the quotes keep AND, OR, NEAR words.
std::string token(const std::string& word, bool isPrefix)
{
    return "\"" + word + "\"" + (isPrefix ? "*" : "");
}

bool hasDigit(std::string_view text)
{
    return text.find_first_of("0123456789") != std::string_view::npos;
}

/// One search: what it has found so far.
class Finder {
public:
    Finder(const ReadTx& read, std::string folded, std::size_t limit)
        : m_read(read)
        , m_folded(std::move(folded))
        , m_limit(limit)
    {
        m_words = base::split(m_folded, ' ');
        m_words.resize(std::min(m_words.size(), kMostWords));
    }

    std::vector<Hit> run()
    {
        byLineBeginning();
        if (m_hits.size() < m_limit)
            byWords();
        if (m_hits.size() < m_limit)
            byTexts();
        return std::move(m_hits);
    }

private:
    void add(db::Statement& select, Hit::Where where)
    {
        const auto record = select.id<RecordId>(0);
        if (m_hits.size() < m_limit && m_seen.insert(record).second)
            m_hits.push_back({ std::string(select.text(1)), record, std::string(select.text(2)), where });
    }
    Hit::Where nameOrNumber() const { return hasDigit(m_folded) ? Hit::Where::Number : Hit::Where::Name; }

    void byLineBeginning()
    {
        auto select = m_read.connection().prepare("SELECT record, type, folded FROM name INDEXED BY name_folded "
                                                  "WHERE folded >= ?1 AND folded < ?2 ORDER BY folded LIMIT ?3");
        const std::string end = m_folded + std::string(kAfterAll);
        select.bindStatic(1, m_folded).bindStatic(2, end).bind(3, static_cast<std::int64_t>(m_limit));
        while (select.step())
            add(select, nameOrNumber());
    }

    bool hasAllWords(std::string_view line) const
    {
        return std::all_of(m_words.begin(), m_words.end(), [&](const std::string& word) {
            return line.starts_with(word) || line.find(' ' + word) != std::string_view::npos;
        });
    }

    /// FTS5 keeps lists for beginnings of two letters and more; single letters are asked of the lines it finds.
    std::string wordsToMatch() const
    {
        std::string match;
        for (const std::string& word : m_words)
            if (characters(word) > 1)
                match += (match.empty() ? "" : " AND ") + token(word, true);
        return match.empty() ? token(m_words.front(), true) : match;
    }

    void byWords()
    {
        if (m_words.empty())
            return;
        const auto before = static_cast<std::ptrdiff_t>(m_hits.size());
        // The limit keeps one letter from listing half the district; order among so few is made here.
        const auto addAll = [&](db::Statement& select) {
            while (m_hits.size() < m_limit && select.step())
                if (hasAllWords(select.text(2)))
                    add(select, nameOrNumber());
        };
        auto fresh = m_read.connection().prepare(
            "SELECT record, type, folded FROM name_pending CROSS JOIN name ON name.no = name_pending.no");
        addAll(fresh);
        auto select = m_read.connection().prepare("SELECT record, type, name.folded FROM name_words CROSS JOIN name "
                                                  "ON name.no = name_words.rowid WHERE name_words MATCH ?1");
        const std::string match = wordsToMatch();
        select.bindStatic(1, match);
        addAll(select);
        std::sort(m_hits.begin() + before, m_hits.end(),
            [](const Hit& a, const Hit& b) { return std::tie(a.line, a.record) < std::tie(b.line, b.record); });
    }

    void byTexts()
    {
        std::string match;
        bool anyLong = false;
        for (const std::string& word : m_words) {
            const bool isLong = characters(word) >= kTextPrefix;
            anyLong = anyLong || isLong;
            match += (match.empty() ? "" : " AND ") + token(word, isLong);
        }
        if (!anyLong)
            return;
        std::vector<Hit> found;
        {
            auto select = m_read.connection().prepare(
                "SELECT record, type, folded FROM indexed_text WHERE no IN (SELECT rowid FROM text_words "
                "WHERE text_words MATCH ?1 LIMIT ?2)");
            select.bindStatic(1, match).bind(2, static_cast<std::int64_t>(m_limit + m_hits.size()));
            while (select.step())
                if (!m_seen.contains(select.id<RecordId>(0)))
                    found.push_back({ std::string(select.text(1)), select.id<RecordId>(0),
                        std::string(select.text(2)), Hit::Where::Text });
        }
        // Texts are indexed behind: what was removed since may still stand there.
        for (Hit& hit : found)
            if (m_hits.size() < m_limit && isThere(hit))
                m_hits.push_back(std::move(hit));
    }

    bool isThere(const Hit& hit) const
    {
        if (m_read.tables().find(hit.type) == nullptr)
            return false;
        auto select = m_read.connection().prepare(
            "SELECT life NOT IN ('removed', 'erased') FROM " + sqlName(hit.type) + " WHERE id = ?1");
        select.bind(1, hit.record);
        return select.step() && select.integer(0) != 0;
    }

    const ReadTx& m_read;
    std::string m_folded;
    std::size_t m_limit;
    std::vector<std::string> m_words;
    std::vector<Hit> m_hits;
    std::unordered_set<RecordId> m_seen;
};

} // namespace

base::Result<std::vector<Hit>> search(const ReadTx& read, std::string_view text, std::size_t limit)
{
    if (!base::isUtf8(text))
        return { base::ErrorCode::InvalidArgument, { "search", "utf8" } };
    std::string folded = base::fold(text);
    if (folded.empty() || limit == 0)
        return std::vector<Hit> {};
    return Finder(read, std::move(folded), limit).run();
}

} // namespace patronat::store
