// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/readtx.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::access {

/// Who looks: the role of the member of the staff who works here. It hides what is not that
/// person's to read from whoever has another role; it is no lock, since a name proves nothing and
/// the file is open to its owner.
struct Viewer
{
    std::string role; ///< code of `userRole`; empty: nobody is named, who sees nothing that is for
                      ///< some roles only
    bool isAlone = false; ///< there is no staff yet to tell apart: everything may be read
};

Viewer viewerOf(const store::ReadTx& tx, base::RecordId staff);

/// Whether the profile lets this role read records of the type (domain.md 2.5: raw answers of
/// diagnostics are seen by PSYCH, CURATOR and SUPERVISOR only). A type that names no roles is
/// everybody's, one that is not declared nobody's.
bool mayRead(const profile::RecordType& type, const Viewer& viewer);
bool mayRead(const profile::Profile& profile, std::string_view type, const Viewer& viewer);

/// NotPermitted(type, names of the roles that may, in `language`; empty: the profile's first) where
/// the profile keeps records of the type from this member of the staff. Asked before a record, its
/// history or a paper of it is shown.
base::Status checkReadable(const store::ReadTx& tx, std::string_view type, base::RecordId staff,
    std::string_view language = {});

/// The types whose records this viewer may not read.
std::set<std::string, std::less<>> hiddenTypes(
    const profile::Profile& profile, const Viewer& viewer);

/// «психолог, куратор», the names of the roles that may, for the words shown instead.
std::string readersText(
    const profile::Profile& profile, const profile::RecordType& type, std::string_view language);

} // namespace patronat::access
