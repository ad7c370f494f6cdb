// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/filesteps.h"

#include "ui/common/errortext.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/start/placewords.h"

#include <QCheckBox>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

namespace {

/// Enough for an office's first years.
constexpr std::int64_t kNeededBytes = std::int64_t { 200 } << 20;

} // namespace

BatchStep::BatchStep(StartDraft& draft, JobRunner& jobs, Language language)
    : StartStep({}, {})
    , m_draft(draft)
    , m_jobs(jobs)
    , m_language(language)
    , m_files(new QListWidget)
    , m_choose(new QPushButton(tr("Choose files…")))
    , m_remove(new QPushButton(tr("Leave out")))
    , m_said(makeLabel(TextRole::Plain))
    , m_known(new QCheckBox(tr("Nobody certifies this office yet: I know who made the file")))
{
    m_files->setObjectName(QStringLiteral("start.batches"));
    m_choose->setObjectName(QStringLiteral("start.batches.choose"));
    m_choose->setIcon(icon(QStringLiteral("open")));
    auto* line = new QHBoxLayout;
    line->addWidget(m_choose);
    line->addWidget(m_remove);
    line->addStretch(1);
    body()->addLayout(line);
    m_files->setAccessibleName(tr("Files that are taken in"));
    body()->addWidget(m_files, 1);
    m_said->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("start.batches.said"));
    body()->addWidget(m_said);
    m_known->setObjectName(QStringLiteral("start.known"));
    body()->addWidget(m_known);
    connect(m_known, &QCheckBox::toggled, this, [this](bool isKnown) {
        m_draft.acceptUncertified = isKnown;
        Q_EMIT changed();
    });
    connect(m_choose, &QPushButton::clicked, this, &BatchStep::choose);
    connect(m_remove, &QPushButton::clicked, this, &BatchStep::remove);
}

void BatchStep::enter()
{
    const bool isSecond = m_draft.way == StartWay::SecondComputer;
    setTitle(isSecond ? tr("From the first computer") : tr("What the office should begin with"));
    setWhy(isSecond
            ? tr("The database itself is not copied: two copies of one database would write under "
                 "one name, and nobody could "
                 "tell them apart any more. This computer gets a database of its own, of the same "
                 "office. On the first "
                 "computer write a file on a stick (Exchange, Give out, everything) and choose it "
                 "here; what both write "
                 "later goes the same way.")
            : tr("If your supervisor gave you files that end in .patronat-batch, choose them here: "
                 "the families of your "
                 "districts are then there from the start. Without any the office begins empty."));
    show();
    m_choose->setFocus();
}

void BatchStep::choose()
{
    auto* dialog = new QFileDialog(
        this, tr("Files of other offices"), QDir::homePath(), tr("Batches (*.patronat-batch)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &BatchStep::add);
    dialog->open();
}

void BatchStep::add(const QStringList& files)
{
    for (const QString& file : files)
        if (!m_draft.batches.contains(file)) {
            m_draft.batches += file;
            learn(file);
        }
    show();
}

void BatchStep::learn(const QString& file)
{
    ++m_reading;
    m_jobs.run(
        this, [file](base::Job&) { return readBatchFacts(file); },
        [this, file](const base::Result<BatchFacts>& facts) {
            --m_reading;
            if (!facts) {
                const ErrorText text = errorText(facts.error(), m_language, Audience::Window);
                setRole(m_said, TextRole::Error);
                m_said->setText(shown(text.title + " " + text.advice));
                m_draft.batches.removeAll(file);
                show();
                return;
            }
            if (!facts->isCertified)
                m_uncertified += file;
            if (m_draft.way == StartWay::SecondComputer) {
                m_draft.code = facts->code;
                m_draft.name = facts->name;
                m_draft.kind = facts->kind;
                m_draft.profileId = facts->profileId;
                setRole(m_said, TextRole::Plain);
                m_said->setText(
                    tr("This file is of the office %1, %2.").arg(facts->code, facts->name));
            }
            show();
        });
}

void BatchStep::remove()
{
    if (const int row = m_files->currentRow(); row >= 0)
        m_draft.batches.removeAt(row);
    m_said->clear();
    show();
}

void BatchStep::show()
{
    m_files->clear();
    for (const QString& file : m_draft.batches)
        m_files->addItem(QDir::toNativeSeparators(file));
    m_files->setCurrentRow(m_files->count() - 1);
    m_remove->setEnabled(m_files->count() > 0);
    const bool asks = std::any_of(m_draft.batches.begin(), m_draft.batches.end(),
        [this](const QString& file) { return m_uncertified.contains(file); });
    m_known->setVisible(asks);
    if (!asks)
        m_draft.acceptUncertified = false;
    m_known->setChecked(m_draft.acceptUncertified);
    Q_EMIT changed();
}

bool BatchStep::isComplete() const
{
    return m_reading == 0 && (!m_known->isVisibleTo(this) || m_known->isChecked());
}

BackupStep::BackupStep(StartDraft& draft, Language language)
    : StartStep(tr("Which backup"),
        tr("A backup is one file. Nothing of it is changed: the program checks all of it and makes "
           "a new database of it."))
    , m_draft(draft)
    , m_language(language)
    , m_choose(new QPushButton(tr("Choose the backup…")))
    , m_file(makeLabel(TextRole::Group))
    , m_said(makeLabel(TextRole::Plain))
{
    m_choose->setObjectName(QStringLiteral("start.backup"));
    m_choose->setIcon(icon(QStringLiteral("open")));
    auto* line = new QHBoxLayout;
    line->addWidget(m_choose);
    line->addStretch(1);
    body()->addLayout(line);
    body()->addWidget(m_file);
    m_said->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("start.backup.said"));
    body()->addWidget(m_said);
    body()->addSpacing(10);
    QLabel* after = makeLabel(TextRole::Muted,
        tr("What was written after the backup is not in it; what other offices got of that comes "
           "back with their files. "
           "Before the first new number is issued the program asks for the last one in your paper "
           "books, so that none "
           "is issued twice. Do not go on working with the old database after this."));
    after->setWordWrap(true);
    body()->addWidget(after);
    body()->addStretch(1);
    connect(m_choose, &QPushButton::clicked, this, &BackupStep::choose);
}

void BackupStep::enter()
{
    show();
    m_choose->setFocus();
}

void BackupStep::choose()
{
    auto* dialog = new QFileDialog(this, tr("The backup"), QDir::homePath(),
        tr("Backups and databases (*.patronat-backup *.db);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &BackupStep::take);
    dialog->open();
}

void BackupStep::take(const QString& file)
{
    m_draft.backup = file;
    show();
}

void BackupStep::show()
{
    m_isGood = false;
    m_file->setText(QDir::toNativeSeparators(m_draft.backup));
    m_said->clear();
    if (!m_draft.backup.isEmpty()) {
        const auto facts = store::readBackup(pathOfText(m_draft.backup));
        m_isGood = facts.ok();
        setRole(m_said, m_isGood ? TextRole::Plain : TextRole::Error);
        if (!facts) {
            const ErrorText text = errorText(facts.error(), m_language, Audience::Window);
            m_said->setText(shown(text.title + " " + text.advice));
        } else {
            m_draft.code = shown(facts->site.officeCode);
            const QString when = facts->made == 0
                ? tr("a copy of a database, not made by the program as a backup")
                : tr("made %1").arg(QLocale().toString(
                    QDateTime::fromMSecsSinceEpoch(facts->made), QLocale::ShortFormat));
            m_said->setText(tr("%1, %2: %3.").arg(m_draft.code, shown(facts->site.name), when)
                + (facts->isDemo ? QStringLiteral(" ") + tr("It holds training data.")
                                 : QString()));
        }
    }
    Q_EMIT changed();
}

PlaceStep::PlaceStep(StartDraft& draft, const StartPlaces& places)
    : StartStep(tr("Where the database goes"),
        tr("One file, on the disk of this computer: not on a stick and not in a shared folder. "
           "Everything stays there; "
           "nothing is sent anywhere."))
    , m_draft(draft)
    , m_places(places)
    , m_path(new QLineEdit)
    , m_state(makeLabel(TextRole::Muted))
{
    m_path->setObjectName(QStringLiteral("start.place"));
    m_state->setObjectName(QStringLiteral("start.place.state"));
    addField(tr("File"), m_path);
    auto* choose = new QPushButton(tr("Another place…"));
    auto* line = new QHBoxLayout;
    line->addWidget(choose);
    line->addStretch(1);
    body()->addLayout(line);
    m_state->setWordWrap(true);
    body()->addWidget(m_state);
    body()->addStretch(1);
    connect(choose, &QPushButton::clicked, this, &PlaceStep::choose);
    connect(m_path, &QLineEdit::textChanged, this, &PlaceStep::show);
}

void PlaceStep::enter()
{
    // What a person chose stays; what was only suggested follows the office.
    if (m_draft.database.isEmpty() || m_draft.database == m_suggested) {
        m_suggested = suggestedDatabase(m_places.databases, m_draft.code);
        m_draft.database = m_suggested;
    }
    m_path->setText(QDir::toNativeSeparators(m_draft.database));
    show();
    m_path->setFocus();
}

void PlaceStep::choose()
{
    auto* dialog = new QFileDialog(this, tr("Where the database goes"),
        QFileInfo(m_draft.database).absolutePath(), tr("Databases (*.db)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("db"));
    // A database that is there is never replaced: the step says so.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

void PlaceStep::show()
{
    m_draft.database = QDir::fromNativeSeparators(m_path->text().trimmed());
    const PlaceState state = judgePlace(m_draft.database, kNeededBytes);
    setRole(m_state, state.trouble == PlaceTrouble::None ? TextRole::Muted : TextRole::Error);
    m_state->setText(placeWords(state, m_draft.database));
    Q_EMIT changed();
}

bool PlaceStep::isComplete() const
{
    return judgePlace(m_draft.database, kNeededBytes).trouble == PlaceTrouble::None;
}

} // namespace patronat::ui
