// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/installationpanel.h"

#include "core/base/clock.h"
#include "ui/common/errortext.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/sizetext.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <QDir>
#include <QGridLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace patronat::ui {

using base::ErrorCode;
using store::VerifyProblem;
using store::VerifyReport;
using Trust = Installation::Trust;

namespace {

constexpr std::size_t kMostProblems
    = 12; ///< shown; whoever helps reads the others with patronatctl
constexpr int kMostProgress = 360;

struct Named
{
    const char* code;
    const char* words;
};

constexpr std::array kKinds {
    Named { "office",
        QT_TRANSLATE_NOOP("patronat::ui::InstallationPanel", "office of district specialists") },
    Named { "secretary",
        QT_TRANSLATE_NOOP("patronat::ui::InstallationPanel", "secretary of the consilium") },
    Named { "supervisor",
        QT_TRANSLATE_NOOP(
            "patronat::ui::InstallationPanel", "supervisor: brings the offices together") },
    Named { "republic",
        QT_TRANSLATE_NOOP(
            "patronat::ui::InstallationPanel", "the republic: brings the districts together") },
    Named { "endpoint", QT_TRANSLATE_NOOP("patronat::ui::InstallationPanel", "central endpoint") },
};

constexpr std::array kProblems {
    Named { "integrity",
        QT_TRANSLATE_NOOP("patronat::ui::InstallationPanel", "The file is damaged: %1") },
    Named { "frame",
        QT_TRANSLATE_NOOP(
            "patronat::ui::InstallationPanel", "A block of the journal cannot be read: %1") },
    Named { "operation",
        QT_TRANSLATE_NOOP(
            "patronat::ui::InstallationPanel", "An entry of the journal cannot be read: %1") },
    Named { "row",
        QT_TRANSLATE_NOOP(
            "patronat::ui::InstallationPanel", "A record differs from its journal: %1") },
    Named { "missingRow",
        QT_TRANSLATE_NOOP("patronat::ui::InstallationPanel",
            "A record of the journal is missing in the tables: %1") },
    Named { "strayRow",
        QT_TRANSLATE_NOOP("patronat::ui::InstallationPanel",
            "The tables hold a record that the journal does not know: %1") },
    Named { "trail",
        QT_TRANSLATE_NOOP("patronat::ui::InstallationPanel",
            "The history of a record differs from the journal: %1") },
    Named { "conflicts",
        QT_TRANSLATE_NOOP("patronat::ui::InstallationPanel",
            "The list of differences is not as the journal says: %1") },
    Named { "beside",
        QT_TRANSLATE_NOOP("patronat::ui::InstallationPanel",
            "What stands beside a signature is not as the journal says: %1") },
    Named { "waiting",
        QT_TRANSLATE_NOOP(
            "patronat::ui::InstallationPanel", "What waits for others is counted wrongly: %1") },
    Named { "names",
        QT_TRANSLATE_NOOP(
            "patronat::ui::InstallationPanel", "The search does not know a name: %1") },
    Named { "chain",
        QT_TRANSLATE_NOOP("patronat::ui::InstallationPanel",
            "The chain of this installation's own entries is broken: %1") },
};

} // namespace

InstallationPanel::InstallationPanel(Desk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_title(makeLabel(TextRole::Title))
    , m_grid(new QGridLayout)
    , m_checkTitle(makeLabel(TextRole::Group))
    , m_verify(new QPushButton)
    , m_stop(new QPushButton)
    , m_progress(new QProgressBar)
    , m_said(makeLabel(TextRole::Plain))
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(20, 14, 20, 12);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    m_grid->setHorizontalSpacing(18);
    m_grid->setVerticalSpacing(7);
    m_grid->setColumnStretch(1, 1);
    layout->addLayout(m_grid);
    layout->addSpacing(8);
    layout->addWidget(buildCheck());
    layout->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    setFocusProxy(m_verify);
    connect(&desk.languages, &LanguageSwitch::switched, this, &InstallationPanel::words);
    words();
}

QWidget* InstallationPanel::buildCheck()
{
    auto* check = new QWidget;
    auto* layout = new QVBoxLayout(check);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_checkTitle);
    auto* line = new QHBoxLayout;
    m_verify->setObjectName(QStringLiteral("verify"));
    m_verify->setIcon(icon(QStringLiteral("check")));
    m_stop->setObjectName(QStringLiteral("verify.stop"));
    m_progress->setMaximumWidth(kMostProgress);
    line->addWidget(m_verify);
    line->addWidget(m_progress, 1);
    line->addWidget(m_stop);
    line->addStretch(1);
    layout->addLayout(line);
    m_said->setObjectName(QStringLiteral("verify.said"));
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_said);
    connect(m_verify, &QPushButton::clicked, this, &InstallationPanel::verify);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
        m_stop->setEnabled(false);
    });
    return check;
}

void InstallationPanel::words()
{
    m_title->setText(tr("This installation"));
    m_checkTitle->setText(tr("Are the data sound?"));
    m_verify->setText(tr("Check the database"));
    m_stop->setText(tr("Stop"));
    m_progress->setAccessibleName(tr("How much is checked"));
    if (m_isLoaded)
        showLines();
    showCheck();
}

void InstallationPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    load(); // sizes change by the minute
}

void InstallationPanel::load()
{
    const store::Store& store = m_desk.store;
    m_desk.jobs.run(
        this, [&store](base::Job&) { return installationOf(store); },
        [this](base::Result<Installation> read) {
            if (!read) {
                Q_EMIT failed(read.error());
                return;
            }
            m_shown = std::move(*read);
            m_isLoaded = true;
            showLines();
        });
}

void InstallationPanel::addLine(const QString& label, const QString& value)
{
    if (m_used == static_cast<int>(m_lines.size())) {
        Line line { makeLabel(TextRole::Label), makeLabel(TextRole::Plain) };
        line.label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        line.value->setWordWrap(true);
        line.value->setTextInteractionFlags(
            Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_grid->addWidget(line.label, m_used, 0);
        m_grid->addWidget(line.value, m_used, 1);
        m_lines.push_back(line);
    }
    const Line& line = m_lines[static_cast<std::size_t>(m_used++)];
    line.label->setText(label);
    line.value->setText(value);
    line.value->setAccessibleName(label + QLatin1Char(' ') + value);
}

void InstallationPanel::showLines()
{
    m_used = 0;
    addLine(tr("Kind of place:"), kindWords());
    addLine(tr("Name:"), shown(m_shown.name));
    addLine(tr("Code of the office:"), shown(m_shown.officeCode));
    addLine(tr("Institution:"), trustWords());
    addLine(tr("Territories served:"), territoryWords());
    addLine(tr("Profile:"),
        tr("%1, version %2").arg(shown(m_shown.profile), shown(m_shown.profileVersion)));
    if (m_shown.isDemo)
        addLine(tr("Data:"), tr("training data: the people are made up"));
    addLine(tr("Database:"),
        QDir::toNativeSeparators(QString::fromStdU16String(m_shown.database.u16string())));
    addLine(tr("Size:"),
        tr("%1, and %2 that is not moved into the file yet; unfinished typing: %3")
            .arg(sizeText(m_shown.fileBytes), sizeText(m_shown.logBytes),
                sizeText(m_shown.draftBytes)));
    addLine(tr("Last backup:"),
        m_shown.lastBackup == 0 ? tr("none was made here yet: View, Make a backup")
                                : momentText(m_shown.lastBackup));
}

QString InstallationPanel::kindWords() const
{
    for (const Named& kind : kKinds)
        if (m_shown.kind == kind.code)
            return tr(kind.words);
    return shown(m_shown.kind);
}

QString InstallationPanel::trustWords() const
{
    const QString name = shown(m_shown.institution);
    switch (m_shown.trust) {
    case Trust::Certified:
        return tr("%1; certified %2")
            .arg(name, momentText(m_shown.certified, zoneOf(m_desk.profile())));
    case Trust::Joined:
        return tr("%1; not certified: others take in files of this place only after asking whether "
                  "they know you")
            .arg(name);
    case Trust::Nobody:
        break;
    }
    return tr("none yet, not certified. Everything works here; others take in files of this place "
              "only after asking whether they "
              "know you. The first institution whose file is taken in becomes that of this place.");
}

QString InstallationPanel::territoryWords() const
{
    if (m_shown.servesAll)
        return tr("everything");
    if (m_shown.territories.empty())
        return tr("not said. Numbers given here stay provisional.");
    QStringList names;
    for (const std::string& name : m_shown.territories)
        names += shown(name);
    return names.join(QStringLiteral(", "));
}

void InstallationPanel::verify()
{
    if (isVerifying())
        return;
    m_report.reset();
    m_progress->setRange(0, 0);
    const store::Store& store = m_desk.store;
    m_job = m_desk.jobs.run(
        this, [&store](base::Job& job) { return store::verify(store, job); },
        [this](base::Result<VerifyReport> report) { finish(std::move(report)); },
        [this](std::uint64_t done, std::uint64_t total) {
            m_progress->setRange(0, static_cast<int>(total));
            m_progress->setValue(static_cast<int>(done));
        });
    m_stop->setEnabled(true);
    showCheck();
    m_stop->setFocus();
}

void InstallationPanel::finish(base::Result<VerifyReport> report)
{
    m_job.reset();
    // Whoever went on working elsewhere keeps the focus there.
    const bool isWatched = m_stop->hasFocus();
    if (report && report->clean())
        m_desk.settings.setValue(
            lastCheckKey(), static_cast<qlonglong>(m_desk.store.environment().clock.nowMs()));
    m_report = std::make_unique<base::Result<VerifyReport>>(std::move(report));
    showCheck();
    if (isWatched)
        m_verify->setFocus();
}

QString InstallationPanel::lastCheckKey() const
{
    return QStringLiteral("verified/") + shown(m_desk.store.site().id.hex());
}

QString InstallationPanel::problemWords(const VerifyProblem& problem) const
{
    QStringList args;
    for (const std::string& one : problem.args)
        args += shown(one);
    for (const Named& known : kProblems)
        if (problem.code == known.code)
            return tr(known.words).arg(args.join(QLatin1Char(' ')));
    return shown(problem.code) + QLatin1Char(' ') + args.join(QLatin1Char(' '));
}

QString InstallationPanel::checkWords() const
{
    if (isVerifying())
        return tr("Checking: the file, the journal, and every record against it. Nothing is "
                  "changed; you may go on working.");
    if (m_report == nullptr) {
        const qlonglong last = m_desk.settings.value(lastCheckKey(), 0).toLongLong();
        return last == 0 ? tr("Not checked yet at this computer.")
                         : tr("Checked %1: all was well.").arg(momentText(last));
    }
    if (!*m_report) {
        const base::Error& error = m_report->error();
        if (error.code == ErrorCode::Cancelled)
            return tr("Stopped. Nothing was changed.");
        const ErrorText text = errorText(error, m_desk.languages.sentences(), Audience::Window);
        return shown(text.title) + QLatin1Char(' ') + shown(text.advice);
    }
    const VerifyReport& report = **m_report;
    const QLocale locale;
    const QString read = tr("Entries of the journal read: %1, records compared: %2.")
                             .arg(locale.toString(static_cast<qulonglong>(report.operations)),
                                 locale.toString(static_cast<qulonglong>(report.records)));
    if (report.clean())
        return tr("All is well.") + QLatin1Char(' ') + read;
    QStringList lines { tr("Not all is well. Stop working here, copy the database, and call "
                           "whoever looks after the program.")
        + QLatin1Char(' ') + read };
    for (std::size_t i = 0; i < std::min(kMostProblems, report.problems.size()); ++i)
        lines += QStringLiteral("– ") + problemWords(report.problems[i]);
    if (report.problems.size() > kMostProblems)
        lines
            += tr("and %n more", nullptr, static_cast<int>(report.problems.size() - kMostProblems));
    return lines.join(QLatin1Char('\n'));
}

void InstallationPanel::showCheck()
{
    m_verify->setEnabled(!isVerifying());
    m_progress->setVisible(isVerifying());
    m_stop->setVisible(isVerifying());
    const bool isBad = m_report != nullptr
        && (*m_report ? !(*m_report)->clean() : m_report->error().code != ErrorCode::Cancelled);
    setRole(m_said, isBad ? TextRole::Error : TextRole::Plain);
    m_said->setText(checkWords());
}

} // namespace patronat::ui
