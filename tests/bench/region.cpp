// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/region.h"

#include "app/demo/demo.h"
#include "core/exchange/export.h"
#include "core/exchange/identity.h"
#include "core/exchange/merge.h"
#include "core/profile/loader.h"
#include "core/vault/institution.h"

#include <stdexcept>

namespace patronat::bench {

namespace {

template <typename T>
T must(base::Result<T> result, const char* what)
{
    if (!result)
        throw std::runtime_error(std::string(what) + ": " + describe(result.error()));
    return std::move(*result);
}

void must(base::Status status, const char* what)
{
    if (!status)
        throw std::runtime_error(std::string(what) + ": " + describe(status.error()));
}

std::string twoDigits(std::size_t number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

} // namespace

void removeDatabase(const std::filesystem::path& file)
{
    for (const char* ending : { "", "-wal", "-shm" })
        std::filesystem::remove(file.string() + ending);
}

void copyDatabase(const std::filesystem::path& from, const std::filesystem::path& to)
{
    removeDatabase(to);
    std::filesystem::copy_file(from, to);
}

Region::Region(std::filesystem::path folder, std::filesystem::path profile, unsigned families, unsigned offices)
    : m_folder(std::move(folder))
    , m_profileFolder(std::move(profile))
    , m_families(families)
{
    for (unsigned office = 1; office <= offices; ++office) {
        m_offices.push_back(m_folder / ("office-" + twoDigits(office) + ".db"));
        m_batches.push_back(m_folder / ("office-" + twoDigits(office) + ".patronat-batch"));
        m_days.push_back(m_folder / ("day-" + twoDigits(office) + ".patronat-batch"));
    }
}

void Region::make()
{
    m_profile = must(profile::openProfile(m_profileFolder), "profile");
    if (!std::filesystem::exists(m_folder)) {
        base::Job job;
        demo::DemoOptions options;
        options.families = m_families;
        options.offices = static_cast<unsigned>(m_offices.size());
        options.out = m_folder;
        options.profile = m_profileFolder;
        must(demo::makeDemo(options, job), "demo");
    }
    if (!std::filesystem::exists(m_batches.back()))
        makeBatches();
    if (!std::filesystem::exists(centre()))
        makeCentre();
    if (!std::filesystem::exists(m_days.back()))
        makeDays();
}

std::unique_ptr<store::Store> Region::open(const std::filesystem::path& file) const
{
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    return must(store::Store::open(file, { m_clock, m_random }, options), "open");
}

std::unique_ptr<store::Store> Region::newCentre(const std::filesystem::path& file) const
{
    removeDatabase(file);
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    const store::SiteIdentity site { { m_random.next(), m_random.next() }, "supervisor", "MIN", "Супервизор" };
    auto made = must(store::Store::create(file, m_profile, site, { m_clock, m_random }, options), "create");
    const auto key = must(vault::readInstitutionKey(m_folder / "demo.institution-key"), "institution");
    must(exchange::certifySite(*made, key, {}), "certify");
    return made;
}

void Region::exportTo(store::Store& store, const std::filesystem::path& file, const std::string& recipient) const
{
    std::filesystem::remove(file);
    base::Job job;
    exchange::ExportOptions options;
    options.file = file;
    options.recipient = recipient;
    must(exchange::exportBatch(store, options, job), "export");
}

void Region::merge(store::Store& store, const std::vector<std::filesystem::path>& files) const
{
    base::Job job;
    const auto report = must(exchange::mergeBatches(store, files, {}, job), "merge");
    for (const exchange::BatchOutcome& batch : report.batches)
        if (batch.refused)
            throw std::runtime_error("refused: " + describe(*batch.refused));
}

void Region::makeBatches()
{
    for (std::size_t i = 0; i < m_offices.size(); ++i)
        exportTo(*open(m_offices[i]), m_batches[i]);
}

void Region::makeCentre()
{
    merge(*newCentre(centre()), m_batches);
}

void Region::makeDays()
{
    // The centre confirms what it has; then each office works one day and sends what the centre lacks.
    const auto supervisor = open(centre());
    const std::string centreId = supervisor->site().id.hex();
    for (std::size_t i = 0; i < m_offices.size(); ++i) {
        const std::filesystem::path answer = m_folder / "answer.patronat-batch";
        const std::filesystem::path copy = m_folder / "day.db";
        copyDatabase(m_offices[i], copy);
        const auto office = open(copy);
        const auto hearTheCentre = [&] {
            exportTo(*supervisor, answer, office->site().id.hex());
            merge(*office, { answer });
        };
        hearTheCentre();
        // An ordinary day, not the first: what the centre told every office (the others' staff) has come back to it
        // and is confirmed.
        exportTo(*office, m_days[i], centreId);
        merge(*supervisor, { m_days[i] });
        hearTheCentre();
        workOneDay(*office, i + 1);
        exportTo(*office, m_days[i], centreId);
    }
}

void Region::workOneDay(store::Store& office, std::uint64_t seed) const
{
    base::SeededRandom chance(seed);
    // speed.md: 42 field edits, 5 new families with 12 people, 90 further records; one write each, as from forms.
    const auto families = must(office.read([](const store::ReadTx& tx) { return tx.list("family"); }), "list");
    const auto measures = must(office.read([](const store::ReadTx& tx) { return tx.list("measure"); }), "list");
    const auto territory = must(office.read([&](const store::ReadTx& tx) -> base::Result<base::Value> {
        auto record = tx.record("family", families.front());
        if (!record)
            return record.error();
        return record->values.at("territory");
    }), "territory");
    const auto write = [&](const auto& body) { must(office.write({}, body), "write"); };
    const auto edit = [&](const char* type, base::RecordId id, const char* field, base::Value value) {
        write([&](store::WriteTx& tx) -> base::Status {
            const auto record = tx.read().record(type, id);
            if (!record)
                return record.error();
            const auto done = tx.put(type, id, record->heads, { { field, value } });
            return done ? base::Status() : base::Status(done.error());
        });
    };
    for (int i = 0; i < 32; ++i)
        edit("family", families[chance.below(families.size())], "phone", "+7 900 " + std::to_string(chance.below(10000000)));
    for (int i = 0; i < 10 && !measures.empty(); ++i)
        edit("measure", measures[chance.below(measures.size())], "result", "работа продолжается, " + std::to_string(i));
    const auto create = [&](store::WriteTx& tx, const char* type, base::Fields fields) {
        return must(tx.create(type, std::move(fields)), type);
    };
    for (int f = 0; f < 5; ++f) {
        write([&](store::WriteTx& tx) -> base::Status {
            const auto family = create(tx, "family", { { "name", "Новые " + std::to_string(f) }, { "territory", territory } });
            for (int p = 0; p < 12; ++p) {
                const auto person = create(tx, "person", { { "surname", "Новиков" }, { "firstName", "Имя" + std::to_string(p) },
                    { "patronymic", "Иванович" }, { "birthDate", "2001-02-03" } });
                create(tx, "member", { { "family", family }, { "person", person }, { "role", p < 2 ? "mother" : "son" } });
            }
            return {};
        });
    }
}

} // namespace patronat::bench
