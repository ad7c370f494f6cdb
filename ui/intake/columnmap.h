// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/intake/fieldoptions.h"

#include <QScrollArea>

#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;

namespace patronat::ui {

/// Which column of the list fills what: a line for each column, with an example, walked by Tab.
/// Owns the mapping that is being made; a person's choices change it, what she does not touch stays
/// as it was loaded.
class ColumnMap final : public QScrollArea
{
    Q_OBJECT
public:
    ColumnMap(Desk& desk, QWidget* parent);

    /// `suggest`: columns that the mapping does not know are given to fields that are called alike.
    void setUp(const intake::ListTable& table, const intake::Mapping& mapping, bool suggest);
    const intake::Mapping& mapping() const { return m_mapping; }
    QComboBox* choiceOf(const QString& heading) const;
    QCheckBox* keyOf(const QString& heading) const;
    /// Nothing tells the records of the list from those that are there.
    bool isWithoutKey() const;
    void words();

Q_SIGNALS:
    void changed();

private:
    struct Line
    {
        std::string heading;
        QLabel* name;
        QLabel* example;
        QComboBox* choice;
        QCheckBox* key; ///< null where the mapping says its keys itself
    };
    void addLine(const std::string& heading, const QString& example);
    void fillChoice(const Line& line, int option);
    int optionOf(const std::string& heading) const;
    void choose(const Line& line);
    void takeKeys();
    bool isOfOneRecord() const { return m_mapping.records.size() == 1; }

    Desk& m_desk;
    intake::Mapping m_mapping;
    std::vector<FieldOption> m_options;
    std::vector<Line> m_lines;
    QGridLayout* m_grid = nullptr;
    std::vector<QLabel*> m_heads;
};

} // namespace patronat::ui
