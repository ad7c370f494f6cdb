// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QScrollArea>

#include <vector>

namespace patronat::ui {

/// Pages one below the other, as they will be on paper. Stays where one was when they are made anew.
class SheetView final : public QScrollArea
{
    Q_OBJECT
public:
    explicit SheetView(QWidget* parent = nullptr);

    enum class Sheet
    {
        Upright,
        Across
    };
    /// How fine pages of A4 are painted, so that one is as wide as there is room for, and no wider than it can be read.
    int dotsPerInch(Sheet sheet) const;
    void showPages(const std::vector<QImage>& pages);
};

} // namespace patronat::ui
