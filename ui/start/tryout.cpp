// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/tryout.h"

#include "ui/common/labels.h"

#include <QCheckBox>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr int kWidth = 250;

} // namespace

QString DemoWords::name(DemoUser user)
{
    switch (user) {
    case DemoUser::Specialist:
        return tr("A specialist of a district");
    case DemoUser::Secretary:
        return tr("The secretary of a consilium");
    case DemoUser::Supervisor:
        break;
    }
    return tr("A supervisor");
}

QString DemoWords::about(DemoUser user)
{
    switch (user) {
    case DemoUser::Specialist:
        return tr("Keeps the families of one office: cards, programmes, measures and their dates.");
    case DemoUser::Secretary:
        return tr("Prepares and holds the meetings of the same office: agenda, votes, protocol.");
    case DemoUser::Supervisor:
        break;
    }
    return tr("Sees three offices together, and what they filled differently.");
}

QStringList DemoWords::thingsToTry(DemoUser user)
{
    switch (user) {
    case DemoUser::Specialist:
        return { tr("Press Ctrl+F and type the beginning of a surname. Enter opens the first family found."),
            tr("Press Alt+3 and Enter: a family with its programme, its measures, and which of them are late."),
            tr("Press Alt+2 and then Insert: enter a family of your own. Ctrl+S saves it, finished or not."),
            tr("Change the telephone of a family, save with Ctrl+S and take it back with Ctrl+Shift+Z."),
            tr("Press \"Others are near\": lists show first letters only. Ctrl+L hides everything at once.") };
    case DemoUser::Secretary:
        return { tr("Press Alt+4 and Enter: a meeting that was held. Under \"Protocol and extracts\" its pages stand ready."),
            tr("Go back with Alt+Left and press Insert: a new meeting. Ctrl+S saves it."),
            tr("Open \"Attendance\": Space marks the member one stands on, the quorum is said above the list."),
            tr("Open \"Agenda and decisions\", press Insert and mark families with Space; Ctrl+Enter puts them on the agenda."),
            tr("Stand on a question: Ctrl+E counts everybody present as voting for, Ctrl+D begins a decision.") };
    case DemoUser::Supervisor:
        break;
    }
    return { tr("Press Alt+2: the families of all three offices. Choose \"Overdue\" among the filters."),
        tr("Press Alt+5 and open \"Differences\": what two offices filled differently, who did, of which office and when."),
        tr("Choose one of the values there: the difference is settled, both stay in the history."),
        tr("Open \"Findings\": one office changed what another had signed. Enter leads to where one says which of the two holds."),
        tr("Under \"Give out\" write a file for one of the offices: only what it may see is in it.") };
}

TryPanel::TryPanel(DemoUser user, QWidget* parent)
    : QDockWidget(parent)
    , m_user(user)
{
    setObjectName(QStringLiteral("try"));
    setFeatures(QDockWidget::DockWidgetClosable);
    setAllowedAreas(Qt::RightDockWidgetArea);
    words();
}

void TryPanel::words()
{
    setWindowTitle(tr("Things to try"));
    QStringList ticked;
    if (m_page != nullptr)
        for (const QCheckBox* box : m_page->findChildren<QCheckBox*>())
            if (box->isChecked())
                ticked += box->objectName();
    m_page = new QWidget;
    m_page->setMinimumWidth(kWidth);
    m_page->setProperty("role", QStringLiteral("page"));
    auto* layout = new QVBoxLayout(m_page);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(TextRole::Group, DemoWords::name(m_user)));
    QLabel* about = makeLabel(TextRole::Muted,
        tr("Nobody here exists: the people, the addresses and the numbers are made up. Spoil what you like; the "
           "demonstration can be made anew from the menu View."));
    about->setWordWrap(true);
    layout->addWidget(about);
    int number = 0;
    for (const QString& thing : DemoWords::thingsToTry(m_user)) {
        auto* line = new QHBoxLayout;
        line->setSpacing(8);
        auto* box = new QCheckBox;
        box->setObjectName(QStringLiteral("try.%1").arg(++number));
        box->setAccessibleName(thing);
        box->setChecked(ticked.contains(box->objectName()));
        QLabel* text = makeLabel(TextRole::Plain, thing);
        text->setWordWrap(true);
        line->addWidget(box, 0, Qt::AlignTop);
        line->addWidget(text, 1);
        layout->addLayout(line);
    }
    layout->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_page);
    delete widget();
    setWidget(scroll);
}

void TryPanel::changeEvent(QEvent* event)
{
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        words();
}

} // namespace patronat::ui
