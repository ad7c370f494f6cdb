// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <map>
#include <string>
#include <vector>

namespace patronat::ui {

/// A column of a list: SQL over the record `r`, and how its value reads.
struct ListColumn
{
    enum class Kind
    {
        Text,
        Number,
        Date,
        Classifier, ///< the id of a classifier, said by its label
        Deadline, ///< a date that is said in red when it has passed
        Life
    };
    std::string id;
    profile::Label label;
    std::string sql;
    std::string classifier; ///< its value is a code
    Kind kind = Kind::Text;
    int width = 12; ///< in characters
    bool isShort = false; ///< of a code's label what stands in brackets
    bool isVeiled = false; ///< names and addresses: hidden while others are near
};

/// A condition that a person sets. Its SQL has the parameters :today and :author, and what was chosen: `:ID` of a code or
/// of a record, `:IDFrom` and `:IDTo` of a period.
struct ListFilter
{
    enum class Kind
    {
        Switch, ///< on or off
        Code, ///< one of a classifier
        Record, ///< one of those that `options` gives
        Period,
        Classifier, ///< one of the profile's classifiers
        Due, ///< how near a deadline of the family is that the SQL names
        DueKind ///< which deadline that is; set together, both are asked of one and the same
    };
    std::string id;
    profile::Label label;
    std::string sql;
    Kind kind = Kind::Switch;
    std::string classifier;
    std::string options; ///< SQL: id and title of each that can be chosen, in order
};

/// A list of records as a profile declares it (FORMAT.md, List).
struct ListDeclaration
{
    std::string id;
    std::string type;
    profile::Label label;
    std::string place; ///< of the navigation: "families", "programmes", "consilium", "administration"
    std::vector<ListColumn> columns;
    std::vector<ListFilter> filters;
    /// SQL of a text over `r` that the search looks through itself; empty: it asks the index of names
    /// and texts. For short lists of records that are found nowhere else.
    std::string searched;
    std::string sort; ///< a column's id; "-" before it: descending
    /// Type -> query that leads from a found record of that type (:id) to records of this list.
    std::map<std::string, std::string, std::less<>> found;
    std::vector<std::string> touchedBy; ///< types whose changes may change a line
};

/// All lists of a profile: the last folder of its chain that has a file of a name wins. Sorted by id. Reads files:
/// beside the window. What is no list is left out and named in `broken`.
std::vector<ListDeclaration> listsOf(const profile::Profile& profile, std::vector<std::string>* broken = nullptr);

} // namespace patronat::ui
