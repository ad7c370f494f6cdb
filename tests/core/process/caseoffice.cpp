// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/process/caseoffice.h"

#include "core/process/workcalendar.h"

#include <catch2/catch.hpp>

#include <map>

namespace patronat::tests {

using base::Fields;
using base::RecordId;
using base::Result;
using base::Value;

namespace {

std::shared_ptr<const profile::Profile> shipped(std::string_view id)
{
    static std::map<std::string, std::shared_ptr<const profile::Profile>, std::less<>> opened;
    auto at = opened.find(id);
    if (at == opened.end()) {
        auto profile = profile::openProfile(std::filesystem::path(PATRONAT_PROFILES) / id);
        INFO((profile ? std::string() : describe(profile.error())));
        REQUIRE(profile);
        at = opened.emplace(std::string(id), *profile).first;
    }
    return at->second;
}

template <typename T>
T must(Result<T> result)
{
    INFO((result ? std::string() : describe(result.error())));
    REQUIRE(result);
    return std::move(*result);
}

} // namespace

CaseOffice::CaseOffice(std::uint64_t seed, std::string_view profile)
    : m_office(shipped(profile), seed)
{
}

void CaseOffice::on(std::string_view day, int hour)
{
    std::int64_t ms = 0;
    REQUIRE(base::parseIsoDate(std::string(day), ms));
    m_office.clock().set(ms + hour * 3'600'000LL);
}

RecordId CaseOffice::territory()
{
    const auto districts = must(m_office.store().read(
        [](const store::ReadTx& tx) { return tx.list("territory", "kind = 'district'", 1); }));
    if (!districts.empty())
        return districts.front();
    return m_office.create(
        "territory", { { "code", "00-01" }, { "name", "Район" }, { "kind", "district" } });
}

RecordId CaseOffice::staff(std::string_view role)
{
    return m_office.create(
        "staff", { { "surname", "Галиева" }, { "firstName", "Алия" }, { "role", Value(role) } });
}

RecordId CaseOffice::family(std::string_view name)
{
    const RecordId family
        = m_office.create("family", { { "name", Value(name) }, { "territory", territory() } });
    enrol(family, "mother", "Анна", "1990-05-01", true);
    enrol(family, "son", "Тимур", "2015-09-14", false);
    return family;
}

void CaseOffice::enrol(RecordId family, std::string_view role, std::string_view name,
    std::string_view birthDate, bool isRepresentative)
{
    const RecordId person = m_office.create("person",
        { { "surname", "Сафины" }, { "firstName", Value(name) }, { "birthDate", Value(birthDate) },
            { "sex", role == "mother" ? "f" : "m" } });
    m_office.create("member",
        { { "family", family }, { "person", person }, { "role", Value(role) },
            { "isLegalRepresentative", isRepresentative ? 1 : 0 }, { "livesTogether", 1 } });
}

void CaseOffice::judge()
{
    store::Changes events;
    must(m_office.store().read([&](const store::ReadTx& tx) -> Result<int> {
        auto select = tx.connection().prepare("SELECT id FROM caseEvent");
        while (select.step())
            events.push_back({ "caseEvent", select.id<RecordId>(0), true, {} });
        return 0;
    }));
    const auto judged = m_office.store().bulk([&](store::Store::Inner& inner) {
        return inner.judge.update(events, m_office.clock().today());
    });
    REQUIRE(judged);
}

RecordId CaseOffice::signal(RecordId family)
{
    const RecordId signal = m_office.create("signal",
        { { "territory", territory() }, { "receivedAt", base::isoTime(m_office.clock().nowMs()) },
            { "registeredAt", m_office.clock().today() }, { "registeredBy", staff("DISTRICT") },
            { "channel", "phone" }, { "anonymous", 0 }, { "source", "3" },
            { "circumstance", "school" }, { "signs", R"(["noFood"])" }, { "violenceTraces", 0 },
            { "essence", "Дети третий день не посещают школу, родители не отвечают" },
            { "danger", 0 }, { "family", family } });
    m_office.create("signalChild", { { "signal", signal }, { "n", 1 }, { "name", "Сафин Тимур" } });
    return signal;
}

RecordId CaseOffice::episode(RecordId family, std::string_view state)
{
    return must(m_office.store().write(m_office.by(), [&](store::WriteTx& tx) {
        const store::WriteTx::ByProcess opening(tx);
        return tx.create("episode",
            { { "family", family }, { "kind", "SUPPORT" }, { "legalStatus", "NONE" },
                { "workStatus", Value(state) } });
    }));
}

RecordId CaseOffice::decision(RecordId episode, const Fields& fields)
{
    const RecordId family = *m_office.value("episode", episode, "family").reference();
    const RecordId item = m_office.create("agendaItem",
        { { "kind", "1" }, { "topic", "О семье" }, { "family", family }, { "episode", episode },
            { "n", 1 } });
    Fields all { { "agendaItem", item }, { "n", 1 }, { "text", "Поставить на учёт" },
        { "family", family } };
    all.insert(fields.begin(), fields.end());
    const RecordId decision = m_office.create("decision", all);
    signAlone("decision", decision);
    return decision;
}

RecordId CaseOffice::programme(RecordId episode, std::string_view from, std::string_view to)
{
    const RecordId family = *m_office.value("episode", episode, "family").reference();
    const RecordId programme = m_office.create("programme",
        { { "family", family }, { "episode", episode }, { "kind", "IPR" }, { "first", "first" },
            { "from", Value(from) }, { "to", Value(to) }, { "approvalNo", "3" },
            { "approvalDate", Value(from) }, { "curator", staff("CURATOR") },
            { "goal", "Вернуть детей в школу" }, { "familyConsent", "agreed" } });
    signAlone("programme", programme);
    return programme;
}

void CaseOffice::signAlone(std::string_view type, RecordId id)
{
    const auto done
        = m_office.store().write(m_office.by(), [&](store::WriteTx& tx) -> Result<base::GroupId> {
              PATRONAT_LET(const store::Record record, tx.read().record(type, id));
              return tx.sign({ { std::string(type), id, record.heads } });
          });
    INFO((done ? std::string() : describe(done.error())));
    REQUIRE(done);
}

Result<process::Applied> CaseOffice::move(std::string_view type, RecordId id,
    std::string_view transition, RecordId who, const process::Step& step)
{
    return m_office.store().write(
        { who, {}, {}, "transition" }, [&](store::WriteTx& tx) -> Result<process::Applied> {
            PATRONAT_LET(const store::Record record, tx.read().record(type, id));
            return process::apply(tx, type, id, transition, record.heads, step);
        });
}

process::Applied CaseOffice::moved(std::string_view type, RecordId id, std::string_view transition,
    RecordId who, const process::Step& step)
{
    INFO(transition);
    return must(move(type, id, transition, who, step));
}

Result<process::Reversed> CaseOffice::reverse(
    std::string_view type, RecordId id, RecordId event, RecordId who, const std::string& reason)
{
    return m_office.store().write(
        { who, {}, {}, "reverse" }, [&](store::WriteTx& tx) -> Result<process::Reversed> {
            PATRONAT_LET(const store::Record record, tx.read().record(type, id));
            return process::reverse(tx, event, record.heads, reason);
        });
}

std::vector<process::Possible> CaseOffice::possible(
    std::string_view type, RecordId id, RecordId who, const process::Step& said)
{
    process::Step step = said;
    step.who = who;
    step.today = m_office.clock().today();
    step.now = base::isoTime(m_office.clock().nowMs());
    return must(m_office.store().read([&](const store::ReadTx& tx) {
        return process::transitions(tx, m_office.store().rules(), type, id, step);
    }));
}

std::string CaseOffice::state(std::string_view type, RecordId id)
{
    return must(m_office.store().read([&](const store::ReadTx& tx) -> Result<std::string> {
        PATRONAT_LET(const process::Case subject, process::caseOf(tx, type, id));
        return subject.state;
    }));
}

std::vector<std::string> CaseOffice::deadlines(std::string_view today)
{
    auto all = open(today);
    std::erase_if(all, [](const std::string& line) { return line.starts_with("visit."); });
    return all;
}

std::vector<std::string> CaseOffice::visits(std::string_view today)
{
    auto all = open(today);
    std::erase_if(all, [](const std::string& line) { return !line.starts_with("visit."); });
    return all;
}

std::vector<std::string> CaseOffice::open(std::string_view today)
{
    return must(
        m_office.store().read([&](const store::ReadTx& tx) -> Result<std::vector<std::string>> {
            PATRONAT_LET(const auto open, process::deadlines(tx, std::string(today)));
            std::vector<std::string> out;
            for (const process::OpenDeadline& one : open)
                out.push_back(one.deadline->id + ' ' + process::isoOf(one.due.day)
                    + (one.due.onDayOff ? " off" : "")
                    + (one.due.unlistedYear ? ' ' + std::to_string(*one.due.unlistedYear) + '?'
                                            : ""));
            return out;
        }));
}

std::vector<std::string> CaseOffice::concurrencies()
{
    return must(
        m_office.store().read([&](const store::ReadTx& tx) -> Result<std::vector<std::string>> {
            std::vector<std::string> out;
            for (const store::Finding& finding : store::findings(tx))
                if (finding.kind == "concurrentTransition")
                    out.push_back(finding.kind + ' ' + finding.record.hex());
            return out;
        }));
}

std::string CaseOffice::text(std::string_view type, RecordId id, const std::string& field)
{
    return std::string(m_office.value(type, id, field).textOr({}));
}

Fields registrationCard(RecordId organisation, RecordId by)
{
    return { { "organisation", organisation }, { "grounds", "[\"G1\"]" }, { "mainGround", "G1" },
        { "primaryCategory", "C6" }, { "familyTraits", "[\"motherOnly\"]" },
        { "maritalStatus", "divorced" }, { "housingType", "flat" },
        { "housingCondition", "normal" }, { "incomeSources", "[\"work\"]" },
        { "incomeTotal", 3'000'000 }, { "membersCount", 3 }, { "problems", "[\"unemployment\"]" },
        { "filledBy", by }, { "filledAt", "2026-02-04" } };
}

} // namespace patronat::tests
