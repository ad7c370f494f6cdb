// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/program.h"

#include "app/place/profileplace.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QApplication>

namespace patronat::desktop {

using namespace ui;

namespace {

std::filesystem::path pathOf(const QString& text)
{
    return std::filesystem::path(text.toStdU16String());
}

} // namespace

Program::Program()
    : m_settings(QStringLiteral("Patronat"), QStringLiteral("Patronat"))
{
    m_words.setLanguage(m_settings.value(QStringLiteral("language"), LanguageSwitch::preferred()).toString());
    applyTheme(*qApp, m_settings.value(QStringLiteral("dark")).toBool() ? Scheme::Dark : Scheme::Light,
        m_settings.value(QStringLiteral("textPercent"), 100).toInt());
}

Program::~Program()
{
    m_window.reset();
    m_session.reset();
}

bool Program::start(const QString& database)
{
    const QString file = database.isEmpty() ? m_settings.value(QStringLiteral("database")).toString() : database;
    if (file.isEmpty()) {
        ask(nullptr);
        return true;
    }
    return open(file);
}

bool Program::open(const QString& database)
{
    m_single = std::make_unique<SingleInstance>(pathOf(database));
    if (m_single->raiseFirst())
        return false;
    auto session = Session::open(pathOf(database), place::profilesRoot({}), m_clock, m_settings);
    if (!session) {
        ask(&session.error());
        return true;
    }
    m_session = std::move(*session);
    m_settings.setValue(QStringLiteral("database"), database);
    m_session->languages().setLanguage(m_words.language());
    m_window = std::make_unique<MainWindow>(m_session->desk(), listsOf(m_session->desk().profile()));
    if (!m_window->restoreGeometry(m_settings.value(QStringLiteral("window")).toByteArray()))
        m_window->resize(1280, 720);
    m_single->listen();
    connect(m_single.get(), &SingleInstance::raised, this, &Program::raise);
    m_window->show();
    m_window->welcome();
    if (m_start)
        m_start->hide();
    return true;
}

void Program::ask(const base::Error* error)
{
    if (!m_start) {
        m_start = std::make_unique<StartWindow>();
        connect(m_start.get(), &StartWindow::chosen, this, &Program::open);
        connect(m_start.get(), &QDialog::rejected, qApp, &QApplication::quit);
    }
    if (error != nullptr)
        m_start->explain(*error, m_words.sentences());
    m_start->show();
}

void Program::raise()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
}

} // namespace patronat::desktop
