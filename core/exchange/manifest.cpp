// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/manifest.h"

#include "core/vault/canonicaljson.h"

#include <algorithm>

namespace patronat::exchange {

using nlohmann::json;
using vault::numberOf;
using vault::textOf;

namespace {

constexpr std::size_t kIdDigits = 32;

std::string idOf(const json& withoutId)
{
    return base::hex(base::blake2b(vault::canonical(withoutId))).substr(0, kIdDigits);
}

std::optional<base::Digest256> digestFromHex(const std::optional<std::string>& text)
{
    const auto bytes = vault::publicKeyFromHex(text.value_or(std::string()));
    return bytes ? std::optional<base::Digest256>(*bytes) : std::nullopt;
}

json bodyOf(const Manifest& m)
{
    json body = { { "v", kBatchVersion }, { "minReader", m.minReader },
        { "kind", m.kind == BatchKind::Origin ? "origin" : "selection" }, { "site", m.site.hex() },
        { "office", { { "code", m.officeCode }, { "name", m.siteName }, { "kind", m.siteKind } } },
        { "key", vault::hex(m.key) },
        // Sealing to recipients puts "age" here and their keys into the list.
        { "envelope", "none" }, { "recipients", json::array() }, { "payloadHash", base::hex(m.payloadHash) },
        { "payloadBytes", m.payloadBytes }, { "plainSize", m.plainBytes }, { "frames", m.frames },
        { "operations", m.operations }, { "stamp", m.stamp }, { "nonce", m.nonce },
        { "profile", { { "id", m.profileId }, { "version", m.profileVersion }, { "hash", m.profileHash } } } };
    if (!m.recipient.isNull())
        body["for"] = m.recipient.hex();
    if (!m.after.empty())
        body["after"] = m.after;
    if (m.institution)
        body["institution"] = vault::toJson(*m.institution);
    if (!m.certificate.empty())
        body["certificate"] = json::parse(m.certificate);
    return body;
}

bool takeNumbers(const json& body, Manifest& m)
{
    for (const auto& [key, target] : { std::pair { "minReader", &m.minReader }, std::pair { "payloadBytes", &m.payloadBytes },
             std::pair { "plainSize", &m.plainBytes }, std::pair { "frames", &m.frames },
             std::pair { "operations", &m.operations }, std::pair { "nonce", &m.nonce } }) {
        const auto number = numberOf(body, key);
        if (!number)
            return false;
        *target = *number;
    }
    const auto stamp = body.find("stamp");
    if (stamp == body.end() || !stamp->is_number_integer())
        return false;
    m.stamp = stamp->get<std::int64_t>();
    return true;
}

bool takeTexts(const json& object, std::initializer_list<std::pair<const char*, std::string*>> members)
{
    for (const auto& [key, target] : members) {
        auto text = textOf(object, key);
        if (!text || text->size() > 512)
            return false;
        *target = std::move(*text);
    }
    return true;
}

bool takeIdentity(const json& body, Manifest& m)
{
    const auto site = base::SiteId::fromHex(textOf(body, "site").value_or(std::string()));
    const auto key = vault::publicKeyFromHex(textOf(body, "key").value_or(std::string()));
    const auto kind = textOf(body, "kind");
    if (!site || site->isNull() || !key || (kind != "origin" && kind != "selection"))
        return false;
    m.site = *site;
    m.key = *key;
    m.kind = kind == "origin" ? BatchKind::Origin : BatchKind::Selection;
    if (body.contains("for")) {
        const auto recipient = base::SiteId::fromHex(textOf(body, "for").value_or(std::string()));
        if (!recipient)
            return false;
        m.recipient = *recipient;
    }
    if (body.contains("after")) {
        m.after = textOf(body, "after").value_or(std::string());
        if (m.after.size() != kIdDigits)
            return false;
    }
    if (body.contains("institution")) {
        m.institution = vault::institutionFromJson(body["institution"]);
        if (!m.institution)
            return false;
    }
    if (body.contains("certificate"))
        m.certificate = vault::canonical(body["certificate"]);
    return true;
}

} // namespace

std::string toText(Manifest& manifest)
{
    json body = bodyOf(manifest);
    manifest.id = idOf(body);
    body["batchId"] = manifest.id;
    return vault::canonical(body);
}

std::optional<Manifest> manifestFromText(std::string_view text)
{
    auto body = vault::parseCanonical(text);
    if (!body || !body->is_object())
        return std::nullopt;
    Manifest m;
    m.id = textOf(*body, "batchId").value_or(std::string());
    body->erase("batchId");
    const auto hash = digestFromHex(textOf(*body, "payloadHash"));
    const json office = body->value("office", json::object());
    const json profile = body->value("profile", json::object());
    if (m.id != idOf(*body) || !hash || !takeNumbers(*body, m) || !takeIdentity(*body, m)
        || !takeTexts(office, { { "code", &m.officeCode }, { "name", &m.siteName }, { "kind", &m.siteKind } })
        || !takeTexts(profile,
            { { "id", &m.profileId }, { "version", &m.profileVersion }, { "hash", &m.profileHash } }))
        return std::nullopt;
    // An envelope this program cannot open is a later version's, whatever minReader says.
    if (textOf(*body, "envelope") != "none")
        m.minReader = std::max(m.minReader, kBatchVersion + 1);
    m.payloadHash = *hash;
    return m;
}

std::uint64_t neededReader(std::string_view text)
{
    const auto body = vault::parseCanonical(text);
    return body ? numberOf(*body, "minReader").value_or(0) : 0;
}

} // namespace patronat::exchange
