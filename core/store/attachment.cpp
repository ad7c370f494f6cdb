// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/attachment.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace patronat::store {

namespace {

using nlohmann::json;

constexpr std::size_t kHashDigits = 64;
constexpr std::array kEndings { std::pair { FileKind::Pdf, std::string_view("pdf") },
    std::pair { FileKind::Jpeg, std::string_view("jpg") }, std::pair { FileKind::Png, std::string_view("png") },
    std::pair { FileKind::Tiff, std::string_view("tif") },
    std::pair { FileKind::OpenDocument, std::string_view("odt") } };

bool isHash(std::string_view text)
{
    return text.size() == kHashDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string member(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<Attachment> attachmentOf(const json& object)
{
    if (!object.is_object())
        return std::nullopt;
    Attachment file { member(object, "hash"), member(object, "name"), FileKind::Pdf, 0, member(object, "scanned") };
    const std::string ending = member(object, "kind");
    const auto kind = std::find_if(kEndings.begin(), kEndings.end(), [&](const auto& one) { return one.second == ending; });
    const auto size = object.find("size");
    if (!isHash(file.hash) || kind == kEndings.end() || size == object.end() || !size->is_number_unsigned())
        return std::nullopt;
    file.kind = kind->first;
    file.size = size->get<std::uint64_t>();
    return file;
}

} // namespace

std::optional<FileKind> fileKindOf(std::string_view beginning)
{
    using namespace std::string_view_literals;
    const auto begins = [&](std::string_view with) { return beginning.substr(0, with.size()) == with; };
    if (begins("%PDF-"sv))
        return FileKind::Pdf;
    if (begins("\xFF\xD8\xFF"sv))
        return FileKind::Jpeg;
    if (begins("\x89PNG\r\n\x1A\n"sv))
        return FileKind::Png;
    if (begins("II*\0"sv) || begins("MM\0*"sv))
        return FileKind::Tiff;
    // A package whose first member says what it is, uncompressed: so OpenDocument asks for it.
    constexpr std::size_t kNameAt = 30;
    constexpr std::string_view kType = "mimetypeapplication/vnd.oasis.opendocument.text";
    if (begins("PK\x03\x04"sv) && beginning.size() > kNameAt && beginning.substr(kNameAt, kType.size()) == kType)
        return FileKind::OpenDocument;
    return std::nullopt;
}

std::string_view endingOf(FileKind kind)
{
    return std::find_if(kEndings.begin(), kEndings.end(), [&](const auto& one) { return one.first == kind; })->second;
}

std::vector<Attachment> attachmentsOf(std::string_view value)
{
    std::vector<Attachment> out;
    const json read = json::parse(value, nullptr, false);
    if (!read.is_array())
        return out;
    for (const json& one : read)
        if (auto file = attachmentOf(one))
            out.push_back(std::move(*file));
    return out;
}

std::string attachmentsText(std::vector<Attachment> files)
{
    if (files.empty())
        return {};
    std::sort(files.begin(), files.end(), [](const Attachment& a, const Attachment& b) { return a.hash < b.hash; });
    files.erase(std::unique(files.begin(), files.end(),
                    [](const Attachment& a, const Attachment& b) { return a.hash == b.hash; }),
        files.end());
    json out = json::array();
    for (const Attachment& file : files) {
        json one { { "hash", file.hash }, { "name", file.name }, { "kind", endingOf(file.kind) }, { "size", file.size } };
        if (!file.scanned.empty())
            one["scanned"] = file.scanned;
        out.push_back(std::move(one));
    }
    return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace patronat::store
