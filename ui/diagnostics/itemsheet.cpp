// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/itemsheet.h"

#include "ui/common/labels.h"
#include "ui/common/text.h"
#include "ui/diagnostics/itemline.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace patronat::ui {

using diagnostics::Answer;
using profile::Instrument;
using profile::Item;

namespace {

constexpr int kNumberLetters = 9;

QString optionTip(const Item& item, profile::Points value, LanguageSwitch& languages)
{
    const auto anchor = item.anchors.find(diagnostics::pointsText(value, 0));
    return anchor == item.anchors.end() ? QString() : languages.text(anchor->second);
}

/// "0,4" or "0.4" as points; nothing for what is no number.
std::optional<profile::Points> pointsOf(QString text)
{
    text.replace(QLatin1Char(','), QLatin1Char('.'));
    const auto read = diagnostics::answersFromJson("{\"v\": " + typed(text.trimmed()) + '}');
    if (!read || read->count("v") == 0)
        return std::nullopt;
    return read->at("v").points;
}

QString numberText(profile::Points points)
{
    const std::string json = diagnostics::answersJson({ { "v", { points, {} } } });
    return shown(json.substr(6, json.size() - 7)).replace(QLatin1Char('.'), QLatin1Char(','));
}

} // namespace

ItemSheet::ItemSheet(LanguageSwitch& languages, QWidget* parent)
    : QWidget(parent)
    , m_languages(languages)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void ItemSheet::show(const Instrument& instrument, const diagnostics::Answers& answers)
{
    m_instrument = instrument;
    m_answers = answers;
    m_stops.clear();
    m_byKey.clear();
    m_groups.clear();
    delete m_body;
    m_body = new QWidget;
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(6);
    QVBoxLayout* into = column;
    std::string group;
    int number = 0;
    if (instrument.entry == Instrument::Entry::Items) {
        for (const Item& item : instrument.items) {
            if (item.group != group) {
                group = item.group;
                auto* box = new QWidget;
                into = new QVBoxLayout(box);
                into->setContentsMargins(0, 6, 0, 0);
                if (const profile::ItemGroup* declared = instrument.group(group))
                    into->addWidget(makeLabel(TextRole::Group, m_languages.text(declared->label)));
                m_groups[group] = box;
                column->addWidget(box);
            }
            addItem(item, ++number, into);
        }
    } else {
        for (const profile::Scale& scale : instrument.scales)
            addScale(scale, column);
    }
    column->addStretch(1);
    layout()->addWidget(m_body);
    showGroups();
}

void ItemSheet::addItem(const Item& item, int number, QVBoxLayout* layout)
{
    const QString words = m_instrument.textsOnPaper ? tr("Item %1").arg(shown(item.id))
                                                    : QString::number(number) + QStringLiteral(". ")
            + m_languages.text(item.text);
    const profile::AnswerType* type = m_instrument.type(item.type);
    if (type == nullptr) {
        auto* label = makeLabel(TextRole::Plain, words);
        label->setWordWrap(true);
        layout->addWidget(label);
        auto* field = new QLineEdit;
        field->setAccessibleName(words);
        field->setMaxLength(400);
        if (const auto found = m_answers.find(item.id); found != m_answers.end())
            field->setText(shown(found->second.text));
        connect(field, &QLineEdit::textEdited, this, [this, id = item.id](const QString& text) {
            const Answer answer { {}, typed(text) };
            setAnswer(id, text.trimmed().isEmpty() ? nullptr : &answer);
        });
        layout->addWidget(field);
        m_stops.push_back(field);
        m_byKey[item.id] = field;
        return;
    }
    std::vector<ItemOption> options;
    const std::vector<int> digits = digitsOf(*type);
    for (std::size_t i = 0; i < type->options.size(); ++i)
        options.push_back({ type->options[i].value, m_languages.text(type->options[i].label),
            optionTip(item, type->options[i].value, m_languages), digits[i] });
    auto* line = new ItemLine(words, std::move(options), nullptr);
    line->setObjectName(QStringLiteral("item.") + shown(item.id));
    if (const auto found = m_answers.find(item.id); found != m_answers.end())
        line->setAnswer(found->second.points);
    connect(line, &ItemLine::answered, this, [this, line, id = item.id] {
        const Answer answer { line->answer(), {} };
        setAnswer(id, answer.points ? &answer : nullptr);
    });
    connect(line, &ItemLine::leftBy, this, [this, line](int steps) { go(line, steps); });
    layout->addWidget(line);
    m_stops.push_back(line);
    m_byKey[item.id] = line;
}

void ItemSheet::addScale(const profile::Scale& scale, QVBoxLayout* layout)
{
    addNumber(m_languages.text(scale.label), scale.id, layout);
    if (scale.flags && !scale.diagnosticValue)
        addNumber(tr("    its diagnostic value, from the manual"), "dz:" + scale.id, layout);
}

QLineEdit* ItemSheet::addNumber(const QString& label, const std::string& key, QVBoxLayout* layout)
{
    auto* row = new QHBoxLayout;
    auto* words = makeLabel(TextRole::Plain, label);
    words->setWordWrap(true);
    auto* field = new QLineEdit;
    field->setFixedWidth(kNumberLetters * field->fontMetrics().averageCharWidth() * 2);
    field->setAccessibleName(label);
    field->setObjectName(QStringLiteral("scale.") + shown(key));
    words->setBuddy(field);
    if (const auto found = m_answers.find(key); found != m_answers.end() && found->second.points)
        field->setText(numberText(*found->second.points));
    else if (found != m_answers.end())
        field->setText(shown(found->second.text));
    connect(field, &QLineEdit::textEdited, this, [this, key](const QString& text) {
        // What is no number is typing too: it stays in the draft, and is not saved.
        const Answer answer { pointsOf(text), typed(text) };
        const Answer number { answer.points, {} };
        setAnswer(key, text.trimmed().isEmpty() ? nullptr : answer.points ? &number : &answer);
    });
    connect(field, &QLineEdit::returnPressed, this, [this, field] { go(field, 1); });
    row->addWidget(words, 1);
    row->addWidget(field);
    layout->addLayout(row);
    m_stops.push_back(field);
    m_byKey[key] = field;
    return field;
}

void ItemSheet::setAnswer(const std::string& key, const Answer* answer)
{
    if (answer == nullptr)
        m_answers.erase(key);
    else
        m_answers[key] = *answer;
    showGroups();
    Q_EMIT changed();
}

/// A safety plan is asked for only where there is danger.
void ItemSheet::showGroups()
{
    for (const auto& [group, box] : m_groups)
        box->setVisible(diagnostics::isAsked(m_instrument, { m_answers, {} }, group));
}

void ItemSheet::go(QWidget* from, int steps)
{
    auto at = std::find(m_stops.begin(), m_stops.end(), from) - m_stops.begin();
    const auto count = static_cast<std::ptrdiff_t>(m_stops.size());
    for (at += steps; at >= 0 && at < count; at += steps) {
        QWidget* line = m_stops[static_cast<std::size_t>(at)];
        if (line->isHidden() || (line->parentWidget() != nullptr && line->parentWidget()->isHidden()))
            continue;
        line->setFocus(Qt::TabFocusReason);
        Q_EMIT focused(line);
        return;
    }
}

bool ItemSheet::focusMisread()
{
    for (const auto& [key, answer] : m_answers) {
        const Item* item = m_instrument.item(key);
        const bool isWords = m_instrument.entry == Instrument::Entry::Items && item != nullptr
            && m_instrument.type(item->type) == nullptr;
        if (answer.points || isWords)
            continue;
        if (const auto field = m_byKey.find(key); field != m_byKey.end()) {
            field->second->setFocus();
            Q_EMIT focused(field->second);
            return true;
        }
    }
    return false;
}

void ItemSheet::focusOpen()
{
    for (const std::string& key : diagnostics::score(m_instrument, { m_answers, {} }).unanswered)
        if (const auto line = m_byKey.find(key); line != m_byKey.end()) {
            line->second->setFocus();
            Q_EMIT focused(line->second);
            return;
        }
    if (!m_stops.empty())
        m_stops.front()->setFocus();
}

} // namespace patronat::ui
