// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/timing.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>

namespace patronat::bench {

namespace {

double milliseconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

struct Times {
    std::vector<double> cpu;
    std::vector<double> wall;
};

void run(const std::function<void()>& prepare, const std::function<void()>& work, Times& times)
{
    if (prepare)
        prepare();
    const double cpu = cpuMs();
    const double wall = wallMs();
    work();
    times.cpu.push_back(cpuMs() - cpu);
    times.wall.push_back(wallMs() - wall);
}

std::vector<double> quotients(const std::vector<double>& above, const std::vector<double>& below)
{
    std::vector<double> out;
    for (std::size_t i = 0; i < above.size(); ++i)
        out.push_back(above[i] / below[i]);
    return out;
}

} // namespace

double cpuMs()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

double wallMs()
{
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t n = values.size();
    return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

Ratio measure(const Pair& pair, int rounds)
{
    Times floor;
    Times ours;
    Times warmUp;
    run(pair.prepareFloor, pair.floor, warmUp);
    for (int round = 0; round < rounds; ++round) {
        run(pair.prepareFloor, pair.floor, floor);
        run(pair.prepareOurs, pair.ours, ours);
    }
    const auto cpu = quotients(ours.cpu, floor.cpu);
    const auto wall = quotients(ours.wall, floor.wall);
    return { pair.name, median(ours.cpu), median(floor.cpu), median(ours.wall), median(floor.wall), median(cpu),
        median(wall), *std::min_element(cpu.begin(), cpu.end()), *std::max_element(cpu.begin(), cpu.end()),
        pair.goal };
}

} // namespace patronat::bench
