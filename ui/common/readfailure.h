// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/common/languageswitch.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace patronat::ui {

/// Stands where something should be and could not be read (or done: `lead` says so then): what
/// happened, what to do, and the way to try it again. Hidden as long as all is well. Owned by
/// whoever reads.
class ReadFailure final : public QWidget
{
    Q_OBJECT
public:
    explicit ReadFailure(LanguageSwitch& languages, QWidget* parent = nullptr);
    void show(const base::Error& error, const QString& lead = {});
    /// It has been read.
    void clear();

Q_SIGNALS:
    void again();

private:
    void words();

    LanguageSwitch& m_languages;
    std::optional<base::Error> m_error;
    QString m_lead;
    QLabel* m_title;
    QLabel* m_advice;
    QPushButton* m_again;
};

} // namespace patronat::ui
