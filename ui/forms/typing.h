// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/value.h"

#include <QString>

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::ui {

/// What a person has typed over a record and nobody has saved: values, texts that cannot be read,
/// differences that were decided. All of it is what a draft keeps.
struct Typing
{
    base::Fields edits;
    std::map<std::string, QString, std::less<>> unread;
    std::vector<std::string> settles;
    /// Fields whose values came along from last time and that nobody has looked at: also of a
    /// record that is saved, so no typing by themselves.
    std::set<std::string, std::less<>> takenOver;

    bool isEmpty() const { return edits.empty() && unread.empty() && settles.empty(); }
    bool isNothing() const { return isEmpty() && takenOver.empty(); }
    void clear();
    bool settlesField(std::string_view field) const;
    /// Under ids that no field has what is no value stands among the fields of a draft.
    base::Fields asDraft() const;
    static Typing fromDraft(const base::Fields& fields);
    /// False of a draft that only marks what came along into a record that is saved: nothing is
    /// lost with it, and nobody is to go on with it.
    static bool isTyping(const base::Fields& draft) { return !fromDraft(draft).isEmpty(); }
    /// Takes out what was `sent` and stands here as it was sent.
    void dropSent(const Typing& sent);
};

} // namespace patronat::ui
