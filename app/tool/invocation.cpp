// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/invocation.h"

#include "app/place/profileplace.h"
#include "core/store/clockdoubt.h"

#include <charconv>
#include <cstdio>
#include <iostream>
#include <iterator>

#ifdef _WIN32
#include <io.h>
#include <stdio.h>
#else
#include <unistd.h>
#endif

namespace patronat::tool {

using base::ErrorCode;
using base::RecordId;
using base::Result;
using store::Store;

namespace {

constexpr Words kMissingArgument { "an argument is missing", "не хватает аргумента" };
constexpr Words kNotAnId { "an id has 32 hex digits", "номер записи — 32 знака 0-9 a-f" };
constexpr Words kNotHeads { "these are no heads as `get` prints them",
    "это не heads, какие печатает `get`" };
constexpr Words kNotACount { "a whole number is expected", "ожидается целое число" };
constexpr std::string_view kAuthorSetting = "author";

} // namespace

std::string Invocation::positional(std::size_t index, std::string_view name) const
{
    if (index >= m_arguments.positional().size())
        throw UsageError(kMissingArgument, std::string(name));
    return m_arguments.positional()[index];
}

RecordId Invocation::recordId(std::size_t index) const
{
    return parseRecordId(positional(index, "ID"));
}

std::filesystem::path Invocation::database() const
{
    return pathOf(m_arguments.required("--db"));
}

RecordId Invocation::author(const Store& store) const
{
    if (const auto given = m_arguments.value("--author"))
        return parseRecordId(*given);
    const auto set = store.read([](const store::ReadTx& tx) -> Result<std::string> {
        return tx.setting(kAuthorSetting).value_or(std::string());
    });
    return set ? RecordId::fromHex(*set).value_or(RecordId {}) : RecordId {};
}

store::WriteOptions Invocation::writeOptions(const Store& store, std::string name) const
{
    return { author(store), {}, {}, std::move(name) };
}

Result<std::unique_ptr<Store>> Invocation::open(
    const std::filesystem::path& database, bool readOnly)
{
    store::OpenOptions options;
    options.writer = store::WriterMode::Inline;
    options.readOnly = readOnly;
    options.profilesRoot = place::profilesRoot(m_arguments.value("--profiles"));
    return Store::open(database, environment(), options);
}

void Invocation::tellClock(const Store& store) const
{
    const auto newest
        = store.read([](const store::ReadTx& tx) -> Result<std::optional<std::int64_t>> {
              return store::newestLocalChange(tx);
          });
    const std::int64_t now = m_clock.nowMs();
    if (newest && store::isClockBehind(*newest, now))
        std::fprintf(stderr,
            "the clock shows %s, before the last change of this database (%s): dates written now "
            "will be wrong\n",
            base::isoTime(now).c_str(), base::isoTime(**newest).c_str());
}

Result<std::unique_ptr<Store>> Invocation::openForReading()
{
    return open(database(), true);
}

Result<std::unique_ptr<Store>> Invocation::openForWriting()
{
    PATRONAT_LET(auto store, open(database(), false));
    tellClock(*store);
    store->onChanged([this](const store::Changes& changes) {
        m_changes.insert(m_changes.end(), changes.begin(), changes.end());
    });
    return store;
}

Result<std::unique_ptr<Store>> Invocation::openCopy(const std::filesystem::path& copy)
{
    return open(copy, false);
}

std::filesystem::path pathOf(const std::string& text)
{
    return std::filesystem::path(std::u8string(text.begin(), text.end()));
}

std::string pathText(const std::filesystem::path& path)
{
    const std::u8string text = path.u8string();
    return { text.begin(), text.end() };
}

RecordId parseRecordId(const std::string& text)
{
    const auto id = RecordId::fromHex(text);
    if (!id)
        throw UsageError(kNotAnId, text);
    return *id;
}

std::vector<journal::Head> parseBase(const std::string& text)
{
    auto heads = store::parseHeads(text);
    if (!heads || heads->empty())
        throw UsageError(kNotHeads, text);
    return std::move(*heads);
}

std::int64_t parseCount(const std::string& text)
{
    std::int64_t count = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), count);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size() || count < 0)
        throw UsageError(kNotACount, text);
    return count;
}

std::string readStandardInput()
{
    return { std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>() };
}

std::string readPipedInput()
{
#ifdef _WIN32
    const bool isPerson = _isatty(_fileno(stdin)) != 0;
#else
    const bool isPerson = isatty(STDIN_FILENO) != 0;
#endif
    return isPerson ? std::string() : readStandardInput();
}

} // namespace patronat::tool
