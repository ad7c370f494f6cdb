// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace patronat::base {

/// What can be expected to go wrong. Each code has its sentence for people in ui/common (and in
/// app/tool for the shell); core never holds text for people. Codes are stable: scripts read them.
enum class ErrorCode
{
    Cancelled,
    NotFound, ///< args: what, id
    InvalidArgument, ///< args: what, why
    FileNotReadable, ///< args: path
    FileNotWritable, ///< args: path
    DiskFull, ///< args: path
    DatabaseBusy, ///< args: path, who holds it
    DatabaseDamaged, ///< args: path
    DatabaseTooNew, ///< args: path, its version, ours
    NotADatabase, ///< args: path
    DatabaseFailed, ///< args: path; detail: the engine's words
    ProfileBroken, ///< args: file, line, path, why
    UnknownType, ///< args: type
    UnknownField, ///< args: type, field
    InvalidValue, ///< args: type, field, why
    BaseRequired, ///< args: type, id: a change of an existing record must name the heads it saw
    UnknownBase, ///< args: type, id, head
    OpenConflict, ///< args: type, id, fields: sign, remove and erase are refused over a conflict
    RecordSigned, ///< args: type, id, fields
    RecordNotSigned, ///< args: type, id
    RecordRemoved, ///< args: type, id
    UnitFixed, ///< args: type, id, field: the reference that leads to the unit cannot change
    OfProcess, ///< args: type, id, field: a state and what led to it is written by transitions
               ///< alone
    TransitionRefused, ///< args: type, id, transition, then what is missing: "role CHAIR", "reason"
    RuleBroken, ///< args: type, id, rules: E rules and required fields block signing
    ReasonNeeded, ///< args: type, id, rules of severity W: they are signed over with a reason
    WriteTooLarge, ///< args: operations, bound
    BatchUnreadable, ///< args: file, why
    BatchTooNew, ///< args: file, needed, ours
    BatchForeign, ///< args: file, its institution, ours
    BatchUncertified, ///< args: file, site
    BatchTampered, ///< args: file, where
    NotPermitted, ///< args: what
    NumberingWaits, ///< args: series: after a restore, until the last number issued is confirmed
    Timeout, ///< not known yet; never "not saved"
    Internal, ///< a broken promise of our own; detail says which
};

/// The stable name of a code ("batchForeign"), for logs, JSON and exit messages.
std::string_view codeName(ErrorCode code);

/// A code, its arguments (values, never sentences) and a technical detail in English without
/// personal data. A value; free to copy between threads.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    std::vector<std::string> args;
    std::string detail;

    bool operator==(const Error&) const = default;
};

/// "code(arg, arg): detail", for logs and tests.
std::string describe(const Error& error);

struct Ok
{
    bool operator==(const Ok&) const = default;
};

/// A value or an Error. Built on std::variant (std::expected is not there in C++20 with g++ 12).
template <typename T = Ok>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }
    Result(ErrorCode code, std::vector<std::string> args = {}, std::string detail = {})
        : m_state(std::in_place_index<1>, Error { code, std::move(args), std::move(detail) })
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    T& value() & { return std::get<0>(m_state); }
    const T& value() const& { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const Error& error() const& { return std::get<1>(m_state); }
    Error&& error() && { return std::get<1>(std::move(m_state)); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<Ok>
{
public:
    Result() = default;
    Result(Ok) { }
    Result(Error error)
        : m_error(std::move(error))
        , m_ok(false)
    {
    }
    Result(ErrorCode code, std::vector<std::string> args = {}, std::string detail = {})
        : m_error { code, std::move(args), std::move(detail) }
        , m_ok(false)
    {
    }

    bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    Ok value() const { return {}; }
    const Error& error() const& { return m_error; }
    Error&& error() && { return std::move(m_error); }

private:
    Error m_error;
    bool m_ok = true;
};

using Status = Result<Ok>;

} // namespace patronat::base

#define PATRONAT_CONCAT_(A, B) A##B
#define PATRONAT_CONCAT(A, B) PATRONAT_CONCAT_(A, B)
/// Leaves the function with the error of EXPR, if it has one. Counted names: one may stand inside
/// another's lambda.
#define PATRONAT_TRY(EXPR) PATRONAT_TRY_(EXPR, PATRONAT_CONCAT(patronatStatus, __COUNTER__))
#define PATRONAT_TRY_(EXPR, NAME)                                                                  \
    do {                                                                                           \
        if (auto NAME = (EXPR); !NAME.ok())                                                        \
            return std::move(NAME).error();                                                        \
    } while (false)

/// `PATRONAT_LET(auto x, f())`: x is the value of f(), or the function ends with f()'s error.
#define PATRONAT_LET(DECLARATION, EXPR)                                                            \
    PATRONAT_LET_(DECLARATION, EXPR, PATRONAT_CONCAT(patronatResult, __COUNTER__))
#define PATRONAT_LET_(DECLARATION, EXPR, NAME)                                                     \
    auto NAME = (EXPR);                                                                            \
    if (!NAME.ok())                                                                                \
        return std::move(NAME).error();                                                            \
    DECLARATION = std::move(NAME).value()
