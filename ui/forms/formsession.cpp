// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/formsession.h"

#include "ui/common/text.h"
#include "ui/forms/recordsave.h"

#include <algorithm>

namespace patronat::ui {

using base::Fields;
using base::RecordId;
using base::Result;
using store::ReadTx;

namespace {

constexpr int kJudgeAfterMs = 150;
/// With the write itself a draft is less than two seconds behind.
constexpr int kDraftAfterMs = 1000;
/// In a draft: the text of a field that could not be read. No field is called so.
constexpr char kUnread = '?';

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

} // namespace

FormSession::FormSession(Desk& desk, std::string type, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_type(*desk.profile().type(type))
{
    m_loaded.record.type = m_type.id;
    m_judgeTimer.setSingleShot(true);
    m_judgeTimer.setInterval(kJudgeAfterMs);
    connect(&m_judgeTimer, &QTimer::timeout, this, &FormSession::judge);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(kDraftAfterMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &FormSession::keepDraft);
    connect(&m_desk.notifier, &StoreNotifier::changed, this, &FormSession::refresh);
    connect(&m_desk.privacy, &Privacy::changed, this, [this] {
        m_isUnveiled = false;
        Q_EMIT veilChanged();
    });
}

FormSession::~FormSession()
{
    // A form that is closed with typed text leaves it as a draft, not a second later but now.
    if (m_state == State::Saving && m_slip)
        leaveToSave();
    else if (m_draftTimer.isActive())
        keepDraft();
}

void FormSession::leaveToSave()
{
    if (m_edits.empty() && m_unread.empty())
        return;
    const std::lock_guard lock(m_slip->mutex);
    store::Draft draft = draftNow();
    if (!m_slip->isDone) {
        m_slip->left = std::move(draft); // the save knows what it has written of it
        return;
    }
    // It has ended, and only its answer has not come yet.
    std::erase_if(draft.fields, [this](const auto& field) {
        const auto sent = m_sent.find(field.first);
        return sent != m_sent.end() && sent->second == field.second;
    });
    if (draft.fields.empty())
        return;
    draft.id = m_desk.newDraft();
    draft.record = m_slip->record;
    draft.heads = m_slip->heads;
    m_desk.jobs.keep([&drafts = m_desk.drafts, draft] { return drafts.save(draft); });
}

store::Draft FormSession::draftNow() const
{
    Fields fields = m_edits;
    for (const auto& [name, text] : m_unread)
        fields[kUnread + name] = base::Value(typed(text));
    return { m_draft, m_type.id, id(), store::headsText(m_loaded.record.heads), std::move(fields),
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
        [&store, type = m_type.id, id = id(), language](base::Job&) {
            return store.read([&](const ReadTx& tx) {
                return loadRecord(tx, store.rules(), type, id, language);
            });
        },
        [this](Result<LoadedRecord> loaded) {
            if (!loaded) {
                setState(State::Failed);
                Q_EMIT failed(loaded.error());
                return;
            }
            // Something was typed before this came: it was typed over what its author had been
            // shown.
            if (m_state == State::Ready && isDirty()
                && loaded->record.heads != m_loaded.record.heads) {
                Q_EMIT changedElsewhere();
                return;
            }
            take(std::move(*loaded));
        });
}

void FormSession::take(LoadedRecord loaded)
{
    m_loaded = std::move(loaded);
    m_unit = m_loaded.record.unit;
    std::erase_if(m_edits, [this](const auto& edit) {
        const auto shownValue = m_loaded.record.values.find(edit.first);
        return shownValue == m_loaded.record.values.end() ? edit.second.isNull()
                                                          : shownValue->second == edit.second;
    });
    setState(State::Ready);
    Q_EMIT loadedAnew();
    judge();
}

void FormSession::adopt(LoadedRecord loaded)
{
    take(std::move(loaded));
}

void FormSession::openNew(Fields preset)
{
    m_edits = m_desk.store.rules().defaults(m_type.id, m_desk.today());
    m_preset = preset;
    for (auto& [name, value] : preset)
        m_edits[name] = std::move(value);
    std::erase_if(m_edits, [](const auto& edit) { return edit.second.isNull(); });
    m_isUnveiled = true; // whoever types something new must see it
    findUnit();
}

void FormSession::openDraft(const store::Draft& draft)
{
    m_cameFromDraft = true;
    m_draft = draft.id;
    m_draftIsKept = true;
    for (const auto& [name, value] : draft.fields) {
        if (name.starts_with(kUnread))
            m_unread[name.substr(1)] = shown(value.textOr({}));
        else
            m_edits[name] = value;
    }
    if (draft.record.isNull()) {
        // Where it hangs was not typed: throwing the typing away leaves it.
        for (const auto& [name, value] : m_edits)
            if (name == m_type.parent
                || std::find(m_type.unitFields.begin(), m_type.unitFields.end(), name)
                    != m_type.unitFields.end())
                m_preset[name] = value;
        findUnit();
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
                return;
            }
            setState(State::Failed);
            Q_EMIT failed(loaded.error());
        });
}

void FormSession::findUnit()
{
    store::Store& store = m_desk.store;
    const std::string language = typed(m_desk.languages.language());
    struct Found
    {
        base::UnitId unit;
        Titles titles;
        bool isBesideSigned = false;
    };
    m_desk.jobs.run(
        this,
        [&store, &type = m_type, fields = m_edits, language](base::Job&) {
            return store.read([&](const ReadTx& tx) -> Result<Found> {
                Found found;
                addTitles(tx, store.rules(), type, fields, language, found.titles);
                for (const std::string& name : type.unitFields) {
                    const auto value = fields.find(name);
                    const RecordId* leads
                        = value == fields.end() ? nullptr : value->second.reference();
                    if (leads == nullptr)
                        continue;
                    if (const auto record = tx.record(type.field(name)->target, *leads))
                        found.unit = record->unit;
                    break;
                }
                found.isBesideSigned = isBesideSigned(tx, type, fields);
                return found;
            });
        },
        [this](const Result<Found>& found) {
            if (found) {
                m_unit = found->unit;
                m_loaded.titles.insert(found->titles.begin(), found->titles.end());
            }
            setState(State::Ready);
            Q_EMIT loadedAnew();
            judge();
            if (found && found->isBesideSigned)
                Q_EMIT besideSigned();
        });
}

Fields FormSession::values() const
{
    Fields values = m_loaded.record.values;
    for (const auto& [name, value] : m_loaded.computed)
        values[name] = value;
    for (const auto& [name, value] : m_edits) {
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
    for (const auto& [name, value] : values) {
        const auto before = m_loaded.record.values.find(name);
        const bool isShown
            = before == m_loaded.record.values.end() ? value.isNull() : before->second == value;
        const auto edit = m_edits.find(name);
        if (isShown) {
            hasChanged = m_edits.erase(name) > 0 || hasChanged;
        } else if (edit == m_edits.end() || edit->second != value) {
            m_edits[name] = value;
            hasChanged = true;
        }
    }
    if (!hasChanged)
        return;
    judgeSoon();
    if (!m_draftTimer.isActive())
        m_draftTimer.start();
    Q_EMIT edited();
}

void FormSession::setUnread(const std::string& field, const QString& text)
{
    if (unread(field) == text)
        return;
    if (text.isEmpty())
        m_unread.erase(field);
    else
        m_unread[field] = text;
    if (!m_draftTimer.isActive())
        m_draftTimer.start();
    Q_EMIT edited();
}

QString FormSession::unread(std::string_view field) const
{
    const auto found = m_unread.find(field);
    return found == m_unread.end() ? QString() : found->second;
}

bool FormSession::isSettled(const std::string& field) const
{
    return std::find(m_settles.begin(), m_settles.end(), field) != m_settles.end();
}

void FormSession::settle(const std::string& field, const base::Value& value)
{
    if (!isSettled(field))
        m_settles.push_back(field);
    edit({ { field, value } });
    Q_EMIT loadedAnew(); // the field shows what was decided, and no question any more
    Q_EMIT edited();
}

bool FormSession::isVisible(const std::string& field) const
{
    return !m_isJudged || std::binary_search(m_visible.begin(), m_visible.end(), field);
}

void FormSession::judgeSoon()
{
    m_judgeTimer.start();
}

FormSession::Judgement FormSession::judgementOf(const store::Store& store, const std::string& type,
    const Fields& values, const std::string& today)
{
    Judgement out { store.rules().check(type, values, today),
        store.rules().visibleFields(type, values, today) };
    std::sort(out.visible.begin(), out.visible.end());
    return out;
}

void FormSession::judge()
{
    const unsigned judgement = ++m_judgement;
    const store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, type = m_type.id, values = values(), today = m_desk.today()](
            base::Job&) { return judgementOf(store, type, values, today); },
        [this, judgement](Judgement found) {
            if (judgement == m_judgement) // else something was typed since
                take(std::move(found));
        });
}

void FormSession::judgeNow()
{
    m_judgeTimer.stop();
    ++m_judgement;
    take(judgementOf(m_desk.store, m_type.id, values(), m_desk.today()));
}

void FormSession::take(Judgement judgement)
{
    m_problems = std::move(judgement.problems);
    m_visible = std::move(judgement.visible);
    m_isJudged = true;
    // What is not shown any more cannot be mended, and must not stand in the way.
    std::erase_if(m_unread, [this](const auto& one) { return !isVisible(one.first); });
    Q_EMIT judged();
}

void FormSession::keepDraft()
{
    m_draftTimer.stop();
    if (m_edits.empty() && m_unread.empty()) {
        dropDraft();
        return;
    }
    if (m_draft.isNull())
        m_draft = m_desk.newDraft();
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
    m_draft = {};
}

void FormSession::save(base::GroupId group)
{
    if ((!isDirty() && !isNew()) || !m_unread.empty() || m_state != State::Ready)
        return;
    if (m_draft.isNull())
        m_draft = m_desk.newDraft();
    if (!m_edits.empty())
        keepDraft(); // a save may have to wait for its turn, and the power does not
    setState(State::Saving);
    RecordSave send { { m_desk.author, group, m_draft, "save" }, m_desk.newDraft(),
        m_desk.newDraft(), m_type.id, id(), m_loaded.record.heads, m_edits, m_settles,
        typed(m_desk.languages.language()), std::make_shared<SaveSlip>() };
    m_slip = send.slip;
    m_sent = m_edits;
    m_desk.jobs.run(
        this,
        [&store = m_desk.store, &drafts = m_desk.drafts, send](
            base::Job&) { return saveRecord(store, drafts, send); },
        [this, sent = m_edits, settled = m_settles](
            const Result<RecordSaved>& result) { finishSave(result, sent, settled); });
}

void FormSession::finishSave(
    const Result<RecordSaved>& result, const Fields& sent, const std::vector<std::string>& settled)
{
    m_slip.reset();
    if (!result) {
        setState(State::Ready);
        keepDraft();
        Q_EMIT failed(result.error());
        return;
    }
    // What was typed while it was being saved stays typed, now over the saved record.
    std::erase_if(m_edits, [&](const auto& edit) {
        const auto one = sent.find(edit.first);
        return one != sent.end() && one->second == edit.second;
    });
    std::erase_if(m_settles, [&](const std::string& field) {
        return std::find(settled.begin(), settled.end(), field) != settled.end();
    });
    dropDraft(); // again, behind a keeping that was still on its way
    if (!result->left.isNull()) {
        m_draft = result->left;
        m_draftIsKept = true;
    }
    m_cameFromDraft = false;
    Titles titles = m_loaded.titles;
    // Typing goes on over what its author has been shown: what somebody else wrote meanwhile comes
    // beside it, never under.
    const bool isBeside = !m_edits.empty() && result->own;
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
        Q_EMIT changedElsewhere();
    Q_EMIT saved(result->group);
    if (result->after)
        Q_EMIT failed(*result->after);
}

void FormSession::discard()
{
    m_edits.clear();
    m_unread.clear();
    m_settles.clear();
    m_cameFromDraft = false;
    dropDraft();
    if (isNew())
        openNew(m_preset);
    else
        reload();
}

void FormSession::remove()
{
    if (isNew()) {
        dropDraft();
        m_edits.clear();
        m_unread.clear();
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
            m_edits.clear();
            m_unread.clear();
            Q_EMIT removed();
        });
}

void FormSession::sign()
{
    if (isNew() || isDirty() || m_state != State::Ready)
        return;
    setState(State::Saving);
    store::Store& store = m_desk.store;
    const store::WriteOptions options { m_desk.author, {}, {}, "sign" };
    const std::string language = typed(m_desk.languages.language());
    m_desk.jobs.run(
        this,
        [&store, type = m_type.id, id = id(), heads = m_loaded.record.heads, options, language](
            base::Job&) -> Result<RecordSaved> {
            PATRONAT_LET(
                auto plan, store.read([&](const ReadTx& tx) { return tx.signPlan(type, id); }));
            // The record as this window shows it, its children as they are: they stand below it.
            if (!plan.empty())
                plan.front().heads = heads;
            PATRONAT_LET(const auto group,
                store.write(options, [&](store::WriteTx& tx) { return tx.sign(plan); }));
            PATRONAT_LET(auto loaded, store.read([&](const ReadTx& tx) {
                return loadRecord(tx, store.rules(), type, id, language);
            }));
            return RecordSaved { id, group, std::move(loaded), {}, {}, {} };
        },
        [this](const Result<RecordSaved>& result) { finishSave(result, {}, {}); });
}

void FormSession::refresh(const store::Changes& changes)
{
    const bool isMine = std::any_of(changes.begin(), changes.end(),
        [this](const store::Change& change) { return !isNew() && change.record == id(); });
    if (!isMine || m_state != State::Ready)
        return;
    if (isDirty())
        Q_EMIT changedElsewhere();
    else
        reload();
}

QString besideSignedWords()
{
    return FormSession::tr("What this belongs to is signed already. What you add now can be saved, "
                           "but it is not part of the signed "
                           "paper: it stands beside it until somebody decides about it.");
}

} // namespace patronat::ui
