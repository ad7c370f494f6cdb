// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/caseway.h"

#include "core/process/caseholders.h"
#include "core/store/tables.h"
#include "ui/common/valuetext.h"

#include <algorithm>
#include <set>

namespace patronat::ui {

using base::RecordId;
using base::Result;
using store::ReadTx;

namespace {

constexpr int kMostDocuments = 50;

const profile::Label* wordsOf(const profile::Process& process, std::string_view transition)
{
    const auto found = std::find_if(process.transitions.begin(), process.transitions.end(),
        [&](const profile::Transition& one) { return one.id == transition; });
    return found == process.transitions.end() ? nullptr : &found->label;
}

std::vector<WayEvent> eventsOf(const ReadTx& tx, const store::Rules& rules,
    const profile::Process& process, RecordId record, const std::string& language)
{
    auto select = tx.connection().prepare(
        "SELECT id, happenedOn, transition, \"from\", \"to\", who, reason, reverses FROM caseEvent "
        "WHERE subject = :subject AND life NOT IN ('removed', 'erased') ORDER BY enteredAt DESC, "
        "id DESC");
    select.bind(*select.parameter(":subject"), std::string_view(record.hex()));
    std::vector<WayEvent> out;
    std::set<RecordId> takenBack;
    while (select.step()) {
        WayEvent event;
        event.id = select.id<RecordId>(0);
        event.day = select.text(1);
        if (const profile::Label* words = wordsOf(process, select.text(2)))
            event.what = *words;
        event.from = select.text(3);
        event.to = select.text(4);
        if (!select.isNull(5))
            event.who = recordTitle(tx, rules, "staff", select.id<RecordId>(5), language);
        event.reason = select.text(6);
        event.takesBack = !select.isNull(7);
        if (event.takesBack)
            takenBack.insert(select.id<RecordId>(7));
        out.push_back(std::move(event));
    }
    for (WayEvent& event : out)
        event.isTakenBack = takenBack.contains(event.id);
    return out;
}

void addManager(const ReadTx& tx, const store::Rules& rules, const store::Record& record,
    const std::string& today, const std::string& language, CaseWay& out)
{
    const auto manager = record.values.find("caseManager");
    const auto family = record.values.find("family");
    if (manager == record.values.end() || manager->second.reference() == nullptr
        || family == record.values.end() || family->second.reference() == nullptr)
        return;
    const RecordId who = *manager->second.reference();
    out.manager = recordTitle(tx, rules, "staff", who, language);
    const process::CaseHolders holders(tx, today, *family->second.reference());
    if (const process::HandedCase* lent = holders.substitution(*family->second.reference(), who)) {
        out.substitute = recordTitle(tx, rules, "staff", lent->to, language);
        out.substituteUntil = lent->until;
    }
}

} // namespace

Result<CaseWay> caseWay(const ReadTx& tx, const store::Rules& rules, const std::string& type,
    RecordId record, const process::Step& step, const std::string& language)
{
    PATRONAT_LET(const process::Case subject, process::caseOf(tx, type, record));
    PATRONAT_LET(const auto possible, process::transitions(tx, rules, type, record, step));
    CaseWay out;
    out.type = type;
    out.record = record;
    out.heads = subject.record.heads;
    out.classifier = tx.profile().type(type)->field(subject.process->field)->classifier;
    out.state = subject.state;
    out.since = process::lastEventDay(tx, subject);
    addManager(tx, rules, subject.record, step.today, language, out);
    for (const process::Possible& one : possible)
        out.steps.push_back({ one.transition->id, one.transition->label, one.to,
            one.transition->document, one.transition->reason, one.missing, one.mayHappen });
    out.events = eventsOf(tx, rules, *subject.process, record, language);
    return out;
}

std::vector<WayDocument> wayDocuments(const ReadTx& tx, const store::Rules& rules,
    const std::string& type, RecordId family, const std::string& language)
{
    const profile::RecordType* declared = tx.profile().type(type);
    if (declared == nullptr || declared->field("family") == nullptr || family.isNull())
        return {};
    auto select = tx.connection().prepare("SELECT id FROM " + store::sqlName(type)
        + " WHERE family = :family AND life NOT IN ('removed', 'erased', 'cancelled') ORDER BY id "
          "DESC LIMIT "
        + std::to_string(kMostDocuments));
    select.bind(*select.parameter(":family"), family);
    std::vector<WayDocument> out;
    while (select.step()) {
        const auto id = select.id<RecordId>(0);
        out.push_back({ id, recordTitle(tx, rules, type, id, language) });
    }
    return out;
}

} // namespace patronat::ui
