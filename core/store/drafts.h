// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/value.h"
#include "core/store/store.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace patronat::store {

/// What a form held when it was last looked at: enough to open it again as it was.
struct Draft {
    base::DraftId id;
    std::string type;
    base::RecordId record; ///< null: a new one
    std::string heads; ///< headsText of what the form was filled with: the base of its save
    base::Fields fields; ///< typed and not saved; a null value clears
    std::int64_t stamp = 0;
    bool operator==(const Draft&) const = default;
};

/// Unsaved typing, in a small database of its own beside the main one ("<db>.drafts") with its own writer thread:
/// a save of a draft never waits for a merge. What save() has returned survives a power cut. Any thread may call.
class Drafts {
public:
    static base::Result<std::unique_ptr<Drafts>> open(const std::filesystem::path& database);
    static std::filesystem::path pathOf(const std::filesystem::path& database);
    ~Drafts();

    /// Adds or replaces.
    base::Status save(const Draft& draft);
    /// Newest first.
    base::Result<std::vector<Draft>> all() const;
    base::Result<std::optional<Draft>> find(base::DraftId id) const;
    base::Status remove(base::DraftId id);
    /// At start: drops the drafts whose write was committed. Says how many.
    base::Result<std::size_t> removeSaved(const Store& store);

private:
    struct Private;
    explicit Drafts(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace patronat::store
