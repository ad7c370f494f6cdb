// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/drafts.h"
#include "core/store/keptreasons.h"
#include "core/store/writetx.h"
#include "ui/forms/loadedrecord.h"
#include "ui/forms/typing.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace patronat::ui {

/// What a form and its save tell each other when the form is closed in between. Both lock it.
struct SaveSlip
{
    std::mutex mutex;
    bool isDone = false; ///< the save has ended; `record` and `heads` are what it left
    base::RecordId record;
    std::string heads;
    std::optional<store::Draft>
        left; ///< what the form was closed with; its id is the draft's that was saved
};

/// What a form sends to be saved.
struct RecordSave
{
    store::WriteOptions options; ///< with the draft's id: a save that is sent twice is one record
    base::DraftId spareSave; ///< for what is written when the draft's id was used by another form
    base::DraftId spareDraft; ///< for what was typed while this was written
    std::string type;
    base::RecordId id; ///< null: a new one
    std::vector<journal::Head> heads; ///< as the form showed them
    Typing sent;
    std::string language;
    std::shared_ptr<SaveSlip> slip;
    std::vector<store::KeptReason> reasons {}; ///< why warnings about it were passed over
};

/// What became of it. Whatever `after` says, the edits are in the journal.
struct RecordSaved
{
    base::RecordId record;
    base::GroupId group;
    std::optional<LoadedRecord> loaded; ///< the record as it stands now; none: it could not be read
    /// As its own write left it, where somebody else's stands there now: what typing goes on over.
    std::optional<LoadedRecord> own;
    base::DraftId left; ///< the draft of what was typed meanwhile; null: there was nothing
    std::optional<base::Error> after; ///< what failed behind the commit
    std::size_t reasons = 0; ///< so many of those sent were kept with it
};

/// Writes, drops the draft, reads anew. An error means that nothing was written. Off the GUI
/// thread.
base::Result<RecordSaved> saveRecord(
    store::Store& store, store::Drafts& drafts, const RecordSave& save);

} // namespace patronat::ui
