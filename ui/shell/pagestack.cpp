// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagestack.h"

#include "ui/cases/casepage.h"
#include "ui/consilium/meetingpage.h"
#include "ui/forms/formpage.h"
#include "ui/forms/recorddialog.h"

#include <algorithm>
#include <array>

namespace patronat::ui {

using base::RecordId;

namespace {

/// Types whose home is the case of a family.
constexpr std::array kOfCase { "family", "episode", "childCard", "programme" };

bool isOfCase(const std::string& type)
{
    return std::find(kOfCase.begin(), kOfCase.end(), type) != kOfCase.end();
}

} // namespace

PageStack::PageStack(Desk& desk, QWidget* parent)
    : QStackedWidget(parent)
    , m_desk(desk)
{
}

void PageStack::addPage(QWidget* page)
{
    m_trail.push_back(currentWidget());
    addWidget(page);
    setCurrentWidget(page);
    if (page->focusProxy() != nullptr)
        page->setFocus();
}

void PageStack::back()
{
    QWidget* page = currentWidget();
    while (!m_trail.empty() && (indexOf(m_trail.back()) < 0 || m_trail.back() == page))
        m_trail.pop_back();
    QWidget* before = m_trail.empty() ? widget(0) : m_trail.back();
    if (!m_trail.empty())
        m_trail.pop_back();
    setCurrentWidget(before);
    // A page of a record is left for good: what is typed in it stays as a draft.
    if (qobject_cast<CasePage*>(page) != nullptr || qobject_cast<FormPage*>(page) != nullptr
        || qobject_cast<MeetingPage*>(page) != nullptr) {
        removeWidget(page);
        page->deleteLater();
    }
    Q_EMIT left();
}

void PageStack::openRecord(const std::string& type, RecordId id)
{
    if (type == "family") {
        openCase(id, type, id);
        return;
    }
    if (isOfCase(type)) {
        openInCase(type, id);
        return;
    }
    if (type == "meeting") {
        openMeeting(id);
        return;
    }
    openForm(type, [id](FormPage& page) { page.session().open(id); });
}

void PageStack::openInCase(const std::string& type, RecordId id)
{
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, type, id](base::Job&) {
            return store.read([&](const store::ReadTx& tx) -> base::Result<RecordId> {
                PATRONAT_LET(const auto record, tx.record(type, id));
                const auto family = record.values.find("family");
                return family != record.values.end() && family->second.reference()
                    ? *family->second.reference()
                    : RecordId {};
            });
        },
        [this, type, id](const base::Result<RecordId>& family) {
            if (!family)
                Q_EMIT failed(family.error());
            else if (family->isNull())
                openForm(type, [id](FormPage& page) { page.session().open(id); });
            else
                openCase(*family, type, id);
        });
}

void PageStack::openCase(RecordId family, const std::string& type, RecordId id)
{
    auto* page = qobject_cast<CasePage*>(currentWidget());
    if (page == nullptr || page->family() != family) {
        page = new CasePage(m_desk, family, nullptr);
        connect(
            page, &CasePage::opened, this, [this, page](const std::string& one, RecordId record) {
                if (!page->showRecord(one, record))
                    openOver(one, record);
            });
        connect(page, &CasePage::stateChanged, this, &PageStack::said);
        connect(page, &CasePage::failed, this, &PageStack::failed);
        addPage(page);
    }
    if (type != "family" && !page->showRecord(type, id))
        openOver(type, id);
}

/// A person or a measure is looked at over the case, which stays where it is.
void PageStack::openOver(const std::string& type, RecordId id)
{
    auto* dialog = new RecordDialog(m_desk, type, this);
    dialog->openRecord(id);
    dialog->open();
}

void PageStack::openForm(const std::string& type, const std::function<void(FormPage&)>& fill)
{
    auto* page = new FormPage(m_desk, type, FormPage::Frame::Alone, nullptr);
    connect(page, &FormPage::stateChanged, this, &PageStack::said);
    connect(page, &FormPage::opened, this, &PageStack::openRecord);
    connect(page, &FormPage::removed, this, &PageStack::back);
    fill(*page);
    addPage(page);
}

void PageStack::openMeeting(RecordId id)
{
    auto* page = new MeetingPage(m_desk, nullptr);
    connect(page, &MeetingPage::opened, this, &PageStack::openRecord);
    connect(page, &MeetingPage::removed, this, &PageStack::back);
    connect(page, &MeetingPage::failed, this, &PageStack::failed);
    connect(page, &MeetingPage::stateChanged, this, &PageStack::said);
    if (id.isNull())
        page->openNew();
    else
        page->open(id);
    addPage(page);
}

void PageStack::create(const std::string& type)
{
    if (type == "meeting") {
        openMeeting({});
        return;
    }
    openForm(type, [](FormPage& page) {
        page.session().openNew({});
        connect(&page.form(), &RecordForm::rebuilt, &page, [&page] { page.form().focusFirst(); });
    });
}

void PageStack::openDraft(const store::Draft& listed)
{
    // The form that holds it still is where the typing goes on: two of one draft would write past
    // each other.
    const auto forms = findChildren<FormPage*>();
    const auto holder = std::find_if(forms.begin(), forms.end(),
        [&](FormPage* page) { return page->session().draft() == listed.id; });
    if (holder != forms.end()) {
        for (int i = 0; i < count(); ++i)
            if (widget(i) == *holder || widget(i)->isAncestorOf(*holder))
                setCurrentIndex(i);
        (*holder)->form().focusFirst();
        return;
    }
    // What is listed may be some keys old.
    const auto now = m_desk.drafts.find(listed.id);
    const store::Draft draft = now && *now ? **now : listed;
    openForm(draft.type, [&draft](FormPage& page) { page.session().openDraft(draft); });
}

} // namespace patronat::ui
