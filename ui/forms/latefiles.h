// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/attachment.h"
#include "core/store/drafts.h"
#include "ui/common/desk.h"

#include <QPointer>

#include <memory>
#include <string>

namespace patronat::ui {

class FormSession;
struct SaveSlip;

/// Files that are still being read for a form. One that comes when its editor or its form is gone
/// is added to what the form left: its fields, its save on the way, its draft. GUI thread.
class LateFiles
{
public:
    LateFiles(Desk& desk, FormSession& session);

    void begin() { ++m_awaited; }
    bool isAwaited() const { return m_awaited > 0; }
    /// Whether it could be read or not.
    void end() { --m_awaited; }
    void add(const std::string& field, const store::Attachment& file);
    /// What was answered for a file stands in another field of the form, while that is there.
    void fill(const std::string& field, const base::Value& value);
    /// It could not be read, and nobody who asked for it is there to be told.
    void fail(const base::Error& error);
    /// The form is closed: `draft` is what it leaves (with or without anything typed), `values` are
    /// those that stood there, `slip` that of its save, if one is under way.
    void leave(store::Draft draft, base::Fields values, std::shared_ptr<SaveSlip> slip);

private:
    bool addToSave(const std::string& field, const store::Attachment& file);
    void addToDraft(const std::string& field, const store::Attachment& file);

    Desk& m_desk;
    QPointer<FormSession> m_session;
    store::Draft m_left;
    base::Fields m_values;
    std::shared_ptr<SaveSlip> m_slip;
    int m_awaited = 0;
};

} // namespace patronat::ui
