// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QStringList>

namespace patronat::ui {

/// A field that shows several chosen texts, wrapped, and opens a list when it is pressed.
class ChosenButton final : public QPushButton
{
    Q_OBJECT
public:
    explicit ChosenButton(QWidget* parent = nullptr);
    void setChosen(const QStringList& labels);
    /// Takes the height that the texts need at this width.
    void fit();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect textArea() const;
    QString m_text;
};

} // namespace patronat::ui
