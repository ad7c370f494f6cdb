// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scans/consent.h"
#include "core/scans/prepare.h"
#include "core/store/blobs.h"
#include "ui/forms/fieldeditor.h"

#include <filesystem>
#include <map>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace patronat::ui {

/// The files of a field: added from a dialog or dropped onto it, looked at here (pictures) or in the system's viewer, saved
/// elsewhere, taken out. A picture is made smaller and loses what it tells of place and device before it is kept, and one of
/// people is taken only with the consent that the profile asks for (BR-48). Contents lie beside the database from the moment
/// they are added; the record names them when it is saved.
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
    /// What was done to the files that were added: how large they were and are, what was left out.
    QString note() const;

Q_SIGNALS:
    void worked(); ///< a file has been added, opened or saved, or could not be

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void labelChanged(const QString& label) override;

private:
    void askFile();
    void askWhere(const store::Attachment& file);
    void askConsent(const scans::PictureConsent& consent);
    void answerConsent(const scans::PictureConsent& consent, const base::Result<scans::ConsentAnswer>& answer);
    void askBasis(const scans::PictureConsent& consent);
    void refuseWaiting(const QString& why);
    void takeWaiting();
    void takeIn(const std::filesystem::path& file);
    void showThumbnail(const store::Attachment& file, QLabel* where);
    void look(const store::Attachment& file);
    void openCopy(const store::Attachment& file);
    void removeFile(const std::string& hash);
    void take(const base::Result<scans::TakenScan>& taken, const QString& name);
    void showFiles();
    void showNotes();
    void chainFocus();
    QWidget* line(const store::Attachment& file);
    void say(const QString& words);
    void say(const base::Error& error);

    store::Blobs m_blobs;
    scans::ScanSettings m_settings;
    std::vector<store::Attachment> m_files;
    std::vector<std::filesystem::path> m_waiting; ///< until the consent is looked up and answered for
    std::map<std::string, QString> m_notes; ///< by hash: what was done to a file that was added here
    bool m_isAsking = false;
    QString m_label;
    QVBoxLayout* m_lines;
    QLabel* m_state;
    QLabel* m_note;
    QPushButton* m_add;
    bool m_isReadOnly = false;
};

} // namespace patronat::ui
