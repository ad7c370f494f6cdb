// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/documentmove.h"

#include <nlohmann/json.hpp>

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/store/sqlfunctions.h"

#include <algorithm>

namespace patronat::process {

using base::ErrorCode;
using base::Fields;
using base::RecordId;
using base::Result;
using base::Value;
using profile::Field;
using profile::RecordType;
using store::ReadTx;

namespace {

constexpr const char* kAlive = " NOT IN ('removed', 'erased')";

/// Of "addrFact.street" the declared field.
std::string declaredName(const std::string& column)
{
    return column.substr(0, column.find('.'));
}

/// Not carried over: it is issued or computed anew where the copy is.
bool isMadeAnew(const Field& field)
{
    return field.type == profile::FieldType::Number || !field.signingExpression.empty();
}

bool isOfUnit(const ReadTx& tx, const std::string& type, RecordId record, base::UnitId unit)
{
    if (tx.tables().find(type) == nullptr)
        return false;
    auto select
        = tx.connection().prepare("SELECT unit FROM " + store::sqlName(type) + " WHERE id = ?1");
    select.bind(1, record);
    return select.step() && !select.isNull(0) && select.id<base::UnitId>(0) == unit;
}

/// What references of the wrong case mean in the right one.
class Translation
{
public:
    Translation(const ReadTx& tx, RecordId from, RecordId to)
        : m_tx(tx)
        , m_from(from)
        , m_to(to)
        , m_unit(base::idCast<base::UnitId>(from))
    {
    }

    /// The reference as it stands in the right case; nothing when a person has to say.
    std::optional<RecordId> of(const Field& field, RecordId target) const
    {
        if (target == m_from)
            return m_to;
        if (field.target == "person")
            return isMember(target, m_from) && !isMember(target, m_to) ? std::nullopt
                                                                       : std::optional(target);
        if (!isOfUnit(m_tx, field.target, target, m_unit))
            return target;
        const auto same = field.target == "member" ? samePerson(target)
            : field.target == "episode"            ? openEpisode()
                                                   : std::nullopt;
        return same;
    }

    /// What may be chosen instead.
    std::vector<RecordId> options(const Field& field) const
    {
        const RecordType* type = m_tx.profile().type(field.target);
        if (field.target == "person")
            return ids("SELECT person FROM member WHERE family = ?1 AND person IS NOT NULL AND "
                       "life NOT IN ('removed', 'erased') ORDER BY n, id");
        if (type == nullptr || type->field("family") == nullptr)
            return {};
        return ids("SELECT id FROM " + store::sqlName(field.target) + " WHERE family = ?1 AND life"
            + kAlive + " ORDER BY id");
    }

private:
    bool isMember(RecordId person, RecordId family) const
    {
        auto select = m_tx.connection().prepare(
            std::string("SELECT 1 FROM member WHERE person = ?1 AND family = ?2 AND life")
            + kAlive);
        select.bind(1, person).bind(2, family);
        return select.step();
    }

    std::optional<RecordId> samePerson(RecordId member) const
    {
        auto select = m_tx.connection().prepare(
            std::string("SELECT o.id FROM member AS m JOIN member AS o ON o.person = m.person "
                        "WHERE m.id = ?1 AND o.family = ?2 AND o.life")
            + kAlive + " ORDER BY o.id LIMIT 1");
        select.bind(1, member).bind(2, m_to);
        return select.step() ? std::optional(select.id<RecordId>(0)) : std::nullopt;
    }

    std::optional<RecordId> openEpisode() const
    {
        const auto open = ids("SELECT id FROM episode WHERE family = ?1 AND endDate IS NULL AND "
                              "life NOT IN ('removed', 'erased', 'cancelled') ORDER BY regDate "
                              "DESC, id DESC LIMIT 1");
        return open.empty() ? std::nullopt : std::optional(open.front());
    }

    std::vector<RecordId> ids(const std::string& sql) const
    {
        std::vector<RecordId> out;
        auto select = m_tx.connection().prepare(sql);
        select.bind(1, m_to);
        while (select.step())
            out.push_back(select.id<RecordId>(0));
        return out;
    }

    const ReadTx& m_tx;
    RecordId m_from;
    RecordId m_to;
    base::UnitId m_unit;
};

std::string keyOf(const std::string& type, const std::string& field, RecordId record)
{
    return type + '.' + field + '/' + record.hex();
}

/// Finds what a move takes along and what it has to ask; changes nothing.
class Planning
{
public:
    Planning(const ReadTx& tx, const MoveAsked& asked)
        : m_tx(tx)
        , m_asked(asked)
    {
    }

    Result<MovePlan> run()
    {
        const auto type = m_tx.typeOf(m_asked.record);
        if (!type)
            return { ErrorCode::NotFound, { "record", m_asked.record.hex() } };
        m_plan.type = *type;
        PATRONAT_LET(const store::Record record, m_tx.record(*type, m_asked.record));
        if (!mayMove(record))
            return std::move(m_plan);
        m_plan.from = *record.values.at("family").reference();
        m_plan.isSigned = record.life == "signed";
        for (const Field& field : m_tx.profile().type(*type)->fields)
            if (const auto at = record.values.find(field.id);
                field.type == profile::FieldType::Number && at != record.values.end())
                m_plan.number = at->second.textOr({});
        findCase();
        if (base::trimmed(m_asked.reason).empty())
            miss("reason");
        PATRONAT_TRY(addWithLines(*type, m_asked.record));
        if (!m_plan.to.isNull())
            PATRONAT_TRY(askAll());
        addReferring();
        return std::move(m_plan);
    }

private:
    void miss(std::string code, std::string argument = {})
    {
        m_plan.problems.push_back({ std::move(code), std::move(argument) });
    }

    bool mayMove(const store::Record& record)
    {
        const auto types = movableTypes(m_tx.profile());
        const auto family = record.values.find("family");
        if (types.empty())
            miss("notDeclared");
        else if (std::find(types.begin(), types.end(), record.type) == types.end())
            miss("notMovable", record.type);
        else if (record.life == "removed" || record.life == "erased")
            miss("removed");
        else if (record.life == "cancelled")
            miss("cancelled");
        else if (family == record.values.end() || family->second.reference() == nullptr)
            miss("notMovable", record.type);
        return m_plan.problems.empty();
    }

    void findCase()
    {
        const auto type = m_tx.typeOf(m_asked.to);
        if (type == "episode") {
            const auto card = m_tx.record(*type, m_asked.to);
            if (card && card->values.contains("family"))
                m_plan.to = *card->values.at("family").reference();
        } else if (type == "family") {
            m_plan.to = m_asked.to;
        }
        const auto family = m_plan.to.isNull() ? Result<store::Record>(ErrorCode::NotFound)
                                               : m_tx.record("family", m_plan.to);
        if (!family || family->life == "removed" || family->life == "erased") {
            m_plan.to = {};
            return miss("noCase", m_asked.to.hex());
        }
        if (m_plan.to == m_plan.from)
            miss("sameCase");
    }

    /// A record and what hangs on it by the parent that its type declares.
    base::Status addWithLines(const std::string& type, RecordId id)
    {
        PATRONAT_LET(const store::Record record, m_tx.record(type, id));
        if (record.hasConflicts)
            miss("conflict", type);
        m_plan.records.push_back({ type, id, record.heads });
        for (const RecordType& child : m_tx.profile().types) {
            const Field* parent = child.parent.empty() ? nullptr : child.field(child.parent);
            if (parent == nullptr || parent->target != type)
                continue;
            for (const RecordId line : m_tx.children(child.id, child.parent, id)) {
                PATRONAT_LET(const store::Record held, m_tx.record(child.id, line));
                if (held.life != "removed" && held.life != "erased")
                    PATRONAT_TRY(addWithLines(child.id, line));
            }
        }
        return {};
    }

    bool goesAlong(RecordId id) const
    {
        return std::any_of(m_plan.records.begin(), m_plan.records.end(),
            [&](const store::SignItem& item) { return item.id == id; });
    }

    base::Status askAll()
    {
        const Translation translation(m_tx, m_plan.from, m_plan.to);
        for (const store::SignItem& item : m_plan.records) {
            PATRONAT_LET(const store::Record record, m_tx.record(item.type, item.id));
            const RecordType& type = *m_tx.profile().type(item.type);
            for (const auto& [name, value] : record.values) {
                const Field* field = type.field(declaredName(name));
                if (field == nullptr || value.reference() == nullptr || isMadeAnew(*field)
                    || goesAlong(*value.reference()) || translation.of(*field, *value.reference()))
                    continue;
                MoveQuestion question { keyOf(item.type, name, item.id), item.type, item.id, name,
                    field->target, *value.reference(), translation.options(*field) };
                if (!m_asked.answers.contains(question.key))
                    miss("choose", question.key);
                m_plan.questions.push_back(std::move(question));
            }
        }
        return {};
    }

    void addReferring()
    {
        for (const RecordType& type : m_tx.profile().types)
            for (const Field& field : type.fields) {
                if (field.target != m_plan.type)
                    continue;
                auto select = m_tx.connection().prepare("SELECT id FROM " + store::sqlName(type.id)
                    + " WHERE " + store::sqlName(field.id) + " = ?1 AND life" + kAlive);
                select.bind(1, m_asked.record);
                while (select.step())
                    if (!goesAlong(select.id<RecordId>(0)))
                        m_plan.referredBy.emplace_back(type.id, select.id<RecordId>(0));
            }
        if (m_tx.profile().type("caseEvent") == nullptr)
            return;
        auto event = m_tx.connection().prepare(
            std::string("SELECT id FROM caseEvent WHERE document = ?1 AND life") + kAlive);
        const std::string hex = m_asked.record.hex();
        event.bind(1, std::string_view(hex));
        while (event.step())
            m_plan.referredBy.emplace_back("caseEvent", event.id<RecordId>(0));
    }

    const ReadTx& m_tx;
    const MoveAsked& m_asked;
    MovePlan m_plan;
};

/// "№ 2026/0001" of the newest card; the office that holds one of the two families only must not
/// learn the other's name from it.
Value caseWords(const ReadTx& tx, RecordId family)
{
    auto select = tx.connection().prepare(
        "SELECT regNo FROM episode WHERE family = ?1 AND regNo IS NOT NULL AND life NOT IN "
        "('removed', 'erased') ORDER BY regDate DESC, id DESC LIMIT 1");
    select.bind(1, family);
    return select.step() ? Value("№ " + std::string(select.text(0))) : Value();
}

/// Writes the copy, annuls the original and tells both cases.
class Moving
{
public:
    Moving(store::WriteTx& tx, const MoveAsked& asked, MovePlan plan)
        : m_tx(tx)
        , m_asked(asked)
    {
        m_done.plan = std::move(plan);
    }

    Result<Moved> run()
    {
        const MovePlan& plan = m_done.plan;
        PATRONAT_LET(const store::Record original, m_tx.read().record(plan.type, m_asked.record));
        const std::string title = base::trimmed(m_tx.rules().title(plan.type, original.values));
        if (plan.isSigned) {
            PATRONAT_LET(
                const store::SignPlan falls, m_tx.read().cancelPlan(plan.type, m_asked.record));
            PATRONAT_TRY(m_tx.cancel(falls));
        }
        for (const store::SignItem& item : plan.records)
            PATRONAT_TRY(copy(item));
        PATRONAT_TRY(putLater());
        m_done.record = m_copies.at(m_asked.record);
        if (!plan.isSigned)
            for (auto item = plan.records.rbegin(); item != plan.records.rend(); ++item)
                PATRONAT_TRY(m_tx.remove(item->type, item->id, item->heads));
        const std::string words = labelOf(plan.type) + (title.empty() ? "" : ' ' + title);
        PATRONAT_TRY(tell(plan.from, 0, m_asked.record, m_done.record, plan.to, words));
        PATRONAT_TRY(tell(plan.to, 1, m_done.record, m_asked.record, plan.from, words));
        return std::move(m_done);
    }

private:
    /// What is written for others to read is in the language of papers.
    std::string language() const
    {
        return store::settingOf(m_tx.read().profile(), "printLanguage", {});
    }

    std::string labelOf(const std::string& type) const
    {
        return std::string(profile::labelIn(m_tx.read().profile().type(type)->label, language()));
    }

    base::Status copy(const store::SignItem& item)
    {
        PATRONAT_LET(const store::Record record, m_tx.read().record(item.type, item.id));
        const RecordType& type = *m_tx.read().profile().type(item.type);
        const Translation translation(m_tx.read(), m_done.plan.from, m_done.plan.to);
        Fields fields;
        for (const auto& [name, value] : record.values) {
            const Field* field = type.field(declaredName(name));
            if (field == nullptr || isMadeAnew(*field))
                continue;
            if (value.reference() == nullptr)
                fields[name] = value;
            else if (goesLater(*value.reference()))
                m_later.push_back({ item.type, item.id, name, *value.reference() });
            else if (const auto moved
                = referenceOf(item, name, *field, *value.reference(), translation))
                fields[name] = *moved;
        }
        PATRONAT_LET(m_copies[item.id], m_tx.create(item.type, std::move(fields)));
        return {};
    }

    bool goesLater(RecordId target) const
    {
        return !m_copies.contains(target)
            && std::any_of(m_done.plan.records.begin(), m_done.plan.records.end(),
                [&](const store::SignItem& item) { return item.id == target; });
    }

    /// One line may name another that is copied after it.
    base::Status putLater()
    {
        for (const Later& one : m_later) {
            const RecordId id = m_copies.at(one.record);
            PATRONAT_LET(const store::Record now, m_tx.read().record(one.type, id));
            const auto done = m_tx.put(
                one.type, id, now.heads, { { one.field, Value(m_copies.at(one.target)) } });
            if (!done)
                return done.error();
        }
        return {};
    }

    std::optional<RecordId> referenceOf(const store::SignItem& item, const std::string& name,
        const Field& field, RecordId target, const Translation& translation)
    {
        if (const auto copied = m_copies.find(target); copied != m_copies.end())
            return copied->second;
        const auto answer = m_asked.answers.find(keyOf(item.type, name, item.id));
        if (answer == m_asked.answers.end())
            return translation.of(field, target);
        if (!answer->second.isNull())
            return answer->second;
        m_leftEmpty.push_back(std::string(profile::labelIn(field.label, language())));
        return std::nullopt;
    }

    base::Status tell(RecordId family, int arrived, RecordId here, RecordId there,
        RecordId otherFamily, const std::string& words)
    {
        const MovePlan& plan = m_done.plan;
        Fields fields { { "family", family }, { "arrived", arrived }, { "documentType", plan.type },
            { "documentTitle", words }, { "record", here.hex() }, { "other", there.hex() },
            { "otherCase", caseWords(m_tx.read(), otherFamily) },
            { "wasSigned", plan.isSigned ? 1 : 0 }, { "reason", base::trimmed(m_asked.reason) },
            { "movedAt", base::isoTime(m_tx.clock().nowMs()) } };
        if (!plan.number.empty())
            fields["number"] = plan.number;
        if (!m_leftEmpty.empty())
            fields["leftEmpty"] = base::join(m_leftEmpty, "; ");
        if (!m_tx.options().author.isNull())
            fields["who"] = m_tx.options().author;
        const auto told = m_tx.create(kMoveType, std::move(fields));
        return told ? base::Status() : base::Status(told.error());
    }

    store::WriteTx& m_tx;
    const MoveAsked& m_asked;
    Moved m_done;
    struct Later
    {
        std::string type;
        RecordId record;
        std::string field;
        RecordId target;
    };
    std::map<RecordId, RecordId> m_copies;
    std::vector<Later> m_later;
    std::vector<std::string> m_leftEmpty;
};

} // namespace

std::vector<std::string> movableTypes(const profile::Profile& profile)
{
    std::vector<std::string> out;
    if (profile.type(kMoveType) == nullptr)
        return out;
    const auto settings = nlohmann::json::parse(profile.settingsJson, nullptr, false);
    if (!settings.is_object() || !settings.contains("documentMove"))
        return out;
    for (const auto& one : settings["documentMove"].value("types", nlohmann::json::array())) {
        const RecordType* type = one.is_string() ? profile.type(one.get<std::string>()) : nullptr;
        if (type != nullptr && type->unitKind == profile::UnitKind::Through
            && type->unitFields == std::vector<std::string> { "family" }
            && profile.processOf(type->id) == nullptr)
            out.push_back(type->id);
    }
    return out;
}

Result<MovePlan> planMove(const ReadTx& tx, const MoveAsked& asked)
{
    return Planning(tx, asked).run();
}

Result<Moved> moveDocument(store::WriteTx& tx, const MoveAsked& asked)
{
    PATRONAT_LET(MovePlan plan, planMove(tx.read(), asked));
    if (!plan.problems.empty())
        return { ErrorCode::InvalidArgument,
            { "move", plan.problems.front().code, plan.problems.front().argument } };
    return Moving(tx, asked, std::move(plan)).run();
}

} // namespace patronat::process
