// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/value.h"
#include "ui/common/valuetext.h"
#include "ui/lists/listdeclaration.h"

namespace patronat::ui {

/// How the cells of a list read, on the screen, on paper and in a file. A value; used on any thread.
class CellText
{
public:
    enum class Names
    {
        Shown,
        Veiled ///< others are near
    };
    CellText(ValueWriter writer, Names names, const profile::Profile* profile = nullptr)
        : m_writer(std::move(writer))
        , m_names(names)
        , m_profile(profile)
    {
    }

    QString text(const ListColumn& column, const base::Value& value) const;
    /// The same, a code's label in full.
    QString fullText(const ListColumn& column, const base::Value& value) const;

private:
    QString codeText(const ListColumn& column, const base::Value& value) const;
    ValueWriter m_writer;
    Names m_names;
    const profile::Profile* m_profile; ///< whose classifiers are named; null: by their ids
};

} // namespace patronat::ui
