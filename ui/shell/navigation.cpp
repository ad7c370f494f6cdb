// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "ui/common/icons.h"
#include "ui/shell/viewmenu.h"

#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr int kWidth = 176;

void shape(QToolButton& button, const QString& iconName)
{
    button.setIcon(icon(iconName));
    button.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

} // namespace

Navigation::Navigation(
    Desk& desk, const std::function<bool(const QString& place)>& hasLists, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_places({ { QStringLiteral("today"), QT_TR_NOOP("Today"), false },
          { QStringLiteral("families"), QT_TR_NOOP("Families"), true },
          { QStringLiteral("programmes"), QT_TR_NOOP("Programmes"), true },
          { QStringLiteral("consilium"), QT_TR_NOOP("Consilium"), true },
          { QStringLiteral("exchange"), QT_TR_NOOP("Exchange"), false },
          { QStringLiteral("reports"), QT_TR_NOOP("Reports"), false },
          { QStringLiteral("administration"), QT_TR_NOOP("Administration"), false } })
    , m_layout(new QVBoxLayout(this))
    , m_who(new QToolButton)
    , m_mask(new QToolButton)
    , m_hide(new QToolButton)
    , m_settings(new QToolButton)
    , m_view(new ViewMenu(desk, this))
{
    setProperty("role", QStringLiteral("navigation"));
    setSizePolicy(QSizePolicy::Fixed,
        QSizePolicy::Preferred); // a wide page never cuts the names of the places
    m_layout->setContentsMargins(8, 12, 8, 8);
    m_layout->setSpacing(2);
    m_layout->addStrut(kWidth - 16); // at least; more where the names are longer
    std::erase_if(
        m_places, [&](const Place& place) { return place.isLists && !hasLists(place.id); });
    int number = 0;
    for (Place& place : m_places)
        addPlace(place, ++number);
    m_layout->addStretch(1);
    addOwnButtons();
    connect(&desk.languages, &LanguageSwitch::switched, this, &Navigation::words);
    words();
}

void Navigation::addPlace(Place& place, int number)
{
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("place.") + place.id);
    button->setCheckable(true);
    shape(*button, place.id);
    // An assistive program toggles without a click, also the one that is on: back to its list from
    // a card.
    connect(button, &QToolButton::toggled, this, [this, id = place.id] { Q_EMIT placeChosen(id); });
    auto* key = new QShortcut(QKeySequence(QStringLiteral("Alt+%1").arg(number)), this);
    connect(key, &QShortcut::activated, this, [this, id = place.id] { Q_EMIT placeChosen(id); });
    button->setToolTip(QStringLiteral("Alt+%1").arg(number));
    place.button = button;
    m_layout->addWidget(button);
}

void Navigation::addOwnButtons()
{
    shape(*m_who, QStringLiteral("person"));
    shape(*m_mask, QStringLiteral("mask"));
    shape(*m_hide, QStringLiteral("hide"));
    shape(*m_settings, QStringLiteral("administration"));
    for (QToolButton* button : { m_who, m_mask, m_hide, m_settings })
        m_layout->addWidget(button);
    m_who->setObjectName(QStringLiteral("who"));
    m_hide->setObjectName(QStringLiteral("hide"));
    m_mask->setCheckable(true);
    m_settings->setPopupMode(QToolButton::InstantPopup);
    m_settings->setMenu(m_view);
    connect(m_who, &QToolButton::clicked, this, &Navigation::whoAsked);
    connect(m_hide, &QToolButton::clicked, this, &Navigation::hideAsked);
    connect(m_mask, &QToolButton::toggled, &m_desk.privacy, &Privacy::setMasking);
    connect(&m_desk.privacy, &Privacy::changed, this,
        [this] { m_mask->setChecked(m_desk.privacy.isMasking()); });
}

void Navigation::words()
{
    for (const Place& place : m_places)
        place.button->setText(tr(place.words));
    m_who->setToolTip(tr("Who works here; everything written bears that name"));
    m_mask->setText(tr("Others are near"));
    m_mask->setToolTip(tr("Names in lists are shown by their first letters"));
    m_hide->setText(tr("Hide everything"));
    m_hide->setToolTip(tr("Ctrl+L"));
    m_settings->setText(tr("View"));
    showWho(m_name);
}

void Navigation::mark(const QString& place)
{
    for (const Place& one : m_places) {
        const QSignalBlocker quiet(one.button);
        one.button->setChecked(one.id == place);
    }
}

void Navigation::showWho(const QString& name)
{
    m_name = name;
    m_who->setText(name.isEmpty() ? tr("Who works here") : name);
}

} // namespace patronat::ui
