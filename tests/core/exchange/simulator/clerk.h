// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/exchange/simulator/ledger.h"
#include "tests/core/exchange/simulator/site.h"

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace patronat::tests::simulator {

/// The clerk of one site at one step: fills forms, saves them, and writes into the ledger what was shown and what
/// was written.
class Clerk {
public:
    Clerk(Site& site, Ledger& ledger, std::string step) : m_site(site), m_ledger(ledger), m_step(std::move(step)) {}

    /// A form as the row, its conflicts and what lies beside say it now; nothing when the record is not held.
    std::optional<Window> fill(const std::string& type, base::RecordId record) const;

    base::RecordId create(const std::string& type, const base::Fields& fields);
    /// Several writes of one action: a family and somebody in it, then both again.
    std::string group(const base::Fields& family, const std::string& text);
    /// Each says how it ended: "" or the code of the refusal.
    std::string save(Window& window, std::vector<std::string> settles = {});
    std::string sign(const Window& window);
    std::string cancel(const Window& window);
    std::string settle(const Window& window, std::vector<journal::Head> named);
    std::string remove(const Window& window);
    std::string restore(const Window& window);
    std::string undo(base::GroupId group);

private:
    store::WriteOptions options(base::DraftId draft = {}) const;
    using Step = std::function<base::Result<base::OperationId>(store::WriteTx&)>;
    std::string one(Written written, base::DraftId draft, const Step& step,
        std::optional<base::OperationId>* answer = nullptr);
    Written from(const Window& window, journal::Kind kind) const;
    /// Checks what the journal kept of an answer and remembers it.
    void note(base::OperationId id, Written written);
    void noteUndone(base::OperationId id, base::GroupId group);
    std::vector<const Written*> written(base::GroupId group, base::RecordId record) const;
    journal::Operation stored(base::OperationId id) const;

    Site& m_site;
    Ledger& m_ledger;
    std::string m_step;
};

} // namespace patronat::tests::simulator
