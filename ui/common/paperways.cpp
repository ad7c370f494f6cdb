// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/paperways.h"

#include "core/store/sqlfunctions.h"

#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>

#include <utility>

namespace patronat::ui {

std::string paperLanguage(const profile::Profile& profile)
{
    const std::string set = store::settingOf(profile, "printLanguage", {});
    return !set.empty() || profile.languages.empty() ? set : profile.languages.front();
}

void askFile(QWidget* page, const PaperFile& file, std::function<void(const std::filesystem::path&)> write)
{
    auto* dialog = new QFileDialog(page->window(), file.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(file.ending);
    dialog->setNameFilter(QStringLiteral("*.") + file.ending);
    dialog->selectFile(file.name + QLatin1Char('.') + file.ending);
    QObject::connect(dialog, &QFileDialog::fileSelected, page, [write = std::move(write)](const QString& chosen) {
        write(std::filesystem::path(chosen.toStdU16String()));
    });
    dialog->open();
}

void askPrinter(QWidget* page, const QString& name, std::function<void(std::shared_ptr<QPrinter>)> print)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(name);
    auto* dialog = new QPrintDialog(printer.get(), page->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // All pages, always: a paper is one document.
    dialog->setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintShowPageSize);
    QObject::connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), page,
        [printer, print = std::move(print)] { print(printer); });
    dialog->open();
}

QString fileNameOf(const std::filesystem::path& path)
{
    return QString::fromStdU16String(path.filename().u16string());
}

} // namespace patronat::ui
