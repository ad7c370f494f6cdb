// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/textindex.h"

#include "core/base/cbor.h"
#include "core/base/text.h"
#include "core/journal/frame.h"
#include "core/store/numbers.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace patronat::store {

using base::RecordId;
using base::Status;

namespace {

constexpr std::string_view kFrameCursor = "text.frame";
constexpr std::string_view kOpCursor = "text.op";
constexpr int kFramesPerStep = 8;
constexpr int kOpsPerStep = 1024;
constexpr char kNumbersAfter = '\n';

std::int64_t cursor(db::Connection& connection, std::string_view name)
{
    auto select = connection.prepare("SELECT CAST(value AS INTEGER) FROM setting WHERE name = ?1");
    select.bind(1, name);
    return select.step() ? select.integer(0) : 0;
}

void moveCursor(db::Connection& connection, std::string_view name, std::int64_t value)
{
    auto save = connection.prepare("INSERT INTO setting(name, value) VALUES(?1, ?2) "
                                   "ON CONFLICT(name) DO UPDATE SET value = excluded.value");
    save.bind(1, name).bind(2, std::string_view(std::to_string(value))).run();
}

bool isIndexed(const Column& column, const Table& table)
{
    if (!column.inTexts)
        return false;
    switch (table.type().field(column.field)->type) {
    case profile::FieldType::Text:
    case profile::FieldType::Note:
    case profile::FieldType::Phone:
    case profile::FieldType::Snils:
    case profile::FieldType::Egn:
    case profile::FieldType::Number:
        return true;
    default:
        return false; // codes and dates are no words
    }
}

/// What the index asks of one type.
struct Indexed {
    const Table* table = nullptr;
    std::string select; ///< life, then the texts
    int texts = 0;
    bool hasNumbers = false;
};

/// One step: gathers what the feed touched, then writes their lines.
class Step {
public:
    explicit Step(Store::Inner& inner) : m_inner(inner)
    {
        for (const Table& table : inner.tables.all()) {
            Indexed indexed { &table, "SELECT life", 0, false };
            for (const Column& column : table.columns()) {
                const profile::Field& field = *table.type().field(column.field);
                indexed.hasNumbers = indexed.hasNumbers || !field.numberMask.empty();
                if (!isIndexed(column, table))
                    continue;
                indexed.select += ", " + sqlName(column.field);
                ++indexed.texts;
            }
            indexed.select += " FROM " + sqlName(table.type().id) + " WHERE id = ?1";
            if (indexed.texts > 0 || indexed.hasNumbers)
                m_types.emplace(table.type().id, std::move(indexed));
        }
    }

    bool run()
    {
        const bool framesDone = readFrames();
        const bool opsDone = framesDone && readOps();
        for (const auto& [key, numbers] : m_touched)
            writeLine(m_types.find(key.first)->second, key.second, numbers);
        return framesDone && opsDone;
    }

private:
    using Key = std::pair<std::string, RecordId>;

    void touch(base::OperationId id, std::string_view bytes)
    {
        const auto view = journal::view(id, bytes);
        if (!view)
            return; // damaged: verify says so, the index goes on
        const auto type = m_types.find(view->type);
        if (type == m_types.end())
            return;
        std::set<std::string>& numbers = m_touched[{ type->first, view->record }];
        if (!type->second.hasNumbers)
            return;
        base::CborReader fields(view->fieldBytes);
        for (std::size_t i = 0; i < view->fieldCount; ++i) {
            const std::string_view name = fields.text();
            const base::Value value = fields.value();
            const profile::Field* field = type->second.table->type().field(name);
            if (field && !field->numberMask.empty() && value.text() && isProvisional(*value.text()))
                numbers.insert(base::fold(*value.text()));
        }
    }

    bool readFrames()
    {
        std::int64_t last = cursor(m_inner.connection, kFrameCursor);
        auto select = m_inner.connection.prepare("SELECT no, bytes FROM frame WHERE no > ?1 ORDER BY no LIMIT ?2");
        select.bind(1, last).bind(2, std::int64_t { kFramesPerStep });
        int read = 0;
        for (; (read == 0 || !m_inner.somebodyWaits()) && select.step(); ++read) {
            last = select.integer(0);
            const auto frame = journal::openFrame(select.blob(1));
            if (!frame)
                continue;
            for (const journal::Stored& stored : frame->operations())
                touch(stored.id, stored.bytes);
        }
        const bool more = read == kFramesPerStep || select.step();
        select.reset();
        if (read > 0)
            moveCursor(m_inner.connection, kFrameCursor, last);
        return !more;
    }

    bool readOps()
    {
        std::int64_t last = cursor(m_inner.connection, kOpCursor);
        auto select = m_inner.connection.prepare("SELECT op.no, origin.origin, op.sequence, op.bytes FROM op "
                                                 "JOIN origin ON origin.no = op.origin WHERE op.no > ?1 ORDER BY op.no LIMIT ?2");
        select.bind(1, last).bind(2, std::int64_t { kOpsPerStep });
        int read = 0;
        for (; select.step(); ++read) {
            last = select.integer(0);
            // An origin is stored as the eight bytes an identity begins with.
            const std::string id = std::string(select.blob(1)) + std::string(8, '\0');
            const base::Origin origin = base::OperationId::fromBytes(id)->origin;
            touch({ origin, static_cast<std::uint64_t>(select.integer(2)) }, select.blob(3));
        }
        select.reset();
        if (read > 0)
            moveCursor(m_inner.connection, kOpCursor, last);
        return read < kOpsPerStep;
    }

    std::string texts(const Indexed& type, RecordId record, bool& exists)
    {
        std::string line;
        auto select = m_inner.connection.prepare(type.select);
        select.bind(1, record);
        exists = select.step() && select.text(0) != "removed" && select.text(0) != "erased";
        for (int i = 1; exists && i <= type.texts; ++i) {
            const std::string word = select.isNull(i) ? std::string() : base::fold(select.text(i));
            if (!word.empty())
                line += (line.empty() ? "" : " ") + word;
        }
        return line;
    }

    void writeLine(const Indexed& type, RecordId record, std::set<std::string> numbers)
    {
        bool exists = false;
        std::string line = texts(type, record, exists);
        std::int64_t no = 0;
        std::string before;
        {
            auto select = m_inner.connection.prepare("SELECT no, folded FROM indexed_text WHERE record = ?1");
            select.bind(1, record);
            if (select.step()) {
                no = select.integer(0);
                before = select.text(1);
            }
        }
        const std::size_t mark = before.find(kNumbersAfter);
        if (mark != std::string::npos)
            for (std::string& number : base::split(before.substr(mark + 1), kNumbersAfter))
                numbers.insert(std::move(number));
        for (const std::string& number : numbers)
            line += kNumbersAfter + number;
        // A removed record may be restored: its numbers stay, search asks for its life.
        if (line == before)
            return;
        replace(type, record, no, before, line);
    }

    void replace(const Indexed& type, RecordId record, std::int64_t no, const std::string& before, const std::string& line)
    {
        db::Connection& connection = m_inner.connection;
        if (no != 0) {
            // An external-content FTS5 table is told what stood there before.
            auto forget = connection.prepare("INSERT INTO text_words(text_words, rowid, folded) VALUES('delete', ?1, ?2)");
            forget.bind(1, no).bindStatic(2, before).run();
            auto remove = connection.prepare("DELETE FROM indexed_text WHERE no = ?1");
            remove.bind(1, no).run();
        }
        if (line.empty())
            return;
        auto insert = connection.prepare("INSERT INTO indexed_text(record, type, folded) VALUES(?1, ?2, ?3)");
        insert.bind(1, record).bindStatic(2, type.table->type().id).bindStatic(3, line).run();
        auto words = connection.prepare("INSERT INTO text_words(rowid, folded) VALUES(?1, ?2)");
        words.bind(1, connection.lastInsertRowId()).bindStatic(2, line).run();
    }

    Store::Inner& m_inner;
    std::map<std::string, Indexed, std::less<>> m_types;
    std::map<Key, std::set<std::string>> m_touched; ///< with the provisional numbers just seen
};

std::int64_t countAfter(db::Connection& connection, const std::string& table, std::int64_t no)
{
    auto select = connection.prepare("SELECT count(*) FROM " + table + " WHERE no > ?1");
    select.bind(1, no);
    select.step();
    return select.integer(0);
}

} // namespace

base::Result<bool> indexTextsStep(Store::Inner& inner)
{
    return Step(inner).run();
}

Status indexTexts(Store& store, base::Job& job)
{
    std::uint64_t total = 0;
    const auto behind = store.read([](const ReadTx& tx) -> base::Result<TextsBehind> { return textsBehind(tx); });
    if (behind)
        total = static_cast<std::uint64_t>(behind->frames) / kFramesPerStep + 1;
    std::uint64_t steps = 0;
    for (bool done = false; !done;) {
        PATRONAT_TRY(job.checkpoint());
        PATRONAT_TRY(store.bulk([&](Store::Inner& inner) -> Status {
            PATRONAT_LET(done, indexTextsStep(inner));
            return {};
        }));
        job.report(std::min(++steps, total), total);
    }
    return {};
}

void resetTextIndex(db::Connection& writer)
{
    writer.execute("DELETE FROM indexed_text");
    writer.execute("INSERT INTO text_words(text_words) VALUES('delete-all')");
    auto forget = writer.prepare("DELETE FROM setting WHERE name IN (?1, ?2)");
    forget.bind(1, kFrameCursor).bind(2, kOpCursor).run();
}

TextsBehind textsBehind(const ReadTx& read)
{
    db::Connection& connection = read.connection();
    return { countAfter(connection, "frame", cursor(connection, kFrameCursor)),
        countAfter(connection, "op", cursor(connection, kOpCursor)) };
}

} // namespace patronat::store
