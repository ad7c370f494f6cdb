// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/scans/samplescans.h"
#include "tests/support/temporaryfolder.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/forms/attachmenteditor.h"
#include "ui/forms/formpage.h"
#include "ui/forms/scanpreview.h"

#include <QApplication>
#include <QInputDialog>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <catch2/catch.hpp>

#include <fstream>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;

namespace {

/// A new act of a family with its field for pictures, which asks for a consent.
struct Act
{
    explicit Act(TestDesk& desk, const std::string& field = "photos")
        : office(desk)
        , family(desk.create("family",
              { { "name", "Ивановы" }, { "territory", Value(desk.seed("territory", "code = '16-01'")) } }))
        , act(desk.create("surveyAct", { { "family", Value(family) }, { "visitDate", "2027-01-10" } }))
        , page(desk.desk(), "surveyAct", ui::FormPage::Frame::Alone, nullptr)
        , hands(page, desk.desk().jobs)
    {
        page.resize(1200, 800);
        page.show();
        page.session().open(act);
        hands.settle();
        for (int i = 0; i < page.form().headings().size(); ++i)
            page.form().heading(i); // opens what is folded
        hands.settle();
        editor = page.findChild<ui::AttachmentEditor*>(QString::fromStdString(field));
        REQUIRE(editor != nullptr);
    }
    std::filesystem::path file(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(folder.file(name), std::ios::binary) << bytes;
        return folder.file(name);
    }
    void add(const std::filesystem::path& path)
    {
        QSignalSpy worked(editor, &ui::AttachmentEditor::worked);
        editor->addFile(path);
        REQUIRE(worked.wait());
    }
    /// Of the family's mother, signed, for the purpose of pictures.
    void consent(const base::Fields& more = {})
    {
        const RecordId person = office.create("person", { { "surname", "Иванова" }, { "firstName", "Анна" }, { "birthDate", "1990-05-01" }, { "sex", "f" } });
        const RecordId mother = office.create("member", { { "family", Value(family) }, { "person", Value(person) }, { "role", "mother" } });
        base::Fields fields { { "family", Value(family) }, { "purpose", "photo" }, { "person", Value(mother) },
            { "operator", Value(office.create("organisation", { { "code", "16-К" }, { "name", "КЦСОН" } })) }, { "data", R"(["image"])" },
            { "actions", R"(["collect"])" }, { "processing", "mixed" }, { "signedAt", "2026-12-01" }, { "validTo", "2028-12-01" },
            { "withdrawalWay", "письменным заявлением оператору" },
            { "takenBy", Value(office.create("staff", { { "surname", "Хасанова" }, { "firstName", "Гульнара" } })) } };
        const RecordId made = office.create("consent", fields);
        signedAlone(made);
        if (!more.empty())
            office.put("consent", made, more);
    }
    void signedAlone(RecordId id);
    TestDesk& office;
    RecordId family;
    RecordId act;
    tests::TemporaryFolder folder;
    ui::FormPage page;
    tests::Hands hands;
    ui::AttachmentEditor* editor = nullptr;
};

void Act::signedAlone(RecordId id)
{
    const auto written = office.desk().store.write({}, [&](store::WriteTx& tx) -> base::Result<base::GroupId> {
        return tx.sign({ { "consent", id, tx.read().record("consent", id)->heads } });
    });
    if (!written)
        FAIL(describe(written.error()));
}

QInputDialog* question(const Act& act)
{
    QInputDialog* found = nullptr;
    REQUIRE(QTest::qWaitFor([&] {
        found = act.page.window()->findChild<QInputDialog*>(QStringLiteral("pictureBasis"));
        return found != nullptr && found->isVisible();
    }));
    return found;
}

} // namespace

TEST_CASE("a picture says how large it was and is, and that place and device are gone; it stands there small")
{
    TestDesk office;
    Act act(office, "scan");
    const std::string told = tests::telephonePicture(tests::photograph(2400, 1200));
    act.add(act.file("IMG_7.jpg", told));
    REQUIRE(act.editor->files().size() == 1);
    const store::Attachment file = act.editor->files().front();
    CHECK(file.size < told.size());
    CHECK(act.editor->note().contains(QStringLiteral("place and the device")));
    CHECK(act.editor->note().contains(QStringLiteral("2000 × 1000")));
    CHECK_FALSE(tests::tells(*store::Blobs(office.path()).content(file.hash)));
    auto* small = act.editor->findChild<QLabel*>(QStringLiteral("thumbnail"));
    REQUIRE(small != nullptr);
    CHECK(QTest::qWaitFor([&] {
        small = act.editor->findChild<QLabel*>(QStringLiteral("thumbnail"));
        return small != nullptr && !small->pixmap(Qt::ReturnByValue).isNull();
    }));
}

TEST_CASE("a picture is looked at by the keyboard, larger and smaller, and closed")
{
    TestDesk office;
    Act act(office, "scan");
    act.add(act.file("IMG_7.jpg", tests::telephonePicture(tests::photograph(2400, 1200))));
    QWidget* name = act.editor->inputs().first();
    name->setFocus();
    QTest::keyClick(name, Qt::Key_Space);
    ui::ScanPreview* preview = nullptr;
    REQUIRE(QTest::qWaitFor([&] {
        preview = act.page.window()->findChild<ui::ScanPreview*>();
        return preview != nullptr && preview->isVisible();
    }));
    const double fitted = preview->zoom();
    CHECK(fitted <= 1);
    QTest::keyClick(preview, Qt::Key_Plus);
    CHECK(preview->zoom() > fitted);
    QTest::keyClick(preview, Qt::Key_Minus);
    QTest::keyClick(preview, Qt::Key_Minus);
    CHECK(preview->zoom() < fitted);
    QTest::keyClick(preview, Qt::Key_0);
    CHECK(preview->zoom() == Approx(fitted));
    QTest::keyClick(preview, Qt::Key_Escape);
    CHECK_FALSE(preview->isVisible());
}

TEST_CASE("a picture cut short, a bomb and one that cannot be read are refused in words")
{
    TestDesk office;
    Act act(office, "scan");
    const std::string whole = tests::telephonePicture(tests::photograph(400, 300));
    act.add(act.file("half.jpg", whole.substr(0, whole.size() / 2)));
    CHECK(act.editor->state().contains(QStringLiteral("not copied whole")));
    CHECK(act.editor->files().empty());
    CHECK(act.editor->note().isEmpty());
    CHECK_FALSE(act.page.form().isDirty());
}

TEST_CASE("with a consent that stands a picture of people is added without a question")
{
    TestDesk office;
    Act act(office);
    act.consent();
    act.add(act.file("a.jpg", tests::telephonePicture(tests::photograph(400, 300))));
    CHECK(act.editor->files().size() == 1);
}

TEST_CASE("without a consent the basis is asked once for all pictures, and kept in the act")
{
    TestDesk office;
    Act act(office);
    act.editor->addFile(act.file("a.jpg", tests::telephonePicture(tests::photograph(400, 300))));
    act.editor->addFile(act.file("b.jpg", tests::telephonePicture(tests::photograph(300, 400))));
    QInputDialog* asked = question(act);
    CHECK(act.editor->files().empty());
    asked->setTextValue(QStringLiteral("Расписка Ивановой А.П. от 10.01.2027"));
    asked->accept();
    REQUIRE(QTest::qWaitFor([&] { return act.editor->files().size() == 2; }));
    CHECK(act.page.session().values()["photoBasis"] == Value("Расписка Ивановой А.П. от 10.01.2027"));
}

TEST_CASE("who does not say what a picture rests on has added nothing")
{
    TestDesk office;
    Act act(office);
    QSignalSpy worked(act.editor, &ui::AttachmentEditor::worked);
    act.editor->addFile(act.file("a.jpg", tests::telephonePicture(tests::photograph(400, 300))));
    question(act)->reject();
    REQUIRE((worked.size() > 0 || worked.wait()));
    CHECK(act.editor->files().empty());
    CHECK(act.editor->state().startsWith(QStringLiteral("Nothing was added")));
}

TEST_CASE("after the consent was withdrawn no picture is added (BR-48)")
{
    TestDesk office;
    Act act(office);
    act.consent({ { "withdrawnAt", "2027-01-05" } });
    act.add(act.file("a.jpg", tests::telephonePicture(tests::photograph(400, 300))));
    CHECK(act.editor->files().empty());
    CHECK(act.editor->state().contains(QStringLiteral("BR-48")));
}
