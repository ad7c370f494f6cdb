// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/admin/closedialog.h"
#include "ui/lists/listpage.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace patronat::ui {

/// A list of the profile with what an administrator does to a line of it: it ends on a day.
class ListPanel final : public QWidget
{
    Q_OBJECT
public:
    /// `closing`: in the language of the moment; none: lines of this list do not end.
    ListPanel(Desk& desk, ListDeclaration list, std::function<Closing()> closing, QWidget* parent);

    ListPage& page() { return *m_page; }
    QPushButton* closeButton() const { return m_close; }
    base::RecordId current() const;

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void created(const std::string& type);
    void failed(const base::Error& error);
    void currentChanged(base::RecordId id);

private:
    void words();
    void close();
    bool mayKeep();

    Desk& m_desk;
    std::function<Closing()> m_closing;
    ListPage* m_page;
    QPushButton* m_close;
    QLabel* m_refused; ///< why nothing happened
};

} // namespace patronat::ui
