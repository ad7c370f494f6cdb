// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/institution.h"

#include "core/exchange/identity.h"
#include "core/vault/institution.h"

#include <memory>
#include <utility>

namespace patronat::demo {

using base::Result;
using base::Status;

namespace {

constexpr std::uint64_t kKeys = 0x6B657973ULL; ///< keeps the institution's chance apart from the region's

} // namespace

Result<Certify> makeInstitution(const DemoOptions& options, std::filesystem::path& keyFile)
{
    base::SeededRandom random(options.seed ^ kKeys);
    auto key = std::make_shared<const vault::InstitutionKey>(vault::createInstitution("Учебный регион", random));
    PATRONAT_TRY(vault::writeInstitution(*key, options.out, "demo"));
    keyFile = options.out / "demo.institution-key";
    return Certify([key = std::move(key)](store::Store& store, const std::string& territory) -> Status {
        std::vector<std::string> territories;
        if (!territory.empty())
            territories.push_back(territory);
        return exchange::certifySite(store, *key, std::move(territories));
    });
}

} // namespace patronat::demo
