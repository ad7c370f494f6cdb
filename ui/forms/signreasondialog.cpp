// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/signreasondialog.h"

#include "ui/common/growingdialog.h"
#include "ui/common/labels.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr int kShortestReason = 3; ///< "да" explains nothing
constexpr int kReasonLines = 3;
constexpr int kWideLetters = 68;
constexpr int kMostLines = 12; ///< of the list, before it scrolls

QWidget* listOf(const Desk& desk, const std::vector<AskedLine>& asked)
{
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    for (const AskedLine& line : asked) {
        QLabel* words
            = makeLabel(TextRole::Warning, QStringLiteral("• ") + askedWords(desk, line));
        words->setObjectName(QStringLiteral("signReason.rule"));
        words->setWordWrap(true);
        column->addWidget(words);
    }
    if (static_cast<int>(asked.size()) <= kMostLines / 2)
        return list;
    auto* scroll = new QScrollArea;
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setMinimumHeight(scroll->fontMetrics().lineSpacing() * kMostLines);
    return scroll;
}

} // namespace

SignReasonDialog::SignReasonDialog(
    const Desk& desk, const std::vector<AskedLine>& asked, QWidget* parent)
    : QDialog(parent)
    , m_reason(new QPlainTextEdit)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("signReason"));
    growWithTexts(*this);
    setWindowTitle(tr("Signing with an explanation"));
    resize(kWideLetters * fontMetrics().averageCharWidth(), 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    QLabel* head = makeLabel(TextRole::Title, tr("Look at this before you sign"));
    head->setWordWrap(true);
    column->addWidget(head);
    column->addWidget(listOf(desk, asked), 1);
    QLabel* question = makeLabel(TextRole::Label,
        tr("&Why is it signed all the same? * What you say is kept with the record."));
    question->setWordWrap(true);
    question->setBuddy(m_reason);
    column->addWidget(question);
    m_reason->setObjectName(QStringLiteral("signReason.reason"));
    m_reason->setAccessibleName(question->text().remove(QLatin1Char('&')));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(m_reason->fontMetrics().lineSpacing() * kReasonLines + 14);
    column->addWidget(m_reason);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Do not sign"));
    m_sign = buttons->addButton(tr("Sign with this explanation"), QDialogButtonBox::AcceptRole);
    m_sign->setProperty("primary", true);
    m_sign->setObjectName(QStringLiteral("signReason.sign"));
    m_sign->setDefault(true);
    m_sign->setEnabled(false);
    column->addWidget(buttons);
    connect(m_reason, &QPlainTextEdit::textChanged, this,
        [this] { m_sign->setEnabled(reason().size() >= kShortestReason); });
    connect(buttons, &QDialogButtonBox::accepted, this, &SignReasonDialog::answer);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // Enter makes a new line in the explanation.
    for (const QKeyCombination key : { Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter })
        connect(new QShortcut(QKeySequence(key), this), &QShortcut::activated, this,
            &SignReasonDialog::answer);
    m_reason->setFocus();
}

QString SignReasonDialog::reason() const
{
    return m_reason->toPlainText().trimmed();
}

void SignReasonDialog::answer()
{
    if (!m_sign->isEnabled())
        return;
    Q_EMIT explained(reason());
    accept();
}

} // namespace patronat::ui
