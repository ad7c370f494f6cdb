// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/twinwatch.h"

#include "core/store/keptreasons.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace patronat::ui {

using base::RecordId;
using store::ReadTx;

namespace {

constexpr int kLookAfterMs = 350;
constexpr std::size_t kMostShown = 3;
const std::string kRule = "BR-04";

/// Who it is, and no more.
constexpr std::array<std::string_view, 6> kWho { "surname", "firstName", "patronymic", "birthDate",
    "sex", "name" };

base::Fields comparedAmong(const base::Fields& values, std::string_view type)
{
    base::Fields out;
    for (const std::string& field : twins::comparedFields(type))
        if (const auto found = values.find(field); found != values.end())
            out.insert(*found);
    return out;
}

/// Records that somebody called another one before, when this record was saved.
std::set<RecordId> answeredBefore(const ReadTx& tx, RecordId record)
{
    std::set<RecordId> out;
    for (const store::KeptReason& kept : store::reasonsOf(tx, record, kRule))
        for (std::size_t at = 0; at + 32 <= kept.arguments.size();) {
            // A list of ids: "[\"…\",\"…\"]".
            const auto id = RecordId::fromHex(kept.arguments.substr(at, 32));
            if (id)
                out.insert(*id);
            at += id ? 32 : 1;
        }
    return out;
}

struct Looked
{
    std::vector<TwinWatch::Found> found;
    std::set<RecordId> answered;
};

base::Result<Looked> lookFor(
    store::Store& store, twins::Question question, RecordId author, const std::string& language)
{
    return store.read([&](const ReadTx& tx) -> base::Result<Looked> {
        Looked out;
        question.role = twins::roleOf(tx, author);
        if (!question.self.isNull())
            out.answered = answeredBefore(tx, question.self);
        PATRONAT_LET(auto candidates, twins::candidates(tx, question));
        for (twins::Candidate& one : candidates)
            out.found.push_back(
                { one, recordTitle(tx, store.rules(), one.type, one.record, language) });
        return out;
    });
}

} // namespace

TwinWatch::TwinWatch(FormSession& session)
    : QObject(&session)
    , m_session(session)
    , m_isCompared(twins::isCompared(session.desk().profile(), session.type().id))
{
    if (!m_isCompared)
        return;
    m_pause.setSingleShot(true);
    m_pause.setInterval(kLookAfterMs);
    connect(&m_pause, &QTimer::timeout, this, &TwinWatch::look);
    connect(&session, &FormSession::edited, this, &TwinWatch::soon);
    connect(&session, &FormSession::loadedAnew, this, &TwinWatch::soon);
    // Titles are of a language.
    connect(&session.desk().languages, &LanguageSwitch::switched, this, [this] {
        m_isKnown = false;
        soon();
    });
}

bool TwinWatch::isWorth() const
{
    if (!m_isCompared || m_session.isSigned() || m_session.isGone()
        || m_session.state() == FormSession::State::Loading
        || m_session.state() == FormSession::State::Failed)
        return false;
    const std::vector<std::string>& fields = twins::comparedFields(m_session.type().id);
    return m_session.isNew()
        || std::any_of(fields.begin(), fields.end(),
            [this](const std::string& field) { return m_session.isEdited(field); });
}

void TwinWatch::soon()
{
    if (!isWorth())
        return;
    if (!m_isKnown || comparedAmong(m_session.values(), m_session.type().id) != m_lookedFor)
        m_pause.start();
}

void TwinWatch::look()
{
    m_pause.stop();
    const unsigned asked = ++m_asked;
    Desk& desk = m_session.desk();
    const std::string& type = m_session.type().id;
    m_lookedFor = comparedAmong(m_session.values(), type);
    m_isKnown = false;
    twins::Question question { type, m_lookedFor, {}, m_session.id(), {},
        kMostShown + m_answered.size() };
    desk.jobs.run(
        this,
        [&store = desk.store, question, author = desk.author,
            language = typed(desk.languages.language())](
            base::Job&) { return lookFor(store, question, author, language); },
        [this, asked](base::Result<Looked> looked) {
            if (asked != m_asked)
                return; // typed since
            m_heard = asked;
            m_isKnown = true;
            // What cannot be looked up stands in nobody's way.
            if (looked)
                m_answered.insert(looked->answered.begin(), looked->answered.end());
            take(looked ? std::move(looked->found) : std::vector<Found> {});
            if (const auto then = std::exchange(m_then, {}))
                then();
        });
}

void TwinWatch::take(std::vector<Found> found)
{
    std::erase_if(
        found, [this](const Found& one) { return m_answered.contains(one.candidate.record); });
    found.resize(std::min(found.size(), kMostShown));
    m_found = std::move(found);
    Q_EMIT changed();
}

void TwinWatch::whenKnown(std::function<void()> then)
{
    const bool isNow = !isWorth()
        || (m_isKnown && comparedAmong(m_session.values(), m_session.type().id) == m_lookedFor);
    if (isNow)
        return then();
    m_then = std::move(then);
    look();
}

bool TwinWatch::asks() const
{
    return store::keepsReasons(m_session.desk().profile())
        && std::any_of(m_found.begin(), m_found.end(),
            [](const Found& one) { return one.candidate.verdict.degree >= twins::Degree::Likely; });
}

void TwinWatch::keep(const std::vector<const Found*>& about, const QString& words)
{
    std::string ids;
    for (const Found* one : about)
        ids += (ids.empty() ? "\"" : ",\"") + one->candidate.record.hex() + '"';
    if (!ids.empty() && store::keepsReasons(m_session.desk().profile()))
        m_session.giveReason(
            { .rule = kRule, .reason = typed(words), .arguments = '[' + ids + ']' });
}

void TwinWatch::dismiss(RecordId record, const QString& words)
{
    for (const Found& one : m_found)
        if (one.candidate.record == record && one.candidate.verdict.degree >= twins::Degree::Likely)
            keep({ &one }, words);
    m_answered.insert(record);
    take(std::move(m_found));
}

void TwinWatch::explain(const QString& words)
{
    std::vector<const Found*> about;
    for (const Found& one : m_found)
        about.push_back(&one);
    keep(about, words);
    for (const Found& one : m_found)
        m_answered.insert(one.candidate.record);
    take(std::move(m_found));
}

void TwinWatch::settle()
{
    m_pause.stop();
    m_heard = ++m_asked;
    m_isKnown = false;
    m_then = {};
    take({});
}

bool TwinWatch::isOnlyWho() const
{
    const base::Fields defaults
        = m_session.desk().store.rules().defaults(m_session.type().id, m_session.desk().today());
    for (const auto& [field, value] : m_session.values()) {
        const auto given = defaults.find(field);
        const bool isGiven = given != defaults.end() && given->second == value;
        if (!isGiven && std::find(kWho.begin(), kWho.end(), field) == kWho.end())
            return false;
    }
    return !m_session.hasUnread();
}

} // namespace patronat::ui
