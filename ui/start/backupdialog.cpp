// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/backupdialog.h"

#include "core/store/backup.h"
#include "ui/common/errortext.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"
#include "ui/start/placewords.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr int kSteps = 1000;

QString folderKey()
{
    return QStringLiteral("backup/folder");
}

} // namespace

BackupDialog::BackupDialog(Desk& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_last(makeLabel(TextRole::Plain))
    , m_file(new QLineEdit)
    , m_choose(new QPushButton(tr("Another place…")))
    , m_make(new QPushButton(tr("Make the backup")))
    , m_stop(new QPushButton(tr("Stop")))
    , m_progress(new QProgressBar)
    , m_said(makeLabel(TextRole::Plain))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Backup"));
    resize(620, 300);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    column->addWidget(makeLabel(TextRole::Title, tr("Make a backup")));
    m_last->setObjectName(QStringLiteral("backup.last"));
    column->addWidget(m_last);
    QLabel* why = makeLabel(TextRole::Muted,
        tr("One file with everything that is saved. Keep it on a stick or another disk, as safe as "
           "the computer itself: whoever "
           "has it can read everything. You may go on working meanwhile."));
    why->setWordWrap(true);
    column->addWidget(why);
    QLabel* label = makeLabel(TextRole::Label, tr("File"));
    label->setBuddy(m_file);
    column->addWidget(label);
    m_file->setAccessibleName(tr("File"));
    m_file->setObjectName(QStringLiteral("backup.file"));
    column->addWidget(m_file);
    m_said->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("backup.said"));
    column->addWidget(m_said);
    m_progress->setRange(0, kSteps);
    m_progress->setAccessibleName(tr("How far it is"));
    m_progress->hide();
    column->addWidget(m_progress);
    column->addStretch(1);
    auto* line = new QHBoxLayout;
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    m_make->setObjectName(QStringLiteral("backup.make"));
    m_make->setProperty("primary", true);
    m_make->setDefault(true);
    m_stop->hide();
    line->addWidget(m_choose);
    line->addStretch(1);
    line->addWidget(close);
    line->addWidget(m_stop);
    line->addWidget(m_make);
    column->addLayout(line);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_choose, &QPushButton::clicked, this, &BackupDialog::choose);
    connect(m_make, &QPushButton::clicked, this, &BackupDialog::make);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    setFile(suggestion());
    loadLast();
}

QString BackupDialog::suggestion() const
{
    const QString folder
        = m_desk.settings
              .value(
                  folderKey(), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
              .toString();
    return folder
        + QStringLiteral("/%1-%2.patronat-backup")
              .arg(shown(m_desk.store.site().officeCode), shown(m_desk.today()));
}

void BackupDialog::setFile(const QString& file)
{
    m_file->setText(QDir::toNativeSeparators(file));
}

void BackupDialog::loadLast()
{
    store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this,
        [&store](base::Job&) {
            return store.read([](const store::ReadTx& tx) -> base::Result<std::int64_t> {
                return store::lastBackup(tx);
            });
        },
        [this](const base::Result<std::int64_t>& last) {
            if (last)
                m_last->setText(*last == 0
                        ? tr("No backup has been made yet.")
                        : tr("The last one was made %1.").arg(momentText(*last)));
        });
}

void BackupDialog::choose()
{
    auto* dialog = new QFileDialog(this, tr("Where the backup goes"),
        QFileInfo(m_file->text()).absolutePath(), tr("Backups (*.patronat-backup)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("patronat-backup"));
    // Only a backup of this office that holds less is ever replaced; the making says so.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->selectFile(QFileInfo(m_file->text()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &BackupDialog::setFile);
    dialog->open();
}

void BackupDialog::make()
{
    if (m_job || m_file->text().trimmed().isEmpty())
        return;
    const QString file = QDir::fromNativeSeparators(m_file->text().trimmed());
    // A file that is there is for the making to judge: an older backup of this office is replaced.
    if (const PlaceState place = judgePlace(file, 0);
        place.trouble != PlaceTrouble::None && place.trouble != PlaceTrouble::Taken) {
        setRole(m_said, TextRole::Error);
        m_said->setText(placeWords(place, file));
        return;
    }
    m_desk.settings.setValue(folderKey(), QFileInfo(file).absolutePath());
    m_progress->setValue(0);
    m_progress->show();
    m_stop->show();
    m_make->setEnabled(false);
    m_said->clear();
    store::Store& store = m_desk.store;
    m_job = m_desk.jobs.run(
        this,
        [&store, file, path = pathOfText(file)](base::Job& job) -> base::Status {
            PATRONAT_TRY(makeFolderOf(file));
            PATRONAT_LET(const store::BackupFacts facts, store::makeBackup(store, path, job));
            return store::noteBackup(store, facts.made);
        },
        [this](const base::Status& made) { finish(made); },
        [this](std::uint64_t done, std::uint64_t total) {
            if (total > 0)
                m_progress->setValue(static_cast<int>(done * kSteps / total));
        });
}

void BackupDialog::finish(const base::Status& made)
{
    m_job.reset();
    m_progress->hide();
    m_stop->hide();
    m_make->setEnabled(true);
    setRole(m_said, made ? TextRole::Plain : TextRole::Error);
    if (made) {
        m_said->setText(tr("The backup is made and checked: %1").arg(m_file->text()));
    } else {
        const ErrorText text
            = errorText(made.error(), m_desk.languages.sentences(), Audience::Window);
        m_said->setText(shown(text.title + " " + text.advice));
    }
    loadLast();
}

} // namespace patronat::ui
