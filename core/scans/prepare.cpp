// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scans/prepare.h"

#include "core/scans/pdfcleaning.h"
#include "core/scans/picture.h"

#include <array>

namespace patronat::scans {

using namespace std::string_view_literals;

namespace {

/// A container of MPEG's family names its brand after its length: "heic", "mif1", "avif".
bool isHeif(std::string_view bytes)
{
    constexpr std::array kBrands { "heic"sv, "heix"sv, "hevc"sv, "heim"sv, "heis"sv, "mif1"sv, "msf1"sv, "avif"sv };
    if (bytes.size() < 12 || bytes.substr(4, 4) != "ftyp")
        return false;
    const std::string_view brand = bytes.substr(8, 4);
    for (const std::string_view known : kBrands)
        if (brand == known)
            return true;
    return false;
}

bool isWebp(std::string_view bytes)
{
    return bytes.size() >= 12 && bytes.substr(0, 4) == "RIFF" && bytes.substr(8, 4) == "WEBP";
}

bool isPicture(std::string_view bytes)
{
    const auto kind = store::fileKindOf(bytes);
    return kind == store::FileKind::Jpeg || kind == store::FileKind::Png || kind == store::FileKind::Tiff || isWebp(bytes)
        || isHeif(bytes);
}

Refusal refusalOf(PictureOutcome outcome)
{
    switch (outcome) {
    case PictureOutcome::Unreadable:
        return Refusal::Unreadable;
    case PictureOutcome::TooManyDots:
        return Refusal::TooManyDots;
    case PictureOutcome::NoReader:
        return Refusal::NoReader;
    case PictureOutcome::Made:
    case PictureOutcome::SeveralPages:
        break;
    }
    return Refusal::None;
}

void preparePicture(const std::string& bytes, const ScanSettings& settings, Prepared& out)
{
    Picture picture = redrawn(bytes, settings.longSide, settings.quality);
    out.refusal = refusalOf(picture.outcome);
    out.widthBefore = picture.widthBefore;
    out.heightBefore = picture.heightBefore;
    out.width = picture.width;
    out.height = picture.height;
    out.treatment = Treatment::Redrawn;
    if (picture.outcome == PictureOutcome::SeveralPages) {
        out.treatment = Treatment::SeveralPages;
        out.bytes = bytes;
    } else {
        out.bytes = std::move(picture.bytes);
    }
}

void preparePdf(const std::string& bytes, Prepared& out)
{
    CleanedPdf cleaned = withoutAuthor(bytes);
    out.pages = cleaned.pages;
    switch (cleaned.outcome) {
    case PdfOutcome::Cleaned:
        out.treatment = Treatment::Cleaned;
        out.bytes = std::move(cleaned.bytes);
        return;
    case PdfOutcome::Locked:
        out.treatment = Treatment::PdfLocked;
        break;
    case PdfOutcome::Signed:
        out.treatment = Treatment::PdfSigned;
        break;
    case PdfOutcome::Damaged:
        out.treatment = Treatment::PdfDamaged;
        break;
    }
    out.bytes = bytes;
}

} // namespace

std::string_view nameOf(Refusal refusal)
{
    constexpr std::array kNames { "none"sv, "empty"sv, "tooLarge"sv, "unknownKind"sv, "unreadable"sv, "tooManyDots"sv, "noReader"sv };
    return kNames.at(static_cast<std::size_t>(refusal));
}

std::string_view nameOf(Treatment treatment)
{
    constexpr std::array kNames { "redrawn"sv, "cleaned"sv, "pdfLocked"sv, "pdfSigned"sv, "pdfDamaged"sv, "severalPages"sv, "asItIs"sv };
    return kNames.at(static_cast<std::size_t>(treatment));
}

Prepared prepare(const std::string& bytes, const ScanSettings& settings)
{
    Prepared out;
    out.sizeBefore = bytes.size();
    if (bytes.empty())
        out.refusal = Refusal::Empty;
    else if (bytes.size() > kMostSourceBytes)
        out.refusal = Refusal::TooLarge;
    else if (isPicture(bytes))
        preparePicture(bytes, settings, out);
    else if (store::fileKindOf(bytes) == store::FileKind::Pdf)
        preparePdf(bytes, out);
    else if (store::fileKindOf(bytes))
        out.bytes = bytes;
    else
        out.refusal = Refusal::UnknownKind;
    if (out.bytes.size() > store::Blobs::kMostBytes)
        out.refusal = Refusal::TooLarge;
    if (out.refusal != Refusal::None)
        out.bytes.clear();
    return out;
}

base::Result<TakenScan> take(const store::Blobs& blobs, const std::filesystem::path& file, const ScanSettings& settings, base::Job& job)
{
    TakenScan out;
    {
        PATRONAT_LET(const std::string bytes, store::Blobs::read(file, kMostSourceBytes, job));
        out.prepared = prepare(bytes, settings);
    }
    if (out.prepared.refusal != Refusal::None)
        return out;
    PATRONAT_TRY(job.checkpoint());
    PATRONAT_LET(const store::TakenBlob kept, blobs.add(out.prepared.bytes));
    out.file = kept.file;
    out.prepared.bytes.clear();
    return out;
}

} // namespace patronat::scans
