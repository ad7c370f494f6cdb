// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/numbers.h"
#include "ui/common/desk.h"

#include <QDialog>

#include <functional>
#include <vector>

class QFormLayout;
class QLabel;
class QSpinBox;

namespace patronat::ui {

/// After a restore: asks for the last number of each series in the paper books, so that none is issued twice.
class NumbersDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit NumbersDialog(Desk& desk, QWidget* parent = nullptr);
    /// Calls `then` on this thread when numbering of this database waits for a person.
    static void whenWaiting(Desk& desk, QObject* context, std::function<void()> then);

private:
    void fill(const std::vector<store::SeriesState>& all);
    void confirm();
    QString nameOf(const std::string& series) const;
    struct Line
    {
        std::string series;
        QSpinBox* last;
    };
    Desk& m_desk;
    std::vector<Line> m_lines;
    QFormLayout* m_form;
    QLabel* m_said;
};

} // namespace patronat::ui
