// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listoutput.h"

#include "ui/common/labels.h"
#include "ui/common/text.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace patronat::ui {

ListOutput::ListOutput(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_state(makeLabel(TextRole::Muted))
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton)
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_state);
    line->addWidget(m_progress, 1);
    line->addWidget(m_cancel);
    line->addStretch(0);
    connect(m_cancel, &QPushButton::clicked, this, &ListOutput::cancel);
    hide();
}

void ListOutput::askWhere(ListPaper paper, ListFormat format)
{
    const QString ending
        = format == ListFormat::Xlsx ? QStringLiteral("xlsx") : QStringLiteral("csv");
    auto* dialog = new QFileDialog(window(), tr("Export the list"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->setNameFilter(QStringLiteral("*.") + ending);
    dialog->selectFile(
        QStringLiteral("%1 %2.%3").arg(shown(paper.title), shown(paper.request.today), ending));
    connect(dialog, &QFileDialog::fileSelected, this, [this, paper, format](const QString& file) {
        saveTo(std::filesystem::path(file.toStdU16String()), paper, format);
    });
    dialog->open();
}

void ListOutput::saveTo(const std::filesystem::path& path, ListPaper paper, ListFormat format)
{
    if (isWriting())
        return;
    m_state->setText(tr("The list is being written"));
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("How far the list is written"));
    m_progress->show();
    m_cancel->setText(tr("Cancel"));
    m_cancel->show();
    show();
    const store::Store& store = m_desk.store;
    m_job = m_desk.jobs.runLong(
        this,
        [&store, path, paper = std::move(paper), format](
            base::Job& job) { return writeList(store, paper, format, path, job); },
        [this, path](const base::Status& written) { finish(written, path); },
        [this](std::uint64_t done, std::uint64_t total) {
            m_progress->setRange(0, static_cast<int>(total));
            m_progress->setValue(static_cast<int>(done));
            m_state->setText(tr("Lines written: %1 of %2").arg(done).arg(total));
        });
}

void ListOutput::cancel()
{
    if (m_job != nullptr)
        m_job->cancel();
}

void ListOutput::finish(const base::Status& written, const std::filesystem::path& path)
{
    m_job.reset();
    m_progress->hide();
    m_cancel->hide();
    if (written)
        m_state->setText(tr("The file is saved: %1")
                             .arg(QString::fromStdU16String(path.filename().u16string())));
    else if (written.error().code == base::ErrorCode::Cancelled)
        m_state->setText(tr("Cancelled, no file was written"));
    else {
        hide();
        Q_EMIT failed(written.error());
    }
    Q_EMIT finished();
}

} // namespace patronat::ui
