// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/blobs.h"
#include "ui/forms/fieldeditor.h"

#include <filesystem>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace patronat::ui {

/// The files of a field: added from a dialog or dropped onto it, looked at in the system's viewer, saved elsewhere, taken
/// out. Their contents lie beside the database from the moment they are added; the record names them when it is saved.
class AttachmentEditor final : public FieldEditor
{
    Q_OBJECT
public:
    AttachmentEditor(Place place, QWidget* parent);
    void fill(const base::Fields& values, const Titles& titles) override;
    void read(base::Fields& into) const override;
    void setReadOnly(bool readOnly) override;
    QList<QWidget*> inputs() const override;

    /// As chosen or dropped.
    void addFile(const std::filesystem::path& file);
    void saveTo(const store::Attachment& file, const std::filesystem::path& path);
    const std::vector<store::Attachment>& files() const { return m_files; }
    /// What the last of its works came to, in words; empty when it went as it should.
    QString state() const;

Q_SIGNALS:
    void worked(); ///< a file has been added, opened or saved, or could not be

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void labelChanged(const QString& label) override;

private:
    void askFile();
    void askWhere(const store::Attachment& file);
    void openCopy(const store::Attachment& file);
    void removeFile(const std::string& hash);
    void take(const base::Result<store::TakenBlob>& taken, const QString& name);
    void showFiles();
    void chainFocus();
    QWidget* line(const store::Attachment& file);
    void say(const QString& words);
    void say(const base::Error& error);

    store::Blobs m_blobs;
    std::vector<store::Attachment> m_files;
    QString m_label;
    QVBoxLayout* m_lines;
    QLabel* m_state;
    QPushButton* m_add;
    bool m_isReadOnly = false;
};

} // namespace patronat::ui
