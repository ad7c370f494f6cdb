// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/draftsearch.h"

#include "core/base/text.h"

#include <algorithm>

namespace patronat::store {

namespace {

bool isSearched(const std::vector<std::string>& fields, std::string_view field)
{
    return std::any_of(fields.begin(), fields.end(), [&](const std::string& one) {
        return field == one
            || (field.size() > one.size() && field.starts_with(one) && field[one.size()] == '.');
    });
}

/// What was typed, folded; all of it in one line.
std::string lineOf(const profile::RecordType& type, const Draft& draft)
{
    const std::vector<std::string> fields = searchedFields(type);
    std::string line;
    for (const auto& [field, value] : draft.fields)
        if (const std::string* text = value.text(); text != nullptr && isSearched(fields, field))
            line += (line.empty() ? "" : " ") + base::fold(*text);
    return line;
}

bool hasWords(std::string_view line, const std::vector<std::string>& words)
{
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return line.starts_with(word) || line.find(' ' + word) != std::string_view::npos;
    });
}

} // namespace

std::vector<std::string> searchedFields(const profile::RecordType& type)
{
    std::vector<std::string> out = type.nameFields;
    out.insert(out.end(), type.textFields.begin(), type.textFields.end());
    return out;
}

std::vector<Draft> draftsWith(const profile::Profile& profile, const std::vector<Draft>& drafts,
    std::string_view text, const std::set<std::string, std::less<>>& hidden, std::size_t limit)
{
    std::vector<Draft> out;
    if (!base::isUtf8(text))
        return out;
    const std::string folded = base::fold(text);
    if (folded.empty())
        return out;
    const std::vector<std::string> words = base::split(folded, ' ');
    for (const Draft& draft : drafts) {
        const profile::RecordType* type = profile.type(draft.type);
        if (out.size() < limit && type != nullptr && !hidden.contains(draft.type)
            && hasWords(lineOf(*type, draft), words))
            out.push_back(draft);
    }
    return out;
}

} // namespace patronat::store
