// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/placewords.h"

#include "ui/common/sizetext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace patronat::ui {

namespace {

struct PlaceWords
{
    Q_DECLARE_TR_FUNCTIONS(PlaceWords)
};

QString freeWords(const PlaceState& state)
{
    const QString free = state.freeBytes
        ? PlaceWords::tr("%1 are free there.").arg(sizeText(*state.freeBytes))
        : QString();
    return state.isFolderThere
        ? free
        : (PlaceWords::tr("The folder is made.") + QLatin1Char(' ') + free).trimmed();
}

} // namespace

QString placeWords(const PlaceState& state, const QString& file)
{
    const QString folder = QDir::toNativeSeparators(QFileInfo(file).absolutePath());
    const QString nearest = QDir::toNativeSeparators(state.folder);
    switch (state.trouble) {
    case PlaceTrouble::None:
        break;
    case PlaceTrouble::NoName:
        return PlaceWords::tr("A name of a file is needed.");
    case PlaceTrouble::Taken:
        return PlaceWords::tr(
            "There is a file of this name already. It is not replaced: choose another name.");
    case PlaceTrouble::NoFolder:
        return PlaceWords::tr(
            "%1 is no folder, so nothing can be put into it: choose another place.")
            .arg(nearest);
    case PlaceTrouble::MediumGone:
        return PlaceWords::tr("%1 is not there. If it is a stick or another disk, plug it in; else "
                              "choose another place.")
            .arg(folder);
    case PlaceTrouble::NotWritable:
        return state.isFolderThere
            ? PlaceWords::tr("You may not write into the folder %1: choose another one.")
                  .arg(folder)
            : PlaceWords::tr("The folder %1 is not there and cannot be made: you may not write "
                             "into %2. Choose another one.")
                  .arg(folder, nearest);
    case PlaceTrouble::NoRoom:
        return PlaceWords::tr("Only %1 are free there, too little for a database: free some space "
                              "or choose another disk.")
            .arg(sizeText(state.freeBytes.value_or(0)));
    }
    return freeWords(state);
}

} // namespace patronat::ui
