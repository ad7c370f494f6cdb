// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/startwindow.h"

#include "ui/common/errortext.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace patronat::desktop {

using namespace ui;

StartWindow::StartWindow(QWidget* parent)
    : QDialog(parent)
    , m_title(makeLabel(TextRole::Title, tr("Patronat")))
    , m_text(makeLabel(TextRole::Plain, tr("Choose the database of your office.")))
{
    setWindowTitle(tr("Patronat"));
    resize(560, 220);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 20);
    auto* picture = new QLabel;
    picture->setPixmap(icon(QStringLiteral("patronat"), currentColours().accent).pixmap(40, 40));
    layout->addWidget(picture);
    layout->addWidget(m_title);
    m_text->setWordWrap(true);
    layout->addWidget(m_text);
    layout->addStretch(1);
    auto* foot = new QHBoxLayout;
    auto* open = new QPushButton(tr("Open a database…"));
    open->setProperty("primary", true);
    auto* quit = new QPushButton(tr("Quit"));
    foot->addStretch(1);
    foot->addWidget(quit);
    foot->addWidget(open);
    layout->addLayout(foot);
    connect(open, &QPushButton::clicked, this, &StartWindow::choose);
    connect(quit, &QPushButton::clicked, this, &QDialog::reject);
}

void StartWindow::explain(const base::Error& error, Language language)
{
    const ErrorText words = errorText(error, language, Audience::Window);
    m_title->setText(shown(words.title));
    m_text->setText(shown(words.advice));
}

void StartWindow::choose()
{
    auto* dialog = new QFileDialog(this, tr("The database of your office"), QString(), tr("Databases (*.db)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &StartWindow::chosen);
    dialog->open();
}

} // namespace patronat::desktop
