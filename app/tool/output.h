// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tool/words.h"
#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace patronat::tool {

using Json = nlohmann::ordered_json;

/// Where a command speaks: one JSON document or lines on stdout, words about errors on stderr. Always UTF-8,
/// whatever the locale.
class Output {
public:
    Output(Language language, bool json) : m_language(language), m_json(json) {}

    Language language() const { return m_language; }
    bool isJson() const { return m_json; }
    /// What a command answers: the document with --json, else the lines.
    void answer(const Json& document, std::string_view lines) const;
    /// The same for a command whose answer is a document in either form.
    void document(const Json& document) const;
    void bytes(std::string_view bytes) const;
    void note(std::string_view line) const; ///< stderr
    enum class Where {
        Both, ///< words on stderr, with --json also as the answer
        StandardError, ///< the answer is another document
    };
    void error(const base::Error& error, Where where = Where::Both) const;

private:
    Language m_language;
    bool m_json;
};

/// Rows under a head, columns as wide as their widest cell.
std::string tableText(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows);

/// What one value is as a line's cell: a text as it is, anything else as its JSON.
std::string cellText(const Json& value);

} // namespace patronat::tool
