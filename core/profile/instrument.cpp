// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/instrument.h"

#include <algorithm>

namespace patronat::profile {

namespace {

template <typename T>
const T* byId(const std::vector<T>& all, std::string_view id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

bool lessValue(const AnswerOption& a, const AnswerOption& b)
{
    return a.value < b.value;
}

} // namespace

const AnswerOption* AnswerType::option(Points value) const
{
    const auto found
        = std::find_if(options.begin(), options.end(), [&](const AnswerOption& one) { return one.value == value; });
    return found == options.end() ? nullptr : &*found;
}

Points AnswerType::least() const
{
    return options.empty() ? 0 : std::min_element(options.begin(), options.end(), lessValue)->value;
}

Points AnswerType::greatest() const
{
    return options.empty() ? 0 : std::max_element(options.begin(), options.end(), lessValue)->value;
}

const Item* Instrument::item(std::string_view itemId) const
{
    return byId(items, itemId);
}

const AnswerType* Instrument::type(std::string_view typeId) const
{
    return byId(types, typeId);
}

const Scale* Instrument::scale(std::string_view scaleId) const
{
    return byId(scales, scaleId);
}

const ItemGroup* Instrument::group(std::string_view groupId) const
{
    return byId(groups, groupId);
}

const SheetForm* Instrument::form(std::string_view formId) const
{
    return byId(forms, formId);
}

const Scale* Instrument::comparedScale() const
{
    if (!compareScale.empty())
        return scale(compareScale);
    const auto total = std::find_if(scales.begin(), scales.end(), [](const Scale& one) { return one.total; });
    return total == scales.end() ? nullptr : &*total;
}

} // namespace patronat::profile
