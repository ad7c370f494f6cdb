// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/exchange/simulator/world.h"

#include <string>

namespace patronat::tests::simulator {

/// What must hold at the end of every run, whatever happened in it (design.md 1, 4, 5). Each throws Broken with a
/// sentence about the first thing that is not so. The parts run in this order.
class Properties {
public:
    explicit Properties(World& world) : m_world(world) {}

    void check();

private:
    // While offices hold only what was made for them.
    void settleScopes();
    void unitsAreWhole();
    void nothingElseArrived();
    // When everybody holds everything.
    void settleAll();
    void digestsAgree(const std::string& when);
    void nothingIsLost();
    void valuesLeaveOnlyWhenShown();
    void signaturesStand();
    void filesAreClean(const std::string& when);
    void profilesDoNotMatter();

    bool round(bool all);
    void leavesOnlyWhenShown(const Site& site, base::RecordId record, const std::string& type);
    World& m_world;
};

} // namespace patronat::tests::simulator
