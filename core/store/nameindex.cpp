// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/nameindex.h"

namespace patronat::store {

void NameIndex::insert(std::string_view type, base::RecordId record, std::string_view folded)
{
    if (folded.empty())
        return;
    auto line = m_connection.prepare("INSERT INTO name(record, type, folded) VALUES(?1, ?2, ?3)");
    line.bind(1, record).bindStatic(2, type).bindStatic(3, folded);
    line.run();
    auto words = m_connection.prepare("INSERT INTO name_words(rowid, folded) VALUES(?1, ?2)");
    words.bind(1, m_connection.lastInsertRowId()).bindStatic(2, folded);
    words.run();
}

void NameIndex::set(std::string_view type, base::RecordId record, std::string_view folded)
{
    auto select = m_connection.prepare("SELECT no, folded FROM name WHERE record = ?1");
    select.bind(1, record);
    if (!select.step()) {
        select.reset();
        insert(type, record, folded);
        return;
    }
    const std::int64_t no = select.integer(0);
    const std::string before(select.text(1));
    select.reset();
    if (before == folded)
        return;
    // An external-content FTS5 table is told what stood there before.
    auto forget = m_connection.prepare("INSERT INTO name_words(name_words, rowid, folded) VALUES('delete', ?1, ?2)");
    forget.bind(1, no).bindStatic(2, before);
    forget.run();
    auto remove = m_connection.prepare("DELETE FROM name WHERE no = ?1");
    remove.bind(1, no);
    remove.run();
    insert(type, record, folded);
}

} // namespace patronat::store
