// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/latefiles.h"

#include "ui/forms/formsession.h"
#include "ui/forms/recordsave.h"

#include <algorithm>

namespace patronat::ui {

using base::Fields;
using store::Attachment;

namespace {

/// Puts the file beside those of `fields`, or of `values` where nothing was typed.
void attach(Fields& fields, const Fields& values, const std::string& field, const Attachment& file)
{
    const Fields& from = fields.contains(field) ? fields : values;
    const auto before = from.find(field);
    auto files = store::attachmentsOf(
        before == from.end() ? std::string() : before->second.textOr({}));
    std::erase_if(files, [&](const Attachment& one) { return one.hash == file.hash; });
    files.push_back(file);
    fields[field] = base::Value(store::attachmentsText(files));
}

} // namespace

LateFiles::LateFiles(Desk& desk, FormSession& session)
    : m_desk(desk)
    , m_session(&session)
{
}

void LateFiles::leave(store::Draft draft, Fields values, std::shared_ptr<SaveSlip> slip)
{
    m_left = std::move(draft);
    m_values = std::move(values);
    m_slip = std::move(slip);
}

void LateFiles::add(const std::string& field, const Attachment& file)
{
    if (m_session != nullptr) {
        Fields fields;
        attach(fields, m_session->values(), field, file);
        m_session->edit(fields);
        Q_EMIT m_session->loadedAnew(); // whoever shows the field shows it
    } else if (!addToSave(field, file)) {
        addToDraft(field, file);
    }
}

void LateFiles::fill(const std::string& field, const base::Value& value)
{
    if (m_session == nullptr)
        return;
    m_session->edit({ { field, value } });
    Q_EMIT m_session->loadedAnew();
}

void LateFiles::fail(const base::Error& error)
{
    Q_EMIT m_desk.jobs.keepingFailed(error);
}

bool LateFiles::addToSave(const std::string& field, const Attachment& file)
{
    const auto slip = m_slip;
    if (slip == nullptr)
        return false;
    const std::lock_guard lock(slip->mutex);
    if (slip->isDone) {
        // What it wrote is the record now; where nothing was written the draft stands as it was.
        if (!m_slip->record.isNull()) {
            m_left.record = m_slip->record;
            m_left.heads = m_slip->heads;
            m_left.id = m_desk.newDraft();
            m_left.fields.clear();
        }
        m_slip.reset();
        return false;
    }
    if (!m_slip->left) {
        m_slip->left = m_left;
        m_slip->left->fields.clear();
    }
    attach(m_slip->left->fields, m_values, field, file);
    return true;
}

void LateFiles::addToDraft(const std::string& field, const Attachment& file)
{
    // One that was opened meanwhile is written by the form that holds it.
    if (m_desk.heldDrafts.contains(m_left.id)) {
        m_left.id = m_desk.newDraft();
        if (!m_left.record.isNull())
            m_left.fields.clear();
    }
    attach(m_left.fields, m_values, field, file);
    m_desk.jobs.keep(
        [&drafts = m_desk.drafts, left = m_left, values = m_values, field, file]() -> base::Status {
            PATRONAT_LET(const auto found, drafts.find(left.id));
            store::Draft draft = found ? *found : left;
            // What else was left has been saved or thrown away since.
            if (!found && !left.record.isNull())
                draft.fields = { { field, left.fields.at(field) } };
            attach(draft.fields, values, field, file);
            return drafts.save(draft);
        });
}

} // namespace patronat::ui
