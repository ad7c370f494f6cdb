// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/visibility.h"

#include <catch2/catch.hpp>

using namespace patronat;
using access::mayRead;
using access::Viewer;

namespace {

profile::Profile some()
{
    profile::Profile out;
    profile::RecordType open;
    open.id = "family";
    profile::RecordType closed;
    closed.id = "answerSheet";
    closed.readableBy = { "PSYCH", "CURATOR" };
    profile::RecordType staff;
    staff.id = "staff";
    profile::Field role;
    role.id = "role";
    role.classifier = "userRole";
    staff.fields.push_back(role);
    staff.indexFields();
    out.types = { open, closed, staff };
    profile::Classifier roles;
    roles.id = "userRole";
    roles.codes = { { "PSYCH", { { "ru", "психолог" } }, 1, {}, {}, {} } };
    out.classifiers.push_back(roles);
    return out;
}

} // namespace

TEST_CASE("a type that names roles is for them only, one that names none is everybody's", "[access]")
{
    const profile::Profile profile = some();
    CHECK(mayRead(profile, "family", { "DISTRICT", false }));
    CHECK(mayRead(profile, "answerSheet", { "PSYCH", false }));
    CHECK_FALSE(mayRead(profile, "answerSheet", { "DISTRICT", false }));
    CHECK_FALSE(mayRead(profile, "answerSheet", {}));
    CHECK_FALSE(mayRead(profile, "unheardOf", { "PSYCH", false }));
    CHECK(mayRead(profile, "answerSheet", { {}, true }));
    CHECK(access::hiddenTypes(profile, { "DISTRICT", false }).count("answerSheet") == 1);
    CHECK(access::hiddenTypes(profile, { "CURATOR", false }).empty());
}

TEST_CASE("who may read is said by the names of the roles", "[access]")
{
    const profile::Profile profile = some();
    CHECK(access::readersText(profile, *profile.type("answerSheet"), "ru") == "психолог, CURATOR");
}
