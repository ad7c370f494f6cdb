// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sheetview.h"

#include <QLabel>
#include <QPixmap>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr int kMostDots = 104; ///< a page of A4 with air around it in the window
constexpr int kFewestDots = 72; ///< less cannot be read; one scrolls instead
constexpr int kAirAcross = 52; ///< the desk beside a page, and the scroll bar
constexpr double kShortInches = 8.27;
constexpr double kLongInches = 11.69;

} // namespace

SheetView::SheetView(QWidget* parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
}

int SheetView::dotsPerInch(Sheet sheet) const
{
    const double inches = sheet == Sheet::Across ? kLongInches : kShortInches;
    const int fitting = static_cast<int>((width() - kAirAcross) / inches);
    return qRound(std::clamp(fitting, kFewestDots, kMostDots) * devicePixelRatioF());
}

void SheetView::showPages(const std::vector<QImage>& pages)
{
    const int position = verticalScrollBar()->value();
    auto* desktop = new QWidget;
    auto* column = new QVBoxLayout(desktop);
    column->setSpacing(14);
    int number = 0;
    for (const QImage& page : pages) {
        QPixmap picture = QPixmap::fromImage(page);
        picture.setDevicePixelRatio(devicePixelRatioF());
        auto* sheet = new QLabel;
        sheet->setPixmap(picture);
        sheet->setFrameShape(QFrame::Box);
        sheet->setAccessibleName(tr("Page %1 of %2").arg(++number).arg(pages.size()));
        column->addWidget(sheet, 0, Qt::AlignHCenter);
    }
    column->addStretch(1);
    setWidget(desktop);
    verticalScrollBar()->setValue(position);
}

} // namespace patronat::ui
