// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temporaryfolder.h"
#include "tests/ui/support/hands.h"
#include "tests/ui/support/heldwriter.h"
#include "tests/ui/support/testdesk.h"
#include "ui/forms/attachmenteditor.h"
#include "ui/forms/formpage.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QUrl>
#include <catch2/catch.hpp>

#include <fstream>
#include <future>

using namespace patronat;
using base::RecordId;
using base::Value;
using tests::TestDesk;

namespace {

const std::string kPdf = "%PDF-1.4\nprotocol\n%%EOF\n";

/// Stands for the system's viewer.
class Viewer : public QObject
{
    Q_OBJECT
public:
    Viewer() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~Viewer() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QUrl opened;
public Q_SLOTS:
    void open(const QUrl& url) { opened = url; }
};

RecordId heldMeeting(TestDesk& office, base::Fields fields = {})
{
    fields["body"] = Value(office.create("body", { { "name", "Консилиум" } }));
    fields["date"] = "2027-03-12";
    return office.create("meeting", std::move(fields));
}

/// The card of a meeting with its field for the scan.
struct Card
{
    explicit Card(TestDesk& desk)
        : office(desk)
        , meeting(heldMeeting(desk))
        , page(desk.desk(), "meeting", ui::FormPage::Frame::Alone, nullptr)
        , hands(page, desk.desk().jobs)
    {
        page.resize(1200, 800);
        page.show();
        page.session().open(meeting);
        hands.settle();
        for (int i = 0; i < page.form().headings().size(); ++i)
            page.form().heading(i); // opens what is folded
        hands.settle();
        editor = page.findChild<ui::AttachmentEditor*>(QStringLiteral("scan"));
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
    TestDesk& office;
    RecordId meeting;
    tests::TemporaryFolder folder;
    ui::FormPage page;
    tests::Hands hands;
    ui::AttachmentEditor* editor = nullptr;
};

} // namespace

TEST_CASE("a scan that is added is saved with the record and is there when it is opened anew")
{
    TestDesk office;
    Card card(office);
    card.add(card.file("Протокол 7.pdf", kPdf));
    CHECK(card.page.form().isDirty());
    card.hands.key(Qt::Key_S, Qt::ControlModifier);

    const auto files
        = store::attachmentsOf(office.value("meeting", card.meeting, "scan").textOr({}));
    REQUIRE(files.size() == 1);
    CHECK(files.front().name == "Протокол 7");
    CHECK(card.editor->inputs().first()->width()
        > card.editor->fontMetrics().horizontalAdvance(QStringLiteral("Протокол 7")));
    CHECK(files.front().scanned == office.desk().today());
    CHECK(*store::Blobs(office.path()).content(files.front().hash) == kPdf);
}

TEST_CASE("files are dropped onto the field, and each of them can be taken out again")
{
    TestDesk office;
    Card card(office);
    QMimeData dropped;
    dropped.setUrls(
        { QUrl::fromLocalFile(QString::fromStdString(card.file("a.pdf", kPdf).string())),
            QUrl::fromLocalFile(QString::fromStdString(card.file("b.pdf", kPdf + "2").string())) });
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(card.editor, &enter);
    CHECK(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(card.editor, &drop);
    REQUIRE(QTest::qWaitFor([&] { return card.editor->files().size() == 2; }));

    for (QToolButton* button : card.editor->findChildren<QToolButton*>())
        if (button->accessibleName().endsWith(QStringLiteral(": a"))
            && button->toolTip() == QStringLiteral("Take it out"))
            button->click();
    REQUIRE(card.editor->files().size() == 1);
    CHECK(card.editor->files().front().name == "b");
}

TEST_CASE("a program that calls itself a PDF is refused in words, and nothing is added")
{
    TestDesk office;
    Card card(office);
    card.add(card.file("protocol.pdf", "MZ this would run"));
    CHECK(card.editor->files().empty());
    CHECK(card.editor->state().startsWith(QStringLiteral("protocol: ")));
    CHECK_FALSE(card.page.form().isDirty());
}

TEST_CASE("a file is looked at in a copy of this person only, under an ending that says what it is")
{
    TestDesk office;
    Viewer viewer;
    Card card(office);
    card.add(card.file("card.pdf.exe", kPdf));
    QSignalSpy worked(card.editor, &ui::AttachmentEditor::worked);
    card.editor->inputs().first()->setFocus();
    static_cast<QAbstractButton*>(card.editor->inputs().first())->click();
    REQUIRE(worked.wait());

    QFile copy(viewer.opened.toLocalFile());
    CHECK(copy.fileName().endsWith(QStringLiteral(".pdf")));
    REQUIRE(copy.open(QIODevice::ReadOnly));
    CHECK(copy.readAll().toStdString() == kPdf);
    CHECK((copy.permissions()
              & (QFileDevice::WriteGroup | QFileDevice::ReadGroup | QFileDevice::ReadOther
                  | QFileDevice::WriteOther))
        == QFileDevice::Permissions());
}

TEST_CASE("a file that has not come yet is told in words and cannot be opened")
{
    TestDesk office;
    const store::Attachment elsewhere { std::string(64, 'c'), "Акт", store::FileKind::Pdf, 100,
        {} };
    const RecordId meeting
        = heldMeeting(office, { { "scan", Value(store::attachmentsText({ elsewhere })) } });
    Card card(office);
    card.page.session().open(meeting);
    card.hands.settle();
    bool isTold = false;
    for (const QLabel* label : card.editor->findChildren<QLabel*>())
        isTold = isTold || label->text().contains(QStringLiteral("has not come yet"));
    CHECK(isTold);
    CHECK_FALSE(card.editor->inputs().first()->isEnabled());
}

TEST_CASE("a copy of a file is saved where a person says")
{
    TestDesk office;
    Card card(office);
    card.add(card.file("a.pdf", kPdf));
    QSignalSpy worked(card.editor, &ui::AttachmentEditor::worked);
    card.editor->saveTo(card.editor->files().front(), card.folder.file("copy.pdf"));
    REQUIRE(worked.wait());
    std::ifstream copy(card.folder.file("copy.pdf"), std::ios::binary);
    CHECK(std::string(std::istreambuf_iterator<char>(copy), {}) == kPdf);
}

namespace {

/// The threads of long jobs busy: what is asked of them waits.
class BusyThreads
{
public:
    explicit BusyThreads(ui::JobRunner& jobs)
        : m_end(m_promise.get_future().share())
    {
        for (int i = 0; i < 8; ++i)
            jobs.runLong(
                &jobs,
                [end = m_end](base::Job&) {
                    end.wait();
                    return 0;
                },
                [](int) {});
    }
    void letGo() { m_promise.set_value(); }

private:
    std::promise<void> m_promise;
    std::shared_future<void> m_end;
};

std::vector<store::Attachment> filesOf(const store::Draft& draft)
{
    const auto found = draft.fields.find("scan");
    return found == draft.fields.end() ? std::vector<store::Attachment>()
                                       : store::attachmentsOf(found->second.textOr({}));
}

} // namespace

TEST_CASE("a file that is still read when its page is closed is in the draft of what was left")
{
    TestDesk office;
    const store::Attachment before { std::string(64, 'c'), "Акт", store::FileKind::Pdf, 100, {} };
    const RecordId meeting
        = heldMeeting(office, { { "scan", Value(store::attachmentsText({ before })) } });
    const bool isTyped = GENERATE(false, true);
    auto card = std::make_unique<Card>(office);
    card->page.session().open(meeting);
    card->hands.settle();
    if (isTyped)
        card->page.session().edit({ { "place", Value("Арск") } });
    const tests::TemporaryFolder folder;
    std::ofstream(folder.file("late.pdf"), std::ios::binary) << kPdf;
    BusyThreads busy(office.desk().jobs);
    card->editor->addFile(folder.file("late.pdf"));
    card.reset();
    busy.letGo();
    REQUIRE(QTest::qWaitFor(
        [&] {
            const auto drafts = office.desk().drafts.all();
            return drafts->size() == 1 && filesOf(drafts->front()).size() == 2;
        },
        5000));
    const store::Draft draft = office.desk().drafts.all()->front();
    CHECK(draft.record == meeting);
    const auto files = filesOf(draft);
    CHECK(std::any_of(files.begin(), files.end(),
        [](const store::Attachment& file) { return file.name == "late"; }));
    CHECK(draft.fields.contains("place") == isTyped);

    Card again(office);
    again.page.session().openDraft(draft);
    again.hands.settle();
    again.hands.key(Qt::Key_S, Qt::ControlModifier);
    CHECK(store::attachmentsOf(office.value("meeting", meeting, "scan").textOr({})).size() == 2);
    CHECK(office.desk().drafts.all()->empty());
}

TEST_CASE("a file that is still read while the language is switched stands in the form made anew")
{
    TestDesk office;
    Card card(office);
    const auto path = card.file("late.pdf", kPdf);
    BusyThreads busy(office.desk().jobs);
    card.editor->addFile(path);
    office.desk().languages.setLanguage(QStringLiteral("ru"));
    busy.letGo();
    card.hands.settle();
    auto* editor = card.page.findChild<ui::AttachmentEditor*>(QStringLiteral("scan"));
    REQUIRE(editor != nullptr);
    REQUIRE(editor->files().size() == 1);
    CHECK(card.page.form().isDirty());
    office.desk().languages.setLanguage(QStringLiteral("en"));
}

TEST_CASE(
    "a file that comes when its page was closed while saving is in a draft over what was saved")
{
    TestDesk office;
    auto card = std::make_unique<Card>(office);
    const RecordId meeting = card->meeting;
    const tests::TemporaryFolder folder;
    std::ofstream(folder.file("late.pdf"), std::ios::binary) << kPdf;
    card->page.session().edit({ { "place", Value("Арск") } });
    tests::HeldWriter other(office.desk().store);
    card->page.session().save();
    card->editor->addFile(folder.file("late.pdf"));
    card.reset();
    // The file comes while the save waits, then the save ends.
    QTest::qWait(200);
    other.letGo();
    REQUIRE(QTest::qWaitFor(
        [&] {
            const auto drafts = office.desk().drafts.all();
            return office.value("meeting", meeting, "place") == Value("Арск") && drafts->size() == 1
                && filesOf(drafts->front()).size() == 1;
        },
        5000));
    const store::Draft draft = office.desk().drafts.all()->front();
    CHECK(draft.record == meeting);
    CHECK(draft.heads == store::headsText(office.get("meeting", meeting).heads));
    CHECK_FALSE(draft.fields.contains("place"));
}

#include "test_attachmenteditor.moc"
