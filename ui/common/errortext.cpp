// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errortext.h"

#include "core/base/text.h"

#include <array>
#include <span>

namespace patronat::ui {

using base::ErrorCode;

namespace {

/// {1} is the first argument of the error, {2+} the second and all that follow; a part in square
/// brackets is left out when its arguments are not there.
struct Sentence
{
    Words title;
    Words advice;
};

// Switches, not tables: the compiler says when a code has no sentence.
Sentence ofFiles(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileNotReadable:
        return { { "The file {1} cannot be read.", "Файл {1} не читается." },
            { "Check that it is there and that you may read it.",
                "Проверьте, что он на месте и у вас есть право его читать." } };
    case ErrorCode::FileNotWritable:
        return { { "The file {1} cannot be written.", "Файл {1} не удаётся записать." },
            { "Choose another name or folder; a file that is there is not replaced here.",
                "Выберите другое имя или папку; существующий файл здесь не заменяется." } };
    case ErrorCode::DiskFull:
        return { { "The disk with {1} is full.", "На диске с {1} нет места." },
            { "Free some space and repeat: nothing was changed.",
                "Освободите место и повторите: ничего не изменено." } };
    case ErrorCode::DatabaseBusy:
        return { { "The database {1} is being written by another program[: {2+}].",
                     "Базу {1} сейчас ведёт другая программа[: {2+}]." },
            { "Close that program or do the work in it; reading is possible beside it.",
                "Закройте её или сделайте это в ней; читать рядом с ней можно." } };
    case ErrorCode::DatabaseDamaged:
        return { { "The database {1} is damaged.", "База {1} повреждена." },
            { "Keep a copy of the file; run `patronatctl verify`, or restore the last backup.",
                "Сохраните копию файла; выполните `patronatctl verify` или восстановите резервную "
                "копию." } };
    case ErrorCode::DatabaseTooNew:
        return { { "The database {1} was written by a newer program (format {2}, this program "
                   "knows {3}).",
                     "База {1} записана более новой программой (формат {2}, эта знает {3})." },
            { "Update Patronat on this computer.", "Обновите «Патронат» на этом компьютере." } };
    case ErrorCode::NotADatabase:
        return { { "{1} is not a database of Patronat.", "{1} — не база «Патроната»." },
            { "Check the name after --db.", "Проверьте имя после --db." } };
    case ErrorCode::DatabaseFailed:
        return { { "The database {1} could not do the work.",
                     "База {1} не смогла выполнить работу." },
            { "Nothing was changed. If it happens again, run `patronatctl verify`.",
                "Ничего не изменено. Если повторится, выполните `patronatctl verify`." } };
    case ErrorCode::BatchUnreadable:
        return { { "{1} is not a whole batch[: {2+}].", "{1} — не целый пакет[: {2+}]." },
            { "Copy it again or ask for a new export; nothing of it was taken.",
                "Скопируйте его ещё раз или попросите выгрузить заново; из него ничего не "
                "взято." } };
    case ErrorCode::BatchTooNew:
        return { { "The batch {1} needs a newer program (version {2}, this program knows {3}).",
                     "Пакету {1} нужна более новая программа (версия {2}, эта знает {3})." },
            { "Update Patronat on this computer and merge it then.",
                "Обновите «Патронат» и примите пакет после этого." } };
    case ErrorCode::BatchForeign:
        return { { "The batch {1} comes from another institution ({2}, ours is {3}).",
                     "Пакет {1} — другого учреждения ({2}, наше — {3})." },
            { "It was not taken. Ask who gave it to you.",
                "Он не принят. Спросите того, кто его передал." } };
    case ErrorCode::BatchUncertified:
        return {
            { "The batch {1} comes from a site that no institution certifies ({2}).",
                "Пакет {1} пришёл с места, которое не удостоверено ни одним учреждением ({2})." },
            { "If you know who made it, merge with --accept-uncertified.",
                "Если вы знаете, чей он, примите его с ключом --accept-uncertified." }
        };
    case ErrorCode::BatchTampered:
        return { { "The batch {1} was changed after it was signed[ ({2+})].",
                     "Пакет {1} изменён после подписания[ ({2+})]." },
            { "It was not taken. Ask for a new export and tell your administrator.",
                "Он не принят. Попросите новую выгрузку и сообщите администратору." } };
    default:
        return {};
    }
}

Sentence ofRecords(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ProfileBroken:
        return { { "The profile is broken: {1}, line {2}, {3}: {4}.",
                     "Профиль неисправен: {1}, строка {2}, {3}: {4}." },
            { "`patronatctl profile check DIR` lists everything that is wrong.",
                "`patronatctl profile check DIR` покажет все ошибки." } };
    case ErrorCode::UnknownType:
        return { { "The profile has no record type “{1}”.", "В профиле нет вида записей «{1}»." },
            { "`patronatctl types` lists them.", "Список — `patronatctl types`." } };
    case ErrorCode::UnknownField:
        return { { "A {1} has no field “{2}”.", "У записи «{1}» нет поля «{2}»." },
            { "`patronatctl fields {1}` lists them.", "Список — `patronatctl fields {1}`." } };
    case ErrorCode::InvalidValue:
        return { { "The value of {1}.{2} does not fit[: {3+}].",
                     "Значение поля {1}.{2} не подходит[: {3+}]." },
            { "`patronatctl fields {1}` says what the field holds.",
                "Что хранит поле, скажет `patronatctl fields {1}`." } };
    case ErrorCode::BaseRequired:
        return { { "A change of {1} {2} must name the heads that were shown.",
                     "При изменении {1} {2} нужно назвать показанную версию." },
            { "Run `patronatctl get` and give its heads with --base.",
                "Выполните `patronatctl get` и укажите heads ключом --base." } };
    case ErrorCode::UnknownBase:
        return { { "This database does not hold the version {3+} of {1} {2}.",
                     "В этой базе нет версии {3+} записи {1} {2}." },
            { "Run `patronatctl get` again and use the heads it prints.",
                "Выполните `patronatctl get` ещё раз и возьмите heads оттуда." } };
    case ErrorCode::OpenConflict:
        return { { "{1} {2} has an open conflict: {3+}.",
                     "У записи {1} {2} открытое расхождение: {3+}." },
            { "Settle it first: `patronatctl conflicts show {2}`.",
                "Сначала разберите его: `patronatctl conflicts show {2}`." } };
    case ErrorCode::RecordSigned:
        return { { "{1} {2} is signed[; the signature covers {3+}].",
                     "Запись {1} {2} подписана[; подпись охватывает {3+}]." },
            { "Make a new record that refers to it, or cancel the signature: `patronatctl cancel "
              "{1} {2}`.",
                "Создайте новую запись со ссылкой на неё или отмените подпись: `patronatctl cancel "
                "{1} {2}`." } };
    case ErrorCode::RecordNotSigned:
        return { { "{1} {2} is not signed.", "Запись {1} {2} не подписана." }, {} };
    case ErrorCode::RecordRemoved:
        return { { "{1} {2} is removed.", "Запись {1} {2} удалена." },
            { "`patronatctl unremove {1} {2}` takes the removal back.",
                "Вернуть: `patronatctl unremove {1} {2}`." } };
    case ErrorCode::UnitFixed:
        return { { "{1} {2} cannot move to another file: its field {3} is fixed.",
                     "Запись {1} {2} нельзя перенести в другое дело: поле {3} не меняется." },
            { "Remove it there and make it anew where it belongs.",
                "Удалите её там и создайте заново, где нужно." } };
    case ErrorCode::OfProcess:
        return { { "{3} of {1} {2} is written by transitions alone.",
                     "Поле {3} записи {1} {2} меняют только переходы." },
            { "Use `patronatctl transition {2}`; it lists what may happen next.",
                "Выполните `patronatctl transition {2}`: он покажет, что возможно дальше." } };
    case ErrorCode::TransitionRefused:
        return { { "{1} {2}: the transition {3} cannot happen now: {4+}.",
                     "{1} {2}: переход {3} сейчас невозможен: {4+}." },
            { "Add what is missing, then repeat.", "Добавьте недостающее и повторите." } };
    case ErrorCode::RuleBroken:
        return { { "{1} {2} breaks the rules: {3+}.", "Запись {1} {2} нарушает правила: {3+}." },
            { "Fill or correct what they name, then repeat.",
                "Заполните или исправьте названное и повторите." } };
    case ErrorCode::ReasonNeeded:
        return { { "{1} {2}: these warnings are signed over only with a reason: {3+}.",
                     "{1} {2}: с этими замечаниями подписывают только с пояснением: {3+}." },
            { "Correct what they name, or say why: `patronatctl sign {1} {2} --reason TEXT`.",
                "Исправьте названное или поясните: `patronatctl sign {1} {2} --reason ТЕКСТ`." } };
    case ErrorCode::WriteTooLarge:
        return { { "{1} changes are too many for one write (at most {2}).",
                     "{1} изменений — слишком много для одной записи (не больше {2})." },
            { "Do it in parts.", "Сделайте это частями." } };
    case ErrorCode::NumberingWaits:
        return { { "No number can be issued in the series {1}: after a restore its last number "
                   "must be confirmed.",
                     "Номер ряда {1} выдать нельзя: после восстановления нужно подтвердить "
                     "последний номер." },
            { "Compare with the paper book and confirm the last number.",
                "Сверьте с бумажным журналом и подтвердите последний номер." } };
    default:
        return {};
    }
}

Sentence sentenceOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return { { "Stopped as asked.", "Остановлено по просьбе." },
            { "What was done before is kept.", "Сделанное раньше сохранено." } };
    case ErrorCode::NotFound:
        return { { "There is no {1} {2}.", "Нет такого: {1} {2}." },
            { "Check the id, and that this database holds it.",
                "Проверьте номер и то, есть ли он в этой базе." } };
    case ErrorCode::InvalidArgument:
        return { { "This cannot be used as {1}[: {2+}].", "Это не годится как {1}[: {2+}]." },
            { "`patronatctl help COMMAND` says what is expected.",
                "Что ожидается, скажет `patronatctl help COMMAND`." } };
    case ErrorCode::NotPermitted:
        return { { "This is not permitted: {1}[: {2+}].", "Это не разрешено: {1}[: {2+}]." },
            { "Ask your administrator.", "Обратитесь к администратору." } };
    case ErrorCode::Timeout:
        return {
            { "It is not known yet whether this was done.", "Пока неизвестно, выполнено ли это." },
            { "Look at the record before repeating.", "Посмотрите запись, прежде чем повторять." }
        };
    case ErrorCode::Internal:
        return { { "The program made a mistake of its own.", "Программа ошиблась сама." },
            { "Nothing was changed. Please report it with `patronatctl diagnose`.",
                "Ничего не изменено. Сообщите разработчикам, приложив `patronatctl diagnose`." } };
    case ErrorCode::FileNotReadable:
    case ErrorCode::FileNotWritable:
    case ErrorCode::DiskFull:
    case ErrorCode::DatabaseBusy:
    case ErrorCode::DatabaseDamaged:
    case ErrorCode::DatabaseTooNew:
    case ErrorCode::NotADatabase:
    case ErrorCode::DatabaseFailed:
    case ErrorCode::BatchUnreadable:
    case ErrorCode::BatchTooNew:
    case ErrorCode::BatchForeign:
    case ErrorCode::BatchUncertified:
    case ErrorCode::BatchTampered:
        return ofFiles(code);
    case ErrorCode::ProfileBroken:
    case ErrorCode::UnknownType:
    case ErrorCode::UnknownField:
    case ErrorCode::InvalidValue:
    case ErrorCode::BaseRequired:
    case ErrorCode::UnknownBase:
    case ErrorCode::OpenConflict:
    case ErrorCode::RecordSigned:
    case ErrorCode::RecordNotSigned:
    case ErrorCode::RecordRemoved:
    case ErrorCode::UnitFixed:
    case ErrorCode::OfProcess:
    case ErrorCode::TransitionRefused:
    case ErrorCode::RuleBroken:
    case ErrorCode::ReasonNeeded:
    case ErrorCode::WriteTooLarge:
    case ErrorCode::NumberingWaits:
        return ofRecords(code);
    }
    return {};
}

/// What the code alone does not say: arguments that make another case of it.
bool isCase(const base::Error& error, ErrorCode code, std::string_view second)
{
    return error.code == code && error.args.size() > 1 && error.args[1] == second;
}

/// What keeps a hand-over from happening (core/process/handover); the second argument says which.
struct Refusal
{
    std::string_view of;
    std::string_view code;
    Sentence sentence;
};

constexpr std::array kRefusals {
    Refusal { "handOver", "notDeclared",
        { { "The profile of this database knows no hand-over of cases.",
              "В профиле этой базы передача дел не предусмотрена." },
            { "Open the database with the newest program: it takes up the profile.",
                "Откройте базу новой программой: она возьмёт новый профиль." } } },
    Refusal { "handOver", "who",
        { { "It is not said who hands over, or who takes over.",
              "Не указано, кто передаёт дела или кто их принимает." },
            { "Choose both.", "Выберите обоих." } } },
    Refusal { "handOver", "sameStaff",
        { { "Cases are handed over to somebody else.", "Дела передаются другому работнику." },
            { "Choose who takes over.", "Выберите, кто принимает дела." } } },
    Refusal { "handOver", "noStaff",
        { { "There is no such member of the staff[: {3}].", "Нет такого работника[: {3}]." },
            { "Choose one of the staff.", "Выберите работника из списка." } } },
    Refusal { "handOver", "leftStaff",
        { { "{3} does not work here any more.", "{3} здесь больше не работает." },
            { "Choose somebody who does, or correct the day of leaving.",
                "Выберите работающего или исправьте дату увольнения." } } },
    Refusal { "handOver", "reason",
        { { "The reason is missing.", "Не указана причина передачи." },
            { "Write why the cases are handed over: it stands in the act.",
                "Напишите, почему передаются дела: причина войдёт в акт." } } },
    Refusal { "handOver", "until",
        { { "The last day of the substitution is no day to come: {3}.",
              "Последний день замещения указан неверно или уже прошёл: {3}." },
            { "Give a day from today on.", "Укажите день не раньше сегодняшнего." } } },
    Refusal { "handOver", "noCases",
        { { "There is no case to hand over.", "Нет дел, которые можно передать." },
            { "Choose open cases of the one who hands over.",
                "Выберите открытые дела того, кто передаёт." } } },
    Refusal { "handOver", "notACase",
        { { "This is neither a family nor its registration card: {3}.",
              "Это не семья и не её регистрационная карта: {3}." },
            { "Name the family.", "Укажите семью." } } },
    Refusal { "handOver", "closedCase",
        { { "There is no open case: {3}.", "Нет открытого дела: {3}." },
            { "Only cases on the register or on their way there are handed over.",
                "Передаются только дела, которые ведутся." } } },
    Refusal { "handOver", "notTheirs",
        { { "The case is led by somebody else: {3}.", "Это дело ведёт другой работник: {3}." },
            { "Leave it out, or choose its case manager as the one who hands over.",
                "Уберите его из списка или выберите передающим его куратора." } } },
    Refusal { "handOver", "conflict",
        { { "Two offices name different case managers: {3}.",
              "Два места назвали разных кураторов: {3}." },
            { "Settle that first in the registration card.",
                "Сначала разберите расхождение в регистрационной карте." } } },
    Refusal { "move", "notDeclared",
        { { "The profile of this database moves no documents.",
              "В профиле этой базы перенос документов не предусмотрен." },
            { "Open the database with the newest program: it takes up the profile.",
                "Откройте базу новой программой: она возьмёт новый профиль." } } },
    Refusal { "move", "notMovable",
        { { "Such a document is not moved to another case[: {3}].",
              "Такой документ в другое дело не переносится[: {3}]." },
            { "Remove it where it is wrong, and enter it where it belongs.",
                "Удалите его там, где он ошибочен, и внесите заново, где нужно." } } },
    Refusal { "move", "removed",
        { { "The document is removed.", "Документ удалён." },
            { "Bring it back first.", "Сначала верните его." } } },
    Refusal { "move", "cancelled",
        { { "The document is annulled already.", "Документ уже аннулирован." },
            { "Enter it anew in the right case.", "Внесите его заново в верное дело." } } },
    Refusal { "move", "noCase",
        { { "There is no such case.", "Нет такого дела." },
            { "Choose the family that the document belongs to.",
                "Выберите семью, к которой относится документ." } } },
    Refusal { "move", "sameCase",
        { { "The document is in this case already.", "Документ уже в этом деле." },
            { "Choose another family.", "Выберите другую семью." } } },
    Refusal { "move", "reason",
        { { "The reason is missing.", "Не указана причина переноса." },
            { "Write why the document is moved: both cases will say so.",
                "Напишите, почему документ переносится: это покажут оба дела." } } },
    Refusal { "move", "conflict",
        { { "The document was filled differently in two places.",
              "Документ заполнен по-разному в двух местах." },
            { "Settle that first.", "Сначала разберите расхождение." } } },
    Refusal { "move", "choose",
        { { "It must be said what stands in the right case for {3}.",
              "Нужно указать, что поставить в верном деле вместо {3}." },
            { "Choose it, or leave it empty.", "Выберите запись или оставьте поле пустым." } } },
    Refusal { "supplement", "foreignMeasure",
        { { "Line {3} of the supplement changes a measure of another programme.",
              "Строка {3} дополнения меняет мероприятие другой программы." },
            { "Choose a measure of the programme that the supplement belongs to.",
                "Выберите мероприятие той программы, к которой составлено дополнение." } } },
    Refusal { "supplement", "measureDone",
        { { "Line {3} of the supplement changes a measure that is done already.",
              "Строка {3} дополнения меняет уже выполненное мероприятие." },
            { "Add a new measure instead.", "Внесите вместо этого новое мероприятие." } } },
    Refusal { "supplement", "measureEnded",
        { { "Line {3} of the supplement changes a measure that was cancelled or replaced before.",
              "Строка {3} дополнения меняет мероприятие, которое уже отменено или заменено." },
            { "Choose the measure that stands in its place.",
                "Выберите мероприятие, внесённое взамен." } } },
    Refusal { "supplement", "conflict",
        { { "The measure of line {3} was marked differently in two places.",
              "Мероприятие из строки {3} отмечено по-разному в двух местах." },
            { "Settle that first.", "Сначала разберите расхождение." } } },
    Refusal { "handOver", "territory",
        { { "The office has no territory, so the act gets no number.",
              "У учреждения не указана территория: акту не присвоить номер." },
            { "Fill it in the card of the institution.", "Укажите её в карточке учреждения." } } },
};

/// A sentence of its own, the same for the shell and the window; nothing for most errors.
const Sentence* ofCase(const base::Error& error)
{
    static constexpr Sentence kReopen { { "Writing {1} failed so that nobody can say what is on "
                                          "the disk; nothing more is saved to it.",
                                            "Запись в {1} прервалась так, что неизвестно, что "
                                            "попало на диск; больше в базу ничего не пишется." },
        { "Close it and open it again: it is checked then. What you typed is kept as a draft. If "
          "this comes again, the "
          "disk is failing: take a copy.",
            "Закройте её и откройте снова: при открытии она будет проверена. Набранное сохранено "
            "как черновик. Если это "
            "повторится, диск неисправен: снимите копию." } };
    static constexpr Sentence kUnsavedLog {
        { "The database {1} cannot be read here: what was written last lies in a log beside it, "
          "and this folder may not "
          "be written.",
            "Базу {1} здесь прочитать нельзя: записанное последним лежит в журнале рядом с ней, а "
            "в эту папку нельзя "
            "писать." },
        { "Copy it with the file beside it that ends in -wal into a folder of your own and open it "
          "there.",
            "Скопируйте её вместе с соседним файлом, который кончается на -wal, в свою папку и "
            "откройте там." }
    };
    if (isCase(error, ErrorCode::DatabaseDamaged, "reopen"))
        return &kReopen;
    if (isCase(error, ErrorCode::FileNotReadable, "unsavedLog"))
        return &kUnsavedLog;
    for (const Refusal& refusal : kRefusals)
        if (error.args.size() > 1 && error.args.front() == refusal.of
            && isCase(error, ErrorCode::InvalidArgument, refusal.code))
            return &refusal.sentence;
    return nullptr;
}

/// What a person before a window does next, where the shell names a command. Ids mean nothing to
/// them.
Words inWindow(ErrorCode code, Words shell)
{
    switch (code) {
    case ErrorCode::DatabaseDamaged:
        return { "Keep a copy of the file and tell your administrator, or restore the last backup.",
            "Сохраните копию файла и сообщите администратору или восстановите резервную копию." };
    case ErrorCode::NotADatabase:
        return { "Choose another file.", "Выберите другой файл." };
    case ErrorCode::DatabaseFailed:
        return { "Nothing was changed. If it happens again, tell your administrator.",
            "Ничего не изменено. Если повторится, сообщите администратору." };
    case ErrorCode::BatchUncertified:
        return { "Take it only if you know who made it.",
            "Принимайте его, только если знаете, чей он." };
    case ErrorCode::ProfileBroken:
    case ErrorCode::UnknownType:
    case ErrorCode::UnknownField:
    case ErrorCode::InvalidArgument:
        return { "Tell your administrator what stands above.",
            "Сообщите администратору, что здесь написано." };
    case ErrorCode::InvalidValue:
        return { "Correct the value and save again.", "Исправьте значение и сохраните ещё раз." };
    case ErrorCode::BaseRequired:
    case ErrorCode::UnknownBase:
        return { "Open the record anew; what you typed is kept as a draft.",
            "Откройте запись заново; набранное сохранено как черновик." };
    case ErrorCode::OpenConflict:
        return { "Choose the right value at the field and save, then repeat.",
            "Выберите верное значение у поля и сохраните, затем повторите." };
    case ErrorCode::RecordSigned:
        return { "Make a new record that refers to it, or cancel the signature.",
            "Создайте новую запись со ссылкой на неё или отмените подпись." };
    case ErrorCode::ReasonNeeded:
        return { "Correct what they name, or say why it is signed all the same.",
            "Исправьте названное или поясните, почему документ всё же подписывается." };
    case ErrorCode::OfProcess:
        return { "Choose what happens next on the case's page.",
            "Выберите следующий шаг на странице дела." };
    case ErrorCode::RecordRemoved:
        return { "The removal can be taken back.", "Удаление можно отменить." };
    case ErrorCode::Internal:
        return { "Nothing was changed. Please tell your administrator.",
            "Ничего не изменено. Сообщите администратору." };
    default:
        return shell;
    }
}

/// Codes that stand as arguments and say why, in words; the rest stands as it is.
struct Reason
{
    std::string_view code;
    Words words;
};

constexpr std::array kReasons {
    Reason {
        "wrongKind", { "a value of another kind is expected", "ожидается значение другого вида" } },
    Reason { "tooLong", { "it is too long", "слишком длинно" } },
    Reason { "notADate", { "it is not a date (2027-03-12)", "это не дата (2027-03-12)" } },
    Reason { "notADateTime", { "it is not a date and time", "это не дата и время" } },
    Reason { "noZone", { "the time zone is missing", "не указан часовой пояс" } },
    Reason { "tooManyDecimals", { "too many decimals", "слишком много знаков после запятой" } },
    Reason { "outOfRange", { "it is out of range", "вне допустимых пределов" } },
    Reason { "notAReference",
        { "an id of 32 hex digits is expected", "ожидается номер записи из 32 знаков" } },
    Reason { "computed", { "the program computes it", "его вычисляет программа" } },
    Reason { "headingTwice", { "two columns are called alike", "два столбца названы одинаково" } },
    Reason { "noSuchColumn", { "the list has no such column", "в списке нет такого столбца" } },
    Reason { "noSuchSheet", { "the workbook has no such sheet", "в книге нет такого листа" } },
    Reason { "oldExcel",
        { "this is a workbook of an old Excel (.xls): open it there and save it as .xlsx",
            "это книга старого Excel (.xls): откройте её в Excel или LibreOffice и сохраните как "
            ".xlsx" } },
    Reason { "encrypted",
        { "the file is protected by a password: save it without one",
            "файл защищён паролем: сохраните его без пароля" } },
    Reason { "notAList",
        { "this is no list: save it as .xlsx, .ods or .csv",
            "это не список: сохраните его как .xlsx, .ods или .csv" } },
    Reason { "broken", { "the file is damaged", "файл повреждён" } },
    Reason { "brokenQuotes", { "a quotation mark is not closed", "кавычки не закрыты" } },
    Reason { "empty", { "there is nothing in it", "в нём ничего нет" } },
    Reason { "noHeader", { "the line of the headings is empty", "строка заголовков пуста" } },
    Reason { "tooLarge", { "it is too large", "слишком большой" } },
    Reason { "tooManyEntries", { "it has too many parts", "в нём слишком много частей" } },
    Reason { "packedTooTightly",
        { "it would grow too much when unpacked", "при распаковке становится слишком большим" } },
    Reason { "tooManyRows", { "it has too many rows", "в нём слишком много строк" } },
    Reason { "tooManyColumns", { "it has too many columns", "в нём слишком много столбцов" } },
    Reason { "unknownEncoding", { "no such encoding is known", "такая кодировка неизвестна" } },
    Reason { "ofProcess",
        { "a state is reached by the steps of the case, not told by a list",
            "состояние меняется шагами дела, а не списком" } },
    Reason { "fieldTwice", { "two columns fill one field", "два столбца заполняют одно поле" } },
    Reason { "twoDigitYear",
        { "write years with four digits (yyyy)", "год пишется четырьмя цифрами (yyyy)" } },
    Reason { "beyondHeader",
        { "values beyond the last heading", "значения правее последнего заголовка" } },
    Reason { "duplicate", { "it stands twice", "указано дважды" } },
    Reason {
        "storage", { "a value of another kind is expected", "ожидается значение другого вида" } },
    Reason { "unitRequired",
        { "it must say whose file this belongs to", "нужно указать, к чьему делу это относится" } },
};

/// What a transition lacks: a code, and after a colon what it is about.
constexpr std::array kMissing {
    Reason { "unknown", { "the profile has no such transition", "в профиле нет такого перехода" } },
    Reason { "state", { "not from this state", "не из этого состояния" } },
    Reason { "conflict", { "a conflict is open in the field", "не разрешено расхождение в поле" } },
    Reason { "changed",
        { "the record has changed since it was shown", "запись изменилась после показа" } },
    Reason { "role", { "another role may do it", "это может сделать другая роль" } },
    Reason { "document", { "a document is needed", "нужен документ" } },
    Reason { "documentMissing", { "the document is not here", "документа здесь нет" } },
    Reason { "documentDraft", { "the document is not signed", "документ не подписан" } },
    Reason { "documentEnded",
        { "the document is removed or cancelled", "документ удалён или аннулирован" } },
    Reason { "documentForeign", { "the document is of another case", "документ из другого дела" } },
    Reason { "reason", { "a reason must be given", "нужно указать причину" } },
    Reason { "need", { "a condition is not met", "не выполнено условие" } },
    Reason { "required", { "a field must be filled", "нужно заполнить поле" } },
    Reason { "rule", { "a rule is broken", "нарушено правило" } },
    Reason { "date", { "it is not a date", "это не дата" } },
    Reason { "dateInFuture", { "the date is in the future", "дата в будущем" } },
    Reason {
        "dateBefore", { "the date is before the last event", "дата раньше последнего события" } },
    Reason {
        "noStateBefore", { "no state before this one is known", "прежнее состояние неизвестно" } },
    Reason { "reversed", { "it is reversed already", "уже отменено" } },
};

std::string missing(const std::string& argument, Language language)
{
    const std::size_t colon = argument.find(':');
    for (const Reason& reason : kMissing)
        if (reason.code == argument.substr(0, colon))
            return std::string(reason.words.in(language))
                + (colon == std::string::npos ? "" : " (" + argument.substr(colon + 1) + ')');
    return argument;
}

std::string spoken(const std::string& argument, ErrorCode code, Language language)
{
    if (code == ErrorCode::TransitionRefused)
        return missing(argument, language);
    for (const Reason& reason : kReasons)
        if (reason.code == argument)
            return std::string(reason.words.in(language));
    return argument;
}

/// The arguments that a place ("3", "3+") names, in words.
std::string placed(std::string_view place, const base::Error& error, Language language)
{
    const auto first = static_cast<std::size_t>(place.front() - '1');
    const std::size_t end = place.ends_with('+') ? error.args.size() : first + 1;
    std::vector<std::string> chosen;
    for (std::size_t i = first; i < end && i < error.args.size(); ++i)
        if (!error.args[i].empty())
            chosen.push_back(spoken(error.args[i], error.code, language));
    return base::join(chosen, ", ");
}

std::string filled(std::string_view pattern, const base::Error& error, Language language)
{
    std::string out;
    std::size_t optional = std::string::npos; // where the part in brackets began
    bool isComplete = true;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '[') {
            optional = out.size();
            isComplete = true;
        } else if (pattern[i] == ']') {
            if (!isComplete)
                out.resize(optional);
            optional = std::string::npos;
        } else if (pattern[i] == '{') {
            const std::size_t end = pattern.find('}', i);
            const std::string text = placed(pattern.substr(i + 1, end - i - 1), error, language);
            isComplete = isComplete && !text.empty();
            out += text.empty() && optional == std::string::npos ? "?" : text;
            i = end;
        } else {
            out += pattern[i];
        }
    }
    return out;
}

} // namespace

ErrorText errorText(const base::Error& error, Language language, Audience audience)
{
    const Sentence* ofItsOwn = ofCase(error);
    Sentence sentence = ofItsOwn != nullptr ? *ofItsOwn : sentenceOf(error.code);
    if (audience == Audience::Window && ofItsOwn == nullptr)
        sentence.advice = inWindow(error.code, sentence.advice);
    return { filled(sentence.title.in(language), error, language),
        filled(sentence.advice.in(language), error, language) };
}

} // namespace patronat::ui
