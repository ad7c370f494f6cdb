// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/columnmap.h"

#include "core/base/text.h"
#include "core/intake/importplan.h"
#include "ui/common/labels.h"
#include "ui/common/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace patronat::ui {

namespace {

constexpr int kExampleLetters = 40;

bool isSameHeading(const std::string& a, const std::string& b)
{
    return a == b || intake::headingKey(a) == intake::headingKey(b);
}

QString exampleOf(const intake::ListTable& table, std::size_t column)
{
    for (const intake::ListRow& row : table.rows)
        if (column < row.cells.size() && !base::trimmed(row.cells[column]).empty())
            return shown(row.cells[column]).simplified().left(kExampleLetters);
    return {};
}

} // namespace

ColumnMap::ColumnMap(Desk& desk, QWidget* parent)
    : QScrollArea(parent)
    , m_desk(desk)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
}

void ColumnMap::setUp(const intake::ListTable& table, const intake::Mapping& mapping, bool suggest)
{
    m_mapping = mapping;
    m_lines.clear();
    m_heads.clear();
    auto* inside = new QWidget;
    m_grid = new QGridLayout(inside);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
    for (int i = 0; i < 4; ++i) {
        m_heads.push_back(makeLabel(TextRole::Label));
        m_grid->addWidget(m_heads.back(), 0, i);
    }
    m_options = fieldOptions(m_desk, m_mapping);
    const std::vector<std::string> headings = intake::headingsOf(table);
    const std::vector<int> near
        = suggest ? suggestedOptions(headings, m_options) : std::vector<int>(headings.size(), -1);
    for (std::size_t i = 0; i < headings.size(); ++i) {
        if (headings[i].empty())
            continue;
        addLine(headings[i], exampleOf(table, i));
        fillChoice(m_lines.back(), near[i]);
    }
    m_grid->setRowStretch(static_cast<int>(m_lines.size()) + 1, 1);
    setWidget(inside);
    words();
}

void ColumnMap::addLine(const std::string& heading, const QString& example)
{
    Line line { heading, makeLabel(TextRole::Plain, shown(heading).simplified()),
        makeLabel(TextRole::Muted, m_desk.privacy.veiled(example)), new QComboBox,
        isOfOneRecord() ? new QCheckBox : nullptr };
    line.choice->setObjectName(QStringLiteral("column.") + shown(heading));
    line.choice->setMaxVisibleItems(20);
    line.choice->setMinimumContentsLength(24);
    line.choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    line.name->setBuddy(line.choice);
    line.name->setWordWrap(true);
    const int row = static_cast<int>(m_lines.size()) + 1;
    m_grid->addWidget(line.name, row, 0);
    m_grid->addWidget(line.example, row, 1);
    m_grid->addWidget(line.choice, row, 2);
    if (line.key != nullptr)
        m_grid->addWidget(line.key, row, 3);
    m_lines.push_back(line);
    connect(line.choice, &QComboBox::activated, this, [this, line] { choose(line); });
    if (line.key != nullptr)
        connect(line.key, &QCheckBox::clicked, this, [this] {
            takeKeys();
            Q_EMIT changed();
        });
}

/// What the mapping says of a column, or else the suggestion.
void ColumnMap::fillChoice(const Line& line, int option)
{
    line.choice->addItem(QString());
    for (const FieldOption& one : m_options)
        line.choice->addItem(one.words);
    const int known = optionOf(line.heading);
    line.choice->setCurrentIndex((known >= 0 ? known : option) + 1);
    if (known < 0 && option >= 0)
        choose(line);
    if (line.key == nullptr)
        return;
    const int now = line.choice->currentIndex() - 1;
    const profile::RecordType* type = m_desk.profile().type(m_mapping.records.front().type);
    const std::vector<std::string> likely
        = type == nullptr ? std::vector<std::string>() : likelyKey(*type);
    const auto isIn = [&](const std::string& field) {
        const auto& keys = m_mapping.records.front().keys;
        const bool isDeclared = std::any_of(keys.begin(), keys.end(), [&](const intake::Key& key) {
            return std::any_of(key.begin(), key.end(),
                [&](const intake::KeyField& one) { return one.field == field; });
        });
        // A mapping that was loaded says its keys; one that is being made gets the likely ones.
        return known >= 0 ? isDeclared
                          : std::find(likely.begin(), likely.end(), field) != likely.end();
    };
    const auto* fields = now < 0 ? nullptr : &m_options[static_cast<std::size_t>(now)].fields;
    line.key->setChecked(fields != nullptr && std::any_of(fields->begin(), fields->end(), isIn));
    line.key->setEnabled(fields != nullptr);
    if (known < 0)
        takeKeys();
}

int ColumnMap::optionOf(const std::string& heading) const
{
    for (std::size_t i = 0; i < m_options.size(); ++i)
        for (const intake::MappedColumn& column : m_mapping.records[m_options[i].record].columns)
            if (isSameHeading(column.heading, heading) && column.fields == m_options[i].fields)
                return static_cast<int>(i);
    return -1;
}

void ColumnMap::choose(const Line& line)
{
    for (intake::MappedRecord& record : m_mapping.records) {
        std::erase_if(record.columns, [&](const intake::MappedColumn& column) {
            return isSameHeading(column.heading, line.heading);
        });
        std::erase_if(record.references,
            [&](const auto& one) { return isSameHeading(one.first, line.heading); });
    }
    const int now = line.choice->currentIndex() - 1;
    if (now >= 0) {
        const FieldOption& option = m_options[static_cast<std::size_t>(now)];
        // Of two columns for one field the one chosen last stays.
        for (const Line& other : m_lines) {
            const int taken = other.choice->currentIndex() - 1;
            if (other.choice == line.choice || taken < 0)
                continue;
            const FieldOption& theirs = m_options[static_cast<std::size_t>(taken)];
            const bool isSame = theirs.record == option.record
                && std::any_of(
                    theirs.fields.begin(), theirs.fields.end(), [&](const std::string& field) {
                        return std::find(option.fields.begin(), option.fields.end(), field)
                            != option.fields.end();
                    });
            if (!isSame)
                continue;
            other.choice->setCurrentIndex(0);
            choose(other);
        }
        m_mapping.records[option.record].columns.push_back({ line.heading, option.fields, false });
    }
    if (line.key != nullptr) {
        line.key->setEnabled(now >= 0);
        if (now < 0)
            line.key->setChecked(false);
        takeKeys();
    }
    Q_EMIT changed();
}

/// One key of all ticked columns; a patronymic may be missing.
void ColumnMap::takeKeys()
{
    if (!isOfOneRecord())
        return;
    intake::Key key;
    for (const Line& line : m_lines) {
        const int now = line.choice->currentIndex() - 1;
        if (line.key == nullptr || !line.key->isChecked() || now < 0)
            continue;
        for (const std::string& field : m_options[static_cast<std::size_t>(now)].fields)
            key.push_back({ field, field == "patronymic" });
    }
    const bool isOnlyMaybe = std::all_of(
        key.begin(), key.end(), [](const intake::KeyField& one) { return one.mayBeEmpty; });
    if (isOnlyMaybe)
        for (intake::KeyField& one : key)
            one.mayBeEmpty = false;
    m_mapping.records.front().keys.clear();
    if (!key.empty())
        m_mapping.records.front().keys.push_back(std::move(key));
}

bool ColumnMap::isWithoutKey() const
{
    return std::any_of(m_mapping.records.begin(), m_mapping.records.end(),
        [](const intake::MappedRecord& record) { return record.keys.empty(); });
}

QComboBox* ColumnMap::choiceOf(const QString& heading) const
{
    for (const Line& line : m_lines)
        if (shown(line.heading) == heading)
            return line.choice;
    return nullptr;
}

QCheckBox* ColumnMap::keyOf(const QString& heading) const
{
    for (const Line& line : m_lines)
        if (shown(line.heading) == heading)
            return line.key;
    return nullptr;
}

void ColumnMap::words()
{
    if (m_heads.empty())
        return;
    const QStringList heads { tr("Column of the list"), tr("For example"),
        tr("Goes into the field"), isOfOneRecord() ? tr("Tells records apart") : QString() };
    for (std::size_t i = 0; i < m_heads.size(); ++i)
        m_heads[i]->setText(heads[static_cast<qsizetype>(i)]);
    m_options = fieldOptions(m_desk, m_mapping);
    for (const Line& line : m_lines) {
        line.choice->setItemText(0, tr("Is not loaded"));
        for (std::size_t i = 0; i < m_options.size(); ++i)
            line.choice->setItemText(static_cast<int>(i) + 1, m_options[i].words);
        line.choice->setAccessibleName(tr("Field for the column %1").arg(shown(line.heading)));
        if (line.key != nullptr)
            line.key->setAccessibleName(
                tr("The column %1 tells records apart").arg(shown(line.heading)));
    }
}

} // namespace patronat::ui
