// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/backupdialog.h"

#include "core/store/backup.h"
#include "ui/common/errortext.h"
#include "ui/common/growingdialog.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"
#include "ui/start/backuprun.h"
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

BackupDialog::BackupDialog(Desk& desk, BackupRun& run, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_run(run)
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
    growWithTexts(*this);
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
    m_stop->setObjectName(QStringLiteral("backup.stop"));
    m_make->setProperty("primary", true);
    m_make->setDefault(true);
    line->addWidget(m_choose);
    line->addStretch(1);
    line->addWidget(close);
    line->addWidget(m_stop);
    line->addWidget(m_make);
    column->addLayout(line);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_choose, &QPushButton::clicked, this, &BackupDialog::choose);
    connect(m_make, &QPushButton::clicked, this, &BackupDialog::make);
    connect(m_stop, &QPushButton::clicked, &m_run, &BackupRun::stop);
    connect(&m_run, &BackupRun::refused, this, &BackupDialog::refuse);
    connect(&m_run, &BackupRun::ended, this, &BackupDialog::finish);
    connect(&m_run, &BackupRun::progressed, this, [this](std::uint64_t done, std::uint64_t total) {
        if (total > 0)
            m_progress->setValue(static_cast<int>(done * kSteps / total));
    });
    connect(this, &QDialog::finished, &m_run, [&run = m_run] { run.setWatched(false); });
    setFile(m_run.isRunning() ? m_run.file() : suggestion());
    m_run.setWatched(true);
    showRun();
    loadLast();
}

void BackupDialog::showRun()
{
    m_progress->setVisible(m_run.isRunning());
    m_stop->setVisible(m_run.isRunning());
    m_make->setEnabled(!m_run.isRunning());
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
    if (m_run.isRunning() || m_file->text().trimmed().isEmpty())
        return;
    m_progress->setValue(0);
    m_said->clear();
    m_run.start(QDir::fromNativeSeparators(m_file->text().trimmed()));
    showRun();
}

void BackupDialog::refuse(const PlaceState& place)
{
    showRun();
    setRole(m_said, TextRole::Error);
    m_said->setText(placeWords(place, m_run.file()));
}

void BackupDialog::finish(const base::Status& made)
{
    showRun();
    m_desk.settings.setValue(folderKey(), QFileInfo(m_run.file()).absolutePath());
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
