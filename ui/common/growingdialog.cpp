// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/growingdialog.h"

#include <QDialog>
#include <QEvent>
#include <QLayout>
#include <QScreen>

#include <algorithm>

namespace patronat::ui {

namespace {

/// Of the screen, with room for the frame of the window.
constexpr int kFrame = 48;

class TextRoom final : public QObject
{
public:
    explicit TextRoom(QDialog& dialog)
        : QObject(&dialog)
        , m_dialog(dialog)
    {
        dialog.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == &m_dialog
            && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show))
            grow();
        return false;
    }

private:
    void grow()
    {
        const QLayout* layout = m_dialog.layout();
        if (layout == nullptr || !layout->hasHeightForWidth())
            return;
        const int wanted = layout->totalHeightForWidth(m_dialog.width());
        const int room = m_dialog.screen()->availableSize().height() - kFrame;
        if (const int height = std::min(wanted, room); height > m_dialog.height())
            m_dialog.resize(m_dialog.width(), height);
    }

    QDialog& m_dialog;
};

} // namespace

void growWithTexts(QDialog& dialog)
{
    new TextRoom(dialog);
}

} // namespace patronat::ui
