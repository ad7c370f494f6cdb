// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/formsession.h"

#include "core/access/visibility.h"
#include "core/process/signing.h"
#include "core/store/proposals.h"
#include "ui/common/text.h"
#include "ui/forms/latefiles.h"
#include "ui/forms/recordsave.h"

#include <algorithm>
#include <utility>

namespace patronat::ui {

using base::Fields;
using base::RecordId;
using base::Result;
using store::ReadTx;

namespace {

/// With the write itself a draft is less than two seconds behind.
constexpr int kDraftAfterMs = 1000;

/// A part of a record that is signed, or of a part of it: the paper was signed without it.
bool isBesideSigned(const ReadTx& tx, const profile::RecordType& type, Fields fields)
{
    const profile::RecordType* at = &type;
    while (const profile::Field* leads = at->field(at->parent)) {
        const auto parent = fields.find(leads->id);
        const RecordId* above = parent == fields.end() ? nullptr : parent->second.reference();
        if (above == nullptr)
            return false;
        auto record = tx.record(leads->target, *above);
        at = tx.profile().type(leads->target);
        if (!record || at == nullptr)
            return false;
        const auto& covers = at->signsWith;
        if (record->life == "signed"
            && std::find(covers.begin(), covers.end(), type.id) != covers.end())
            return true;
        fields = std::move(record->values);
    }
    return false;
}

/// The field that a value is of: a part's is the whole's.
const std::string& fieldOf(const profile::RecordType& type, const std::string& name)
{
    const profile::Field* field = type.field(name);
    return field == nullptr || field->partOf.empty() ? name : field->partOf;
}

/// Lines of such a type may have come along with the record they stand under.
bool comesAlong(const profile::Profile& profile, std::string_view line)
{
    return std::any_of(
        profile.types.begin(), profile.types.end(), [&](const profile::RecordType& type) {
            const auto& lines = type.repeats.lines;
            return std::any_of(
                lines.begin(), lines.end(), [&](const auto& one) { return one.type == line; });
        });
}

} // namespace

/// What is known of a new record before anybody types.
struct FormSession::Begun
{
    base::UnitId unit;
    Titles titles;
    bool isBesideSigned = false;
    Fields proposed;
    std::optional<LastTime> last;
};

namespace {

base::UnitId unitOf(const ReadTx& tx, const profile::RecordType& type, const Fields& fields)
{
    for (const std::string& name : type.unitFields) {
        const auto value = fields.find(name);
        const RecordId* leads = value == fields.end() ? nullptr : value->second.reference();
        if (leads == nullptr)
            continue;
        const auto record = tx.record(type.field(name)->target, *leads);
        return record ? record->unit : base::UnitId {};
    }
    return {};
}

std::optional<FormSession::LastTime> lastTimeOf(const ReadTx& tx, const profile::RecordType& type,
    const Fields& fields, const std::string& today)
{
    const auto last = store::lastOfKind(tx, type, fields);
    if (!last)
        return std::nullopt;
    auto taken = store::takenOverFrom(tx, type, *last, today);
    const auto record = tx.record(type.id, *last);
    if (!taken || !record || taken->isEmpty())
        return std::nullopt;
    FormSession::LastTime out { std::move(*taken), {} };
    const profile::Field* order = type.field(type.orderField);
    const auto day = record->values.find(type.orderField);
    if (order != nullptr && order->type == profile::FieldType::Date && day != record->values.end())
        out.date = std::string(day->second.textOr({}));
    return out;
}

} // namespace

FormSession::FormSession(Desk& desk, std::string type, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_type(*desk.profile().type(type))
    , m_late(std::make_shared<LateFiles>(desk, *this))
    , m_judge(desk, m_type, [this] { return values(); })
{
    m_loaded.record.type = m_type.id;
    connect(&m_judge, &RecordJudge::judged, this, [this] {
        // What is not shown any more cannot be mended, and must not stand in the way.
        std::erase_if(m_typed.unread, [this](const auto& one) { return !isVisible(one.first); });
        Q_EMIT judged();
    });
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kDraftAfterMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &FormSession::keepDraft);
    connect(&m_desk.notifier, &StoreNotifier::changed, this, &FormSession::refresh);
    connect(&m_desk.privacy, &Privacy::changed, this, [this] {
        m_isUnveiled = false;
        Q_EMIT veilChanged();
    });
    // What it refers to has a title in each language.
    connect(&m_desk.languages, &LanguageSwitch::switched, this, [this] {
        if (m_state == State::Ready && !isNew())
            reload();
    });
}

FormSession::~FormSession()
{
    // A form that is closed with typed text leaves it as a draft, not a second later but now.
    if (m_state == State::Saving && m_slip)
        leaveToSave();
    else if (m_draftTimer.isActive())
        keepDraft();
    if (m_late->isAwaited()) {
        store::Draft left = draftNow();
        if (left.id.isNull())
            left.id = m_desk.newDraft();
        m_late->leave(std::move(left), values(), m_slip);
    }
    holdDraft({});
}

void FormSession::holdDraft(base::DraftId draft)
{
    if (const auto held = m_desk.heldDrafts.find(m_draft); held != m_desk.heldDrafts.end())
        m_desk.heldDrafts.erase(held);
    m_draft = draft;
    if (!draft.isNull())
        m_desk.heldDrafts.insert(draft);
}

void FormSession::leaveToSave()
{
    if (!isDirty())
        return;
    const std::lock_guard lock(m_slip->mutex);
    store::Draft draft = draftNow();
    if (!m_slip->isDone) {
        m_slip->left = std::move(draft); // the save knows what it has written of it
        return;
    }
    // It has ended, and only its answer has not come yet.
    Typing rest = m_typed;
    rest.dropSent(m_sent);
    if (rest.isEmpty())
        return;
    draft.fields = rest.asDraft();
    draft.id = m_desk.newDraft();
    draft.record = m_slip->record;
    draft.heads = m_slip->heads;
    m_desk.jobs.keep([&drafts = m_desk.drafts, draft] { return drafts.save(draft); });
}

store::Draft FormSession::draftNow() const
{
    return { m_draft, m_type.id, id(), store::headsText(m_loaded.record.heads), m_typed.asDraft(),
        m_desk.store.environment().clock.nowMs() };
}

bool FormSession::isVeiled(const profile::Field& field) const
{
    return isVeiled() && isPersonal(m_desk.profile(), m_type, field);
}

void FormSession::unveil(bool isUnveiled)
{
    if (m_isUnveiled == isUnveiled)
        return;
    m_isUnveiled = isUnveiled;
    Q_EMIT veilChanged();
}

void FormSession::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

Result<LoadedRecord> FormSession::load(const ReadTx& tx, RecordId id) const
{
    PATRONAT_TRY(access::checkReadable(tx, m_type.id, m_desk.author));
    return loadRecord(tx, m_desk.store.rules(), m_type.id, id, typed(m_desk.languages.language()));
}

void FormSession::open(RecordId id)
{
    m_loaded.record.id = id;
    reload();
}

void FormSession::reload()
{
    store::Store& store = m_desk.store;
    const std::string language = typed(m_desk.languages.language());
    m_desk.jobs.run(
        this,
        [&store, type = m_type.id, id = id(), language, viewer = m_desk.author](base::Job&) {
            return store.read([&](const ReadTx& tx) -> Result<LoadedRecord> {
                PATRONAT_TRY(access::checkReadable(tx, type, viewer));
                return loadRecord(tx, store.rules(), type, id, language);
            });
        },
        [this](Result<LoadedRecord> loaded) { takeReloaded(std::move(loaded)); });
}

bool FormSession::isKeptBack(const LoadedRecord& loaded) const
{
    if (m_state != State::Ready || loaded.record.heads == m_loaded.record.heads)
        return false;
    // What was typed before this came was typed over what its author had been shown.
    const bool isClosed = loaded.record.life != m_loaded.record.life
        && (loaded.record.life == "signed" || loaded.record.life == "removed");
    return isDirty() || (isClosed && isHeld());
}

void FormSession::takeReloaded(Result<LoadedRecord> loaded)
{
    if (!loaded) {
        m_isStale = m_state != State::Loading;
        if (m_state == State::Loading)
            setState(State::Failed); // else what stands there stays
        Q_EMIT failed(loaded.error());
    } else if (m_state == State::Saving) {
        m_isStale = true; // the end of the save shows it
    } else if (isKeptBack(*loaded)) {
        m_isStale = true;
        m_elsewhere = loaded->record.life == "removed" ? Elsewhere::Removed
            : loaded->record.life == "signed"          ? Elsewhere::Signed
                                                       : Elsewhere::Changed;
        Q_EMIT changedElsewhere();
    } else {
        const bool isFirst = m_state == State::Loading;
        loaded->titles.insert(m_loaded.titles.begin(), m_loaded.titles.end());
        take(std::move(*loaded));
        if (isFirst && !isDirty())
            lookForDraft();
    }
}

void FormSession::lookForDraft()
{
    m_desk.jobs.run(
        this, [&drafts = m_desk.drafts](base::Job&) { return drafts.all(); },
        [this](const Result<std::vector<store::Draft>>& drafts) {
            if (!drafts || isDirty())
                return; // they are listed all the same
            keepMarks(*drafts);
            const auto found = std::find_if(
                drafts->begin(), drafts->end(), [this](const store::Draft& draft) {
                    return draft.record == id() && draft.type == m_type.id
                        && !m_desk.heldDrafts.contains(draft.id) && Typing::isTyping(draft.fields);
                });
            if (found != drafts->end())
                Q_EMIT draftFound(*found);
        });
}

/// What came along from last time into a record that is saved goes on to be marked.
void FormSession::keepMarks(const std::vector<store::Draft>& drafts)
{
    for (const store::Draft& draft : drafts) {
        if (draft.record != id() || draft.type != m_type.id || m_desk.heldDrafts.contains(draft.id)
            || !m_draft.isNull())
            continue;
        Typing kept = Typing::fromDraft(draft.fields);
        if (!kept.isEmpty() || kept.isNothing())
            continue;
        holdDraft(draft.id);
        m_draftIsKept = true;
        m_typed.takenOver = std::move(kept.takenOver);
        Q_EMIT takenOverChanged();
    }
}

void FormSession::catchUp()
{
    if (m_isStale && m_state == State::Ready && !isDirty() && !isHeld())
        reload();
}

void FormSession::take(LoadedRecord loaded)
{
    m_loaded = std::move(loaded);
    m_isStale = false;
    m_elsewhere = Elsewhere::Nothing;
    m_unit = m_loaded.record.unit;
    dropUnchanged();
    setState(State::Ready);
    Q_EMIT loadedAnew();
    m_judge.begin();
}

void FormSession::dropUnchanged()
{
    std::erase_if(m_typed.edits, [this](const auto& edit) {
        const auto before = m_loaded.record.values.find(edit.first);
        return before == m_loaded.record.values.end() ? edit.second.isNull()
                                                      : before->second == edit.second;
    });
}

void FormSession::adopt(LoadedRecord loaded)
{
    take(std::move(loaded));
    if (comesAlong(m_desk.profile(), m_type.id))
        lookForDraft();
}

void FormSession::openNew(Fields preset)
{
    m_typed.edits = m_desk.store.rules().defaults(m_type.id, m_desk.today());
    m_preset = preset;
    for (auto& [name, value] : preset)
        m_typed.edits[name] = std::move(value);
    std::erase_if(m_typed.edits, [](const auto& edit) { return edit.second.isNull(); });
    m_begun = m_typed.edits;
    m_isUnveiled = true; // whoever types something new must see it
    findUnit(true);
}

void FormSession::openTakenOver(Fields preset, const Fields& taken)
{
    for (const auto& [name, value] : taken)
        preset[name] = value;
    openNew(std::move(preset));
    m_hasTakenOver = true;
    for (const auto& [name, value] : taken)
        m_typed.takenOver.insert(fieldOf(m_type, name));
    m_draftTimer.start(); // no key of hers, and yet nothing to be lost
}

bool FormSession::canTakeOver() const
{
    return isNew() && m_state == State::Ready && m_last && !m_hasTakenOver;
}

void FormSession::takeOver()
{
    if (!canTakeOver())
        return;
    m_hasTakenOver = true;
    Fields taken;
    for (const auto& [name, value] : m_last->what.fields) {
        const auto here = m_typed.edits.find(name);
        const auto begun = m_begun.find(name);
        const bool isTyped = here != m_typed.edits.end()
            && (begun == m_begun.end() || begun->second != here->second);
        const bool isSame = here != m_typed.edits.end() && here->second == value;
        if (!isTyped && !isSame && !m_preset.contains(name))
            taken.emplace(name, value);
    }
    edit(taken);
    for (const auto& [name, value] : taken)
        m_typed.takenOver.insert(fieldOf(m_type, name));
    Q_EMIT loadedAnew(); // the fields show them
    Q_EMIT takenOverChanged();
}

void FormSession::confirmTaken(std::string_view field)
{
    const auto marked = m_typed.takenOver.find(field);
    if (marked == m_typed.takenOver.end())
        return;
    m_typed.takenOver.erase(marked);
    m_draftTimer.start();
    Q_EMIT takenOverChanged();
}

void FormSession::confirmAllTaken()
{
    if (m_typed.takenOver.empty())
        return;
    m_typed.takenOver.clear();
    m_draftTimer.start();
    Q_EMIT takenOverChanged();
}

void FormSession::openDraft(const store::Draft& draft)
{
    m_cameFromDraft = true;
    holdDraft(draft.id);
    m_draftIsKept = true;
    m_typed = Typing::fromDraft(draft.fields);
    if (draft.record.isNull()) {
        // Where it hangs was not typed: throwing the typing away leaves it.
        for (const auto& [name, value] : m_typed.edits)
            if (name == m_type.parent
                || std::find(m_type.unitFields.begin(), m_type.unitFields.end(), name)
                    != m_type.unitFields.end())
                m_preset[name] = value;
        m_begun = m_desk.store.rules().defaults(m_type.id, m_desk.today());
        m_hasTakenOver = !m_typed.takenOver.empty();
        findUnit(false);
        return;
    }
    m_loaded.record.id = draft.record;
    store::Store& store = m_desk.store;
    const std::string language = typed(m_desk.languages.language());
    m_desk.jobs.run(
        this,
        [&store, draft, language](base::Job&) {
            return store.read([&](const ReadTx& tx) {
                // The base is what the person had been shown, whatever has come since: so are the
                // values under the typing.
                const auto heads = store::parseHeads(draft.heads);
                auto loaded = heads
                    ? loadRecordAt(tx, store.rules(), draft.type, draft.record, *heads, language)
                    : loadRecord(tx, store.rules(), draft.type, draft.record, language);
                if (loaded)
                    addTitles(tx, store.rules(), *tx.profile().type(draft.type), draft.fields,
                        language, loaded->titles);
                return loaded;
            });
        },
        [this](Result<LoadedRecord> loaded) {
            if (loaded) {
                take(std::move(*loaded));
                reload(); // what it is now is told
                return;
            }
            setState(State::Failed);
            Q_EMIT failed(loaded.error());
        });
}

void FormSession::findUnit(bool proposes)
{
    store::Store& store = m_desk.store;
    const std::string language = typed(m_desk.languages.language());
    m_desk.jobs.run(
        this,
        [&store, &type = m_type, fields = m_typed.edits, proposes, author = m_desk.author,
            today = m_desk.today(), language](base::Job&) {
            return store.read([&](const ReadTx& tx) -> Result<Begun> {
                Begun begun;
                if (proposes)
                    begun.proposed = store::proposals(tx, type.id, fields, author, today);
                Fields all = fields;
                all.insert(begun.proposed.begin(), begun.proposed.end());
                begun.last = lastTimeOf(tx, type, all, today);
                addTitles(tx, store.rules(), type, all, language, begun.titles);
                if (begun.last)
                    addTitles(
                        tx, store.rules(), type, begun.last->what.fields, language, begun.titles);
                begun.unit = unitOf(tx, type, all);
                begun.isBesideSigned = isBesideSigned(tx, type, std::move(all));
                return begun;
            });
        },
        [this](Result<Begun> begun) {
            const bool isBeside = begun && begun->isBesideSigned;
            if (begun)
                takeBegun(std::move(*begun));
            setState(State::Ready);
            Q_EMIT loadedAnew();
            m_judge.begin();
            if (isBeside)
                Q_EMIT besideSigned();
        });
}

void FormSession::takeBegun(Begun begun)
{
    m_unit = begun.unit;
    m_loaded.titles.insert(begun.titles.begin(), begun.titles.end());
    m_last = std::move(begun.last);
    for (auto& [name, value] : begun.proposed) {
        m_begun.emplace(name, value);
        m_typed.edits.emplace(name, std::move(value));
    }
}

Fields FormSession::values() const
{
    Fields values = m_loaded.record.values;
    for (const auto& [name, value] : m_loaded.computed)
        values[name] = value;
    for (const auto& [name, value] : m_typed.edits) {
        if (value.isNull())
            values.erase(name);
        else
            values[name] = value;
    }
    return values;
}

void FormSession::edit(const Fields& values)
{
    bool hasChanged = false;
    bool hasConfirmed = false; // of what came along from last time
    for (const auto& [name, value] : values) {
        const auto before = m_loaded.record.values.find(name);
        const bool isShown
            = before == m_loaded.record.values.end() ? value.isNull() : before->second == value;
        const auto edit = m_typed.edits.find(name);
        // What is being written will be shown when it is: typed back meanwhile is typed.
        const bool isSent = m_state == State::Saving && m_sent.edits.count(name) > 0;
        if (isShown && !isSent) {
            if (m_typed.edits.erase(name) == 0)
                continue;
        } else if (edit == m_typed.edits.end() || edit->second != value) {
            m_typed.edits[name] = value;
        } else {
            continue;
        }
        hasChanged = true;
        hasConfirmed = m_typed.takenOver.erase(fieldOf(m_type, name)) > 0 || hasConfirmed;
    }
    if (!hasChanged)
        return;
    if (hasConfirmed)
        Q_EMIT takenOverChanged();
    m_judge.soon();
    if (!m_draftTimer.isActive())
        m_draftTimer.start();
    Q_EMIT edited();
}

void FormSession::setUnread(const std::string& field, const QString& text)
{
    if (unread(field) == text)
        return;
    if (text.isEmpty())
        m_typed.unread.erase(field);
    else
        m_typed.unread[field] = text;
    if (!m_draftTimer.isActive())
        m_draftTimer.start();
    Q_EMIT edited();
}

QString FormSession::unread(std::string_view field) const
{
    const auto found = m_typed.unread.find(field);
    return found == m_typed.unread.end() ? QString() : found->second;
}

void FormSession::settle(const std::string& field, const base::Value& value)
{
    if (!isSettled(field))
        m_typed.settles.push_back(field);
    edit({ { field, value } });
    m_draftTimer.start(); // also when what was shown is what was decided
    Q_EMIT loadedAnew(); // the field shows what was decided, and no question any more
    Q_EMIT edited();
}

void FormSession::keepDraft()
{
    m_draftTimer.stop();
    if (m_typed.isNothing()) {
        dropDraft();
        return;
    }
    if (m_draft.isNull())
        holdDraft(m_desk.newDraft());
    m_draftIsKept = true;
    store::Drafts& drafts = m_desk.drafts;
    // Not tied to this form: a draft is written though its window is gone.
    m_desk.jobs.keep([&drafts, draft = draftNow()] { return drafts.save(draft); });
}

void FormSession::dropDraft()
{
    m_draftTimer.stop();
    if (m_draftIsKept && !m_draft.isNull())
        m_desk.jobs.keep(
            [&drafts = m_desk.drafts, draft = m_draft] { return drafts.remove(draft); });
    m_draftIsKept = false;
    holdDraft({});
}

void FormSession::save(base::GroupId group)
{
    if ((!isDirty() && !isNew() && !owesReasons()) || !m_typed.unread.empty()
        || m_state != State::Ready || isGone())
        return;
    if (m_draft.isNull())
        holdDraft(m_desk.newDraft());
    if (isDirty())
        keepDraft(); // a save may have to wait for its turn, and the power does not
    setState(State::Saving);
    RecordSave send { { m_desk.author, group, m_draft, "save" }, m_desk.newDraft(),
        m_desk.newDraft(), m_type.id, id(), m_loaded.record.heads, m_typed,
        typed(m_desk.languages.language()), std::make_shared<SaveSlip>(), m_reasons };
    m_slip = send.slip;
    m_sent = m_typed;
    m_desk.jobs.run(
        this,
        [&store = m_desk.store, &drafts = m_desk.drafts, send](
            base::Job&) { return saveRecord(store, drafts, send); },
        [this](const Result<RecordSaved>& result) { finishSave(result); });
}

void FormSession::finishSave(const Result<RecordSaved>& result)
{
    m_slip.reset();
    const Typing sent = std::exchange(m_sent, {});
    if (!result) {
        dropUnchanged(); // typed back while it was tried
        setState(State::Ready);
        keepDraft();
        Q_EMIT failed(result.error());
        catchUp();
        return;
    }
    const bool wasSigned = isSigned();
    m_reasons.erase(
        m_reasons.begin(), m_reasons.begin() + static_cast<std::ptrdiff_t>(result->reasons));
    // What was typed while it was being saved stays typed, now over the saved record.
    m_typed.dropSent(sent);
    dropDraft(); // again, behind a keeping that was still on its way
    if (!result->left.isNull()) {
        holdDraft(result->left);
        m_draftIsKept = true;
    }
    m_cameFromDraft = false;
    Titles titles = m_loaded.titles;
    // Typing goes on over what its author has been shown: what somebody else wrote meanwhile comes
    // beside it, never under.
    const bool isBeside = !m_typed.edits.empty() && result->own;
    if (result->loaded) {
        LoadedRecord loaded = isBeside ? *result->own : *result->loaded;
        loaded.titles.insert(titles.begin(), titles.end());
        take(std::move(loaded));
    } else {
        m_loaded.record.id = result->record;
        setState(State::Ready);
    }
    keepDraft(); // of what was typed meanwhile; drops the one there is when nothing was
    if (isBeside)
        reload(); // and says so
    if (!wasSigned && isSigned() && !sent.isEmpty())
        Q_EMIT savedBeside();
    Q_EMIT saved(result->group);
    if (result->after)
        Q_EMIT failed(*result->after);
}

void FormSession::discard()
{
    m_typed.clear();
    m_reasons.clear();
    m_cameFromDraft = false;
    m_hasTakenOver = false;
    dropDraft();
    Q_EMIT takenOverChanged();
    if (isNew())
        openNew(m_preset);
    else
        reload();
}

void FormSession::remove()
{
    if (isNew()) {
        dropDraft();
        m_typed.clear();
        Q_EMIT removed();
        return;
    }
    store::Store& store = m_desk.store;
    const store::WriteOptions options { m_desk.author, {}, {}, "remove" };
    m_desk.jobs.run(
        this,
        [&store, type = m_type.id, id = id(), heads = m_loaded.record.heads, options](base::Job&) {
            return store.write(
                options, [&](store::WriteTx& tx) { return tx.remove(type, id, heads); });
        },
        [this](const Result<base::OperationId>& done) {
            if (!done) {
                Q_EMIT failed(done.error());
                return;
            }
            dropDraft();
            m_typed.clear();
            Q_EMIT removed();
        });
}

void FormSession::restore()
{
    if (isNew() || m_state != State::Ready)
        return;
    store::Store& store = m_desk.store;
    const store::WriteOptions options { m_desk.author, {}, {}, "restore" };
    const std::string language = typed(m_desk.languages.language());
    m_desk.jobs.run(
        this,
        [&store, type = m_type.id, id = id(), options, language](
            base::Job&) -> Result<LoadedRecord> {
            PATRONAT_LET(const store::Record removed,
                store.read([&](const ReadTx& tx) { return tx.record(type, id); }));
            if (removed.life == "removed")
                PATRONAT_TRY(store.write(options,
                    [&](store::WriteTx& tx) { return tx.restore(type, id, removed.heads); }));
            return store.read([&](const ReadTx& tx) {
                return loadRecord(tx, store.rules(), type, id, language);
            });
        },
        [this](Result<LoadedRecord> loaded) {
            if (!loaded) {
                Q_EMIT failed(loaded.error());
                return;
            }
            m_elsewhere = Elsewhere::Nothing;
            // Over what stands there now, where that is what its author was shown under the typing.
            const base::Fields& now = loaded->record.values;
            const bool isAsShown
                = std::all_of(m_typed.edits.begin(), m_typed.edits.end(), [&](const auto& edit) {
                      const auto before = m_loaded.record.values.find(edit.first);
                      const auto after = now.find(edit.first);
                      return before == m_loaded.record.values.end()
                          ? after == now.end()
                          : after != now.end() && after->second == before->second;
                  });
            if (isAsShown) {
                loaded->titles.insert(m_loaded.titles.begin(), m_loaded.titles.end());
                take(std::move(*loaded));
            } else {
                reload();
            }
            Q_EMIT edited();
        });
}

namespace {

/// What became of a signing; `asked` only when it has not been signed.
struct SignedRecord
{
    std::vector<AskedLine> asked;
    std::optional<RecordSaved> saved;
};

std::vector<AskedLine> askedLines(const ReadTx& tx, const store::Rules& rules, RecordId root,
    const std::vector<store::AskedReason>& asked, const std::string& language)
{
    std::vector<AskedLine> out;
    for (const store::AskedReason& one : asked)
        out.push_back({ one.type,
            one.record == root ? std::string()
                               : recordTitle(tx, rules, one.type, one.record, language),
            one.rule });
    return out;
}

struct Signer
{
    store::Store& store;
    std::string type;
    RecordId id;
    std::vector<journal::Head> heads; ///< as the window shows the record
    store::WriteOptions options;
    std::string reason;
    std::string language;

    Result<SignedRecord> operator()(base::Job&) const
    {
        PATRONAT_LET(
            auto plan, store.read([&](const ReadTx& tx) { return tx.signPlan(type, id); }));
        // The record as this window shows it, its children as they are: they stand below it.
        if (!plan.empty())
            plan.front().heads = heads;
        PATRONAT_LET(const auto signing, process::sign(store, options, plan, reason));
        return store.read([&](const ReadTx& tx) -> Result<SignedRecord> {
            if (signing.group.isNull())
                return SignedRecord { askedLines(tx, store.rules(), id, signing.asked, language),
                    {} };
            PATRONAT_LET(auto loaded, loadRecord(tx, store.rules(), type, id, language));
            return SignedRecord { {},
                RecordSaved { id, signing.group, std::move(loaded), {}, {}, {}, 0 } };
        });
    }
};

} // namespace

void FormSession::sign(const QString& reason)
{
    if (isNew() || isDirty() || m_state != State::Ready)
        return;
    setState(State::Saving);
    m_desk.jobs.run(this,
        Signer { m_desk.store, m_type.id, id(), m_loaded.record.heads,
            { m_desk.author, {}, {}, "sign" }, typed(reason), typed(m_desk.languages.language()) },
        [this](const Result<SignedRecord>& result) {
            if (!result)
                return finishSave(result.error());
            if (result->saved)
                return finishSave(*result->saved);
            setState(State::Ready);
            Q_EMIT reasonAsked(result->asked);
            catchUp();
        });
}

void FormSession::refresh(const store::Changes& changes)
{
    const bool isMine = std::any_of(changes.begin(), changes.end(),
        [this](const store::Change& change) { return !isNew() && change.record == id(); });
    if (isMine && m_state == State::Ready)
        reload();
}

QString besideSignedWords()
{
    return FormSession::tr("What this belongs to is signed already. What you add now can be saved, "
                           "but it is not part of the signed "
                           "paper: it stands beside it until somebody decides about it.");
}

} // namespace patronat::ui
