// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/office.h"

#include <algorithm>
#include <array>
#include <span>

namespace patronat::demo {

using base::RecordId;
using base::Status;

namespace {

constexpr std::size_t kFamiliesOfWrite = 40; ///< some 20 operations each: far below the bound of a write

void address(Form& form, const std::string& field, const Place& place, Office& office)
{
    form.text(field + ".region", place.region).text(field + ".district", place.district);
    form.text(field + ".settlement", place.settlement).text(field + ".street", pick(office.words.streets, office.random));
    form.text(field + ".house", std::to_string(1 + office.random.below(120)));
    if (office.city || office.likely(25))
        form.text(field + ".flat", std::to_string(1 + office.random.below(90)));
}

void passport(Form& form, const Relative& one, const Place& place, Office& office)
{
    const int age = yearOf(kEnrolment) - yearOf(one.born) - 1;
    Day issued = addMonths(one.born, (age >= 45 ? 45 : age >= 20 ? 20 : 14) * 12) + 10 + static_cast<Day>(office.random.below(40));
    issued = std::min(issued, kEnrolment - 1);
    form.text("docKind", "passportRf").text("docSeries", Papers::passportSeries(issued));
    form.text("docNumber", office.papers.passportNumber()).text("docDate", iso(issued));
    form.text("docIssuer", "Учебный отдел выдачи паспортов, " + place.settlement).text("docDeptCode", "000-000");
}

void certificate(Form& form, const Relative& one, const Place& place, Office& office)
{
    // No word begins with Ы: no office issues this series.
    form.text("docKind", "birthRf").text("docSeries", "I-ЫЫ").text("docNumber", office.papers.certificateNumber());
    form.text("docDate", iso(one.born + 1 + static_cast<Day>(office.random.below(2))));
    form.text("docIssuer", "Учебный отдел ЗАГС, " + place.settlement);
}

base::Result<RecordId> enterPerson(Office& office, store::WriteTx& tx, const Relative& one, const Place& place)
{
    Form form;
    form.text("surname", one.name.surname).text("firstName", one.name.firstName).text("patronymic", one.name.patronymic);
    form.text("surnameTt", one.name.surnameTt).text("firstNameTt", one.name.firstNameTt);
    form.text("patronymicTt", one.name.patronymicTt).text("sex", one.male ? "m" : "f");
    form.text("birthDate", iso(one.born)).text("birthPlace", place.settlement).text("citizenship", "RU");
    if (one.born <= addMonths(kEnrolment, -14 * 12) - 60)
        passport(form, one, place, office);
    else
        certificate(form, one, place, office);
    form.text("snils", office.papers.snils());
    if (!one.child)
        form.text("phone", office.papers.phone());
    form.ticked("addrSame", true);
    return tx.create("person", form.take());
}

base::Result<RecordId> enterMember(Office& office, store::WriteTx& tx, const FamilyCase& one, std::size_t n, RecordId person)
{
    const Relative& who = one.home.people[n];
    Form form;
    form.ref("family", one.family).ref("person", person).number("n", static_cast<std::int64_t>(n + 1));
    form.text("role", who.role).ticked("isLegalRepresentative", who.representative).ticked("livesTogether", true);
    form.text("from", iso(std::max(who.born, dayOf(2010, 1, 1)))).text("parentalRights", who.rights);
    if (who.rights == "guardian" || who.rights == "foster")
        form.text("custodyAct", "Постановление от " + dotted(dayOf(2015, 3, 2) + static_cast<Day>(office.random.below(200)))
                + " № " + std::to_string(100 + office.random.below(800)));
    form.text("education", who.education).text("employment", who.employment).text("workplace", who.workplace);
    if (!who.child)
        form.text("disability", "no").text("alcohol", "none").text("drugs", "none");
    if (!who.incidents.empty())
        form.codes("registers", { "pdn", "kdn" });
    return tx.create("member", form.take());
}

Status enterFamily(Office& office, store::WriteTx& tx, FamilyCase& one)
{
    const Place& place = pick(office.places, office.random);
    Form form;
    form.text("name", one.representative().whole()).ref("territory", office.territory);
    form.ref("organisation", office.organisation).text("phone", office.papers.phone());
    address(form, "addrFact", place, office);
    form.text("householdType", one.home.householdType).text("resources", pick(office.words.resources, office.random));
    PATRONAT_LET(one.family, tx.create("family", form.take()));
    for (std::size_t n = 0; n < one.home.people.size(); ++n) {
        PATRONAT_LET(const RecordId person, enterPerson(office, tx, one.home.people[n], place));
        PATRONAT_LET(const RecordId member, enterMember(office, tx, one, n, person));
        one.members.push_back(member);
        one.persons.push_back(person);
    }
    return {};
}

void housing(Office& office, Form& form, std::size_t people)
{
    const bool flat = office.city || office.likely(20);
    const std::int64_t rooms = 1 + static_cast<std::int64_t>(office.random.below(4));
    const std::int64_t area = rooms * 140 + static_cast<std::int64_t>(office.random.below(120)); // tenths of m²
    static const std::vector<std::string> kConditions { "normal", "normal", "normal", "repair", "repair", "dilapidated" };
    static const std::vector<std::string> kOwnership { "private", "private", "private", "municipal", "relatives", "rented" };
    form.text("housingType", flat ? "flat" : "house").text("housingOwnership", pick(kOwnership, office.random));
    form.number("housingAreaTotal", area).number("housingAreaLiving", area * 7 / 10).number("housingRooms", rooms);
    form.number("housingLiving", static_cast<std::int64_t>(people));
    form.text("housingCondition", pick(kConditions, office.random));
    std::vector<std::string> amenities { "coldWater", "electricity" };
    if (flat)
        amenities.insert(amenities.end(), { "hotWater", "sewerage", "centralHeating", "gasMain", "bath", "toiletIndoors" });
    else
        amenities.insert(amenities.end(), { "gasHeating", "gasMain", "bath", "toiletOutdoors" });
    form.codes("housingAmenities", amenities);
}

void income(Office& office, Form& form, const Household& home)
{
    std::vector<std::string> sources { "benefit" };
    bool works = false;
    for (const Relative& one : home.people)
        works = works || !one.workplace.empty();
    if (works)
        sources.push_back("work");
    if (home.category == 2)
        sources.push_back("disabilityPension");
    if (!office.city && office.likely(60))
        sources.push_back("plot");
    const auto people = static_cast<std::int64_t>(home.people.size());
    const std::int64_t roubles = people * 3500 + (works ? 12000 : 2500) + static_cast<std::int64_t>(office.random.below(9000));
    form.codes("incomeSources", sources).text("incomeMain", works ? "work" : "benefit");
    form.number("incomeTotal", roubles * 100).number("membersCount", people).number("subsistence", 843'800);
}

Form cardForm(Office& office, const FamilyCase& one)
{
    static const std::array<const char*, 9> kDetectors { "4", "6", "6", "2", "6", "3", "8", "3", "3" };
    const Household& home = one.home;
    const RecordId manager = office.specialists[one.manager].id;
    Form form;
    form.ref("family", one.family).number("episodeNo", 1).text("kind", "SUPPORT").ref("organisation", office.organisation);
    form.text("regDate", iso(kEnrolment)).text("legalStatus", home.legalStatus).codes("grounds", home.grounds);
    form.text("mainGround", home.grounds.front()).codes("groundSigns", home.signs);
    if (home.legalStatus == "SOP")
        form.text("legalBasis", "inspection");
    form.text("detectedBy", kDetectors[home.category - 1]).text("episodeKind", "first");
    form.text("primaryCategory", "C" + std::to_string(home.category));
    std::vector<std::string> traits = home.traits;
    if (!office.city)
        traits.push_back("rural");
    form.codes("familyTraits", traits).text("maritalStatus", home.maritalStatus).text("motherRecord", "known");
    form.text("fatherRecord", home.maritalStatus == "singleMother" ? "motherWords" : "known");
    housing(office, form, home.people.size());
    income(office, form, home);
    form.codes("problems", home.problems).ref("caseManager", manager);
    form.text("consentDate", iso(kEnrolment - 3 - static_cast<Day>(office.random.below(10))));
    form.text("filledAt", iso(office.today())).ref("filledBy", manager);
    form.text("headName", office.supervisor.name.initials());
    return form;
}

void schooling(Office& office, Form& form, const Relative& child, const Place& place)
{
    const Day age = kEnrolment - child.born;
    if (child.role == "mother" || age >= 7 * 366) {
        const auto grade = std::min<Day>(11, std::max<Day>(1, (age - 7 * 365) / 365 + 1));
        static const std::vector<std::string> kGrades { "good", "fair", "fair", "failing" };
        form.text("edu", "school").text("eduOrganisation", pick(office.words.schools, office.random) + ", " + place.settlement);
        form.text("eduClass", std::to_string(grade)).text("grades", pick(kGrades, office.random));
        form.text("attendance", "regular");
        form.codes("leisure", { office.likely(40) ? "circle" : office.likely(40) ? "sport" : "none" });
    } else if (age >= 3 * 366) {
        form.text("edu", "kindergarten").text("eduOrganisation", pick(office.words.kindergartens, office.random));
    } else {
        form.text("edu", "none");
    }
}

Form childForm(Office& office, const FamilyCase& one, std::size_t n)
{
    const Relative& child = one.home.people[n];
    Form form;
    form.ref("family", one.family).ref("person", one.persons[n]).ref("episode", one.episode);
    form.ticked("individual", false).ref("representative", one.members.front());
    schooling(office, form, child, office.places.front());
    form.text("healthGroup", child.disabledChild ? "5" : child.ovz ? "3" : office.likely(50) ? "2" : "1");
    form.ticked("disabledChild", child.disabledChild).ticked("ovz", child.ovz);
    const std::string number = std::to_string(100 + office.random.below(900));
    const Day decided = std::max(child.born + 60, kEnrolment - 300 + static_cast<Day>(office.random.below(200)));
    if (child.disabledChild)
        form.text("mseNo", "МСЭ-2015-" + number).text("mseDate", iso(decided)).text("mseTo", iso(addMonths(decided, 24)));
    if (child.ovz)
        form.text("ovzNo", "ПМПК-2015-" + number).text("ovzDate", iso(decided));
    if (!child.incidents.empty()) {
        form.codes("registers", { "pdn", "kdn" }).codes("incidents", child.incidents);
        form.text("incidentsNote", "материал рассмотрен на заседании комиссии в 2015 году");
    }
    form.text("placement", child.placement);
    return form;
}

/// The registration card and a card of each child, signed the same day.
Status fillCards(Office& office, store::WriteTx& tx, FamilyCase& one)
{
    PATRONAT_LET(one.episode, tx.create("episode", cardForm(office, one).take()));
    std::vector<RecordId> cards;
    for (std::size_t n = 0; n < one.home.people.size(); ++n) {
        if (!one.home.people[n].child)
            continue;
        PATRONAT_LET(const RecordId card, tx.create("childCard", childForm(office, one, n).take()));
        cards.push_back(card);
    }
    office.work(6);
    PATRONAT_TRY(signAsShown(tx, "episode", one.episode));
    for (const RecordId card : cards)
        PATRONAT_TRY(signAsShown(tx, "childCard", card));
    return {};
}

/// About a quarter of the families get a programme, each at one of the first ten meetings of twelve.
void planProgrammes(Office& office)
{
    const std::uint64_t meetings = office.plan.monthly ? 10 : 3;
    for (FamilyCase& one : office.families)
        if (office.likely(25))
            one.programmeAt = static_cast<int>(office.random.below(meetings));
}

/// One specialist enters the families of his, so many in a write.
Status enrolOwn(Office& office, std::size_t manager, std::span<FamilyCase* const> families)
{
    return office.write(office.specialists[manager].id, "demo.enrol", [&](store::WriteTx& tx) -> Status {
        for (FamilyCase* one : families) {
            PATRONAT_TRY(enterFamily(office, tx, *one));
            PATRONAT_TRY(fillCards(office, tx, *one));
            office.work(9);
        }
        return {};
    });
}

} // namespace

Status enrol(Office& office)
{
    HouseholdMaker maker(office.words, office.random);
    for (const unsigned category : office.plan.categories) {
        FamilyCase one;
        one.home = maker.make(category);
        one.manager = office.families.size() % office.specialists.size();
        office.families.push_back(std::move(one));
    }
    planProgrammes(office);
    office.at(dayOf(2016, 1, 11), 6);
    for (std::size_t manager = 0; manager < office.specialists.size(); ++manager) {
        std::vector<FamilyCase*> own;
        for (std::size_t i = manager; i < office.families.size(); i += office.specialists.size())
            own.push_back(&office.families[i]);
        for (std::size_t first = 0; first < own.size(); first += kFamiliesOfWrite) {
            const std::size_t count = std::min(own.size() - first, kFamiliesOfWrite);
            PATRONAT_TRY(enrolOwn(office, manager, std::span(own).subspan(first, count)));
        }
    }
    return {};
}

} // namespace patronat::demo
