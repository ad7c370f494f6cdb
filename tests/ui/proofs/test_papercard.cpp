// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/proofs/typist.h"
#include "tests/ui/support/testdesk.h"
#include "ui/cases/casepage.h"
#include "ui/lists/listpage.h"
#include "ui/shell/mainwindow.h"

#include <QRegularExpression>
#include <QTest>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdio>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;
using tests::Typist;

namespace {

constexpr unsigned kStrokesAMinute = 120;
constexpr unsigned kMostMinutes = 15;

/// A line of the household on the paper card.
struct OnCard
{
    const char* name;
    const char* born;
    const char* bornIso;
    const char* sex; ///< as typed
    const char* role; ///< as typed
    const char* roleCode;
    const char* document; ///< as typed
    const char* documentCode;
    const char* series;
    const char* number;
    const char* issued; ///< of a passport
    const char* issuer;
    const char* snils;
    const char* phone;
    bool isAdult;
};

constexpr OnCard kHousehold[] = {
    { "Сафина Анна Петровна", "030285", "1985-02-03", "ж", "мать", "mother", "паспорт г", "passportRf", "9205", "123456",
        "120305", "ОВД Агрызского района", "11223344595", "89171234567", true },
    { "Сафин Рустам Маратович", "170682", "1982-06-17", "м", "отец", "father", "паспорт г", "passportRf", "9204", "654321",
        "200702", "ОВД Агрызского района", "08765430300", "89177654321", true },
    { "Сафин Тимур Рустамович", "040514", "2014-05-04", "м", "сын", "son", "рождении рф", "birthRf", "II-КБ", "512345", "",
        "", "", "", false },
    { "Сафина Лейла Рустамовна", "110917", "2017-09-11", "ж", "дочь", "daughter", "рождении рф", "birthRf", "III-КБ",
        "612345", "", "", "", "", false },
    { "Сафин Марат Рустамович", "280221", "2021-02-28", "м", "сын", "son", "рождении рф", "birthRf", "IV-КБ", "712345", "",
        "", "", "", false },
};

/// A measure of the programme.
struct Measure
{
    const char* title;
    const char* problem; ///< as typed; which of the two
    const char* problemCode;
    const char* subject; ///< as typed
    const char* subjectCode;
    const char* responsible;
    const char* due;
    const char* dueIso;
};

constexpr Measure kMeasures[] = {
    { "Оформить единое пособие", "низкий", "lowIncome", "социальной защиты", "2", "Ахметова Л.Р.", "150227", "2027-02-15" },
    { "Поставить отца на учёт в службу занятости", "низкий", "lowIncome", "служба", "7", "Гараев И.Ф.", "280227",
        "2027-02-28" },
    { "Выдать одежду и обувь детям", "низкий", "lowIncome", "социальной защиты", "2", "Ахметова Л.Р.", "100327",
        "2027-03-10" },
    { "Занятия с Тимуром по математике", "пропуски", "school", "образован", "3", "Юсупова Г.Х.", "310527", "2027-05-31" },
    { "Контроль посещаемости школы", "пропуски", "school", "образован", "3", "Юсупова Г.Х.", "310527", "2027-05-31" },
    { "Беседы психолога с матерью", "пропуски", "school", "социальной защиты", "2", "Зиннатова Р.А.", "300427",
        "2027-04-30" },
    { "Осмотр детей педиатром", "пропуски", "school", "здравоохр", "6", "Каримов А.М.", "200327", "2027-03-20" },
    { "Распорядок дня и уроки дома", "пропуски", "school", "внутренних", "8", "Мусин Р.Р.", "310727", "2027-07-31" },
};

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

void enterPerson(Typist& typist, const OnCard& one)
{
    typist.choose(QStringLiteral("person"), text(one.name)); // "enter a new one" opens the card over the table
    typist.fill(QStringLiteral("birthDate"), text(one.born));
    typist.fill(QStringLiteral("sex"), text(one.sex));
    if (one.isAdult) {
        typist.fill(QStringLiteral("phone"), text(one.phone));
        typist.fill(QStringLiteral("snils"), text(one.snils));
    }
    typist.fill(QStringLiteral("docKind"), text(one.document));
    typist.fill(QStringLiteral("docSeries"), text(one.series));
    typist.fill(QStringLiteral("docNumber"), text(one.number));
    if (one.isAdult) {
        typist.fill(QStringLiteral("docDate"), text(one.issued));
        typist.fill(QStringLiteral("docIssuer"), text(one.issuer));
        typist.fill(QStringLiteral("addrReg.settlement"), QStringLiteral("Агрыз"));
        typist.fill(QStringLiteral("addrReg.street"), QStringLiteral("Садовая"));
        typist.fill(QStringLiteral("addrReg.house"), QStringLiteral("5"));
        typist.tabTo(QStringLiteral("addrSame"));
        typist.press(Qt::Key_Space);
    }
    typist.ctrl(Qt::Key_S);
}

void enterFamily(Typist& typist)
{
    typist.press(Qt::Key_2, Qt::AltModifier);
    typist.press(Qt::Key_Insert);
    typist.fill(QStringLiteral("name"), QStringLiteral("Сафины"));
    typist.fill(QStringLiteral("phone"), QStringLiteral("89171234567"));
    typist.pick(QStringLiteral("householdType"), QStringLiteral("супр"));
    typist.choose(QStringLiteral("territory"), QStringLiteral("агрыз"));
    typist.fill(QStringLiteral("addrFact.settlement"), QStringLiteral("Агрыз"));
    typist.fill(QStringLiteral("addrFact.street"), QStringLiteral("Садовая"));
    typist.fill(QStringLiteral("addrFact.house"), QStringLiteral("5"));
    typist.tabTo(QStringLiteral("Добавить строку: Члены семьи"));
    typist.press(Qt::Key_Space);
    bool isFirst = true;
    for (const OnCard& one : kHousehold) {
        if (!isFirst)
            typist.ctrl(Qt::Key_N);
        isFirst = false;
        enterPerson(typist, one);
        typist.fill(QStringLiteral("role"), text(one.role));
        if (one.isAdult) {
            typist.tabTo(QStringLiteral("isLegalRepresentative"));
            typist.press(Qt::Key_Space);
        }
    }
    typist.ctrl(Qt::Key_S);
}

void find(Typist& typist, const QString& letters)
{
    typist.press(Qt::Key_2, Qt::AltModifier);
    typist.ctrl(Qt::Key_F);
    typist.type(letters);
    typist.look();
    typist.press(Qt::Key_Return);
}

void enterRegistration(Typist& typist)
{
    typist.ctrl(Qt::Key_PageDown);
    typist.ctrl(Qt::Key_PageDown);
    typist.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    typist.fill(QStringLiteral("regDate"), QStringLiteral("120127"));
    typist.fill(QStringLiteral("legalStatus"), QStringLiteral("труд"));
    typist.choose(QStringLiteral("organisation"), QStringLiteral("агрыз"));
    typist.choose(QStringLiteral("caseManager"), QStringLiteral("ахм"));
    typist.fill(QStringLiteral("legalBasis"), QStringLiteral("заяв"));
    typist.fill(QStringLiteral("mainGround"), QStringLiteral("родители не исп"));
    typist.fill(QStringLiteral("detectedBy"), QStringLiteral("образован"));
    typist.tick(QStringLiteral("grounds"), { QString() });
    typist.fill(QStringLiteral("primaryCategory"), QStringLiteral("многодетные"));
    typist.fill(QStringLiteral("maritalStatus"), QStringLiteral("зарег"));
    typist.tick(QStringLiteral("familyTraits"), { QStringLiteral("многодет"), QStringLiteral("малообесп") });
    typist.fill(QStringLiteral("housingType"), QStringLiteral("дом"));
    typist.fill(QStringLiteral("housingCondition"), QStringLiteral("тре"));
    typist.fill(QStringLiteral("housingAreaTotal"), QStringLiteral("42,5"));
    typist.tick(QStringLiteral("incomeSources"), { QStringLiteral("подсоб"), QStringLiteral("единое") });
    typist.fill(QStringLiteral("incomeTotal"), QStringLiteral("31500"));
    typist.fill(QStringLiteral("membersCount"), QStringLiteral("5"));
    typist.tick(QStringLiteral("problems"), { QStringLiteral("низкий"), QStringLiteral("пропуски") });
    typist.choose(QStringLiteral("filledBy"), QStringLiteral("ахм"));
    typist.ctrl(Qt::Key_S);
}

void enterProgramme(Typist& typist)
{
    typist.ctrl(Qt::Key_PageDown);
    typist.ctrl(Qt::Key_PageDown);
    typist.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    typist.fill(QStringLiteral("from"), QStringLiteral("010227"));
    typist.fill(QStringLiteral("to"), QStringLiteral("310727"));
    typist.choose(QStringLiteral("curator"), QStringLiteral("ахм"));
    typist.fill(QStringLiteral("goal"), QStringLiteral("Дети учатся, доход семьи не ниже прожиточного минимума"));
    typist.tabTo(QStringLiteral("Добавить строку: Проблемы"));
    typist.press(Qt::Key_Space);
    typist.fill(QStringLiteral("kind"), QStringLiteral("низкий"));
    typist.fill(QStringLiteral("severity"), QStringLiteral("2"));
    typist.ctrl(Qt::Key_N);
    typist.fill(QStringLiteral("kind"), QStringLiteral("пропуски"));
    typist.fill(QStringLiteral("severity"), QStringLiteral("3"));
    typist.tabTo(QStringLiteral("Добавить строку: Мероприятия"));
    typist.press(Qt::Key_Space);
    bool isFirst = true;
    for (const Measure& one : kMeasures) {
        if (!isFirst)
            typist.ctrl(Qt::Key_N);
        isFirst = false;
        typist.fill(QStringLiteral("title"), text(one.title));
        typist.choose(QStringLiteral("problem"), text(one.problem));
        typist.fill(QStringLiteral("subject"), text(one.subject));
        typist.fill(QStringLiteral("responsible"), text(one.responsible));
        typist.fill(QStringLiteral("due"), text(one.due));
    }
    typist.ctrl(Qt::Key_S);
}

void checkHousehold(TestDesk& office, RecordId family)
{
    CHECK(office.value("family", family, "name") == Value("Сафины"));
    CHECK(text(std::string(office.value("family", family, "phone").textOr({})).c_str()).remove(QRegularExpression(QStringLiteral("\\D"))).endsWith(
        QStringLiteral("9171234567")));
    CHECK(office.value("family", family, "householdType") == Value("couple"));
    CHECK_FALSE(office.value("family", family, "territory").isNull());
    CHECK(office.value("family", family, "addrFact.settlement") == Value("Агрыз"));
    CHECK(office.value("family", family, "addrFact.street") == Value("Садовая"));
    CHECK(office.value("family", family, "addrFact.house") == Value("5"));
    const auto members = office.all("member");
    REQUIRE(members.size() == std::size(kHousehold));
    REQUIRE(office.all("person").size() == std::size(kHousehold));
    for (std::size_t i = 0; i < members.size(); ++i) {
        const OnCard& one = kHousehold[i];
        INFO(one.name);
        CHECK(office.value("member", members[i], "family") == Value(family));
        CHECK(office.value("member", members[i], "role") == Value(one.roleCode));
        CHECK(office.value("member", members[i], "isLegalRepresentative") == (one.isAdult ? Value(1) : Value()));
        const Value reference = office.value("member", members[i], "person");
        REQUIRE(reference.reference() != nullptr);
        const RecordId person = *reference.reference();
        const auto value = [&](const char* field) { return office.value("person", person, field); };
        const QStringList names = text(one.name).split(QLatin1Char(' '));
        CHECK(value("surname") == Value(names[0].toStdString()));
        CHECK(value("firstName") == Value(names[1].toStdString()));
        CHECK(value("patronymic") == Value(names[2].toStdString()));
        CHECK(value("birthDate") == Value(one.bornIso));
        CHECK(value("sex") == Value(text(one.sex) == QStringLiteral("ж") ? "f" : "m"));
        CHECK(value("docKind") == Value(one.documentCode));
        CHECK(value("docSeries") == Value(one.series));
        CHECK(value("docNumber") == Value(one.number));
        if (one.isAdult) {
            CHECK(value("docIssuer") == Value(one.issuer));
            CHECK_FALSE(value("docDate").isNull());
            CHECK_FALSE(value("snils").isNull());
            CHECK_FALSE(value("phone").isNull());
            CHECK(value("addrReg.street") == Value("Садовая"));
            CHECK(value("addrSame") == Value(1));
        }
    }
}

void checkRegistration(TestDesk& office, RecordId family)
{
    REQUIRE(office.all("episode").size() == 1);
    const RecordId episode = office.all("episode").front();
    const auto value = [&](const char* field) { return office.value("episode", episode, field); };
    CHECK(value("family") == Value(family));
    CHECK(value("regDate") == Value("2027-01-12"));
    CHECK(value("legalStatus") == Value("TZS"));
    CHECK_FALSE(value("organisation").isNull());
    CHECK_FALSE(value("caseManager").isNull());
    CHECK_FALSE(value("filledBy").isNull());
    CHECK(value("legalBasis") == Value("application"));
    CHECK(value("mainGround") == Value("G1"));
    CHECK(value("grounds") == Value(R"(["G1"])"));
    CHECK(value("detectedBy") == Value("3"));
    CHECK(value("primaryCategory") == Value("C4"));
    CHECK(value("maritalStatus") == Value("married"));
    CHECK(value("familyTraits") == Value(R"(["manyChildren","poor"])"));
    CHECK(value("housingType") == Value("house"));
    CHECK(value("housingCondition") == Value("repair"));
    CHECK(value("incomeSources") == Value(R"(["plot","singleBenefit"])"));
    CHECK_FALSE(value("incomeTotal").isNull());
    CHECK(value("membersCount") == Value(5));
    CHECK(value("problems") == Value(R"(["lowIncome","school"])"));
}

void checkProgramme(TestDesk& office, RecordId family)
{
    REQUIRE(office.all("programme").size() == 1);
    const RecordId programme = office.all("programme").front();
    CHECK(office.value("programme", programme, "family") == Value(family));
    CHECK_FALSE(office.value("programme", programme, "episode").isNull());
    CHECK(office.value("programme", programme, "from") == Value("2027-02-01"));
    CHECK(office.value("programme", programme, "to") == Value("2027-07-31"));
    CHECK_FALSE(office.value("programme", programme, "curator").isNull());
    CHECK_FALSE(office.value("programme", programme, "goal").isNull());
    REQUIRE(office.all("problem").size() == 2);
    const auto measures = office.all("measure");
    REQUIRE(measures.size() == std::size(kMeasures));
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const Measure& one = kMeasures[i];
        INFO(one.title);
        const auto value = [&](const char* field) { return office.value("measure", measures[i], field); };
        CHECK(value("programme") == Value(programme));
        CHECK(value("family") == Value(family));
        CHECK(value("title") == Value(one.title));
        CHECK(value("subject") == Value(one.subjectCode));
        CHECK(value("responsible") == Value(one.responsible));
        CHECK(value("due") == Value(one.dueIso));
        const Value problem = value("problem");
        REQUIRE(problem.reference() != nullptr);
        CHECK(office.value("problem", *problem.reference(), "kind") == Value(one.problemCode));
    }
}

} // namespace

TEST_CASE("a family of five with its programme of eight measures is typed from a paper card within fifteen minutes")
{
    TestDesk office;
    office.desk().languages.setLanguage(QStringLiteral("ru"));
    const RecordId organisation = office.seed("organisation", "1");
    office.create("staff",
        { { "surname", "Ахметова" }, { "firstName", "Лилия" }, { "organisation", Value(organisation) },
            { "post", "специалист" }, { "role", "DISTRICT" } });
    ui::MainWindow window(office.desk(), ui::listsOf(office.desk().profile()));
    window.resize(1366, 768);
    window.show();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    Typist typist(office.desk().jobs);
    typist.look();

    enterFamily(typist);
    const unsigned household = typist.strokes();
    const auto families = office.all("family");
    REQUIRE(families.size() == 1);
    checkHousehold(office, families.front());

    find(typist, QStringLiteral("тимур"));
    const auto* page = qobject_cast<ui::CasePage*>(window.currentPage());
    REQUIRE(page != nullptr);
    CHECK(page->family() == families.front());
    enterRegistration(typist);
    const unsigned registration = typist.strokes();
    checkRegistration(office, families.front());

    enterProgramme(typist);
    const unsigned programme = typist.strokes();
    checkProgramme(office, families.front());

    typist.press(Qt::Key_1, Qt::AltModifier);
    find(typist, QStringLiteral("сафины"));
    page = qobject_cast<ui::CasePage*>(window.currentPage());
    REQUIRE(page != nullptr);
    CHECK(page->family() == families.front());

    CHECK(office.desk().drafts.all()->empty());
    const unsigned all = typist.strokes();
    std::printf("strokes: family and five people %u, registration %u, programme with eight measures %u, found again %u; "
                "together %u, at %u a minute %.1f minutes\n",
        household, registration - household, programme - registration, all - programme, all, kStrokesAMinute,
        static_cast<double>(all) / kStrokesAMinute);
    CHECK(all <= kStrokesAMinute * kMostMinutes);
}
