// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostics/scoring.h"
#include "ui/common/languageswitch.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace patronat::ui {

class ItemLine;

/// The sheet of an instrument: its questions in groups, or a number for each scale of one counted by hand. Shows
/// what is asked by what was answered so far. Owns its lines.
class ItemSheet final : public QWidget
{
    Q_OBJECT
public:
    ItemSheet(LanguageSwitch& languages, QWidget* parent);
    /// Anew, with what was answered before.
    void show(const profile::Instrument& instrument, const diagnostics::Answers& answers);
    const diagnostics::Answers& answers() const { return m_answers; }
    /// Something stands in a field that is no number; it takes the focus.
    bool focusMisread();
    /// To the first line without an answer, else to the first.
    void focusOpen();

Q_SIGNALS:
    void changed();
    void focused(QWidget* line); ///< to be scrolled to

private:
    void addItem(const profile::Item& item, int number, QVBoxLayout* layout);
    void addScale(const profile::Scale& scale, QVBoxLayout* layout);
    QLineEdit* addNumber(const QString& label, const std::string& key, QVBoxLayout* layout);
    void setAnswer(const std::string& key, const diagnostics::Answer* answer);
    void go(QWidget* from, int steps);
    void showGroups();

    LanguageSwitch& m_languages;
    profile::Instrument m_instrument;
    diagnostics::Answers m_answers;
    QWidget* m_body = nullptr;
    std::vector<QWidget*> m_stops; ///< lines and fields in order
    std::map<std::string, QWidget*> m_byKey;
    std::map<std::string, QWidget*> m_groups;
};

} // namespace patronat::ui
