// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

namespace patronat::store {

namespace {

// Released steps never change (tests/core/store/test_schema holds a checksum of each).
constexpr std::string_view kStep1 = R"sql(
CREATE TABLE setting(
    name TEXT PRIMARY KEY,
    value ANY
) STRICT
--
CREATE TABLE profile_cache(
    hash TEXT PRIMARY KEY,
    profile TEXT NOT NULL
) STRICT
--
CREATE TABLE origin(
    no INTEGER PRIMARY KEY,
    origin BLOB NOT NULL UNIQUE CHECK(length(origin) = 8),
    site BLOB CHECK(site IS NULL OR length(site) = 16)
) STRICT
--
CREATE TABLE frame(
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    hash INTEGER NOT NULL,
    operations INTEGER NOT NULL CHECK(operations BETWEEN 1 AND 256),
    units BLOB NOT NULL,
    rows BLOB,
    bytes BLOB NOT NULL
) STRICT
--
CREATE INDEX frame_hash ON frame(hash)
--
CREATE TABLE frame_range(
    origin INTEGER NOT NULL REFERENCES origin(no),
    first INTEGER NOT NULL CHECK(first >= 1),
    last INTEGER NOT NULL CHECK(last >= first),
    frame INTEGER NOT NULL REFERENCES frame(no),
    PRIMARY KEY(origin, first)
) STRICT, WITHOUT ROWID
--
CREATE TABLE op(
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    origin INTEGER NOT NULL REFERENCES origin(no),
    sequence INTEGER NOT NULL CHECK(sequence >= 1),
    bytes BLOB NOT NULL,
    UNIQUE(origin, sequence)
) STRICT
--
CREATE TABLE waiting(
    operation BLOB PRIMARY KEY CHECK(length(operation) = 16),
    type TEXT NOT NULL,
    record BLOB NOT NULL CHECK(length(record) = 16),
    missing BLOB NOT NULL CHECK(length(missing) = 16)
) STRICT
--
CREATE INDEX waiting_record ON waiting(record)
--
CREATE TABLE fork(
    operation BLOB NOT NULL CHECK(length(operation) = 16),
    hash INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    adopted BLOB,
    PRIMARY KEY(operation, hash)
) STRICT
--
CREATE TABLE other_record(
    id BLOB PRIMARY KEY CHECK(length(id) = 16),
    type TEXT NOT NULL,
    unit BLOB NOT NULL,
    trail BLOB NOT NULL
) STRICT
--
CREATE INDEX other_record_type ON other_record(type)
--
CREATE TABLE unknown_field(
    type TEXT NOT NULL,
    field TEXT NOT NULL,
    record BLOB NOT NULL CHECK(length(record) = 16),
    PRIMARY KEY(type, field, record)
) STRICT, WITHOUT ROWID
--
CREATE TABLE conflict(
    record BLOB NOT NULL CHECK(length(record) = 16),
    field TEXT NOT NULL,
    rank INTEGER NOT NULL,
    type TEXT NOT NULL,
    operation BLOB NOT NULL CHECK(length(operation) = 16),
    PRIMARY KEY(record, field, rank)
) STRICT, WITHOUT ROWID
--
CREATE TABLE beside(
    record BLOB NOT NULL CHECK(length(record) = 16),
    operation BLOB NOT NULL CHECK(length(operation) = 16),
    type TEXT NOT NULL,
    PRIMARY KEY(record, operation)
) STRICT, WITHOUT ROWID
--
CREATE TABLE finding(
    record BLOB NOT NULL CHECK(length(record) = 16),
    rule TEXT NOT NULL,
    field TEXT NOT NULL,
    type TEXT NOT NULL,
    severity TEXT NOT NULL CHECK(severity IN ('E', 'W', 'I')),
    argument TEXT NOT NULL,
    PRIMARY KEY(record, rule, field)
) STRICT, WITHOUT ROWID
--
CREATE TABLE action(
    number INTEGER PRIMARY KEY,
    first BLOB NOT NULL UNIQUE CHECK(length(first) = 16),
    operations INTEGER NOT NULL,
    last BLOB NOT NULL CHECK(length(last) = 16),
    open INTEGER NOT NULL CHECK(open IN (0, 1)),
    name TEXT NOT NULL
) STRICT
--
CREATE TABLE saved_draft(
    draft BLOB PRIMARY KEY CHECK(length(draft) = 16),
    operation BLOB NOT NULL CHECK(length(operation) = 16)
) STRICT, WITHOUT ROWID
--
CREATE TABLE number_series(
    series TEXT PRIMARY KEY,
    last INTEGER NOT NULL,
    holder BLOB,
    confirmed INTEGER NOT NULL CHECK(confirmed IN (0, 1))
) STRICT
--
CREATE TABLE site(
    id BLOB PRIMARY KEY CHECK(length(id) = 16),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    certificate TEXT NOT NULL
) STRICT
--
CREATE TABLE receipt(
    site BLOB NOT NULL CHECK(length(site) = 16),
    batch TEXT NOT NULL,
    frame INTEGER NOT NULL,
    op INTEGER NOT NULL,
    state TEXT NOT NULL,
    signed TEXT NOT NULL,
    PRIMARY KEY(site, batch)
) STRICT, WITHOUT ROWID
--
CREATE TABLE sent(
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    batch TEXT NOT NULL UNIQUE,
    recipient BLOB CHECK(recipient IS NULL OR length(recipient) = 16),
    frame INTEGER NOT NULL,
    op INTEGER NOT NULL,
    units BLOB,
    stamp INTEGER NOT NULL
) STRICT
--
CREATE TABLE batch(
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    direction TEXT NOT NULL CHECK(direction IN ('sent', 'received')),
    site BLOB NOT NULL,
    whole INTEGER NOT NULL CHECK(whole IN (0, 1)),
    stamp INTEGER NOT NULL,
    report TEXT NOT NULL
) STRICT
--
CREATE TABLE name(
    no INTEGER PRIMARY KEY,
    record BLOB NOT NULL CHECK(length(record) = 16),
    type TEXT NOT NULL,
    folded TEXT NOT NULL
) STRICT
--
CREATE INDEX name_folded ON name(folded)
--
CREATE VIRTUAL TABLE name_words USING fts5(
    folded, content='name', content_rowid='no', columnsize=0, detail=none, prefix='2',
    tokenize="unicode61 remove_diacritics 0"
)
--
INSERT INTO name_words(name_words, rank) VALUES('automerge', 16)
--
CREATE TABLE name_pending(
    no INTEGER PRIMARY KEY,
    before TEXT NOT NULL
) STRICT
--
CREATE TABLE indexed_text(
    no INTEGER PRIMARY KEY,
    record BLOB NOT NULL UNIQUE CHECK(length(record) = 16),
    type TEXT NOT NULL,
    folded TEXT NOT NULL
) STRICT
--
CREATE VIRTUAL TABLE text_words USING fts5(
    folded, content='indexed_text', content_rowid='no', columnsize=0, prefix='3',
    tokenize="unicode61 remove_diacritics 0"
)
)sql";

} // namespace

const std::vector<db::Migration>& journalMigrations()
{
    static const std::vector<db::Migration> steps { { 1, kStep1 } };
    return steps;
}

} // namespace patronat::store
