// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/drafts.h"
#include "ui/common/desk.h"

#include <QStackedWidget>

#include <functional>
#include <vector>

namespace patronat::ui {

class FormPage;

/// The pages in the middle of the window: those of places stay, one of a record is left for good when one goes back. The
/// first page put in is where one comes back to in the end.
class PageStack final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PageStack(Desk& desk, QWidget* parent = nullptr);

    /// What a row, a link, a draft leads to.
    void openRecord(const std::string& type, base::RecordId id);
    /// Of a family's case, or of the family that the record refers to.
    void openInCase(const std::string& type, base::RecordId id);
    void openDraft(const store::Draft& draft);
    void create(const std::string& type);
    void back();

Q_SIGNALS:
    void said(const QString& words);
    void failed(const base::Error& error);
    void left(); ///< one has gone back

private:
    void addPage(QWidget* page);
    void openCase(base::RecordId family, const std::string& type, base::RecordId id);
    void openMeeting(base::RecordId id); ///< null: a new one
    void openForm(const std::string& type, const std::function<void(FormPage&)>& fill);
    void openOver(const std::string& type, base::RecordId id);

    Desk& m_desk;
    std::vector<QWidget*> m_trail; ///< pages one came by, for Alt+Left
};

} // namespace patronat::ui
