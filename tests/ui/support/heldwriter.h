// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <future>

namespace patronat::tests {

/// The store's writer at work on something else until it is let go: what the window asks it to
/// write meanwhile waits, as behind a merge.
class HeldWriter
{
public:
    explicit HeldWriter(store::Store& store);
    ~HeldWriter();
    void letGo();

private:
    std::promise<void> m_end;
    std::future<void> m_work;
    bool m_isHeld = true;
};

} // namespace patronat::tests
