// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/attachment.h"

#include <QObject>
#include <QTemporaryDir>

#include <string>

class QWidget;

namespace patronat::ui {

/// Copies of attachments that the system's viewer looks at: in a folder of this person only, under an ending that says what
/// the content is, gone with the window. Owned by the window.
class ViewedCopies final : public QObject
{
    Q_OBJECT
public:
    explicit ViewedCopies(QObject* parent);
    /// False when it could not be written or nothing opens it.
    bool show(const store::Attachment& file, const std::string& bytes);

private:
    QTemporaryDir m_folder;
};

ViewedCopies& viewedCopies(QWidget* window);

} // namespace patronat::ui
