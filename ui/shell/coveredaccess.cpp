// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/coveredaccess.h"

#include "ui/shell/hidescreen.h"

#include <QAccessibleWidget>
#include <QApplication>

namespace patronat::ui {

namespace {

HideScreen* coverOf(const QWidget& window)
{
    return window.findChild<HideScreen*>(QString(), Qt::FindDirectChildrenOnly);
}

/// A widget of which nothing is told.
class Covered final : public QAccessibleWidget
{
public:
    explicit Covered(QWidget* widget)
        : QAccessibleWidget(widget, QAccessible::Pane)
    {
    }
    QString text(QAccessible::Text text) const override
    {
        return text == QAccessible::Name && widget()->isWindow() ? widget()->windowTitle()
                                                                 : QString();
    }
    int childCount() const override { return cover() != nullptr ? 1 : 0; }
    QAccessibleInterface* child(int index) const override
    {
        return index == 0 && cover() != nullptr ? QAccessible::queryAccessibleInterface(cover())
                                                : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        return child != nullptr && cover() != nullptr && child->object() == cover() ? 0 : -1;
    }
    QAccessibleInterface* childAt(int, int) const override { return child(0); }
    QAccessibleInterface* focusChild() const override
    {
        QWidget* focused = QApplication::focusWidget();
        return focused != nullptr && !CoveredAccess::isCovered(*focused)
                && focused->window() == widget()
            ? QAccessible::queryAccessibleInterface(focused)
            : nullptr;
    }
    QList<std::pair<QAccessibleInterface*, QAccessible::Relation>> relations(
        QAccessible::Relation) const override
    {
        return {};
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        if (!widget()->isWindow()) {
            state = {};
            state.invisible = true;
            state.disabled = true;
        }
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType) override { return nullptr; }
    QStringList actionNames() const override { return {}; }
    void doAction(const QString&) override { }

private:
    HideScreen* cover() const { return widget()->isWindow() ? coverOf(*widget()) : nullptr; }
};

QAccessibleInterface* makeCovered(const QString&, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    return widget != nullptr && CoveredAccess::isCovered(*widget) ? new Covered(widget) : nullptr;
}

/// What a hidden field tells when the program changes it would name what was written into it.
void tellUncovered(QAccessibleEvent* event)
{
    const auto* widget = qobject_cast<QWidget*>(event->object());
    if (widget != nullptr && CoveredAccess::isCovered(*widget))
        return;
    const QAccessible::UpdateHandler own = QAccessible::installUpdateHandler(nullptr);
    QAccessible::updateAccessibility(event);
    QAccessible::installUpdateHandler(own);
}

/// An interface lives as long as its widget, and who knows it asks it without looking for it again.
void forgetInterfaces()
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets)
        if (CoveredAccess::isCovered(*widget))
            if (QAccessibleInterface* known = QAccessible::queryAccessibleInterface(widget))
                QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(known));
}

} // namespace

bool CoveredAccess::isCovered(const QWidget& widget)
{
    for (const QWidget* one = &widget; one != nullptr && !one->isWindow();
         one = one->parentWidget())
        if (qobject_cast<const HideScreen*>(one) != nullptr)
            return false;
    return true;
}

void CoveredAccess::begin()
{
    QAccessible::installFactory(makeCovered);
    QAccessible::installUpdateHandler(tellUncovered);
    forgetInterfaces();
}

void CoveredAccess::end()
{
    QAccessible::installUpdateHandler(nullptr);
    QAccessible::removeFactory(makeCovered);
    forgetInterfaces();
}

} // namespace patronat::ui
