// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/drafts.h"
#include "ui/common/desk.h"

#include <QPointer>
#include <QStackedWidget>

#include <functional>
#include <string>
#include <vector>

namespace patronat::ui {

class FormPage;

/// The pages in the middle of the window. Those of places stay; one of a record is left for good
/// when one goes back. Of those one has gone on from, the last few stay as they are; an older one
/// is closed, and made anew from its address when one comes back to it. What holds something
/// unsaved is never closed so. The first page put in is where one comes back to in the end.
class PageStack final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PageStack(Desk& desk, QWidget* parent = nullptr);

    /// A place of the window; where one was before is one step back.
    void showPlace(QWidget* page, const QString& place);
    /// What a row, a link, a draft leads to.
    void openRecord(const std::string& type, base::RecordId id);
    /// Of a family's case, or of the family that the record refers to.
    void openInCase(const std::string& type, base::RecordId id);
    void openDraft(const store::Draft& draft);
    void create(const std::string& type);
    /// With what is known of it beforehand.
    void createWith(const std::string& type, const base::Fields& preset);
    /// For the family that the record is, or refers to; says so when there is none.
    void createForFamilyOf(
        const std::string& made, const std::string& type, base::RecordId id);
    void back();

Q_SIGNALS:
    void said(const QString& words);
    void failed(const base::Error& error);
    void noFamily(); ///< it was asked for something of a family where there is none
    void left(); ///< one has gone back
    void cameBackTo(const QString& place);

private:
    /// Whose page it is, enough to make it anew; no id: a place, or a new record.
    struct Address
    {
        std::string type;
        base::RecordId id;
        int part = 0; ///< which of its tabs
    };
    struct Stop
    {
        QPointer<QWidget> page; ///< null: closed
        Address address;
    };
    static Address addressOf(QWidget* page);
    static bool hasUnsaved(QWidget* page);
    QWidget* pageOf(const std::string& type, base::RecordId id);
    QWidget* madeAnew(const Address& address);
    void goTo(QWidget* page);
    void closeOlder();
    void close(QWidget* page);
    /// Its record is removed: nobody comes back to it.
    void leave(QWidget* page);
    void openCase(base::RecordId family, const std::string& type, base::RecordId id);
    void openMeeting(base::RecordId id); ///< null: a new one
    void openForm(const std::string& type, const std::function<void(FormPage&)>& fill);
    void withFamilyOf(
        const std::string& type, base::RecordId id, std::function<void(base::RecordId)> run);
    void openOwn(const std::string& type, base::RecordId id);
    void openOver(const std::string& type, base::RecordId id);
    QWidget* makeCase(base::RecordId family);
    QWidget* makeMeeting(base::RecordId id);
    FormPage* makeForm(const std::string& type);

    Desk& m_desk;
    std::vector<std::string> m_caseTypes; ///< whose home is the case of a family
    std::vector<Stop> m_trail; ///< where one came by, for Alt+Left
};

} // namespace patronat::ui
