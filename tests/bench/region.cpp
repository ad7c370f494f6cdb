// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/region.h"

#include "app/demo/demo.h"
#include "core/exchange/export.h"
#include "core/exchange/identity.h"
#include "core/exchange/merge.h"
#include "core/profile/loader.h"
#include "core/vault/institution.h"

#include <array>
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
        prepareDays(*office, i + 1);
        // An ordinary day, not the first: what the centre told every office (the others' staff) has come back to it
        // and is confirmed.
        exportTo(*office, m_days[i], centreId);
        merge(*supervisor, { m_days[i] });
        hearTheCentre();
        workOneDay(*office, i + 1);
        exportTo(*office, m_days[i], centreId);
    }
}

namespace {

/// One office at work: every form is one write.
class Day {
public:
    Day(store::Store& office, std::uint64_t seed)
        : m_office(office)
        , m_chance(seed)
        , m_families(list("family"))
        , m_members(list("member"))
    {
        for (const base::RecordId id : list("programme"))
            if (record("programme", id).life == "draft")
                m_open.push_back(id);
    }

    void prepare()
    {
        while (m_open.size() < kOpenProgrammes)
            openProgramme();
    }

    // speed.md: 42 field edits, two thirds about people; 5 new families with 12 people; 30 visits and 60 services.
    // For a visit stands a problem that was seen, for a service a measure: the nearest to them in rows and texts. They are
    // of a programme that nobody has signed yet, for beside a signature each would be a finding.
    void work()
    {
        for (int i = 0; i < 42; ++i)
            edit(i);
        for (int i = 0; i < 5; ++i)
            newFamily(i, i < 2 ? 3 : 2);
        for (int i = 0; i < 30; ++i)
            seeProblem(i);
        for (int i = 0; i < 60; ++i)
            planMeasure(i);
    }

private:
    std::vector<base::RecordId> list(const char* type) const
    {
        return must(m_office.read([&](const store::ReadTx& tx) { return tx.list(type); }), type);
    }
    store::Record record(const char* type, base::RecordId id) const
    {
        return must(m_office.read([&](const store::ReadTx& tx) { return tx.record(type, id); }), type);
    }
    base::RecordId anyOf(const std::vector<base::RecordId>& ids) { return ids[m_chance.below(ids.size())]; }
    std::string number() { return std::to_string(m_chance.below(10'000'000)); }

    void edit(int i)
    {
        if (i % 3 != 0)
            return put("member", anyOf(m_members), i % 2 == 0 ? "workplace" : "attitude", "школа № " + number());
        static constexpr std::array kFields { "addrFact.house", "phone", "plot", "note" };
        put("family", anyOf(m_families), kFields[static_cast<std::size_t>(i / 3) % kFields.size()], "+7 900 " + number());
    }
    void put(const char* type, base::RecordId id, const char* field, base::Value value)
    {
        const auto heads = record(type, id).heads;
        write([&](store::WriteTx& tx) -> base::Status {
            const auto done = tx.put(type, id, heads, { { field, value } });
            return done ? base::Status() : base::Status(done.error());
        });
    }
    void newFamily(int number, int people)
    {
        const base::Value territory = record("family", m_families.front()).values.at("territory");
        write([&](store::WriteTx& tx) -> base::Status {
            const auto family = create(tx, "family", { { "name", "Новые " + std::to_string(number) }, { "territory", territory } });
            for (int p = 0; p < people; ++p) {
                const auto person = create(tx, "person", { { "surname", "Новиков" }, { "firstName", "Имя" + std::to_string(p) },
                    { "patronymic", "Иванович" }, { "birthDate", "2001-02-03" } });
                create(tx, "member", { { "family", family }, { "person", person }, { "role", p < 2 ? "mother" : "son" } });
            }
            return {};
        });
    }
    void openProgramme()
    {
        write([&](store::WriteTx& tx) -> base::Status {
            m_open.push_back(create(tx, "programme", { { "family", anyOf(m_families) } }));
            return {};
        });
    }
    void seeProblem(int i)
    {
        const base::RecordId programme = anyOf(m_open);
        write([&](store::WriteTx& tx) -> base::Status {
            create(tx, "problem", { { "programme", programme }, { "n", std::int64_t { 20 + i } },
                { "text", "Посещение: в доме убрано, дети здоровы, продукты есть; мать ищет работу, просит помочь с путёвкой в лагерь" },
                { "source", "акт посещения" } });
            return {};
        });
    }
    void planMeasure(int i)
    {
        const base::RecordId programme = anyOf(m_open);
        const base::Value family = record("programme", programme).values.at("family");
        write([&](store::WriteTx& tx) -> base::Status {
            create(tx, "measure", { { "programme", programme }, { "family", family },
                { "n", std::int64_t { 40 + i } }, { "title", "Беседа с родителями о занятости детей" }, { "due", "2016-06-30" },
                { "result", i % 5 < 2 ? base::Value("проведена") : base::Value() } });
            return {};
        });
    }
    template <typename Body>
    void write(const Body& body)
    {
        must(m_office.write({}, body), "write");
    }
    static base::RecordId create(store::WriteTx& tx, const char* type, base::Fields fields)
    {
        return must(tx.create(type, std::move(fields)), type);
    }

    store::Store& m_office;
    base::SeededRandom m_chance;
    std::vector<base::RecordId> m_families;
    std::vector<base::RecordId> m_members;
    static constexpr std::size_t kOpenProgrammes = 30;
    std::vector<base::RecordId> m_open; ///< programmes that are still drafted
};

} // namespace

void Region::prepareDays(store::Store& office, std::uint64_t seed)
{
    Day(office, seed).prepare();
}

void Region::workOneDay(store::Store& office, std::uint64_t seed) const
{
    Day(office, seed).work();
}

} // namespace patronat::bench
