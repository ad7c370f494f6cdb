// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

namespace patronat::base {

// A switch, not a table: the compiler says when a code has no name.
std::string_view codeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::NotFound:
        return "notFound";
    case ErrorCode::InvalidArgument:
        return "invalidArgument";
    case ErrorCode::FileNotReadable:
        return "fileNotReadable";
    case ErrorCode::FileNotWritable:
        return "fileNotWritable";
    case ErrorCode::DiskFull:
        return "diskFull";
    case ErrorCode::DatabaseBusy:
        return "databaseBusy";
    case ErrorCode::DatabaseDamaged:
        return "databaseDamaged";
    case ErrorCode::DatabaseTooNew:
        return "databaseTooNew";
    case ErrorCode::NotADatabase:
        return "notADatabase";
    case ErrorCode::DatabaseFailed:
        return "databaseFailed";
    case ErrorCode::ProfileBroken:
        return "profileBroken";
    case ErrorCode::UnknownType:
        return "unknownType";
    case ErrorCode::UnknownField:
        return "unknownField";
    case ErrorCode::InvalidValue:
        return "invalidValue";
    case ErrorCode::BaseRequired:
        return "baseRequired";
    case ErrorCode::UnknownBase:
        return "unknownBase";
    case ErrorCode::OpenConflict:
        return "openConflict";
    case ErrorCode::RecordSigned:
        return "recordSigned";
    case ErrorCode::RecordNotSigned:
        return "recordNotSigned";
    case ErrorCode::RecordRemoved:
        return "recordRemoved";
    case ErrorCode::UnitFixed:
        return "unitFixed";
    case ErrorCode::OfProcess:
        return "ofProcess";
    case ErrorCode::TransitionRefused:
        return "transitionRefused";
    case ErrorCode::RuleBroken:
        return "ruleBroken";
    case ErrorCode::ReasonNeeded:
        return "reasonNeeded";
    case ErrorCode::WriteTooLarge:
        return "writeTooLarge";
    case ErrorCode::BatchUnreadable:
        return "batchUnreadable";
    case ErrorCode::BatchTooNew:
        return "batchTooNew";
    case ErrorCode::BatchForeign:
        return "batchForeign";
    case ErrorCode::BatchUncertified:
        return "batchUncertified";
    case ErrorCode::BatchTampered:
        return "batchTampered";
    case ErrorCode::NotPermitted:
        return "notPermitted";
    case ErrorCode::NumberingWaits:
        return "numberingWaits";
    case ErrorCode::Timeout:
        return "timeout";
    case ErrorCode::Internal:
        return "internal";
    }
    return "internal"; // a number that is no code came from outside
}

std::string describe(const Error& error)
{
    std::string out(codeName(error.code));
    for (std::size_t i = 0; i < error.args.size(); ++i)
        out.append(i == 0 ? "(" : ", ").append(error.args[i]);
    if (!error.args.empty())
        out += ')';
    if (!error.detail.empty())
        out.append(": ").append(error.detail);
    return out;
}

} // namespace patronat::base
