// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/recordform.h"
#include "ui/forms/twinstrip.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace patronat::ui {

/// A record's form over another window: a person met while a family is entered, the whole form of a
/// line. Ctrl+S saves and closes; Escape closes, what was typed stays as a draft.
class RecordDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Whether whoever is typed may be one that is there already, who is then named instead.
    RecordDialog(Desk& desk, const std::string& type, QWidget* parent,
        TwinStrip::Offer offer = TwinStrip::Offer::Open);
    void openNew(base::Fields preset);
    void openRecord(base::RecordId id);

Q_SIGNALS:
    void saved(base::RecordId id, const QString& title);

private:
    void save();
    void finish();
    void take(base::RecordId id, const QString& title);
    void showError(const base::Error& error);
    void name();
    Desk& m_desk;
    RecordForm* m_form;
    QLabel* m_title;
    QLabel* m_error;
    QPushButton* m_save;
    bool m_isKnownUnfinished = false; ///< it was said what is not filled yet
};

/// "Иванова Анна Петровна" as the first fields of the target's names index, one word each.
base::Fields namesFrom(
    const profile::Profile& profile, std::string_view target, const QString& text);

} // namespace patronat::ui
