// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/office.h"

namespace patronat::demo {

using base::RecordId;
using base::Status;

namespace {

const Day kHired = dayOf(2015, 12, 1); ///< the institutions implement the support since this day

FullName anyName(Office& office, bool male)
{
    return drawName(male, drawLineage(drawNation(office.words, office.random), office.random), office.random);
}

base::Result<StaffMember> hire(Office& office, store::WriteTx& tx, const StaffPost& post)
{
    StaffMember one { {}, anyName(office, office.likely(12)), post.post };
    Form form;
    form.text("surname", one.name.surname).text("firstName", one.name.firstName).text("patronymic", one.name.patronymic);
    form.ref("organisation", office.organisation).text("post", post.post).text("role", post.role);
    form.text("category", post.category).ref("territory", office.territory).text("from", iso(kHired));
    form.text("phone", office.papers.phone());
    PATRONAT_LET(one.id, tx.create("staff", form.take()));
    office.work(3);
    return one;
}

Status hireAll(Office& office)
{
    office.at(dayOf(2015, 12, 21), 7);
    // The first person of an office enters himself: there is nobody else yet.
    const Status first = office.write({}, "demo.staff", [&](store::WriteTx& tx) -> Status {
        PATRONAT_LET(office.supervisor, hire(office, tx, { "SUPERVISOR", "head", "заведующий отделением" }));
        return {};
    });
    PATRONAT_TRY(first);
    return office.write(office.supervisor.id, "demo.staff", [&](store::WriteTx& tx) -> Status {
        PATRONAT_LET(office.secretary, hire(office, tx, { "SECRETARY", "socialWorker", "секретарь консилиума" }));
        for (unsigned i = 0; i < office.plan.specialists; ++i) {
            const auto& posts = office.words.staffPosts;
            PATRONAT_LET(StaffMember one, hire(office, tx, posts[i % posts.size()]));
            office.specialists.push_back(std::move(one));
        }
        return {};
    });
}

Status foundBody(Office& office, store::WriteTx& tx)
{
    Form form;
    form.text("name", "Муниципальный социально-реабилитационный консилиум");
    form.text("nameTt", "Муниципаль социаль-реабилитация консилиумы");
    form.text("kind", "CONSILIUM").ref("territory", office.territory).ref("organisation", office.organisation);
    form.text("municipality", office.district).text("settlement", office.places.front().settlement);
    form.text("orderNo", std::to_string(100 + office.random.below(400)) + "-р").text("orderDate", "2015-12-18");
    form.number("quorumNumerator", 1).number("quorumDenominator", 2).ticked("quorumStrict", false);
    form.text("from", "2015-12-18").text("phone", office.papers.phone());
    PATRONAT_LET(office.body, tx.create("body", form.take()));
    return {};
}

Status addMember(Office& office, store::WriteTx& tx, const std::string& role, const std::string& subject,
    const std::string& post, const StaffMember* staff)
{
    BodyPerson one { {}, staff ? staff->name : anyName(office, office.likely(30)), post, subject };
    Form form;
    form.ref("body", office.body).number("n", static_cast<std::int64_t>(office.members.size() + 1));
    if (staff) {
        form.ref("staff", staff->id).ref("organisation", office.organisation);
    }
    form.text("surname", one.name.surname).text("firstName", one.name.firstName).text("patronymic", one.name.patronymic);
    form.text("post", post).text("subject", subject).text("role", role).ticked("voting", true);
    form.text("from", "2015-12-18");
    PATRONAT_LET(one.id, tx.create("bodyMember", form.take()));
    office.members.push_back(std::move(one));
    return {};
}

} // namespace

Status employ(Office& office)
{
    PATRONAT_TRY(hireAll(office));
    office.at(dayOf(2015, 12, 22), 8);
    return office.write(office.secretary.id, "demo.body", [&](store::WriteTx& tx) -> Status {
        PATRONAT_TRY(foundBody(office, tx));
        PATRONAT_TRY(addMember(office, tx, "chair", "administration", office.words.chairPost, nullptr));
        PATRONAT_TRY(addMember(office, tx, "deputy", "2", office.supervisor.post, &office.supervisor));
        PATRONAT_TRY(addMember(office, tx, "secretary", "2", office.secretary.post, &office.secretary));
        for (const BodyPost& post : office.words.bodyPosts)
            PATRONAT_TRY(addMember(office, tx, "member", post.subject, post.post, nullptr));
        return {};
    });
}

} // namespace patronat::demo
