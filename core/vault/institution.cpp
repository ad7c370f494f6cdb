// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/institution.h"

#include "core/base/hash.h"
#include "core/vault/canonicaljson.h"
#include "core/vault/keyfile.h"

namespace patronat::vault {

using base::ErrorCode;
using base::Result;
using base::Status;
using nlohmann::json;

namespace {

constexpr std::size_t kIdDigits = 32;
constexpr std::size_t kMaxNameBytes = 512;

std::string idOf(const PublicKey& key)
{
    return base::hex(base::blake2b({ reinterpret_cast<const char*>(key.data()), key.size() })).substr(0, kIdDigits);
}

base::Error notInstitution(const std::filesystem::path& file, const char* why)
{
    const std::u8string path = file.u8string();
    return { ErrorCode::InvalidArgument, { "institution", std::string(path.begin(), path.end()) }, why };
}

Result<json> readJson(const std::filesystem::path& file)
{
    PATRONAT_LET(std::string text, readSmallFile(file));
    json value = json::parse(text, nullptr, false);
    wipe(text);
    if (!value.is_object())
        return notInstitution(file, "json");
    return value;
}

} // namespace

InstitutionKey createInstitution(std::string name, base::Random& random)
{
    SecretKey secret = SecretKey::generate(random);
    const PublicKey key = secret.signingKey();
    return { { idOf(key), std::move(name), key }, std::move(secret) };
}

json toJson(const Institution& institution)
{
    json out { { "id", institution.id }, { "name", institution.name }, { "key", hex(institution.key) } };
    if (institution.demo)
        out["demo"] = true;
    return out;
}

std::optional<Institution> institutionFromJson(const json& value)
{
    const auto id = textOf(value, "id");
    const auto name = textOf(value, "name");
    const auto key = publicKeyFromHex(textOf(value, "key").value_or(std::string()));
    if (!id || !name || !key || name->size() > kMaxNameBytes || *id != idOf(*key))
        return std::nullopt;
    const bool demo = value.contains("demo") && value["demo"] == true;
    return Institution { *id, *name, *key, demo };
}

Status writeInstitution(
    const InstitutionKey& key, const std::filesystem::path& folder, const std::string& fileName)
{
    json open = toJson(key.institution);
    const std::u8string name(fileName.begin(), fileName.end());
    PATRONAT_TRY(writeNewFile(folder / (name + u8".institution"), open.dump(2) + "\n", Readable::ByEverybody));
    open["secret"] = key.secret.hex();
    std::string text = open.dump(2) + "\n";
    wipe(open["secret"].get_ref<std::string&>());
    const Status status = writeNewFile(folder / (name + u8".institution-key"), text, Readable::ByOwner);
    wipe(text);
    return status;
}

Result<Institution> readInstitution(const std::filesystem::path& file)
{
    PATRONAT_LET(const json value, readJson(file));
    const auto institution = institutionFromJson(value);
    if (!institution)
        return notInstitution(file, "content");
    return *institution;
}

Result<InstitutionKey> readInstitutionKey(const std::filesystem::path& file)
{
    PATRONAT_LET(json value, readJson(file));
    const auto institution = institutionFromJson(value);
    auto secret = SecretKey::fromHex(textOf(value, "secret").value_or(std::string()));
    if (value.contains("secret") && value["secret"].is_string())
        wipe(value["secret"].get_ref<std::string&>());
    if (!institution || !secret || secret->signingKey() != institution->key)
        return notInstitution(file, "key");
    return InstitutionKey { *institution, std::move(*secret) };
}

} // namespace patronat::vault
