// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temporaryfolder.h"
#include "tests/ui/consilium/council.h"
#include "ui/common/sheetview.h"
#include "ui/consilium/paperview.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/formpage.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPrinter>
#include <QTabWidget>
#include <catch2/catch.hpp>

using namespace patronat;
using base::Value;
using tests::Council;
using tests::OpenMeeting;
using ui::MeetingPage;
using ui::PaperView;

namespace {

QByteArray begin(const std::filesystem::path& path)
{
    QFile file(QString::fromStdU16String(path.u16string()));
    return file.open(QIODevice::ReadOnly) ? file.read(4) : QByteArray();
}

} // namespace

TEST_CASE("the protocol is shown as pages and saved as the files it is sent in")
{
    Council council;
    for (int i = 1; i <= 12; ++i)
        council.item(i, council.family("Семья " + std::to_string(i)));
    OpenMeeting open(council, MeetingPage::Papers);
    PaperView* papers = open.page.papers();
    CHECK(papers->pageCount() >= 2);
    CHECK(papers->papers()->count() == 13);

    const tests::TemporaryFolder folder;
    papers->saveTo(folder.file("protocol.pdf"), PaperView::Format::Pdf);
    papers->saveTo(folder.file("protocol.odt"), PaperView::Format::Odt);
    open.hands.settle();

    CHECK(begin(folder.file("protocol.pdf")) == "%PDF");
    CHECK(begin(folder.file("protocol.odt")).startsWith("PK"));
    CHECK(open.error.isEmpty());
}

TEST_CASE("the extract of one question is a paper of its own")
{
    Council council;
    for (int i = 1; i <= 12; ++i)
        council.item(i, council.family("Семья " + std::to_string(i)));
    OpenMeeting open(council, MeetingPage::Papers);
    const int ofProtocol = open.page.papers()->pageCount();

    open.page.papers()->papers()->setFocus();
    open.hands.key(Qt::Key_Down);

    CHECK(open.page.papers()->papers()->currentIndex() == 1);
    CHECK(open.page.papers()->pageCount() >= 1);
    CHECK(open.page.papers()->pageCount() < ofProtocol);
    CHECK(open.error.isEmpty());
}

TEST_CASE("what is shown is printed, beside the window")
{
    Council council;
    council.item(1, council.family("Сафины"));
    OpenMeeting open(council, MeetingPage::Papers);
    const tests::TemporaryFolder folder;
    auto printer = std::make_shared<QPrinter>();
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(QString::fromStdU16String(folder.file("printed.pdf").u16string()));

    open.page.papers()->printOn(std::move(printer));
    open.hands.settle();

    CHECK(begin(folder.file("printed.pdf")) == "%PDF");
    CHECK(open.error.isEmpty());
}

TEST_CASE("a file that cannot be written is said, and what stood there stays")
{
    Council council;
    OpenMeeting open(council, MeetingPage::Papers);
    const tests::TemporaryFolder folder;

    open.page.papers()->saveTo(
        folder.file("no such folder") / "protocol.pdf", PaperView::Format::Pdf);
    open.hands.settle();

    CHECK(open.error.contains(QStringLiteral("fileNotWritable")));
}

TEST_CASE(
    "a new meeting begins with its card, which knows the only body, and goes on with its agenda")
{
    Council council;
    MeetingPage page(council.office.desk(), nullptr);
    tests::Hands hands(page, council.office.desk().jobs);
    page.resize(1366, 768);
    page.openNew();
    page.show();
    hands.settle();
    CHECK_FALSE(page.tabs()->isTabEnabled(MeetingPage::Agenda));
    REQUIRE(page.card() != nullptr);
    const base::Fields values = page.card()->session().values();
    CHECK(values.at("body") == Value(council.body));
    CHECK(values.at("chair") == Value(council.members[0]));
    CHECK(values.at("secretary") == Value(council.members[1]));

    page.card()->save();
    hands.settle();

    CHECK(council.office.all("meeting").size() == 2);
    CHECK(page.tabs()->isTabEnabled(MeetingPage::Agenda));
    CHECK_FALSE(page.meeting().isNull());
}

TEST_CASE("while others are near the pages are covered by words, and come back when they have gone")
{
    Council council;
    council.item(1, council.family("Сафины"));
    OpenMeeting open(council, MeetingPage::Papers);
    auto* pages = open.page.papers()->findChild<ui::SheetView*>();
    auto* hidden = open.page.papers()->findChild<QLabel*>(QStringLiteral("hiddenPages"));
    REQUIRE(pages != nullptr);
    REQUIRE(hidden != nullptr);
    CHECK(pages->isVisible());
    CHECK_FALSE(hidden->isVisible());
    council.office.desk().privacy.setMasking(true);
    open.hands.settle();
    CHECK_FALSE(pages->isVisible());
    CHECK(hidden->isVisible());
    CHECK_FALSE(hidden->text().isEmpty());
    open.page.papers()->refresh();
    open.hands.settle();
    CHECK_FALSE(pages->isVisible());
    council.office.desk().privacy.setMasking(false);
    open.hands.settle();
    CHECK(pages->isVisible());
    CHECK(open.page.papers()->pageCount() >= 1);
}
