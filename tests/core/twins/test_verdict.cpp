// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/twins/family.h"
#include "core/twins/person.h"
#include "tests/core/twins/shippedprofile.h"

#include <catch2/catch.hpp>

using namespace patronat;
using namespace patronat::twins;
using patronat::tests::shippedSettings;

namespace {

/// "surname|first name|patronymic|birth date|field=value|…"
base::Fields fieldsOf(const char* line)
{
    base::Fields fields;
    const auto parts = base::split(line, '|');
    constexpr const char* kNames[] { "surname", "firstName", "patronymic", "birthDate" };
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto sign = parts[i].find('=');
        if (parts[i].empty())
            continue;
        if (sign == std::string::npos)
            fields[kNames[i]] = base::Value(parts[i]);
        else if (parts[i].substr(0, sign) == "birthYear")
            fields["birthYear"] = base::Value(std::stoi(parts[i].substr(sign + 1)));
        else
            fields[parts[i].substr(0, sign)] = base::Value(parts[i].substr(sign + 1));
    }
    return fields;
}

struct PersonPair
{
    const char* typed;
    const char* held;
    Degree degree;
    const char* reason; ///< one that must be told; empty: none is asked for
};

const PersonPair kPairs[] {
    // The same, as BR-04 says it: whole name and birth date, СНИЛС, document.
    { "Иванов|Иван|Петрович|1985-03-12", "Иванов|Иван|Петрович|1985-03-12", Degree::Sure,
        "sameBirthDate" },
    { "Иванов|Иван||1985-03-12", "Иванов|Иван|Петрович|1985-03-12", Degree::Sure, "sameBirthDate" },
    { "Фёдоров|Пётр|Ильич|1985-03-12", "Федоров|Петр|Ильич|1985-03-12", Degree::Sure, "same" },
    { "Хәбибуллин|Әхмәт|Ренат улы|1990-01-02", "Хабибуллин|Ахмат|Ренатович|1990-01-02",
        Degree::Sure, "otherSpelling" },
    { "ИВАНОВ|ИВАН||1985-03-12", "Иванов|Иван||1985-03-12", Degree::Sure, "same" },
    { "Ивaнов|Иван|Петрович|1985-03-12", "Иванов|Иван|Петрович|1985-03-12", Degree::Sure, "same" },
    { "Иванова|Анна|||snils=112-233-445 95", "Петрова|Анна||1985-03-12|snils=11223344595",
        Degree::Sure, "sameSnils" },
    { "|||1990-05-05|snils=112-233-445 95", "Петрова|Анна||1985-03-12|snils=112-233-445 95",
        Degree::Likely, "sameSnils" },
    { "Иванова|Анна|||docKind=passportRf|docSeries=92 05|docNumber=123456",
        "Петрова|Анна||1985-03-12|docKind=passportRf|docSeries=9205|docNumber=123456", Degree::Sure,
        "sameDocument" },
    { "Иванова|Анна|||snils=112-233-445 95", "Сидоров|Олег||1985-03-12|snils=112-233-445 95",
        Degree::Likely, "sameSnils" },
    // What somebody is called, for her full name.
    { "Мухаметшина|Натали||1990-05-05", "Мухаметшина|Наталья|Сергеевна|1990-05-05", Degree::Likely,
        "otherSpelling" },
    { "Мухамедшина|Наташа|Сергеевна|1990-05-05", "Мухаметшина|Наталья|Сергеевна|1990-05-05",
        Degree::Likely, "otherSpelling" },
    { "Иванова|Женя||1990-05-05", "Иванов|Евгений|Петрович|1990-05-05", Degree::Likely, "" },
    { "Иванова|Маша|Петровна|1990-05-05", "Иванова|Дарья|Петровна|1990-05-05", Degree::None, "" },
    // Other spellings of one name.
    { "Сафина|Гөлнара|Ренат кызы|1990-01-02", "Сафина|Гульнара|Ренатовна|1990-01-02",
        Degree::Likely, "otherSpelling" },
    { "Сафина|Гюльнара||1990-01-02", "Сафина|Гульнара|Ренатовна|1990-01-02", Degree::Likely,
        "otherSpelling" },
    { "Сафина|Әлфия|Марат кызы|1990-01-02", "Сафина|Эльфия|Маратовна|1990-01-02", Degree::Likely,
        "otherSpelling" },
    { "Сафина|Җәмилә|Марат кызы|1990-01-02", "Сафина|Джамиля|Маратовна|1990-01-02", Degree::Likely,
        "otherSpelling" },
    { "Шайхутдинов|Марат|Мөхәммәт улы|1990-01-02", "Шайхетдинов|Марат|Мухаметович|1990-01-02",
        Degree::Likely, "typo" },
    { "Алиев|Вагиф|Мамед оглы|1990-01-02", "Алиев|Вагиф|Мамедович|1990-01-02", Degree::Sure,
        "otherSpelling" },
    { "Филипов|Филип||1985-03-12", "Филиппов|Филипп|Иванович|1985-03-12", Degree::Likely,
        "otherSpelling" },
    { "Наталья|Иванова|Петровна|1985-03-12", "Иванова|Наталия|Петровна|1985-03-12", Degree::Likely,
        "swappedNames" },
    { "Иванова Анна Петровна|||1985-03-12", "Иванова|Анна|Петровна|1985-03-12", Degree::Sure,
        "same" },
    { "Ivanov|Ivan||1985-03-12", "Иванов|Иван|Петрович|1985-03-12", Degree::Sure, "same" },
    { "Али-Заде|Вагиф||1990-01-02", "Ализаде|Вагиф||1990-01-02", Degree::Sure, "same" },
    { "Сафина|Гөлнара||1990-01-02", "Safina|Gulnara|||firstNameTt=Гөлнара|birthDate=1990-01-02",
        Degree::Likely, "otherSpelling" },
    { "Хабибулина|Зоя||1990-01-02",
        "Сидорова|Зоя||1990-01-02|otherSpellings=Хабибуллина; Хабибулина", Degree::Likely,
        "otherSpelling" },
    // Slips of typing.
    { "Кузнецво|Иван|Петрович|1985-03-12", "Кузнецов|Иван|Петрович|1985-03-12", Degree::Likely,
        "typo" },
    { "Кузнецов|Ивна|Петрович|1985-03-12", "Кузнецов|Иван|Петрович|1985-03-12", Degree::Likely,
        "typo" },
    { "Кузнецов|Иван|Пертович|1985-03-12", "Кузнецов|Иван|Петрович|1985-03-12", Degree::Likely,
        "typo" },
    { "Иванов|Иван|Петрович|1985-12-03", "Иванов|Иван|Петрович|1985-03-12", Degree::Likely,
        "swappedBirthDate" },
    { "Иванов|Иван|Петрович|1985-03-13", "Иванов|Иван|Петрович|1985-03-12", Degree::Likely,
        "nearBirthDate" },
    { "Иванов|Иван|Петрович|1958-03-12", "Иванов|Иван|Петрович|1985-03-12", Degree::Likely,
        "nearBirthDate" },
    { "Иванов|Иван||1985-03-13", "Иванов|Иван||1985-03-12", Degree::Possible, "nearBirthDate" },
    { "Иванов|И.|П.|1985-03-12", "Иванов|Иван|Петрович|1985-03-12", Degree::Likely, "initial" },
    { "Иванов|И|П", "Иванов|Иван|Петрович|1985-03-12", Degree::None, "" },
    // Married, divorced, double surnames.
    { "Петрова|Анна|Ивановна|1985-03-12|formerSurnames=Иванова", "Иванова|Анна|Ивановна|1985-03-12",
        Degree::Likely, "formerSurname" },
    { "Иванова|Анна|Ивановна|1985-03-12",
        "Петрова|Анна|Ивановна|1985-03-12|formerSurnames=Сидорова, Иванова", Degree::Likely,
        "formerSurname" },
    { "Петрова|Анна|Ивановна|1985-03-12", "Иванова|Анна|Ивановна|1985-03-12", Degree::Possible,
        "different" },
    { "Петрова|Анна|Ивановна|1985-03-12|phone=8 917 111-22-33",
        "Иванова|Анна|Ивановна|1985-03-12|phone=+7 917 111-22-33", Degree::Likely, "samePhone" },
    { "Петрова|Анна|Ивановна|1985-03-12", "Иванова-Петрова|Анна|Ивановна|1985-03-12",
        Degree::Likely, "partOfSurname" },
    { "Иванов|Анна|Ивановна|1985-03-12", "Иванова|Анна|Ивановна|1985-03-12", Degree::Likely,
        "otherSpelling" },
    // No birth date, or only the year of one.
    { "Иванов|Иван|Петрович", "Иванов|Иван|Петрович|1985-03-12", Degree::Possible, "same" },
    { "Иванов|Иван|Петрович|birthYear=1985", "Иванов|Иван|Петрович|1985-03-12", Degree::Likely,
        "sameBirthYear" },
    { "Иванов|Иван||birthYear=1985", "Иванов|Иван||1985-03-12", Degree::Possible, "sameBirthYear" },
    { "Иванов|Иван|Петрович|birthYear=1986", "Иванов|Иван|Петрович|1985-03-12", Degree::Possible,
        "same" },
    { "Иванов|Иван|Петрович|birthYear=1965", "Иванов|Иван|Петрович|1985-03-12", Degree::None, "" },
    { "Иванов|Иван", "Иванов|Иван|Петрович|1985-03-12", Degree::None, "" },
    { "Иванов|Иван|Петрович|1985-01-01|birthDate.mark=approximate",
        "Иванов|Иван|Петрович|1985-03-12", Degree::Likely, "sameBirthYear" },
    { "Иванов|Иван|Петрович||addrFact.settlement=Агрыз|addrFact.street=ул. Мира|addrFact.house=5",
        "Иванов|Иван|Петрович|1985-03-12|addrReg.settlement=г. "
        "Агрыз|addrReg.street=Мира|addrReg.house=5",
        Degree::Likely, "sameAddress" },
    // Brothers and sisters, twins among them; fathers and sons; namesakes.
    { "Иванов|Пётр|Иванович|2015-03-12", "Иванов|Иван|Иванович|2015-03-12", Degree::None, "" },
    { "Иванова|Анна|Ивановна|2015-03-12|phone=89171112233|addrFact.settlement=Агрыз|addrFact.house="
      "5",
        "Иванов|Иван|Иванович|2015-03-12|phone=89171112233|addrFact.settlement=Агрыз|addrFact."
        "house=5",
        Degree::None, "" },
    { "Сафина|Алсу|Ренатовна|2015-03-12", "Сафина|Айсылу|Ренатовна|2015-03-12", Degree::None, "" },
    { "Сафин|Ренат|Марат улы|2015-03-12", "Сафина|Рената|Марат кызы|2015-03-12", Degree::None, "" },
    { "Иванов|Иван|Иванович|1985-03-12", "Иванов|Иван|Иванович|2015-07-30", Degree::None, "" },
    { "Иванов|Иван|Петрович|1985-03-12", "Иванов|Иван|Петрович|1961-11-25", Degree::None, "" },
    { "Иванов|Иван|Петрович|1985-03-12|snils=112-233-445 95",
        "Иванов|Иван|Петрович|1985-03-12|snils=087-654-303 00", Degree::Possible, "different" },
    { "Иванов|Иван|Петрович|1985-03-12", "Иванов|Иван|Сергеевич|1985-03-12", Degree::Possible,
        "different" },
    { "Иванов|Иван|Петрович|1985-03-12", "Сидоров|Иван|Петрович|1985-03-12", Degree::Possible,
        "different" },
    { "Иванов|Иван|Петрович|1985-03-12", "Сидоров|Олег|Петрович|1985-03-12", Degree::None, "" },
    { "Иванов|Иван|Петрович|1985-03-12", "Сидоров|Иван|Олегович|1985-03-12", Degree::None, "" },
    { "Сафин|Ильнар|Ренатович|2015-03-12", "Сафин|Ильназ|Ренатович|2015-03-12", Degree::Likely,
        "typo" }, // twins or a slip: asked, not said
    { "Галиев|Марат||1990-01-02|sex=F", "Галиев|Марат||1990-01-02|sex=M", Degree::None, "" },
    { "Галина|Ия||1990-01-02", "Алина|Ия||1990-01-02", Degree::Likely, "typo" },
    { "|Иван|Петрович|1985-03-12", "Иванов|Иван|Петрович|1985-03-12", Degree::Likely, "same" },
    { "||||", "Иванов|Иван|Петрович|1985-03-12", Degree::None, "" },
    { "||||", "||||", Degree::None, "" },
};

Verdict compared(const char* typed, const char* held, const std::string& role = {})
{
    const Sight sight { shippedSettings(), role };
    return compare(PersonTraits(fieldsOf(typed), sight), PersonTraits(fieldsOf(held), sight),
        shippedSettings());
}

std::string told(const Verdict& verdict)
{
    std::string out
        = std::string(degreeName(verdict.degree)) + ' ' + std::to_string(verdict.points);
    for (const Reason& reason : verdict.reasons)
        out += ' ' + reason.code + '(' + base::join(reason.args, ", ") + ") "
            + std::to_string(reason.points);
    return out;
}

} // namespace

TEST_CASE("two persons are weighed as somebody who knows names would", "[twins]")
{
    CHECK(std::size(kPairs) >= 60);
    for (const PersonPair& pair : kPairs) {
        const Verdict verdict = compared(pair.typed, pair.held);
        INFO(pair.typed << "\n" << pair.held << "\n" << told(verdict));
        CHECK(degreeName(verdict.degree) == degreeName(pair.degree));
        CHECK((*pair.reason == 0 || verdict.has(pair.reason)));
    }
}

TEST_CASE("whoever is typed first, the degree is the same", "[twins]")
{
    for (const PersonPair& pair : kPairs) {
        INFO(pair.typed << "\n" << pair.held);
        CHECK(degreeName(compared(pair.held, pair.typed).degree) == degreeName(pair.degree));
    }
}

TEST_CASE("what is quickly thrown away would not have been found", "[twins]")
{
    const Sight sight { shippedSettings(), {} };
    for (const PersonPair& a : kPairs) {
        for (const PersonPair& b : kPairs) {
            const PersonTraits x(fieldsOf(a.typed), sight);
            const PersonTraits y(fieldsOf(b.held), sight);
            INFO(a.typed << "\n" << b.held);
            if (!mayBeOne(x, y))
                CHECK(compare(x, y, shippedSettings()).degree == Degree::None);
        }
    }
}

TEST_CASE("reasons come by their weight and carry the other record's values", "[twins]")
{
    const Verdict verdict
        = compared("Кузнецво|Иван|Петрович|1985-03-12", "Кузнецов|Иван|Петрович|1985-03-12");
    REQUIRE(verdict.reasons.size() == 4);
    CHECK(verdict.reasons.front().code == "sameBirthDate");
    for (std::size_t i = 1; i < verdict.reasons.size(); ++i)
        CHECK(verdict.reasons[i - 1].points >= verdict.reasons[i].points);
    const auto typo = std::find_if(verdict.reasons.begin(), verdict.reasons.end(),
        [](const Reason& reason) { return reason.code == "typo"; });
    REQUIRE(typo != verdict.reasons.end());
    CHECK(typo->args == std::vector<std::string> { "surname", "Кузнецов" });
}

TEST_CASE("former surnames and papers say nothing to a role that may not see them", "[twins]")
{
    const char* married = "Петрова|Анна|Ивановна|1985-03-12|formerSurnames=Иванова";
    const char* before = "Иванова|Анна|Ивановна|1985-03-12";
    CHECK(compared(married, before, "DISTRICT").has("formerSurname"));
    CHECK_FALSE(compared(married, before, "MINISTRY").has("formerSurname"));
    CHECK_FALSE(compared(before, married, "CHAIR").has("formerSurname"));
    const char* paper = "Иванова|Анна|||docKind=passportRf|docSeries=92 05|docNumber=123456";
    CHECK(compared(paper, paper, "CURATOR").has("sameDocument"));
    CHECK_FALSE(compared(paper, paper, "METHODIST").has("sameDocument"));
}

TEST_CASE("a profile that says nothing of twins finds none", "[twins]")
{
    const Settings none;
    const Sight sight { none, {} };
    const PersonTraits person(fieldsOf("Иванов|Иван|Петрович|1985-03-12"), sight);
    CHECK(compare(person, person, none).degree == Degree::None);
}

namespace {

struct FamilyPair
{
    const char* typed;
    const char* held;
    Degree degree;
    const char* reason;
};

const FamilyPair kFamilies[] {
    { "name=Сафины|addrFact.settlement=Агрыз|addrFact.street=ул. "
      "Мира|addrFact.house=5|addrFact.flat=3|phone=89171112233",
        "name=Сафины|addrFact.settlement=г. "
        "Агрыз|addrFact.street=Мира|addrFact.house=5|addrFact.flat=3|phone=+7 917 111-22-33",
        Degree::Sure, "samePhone" },
    { "name=Сафины|addrFact.settlement=Агрыз|addrFact.street=ул. Мира|addrFact.house=5",
        "name=Сафин|addrFact.settlement=Агрыз|addrFact.street=Мира|addrFact.house=5",
        Degree::Likely, "sameAddress" },
    { "name=Хабибуллины|addrFact.settlement=Агрыз|addrFact.house=5",
        "name=Хәбибуллиннар|addrFact.settlement=Агрыз|addrFact.house=5", Degree::Likely,
        "sameAddress" },
    { "name=Сафины|addrFact.settlement=Агрыз|addrFact.street=Мира|addrFact.house=5|addrFact.flat=3",
        "name=Сафины|addrFact.settlement=Агрыз|addrFact.street=Мира|addrFact.house=5|addrFact.flat="
        "4",
        Degree::None, "" },
    { "name=Сафины|addrFact.settlement=Агрыз|addrFact.street=Мира|addrFact.house=5|addrFact.flat=3",
        "name=Сафины|addrFact.settlement=Агрыз|addrFact.street=Мира|addrFact.house=5",
        Degree::Possible, "nearAddress" },
    { "name=Сафины", "name=Сафины", Degree::None, "" },
    { "name=Сафины|phone=89171112233", "name=Сафины|phone=8 917 111 22 33", Degree::Possible,
        "samePhone" },
    { "name=Ивановы|addrFact.settlement=Агрыз|addrFact.house=5",
        "name=Петровы|addrFact.settlement=Агрыз|addrFact.house=5", Degree::None, "" },
};

Verdict comparedFamilies(const char* typed, const char* held, std::vector<base::RecordId> a = {},
    std::vector<base::RecordId> b = {})
{
    const Sight sight { shippedSettings(), {} };
    return compare(FamilyTraits(fieldsOf(typed), std::move(a), sight),
        FamilyTraits(fieldsOf(held), std::move(b), sight), shippedSettings());
}

} // namespace

TEST_CASE("two families are weighed by name, home, telephone and members", "[twins]")
{
    for (const FamilyPair& pair : kFamilies) {
        const Verdict verdict = comparedFamilies(pair.typed, pair.held);
        INFO(pair.typed << "\n" << pair.held << "\n" << told(verdict));
        CHECK(degreeName(verdict.degree) == degreeName(pair.degree));
        CHECK((*pair.reason == 0 || verdict.has(pair.reason)));
    }
    const base::RecordId mother { 1, 1 };
    const base::RecordId child { 1, 2 };
    CHECK(
        comparedFamilies("name=Сафины", "name=Сафины", { mother, child }, { child, mother }).degree
        == Degree::Sure);
    CHECK(
        comparedFamilies("name=Сафины", "name=Ивановы", { mother, child }, { child, mother }).degree
        == Degree::Possible);
    CHECK(comparedFamilies("name=Сафины", "name=Сафины", { child }, { child, mother }).degree
        == Degree::Possible);
}
