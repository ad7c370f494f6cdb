// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/twinstrip.h"

#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/forms/twinwords.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

namespace patronat::ui {

namespace {

constexpr int kShortestReason = 3; ///< "да" explains nothing

} // namespace

TwinStrip::TwinStrip(TwinWatch& watch, Offer offer, QWidget* parent)
    : QFrame(parent)
    , m_watch(watch)
    , m_offer(offer)
    , m_head(makeLabel(TextRole::Group))
    , m_lines(new QVBoxLayout)
    , m_question(new QWidget)
    , m_questionText(makeLabel(TextRole::Warning))
    , m_reason(new QLineEdit)
    , m_save(new QPushButton)
{
    setObjectName(QStringLiteral("twins"));
    setProperty("role", QStringLiteral("notice"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 5, 8, 6);
    layout->setSpacing(3);
    m_head->setWordWrap(true);
    layout->addWidget(m_head);
    m_lines->setSpacing(4);
    layout->addLayout(m_lines);
    auto* question = new QVBoxLayout(m_question);
    question->setContentsMargins(0, 4, 0, 0);
    m_questionText->setWordWrap(true);
    question->addWidget(m_questionText);
    auto* answerLine = new QHBoxLayout;
    m_reason->setObjectName(QStringLiteral("twinReason"));
    answerLine->addWidget(m_reason, 1);
    m_save->setAutoDefault(false);
    m_save->setObjectName(QStringLiteral("twinSave"));
    answerLine->addWidget(m_save);
    question->addLayout(answerLine);
    layout->addWidget(m_question);
    m_questionText->setBuddy(m_reason);
    auto* key = new QShortcut(QKeySequence(Qt::Key_F8), parent);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &TwinStrip::goInto);
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_save->setEnabled(text.trimmed().size() >= kShortestReason);
    });
    connect(m_reason, &QLineEdit::returnPressed, this, &TwinStrip::answer);
    connect(m_save, &QPushButton::clicked, this, &TwinStrip::answer);
    connect(&watch, &TwinWatch::changed, this, [this] { fillLines(m_watch.found()); });
    connect(&watch, &TwinWatch::asked, this, &TwinStrip::ask);
    connect(&watch.session().desk().privacy, &Privacy::changed, this,
        [this] { fillLines(m_watch.found()); });
    connect(&watch.session().desk().languages, &LanguageSwitch::switched, this, &TwinStrip::words);
    words();
    fillLines({});
}

void TwinStrip::words()
{
    const bool isFamily = m_watch.session().type().id == twins::kFamilyType;
    m_head->setText(isFamily ? tr("Perhaps this family is entered already (F8):")
                             : tr("Perhaps this person is entered already (F8):"));
    m_questionText->setText(isFamily
            ? tr("Why is this another family? What you say is kept with the record.")
            : tr("Why is this another person? What you say is kept with the record."));
    m_reason->setAccessibleName(m_questionText->text());
    m_reason->setPlaceholderText(tr("For example: a relative of the same name"));
    m_save->setText(tr("Save with this explanation"));
    m_save->setEnabled(m_reason->text().trimmed().size() >= kShortestReason);
}

QString TwinStrip::titleOf(const TwinWatch::Found& found) const
{
    return m_watch.session().desk().privacy.veiled(shown(found.title));
}

void TwinStrip::fillLines(const std::vector<TwinWatch::Found>& found)
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        // The press that led here may still be on its way through one of its buttons.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const TwinWatch::Found& one : found)
        m_lines->addWidget(line(one));
    const bool isNews = isHidden() && !found.empty();
    if (!m_watch.asks())
        m_question->hide();
    setVisible(!found.empty());
    if (isNews) {
        QAccessibleEvent event(this, QAccessible::Alert);
        setAccessibleName(m_head->text());
        QAccessible::updateAccessibility(&event);
    }
    if (hadFocus && !found.empty() && !m_question->isVisible())
        QTimer::singleShot(0, this, &TwinStrip::goInto);
}

QWidget* TwinStrip::line(const TwinWatch::Found& found)
{
    const Desk& desk = m_watch.session().desk();
    const QString title = titleOf(found);
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* text = new QVBoxLayout;
    text->setSpacing(0);
    auto* name = makeLabel(TextRole::Plain, title);
    name->setObjectName(QStringLiteral("twinName"));
    text->addWidget(name);
    auto* why = makeLabel(TextRole::Muted,
        twinReasons(found.candidate.verdict, m_watch.session().type(),
            typed(desk.languages.language()), desk.privacy.isMasking()));
    why->setObjectName(QStringLiteral("twinReasons"));
    why->setWordWrap(true);
    text->addWidget(why);
    layout->addLayout(text, 1);
    const base::RecordId id = found.candidate.record;
    const std::string type = found.candidate.type;
    layout->addWidget(button(tr("Open"), title, [this, type, id] { Q_EMIT opened(type, id); }));
    if (m_offer == Offer::Take) {
        const QString whole = shown(found.title);
        const QString same = type == twins::kFamilyType
            ? tr("It is the same family: take it")
            : tr("It is the same person: take this record");
        layout->addWidget(button(same, title, [this, id, whole] { Q_EMIT taken(id, whole); }));
    }
    const QString another
        = type == twins::kFamilyType ? tr("This is another family") : tr("This is another person");
    layout->addWidget(
        button(another, title, [this, id, another] { m_watch.dismiss(id, another); }));
    return row;
}

QPushButton* TwinStrip::button(
    const QString& words, const QString& title, std::function<void()> run)
{
    auto* button = new QPushButton(words);
    button->setAutoDefault(false);
    button->setAccessibleName(tr("%1: %2").arg(words, title));
    // After the press: the line may go by it.
    connect(button, &QPushButton::clicked, this,
        [this, run = std::move(run)] { QTimer::singleShot(0, this, run); });
    return button;
}

void TwinStrip::goInto()
{
    if (isHidden())
        return;
    if (m_question->isVisible())
        return m_reason->setFocus();
    if (m_lines->count() > 0)
        for (QPushButton* first : m_lines->itemAt(0)->widget()->findChildren<QPushButton*>())
            return first->setFocus();
}

void TwinStrip::ask()
{
    m_question->show();
    show();
    m_reason->setFocus();
}

void TwinStrip::answer()
{
    const QString reason = m_reason->text().trimmed();
    if (reason.size() < kShortestReason)
        return;
    m_watch.explain(reason);
    m_reason->clear();
    Q_EMIT explained();
}

} // namespace patronat::ui
