// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export.h"
#include "core/exchange/mergereport.h"
#include "ui/common/desk.h"
#include "ui/exchange/openquestions.h"

#include <QCoreApplication>
#include <QString>

#include <filesystem>

namespace patronat::ui {

/// What exchange says to people, in the language the program speaks at the moment. Nothing else
/// makes these sentences.
class ExchangeWords
{
    Q_DECLARE_TR_FUNCTIONS(patronat::ui::ExchangeWords)
public:
    explicit ExchangeWords(const Desk& desk)
        : m_desk(desk)
    {
    }

    QString type(const std::string& id) const;
    QString field(const std::string& type, const std::string& id) const;
    QString what(exchange::MergeEntry::What what) const;
    /// Of a conflict its field, of a finding what is wrong, of others what to do about them.
    QString detail(const exchange::MergeEntry& entry) const;
    QString detail(const SignLine& line) const;
    QString value(const std::string& type, const std::string& field, const base::Value& value,
        const Titles& titles) const;

    /// What happened and what to do next, in two sentences.
    QString error(const base::Error& error) const;
    QString from(const exchange::BatchOutcome& outcome) const;
    /// What became of a file, or what would.
    QString became(const exchange::BatchOutcome& outcome, bool isDryRun) const;
    QString summary(const exchange::MergeReport& report) const;
    QString written(const exchange::ExportReport& report) const;

private:
    QString finding(const SignLine& line) const;
    QString whatToDo(const SignLine& line) const;
    QString besideWords(const SignLine& line) const;
    const profile::Rivalry* rivalryOf(const SignLine& line) const;
    QString ofTwo(const SignLine& line, const QString& name) const;
    const Desk& m_desk;
};

QString nameOf(const std::filesystem::path& file);
std::filesystem::path pathOf(const QString& text);

} // namespace patronat::ui
