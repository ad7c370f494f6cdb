// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casepage.h"

#include "core/profile/worksettings.h"
#include "ui/cases/casecourse.h"
#include "ui/cases/casedocuments.h"
#include "ui/cases/caseoverview.h"
#include "ui/cases/casetimeline.h"
#include "ui/cases/recordpaper.h"
#include "ui/cases/recordset.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/partedpage.h"
#include "ui/common/readfailure.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"
#include "ui/diagnostics/comparisondialog.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace patronat::ui {

namespace {

constexpr int kReloadAfterMs = 200;
constexpr const char* kResult = "instrumentResult"; ///< the type, and the paper called like it

} // namespace

CasePage::CasePage(Desk& desk, base::RecordId family, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_family(family)
    , m_name(makeLabel(TextRole::Title))
    , m_facts(makeLabel(TextRole::Subtitle))
    , m_failure(new ReadFailure(desk.languages))
    , m_tabs(new QTabWidget)
    , m_overview(new CaseOverview(desk, nullptr))
    , m_documents(new CaseDocuments(desk, family, nullptr))
    , m_course(new CaseCourse(desk, family, nullptr))
    , m_timeline(new CaseTimeline(desk, family, nullptr))
    , m_reload(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(4);
    m_badges = addPageHead(layout, m_name, m_facts);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_overview, QString());
    for (int i = Card; i < Documents; ++i)
        m_tabs->addTab(new QWidget, QString());
    m_tabs->addTab(m_documents, QString());
    m_tabs->addTab(m_course, QString());
    m_tabs->addTab(m_timeline, QString());
    layout->addWidget(m_failure);
    connect(m_failure, &ReadFailure::again, this, &CasePage::load);
    layout->addWidget(m_tabs, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, &CasePage::enter);
    walkTabsByKeys(this, m_tabs, TabFocus::Bar);
    connect(m_overview, &CaseOverview::opened, this, &CasePage::opened);
    connect(m_documents, &CaseDocuments::opened, this, &CasePage::opened);
    connect(m_documents, &CaseDocuments::said, this, &CasePage::stateChanged);
    connect(m_documents, &CaseDocuments::failed, this, &CasePage::failed);
    connect(m_documents, &CaseDocuments::made, this,
        [this](const std::string& type) { Q_EMIT created(type, presetOf(type)); });
    connect(m_course, &CaseCourse::failed, this, &CasePage::failed);
    connect(m_course, &CaseCourse::said, this, &CasePage::stateChanged);
    connect(m_timeline, &CaseTimeline::opened, this, &CasePage::opened);
    connect(m_timeline, &CaseTimeline::restored, this, &CasePage::stateChanged);
    auto* make = new QShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+N")), this);
    make->setContext(Qt::WidgetWithChildrenShortcut);
    connect(make, &QShortcut::activated, this, [this] {
        if (m_tabs->currentIndex() == Documents)
            m_documents->make();
        else if (auto* set = m_tabs->currentWidget()->findChild<RecordSet*>())
            set->make();
    });
    auto* compare = new QShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+D")), this);
    compare->setContext(Qt::WidgetWithChildrenShortcut);
    connect(compare, &QShortcut::activated, this, &CasePage::compareResults);
    connect(m_documents, &CaseDocuments::compared, this, &CasePage::compareResults);
    setFocusProxy(m_tabs);
    m_reload->setSingleShot(true);
    m_reload->setInterval(kReloadAfterMs);
    connect(m_reload, &QTimer::timeout, this, &CasePage::load);
    connect(&desk.notifier, &StoreNotifier::changed, this, &CasePage::refresh);
    connect(&desk.privacy, &Privacy::changed, this, [this] {
        show(m_summary);
        enter(m_tabs->currentIndex());
    });
    connect(&desk.languages, &LanguageSwitch::switched, this, [this] {
        words();
        show(m_summary);
    });
    words();
    load();
}

void CasePage::words()
{
    m_tabs->setTabText(Overview, tr("Overview"));
    m_tabs->setTabText(Card, tr("Family card"));
    m_tabs->setTabText(Registration, tr("Registration"));
    m_tabs->setTabText(Children, tr("Children"));
    m_tabs->setTabText(Programme, tr("Programme"));
    m_tabs->setTabText(Consilium, tr("Consilium"));
    m_tabs->setTabText(Documents, tr("Documents"));
    m_tabs->setTabText(Course, tr("Way of the case"));
    m_tabs->setTabText(Timeline, tr("Timeline"));
    m_tabs->setAccessibleName(tr("Parts of the case"));
}

void CasePage::load()
{
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store, family = m_family, today = m_desk.today(),
            language = typed(m_desk.languages.language())](base::Job&) {
            return store.read([&](const store::ReadTx& tx) {
                return caseSummary(tx, store.rules(), family, today, language);
            });
        },
        [this](base::Result<CaseSummary> summary) {
            if (!summary) {
                m_failure->show(summary.error());
                Q_EMIT failed(summary.error());
                return;
            }
            m_failure->clear();
            m_isLoaded = true;
            m_summary = std::move(*summary);
            show(m_summary);
            enter(m_tabs->currentIndex());
        });
}

void CasePage::show(const CaseSummary& summary)
{
    if (!m_isLoaded)
        return;
    const ValueWriter writer(m_desk.profile(), typed(m_desk.languages.language()));
    m_name->setText(m_desk.privacy.veiled(shown(summary.name)));
    clearBadges(m_badges);
    const bool isOff = !summary.endDate.empty();
    if (!summary.status.empty())
        m_badges->addWidget(makeLabel(isOff ? TextRole::BadgeWarning : TextRole::Badge,
            isOff ? tr("off the register since %1").arg(dateText(summary.endDate))
                  : writer.label("legalStatus", summary.status)));
    else
        m_badges->addWidget(makeLabel(TextRole::BadgeWarning, tr("not on the register")));
    if (!isOff && !summary.kind.empty())
        m_badges->addWidget(makeLabel(TextRole::Badge, writer.label("episodeKind", summary.kind)));
    if (summary.hasConflict)
        m_badges->addWidget(makeLabel(TextRole::BadgeWarning, tr("two versions: to be looked at")));
    if (summary.isConsentWithdrawn) {
        QLabel* badge = makeLabel(TextRole::BadgeDanger, tr("consent withdrawn"));
        badge->setToolTip(tr("The consent to the processing of personal data is withdrawn: nothing "
                             "new may be entered that the family gives of its own will."));
        m_badges->addWidget(badge);
    }
    if (!summary.nextDue.empty() && summary.nextDue < m_desk.today())
        m_badges->addWidget(makeLabel(TextRole::BadgeDanger, tr("overdue")));
    addAtOnce();
    QStringList facts;
    if (!summary.regNo.empty())
        facts += tr("№ %1 of %2").arg(shown(summary.regNo), dateText(summary.regDate));
    if (!summary.category.empty())
        facts += writer.label("familyCategory", summary.category);
    if (!summary.curator.empty())
        facts += tr("case manager %1").arg(shown(summary.curator));
    if (!summary.address.empty())
        facts += m_desk.privacy.veiled(shown(summary.address));
    if (!summary.phone.empty() && !m_desk.privacy.isMasking())
        facts += shown(summary.phone);
    if (!summary.nextDue.empty())
        facts += summary.nextTitle.empty()
            ? tr("next date %1").arg(dateText(summary.nextDue))
            : tr("next date %1: %2").arg(dateText(summary.nextDue), shown(summary.nextTitle));
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    m_overview->show(summary);
}

/// What is begun most often, for the mouse; the window has the key.
void CasePage::addAtOnce()
{
    const std::string type = profile::workSettings(m_desk.profile()).atOnce;
    const profile::RecordType* declared = m_desk.profile().type(type);
    if (declared == nullptr)
        return;
    auto* button = new QPushButton(icon(QStringLiteral("add")),
        tr("%1 (F7)").arg(m_desk.languages.text(declared->label)));
    button->setProperty("link", true);
    button->setFocusPolicy(Qt::NoFocus);
    button->setObjectName(QStringLiteral("atOnce"));
    connect(button, &QPushButton::clicked, this, [this, type] {
        Q_EMIT created(type, { { "family", base::Value(m_family) } });
    });
    m_badges->addWidget(button);
}

void CasePage::fillSet(QWidget* place, const std::string& type, const std::vector<CaseLine>& lines,
    const QString& none)
{
    auto* set = place->findChild<RecordSet*>();
    if (set == nullptr) {
        auto* layout = new QVBoxLayout(place);
        layout->setContentsMargins(0, 0, 0, 0);
        set = new RecordSet(m_desk, type, none, place);
        layout->addWidget(set);
        connect(set, &RecordSet::opened, this, &CasePage::opened);
        connect(set, &RecordSet::stateChanged, this, &CasePage::stateChanged);
        set->setPreset(presetOf(type));
    }
    set->show(lines);
}

base::Fields CasePage::presetOf(const std::string& type) const
{
    base::Fields fields { { "family", base::Value(m_family) } };
    if (type != "episode" && !m_summary.episodes.empty())
        fields["episode"] = base::Value(m_summary.episodes.front().id);
    const profile::RecordType* declared = m_desk.profile().type(type);
    std::erase_if(
        fields, [&](const auto& field) { return declared->field(field.first) == nullptr; });
    return fields;
}

void CasePage::enter(int tab)
{
    if (!m_isLoaded)
        return;
    QWidget* place = m_tabs->widget(tab);
    switch (tab) {
    case Card:
        if (place->layout() == nullptr) {
            auto* layout = new QVBoxLayout(place);
            layout->setContentsMargins(0, 0, 0, 0);
            layout->addWidget(formOf("family", m_family));
        }
        break;
    case Registration:
        fillSet(place, "episode", m_summary.episodes, tr("The family is not on the register yet."));
        break;
    case Children:
        fillSet(place, "childCard", m_summary.children, tr("No card of a child yet."));
        break;
    case Programme: {
        std::vector<CaseLine> lines;
        for (const CaseProgramme& one : m_summary.programmes)
            lines.push_back({ "programme", one.id, one.from, one.number, one.to });
        fillSet(place, "programme", lines, tr("There is no programme yet."));
        break;
    }
    case Consilium:
        fillSet(place, "agendaItem", m_summary.hearings,
            tr("The consilium has not heard this case yet."));
        break;
    case Documents:
        m_documents->load();
        break;
    case Course:
        m_course->show(
            m_summary.episodes.empty() ? base::RecordId() : m_summary.episodes.front().id);
        break;
    case Timeline:
        if (!m_timeline->isLoaded())
            m_timeline->load();
        break;
    default:
        break;
    }
    FormPage* form = currentForm();
    if (form != nullptr)
        Q_EMIT stateChanged(QString());
}

void CasePage::compareResults()
{
    auto* dialog = new ComparisonDialog(m_desk, m_family, {}, window());
    const profile::RecordType* type = m_desk.profile().type(kResult);
    if (type != nullptr && m_desk.profile().templates.contains(std::string_view(kResult)))
        dialog->offerPrinting();
    connect(dialog, &ComparisonDialog::printed, this, [this, type](base::RecordId result, bool asFile) {
        const RecordPaper paper { kResult, result, m_desk.languages.text(type->label) };
        const PaperSaid told = [this](const base::Result<QString>& words) {
            if (words)
                Q_EMIT stateChanged(*words);
            else
                Q_EMIT failed(words.error());
        };
        (asFile ? savePaper : printPaper)(m_desk, this, paper, told);
    });
    dialog->open();
}

QWidget* CasePage::formOf(const std::string& type, base::RecordId id)
{
    auto* page = new FormPage(m_desk, type, FormPage::Frame::Within, this);
    page->session().open(id);
    connect(page, &FormPage::opened, this, &CasePage::opened);
    connect(page, &FormPage::stateChanged, this, &CasePage::stateChanged);
    return page;
}

FormPage* CasePage::currentForm() const
{
    const auto forms = m_tabs->currentWidget()->findChildren<FormPage*>();
    const auto visible = std::find_if(
        forms.begin(), forms.end(), [](const FormPage* form) { return form->isVisible(); });
    return visible == forms.end() ? nullptr : *visible;
}

bool CasePage::showRecord(const std::string& type, base::RecordId id)
{
    const Tab tab = type == "family" ? Card
        : type == "episode"          ? Registration
        : type == "childCard"        ? Children
        : type == "programme"        ? Programme
        : type == "agendaItem"       ? Consilium
                                     : Overview;
    if (tab == Overview)
        return false;
    m_tabs->setCurrentIndex(tab);
    enter(tab);
    if (auto* set = m_tabs->widget(tab)->findChild<RecordSet*>())
        set->choose(id);
    return true;
}

void CasePage::refresh(const store::Changes& changes)
{
    static const std::array kTypes { "family", "member", "person", "episode", "childCard",
        "programme", "measure", "agendaItem", "decision", "caseEvent", "handedCase", "supplement" };
    const auto documents = documentTypes(m_desk.profile());
    const bool counts
        = std::any_of(changes.begin(), changes.end(), [&](const store::Change& change) {
              return std::find(kTypes.begin(), kTypes.end(), change.type) != kTypes.end()
                  || std::any_of(documents.begin(), documents.end(),
                      [&](const profile::RecordType* type) { return type->id == change.type; });
          });
    if (counts)
        m_reload->start();
}

} // namespace patronat::ui
