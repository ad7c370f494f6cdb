// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/scanpreview.h"

#include "ui/common/labels.h"

#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr double kStep = 1.25;
constexpr double kLeast = 0.05;
constexpr double kMost = 4;

} // namespace

ScanPreview::ScanPreview(const QString& name, QImage picture, QWidget* parent)
    : QDialog(parent)
    , m_picture(std::move(picture))
    , m_shown(new QLabel)
    , m_area(new QScrollArea)
    , m_percent(makeLabel(TextRole::Muted))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("scanPreview"));
    setWindowTitle(name);
    auto* column = new QVBoxLayout(this);
    m_shown->setAlignment(Qt::AlignCenter);
    m_area->setWidget(m_shown);
    m_area->setAlignment(Qt::AlignCenter);
    m_area->setFocusPolicy(Qt::StrongFocus);
    m_area->setAccessibleName(
        tr("%1, a picture of %2 × %3 dots").arg(name).arg(m_picture.width()).arg(m_picture.height()));
    column->addWidget(m_area, 1);
    auto* foot = new QHBoxLayout;
    const auto button = [&](const QString& words, auto run) {
        auto* made = new QPushButton(words);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, run);
        foot->addWidget(made);
        return made;
    };
    button(tr("Smaller (−)"), [this] { step(1 / kStep); });
    button(tr("Larger (+)"), [this] { step(kStep); });
    button(tr("Whole (0)"), [this] { fit(); });
    foot->addWidget(m_percent);
    foot->addStretch(1);
    button(tr("Open in another program"), [this] { Q_EMIT elsewhereWanted(); });
    button(tr("Close"), [this] { close(); });
    column->addLayout(foot);
    const QSize room = (screen() != nullptr ? screen()->availableSize() : QSize(1366, 768)) * 9 / 10;
    resize(std::min(room.width(), std::max(640, m_picture.width() + 60)),
        std::min(room.height(), std::max(480, m_picture.height() + 110)));
    m_area->setFocus();
    fit();
}

void ScanPreview::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return step(kStep);
    case Qt::Key_Minus:
        return step(1 / kStep);
    case Qt::Key_0:
        return fit();
    default:
        QDialog::keyPressEvent(event);
    }
}

void ScanPreview::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    if (m_isFitted)
        fit();
}

void ScanPreview::step(double factor)
{
    m_isFitted = false;
    zoomTo(m_zoom * factor);
}

void ScanPreview::fit()
{
    m_isFitted = true;
    layout()->activate();
    const QSize room = m_area->maximumViewportSize();
    zoomTo(std::min({ 1.0, room.width() / static_cast<double>(std::max(1, m_picture.width())),
        room.height() / static_cast<double>(std::max(1, m_picture.height())) }));
}

void ScanPreview::zoomTo(double zoom)
{
    m_zoom = std::clamp(zoom, kLeast, kMost);
    const QSize size = (QSizeF(m_picture.size()) * m_zoom).toSize().expandedTo({ 1, 1 });
    m_shown->setPixmap(QPixmap::fromImage(m_picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)));
    m_shown->resize(size);
    m_percent->setText(tr("%1 %").arg(qRound(m_zoom * 100)));
}

} // namespace patronat::ui
