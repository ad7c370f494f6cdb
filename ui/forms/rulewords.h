// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/signing.h"
#include "ui/common/desk.h"

#include <QStringList>

#include <string>

namespace patronat::ui {

/// «Справка МСЭ действует до»; of a part with the field it is a part of.
QString fieldWords(const Desk& desk, const profile::RecordType& type, const std::string& field);

/// A broken rule in the profile's words, with the field it stands at.
QString ruleWords(
    const Desk& desk, const profile::RecordType& type, const store::BrokenRule& broken);

/// What a refused signing names (RuleBroken): a line for each rule, and first which part of the
/// record it is about, when it is one. Empty for other errors.
QStringList refusedRules(const Desk& desk, const std::string& signedType, const base::Error& error);

/// A warning that asks for a reason, with the name of the part of the record that it is about.
struct AskedLine
{
    std::string type;
    std::string title; ///< of the part; empty: the record itself
    store::BrokenRule rule;
};
QString askedWords(const Desk& desk, const AskedLine& line);

} // namespace patronat::ui
