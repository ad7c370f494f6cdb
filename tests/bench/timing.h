// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace patronat::bench {

/// User and system time of this process, all threads, in milliseconds.
double cpuMs();
double wallMs();
double median(std::vector<double> values);

/// One workload of ours beside its floor: ratios are taken round by round, in turn, in one process.
struct Ratio {
    std::string name;
    double oursCpu = 0; ///< medians, ms
    double floorCpu = 0;
    double oursWall = 0;
    double floorWall = 0;
    double cpu = 0; ///< median of the rounds' ratios
    double wall = 0;
    double least = 0; ///< of the cpu ratios
    double most = 0;
    std::string goal;
};

/// Runs floor and ours in turn. What a round needs before is prepared outside the measured time.
struct Pair {
    std::string name;
    std::string goal;
    std::function<void()> prepareFloor;
    std::function<void()> floor;
    std::function<void()> prepareOurs;
    std::function<void()> ours;
};
Ratio measure(const Pair& pair, int rounds);

} // namespace patronat::bench
