// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/simulator/deeds.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace patronat::tests::simulator {

using base::RecordId;
using base::Result;
using store::ReadTx;

namespace {

constexpr std::array<std::string_view, 12> kCreated { "family", "family", "person", "member", "measure", "measure",
    "step", "body", "meeting", "agendaItem", "organisation", "remark" };
constexpr std::array<std::string_view, 10> kEdited { "family", "measure", "measure", "step", "person", "member",
    "meeting", "agendaItem", "body", "organisation" };
constexpr std::array<std::string_view, 2> kSigned { "measure", "meeting" };

bool isTyped(const profile::Field& field)
{
    return field.type == profile::FieldType::Text || field.type == profile::FieldType::Note;
}

} // namespace

Deeds::Deeds(World& world, const Action& action)
    : m_world(world)
    , m_action(action)
    , m_site(*world.m_sites[action.site % world.m_sites.size()])
    , m_clerk(m_site, world.m_ledger, std::to_string(action.number) + " (" + std::string(deedName(action.deed)) + ")")
{
}

void Deeds::run()
{
    m_site.clock.advance(1 + m_action.c % 5000);
    switch (m_action.deed) {
    case Deed::Create: return create();
    case Deed::Edit: return edit();
    case Deed::Open: return open();
    case Deed::Save: return save();
    case Deed::SaveAgain: return saveAgain();
    case Deed::Sign: return sign();
    case Deed::Cancel: return cancel();
    case Deed::Settle: return settle();
    case Deed::Remove: return remove();
    case Deed::Restore: return restore();
    case Deed::Resolve: return resolve();
    case Deed::Group: return group();
    case Deed::Undo: return undo();
    case Deed::Move: return move();
    case Deed::Export: return dispatch();
    case Deed::Deliver: return deliver();
    case Deed::Lose: return lose();
    case Deed::Exchange: return exchange();
    case Deed::Relay: return relay();
    case Deed::Kill: return kill();
    case Deed::Reopen: m_site.reopen(); return mustHold("was closed and opened");
    case Deed::Backup: m_site.backup(); return told("copies its file away", {});
    case Deed::GoBack: return goBack();
    case Deed::Image: return copy(false);
    case Deed::Snapshot: return copy(true);
    case Deed::Clock: return setClock();
    case Deed::Upgrade: return upgrade();
    }
}

void Deeds::told(const std::string& what, const std::string& outcome) const
{
    m_world.tell(std::to_string(m_action.number) + ". " + m_site.name() + " " + what
        + (outcome.empty() ? "" : ": " + outcome));
}

std::string Deeds::nameOf(const std::string& type, RecordId record) const
{
    return type + " " + record.hex().substr(0, 4) + "/" + std::to_string(record.sequence);
}

std::string Deeds::fresh() const
{
    return "v" + std::to_string(m_action.number);
}

base::Value Deeds::typed() const
{
    if (m_action.c % 10 == 0)
        return "same " + std::to_string(m_action.c / 10 % 2);
    if (m_action.c % 10 == 1)
        return {};
    return fresh();
}

Deeds::Found Deeds::anyRecord(const std::string& type, const std::string& where, std::uint32_t choice) const
{
    const auto ids = m_site.store().read([&](const ReadTx& tx) { return tx.list(type, where); });
    if (!ids || ids->empty())
        return std::nullopt;
    return std::pair(type, (*ids)[choice % ids->size()]);
}

/// The first type that has records, from a chosen one on.
Deeds::Found Deeds::anyEditable(std::uint32_t choice) const
{
    for (std::size_t i = 0; i < kEdited.size(); ++i) {
        const std::string type(kEdited[(choice + i) % kEdited.size()]);
        if (const Found found = anyRecord(type, {}, choice / 16))
            return found;
    }
    return std::nullopt;
}

RecordId Deeds::district(std::uint32_t choice) const
{
    const std::string code = m_site.isSupervisor() || choice % 5 == 0
        ? kDistricts[choice / 8 % std::size(kDistricts)]
        : m_site.district();
    const Found found = anyRecord("territory", "code = '" + code + "'", 0);
    return found ? found->second : RecordId {};
}

std::optional<Window> Deeds::window(const Found& found) const
{
    return found ? m_clerk.fill(found->first, found->second) : std::nullopt;
}

Window* Deeds::openWindow(bool withLife) const
{
    std::vector<Window*> open;
    for (Window& window : m_site.windows)
        if (!window.saved && (!withLife || window.type == "measure" || window.type == "meeting"))
            open.push_back(&window);
    return open.empty() ? nullptr : open[m_action.a % open.size()];
}

/// One or two fields of a form, never the references.
void Deeds::type(Window& window) const
{
    const store::Table* table = m_site.store().tables().find(window.type);
    std::vector<std::string> fields;
    for (const profile::Field& field : table->type().fields)
        if (isTyped(field))
            fields.push_back(field.id);
    // What is signed takes only what lies outside signatures: a person knows, mostly.
    if (window.life == "signed" && m_action.b % 4 != 0)
        std::erase_if(fields, [](const std::string& field) { return !isAfterSigning(field); });
    if (fields.empty())
        return;
    window.typed.insert_or_assign(fields[m_action.b / 4 % fields.size()], typed());
    if (m_action.b / 64 % 3 == 0)
        window.typed.insert_or_assign(fields[m_action.b / 256 % fields.size()], fresh() + "b");
}

void Deeds::create()
{
    const std::string type(kCreated[m_action.a % kCreated.size()]);
    const store::Table* table = m_site.store().tables().find(type);
    if (table == nullptr)
        return;
    base::Fields fields;
    std::uint32_t choice = m_action.b;
    for (const profile::Field& field : table->type().fields) {
        if (isTyped(field) && !isAfterSigning(field.id) && (fields.empty() || m_action.c % 3 == 0))
            fields.emplace(field.id, fresh());
        if (field.type != profile::FieldType::Reference)
            continue;
        choice = choice / 7 + m_action.c % 1000;
        const Found target = field.target == "territory" ? Found(std::pair(field.target, district(m_action.b)))
                                                         : anyRecord(field.target, {}, choice);
        const bool optional = type == "agendaItem" && field.id == "family" && m_action.c % 2 == 0;
        if (target && !optional)
            fields.insert_or_assign(field.id, target->second);
    }
    const bool rooted = table->type().unitKind != profile::UnitKind::Through
        || fields.contains(table->type().parent);
    if (!rooted)
        return;
    const RecordId record = m_clerk.create(type, fields);
    told("creates " + nameOf(type, record) + " as " + fresh(), {});
}

void Deeds::edit()
{
    auto form = window(anyEditable(m_action.a));
    if (!form)
        return;
    type(*form);
    const std::string outcome = m_clerk.save(*form);
    std::string what;
    for (const auto& [field, value] : form->typed)
        what += " " + field + " = " + valueText(value);
    told("writes" + what + " in " + nameOf(form->type, form->record), outcome);
}

void Deeds::open()
{
    auto form = window(anyEditable(m_action.a));
    if (!form)
        return;
    type(*form);
    if (m_action.c % 3 != 0)
        form->draft = { 0xD4AF7, (std::uint64_t { m_site.number() } << 32) + m_action.number };
    told("opens a form of " + nameOf(form->type, form->record), {});
    m_site.windows.push_back(std::move(*form));
}

void Deeds::save()
{
    Window* form = openWindow(false);
    if (form == nullptr)
        return;
    const std::string outcome = m_clerk.save(*form);
    std::string what;
    for (const auto& [field, value] : form->typed)
        what += " " + field + " = " + valueText(value);
    told("saves an open form of " + nameOf(form->type, form->record) + " with" + what, outcome);
    if (form->draft.isNull())
        m_site.windows.erase(m_site.windows.begin() + (form - m_site.windows.data()));
}

void Deeds::saveAgain()
{
    for (Window& form : m_site.windows) {
        if (!form.saved || form.saved->isNull() || form.draft.isNull())
            continue;
        const auto before = m_site.held().size();
        const auto answered = form.saved;
        // After the file went back the save may be new again.
        const bool known = m_site.store().savedDraft(form.draft).has_value();
        const std::string outcome = m_clerk.save(form);
        told("saves the draft of " + nameOf(form.type, form.record) + " once more", outcome);
        if (known && (m_site.held().size() != before || form.saved != answered))
            throw Broken("a draft saved twice was written twice");
        return;
    }
}

void Deeds::sign()
{
    const std::string type(kSigned[m_action.b % kSigned.size()]);
    Window* stale = m_action.c % 3 == 0 ? openWindow(true) : nullptr;
    const auto form = stale ? std::optional(*stale) : window(anyRecord(type, "life IN ('draft', 'cancelled')", m_action.a));
    if (!form)
        return;
    const std::string outcome = m_clerk.sign(*form);
    told((stale ? "signs, from an open form, " : "signs ") + nameOf(form->type, form->record) + " and "
            + std::to_string(form->plan.size() - 1) + " more",
        outcome);
}

void Deeds::cancel()
{
    const std::string type(kSigned[m_action.b % kSigned.size()]);
    const auto form = window(anyRecord(type, "life = 'signed'", m_action.a));
    if (form)
        told("cancels " + nameOf(form->type, form->record) + " and " + std::to_string(form->cancelPlan.size() - 1) + " more",
            m_clerk.cancel(*form));
}

void Deeds::settle()
{
    const auto besides = m_site.store().read([](const ReadTx& tx) -> Result<std::vector<store::BesideSigned>> { return tx.besides(); });
    if (!besides || besides->empty())
        return;
    const store::BesideSigned& beside = (*besides)[m_action.a % besides->size()];
    const auto form = m_clerk.fill(beside.type, beside.record);
    if (!form)
        return;
    auto named = form->beside;
    if (m_action.c % 2 == 0)
        named = { beside.operation.head() };
    told("dismisses " + std::to_string(named.size()) + " beside " + nameOf(form->type, form->record),
        m_clerk.settle(*form, named));
}

void Deeds::remove()
{
    Window* stale = m_action.c % 3 == 0 ? openWindow(false) : nullptr;
    const auto form = stale ? std::optional(*stale) : window(anyEditable(m_action.a));
    if (form)
        told("removes " + nameOf(form->type, form->record), m_clerk.remove(*form));
}

void Deeds::restore()
{
    for (std::size_t i = 0; i < kEdited.size(); ++i) {
        const std::string type(kEdited[(m_action.b + i) % kEdited.size()]);
        const auto form = window(anyRecord(type, "life = 'removed'", m_action.a));
        if (form)
            return told("restores " + nameOf(form->type, form->record), m_clerk.restore(*form));
    }
}

void Deeds::resolve()
{
    const auto open = m_site.store().read([](const ReadTx& tx) -> Result<std::vector<store::OpenConflict>> { return tx.conflicts(); });
    if (!open || open->empty())
        return;
    const store::OpenConflict& conflict = (*open)[m_action.a % open->size()];
    auto form = m_clerk.fill(conflict.type, conflict.record);
    if (!form)
        return;
    const auto& candidates = conflict.candidates;
    if (conflict.field == journal::kRemovedField) {
        const std::string outcome = m_action.b % 2 == 0 ? m_clerk.remove(*form) : m_clerk.restore(*form);
        return told("settles whether " + nameOf(form->type, form->record) + " is removed", outcome);
    }
    if (m_action.b % 3 != 0)
        form->typed.insert_or_assign(conflict.field,
            m_action.b % 3 == 1 || conflict.field == "territory" ? candidates[m_action.b / 4 % candidates.size()].value : base::Value(fresh()));
    if (m_site.store().tables().find(conflict.type)->column(conflict.field) == store::Table::npos)
        form->typed.clear();
    const std::string outcome = m_clerk.save(*form, { conflict.field });
    told("settles " + conflict.field + " of " + nameOf(form->type, form->record), outcome);
}

void Deeds::group()
{
    const base::Fields family { { "title", fresh() }, { "territory", district(m_action.b) } };
    told("enters a family and a member as one action", m_clerk.group(family, fresh()));
}

void Deeds::undo()
{
    if (m_site.groups.empty())
        return;
    const base::GroupId group = m_site.groups[m_action.a % m_site.groups.size()];
    told("undoes what it did at " + group.hex().substr(0, 4) + "/" + std::to_string(group.sequence), m_clerk.undo(group));
}

void Deeds::move()
{
    auto form = window(anyRecord(m_action.c % 4 == 0 ? "body" : "family", {}, m_action.a));
    if (!form)
        return;
    form->typed.emplace("territory", district(m_action.b));
    told("moves " + nameOf(form->type, form->record) + " to another district", m_clerk.save(*form));
}

} // namespace patronat::tests::simulator
