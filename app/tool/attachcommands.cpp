// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/attachcommands.h"

#include "app/tool/afterwriting.h"
#include "app/tool/recordview.h"
#include "core/scans/consent.h"
#include "core/scans/prepare.h"

#include <algorithm>
#include <array>

namespace patronat::tool {

using base::ErrorCode;
using base::RecordId;
using base::Result;
using store::ReadTx;
using store::WriteTx;

namespace {

constexpr std::array kRefusals {
    Words { "", "" },
    Words { "the file is empty", "файл пуст" },
    Words { "the file is too large", "файл слишком велик" },
    Words { "this is no PDF, picture (JPEG, PNG, TIFF, WebP) or ODT text",
        "это не PDF, не снимок (JPEG, PNG, TIFF, WebP) и не текст ODT" },
    Words { "the picture is damaged or was not copied whole", "снимок повреждён или скопирован не полностью" },
    Words { "the picture has more dots than can be unpacked", "в снимке больше точек, чем можно распаковать" },
    Words { "this kind of picture (HEIC) cannot be read on this computer: save it as JPEG",
        "такой снимок (HEIC) на этом компьютере не читается: сохраните его как JPEG" },
};
constexpr std::array kTreatments {
    Words { "what the picture told of place and device is removed", "сведения о месте и устройстве удалены" },
    Words { "author, program and dates of the file are removed", "автор, программа и даты файла удалены" },
    Words { "locked with a password: kept as it is, with its author", "защищён паролем: оставлен как есть, вместе со сведениями об авторе" },
    Words { "signed electronically: kept as it is, with its author",
        "подписан электронной подписью: оставлен как есть, вместе со сведениями об авторе" },
    Words { "could not be taken apart: kept as it is, with its author", "разобрать не удалось: оставлен как есть, вместе со сведениями об авторе" },
    Words { "several pages: kept as it is", "несколько страниц: оставлен как есть" },
    Words { "kept as it is, with its author", "оставлен как есть, вместе со сведениями об авторе" },
};
constexpr Words kWithdrawn { "the consent to pictures was withdrawn: no new ones are added (BR-48)",
    "согласие на съёмку отозвано: новые снимки не добавляются (BR-48)" };
constexpr Words kNoConsent { "no consent to pictures stands: say with --basis what the picture rests on",
    "действующего согласия на съёмку нет: укажите ключом --basis, на чём основан снимок" };

int refuse(Invocation& run, std::string_view reason, const Words& words)
{
    run.output().answer(Json { { "added", false }, { "reason", reason } }, std::string(words.in(run.output().language())) + '\n');
    return kNotDone;
}

/// What else the write says: the basis, where one is needed and given.
struct Leave {
    const Words* refusal = nullptr;
    std::string_view reason;
    base::Fields also;
};

Leave leaveOf(const ReadTx& tx, const scans::PictureConsent* consent, const base::Fields& values,
    const std::optional<std::string>& basis, const std::string& today)
{
    if (consent == nullptr)
        return {};
    const auto family = values.find(consent->family);
    const RecordId* id = family == values.end() ? nullptr : family->second.reference();
    const auto answer = scans::consentOf(tx, id == nullptr ? RecordId() : *id, consent->purpose, today);
    if (answer.state == scans::ConsentState::Withdrawn)
        return { &kWithdrawn, "consentWithdrawn", {} };
    const auto said = values.find(consent->basis);
    const bool isSaid = said != values.end() && !said->second.textOr({}).empty();
    if (answer.state == scans::ConsentState::Standing || isSaid)
        return {};
    if (!basis || basis->empty() || consent->basis.empty())
        return { &kNoConsent, "noConsent", {} };
    return { nullptr, {}, { { consent->basis, base::Value(*basis) } } };
}

std::string nameOf(const std::filesystem::path& file)
{
    const std::u8string name = file.stem().u8string();
    return { name.begin(), name.end() };
}

Result<int> attach(Invocation& run)
{
    const std::string type = run.positional(0, "TYPE");
    const RecordId id = run.recordId(1);
    const std::string field = run.positional(2, "FIELD");
    const auto path = pathOf(run.positional(3, "FILE"));
    PATRONAT_LET(const auto store, run.openForWriting());
    const profile::RecordType* known = store->profile().type(type);
    if (known == nullptr)
        return { ErrorCode::UnknownType, { type } };
    const profile::Field* into = known->field(field);
    if (into == nullptr || into->type != profile::FieldType::Attachment)
        return { ErrorCode::UnknownField, { type, field } };
    const scans::ScanSettings settings = scans::scanSettings(store->profile());
    PATRONAT_LET(const store::Record record, store->read([&](const ReadTx& tx) { return tx.record(type, id); }));
    PATRONAT_LET(const Leave leave, store->read([&](const ReadTx& tx) -> Result<Leave> {
        return leaveOf(tx, settings.consentFor(type, field), record.values, run.arguments().value("--basis"), run.clock().today());
    }));
    if (leave.refusal != nullptr)
        return refuse(run, leave.reason, *leave.refusal);

    base::Job job;
    PATRONAT_LET(scans::TakenScan taken, scans::take(store::Blobs(run.database()), path, settings, job));
    const scans::Prepared& prepared = taken.prepared;
    if (prepared.refusal != scans::Refusal::None)
        return refuse(run, scans::nameOf(prepared.refusal), kRefusals.at(static_cast<std::size_t>(prepared.refusal)));
    taken.file.name = run.arguments().value("--name").value_or(nameOf(path));
    taken.file.scanned = run.clock().today();

    const auto before = record.values.find(field);
    auto files = store::attachmentsOf(before == record.values.end() ? std::string_view() : before->second.textOr({}));
    std::erase_if(files, [&](const store::Attachment& one) { return one.hash == taken.file.hash; });
    files.push_back(taken.file);
    base::Fields changes = leave.also;
    changes[field] = base::Value(store::attachmentsText(files));
    PATRONAT_TRY(store->write(run.writeOptions(*store, "attach"), [&](WriteTx& tx) -> Result<base::OperationId> {
        return tx.put(type, id, record.heads, changes, {});
    }));
    PATRONAT_TRY(afterWriting(run, *store));
    const Words& done = kTreatments.at(static_cast<std::size_t>(prepared.treatment));
    run.output().answer(Json { { "added", true }, { "treatment", scans::nameOf(prepared.treatment) }, { "hash", taken.file.hash },
                            { "kind", store::endingOf(taken.file.kind) }, { "sizeBefore", prepared.sizeBefore }, { "size", taken.file.size },
                            { "width", prepared.width }, { "height", prepared.height } },
        taken.file.name + ": " + std::to_string(prepared.sizeBefore) + " -> " + std::to_string(taken.file.size) + "; "
            + std::string(done.in(run.output().language())) + '\n');
    return kDone;
}

constexpr std::array kOptions {
    Option { "--name", "NAME", { "what people call the file; else its own name", "как файл называть; иначе его имя" } },
    Option { "--basis", "TEXT",
        { "what a picture of people rests on where no consent is entered", "основание съёмки, если согласие в программу не внесено" } },
    Option { "--author", "ID", { "staff record of who does it", "запись специалиста, который это делает" } },
};

constexpr std::array kCommands {
    Command { "attach", "TYPE ID FIELD FILE [--name NAME] [--basis TEXT] [--author ID]",
        { "Add a file to a field of a record, prepared as the window does: a picture is made smaller, place, device and author are removed",
            "Добавить файл в поле записи с той же подготовкой, что и в окне: снимок уменьшается, место, устройство и автор удаляются" },
        "{added: false, reason: empty|tooLarge|unknownKind|unreadable|tooManyDots|noReader|noConsent|consentWithdrawn} or {added: true, treatment: "
        "redrawn|cleaned|pdfLocked|pdfSigned|pdfDamaged|severalPages|asItIs, hash, kind, sizeBefore, size, width, height}",
        4, 4, kOptions, attach },
};

} // namespace

std::span<const Command> attachCommands()
{
    return kCommands;
}

} // namespace patronat::tool
