// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/testdesk.h"

#include <QTest>
#include <QThread>
#include <catch2/catch.hpp>

using namespace patronat;

TEST_CASE("what a write changed is told on the thread of the window, after it can be read")
{
    tests::TestDesk office;
    store::Changes told;
    base::Value seen;
    QObject context;
    QObject::connect(&office.desk().notifier, &ui::StoreNotifier::changed, &context, [&](const store::Changes& changes) {
        told = changes;
        seen = office.value("family", changes.front().record, "name");
        CHECK(QThread::currentThread() == context.thread());
    });

    const base::RecordId family = office.create("family", { { "name", "Сафины" } });

    REQUIRE(QTest::qWaitFor([&] { return !told.empty(); }));
    CHECK(told.front().record == family);
    CHECK(told.front().created);
    CHECK(seen == base::Value("Сафины"));
}
