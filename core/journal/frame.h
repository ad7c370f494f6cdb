// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/journal/operation.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::journal {

inline constexpr std::size_t kFrameOperations = 256;
inline constexpr std::size_t kMaxFramePlain = std::size_t { 64 } << 20;
inline constexpr std::uint64_t kMaxSequence = std::uint64_t { 1 } << 62;

/// Operations first .. first+count-1 of one origin.
struct Range {
    base::Origin origin = 0;
    std::uint64_t first = 1;
    std::uint32_t count = 0;
    auto operator<=>(const Range&) const = default;
};

/// What a frame says of itself before it is decompressed.
struct FrameHeader {
    std::vector<Range> ranges; ///< sorted, disjoint
    std::uint32_t operations = 0;
    std::uint32_t plainBytes = 0;
    std::uint64_t contentHash = 0; ///< of ids and plain bytes: equal frames are known without opening them
    std::size_t headerBytes = 0;
    auto operator<=>(const FrameHeader&) const = default;
};

/// An operation as stored: its id and its bytes, which live in whoever made the frame.
struct Stored {
    OperationId id;
    std::string_view bytes;
};

/// An opened frame: owns the plain bytes its operations view into, and shares them with its copies.
class Frame {
public:
    const FrameHeader& header() const { return m_header; }
    std::size_t size() const { return m_stored.size(); }
    const Stored& operator[](std::size_t i) const { return m_stored[i]; }
    std::span<const Stored> operations() const { return m_stored; }
    /// Position of an operation in this frame, or -1.
    std::ptrdiff_t find(OperationId id) const;
    /// `count` operations from `first` on as they lie in the frame, each after its length; lives as the frame.
    std::string_view laid(std::size_t first, std::size_t count) const;

private:
    friend base::Result<Frame> openFrame(std::string_view);
    FrameHeader m_header;
    std::shared_ptr<const char[]> m_plain; // shared: copies and moves keep the bytes where they are
    std::vector<Stored> m_stored;
};

/// The length of an operation as it lies before it in a frame.
std::string lengthBefore(std::size_t operationBytes);

/// How many of the first operations fit one frame, by count and by bytes; none only when there are none.
std::size_t fittingFrame(std::span<const Stored> sortedById);
/// An independent zstd block of at most fittingFrame() operations, sorted by id, none twice. Equal operations
/// give equal plain bytes and one content hash.
std::string makeFrame(std::span<const Stored> sortedById);
base::Result<FrameHeader> readFrameHeader(std::string_view frame);
/// Decompresses within the bounds the header states and checks the content hash, which covers the directory,
/// and every length; the operations themselves are checked by view().
base::Result<Frame> openFrame(std::string_view frame);

} // namespace patronat::journal
