// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startguide.h"

#include "core/profile/loader.h"
#include "ui/common/errortext.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/start/choicepage.h"
#include "ui/start/filesteps.h"
#include "ui/start/officesteps.h"
#include "ui/start/workstep.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr int kWidestColumn = 720;
constexpr QSize kSize(860, 660);
// Of the pages, before those of the steps.
constexpr int kChoice = 0;
constexpr int kDemo = 1;

/// A column in the middle that scrolls where the window is too low for it.
QScrollArea* inColumn(QWidget* page)
{
    page->setMaximumWidth(kWidestColumn);
    auto* holder = new QWidget;
    holder->setProperty("role", QStringLiteral("page"));
    auto* across = new QHBoxLayout(holder);
    across->setContentsMargins(32, 8, 32, 8);
    across->addStretch(1);
    across->addWidget(page, 100);
    across->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(holder);
    return scroll;
}

} // namespace

StartGuide::StartGuide(StartPlaces places, DemoSource demo, const base::Clock& clock,
    LanguageSwitch& languages, QWidget* parent)
    : QDialog(parent)
    , m_places(std::move(places))
    , m_demoSource(std::move(demo))
    , m_clock(clock)
    , m_languages(languages)
    , m_jobs(std::make_unique<JobRunner>())
{
    setWindowFlag(Qt::WindowContextHelpButtonHint, false);
    setWindowFlag(Qt::WindowMinMaxButtonsHint, true);
    resize(kSize);
    new QVBoxLayout(this);
    build();
}

StartGuide::~StartGuide()
{
    m_jobs.reset(); // before the steps that it brings results to
}

void StartGuide::build()
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    while (QLayoutItem* item = column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    setWindowTitle(tr("Patronat"));
    const Language language = m_languages.sentences();
    m_pages = new QStackedWidget;
    column->addWidget(buildHead());
    column->addWidget(m_pages, 1);
    column->addWidget(buildFoot());
    m_next->setDefault(true); // only now is it in the dialog that is to know
    m_choice = buildChoice();
    m_demo = buildDemo();
    m_pages->addWidget(inColumn(m_choice)); // kChoice
    m_pages->addWidget(inColumn(m_demo)); // kDemo
    m_region = new RegionStep(m_draft, m_places, typed(m_languages.language()));
    m_office = new OfficeStep(m_draft, typed(m_languages.language()));
    m_trust = new TrustStep(m_draft);
    m_batches = new BatchStep(m_draft, *m_jobs, language);
    m_backup = new BackupStep(m_draft, language);
    m_place = new PlaceStep(m_draft, m_places);
    m_work = new WorkStep(*m_jobs, language);
    for (StartStep* step :
        { m_region, static_cast<StartStep*>(m_office), m_trust, static_cast<StartStep*>(m_batches),
            static_cast<StartStep*>(m_backup), m_place, static_cast<StartStep*>(m_work) }) {
        m_pages->addWidget(inColumn(step));
        // Enter in a field is for going on.
        for (QPushButton* button : step->findChildren<QPushButton*>())
            button->setAutoDefault(false);
        connect(step, &StartStep::changed, this, [this] {
            refresh();
            focusOnNext();
        });
    }
    connect(m_work, &WorkStep::finished, this, [this] {
        if (m_draft.way == StartWay::Demo && m_work->isComplete())
            showDemo();
        else
            (m_work->isComplete() ? m_next : m_back)->setFocus();
    });
}

QWidget* StartGuide::buildHead()
{
    auto* head = new QFrame;
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(32, 18, 32, 8);
    auto* picture = new QLabel;
    picture->setPixmap(icon(QStringLiteral("patronat"), currentColours().accent).pixmap(32, 32));
    line->addWidget(picture);
    line->addWidget(makeLabel(TextRole::Title, tr("Patronat")));
    line->addStretch(1);
    m_position = makeLabel(TextRole::Muted);
    line->addWidget(m_position);
    for (const QString& language : LanguageSwitch::available()) {
        auto* button = new QToolButton;
        button->setText(LanguageSwitch::nameOf(language));
        button->setObjectName(QStringLiteral("start.language.") + language);
        button->setCheckable(true);
        button->setChecked(language == m_languages.language());
        // After the click has ended: the button itself is made anew in the other language.
        connect(button, &QToolButton::clicked, this, [this, language] {
            QTimer::singleShot(0, this, [this, language] {
                m_languages.setLanguage(language);
                Q_EMIT languageChosen(language);
                build();
                begin(m_why);
            });
        });
        line->addWidget(button);
    }
    return head;
}

QWidget* StartGuide::buildFoot()
{
    auto* foot = new QFrame;
    foot->setProperty("role", QStringLiteral("foot"));
    auto* line = new QHBoxLayout(foot);
    line->setContentsMargins(32, 10, 32, 10);
    auto* quit = new QPushButton(tr("Quit"));
    quit->setAutoDefault(false);
    m_again = new QPushButton(tr("Make the demonstration anew"));
    m_again->setAutoDefault(false);
    m_again->setObjectName(QStringLiteral("start.again"));
    m_back = new QPushButton(tr("Back"));
    m_back->setAutoDefault(false);
    m_back->setObjectName(QStringLiteral("start.back"));
    m_next = new QPushButton;
    m_next->setObjectName(QStringLiteral("start.next"));
    m_next->setProperty("primary", true);
    line->addWidget(quit);
    line->addWidget(m_again);
    line->addStretch(1);
    line->addWidget(m_back);
    line->addWidget(m_next);
    connect(quit, &QPushButton::clicked, this, &QWidget::close);
    connect(m_back, &QPushButton::clicked, this, &StartGuide::back);
    connect(m_next, &QPushButton::clicked, this, &StartGuide::next);
    connect(m_again, &QPushButton::clicked, this, &StartGuide::makeDemoAnew);
    return foot;
}

ChoicePage* StartGuide::buildChoice()
{
    const auto way = [this](StartWay one) { return [this, one] { set(one); }; };
    return new ChoicePage(tr("How do you want to begin?"), {},
        { { QStringLiteral("start.new"), QStringLiteral("add"), tr("A new office"),
              tr("This computer is the first of its office. If your supervisor gave you files, "
                 "they are taken in at once."),
              way(StartWay::NewOffice) },
            { QStringLiteral("start.second"), QStringLiteral("exchange"),
                tr("A second computer of the same office"),
                tr("The office works already on another computer; both exchange files from now "
                   "on."),
                way(StartWay::SecondComputer) },
            { QStringLiteral("start.restore"), QStringLiteral("undo"), tr("Restore a backup"),
                tr("The computer or its disk was lost, and there is a backup."),
                way(StartWay::Restore) },
            { QStringLiteral("start.open"), QStringLiteral("open"),
                tr("Open a database on this computer"),
                tr("The program was set up before, and you know where its file lies."),
                [this] { chooseDatabase(); } },
            { QStringLiteral("start.demo"), QStringLiteral("eye"), tr("Look at the demonstration"),
                tr("Three offices with made-up families. Nothing you do there touches real work."),
                way(StartWay::Demo) } });
}

ChoicePage* StartGuide::buildDemo()
{
    std::vector<ChoicePage::Choice> choices;
    const std::pair<DemoUser, const char*> users[] = { { DemoUser::Specialist, "families" },
        { DemoUser::Secretary, "consilium" }, { DemoUser::Supervisor, "reports" } };
    for (const auto& [user, picture] : users)
        choices.push_back({ QStringLiteral("start.demo.%1").arg(choices.size()),
            QLatin1String(picture), DemoWords::name(user), DemoWords::about(user),
            [this, one = user] { enterDemo(one); } });
    return new ChoicePage(tr("Whom do you want to be?"),
        tr("Training data: nobody in it exists. It is made on this computer, which takes about a "
           "minute the first time."),
        std::move(choices));
}

void StartGuide::begin(const std::optional<base::Error>& why)
{
    m_why = why;
    m_user.reset();
    m_choice->setReason(why
            ? std::optional(errorText(*why, m_languages.sentences(), Audience::Window))
            : std::nullopt);
    goTo(-1);
    show();
}

StartStep* StartGuide::currentStep() const
{
    return m_at < 0 ? nullptr : m_path[static_cast<std::size_t>(m_at)];
}

void StartGuide::set(StartWay way)
{
    if (m_draft.way != way) {
        m_draft = StartDraft();
        m_draft.way = way;
    }
    switch (way) {
    case StartWay::NewOffice:
        m_path = { m_region, m_office, m_trust, m_batches, m_place, m_work };
        break;
    case StartWay::SecondComputer:
        m_path = { m_batches, m_region, m_office, m_trust, m_place, m_work };
        break;
    case StartWay::Restore:
        m_path = { m_backup, m_place, m_work };
        break;
    case StartWay::Demo:
        showDemo();
        return;
    }
    goTo(0);
}

void StartGuide::goTo(int position)
{
    m_at = position;
    if (position < 0) {
        m_path.clear();
        m_pages->setCurrentIndex(kChoice);
        m_choice->focusOn(0);
    } else {
        StartStep* step = currentStep();
        for (int i = 0; i < m_pages->count(); ++i)
            if (m_pages->widget(i)->isAncestorOf(step))
                m_pages->setCurrentIndex(i);
        step->enter();
    }
    refresh();
    focusOnNext();
}

void StartGuide::focusOnNext()
{
    const StartStep* step = currentStep();
    if (step != nullptr && step->isComplete()
        && qobject_cast<QPushButton*>(step->focusWidget()) != nullptr)
        m_next->setFocus();
}

void StartGuide::refresh()
{
    const bool isChoice = m_at < 0;
    const bool isDemo = m_pages->currentIndex() == kDemo;
    const bool isWork = !isChoice && currentStep() == m_work;
    const int asked = static_cast<int>(m_path.size()) - 1;
    m_position->setText(
        isChoice || isWork ? QString() : tr("Step %1 of %2").arg(m_at + 1).arg(asked));
    for (QToolButton* button : findChildren<QToolButton*>())
        button->setVisible(isChoice && !isDemo);
    m_back->setVisible(
        isDemo || (!isChoice && !(isWork && (m_work->isRunning() || m_work->isComplete()))));
    m_again->setVisible(isDemo && m_demoSource.isThere());
    m_next->setVisible(
        !isChoice && !(isWork && !m_work->isComplete()) && m_draft.way != StartWay::Demo);
    if (isChoice)
        return;
    const bool isLast = m_at == asked - 1;
    m_next->setText(isWork                     ? tr("Open")
            : !isLast                          ? tr("Next")
            : m_draft.way == StartWay::Restore ? tr("Restore")
                                               : tr("Make the database"));
    m_next->setEnabled(currentStep()->isComplete());
}

void StartGuide::next()
{
    if (m_at < 0 || !currentStep()->isComplete())
        return;
    if (currentStep() == m_work)
        Q_EMIT chosen(m_work->outcome().database);
    else if (currentStep() == m_region)
        openProfile();
    else if (currentStep() == m_place)
        work();
    else
        goTo(m_at + 1);
}

void StartGuide::back()
{
    if (m_work->isRunning())
        return;
    if (m_pages->currentIndex() == kDemo || (m_at <= 0 && m_draft.way != StartWay::Demo))
        goTo(-1);
    else if (m_draft.way == StartWay::Demo)
        showDemo();
    else
        goTo(m_at - 1);
}

void StartGuide::openProfile()
{
    m_next->setEnabled(false);
    m_jobs->run(
        this,
        [folder = m_places.profiles / pathOfText(m_draft.profileId)](
            base::Job&) { return profile::openProfile(folder); },
        [this](const base::Result<std::shared_ptr<const profile::Profile>>& profile) {
            if (!profile) {
                begin(profile.error());
                return;
            }
            m_office->setProfile(*profile);
            goTo(m_at + 1);
        });
}

void StartGuide::work()
{
    const QString what = m_draft.way == StartWay::Restore
        ? tr("The backup is copied and compared with its journal, every record of it.")
        : tr("The database is made, with everything the region brings along, and the files are "
             "taken in.");
    goTo(m_at + 1);
    m_work->begin(what, [draft = m_draft, places = m_places, &clock = m_clock](base::Job& job) {
        return carryOut(draft, places, clock, job);
    });
}

void StartGuide::chooseDatabase()
{
    auto* dialog = new QFileDialog(
        this, tr("The database of your office"), m_places.databases, tr("Databases (*.db)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &StartGuide::chosen);
    dialog->open();
}

void StartGuide::showDemo()
{
    m_at = -1;
    m_path.clear();
    m_pages->setCurrentIndex(kDemo);
    const std::optional<DemoUser> user = m_user;
    m_user.reset();
    refresh();
    m_demo->focusOn(static_cast<std::size_t>(user.value_or(DemoUser::Specialist)));
    if (user && m_demoSource.isThere())
        Q_EMIT demoChosen(*user);
}

void StartGuide::enterDemo(DemoUser user)
{
    if (m_demoSource.isThere()) {
        Q_EMIT demoChosen(user);
        return;
    }
    makeDemoAnew();
    m_user = user;
    refresh();
}

void StartGuide::makeDemoAnew()
{
    m_draft = StartDraft();
    m_draft.way = StartWay::Demo;
    m_path = { m_work };
    goTo(0);
    m_work->begin(tr("Three offices with 150 families are made up, their year 2016, and a "
                     "supervisor's database of all of them."),
        [make = m_demoSource.make](base::Job& job) -> base::Result<StartOutcome> {
            PATRONAT_TRY(make(job));
            return StartOutcome();
        });
    show();
}

void StartGuide::reject()
{
    // Escape goes one step back; nothing ends by it.
    if (m_at >= 0 || m_pages->currentIndex() == kDemo)
        back();
}

void StartGuide::closeEvent(QCloseEvent* event)
{
    event->accept();
    Q_EMIT closed();
}

} // namespace patronat::ui
