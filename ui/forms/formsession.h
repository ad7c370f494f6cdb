// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/drafts.h"
#include "core/store/keptreasons.h"
#include "core/store/repeats.h"
#include "ui/common/desk.h"
#include "ui/forms/loadedrecord.h"
#include "ui/forms/recordjudge.h"
#include "ui/forms/rulewords.h"
#include "ui/forms/typing.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::ui {

class LateFiles;
struct RecordSaved;
struct SaveSlip;

/// One record while a person works on it: what was shown (with its heads, the base of every save),
/// what was typed since, what breaks, the draft a second behind. No widgets. GUI thread; reads and
/// writes go beside it.
class FormSession : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Loading,
        Ready,
        Saving,
        Failed ///< nothing could be loaded
    };

    FormSession(Desk& desk, std::string type, QObject* parent);
    ~FormSession() override;

    void open(base::RecordId id);
    /// One that has been read already, with others.
    void adopt(LoadedRecord loaded);
    /// A new record: the profile's defaults, `preset` over them.
    void openNew(base::Fields preset);
    /// The same with values from last time, marked as such.
    void openTakenOver(base::Fields preset, const base::Fields& taken);
    /// As a draft left it, with the base it was made on.
    void openDraft(const store::Draft& draft);

    Desk& desk() const { return m_desk; }
    const profile::RecordType& type() const { return m_type; }
    State state() const { return m_state; }
    base::RecordId id() const { return m_loaded.record.id; }
    bool isNew() const { return id().isNull(); }
    bool isSigned() const { return m_loaded.record.life == "signed"; }
    bool isRemoved() const { return m_loaded.record.life == "removed"; }
    /// Removed as shown, or by somebody else under what is typed here: nothing can be saved into it
    /// before it is restored.
    bool isGone() const { return isRemoved() || m_elsewhere == Elsewhere::Removed; }
    /// What somebody else made of the record under what stands here.
    enum class Elsewhere
    {
        Nothing,
        Changed,
        Signed,
        Removed
    };
    Elsewhere elsewhere() const { return m_elsewhere; }
    /// True while something is typed around this record that must not leave the screen: it is then
    /// not shown anew as signed or removed.
    void setHold(std::function<bool()> holds) { m_holds = std::move(holds); }
    bool isHeld() const { return m_holds && m_holds(); }
    /// Shows what was held back, when nothing is typed any more.
    void catchUp();
    const LoadedRecord& loaded() const { return m_loaded; }
    const Titles& titles() const { return m_loaded.titles; }
    base::UnitId unit() const { return m_unit; }
    bool cameFromDraft() const { return m_cameFromDraft; }
    /// The draft that holds what is typed here; null when there is none.
    base::DraftId draft() const { return m_draft; }
    const std::shared_ptr<LateFiles>& lateFiles() const { return m_late; }

    /// What is shown now: the record's values under what was typed, computed ones included.
    base::Fields values() const;
    /// What an editor holds: compared with what was shown, so that typing a value back is no
    /// change.
    void edit(const base::Fields& values);
    bool isDirty() const { return !m_typed.isEmpty(); }
    /// What stands in a field and cannot be read ("32.13.2027"); empty when it can. Nothing is
    /// saved over it, and the draft keeps it.
    void setUnread(const std::string& field, const QString& text);
    QString unread(std::string_view field) const;
    bool hasUnread() const { return !m_typed.unread.empty(); }
    bool isEdited(std::string_view field) const
    {
        return m_typed.edits.find(field) != m_typed.edits.end();
    }
    /// Decides an open conflict of a field by this value; undone by discard().
    void settle(const std::string& field, const base::Value& value);
    bool isSettled(const std::string& field) const { return m_typed.settlesField(field); }

    /// The last record of this kind, for a new one that its type lets take over from it.
    struct LastTime
    {
        store::TakenOver what;
        std::string date; ///< ISO; empty where its type has no order by a day
    };
    const std::optional<LastTime>& lastTime() const { return m_last; }
    /// A new record that has taken nothing over yet, and there is something.
    bool canTakeOver() const;
    /// Puts the values of last time where nothing was typed, each marked until it is looked at.
    void takeOver();
    bool isTakenOver(std::string_view field) const { return m_typed.takenOver.contains(field); }
    const std::set<std::string, std::less<>>& takenOver() const { return m_typed.takenOver; }
    /// Somebody has looked at the value of this field, or at all of them.
    void confirmTaken(std::string_view field);
    void confirmAllTaken();

    /// Judges what stands there now, at once: before something is asked of all that is filled. A
    /// few milliseconds.
    void judgeNow() { m_judge.now(); }
    /// What breaks and what shows with the values as they were judged last.
    const std::vector<store::BrokenRule>& problems() const { return m_judge.problems(); }
    bool isVisible(const std::string& field) const { return m_judge.isVisible(field); }

    /// Others are near, and nobody has asked to see this record: what is personal in it stays
    /// hidden.
    bool isVeiled() const { return m_desk.privacy.isMasking() && !m_isUnveiled; }
    bool isVeiled(const profile::Field& field) const;
    void unveil(bool isUnveiled);

    /// Why a warning about this record is passed over: kept in the write of its next save.
    void giveReason(store::KeptReason reason) { m_reasons.push_back(std::move(reason)); }
    bool owesReasons() const { return !m_reasons.empty(); }

    /// Saves what was typed, as one operation; within `group` when that is not null. Emits saved()
    /// or failed(). Does nothing while there is nothing to save, or while something cannot be read;
    /// a new record may be empty.
    void save(base::GroupId group = {});
    /// Throws away what was typed, and its draft.
    void discard();
    void remove();
    /// Takes a removal back; what is typed stays typed, over the restored record.
    void restore();
    /// Signs what is shown; over warnings only with a reason, without one reasonAsked() says which.
    void sign(const QString& reason = {});

Q_SIGNALS:
    void loadedAnew(); ///< fields and heads are those of the record now
    void edited();
    void judged(); ///< problems() and isVisible() have changed
    void stateChanged();
    void saved(base::GroupId group);
    void reasonAsked(const std::vector<AskedLine>& asked); ///< it has not been signed
    void removed();
    void failed(const base::Error& error);
    void veilChanged();
    void takenOverChanged(); ///< values came along from last time, or somebody looked at them
    void besideSigned(); ///< a new part of a record that is signed: its paper will not have it
    /// Somebody else changed the record while typed text stands over the older one; elsewhere()
    /// says how.
    void changedElsewhere();
    /// The record was opened, and there is typing over it from earlier that nobody holds.
    void draftFound(const store::Draft& draft);
    /// Before saved(): it was signed elsewhere meanwhile, and this save stands beside the
    /// signature.
    void savedBeside();

private:
    void setState(State state);
    void take(LoadedRecord loaded);
    void finishSave(const base::Result<RecordSaved>& result);
    void dropUnchanged();
    void leaveToSave();
    store::Draft draftNow() const;
    void keepDraft();
    void dropDraft();
    void holdDraft(base::DraftId draft);
    void lookForDraft();
    void refresh(const store::Changes& changes);
    void reload();
    void takeReloaded(base::Result<LoadedRecord> loaded);
    bool isKeptBack(const LoadedRecord& loaded) const;
    struct Begun;
    void findUnit(bool proposes);
    void takeBegun(Begun begun);
    void keepMarks(const std::vector<store::Draft>& drafts);
    base::Result<LoadedRecord> load(const store::ReadTx& tx, base::RecordId id) const;

    Desk& m_desk;
    const profile::RecordType& m_type;
    State m_state = State::Loading;
    LoadedRecord m_loaded;
    Typing m_typed;
    Typing m_sent; ///< of the save that is under way
    std::vector<store::KeptReason> m_reasons; ///< given, and not kept yet
    std::shared_ptr<SaveSlip> m_slip;
    base::Fields m_preset; ///< of a new one: what it was opened with
    base::Fields m_begun; ///< of a new one: what stood there before anybody typed
    std::optional<LastTime> m_last;
    bool m_hasTakenOver = false;
    base::UnitId m_unit;
    base::DraftId m_draft;
    std::shared_ptr<LateFiles> m_late;
    bool m_cameFromDraft = false;
    bool m_draftIsKept = false;
    bool m_isUnveiled = false;
    Elsewhere m_elsewhere = Elsewhere::Nothing;
    bool m_isStale = false; ///< the record is not shown as it is now
    std::function<bool()> m_holds;
    RecordJudge m_judge;
    QTimer m_draftTimer;
};

/// What whoever adds a part of something signed should know.
QString besideSignedWords();

} // namespace patronat::ui
