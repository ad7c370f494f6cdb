// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cases/casesummary.h"
#include "ui/common/desk.h"
#include "ui/forms/formpage.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace patronat::ui {

/// The records of one type in a case: mostly one, whose form is shown at once; several are chosen from a line on top.
class RecordSet final : public QWidget
{
    Q_OBJECT
public:
    RecordSet(Desk& desk, const std::string& type, const QString& none, QWidget* parent);
    void setPreset(base::Fields preset) { m_preset = std::move(preset); }
    void show(const std::vector<CaseLine>& lines);
    void choose(base::RecordId id);
    void make();

Q_SIGNALS:
    void opened(const std::string& type, base::RecordId id);
    void stateChanged(const QString& words);

private:
    void open(base::RecordId id);
    void place(FormPage* page);
    Desk& m_desk;
    const profile::RecordType& m_type;
    base::Fields m_preset;
    std::vector<CaseLine> m_lines;
    QWidget* m_bar;
    QComboBox* m_box;
    QPushButton* m_add;
    QLabel* m_none;
    QVBoxLayout* m_place;
    FormPage* m_page = nullptr;
};

} // namespace patronat::ui
