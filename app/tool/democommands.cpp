// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo.h"
#include "app/place/profileplace.h"
#include "app/tool/command.h"
#include "core/base/job.h"

#include <array>

namespace patronat::tool {

using base::Result;

namespace {

constexpr std::string_view kProfile = "ru-ta";

unsigned countOr(const Arguments& arguments, std::string_view option, unsigned otherwise)
{
    const auto given = arguments.value(option);
    return given ? static_cast<unsigned>(parseCount(*given)) : otherwise;
}

Result<int> demo(Invocation& run)
{
    const Arguments& arguments = run.arguments();
    demo::DemoOptions options;
    options.families = countOr(arguments, "--families", options.families);
    options.offices = countOr(arguments, "--offices", options.offices);
    if (const auto seed = arguments.value("--seed"))
        options.seed = static_cast<std::uint64_t>(parseCount(*seed));
    options.out = pathOf(arguments.required("--out"));
    PATRONAT_LET(options.profile,
        place::profileFolder(place::profilesRoot(arguments.value("--profiles")),
            arguments.value("--profile").value_or(std::string(kProfile))));
    base::Job job;
    PATRONAT_LET(const demo::DemoReport report, demo::makeDemo(options, job));
    Json offices = Json::array();
    std::string lines;
    for (const std::filesystem::path& office : report.offices) {
        offices.push_back(pathText(office));
        lines += pathText(office) + '\n';
    }
    lines += pathText(report.region) + '\n';
    const Json json { { "offices", offices }, { "region", pathText(report.region) },
        { "institutionKey", pathText(report.institutionKey) }, { "families", report.families },
        { "specialists", report.specialists }, { "meetings", report.meetings },
        { "programmes", report.programmes }, { "operations", report.operations },
        { "conflicts", report.conflicts }, { "beside", report.besides } };
    for (const char* part : { "families", "specialists", "meetings", "programmes", "operations",
             "conflicts", "beside" })
        lines += std::string(part) + ' ' + cellText(json[part]) + '\n';
    run.output().answer(json, lines);
    return kDone;
}

constexpr std::array kOptions {
    Option { "--families", "N", { "how many families", "сколько семей" } },
    Option { "--offices", "N", { "how many offices", "сколько учреждений" } },
    Option { "--seed", "S",
        { "equal seeds make equal regions", "одинаковые числа дают одинаковые регионы" } },
    Option { "--out", "DIR", { "where to", "куда" } },
    Option { "--profile", "ID", { "the region's profile", "профиль региона" } },
};

constexpr std::array kCommands {
    Command { "demo", "--families N --offices N --seed S --out DIR",
        { "Make a synthetic region: its offices, not yet merged, and a supervisor's database with "
          "all merged",
            "Создать учебный регион: базы учреждений и сводную базу" },
        "{offices: [file], region, institutionKey, families, specialists, meetings, programmes, "
        "operations, conflicts, beside}",
        0, 0, kOptions, demo },
};

} // namespace

std::span<const Command> demoCommands()
{
    return kCommands;
}

} // namespace patronat::tool
