// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/exchange/simulator/site.h"

#include <map>
#include <string>
#include <vector>

namespace patronat::tests::simulator {

/// One operation as its author knew it: what was shown, what was written. Kept by the simulator itself, so that
/// what the journal says of it can be judged.
struct Written {
    Content content;
    journal::Kind kind = journal::Kind::Write;
    std::string type;
    base::RecordId record;
    base::UnitId unit;
    base::SiteId site;
    base::Fields shown; ///< the values the author saw
    std::map<std::string, std::vector<base::Value>> candidates; ///< of open conflicts
    base::Fields written;
    std::vector<std::string> settles;
    std::vector<base::OperationId> named; ///< of a settle
    std::string step; ///< "12 (edit)": for the report of a failure

    /// What its author knows the record to be now.
    base::Fields after() const;
    bool writes(const std::string& field) const;
    /// Its author saw this value and put another one, or the same again, in its place.
    bool takesAway(const std::string& field, const base::Value& value) const;
};

/// All that was written by people, in the order of the run.
class Ledger {
public:
    void add(Written written);
    const std::vector<Written>& all() const { return m_all; }
    std::vector<const Written*> of(base::RecordId record) const;
    const Written* find(const Content& content) const;
    /// Two contents were written under this id.
    bool isForked(base::OperationId id) const;
    bool hasForks() const;
    /// What a record's creation was.
    const Written* creation(base::RecordId record) const;

private:
    std::vector<Written> m_all;
    std::map<base::RecordId, std::vector<std::size_t>> m_byRecord;
    std::map<Content, std::size_t> m_byContent;
    std::map<base::OperationId, int> m_contents;
};

/// Outside signatures in the sample profile.
inline bool isAfterSigning(const std::string& field) { return field == "result"; }

std::string valueText(const base::Value& value);

} // namespace patronat::tests::simulator
