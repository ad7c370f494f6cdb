// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagestack.h"

#include "core/profile/worksettings.h"
#include "ui/cases/casepage.h"
#include "ui/consilium/meetingpage.h"
#include "ui/diagnostics/instrumentdialog.h"
#include "ui/forms/formpage.h"
#include "ui/forms/recorddialog.h"

#include <QTabWidget>

#include <algorithm>

namespace patronat::ui {

using base::RecordId;

namespace {

constexpr int kKeptPages = 6; ///< of records, that one has gone on from
constexpr std::size_t kMostSteps = 50; ///< back

bool isOfRecord(QWidget* page)
{
    return qobject_cast<CasePage*>(page) != nullptr || qobject_cast<FormPage*>(page) != nullptr
        || qobject_cast<MeetingPage*>(page) != nullptr;
}

void focusPage(QWidget* page)
{
    if (page->focusProxy() != nullptr)
        page->setFocus();
}

} // namespace

PageStack::PageStack(Desk& desk, QWidget* parent)
    : QStackedWidget(parent)
    , m_desk(desk)
    , m_caseTypes(profile::workSettings(desk.profile()).caseTypes)
{
}

PageStack::Address PageStack::addressOf(QWidget* page)
{
    if (const auto* one = qobject_cast<CasePage*>(page))
        return { "family", one->family(), one->tabs()->currentIndex() };
    if (const auto* one = qobject_cast<MeetingPage*>(page))
        return { "meeting", one->meeting(), one->tabs()->currentIndex() };
    if (auto* one = qobject_cast<FormPage*>(page))
        return { one->session().type().id, one->session().id(), 0 };
    return {};
}

bool PageStack::hasUnsaved(QWidget* page)
{
    const auto forms = page->findChildren<RecordForm*>();
    const auto sessions = page->findChildren<FormSession*>();
    return std::any_of(forms.begin(), forms.end(), [](RecordForm* form) { return form->isDirty(); })
        || std::any_of(sessions.begin(), sessions.end(), [](FormSession* session) {
               return session->isDirty() || session->state() == FormSession::State::Saving;
           });
}

QWidget* PageStack::pageOf(const std::string& type, RecordId id)
{
    for (int i = 0; i < count() && !id.isNull(); ++i)
        if (const Address address = addressOf(widget(i)); address.type == type && address.id == id)
            return widget(i);
    return nullptr;
}

void PageStack::showPlace(QWidget* page, const QString& place)
{
    page->setProperty("place", place);
    goTo(page);
}

void PageStack::goTo(QWidget* page)
{
    QWidget* before = currentWidget();
    if (indexOf(page) < 0)
        addWidget(page);
    if (before != nullptr && before != page) {
        m_trail.push_back({ before, {} });
        if (m_trail.size() > kMostSteps)
            m_trail.erase(m_trail.begin());
    }
    setCurrentWidget(page);
    closeOlder();
}

/// Also what no step leads back to any more.
void PageStack::closeOlder()
{
    std::vector<QWidget*> newestFirst;
    for (auto stop = m_trail.rbegin(); stop != m_trail.rend(); ++stop)
        if (stop->page != nullptr)
            newestFirst.push_back(stop->page);
    for (int i = 0; i < count(); ++i)
        newestFirst.push_back(widget(i));
    std::vector<QWidget*> seen { currentWidget() };
    int kept = 0;
    for (QWidget* page : newestFirst) {
        if (!isOfRecord(page) || std::find(seen.begin(), seen.end(), page) != seen.end())
            continue;
        seen.push_back(page);
        if (++kept > kKeptPages && !hasUnsaved(page))
            close(page);
    }
}

void PageStack::close(QWidget* page)
{
    const Address address = addressOf(page);
    for (Stop& stop : m_trail)
        if (stop.page == page)
            stop = { nullptr, address };
    std::erase_if(
        m_trail, [](const Stop& stop) { return stop.page == nullptr && stop.address.id.isNull(); });
    removeWidget(page);
    page->deleteLater();
}

QWidget* PageStack::madeAnew(const Address& address)
{
    if (QWidget* there = pageOf(address.type, address.id))
        return there;
    if (address.type == "family") {
        auto* page = makeCase(address.id);
        qobject_cast<CasePage*>(page)->tabs()->setCurrentIndex(address.part);
        return page;
    }
    if (address.type == "meeting") {
        auto* page = makeMeeting(address.id);
        qobject_cast<MeetingPage*>(page)->tabs()->setCurrentIndex(address.part);
        return page;
    }
    FormPage* page = makeForm(address.type);
    page->session().open(address.id);
    return page;
}

void PageStack::back()
{
    QWidget* page = currentWidget();
    QWidget* before = nullptr;
    while (!m_trail.empty() && before == nullptr) {
        const Stop stop = m_trail.back();
        m_trail.pop_back();
        if (stop.page == page || (stop.page == nullptr && stop.address.id.isNull()))
            continue;
        before = stop.page != nullptr ? stop.page.data() : madeAnew(stop.address);
    }
    if (before == nullptr)
        before = widget(0);
    if (indexOf(before) < 0)
        addWidget(before);
    setCurrentWidget(before);
    if (isOfRecord(before))
        focusPage(before);
    // A page of a record is left for good: what is typed in it stays as a draft.
    if (page != before && isOfRecord(page))
        close(page);
    if (const QString place = before->property("place").toString(); !place.isEmpty())
        Q_EMIT cameBackTo(place);
    Q_EMIT left();
}

void PageStack::leave(QWidget* page)
{
    const Address address = addressOf(page);
    std::erase_if(m_trail, [&](const Stop& stop) {
        return stop.page == page
            || (stop.page == nullptr && stop.address.type == address.type
                && stop.address.id == address.id);
    });
    if (page == currentWidget()) {
        back();
        return;
    }
    close(page);
}

void PageStack::openRecord(const std::string& type, RecordId id)
{
    if (type == "family") {
        openCase(id, type, id);
        return;
    }
    if (std::find(m_caseTypes.begin(), m_caseTypes.end(), type) != m_caseTypes.end()) {
        openInCase(type, id);
        return;
    }
    if (type == "meeting") {
        openMeeting(id);
        return;
    }
    openOwn(type, id);
}

void PageStack::openOwn(const std::string& type, RecordId id)
{
    if (QWidget* there = pageOf(type, id)) {
        goTo(there);
        focusPage(there);
        return;
    }
    openForm(type, [id](FormPage& page) { page.session().open(id); });
}

void PageStack::withFamilyOf(
    const std::string& type, RecordId id, std::function<void(RecordId)> run)
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
        [this, run = std::move(run)](const base::Result<RecordId>& family) {
            if (!family)
                Q_EMIT failed(family.error());
            else
                run(*family);
        });
}

void PageStack::openInCase(const std::string& type, RecordId id)
{
    withFamilyOf(type, id, [this, type, id](RecordId family) {
        if (family.isNull())
            openOwn(type, id);
        else
            openCase(family, type, id);
    });
}

void PageStack::createForFamilyOf(const std::string& made, const std::string& type, RecordId id)
{
    const auto create = [this, made](RecordId family) {
        if (family.isNull())
            Q_EMIT noFamily();
        else
            createWith(made, { { "family", base::Value(family) } });
    };
    if (id.isNull())
        create({});
    else if (type == "family")
        create(id);
    else
        withFamilyOf(type, id, create);
}

QWidget* PageStack::makeCase(RecordId family)
{
    auto* page = new CasePage(m_desk, family, nullptr);
    connect(page, &CasePage::opened, this, [this, page](const std::string& one, RecordId record) {
        if (!page->showRecord(one, record))
            openOver(one, record);
    });
    connect(page, &CasePage::created, this, &PageStack::createWith);
    connect(page, &CasePage::stateChanged, this, &PageStack::said);
    connect(page, &CasePage::failed, this, &PageStack::failed);
    return page;
}

void PageStack::openCase(RecordId family, const std::string& type, RecordId id)
{
    auto* page = qobject_cast<CasePage*>(pageOf("family", family));
    if (page == nullptr)
        page = qobject_cast<CasePage*>(makeCase(family));
    goTo(page);
    focusPage(page);
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

FormPage* PageStack::makeForm(const std::string& type)
{
    auto* page = new FormPage(m_desk, type, FormPage::Frame::Alone, nullptr);
    connect(page, &FormPage::stateChanged, this, &PageStack::said);
    connect(page, &FormPage::opened, this, &PageStack::openRecord);
    connect(page, &FormPage::removed, this, [this, page] { leave(page); });
    return page;
}

void PageStack::openForm(const std::string& type, const std::function<void(FormPage&)>& fill)
{
    FormPage* page = makeForm(type);
    fill(*page);
    goTo(page);
    focusPage(page);
}

QWidget* PageStack::makeMeeting(RecordId id)
{
    auto* page = new MeetingPage(m_desk, nullptr);
    connect(page, &MeetingPage::opened, this, &PageStack::openRecord);
    connect(page, &MeetingPage::removed, this, [this, page] { leave(page); });
    connect(page, &MeetingPage::failed, this, &PageStack::failed);
    connect(page, &MeetingPage::stateChanged, this, &PageStack::said);
    if (id.isNull())
        page->openNew();
    else
        page->open(id);
    return page;
}

void PageStack::openMeeting(RecordId id)
{
    QWidget* page = pageOf("meeting", id);
    if (page == nullptr)
        page = makeMeeting(id);
    goTo(page);
    focusPage(page);
}

void PageStack::create(const std::string& type)
{
    createWith(type, {});
}

void PageStack::createWith(const std::string& type, const base::Fields& preset)
{
    if (type == "meeting") {
        openMeeting({});
        return;
    }
    openForm(type, [&preset](FormPage& page) {
        page.session().openNew(preset);
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
            if (widget(i) == *holder || widget(i)->isAncestorOf(*holder)) {
                goTo(widget(i));
                break;
            }
        (*holder)->form().focusFirst();
        return;
    }
    // What is listed may be some keys old.
    const auto now = m_desk.drafts.find(listed.id);
    const store::Draft draft = now && *now ? **now : listed;
    if (InstrumentDialog::isSheet(draft)) {
        const auto session = draft.fields.find("diagnostics");
        if (m_desk.heldDrafts.contains(draft.id) || session == draft.fields.end()
            || session->second.reference() == nullptr)
            return;
        auto* dialog = new InstrumentDialog(m_desk, *session->second.reference(), window());
        dialog->openDraft(draft);
        return dialog->open();
    }
    openForm(draft.type, [&draft](FormPage& page) { page.session().openDraft(draft); });
}

} // namespace patronat::ui
