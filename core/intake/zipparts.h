// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <memory>
#include <string>

namespace patronat::intake {

/// The parts of a packed file of a stranger. How many there are, how large they become and how
/// tightly they are packed is looked at before anything is unpacked; what a part says of its own
/// size is believed for the limits only.
class ZipParts
{
public:
    static base::Result<ZipParts> open(std::string bytes);

    bool has(const std::string& name) const;
    /// Unpacks one part, its checksum compared. InvalidArgument("list", "broken", name).
    base::Result<std::string> part(const std::string& name) const;

private:
    struct Archive;
    std::shared_ptr<Archive> m_archive;
};

} // namespace patronat::intake
