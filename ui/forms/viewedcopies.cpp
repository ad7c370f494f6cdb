// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/viewedcopies.h"

#include "ui/common/text.h"

#include <QDesktopServices>
#include <QFile>
#include <QUrl>
#include <QWidget>

namespace patronat::ui {

namespace {

constexpr qsizetype kHashLetters = 12;

} // namespace

ViewedCopies::ViewedCopies(QObject* parent)
    : QObject(parent)
{
}

bool ViewedCopies::show(const store::Attachment& file, const std::string& bytes)
{
    // Named by its hash: a name from elsewhere could lead out of the folder or pretend to be a program.
    const QString path = m_folder.filePath(
        shown(file.hash).left(kHashLetters) + QLatin1Char('.') + shown(store::endingOf(file.kind)));
    QFile copy(path);
    if (!copy.exists()) {
        const bool isWritten = m_folder.isValid() && copy.open(QIODevice::WriteOnly)
            && copy.write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size());
        copy.close();
        // What is changed in the viewer would be lost: it shall say so there.
        if (!isWritten || !copy.setPermissions(QFileDevice::ReadOwner))
            return false;
    }
    return QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

ViewedCopies& viewedCopies(QWidget* window)
{
    auto* known = window->findChild<ViewedCopies*>(QString(), Qt::FindDirectChildrenOnly);
    return known != nullptr ? *known : *new ViewedCopies(window);
}

} // namespace patronat::ui
