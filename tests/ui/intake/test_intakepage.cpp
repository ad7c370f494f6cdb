// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/hands.h"
#include "tests/ui/support/testdesk.h"
#include "ui/intake/columnmap.h"
#include "ui/intake/intakepage.h"
#include "ui/intake/plantable.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QStringEncoder>
#include <QTest>
#include <catch2/catch.hpp>

using namespace patronat;
using base::Value;

namespace {

const QString kList = QStringLiteral(
    "Список на 1 января;;;;\r\nФамилия;Имя;Отчество;Дата рождения;Пол\r\n"
    "Иванова;Анна;Петровна;02.03.1985;женский\r\nСафин;Марат;;31.02.2012;мужской\r\n"
    "Петров;Пётр;;5.6.2012;мужчской\r\nИванова;Анна;Петровна;2.3.1985;жен\r\nКузнецов;Олег;;1.1."
    "2000;м\r\n");

struct Shown
{
    explicit Shown(tests::TestDesk& one)
        : office(one)
        , page(one.desk(), nullptr)
        , hands(page, one.desk().jobs)
    {
        one.desk().languages.setLanguage(QStringLiteral("ru"));
        page.resize(1180, 740);
        page.show();
        REQUIRE(QTest::qWaitForWindowActive(&page));
        hands.settle();
    }
    QString file(const char* name, const QByteArray& bytes) const
    {
        const QString path = QString::fromStdString((office.path().parent_path() / name).string());
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return path;
    }
    void open(const QString& path)
    {
        page.openFile(path);
        hands.settle();
    }
    void openList() { open(file("list.csv", QStringEncoder("windows-1251")(kList))); }
    template <typename Widget = QPushButton>
    Widget& part(const char* name) const
    {
        auto* found = page.findChild<Widget*>(QString::fromLatin1(name));
        REQUIRE(found != nullptr);
        return *found;
    }
    void press(const char* name)
    {
        REQUIRE(part(name).isEnabled());
        part(name).setFocus();
        hands.key(Qt::Key_Space);
        hands.settle();
    }
    QString field(const char* heading) const
    {
        const QComboBox* choice = page.columns().choiceOf(QString::fromUtf8(heading));
        REQUIRE(choice != nullptr);
        return choice->currentText();
    }
    QStringList lines() const
    {
        QStringList out;
        for (int row = 0; row < page.plan().rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < page.plan().columnCount(); ++column)
                cells += page.plan().index(row, column).data().toString();
            out += cells.join(QLatin1Char('|'));
        }
        return out;
    }
    tests::TestDesk& office;
    ui::IntakePage page;
    tests::Hands hands;
};

} // namespace

TEST_CASE("a list is looked at, checked, loaded and taken back by the keyboard")
{
    tests::TestDesk office;
    Shown shown(office);
    const QAbstractItemModelTester tester(
        &shown.page.plan(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    shown.openList();
    CHECK(shown.part<QComboBox>("intake.encoding").currentText() == QStringLiteral("windows-1251"));
    CHECK(shown.field("Фамилия") == QStringLiteral("Фамилия"));
    CHECK(shown.field("Дата рождения") == QStringLiteral("Дата рождения"));
    CHECK(shown.field("Пол") == QStringLiteral("Пол"));
    CHECK(shown.page.columns().keyOf(QStringLiteral("Фамилия"))->isChecked());
    CHECK_FALSE(shown.page.columns().keyOf(QStringLiteral("Пол"))->isChecked());

    shown.press("intake.check");
    CHECK(shown.page.said()->text()
        == QStringLiteral(
            "Строк: 5, новых: 2, изменённых: 0, без изменений: 0, повторов: 1, не принято: 2."));
    CHECK(shown.lines()
        == QStringList {
            QStringLiteral("4|Не принята|Дата рождения|Такой даты нет в календаре|31.02.2012|"),
            QStringLiteral("5|Не принята|Пол|Такого значения нет в списке поля|мужчской|Возможно, "
                           "«мужской»") });
    CHECK_FALSE(shown.part("intake.load").isEnabled());
    CHECK(office.all("person").empty());

    shown.part<QCheckBox>("intake.skip").setFocus();
    shown.hands.key(Qt::Key_Space);
    shown.press("intake.load");
    CHECK(office.all("person").size() == 2);
    CHECK(shown.page.said()->text().startsWith(QStringLiteral("Загружено")));
    shown.press("intake.back");
    CHECK(office.all("person").empty());
    CHECK(shown.page.said()->text().startsWith(QStringLiteral("Загрузка отменена")));
}

TEST_CASE("what was not taken is kept as a table, with its reasons")
{
    tests::TestDesk office;
    Shown shown(office);
    shown.openList();
    shown.press("intake.check");
    const QString path = shown.file("problems.csv", {});
    shown.page.saveProblems(path);
    QFile saved(path);
    REQUIRE(saved.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(saved.readAll());
    CHECK(text.count(QLatin1Char('\n')) == 3);
    CHECK(text.contains(QStringLiteral("\"5\";\"Не принята\";\"Пол\"")));
    office.desk().privacy.setMasking(true);
    CHECK_FALSE(shown.lines().join(QString()).contains(QStringLiteral("мужчской")));
}

TEST_CASE("a column goes where a person says, and the mapping is kept under a name")
{
    tests::TestDesk office;
    Shown shown(office);
    shown.openList();
    QComboBox* choice = shown.page.columns().choiceOf(QStringLiteral("Отчество"));
    REQUIRE(choice != nullptr);
    shown.page.columns().choiceOf(QStringLiteral("Имя"))->setFocus();
    choice->setFocus();
    shown.hands.key(Qt::Key_Home); // is not loaded
    CHECK(choice->currentIndex() == 0);
    shown.page.keepAs(QStringLiteral("Наш список"));
    shown.page.chooseType("family");
    CHECK(shown.field("Пол").isEmpty() == false);
    shown.page.chooseMapping(QStringLiteral("Наш список"));
    CHECK(shown.page.columns().choiceOf(QStringLiteral("Отчество"))->currentIndex() == 0);
    CHECK(shown.field("Имя") == QStringLiteral("Имя"));
    shown.page.keepAs(QStringLiteral("../evil"));
    CHECK(shown.page.said()->text().contains(QStringLiteral("evil")));
}

TEST_CASE("the shipped mapping of families takes a flat list apart")
{
    tests::TestDesk office;
    Shown shown(office);
    const QString list = QStringLiteral(
        "Семья;Район;Адрес;ФИО матери;Дата рождения матери;ФИО ребёнка;Дата рождения ребёнка;Пол "
        "ребёнка;Кем приходится\n"
        "Ивановы;16-02;Лесная 5;Иванова Анна Петровна;1.2.1985;Иванов Пётр;5.6.2012;м;сын\n"
        ";;;;;;;;\nИвановы;16-02;Лесная 5;Иванова Анна Петровна;1.2.1985;Иванова "
        "Мария;7.8.2015;ж;дочь\n");
    shown.open(shown.file("families.csv", list.toUtf8()));
    shown.page.chooseMapping(QStringLiteral("families"));
    shown.hands.settle();
    CHECK(shown.field("ФИО матери").startsWith(QStringLiteral("Мать: ")));
    CHECK(shown.page.columns().keyOf(QStringLiteral("Семья")) == nullptr);
    shown.press("intake.check");
    INFO(shown.lines().join(QLatin1Char('\n')).toStdString());
    shown.press("intake.load");
    CHECK(office.all("family").size() == 1);
    CHECK(office.all("person").size() == 3);
    CHECK(office.all("member").size() == 3);
}

TEST_CASE("what was checked before something was saved is checked again")
{
    tests::TestDesk office;
    Shown shown(office);
    shown.openList();
    shown.press("intake.check");
    shown.part<QCheckBox>("intake.skip").setFocus();
    shown.hands.key(Qt::Key_Space);
    CHECK(shown.part("intake.load").isEnabled());
    office.create("person", { { "surname", Value("Сафин") }, { "firstName", Value("Марат") } });
    shown.hands.settle();
    CHECK_FALSE(shown.part("intake.load").isEnabled());
    CHECK(shown.page.said()->text().contains(QStringLiteral("Проверить")));
}

TEST_CASE(
    "a file that is no list says what to do with it, and another sheet or encoding is read at once")
{
    tests::TestDesk office;
    Shown shown(office);
    shown.open(shown.file("old.xls", QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8)));
    CHECK(shown.page.said()->text().contains(QStringLiteral(".xlsx")));
    CHECK_FALSE(shown.part("intake.check").isEnabled());
    shown.openList();
    auto& encoding = shown.part<QComboBox>("intake.encoding");
    encoding.setFocus();
    encoding.setCurrentText(QStringLiteral("windows-1251"));
    shown.hands.key(Qt::Key_Down);
    shown.hands.settle();
    CHECK(shown.page.columns().choiceOf(QStringLiteral("Фамилия")) == nullptr);
    encoding.setFocus();
    shown.hands.key(Qt::Key_Up);
    shown.hands.settle();
    CHECK(shown.page.columns().choiceOf(QStringLiteral("Фамилия")) != nullptr);
}
