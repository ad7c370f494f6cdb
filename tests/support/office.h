// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/store/store.h"
#include "tests/core/profile/smallprofile.h"
#include "tests/support/temporaryfolder.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::tests {

/// A profile with everything the store treats in its own way: life, fields filled after signing, children that
/// are signed with their parent, units through a reference, names, a computed column, shipped records.
class OfficeProfile {
public:
    OfficeProfile();
    std::shared_ptr<const profile::Profile> load() const { return m_files.load(); }
    const SmallProfile& files() const { return m_files; }
    /// The next version: a field more in family, a type more (visit), a record shipped more.
    void advance() const;

private:
    void release() const;
    SmallProfile m_files;
};

/// One office: a store that writes in the caller's thread, with time and chance of its own.
class TestOffice {
public:
    using Heads = std::vector<journal::Head>;

    TestOffice(std::shared_ptr<const profile::Profile> profile, std::uint64_t seed,
        store::WriterMode mode = store::WriterMode::Inline);

    store::Store& store() { return *m_store; }
    base::ManualClock& clock() { return m_clock; }
    base::SeededRandom& random() { return m_random; }
    std::filesystem::path path() const { return m_folder.file("office.db"); }
    store::Environment environment() { return { m_clock, m_random }; }
    void close() { m_store.reset(); }
    base::Status open(store::OpenOptions options = {});
    void reopen();

    // Shortcuts; those that return a value fail the test on an error.
    base::RecordId create(std::string_view type, base::Fields fields);
    base::Result<base::OperationId> put(std::string_view type, base::RecordId id, const Heads& base,
        base::Fields changes, std::vector<std::string> settles = {});
    /// With the heads as they are now.
    void put(std::string_view type, base::RecordId id, base::Fields changes);
    base::Result<base::GroupId> sign(std::string_view type, base::RecordId id);
    base::Result<base::OperationId> cancel(std::string_view type, base::RecordId id, const Heads& base);
    base::Result<base::OperationId> remove(std::string_view type, base::RecordId id, const Heads& base);
    base::Result<base::OperationId> restore(std::string_view type, base::RecordId id, const Heads& base);
    store::Record get(std::string_view type, base::RecordId id);
    bool holds(std::string_view type, base::RecordId id);
    Heads heads(std::string_view type, base::RecordId id) { return get(type, id).heads; }
    base::Value value(std::string_view type, base::RecordId id, const std::string& field);
    journal::RecordState state(std::string_view type, base::RecordId id);
    std::vector<base::RecordId> all(std::string_view type);
    std::vector<store::OpenConflict> conflicts();
    base::GroupId lastGroup();

    std::string digest();
    /// One line per problem; empty: clean.
    std::string problems();
    /// Every derived row as text, trails included: what a rebuild must give again.
    std::string dump();
    /// One statement behind the store's back.
    void tamper(std::string_view sql);
    std::int64_t count(std::string_view sql);
    void rebuildEach();
    store::WriteOptions by(std::string name = {}) const;

private:
    TemporaryFolder m_folder;
    base::ManualClock m_clock { 1'700'000'000'000 };
    base::SeededRandom m_random;
    std::unique_ptr<store::Store> m_store;
};

/// An operation as a courier carries it.
struct Carried {
    base::OperationId id;
    std::string bytes;
};
std::vector<Carried> operationsOf(TestOffice& office);
/// Keeps and applies what is not held yet, in the given order, as rows or (`asFrame`) as one frame.
base::Status take(TestOffice& office, const std::vector<Carried>& chunk, bool asFrame = false);
/// Everything `to` lacks, in one chunk.
void deliver(TestOffice& from, TestOffice& to);
/// Everything `to` lacks, in random order, chunks of random size, as rows or frames.
void deliverShuffled(TestOffice& from, TestOffice& to, base::Random& random);

} // namespace patronat::tests
