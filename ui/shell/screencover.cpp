// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screencover.h"

#include "ui/shell/coveredaccess.h"
#include "ui/shell/hidescreen.h"

#include <QApplication>
#include <QCloseEvent>
#include <QInputMethod>
#include <QKeyEvent>
#include <QMainWindow>
#include <QTimer>
#include <QWindow>

#include <algorithm>

namespace patronat::ui {

namespace {

/// Ctrl and the key of L. No shortcut: those of a window are silent while a dialog or a menu is
/// open. Where the system gives the letter of a Cyrillic layout the key is known by that.
bool isHideKey(const QEvent& event)
{
    const auto& key = static_cast<const QKeyEvent&>(event);
    constexpr int kCyrillicDe = 0x414;
    return key.modifiers() == Qt::ControlModifier
        && (key.key() == Qt::Key_L || key.key() == kCyrillicDe);
}

bool isWayBackKey(int key)
{
    return key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
}

/// It waits for a dialog of its own: no press reaches it.
bool isBlocked(const QWidget& window)
{
    const QWidget* modal = QApplication::activeModalWidget();
    if (modal == nullptr || modal == &window)
        return false;
    const QWidget* above = modal->parentWidget();
    while (above != nullptr && above != &window)
        above = above->parentWidget();
    return above == &window || modal->windowModality() == Qt::ApplicationModal;
}

void closePopups()
{
    while (QWidget* popup = QApplication::activePopupWidget()) {
        popup->close();
        if (QApplication::activePopupWidget() == popup)
            return;
    }
}

} // namespace

ScreenCover::ScreenCover(QWidget* window)
    : QObject(window)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

ScreenCover::~ScreenCover()
{
    if (m_isStanding)
        CoveredAccess::end();
}

void ScreenCover::cover()
{
    if (m_isStanding)
        return;
    closePopups();
    QGuiApplication::inputMethod()->commit(); // letters that are being composed
    qApp->installEventFilter(this); // before every other
    m_isStanding = true;
    m_pressed = 0;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows)
        if (window->isVisible())
            coverWindow(window);
    CoveredAccess::begin();
    showWaysBack();
    keepFocus();
}

void ScreenCover::coverWindow(QWidget* window)
{
    if (belowOf(window) != nullptr)
        return;
    auto* cover = window->findChild<HideScreen*>(QString(), Qt::FindDirectChildrenOnly);
    if (cover == nullptr) {
        cover = new HideScreen(window);
        connect(cover, &HideScreen::backAsked, this, &ScreenCover::uncover);
    }
    m_below.push_back({ window, cover, window->focusWidget(), window->windowTitle() });
    cover->cover();
    if (window != m_window)
        window->setWindowTitle(m_window->windowTitle());
}

void ScreenCover::uncover()
{
    if (!m_isStanding)
        return;
    m_isStanding = false;
    CoveredAccess::end();
    for (Below& one : m_below)
        if (one.window != nullptr)
            uncoverWindow(one);
    m_below.clear();
    tellLost();
}

void ScreenCover::uncoverWindow(Below& one)
{
    if (one.window != m_window)
        one.window->setWindowTitle(one.title);
    // Before the cover goes, whose focus would else go to whatever is next.
    const bool isThere
        = one.focus != nullptr && one.focus->window() == one.window && one.focus->isEnabled();
    if (isThere)
        one.focus->setFocus(Qt::OtherFocusReason);
    else if (QWidget* focused = one.window->focusWidget())
        focused->clearFocus();
    if (one.cover != nullptr)
        one.cover->hide();
}

void ScreenCover::showWaysBack()
{
    for (const Below& one : m_below)
        if (one.window != nullptr && one.cover != nullptr)
            one.cover->setWayBack(!isBlocked(*one.window));
}

void ScreenCover::keepFocus()
{
    if (!m_isStanding)
        return;
    std::erase_if(m_below, [](const Below& one) { return one.window == nullptr; });
    for (const Below& one : m_below)
        if (one.cover != nullptr)
            one.cover->takeFocus();
}

ScreenCover::Below* ScreenCover::belowOf(const QWidget* window)
{
    const auto found = std::find_if(
        m_below.begin(), m_below.end(), [&](const Below& one) { return one.window == window; });
    return found == m_below.end() ? nullptr : &*found;
}

/// The widget that was left in the belief to have the focus learns that it has not.
void ScreenCover::tellLost()
{
    const QPointer<QWidget> lost = m_untold;
    m_untold = nullptr;
    if (lost == nullptr || lost->hasFocus())
        return;
    QFocusEvent out(QEvent::FocusOut, Qt::OtherFocusReason);
    m_isTelling = true;
    QCoreApplication::sendEvent(lost, &out);
    m_isTelling = false;
}

bool ScreenCover::keyPressed(const QKeyEvent& key, bool isWindows)
{
    if (key.type() == QEvent::ShortcutOverride)
        return true; // accepted by the caller: no shortcut of anything
    if (isWindows)
        return false; // it goes on to a widget
    // When it is let go, so that no rest of it reaches what is typed into.
    if (key.isAutoRepeat())
        return true;
    if (key.type() == QEvent::KeyPress) {
        m_pressed
            = isWayBackKey(key.key()) && !(key.modifiers() & ~Qt::KeypadModifier) ? key.key() : 0;
        return true;
    }
    if (m_pressed != 0 && m_pressed == key.key()) {
        m_pressed = 0;
        uncover();
    }
    return true;
}

bool ScreenCover::focusMoves(QWidget& widget, QEvent& event)
{
    if (m_isTelling)
        return false;
    if (event.type() == QEvent::FocusOut) {
        if (!m_isStanding || !CoveredAccess::isCovered(widget))
            return false;
        m_untold = &widget;
        return true;
    }
    const bool isBack = m_untold == &widget;
    if (!m_isStanding) {
        if (isBack)
            m_untold = nullptr;
        return isBack;
    }
    if (!CoveredAccess::isCovered(widget))
        return false;
    // The program has moved the focus below a cover: there it will be afterwards.
    if (Below* below = belowOf(widget.window()))
        below->focus = &widget;
    QTimer::singleShot(0, this, &ScreenCover::keepFocus);
    if (!isBack)
        tellLost();
    return isBack;
}

bool ScreenCover::windowChanges(QWidget& widget, QEvent& event)
{
    Below* below = belowOf(&widget);
    switch (event.type()) {
    case QEvent::Show:
        coverWindow(&widget);
        if (widget.windowType() == Qt::Popup)
            QTimer::singleShot(0, &widget, &QWidget::close);
        [[fallthrough]];
    case QEvent::Hide:
        QTimer::singleShot(0, this, [this] {
            if (!m_isStanding)
                return;
            showWaysBack();
            keepFocus();
        });
        return false;
    case QEvent::WindowTitleChange:
        if (below != nullptr && &widget != m_window
            && widget.windowTitle() != m_window->windowTitle()) {
            below->title = widget.windowTitle();
            widget.setWindowTitle(m_window->windowTitle());
        }
        return false;
    case QEvent::Close:
        // A dialog is answered by who sees it. The program itself may be ended.
        if (!event.spontaneous() || qobject_cast<QMainWindow*>(&widget) != nullptr)
            return false;
        event.ignore();
        return true;
    default:
        return false;
    }
}

/// Whether it is kept from what is below the covers.
bool ScreenCover::isKept(QObject* watched, QEvent& event)
{
    const auto* widget = qobject_cast<QWidget*>(watched);
    switch (event.type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::TabletRelease:
    case QEvent::ContextMenu:
    case QEvent::ToolTip:
    case QEvent::WhatsThis:
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
    case QEvent::InputMethod:
        return widget != nullptr && CoveredAccess::isCovered(*widget);
    case QEvent::Shortcut:
        return true;
    default:
        return false;
    }
}

bool ScreenCover::eventFilter(QObject* watched, QEvent* event)
{
    auto* widget = qobject_cast<QWidget*>(watched);
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
        if (m_isStanding) {
            event->accept();
            return keyPressed(*static_cast<QKeyEvent*>(event), widget == nullptr);
        }
        if (event->type() == QEvent::KeyRelease || !isHideKey(*event))
            return false;
        event->accept();
        if (event->type() == QEvent::KeyPress)
            cover();
        return true;
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        return widget != nullptr && focusMoves(*widget, *event);
    default:
        if (!m_isStanding)
            return false;
        return (widget != nullptr && widget->isWindow() && windowChanges(*widget, *event))
            || isKept(watched, *event);
    }
}

} // namespace patronat::ui
