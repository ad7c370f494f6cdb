// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/countingvfs.h"
#include "tests/bench/measures.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace patronat::bench;

void print(const Measured& measured)
{
    std::printf("\n%u families: %zu rows, %zu operations\n", measured.families, measured.rows, measured.operations);
    std::printf("%-58s %10s %10s %8s %8s %12s  %s\n", "workload", "ours cpu", "floor cpu", "x cpu", "x wall", "spread", "limit");
    for (const Ratio& r : measured.ratios)
        std::printf("%-58s %7.1f ms %7.1f ms %8.3f %8.3f %5.2f-%5.2f  %s\n", r.name.c_str(), r.oursCpu, r.floorCpu, r.cpu,
            r.wall, r.least, r.most, r.goal.c_str());
    for (const auto& [name, value] : measured.figures)
        std::printf("%-58s %10.3f\n", name.c_str(), value);
    std::fflush(stdout);
}

nlohmann::ordered_json toJson(const Measured& measured)
{
    nlohmann::ordered_json out { { "families", measured.families }, { "rows", measured.rows },
        { "operations", measured.operations } };
    for (const Ratio& r : measured.ratios)
        out["ratios"].push_back({ { "workload", r.name }, { "cpu", r.cpu }, { "wall", r.wall }, { "least", r.least },
            { "most", r.most }, { "oursCpuMs", r.oursCpu }, { "floorCpuMs", r.floorCpu }, { "limit", r.goal } });
    for (const auto& [name, value] : measured.figures)
        out["figures"][name] = value;
    return out;
}

struct Arguments {
    std::filesystem::path folder = "build/bench";
    std::filesystem::path profile = "resources/profiles/ru-ta";
    int rounds = 5;
    std::string only;
    std::vector<unsigned> sizes { 1500, 10000 };
};

Arguments parse(int argc, char** argv)
{
    Arguments arguments;
    std::vector<unsigned> sizes;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--rounds" && i + 1 < argc)
            arguments.rounds = std::stoi(argv[++i]);
        else if (argument == "--only" && i + 1 < argc)
            arguments.only = argv[++i];
        else if (argument == "--folder" && i + 1 < argc)
            arguments.folder = argv[++i];
        else if (argument == "--profile" && i + 1 < argc)
            arguments.profile = argv[++i];
        else
            sizes.push_back(static_cast<unsigned>(std::stoul(argument)));
    }
    if (!sizes.empty())
        arguments.sizes = sizes;
    return arguments;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    try {
        const Arguments arguments = parse(argc, argv);
        countSyncs();
        std::filesystem::create_directories(arguments.folder);
        nlohmann::ordered_json all;
        for (const unsigned families : arguments.sizes) {
            Region region(arguments.folder / std::to_string(families), arguments.profile, families, 45);
            const Measured measured = measureAll(region, arguments.rounds, arguments.only);
            print(measured);
            all.push_back(toJson(measured));
        }
        std::ofstream(arguments.folder / "bench.json") << all.dump(2) << '\n';
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "patronat_bench: %s\nusage: patronat_bench [FAMILIES…] [--rounds N] [--only WORKLOAD] [--folder DIR] [--profile DIR]\n",
            error.what());
        return 1;
    }
}
