// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/typing.h"

#include "ui/common/text.h"

#include <algorithm>

namespace patronat::ui {

namespace {

/// In a draft: the text of a field that could not be read, a field whose difference was decided,
/// one that came along from last time. No field is called so.
constexpr char kUnread = '?';
constexpr char kSettled = '!';
constexpr char kTakenOver = '~';

} // namespace

void Typing::clear()
{
    *this = {};
}

bool Typing::settlesField(std::string_view field) const
{
    return std::find(settles.begin(), settles.end(), field) != settles.end();
}

base::Fields Typing::asDraft() const
{
    base::Fields fields = edits;
    for (const auto& [name, text] : unread)
        fields[kUnread + name] = base::Value(typed(text));
    for (const std::string& name : settles)
        fields[kSettled + name] = base::Value(1);
    for (const std::string& name : takenOver)
        fields[kTakenOver + name] = base::Value(1);
    return fields;
}

Typing Typing::fromDraft(const base::Fields& fields)
{
    Typing out;
    for (const auto& [name, value] : fields) {
        if (name.starts_with(kUnread))
            out.unread[name.substr(1)] = shown(value.textOr({}));
        else if (name.starts_with(kSettled))
            out.settles.push_back(name.substr(1));
        else if (name.starts_with(kTakenOver))
            out.takenOver.insert(name.substr(1));
        else
            out.edits[name] = value;
    }
    return out;
}

void Typing::dropSent(const Typing& sent)
{
    std::erase_if(edits, [&](const auto& edit) {
        const auto one = sent.edits.find(edit.first);
        return one != sent.edits.end() && one->second == edit.second;
    });
    std::erase_if(settles, [&](const std::string& field) { return sent.settlesField(field); });
}

} // namespace patronat::ui
