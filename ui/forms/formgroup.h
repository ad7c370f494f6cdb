// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/fieldbox.h"
#include "ui/forms/formlayout.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QToolButton;

namespace patronat::ui {

/// Rows of fields under one heading. A folded group shows what it holds in one line and builds its
/// fields when it is opened first; it opens by itself when something in it wants to be looked at.
/// Owned by its form.
class FormGroup final : public QWidget
{
    Q_OBJECT
public:
    FormGroup(FormSession& session, LayoutBlock block, QWidget* parent);

    const QString& title() const { return m_title; }
    bool isOpen() const { return m_body != nullptr && !m_body->isHidden(); }
    void setOpen(bool open);
    /// Those built so far, in order.
    const std::vector<FieldBox*>& boxes() const { return m_boxes; }
    bool holds(std::string_view field) const;
    /// What it is known by, whatever the language.
    std::string firstField() const;
    void demand();

Q_SIGNALS:
    void built();
    void opened(const std::string& type, base::RecordId id);

private:
    void build();
    void summarise();
    void judge();

    FormSession& m_session;
    LayoutBlock m_block;
    QString m_title;
    QToolButton* m_head = nullptr;
    QLabel* m_summary = nullptr;
    QWidget* m_headLine = nullptr;
    QWidget* m_body = nullptr;
    std::vector<FieldBox*> m_boxes;
    bool m_isDemanding = false;
};

} // namespace patronat::ui
