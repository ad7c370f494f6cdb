// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace patronat::base {

/// The time of this place. Injected everywhere: a test sets it, a clock of 1970 or 2099 is only
/// another test. Implementations are called from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970-01-01 UTC, as the computer believes.
    virtual std::int64_t nowMs() const = 0;
    /// The civil date of this place, "2027-03-12": what "today" means in rules.
    virtual std::string today() const = 0;
};

class SystemClock final : public Clock {
public:
    std::int64_t nowMs() const override;
    std::string today() const override;
};

/// Stands still until told. For tests, the simulator and the demo.
class ManualClock final : public Clock {
public:
    explicit ManualClock(std::int64_t ms = 0) : m_ms(ms) {}
    std::int64_t nowMs() const override { return m_ms; }
    std::string today() const override; ///< of UTC
    void set(std::int64_t ms) { m_ms = ms; }
    void advance(std::int64_t ms) { m_ms += ms; }

private:
    std::int64_t m_ms;
};

/// "2027-03-12T09:30:00Z" of milliseconds since 1970.
std::string isoTime(std::int64_t ms);
/// "2027-03-12" of milliseconds since 1970, in UTC.
std::string isoDate(std::int64_t ms);
/// Milliseconds since 1970 of the first moment of an ISO date; nothing when it is not a date.
bool parseIsoDate(const std::string& text, std::int64_t& ms);

} // namespace patronat::base
