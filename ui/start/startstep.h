// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace patronat::ui {

/// One page of the guide: a question, why it is asked, and where one answers. Reads the draft when it is entered and
/// writes it while one answers.
class StartStep : public QWidget
{
    Q_OBJECT
public:
    StartStep(const QString& title, const QString& why, QWidget* parent = nullptr);
    /// Shows what the draft says now; the first thing to answer gets the focus.
    virtual void enter() = 0;
    /// The next step may come.
    virtual bool isComplete() const { return true; }

Q_SIGNALS:
    void changed();

protected:
    QVBoxLayout* body() const { return m_body; }
    void setTitle(const QString& title);
    void setWhy(const QString& why);
    /// A question over its field.
    void addField(const QString& question, QWidget* field, const QString& hint = {});

private:
    QVBoxLayout* m_body;
    QLabel* m_title;
    QLabel* m_why;
};

} // namespace patronat::ui
