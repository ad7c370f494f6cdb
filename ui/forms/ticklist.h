// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace patronat::ui {

/// A list to tick that opens below a field: typing narrows it, space ticks, Escape closes. Deletes itself.
class TickList final : public QFrame
{
    Q_OBJECT
public:
    explicit TickList(QWidget* parent);
    void add(const QString& label, const QString& code, bool isTicked);
    void popupBelow(QWidget* field);

Q_SIGNALS:
    void ticked(const QString& code, bool isOn);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void narrow(const QString& text);
    void toggle(QListWidgetItem* item);
    QLineEdit* m_search;
    QListWidget* m_list;
};

} // namespace patronat::ui
