// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/heldwriter.h"

namespace patronat::tests {

HeldWriter::HeldWriter(store::Store& store)
{
    std::promise<void> begun;
    std::future<void> hasBegun = begun.get_future();
    m_work = std::async(
        std::launch::async, [&store, begun = std::move(begun), end = m_end.get_future()]() mutable {
            static_cast<void>(store.bulk([&](store::Store::Inner&) -> base::Status {
                begun.set_value();
                end.wait();
                return {};
            }));
        });
    hasBegun.wait();
}

HeldWriter::~HeldWriter()
{
    letGo();
}

void HeldWriter::letGo()
{
    if (!m_isHeld)
        return;
    m_isHeld = false;
    m_end.set_value();
    m_work.wait();
}

} // namespace patronat::tests
