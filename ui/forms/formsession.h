// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/drafts.h"
#include "core/store/rules.h"
#include "ui/common/desk.h"
#include "ui/forms/loadedrecord.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace patronat::ui {

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
    /// As a draft left it, with the base it was made on.
    void openDraft(const store::Draft& draft);

    Desk& desk() const { return m_desk; }
    const profile::RecordType& type() const { return m_type; }
    State state() const { return m_state; }
    base::RecordId id() const { return m_loaded.record.id; }
    bool isNew() const { return id().isNull(); }
    bool isSigned() const { return m_loaded.record.life == "signed"; }
    bool isRemoved() const { return m_loaded.record.life == "removed"; }
    const LoadedRecord& loaded() const { return m_loaded; }
    const Titles& titles() const { return m_loaded.titles; }
    base::UnitId unit() const { return m_unit; }
    bool cameFromDraft() const { return m_cameFromDraft; }
    /// The draft that holds what is typed here; null when there is none.
    base::DraftId draft() const { return m_draft; }

    /// What is shown now: the record's values under what was typed, computed ones included.
    base::Fields values() const;
    /// What an editor holds: compared with what was shown, so that typing a value back is no
    /// change.
    void edit(const base::Fields& values);
    bool isDirty() const { return !m_edits.empty() || !m_settles.empty() || !m_unread.empty(); }
    /// What stands in a field and cannot be read ("32.13.2027"); empty when it can. Nothing is
    /// saved over it, and the draft keeps it.
    void setUnread(const std::string& field, const QString& text);
    QString unread(std::string_view field) const;
    bool hasUnread() const { return !m_unread.empty(); }
    bool isEdited(std::string_view field) const { return m_edits.find(field) != m_edits.end(); }
    /// Decides an open conflict of a field by this value; undone by discard().
    void settle(const std::string& field, const base::Value& value);
    bool isSettled(const std::string& field) const;

    /// Judges what stands there now, at once: before something is asked of all that is filled. A
    /// few milliseconds.
    void judgeNow();
    /// What breaks and what shows with the values as they were judged last.
    const std::vector<store::BrokenRule>& problems() const { return m_problems; }
    bool isVisible(const std::string& field) const;

    /// Others are near, and nobody has asked to see this record: what is personal in it stays
    /// hidden.
    bool isVeiled() const { return m_desk.privacy.isMasking() && !m_isUnveiled; }
    bool isVeiled(const profile::Field& field) const;
    void unveil(bool isUnveiled);

    /// Saves what was typed, as one operation; within `group` when that is not null. Emits saved()
    /// or failed(). Does nothing while there is nothing to save, or while something cannot be read;
    /// a new record may be empty.
    void save(base::GroupId group = {});
    /// Throws away what was typed, and its draft.
    void discard();
    void remove();
    void sign();

Q_SIGNALS:
    void loadedAnew(); ///< fields and heads are those of the record now
    void edited();
    void judged(); ///< problems() and isVisible() have changed
    void stateChanged();
    void saved(base::GroupId group);
    void removed();
    void failed(const base::Error& error);
    void veilChanged();
    void besideSigned(); ///< a new part of a record that is signed: its paper will not have it
    /// Somebody else changed the record while typed text stands over the older one.
    void changedElsewhere();

private:
    void setState(State state);
    void take(LoadedRecord loaded);
    void finishSave(const base::Result<RecordSaved>& result, const base::Fields& sent,
        const std::vector<std::string>& settled);
    struct Judgement
    {
        std::vector<store::BrokenRule> problems;
        std::vector<std::string> visible;
    };
    static Judgement judgementOf(const store::Store& store, const std::string& type,
        const base::Fields& values, const std::string& today);
    void take(Judgement judgement);
    void judgeSoon();
    void judge();
    void leaveToSave();
    store::Draft draftNow() const;
    void keepDraft();
    void dropDraft();
    void refresh(const store::Changes& changes);
    void reload();
    void findUnit();
    base::Result<LoadedRecord> load(const store::ReadTx& tx, base::RecordId id) const;

    Desk& m_desk;
    const profile::RecordType& m_type;
    State m_state = State::Loading;
    LoadedRecord m_loaded;
    base::Fields m_edits;
    base::Fields m_sent; ///< of the save that is under way
    std::shared_ptr<SaveSlip> m_slip;
    base::Fields m_preset; ///< of a new one: what it was opened with
    std::map<std::string, QString, std::less<>> m_unread;
    std::vector<std::string> m_settles;
    base::UnitId m_unit;
    base::DraftId m_draft;
    bool m_cameFromDraft = false;
    bool m_draftIsKept = false;
    bool m_isUnveiled = false;
    std::vector<store::BrokenRule> m_problems;
    std::vector<std::string> m_visible;
    bool m_isJudged = false;
    unsigned m_judgement = 0;
    QTimer m_judgeTimer;
    QTimer m_draftTimer;
};

/// What whoever adds a part of something signed should know.
QString besideSignedWords();

} // namespace patronat::ui
