// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/vault/keys.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <optional>
#include <string>

namespace patronat::vault {

/// Whose sites trust one another: what a certificate is checked against. The id follows from the key, so
/// that nobody can claim another's.
struct Institution {
    std::string id; ///< 32 hex digits: BLAKE2b of the key, cut
    std::string name;
    PublicKey key {};
    /// Its sites hold made-up people: whoever joins it marks everything printed as «учебные данные».
    bool demo = false;
    bool operator==(const Institution&) const = default;
};

/// Certifies sites. In the file NAME.institution-key, which only its owner may read.
struct InstitutionKey {
    Institution institution;
    SecretKey secret;
};

InstitutionKey createInstitution(std::string name, base::Random& random);

nlohmann::json toJson(const Institution& institution);
/// Nothing when a part is missing or the id is not the key's.
std::optional<Institution> institutionFromJson(const nlohmann::json& value);

/// Writes NAME.institution and NAME.institution-key beside each other; both must be new.
base::Status writeInstitution(const InstitutionKey& key, const std::filesystem::path& folder, const std::string& fileName);
/// Of either file. InvalidArgument("institution", path) when it is something else.
base::Result<Institution> readInstitution(const std::filesystem::path& file);
base::Result<InstitutionKey> readInstitutionKey(const std::filesystem::path& file);

} // namespace patronat::vault
