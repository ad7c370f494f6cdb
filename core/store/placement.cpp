// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/placement.h"

#include "core/base/text.h"
#include "core/db/durablefile.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace patronat::store {

using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

constexpr std::string_view kNonce = "opening.nonce";

std::string drawNonce(base::Random& random)
{
    return base::RecordId { random.next(), random.next() }.hex();
}

std::string utf8(const std::filesystem::path& path)
{
    const std::u8string text = path.u8string();
    return { reinterpret_cast<const char*>(text.data()), text.size() };
}

std::vector<std::string> readMachine(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    const std::string text { std::istreambuf_iterator<char>(in), {} };
    std::vector<std::string> nonces;
    for (std::string& line : base::split(text, '\n'))
        if (base::RecordId::fromHex(line)) // a damaged file remembers nothing
            nonces.push_back(std::move(line));
    return nonces;
}

Status writeMachine(const std::filesystem::path& file, const std::vector<std::string>& nonces)
{
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    std::filesystem::path fresh = file;
    fresh += ".new";
    {
        std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
        for (const std::string& nonce : nonces)
            out << nonce << '\n';
        out.close();
        if (!out)
            return { ErrorCode::FileNotWritable, { utf8(fresh) } };
    }
    PATRONAT_TRY(db::syncFile(fresh));
    return db::renameDurably(fresh, file);
}

} // namespace

Placement judgePlacement(const std::optional<std::string>& inDatabase, const std::vector<std::string>& onMachine)
{
    if (!inDatabase)
        return Placement::First;
    const bool known = std::find(onMachine.begin(), onMachine.end(), *inDatabase) != onMachine.end();
    return known ? Placement::Same : Placement::MovedOrCopied;
}

std::vector<std::string> rememberedAfter(const std::optional<std::string>& inDatabase, const std::string& fresh)
{
    std::vector<std::string> out { fresh };
    if (inDatabase)
        out.push_back(*inDatabase); // until the database has the fresh one, this is the one it has
    return out;
}

Result<Placement> placeOpening(Store& store, const std::filesystem::path& machineFolder, base::Random& random)
{
    const auto nonce = store.read([](const ReadTx& tx) -> Result<std::optional<std::string>> { return tx.setting(kNonce); });
    if (!nonce)
        return nonce.error();
    const std::filesystem::path file = machineFolder / (store.site().id.hex() + ".openings");
    const Placement placement = judgePlacement(*nonce, readMachine(file));
    const std::string fresh = drawNonce(random);
    PATRONAT_TRY(writeMachine(file, rememberedAfter(*nonce, fresh)));
    PATRONAT_TRY(store.bulk([&](Store::Inner& inner) -> Status {
        auto save = inner.connection.prepare("INSERT INTO setting(name, value) VALUES(?1, ?2) "
                                             "ON CONFLICT(name) DO UPDATE SET value = excluded.value");
        save.bind(1, kNonce).bind(2, std::string_view(fresh)).run();
        return {};
    }));
    return placement;
}

} // namespace patronat::store
