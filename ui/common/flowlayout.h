// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <vector>

namespace patronat::ui {

/// Widgets one after another, on as many lines as they need: what fits one line on a large screen
/// takes two on a small one or with large texts. Owned by its widget.
class FlowLayout final : public QLayout
{
    Q_OBJECT
public:
    /// `below`: between lines; as between widgets when left out.
    explicit FlowLayout(int spacing, int below = -1);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    Qt::Orientations expandingDirections() const override { return {}; }
    void setGeometry(const QRect& rect) override;

private:
    enum class Pass
    {
        Measure,
        Place
    };
    int arrange(const QRect& rect, Pass pass) const;
    void placeLine(std::size_t first, std::size_t end, const QRect& line) const;
    int m_below;
    std::vector<QLayoutItem*> m_items;
};

} // namespace patronat::ui
