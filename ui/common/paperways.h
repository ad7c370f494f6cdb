// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <QString>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

class QPrinter;
class QWidget;

namespace patronat::ui {

/// The language that papers of this profile speak, whatever the window speaks.
std::string paperLanguage(const profile::Profile& profile);

/// A file to be written, as the dialog offers it.
struct PaperFile
{
    QString title; ///< of the dialog
    QString name; ///< without its ending
    QString ending; ///< "pdf"
};

/// Asks over the window of `page` where a paper goes; returns at once, `write` runs when a place is chosen and the page is
/// still there. No name of a person belongs into the name of a file or of a job in a printer's queue.
void askFile(QWidget* page, const PaperFile& file, std::function<void(const std::filesystem::path&)> write);
void askPrinter(QWidget* page, const QString& name, std::function<void(std::shared_ptr<QPrinter>)> print);

/// "Protocol.pdf" of its path, for the line that says it is saved.
QString fileNameOf(const std::filesystem::path& path);

} // namespace patronat::ui
