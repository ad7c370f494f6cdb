// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/exchange/batchfile.h"
#include "core/exchange/identity.h"
#include "core/exchange/payload.h"
#include "core/exchange/receipts.h"
#include "core/journal/frame.h"
#include "core/store/readtx.h"

#include <optional>
#include <vector>

namespace patronat::exchange {

/// A frame of a batch. Its operations are kept from the check to the merge while memory allows.
struct CheckedFrame {
    std::string_view bytes; ///< in the batch's payload
    journal::FrameHeader header;
    bool known = false; ///< the very same frame is here: not opened
    std::optional<journal::Frame> opened;
    std::vector<journal::OperationView> operations; ///< views into `opened`
};

/// A batch that nothing in will be refused any more: genuine, of a site to be trusted, every operation within
/// bounds and sensible.
struct CheckedBatch {
    BatchFile file;
    bool merged = false; ///< all of it is here: this very batch was merged before
    bool certified = false;
    bool isKept = false; ///< by the very certificate that is kept here
    std::optional<vault::Institution> adopted; ///< this site belonged to nobody, and now to this one
    Payload payload;
    std::vector<Receipt> receipts;
    std::vector<CheckedFrame> frames;
    std::vector<base::Origin> verifiedChains; ///< wholly in this batch, and as its site says
};

struct CheckOptions {
    bool acceptUncertified = false;
};

/// Reads and checks a batch without writing anything. `ours` is what this site is a member of; a batch that is
/// adopted changes it. `keepBytes`: how much may stay opened in memory until it is merged; less what does.
/// BatchUnreadable, BatchTooNew, BatchTampered, BatchForeign, BatchUncertified.
base::Result<CheckedBatch> checkBatch(const store::ReadTx& read, const std::filesystem::path& file,
    Membership& ours, const CheckOptions& options, std::uint64_t& keepBytes, base::Job& job);

/// Opens a frame and views its operations; what checkBatch found good stays good.
base::Status openOperations(CheckedFrame& frame);

} // namespace patronat::exchange
