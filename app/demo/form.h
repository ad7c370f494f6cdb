// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/value.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace patronat::demo {

/// The fields of one new record, written down the way a person fills a form: what is empty stays out.
class Form {
public:
    Form& text(std::string field, std::string value)
    {
        if (!value.empty())
            m_fields.insert_or_assign(std::move(field), base::Value(std::move(value)));
        return *this;
    }
    Form& number(std::string field, std::int64_t value)
    {
        m_fields.insert_or_assign(std::move(field), base::Value(value));
        return *this;
    }
    Form& ticked(std::string field, bool value) { return number(std::move(field), value ? 1 : 0); }
    Form& ref(std::string field, base::RecordId value)
    {
        if (!value.isNull())
            m_fields.insert_or_assign(std::move(field), base::Value(value));
        return *this;
    }
    /// Several codes: a sorted JSON array, each once.
    Form& codes(std::string field, std::vector<std::string> values)
    {
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        std::string array;
        for (const std::string& value : values)
            array += (array.empty() ? "[\"" : ",\"") + value + "\"";
        return array.empty() ? *this : text(std::move(field), array + "]");
    }
    base::Fields take() { return std::move(m_fields); }

private:
    base::Fields m_fields;
};

} // namespace patronat::demo
