// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/documents/paperplan.h"
#include "core/documents/template.h"

namespace patronat::db {
class Connection;
}

namespace patronat::documents {

/// What a paper is filled with and the keys its templates may name.
struct PaperModel {
    Node node;
    Keys keys;
};

/// Runs a paper's queries for one record: the root row's columns are keys, a list's parameters are the columns of the rows
/// around it. `given` are further parameters and keys (today, language …). NotFound(type, id) when the first query
/// gives no row; ProfileBroken when a query does not prepare or names a parameter that no row around it has.
base::Result<PaperModel> readPaperModel(
    db::Connection& connection, const PaperPlan& plan, base::RecordId record, const base::Fields& given);

/// The keys alone, without a record: they follow from the queries. `given`: the names every paper has.
base::Result<Keys> readPaperKeys(db::Connection& connection, const PaperPlan& plan, const base::Fields& given);

} // namespace patronat::documents
