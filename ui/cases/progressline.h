// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace patronat::ui {

/// How far a programme is: a bar and the same in words.
class ProgressLine final : public QWidget
{
    Q_OBJECT
public:
    ProgressLine(int done, int partly, int all, const QString& words, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_done;
    int m_partly;
    int m_all;
    QString m_words;
};

} // namespace patronat::ui
