// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/nameindex.h"

#include <algorithm>

namespace patronat::store {

namespace {

/// A search reads so many lines beside the index; more are handed to FTS5.
constexpr std::size_t kMostPending = 64;

} // namespace

void NameIndex::insert(std::string_view type, base::RecordId record, std::string folded)
{
    if (!folded.empty())
        m_staged.push_back({ std::string(type), record, {}, std::move(folded) });
}

void NameIndex::set(std::string_view type, base::RecordId record, std::string before, std::string folded)
{
    if (before != folded)
        m_staged.push_back({ std::string(type), record, std::move(before), std::move(folded) });
}

void NameIndex::addLine(const Line& line, Known& changed)
{
    if (line.folded.empty())
        return;
    auto insert = m_connection.prepare("INSERT INTO name(record, type, folded) VALUES(?1, ?2, ?3)");
    insert.bind(1, line.record).bindStatic(2, line.type).bindStatic(3, line.folded).run();
    changed.emplace_hint(changed.end(), m_connection.lastInsertRowId(), std::string());
}

void NameIndex::writeLine(const Line& line, Known& changed)
{
    if (line.before.empty())
        return addLine(line, changed);
    auto select = m_connection.prepare("SELECT no FROM name INDEXED BY name_folded WHERE folded = ?1 AND record = ?2");
    select.bindStatic(1, line.before).bind(2, line.record);
    if (!select.step()) {
        select.reset();
        return addLine(line, changed);
    }
    const std::int64_t no = select.integer(0);
    select.reset();
    auto write = m_connection.prepare(line.folded.empty()
            ? "DELETE FROM name WHERE no = ?1"
            : "UPDATE name SET type = ?2, folded = ?3 WHERE no = ?1");
    write.bind(1, no);
    if (!line.folded.empty())
        write.bindStatic(2, line.type).bindStatic(3, line.folded);
    write.run();
    changed.emplace(no, line.before); // what was known first stays
}

void NameIndex::flush()
{
    if (m_staged.empty())
        return;
    std::vector<const Line*> lines;
    for (std::size_t i = 0; i < m_staged.size(); ++i) {
        const bool isLast = i + 1 == m_staged.size() || m_staged[i + 1].record != m_staged[i].record;
        if (isLast)
            lines.push_back(&m_staged[i]);
        else // several edits of one record: from the first one's line to the last one's
            m_staged[i + 1].before = std::move(m_staged[i].before);
    }
    // As they lie in the index: side by side ones meet the same pages.
    std::stable_sort(lines.begin(), lines.end(), [](const Line* a, const Line* b) { return a->folded < b->folded; });
    Known changed;
    for (const Line* line : lines)
        writeLine(*line, changed);
    m_staged.clear();
    if (changed.empty())
        return;
    if (changed.size() <= kMostPending)
        return postpone(changed);
    // What waits is known as it stood when it began to wait.
    Known all = pending();
    m_connection.prepare("DELETE FROM name_pending").run();
    all.merge(changed);
    teach(all);
}

void NameIndex::postpone(const Known& changed)
{
    auto insert = m_connection.prepare("INSERT INTO name_pending(no, before) VALUES(?1, ?2) ON CONFLICT(no) DO NOTHING");
    for (const auto& [no, before] : changed)
        insert.bind(1, no).bindStatic(2, before).run();
    auto count = m_connection.prepare("SELECT count(*) FROM name_pending");
    count.step();
    if (count.integer(0) > static_cast<std::int64_t>(kMostPending))
        settle();
}

NameIndex::Known NameIndex::pending()
{
    Known out;
    auto select = m_connection.prepare("SELECT no, before FROM name_pending");
    while (select.step())
        out.emplace(select.integer(0), std::string(select.text(1)));
    return out;
}

void NameIndex::settle()
{
    const Known all = pending();
    m_connection.prepare("DELETE FROM name_pending").run();
    teach(all);
}

void NameIndex::teach(const Known& changed)
{
    // By number: FTS5 begins a new segment whenever it is sent back. It is told what it knows of a line before.
    auto now = m_connection.prepare("SELECT folded FROM name WHERE no = ?1");
    auto forget = m_connection.prepare("INSERT INTO name_words(name_words, rowid, folded) VALUES('delete', ?1, ?2)");
    auto words = m_connection.prepare("INSERT INTO name_words(rowid, folded) VALUES(?1, ?2)");
    for (const auto& [no, before] : changed) {
        if (!before.empty())
            forget.bind(1, no).bindStatic(2, before).run();
        now.bind(1, no);
        if (now.step())
            words.bind(1, no).bindStatic(2, now.text(0)).run();
        now.reset();
    }
}

} // namespace patronat::store
