// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/foot.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/errortext.h"
#include "ui/common/flowlayout.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/common/valuetext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr int kSayMs = 6000;

} // namespace

Foot::Foot(Desk& desk, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_saved(new ElidedLabel) // whatever is to be said, the window is not made wider for it
    , m_exchange(new ElidedLabel)
    , m_waits(new ElidedLabel)
    , m_demo(makeLabel(TextRole::BadgeWarning))
    , m_timer(new QTimer(this))
{
    setProperty("role", QStringLiteral("foot"));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(14, 4, 14, 4);
    line->setSpacing(18);
    auto* states = new FlowLayout(18, 2);
    for (QLabel* label : { m_saved, m_exchange, m_waits })
        states->addWidget(label);
    line->addLayout(states, 1);
    line->addWidget(m_demo, 0, Qt::AlignVCenter);
    m_demo->hide();
    m_timer->setSingleShot(true);
    m_timer->setInterval(kSayMs);
    connect(m_timer, &QTimer::timeout, this, [this] { m_saved->setText(savedWords()); });
    connect(&desk.languages, &LanguageSwitch::switched, this, &Foot::words);
    words();
}

void Foot::words()
{
    m_saved->setText(savedWords());
    m_demo->setText(tr("training data"));
    if (!m_work)
        return;
    const std::int64_t last = std::max(m_work->lastReceived, m_work->lastSent);
    m_exchange->setText(
        last == 0 ? tr("no exchange yet") : tr("last exchange %1").arg(momentText(last)));
    m_waits->setText(waitWords());
    m_waits->setVisible(!m_waits->text().isEmpty());
    m_demo->setVisible(m_work->isDemo);
}

QString Foot::waitWords() const
{
    QStringList waits;
    if (m_work->conflictCount > 0)
        waits += tr("differences: %1").arg(m_work->conflictCount);
    if (m_work->besideCount > 0)
        waits += tr("beside signatures: %1").arg(m_work->besideCount);
    if (m_work->findingCount > 0)
        waits += tr("findings: %1").arg(m_work->findingCount);
    if (m_work->waitingCount > 0)
        waits += tr("waiting for others: %1").arg(m_work->waitingCount);
    return waits.join(QStringLiteral(", "));
}

QString Foot::savedWords() const
{
    return m_drafts == 0 ? tr("Everything is saved")
                         : tr("Typed and not saved: %1").arg(static_cast<qulonglong>(m_drafts));
}

void Foot::showWork(const WorkSummary& work, std::size_t drafts, bool isTyping)
{
    m_work = work;
    m_drafts = drafts;
    const QString saved = m_saved->text(); // what was said of saving goes on being said
    words();
    if (isTyping || m_isError || m_timer->isActive())
        m_saved->setText(saved);
}

void Foot::say(const QString& words, bool stays)
{
    m_isError = false;
    m_saved->setText(words);
    if (stays)
        m_timer->stop();
    else
        m_timer->start();
}

void Foot::showError(const base::Error& error)
{
    const ErrorText text = errorText(error, m_desk.languages.sentences(), Audience::Window);
    m_saved->setText(shown(text.title));
    m_saved->setToolTip(shown(text.advice));
    m_isError = true;
    m_timer->stop();
}

} // namespace patronat::ui
