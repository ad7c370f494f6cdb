// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tool/arguments.h"
#include "app/tool/output.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/store/store.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace patronat::tool {

/// One run of one command: what was asked, where to answer, and the database it works on.
class Invocation
{
public:
    Invocation(const Arguments& arguments, const Output& output)
        : m_arguments(arguments)
        , m_output(output)
    {
    }

    const Arguments& arguments() const { return m_arguments; }
    const Output& output() const { return m_output; }
    std::string language() const { return std::string(languageCode(m_output.language())); }
    const base::Clock& clock() const { return m_clock; }
    base::Random& random() { return m_random; }
    store::Environment environment() { return { m_clock, m_random }; }

    /// A positional argument; throws UsageError when it is not there.
    std::string positional(std::size_t index, std::string_view name) const;
    base::RecordId recordId(std::size_t index) const;
    std::filesystem::path database() const;
    /// --author, else the site's own setting, else nobody.
    base::RecordId author(const store::Store& store) const;
    store::WriteOptions writeOptions(const store::Store& store, std::string name) const;

    /// Takes no lock: works beside a running writer.
    base::Result<std::unique_ptr<store::Store>> openForReading();
    /// DatabaseBusy when another process writes. What is then changed is gathered in changes().
    base::Result<std::unique_ptr<store::Store>> openForWriting();
    /// Another file than the one asked for: a copy to try something out in.
    base::Result<std::unique_ptr<store::Store>> openCopy(const std::filesystem::path& copy);
    const store::Changes& changes() const { return m_changes; }

private:
    /// On stderr, when the clock stands before what was written here last.
    void tellClock(const store::Store& store) const;
    base::Result<std::unique_ptr<store::Store>> open(
        const std::filesystem::path& database, bool readOnly);
    const Arguments& m_arguments;
    const Output& m_output;
    base::SystemClock m_clock;
    base::SystemRandom m_random;
    store::Changes m_changes;
};

/// A path of UTF-8, as the command line has it; and back.
std::filesystem::path pathOf(const std::string& text);
std::string pathText(const std::filesystem::path& path);

/// Throws UsageError when the text is no id.
base::RecordId parseRecordId(const std::string& text);
/// Throws UsageError when the text is no list of heads.
std::vector<journal::Head> parseBase(const std::string& text);
std::int64_t parseCount(const std::string& text);

/// All of stdin.
std::string readStandardInput();
/// The same, for what may be left out: nothing when a person sits at it.
std::string readPipedInput();

} // namespace patronat::tool
