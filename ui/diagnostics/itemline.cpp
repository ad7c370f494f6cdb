// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/itemline.h"

#include "ui/common/flowlayout.h"
#include "ui/common/labels.h"

#include <QKeyEvent>
#include <QStylePainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr int kMostDigit = 9;
constexpr int kPadding = 4;

} // namespace

std::vector<int> digitsOf(const profile::AnswerType& type)
{
    std::vector<int> out;
    for (const profile::AnswerOption& option : type.options)
        out.push_back(option.value % profile::kPoint == 0 ? static_cast<int>(option.value / profile::kPoint) : -1);
    const bool areValues
        = std::all_of(out.begin(), out.end(), [](int digit) { return digit >= 0 && digit <= kMostDigit; });
    for (std::size_t i = 0; i < out.size() && !areValues; ++i)
        out[i] = i < kMostDigit ? static_cast<int>(i) + 1 : -1;
    return out;
}

ItemLine::ItemLine(const QString& text, std::vector<ItemOption> options, QWidget* parent)
    : QWidget(parent)
    , m_options(std::move(options))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(text);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    layout->setSpacing(2);
    auto* words = makeLabel(TextRole::Plain, text);
    words->setWordWrap(true);
    layout->addWidget(words);
    auto* answers = new QWidget;
    auto* flow = new FlowLayout(kPadding);
    answers->setLayout(flow);
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        const ItemOption& option = m_options[i];
        auto* button = new QToolButton;
        const QString digit = QString::number(option.digit);
        // The key stands before the word, where the word does not begin with it.
        button->setText(option.digit < 0 || option.label.startsWith(digit)
                ? option.label
                : digit + QStringLiteral(" — ") + option.label);
        button->setToolTip(option.tip);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::NoFocus); // the line has the focus; the digits choose
        button->setObjectName(QStringLiteral("answer.") + digit);
        connect(button, &QToolButton::clicked, this, [this, i] {
            setFocus();
            choose(i);
        });
        flow->addWidget(button);
        m_buttons.push_back(button);
    }
    layout->addWidget(answers);
}

void ItemLine::setAnswer(std::optional<profile::Points> value)
{
    m_answer = value;
    showAnswer();
}

void ItemLine::choose(std::size_t option)
{
    setAnswer(m_options[option].value);
    Q_EMIT answered();
    Q_EMIT leftBy(1);
}

void ItemLine::showAnswer()
{
    QString said;
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        const bool isChosen = m_answer && *m_answer == m_options[i].value;
        m_buttons[i]->setChecked(isChosen);
        if (isChosen)
            said = m_options[i].label;
    }
    setAccessibleDescription(said);
}

void ItemLine::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (event->modifiers() & ~Qt::KeypadModifier)
        return QWidget::keyPressEvent(event);
    if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        const auto found = std::find_if(m_options.begin(), m_options.end(),
            [&](const ItemOption& option) { return option.digit == key - Qt::Key_0; });
        if (found != m_options.end())
            choose(static_cast<std::size_t>(found - m_options.begin()));
        return;
    }
    switch (key) {
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        setAnswer({});
        Q_EMIT answered();
        return;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT leftBy(1);
        return;
    case Qt::Key_Up:
        Q_EMIT leftBy(-1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ItemLine::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void ItemLine::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void ItemLine::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    if (!hasFocus())
        return;
    QStylePainter painter(this);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace patronat::ui
