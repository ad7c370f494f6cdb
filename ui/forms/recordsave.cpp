// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/recordsave.h"

namespace patronat::ui {

using base::Fields;
using base::RecordId;
using base::Result;
using store::WriteTx;

namespace {

struct Written
{
    RecordId record;
    base::OperationId operation;
    base::GroupId group;
    bool isNow = false; ///< not earlier, under the same draft
};

/// In the write of what they explain.
base::Status keepReasons(WriteTx& tx, const RecordSave& save, RecordId record)
{
    for (store::KeptReason reason : save.reasons) {
        reason.type = save.type;
        reason.record = record;
        PATRONAT_LET(const RecordId kept, store::keepReason(tx, reason));
        static_cast<void>(kept);
    }
    return {};
}

Result<Written> put(store::Store& store, const RecordSave& save, const store::WriteOptions& options,
    RecordId id, const std::vector<journal::Head>& heads)
{
    Written out { id, {}, {}, false };
    PATRONAT_LET(out.operation, store.write(options, [&](WriteTx& tx) -> Result<base::OperationId> {
        PATRONAT_LET(auto saved, tx.put(save.type, id, heads, save.sent.edits, save.sent.settles));
        PATRONAT_TRY(keepReasons(tx, save, id));
        out.group = tx.group();
        out.isNow = true;
        return saved;
    }));
    return out;
}

Result<Written> create(store::Store& store, const RecordSave& save)
{
    Written out;
    PATRONAT_LET(out.record, store.write(save.options, [&](WriteTx& tx) -> Result<RecordId> {
        Fields fields = save.sent.edits;
        std::erase_if(fields, [](const auto& field) { return field.second.isNull(); });
        PATRONAT_LET(const RecordId created, tx.create(save.type, std::move(fields)));
        PATRONAT_TRY(keepReasons(tx, save, created));
        out.group = tx.group();
        out.isNow = true;
        return created;
    }));
    out.operation = base::idCast<base::OperationId>(out.record);
    return out;
}

/// The head a record has as `operation` left it; nothing when that is not held.
Result<std::vector<journal::Head>> headOf(const store::Store& store, base::OperationId operation)
{
    return store.read([&](const store::ReadTx& tx) -> Result<std::vector<journal::Head>> {
        const auto own = tx.journal().operation(operation);
        return own ? std::vector { own->head() } : std::vector<journal::Head>();
    });
}

Result<Written> write(store::Store& store, const RecordSave& save)
{
    PATRONAT_LET(const Written first,
        save.id.isNull() ? create(store, save)
                         : put(store, save, save.options, save.id, save.heads));
    if (first.isNow)
        return first;
    // Another form that held the same draft has saved it: this one's typing goes over that, as a
    // save of its own.
    PATRONAT_LET(const auto heads, headOf(store, first.operation));
    store::WriteOptions options = save.options;
    options.draft = save.spareSave;
    RecordSave rest = save;
    rest.sent.settles.clear();
    rest.reasons = save.reasons;
    return put(store, rest, options, first.record, heads.empty() ? save.heads : heads);
}

/// What of a draft was not saved.
Fields notSaved(const Fields& fields, const RecordSave& save)
{
    Typing rest = Typing::fromDraft(fields);
    rest.dropSent(save.sent);
    return rest.asDraft();
}

/// Tells the form how the save ended and takes what it was closed with. The form's thread waits for
/// this lock, so nothing is written to the disk under it.
std::optional<store::Draft> takeLeft(SaveSlip& slip, RecordId record, const std::string& heads)
{
    const std::lock_guard lock(slip.mutex);
    slip.isDone = true;
    slip.record = record;
    slip.heads = heads;
    return slip.left;
}

/// Drops the draft that was saved; what was typed into it meanwhile becomes a draft over the saved
/// record.
Result<base::DraftId> passDraftOn(
    store::Drafts& drafts, const RecordSave& save, const Written& written, const std::string& heads)
{
    std::optional<store::Draft> rest = takeLeft(*save.slip, written.record, heads);
    if (!rest) {
        PATRONAT_LET(rest, drafts.find(save.options.draft));
    }
    base::DraftId left;
    if (rest)
        rest->fields = notSaved(rest->fields, save);
    if (rest && !rest->fields.empty()) {
        left = rest->id = save.spareDraft;
        rest->record = written.record;
        rest->heads = heads;
        PATRONAT_TRY(drafts.save(*rest));
    }
    PATRONAT_TRY(drafts.remove(save.options.draft));
    return left;
}

/// Nothing was written: what the form was closed with is still its draft.
void keepLeft(store::Drafts& drafts, const RecordSave& save)
{
    const auto left = takeLeft(*save.slip, save.id, store::headsText(save.heads));
    if (left)
        static_cast<void>(drafts.save(*left)); // nobody is there any more to be told
}

base::Status readAnew(const store::Store& store, const RecordSave& save, RecordSaved& saved,
    const std::vector<journal::Head>& shown)
{
    return store.read([&](const store::ReadTx& tx) -> base::Status {
        PATRONAT_LET(
            auto loaded, loadRecord(tx, store.rules(), save.type, saved.record, save.language));
        if (loaded.record.heads != shown) {
            PATRONAT_LET(saved.own,
                loadRecordAt(tx, store.rules(), save.type, saved.record, shown, save.language));
        }
        saved.loaded = std::move(loaded);
        return {};
    });
}

} // namespace

Result<RecordSaved> saveRecord(store::Store& store, store::Drafts& drafts, const RecordSave& save)
{
    const auto done = write(store, save);
    if (!done) {
        keepLeft(drafts, save);
        return done.error();
    }
    const Written& written = *done;
    RecordSaved saved { written.record, written.group, {}, {}, {}, {}, save.reasons.size() };
    // From here on it is saved: what fails is told beside, and the draft's id, which stands with
    // the operation, lets the next start drop the draft.
    const auto own = headOf(store, written.operation);
    const std::vector<journal::Head> shown = own && !own->empty() ? *own : save.heads;
    const auto left = passDraftOn(drafts, save, written, store::headsText(shown));
    if (left)
        saved.left = *left;
    else
        saved.after = left.error();
    if (const base::Status read = readAnew(store, save, saved, shown); !read)
        saved.after = read.error();
    return saved;
}

} // namespace patronat::ui
