// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/cellformat.h"
#include "core/intake/listdate.h"
#include "core/intake/mapping.h"
#include "core/intake/personname.h"

#include <catch2/catch.hpp>

using namespace patronat::intake;

namespace {

std::string read(const std::string& text, const std::string& format = kAutoDates)
{
    const auto date = readListDate(text, { format, false, 2026 });
    return date ? date->iso + (date->isCenturyGuessed ? "?" : "") : "-";
}

std::string name(const std::string& text)
{
    const auto parts = splitName(text);
    return parts ? (*parts)[0] + '|' + (*parts)[1] + '|' + (*parts)[2] : "-";
}

} // namespace

TEST_CASE("days are read as people type them")
{
    for (const std::string text : { "2.3.2015", "02.03.2015", "02/03/2015", "2-3-2015",
             "2015-03-02", "2015/3/2", "2015.03.02", " 02.03.2015 г.", "2.3.2015г",
             "02.03.2015 0:00", "2015-03-02T00:00:00", "02. 03. 2015", "42065" }) {
        INFO(text);
        CHECK(read(text) == "2015-03-02");
    }
    CHECK(read("02/03/15") == "2015-03-02?");
    CHECK(read("01.05.45") == "2045-05-01?");
    CHECK(read("01.05.46") == "1946-05-01?");
    CHECK(read("29.02.2016") == "2016-02-29");
}

TEST_CASE("what is no day of the calendar, or not wholly one, is none")
{
    for (const std::string text :
        { "31.02.2015", "29.02.2015", "13/13/2015", "2015", "03.2015", "2015-3", "вчера", "1.1.1",
            "01.01.0015", "12.03.2015 10:30", "2.3.2015, 4.3.2015", "02.03-2015", "0", "123456" }) {
        INFO(text);
        CHECK(read(text) == "-");
    }
}

TEST_CASE("a declared way of writing days takes that way, and what the file itself knows as a day")
{
    CHECK(read("03/02/2015", "MM/dd/yyyy") == "2015-03-02");
    CHECK(read("2015-03-02", "MM/dd/yyyy") == "2015-03-02");
    CHECK(read("02.03.2015", "MM/dd/yyyy") == "-");
}

TEST_CASE("days of Excel know its leap year that was none, and both ways of counting")
{
    CHECK(isoOfSerial(1, false) == "1900-01-01");
    CHECK(isoOfSerial(59, false) == "1900-02-28");
    CHECK(isoOfSerial(60, false) == std::nullopt);
    CHECK(isoOfSerial(61, false) == "1900-03-01");
    CHECK(isoOfSerial(42065, false) == "2015-03-02");
    CHECK(isoOfSerial(40603, true) == "2015-03-02");
    CHECK(isoOfSerial(0.5, false) == "12:00:00");
    CHECK(isoOfSerial(-1, false) == std::nullopt);
    CHECK(isoOfSerial(1e12, false) == std::nullopt);
}

TEST_CASE("a number format is a date by its letters outside quotes and brackets")
{
    for (const char16_t* code : { u"dd.mm.yyyy", u"[$-419]d mmm yy;@", u"h:mm", u"yyyy\\-mm" })
        CHECK(isDateFormat(170, QString::fromUtf16(code)));
    for (const char16_t* code :
        { u"0.00", u"#,##0\" дней d\"", u"[Red]0", u"0\\d", u"_d0", u"General;dd" })
        CHECK_FALSE(isDateFormat(170, QString::fromUtf16(code)));
    CHECK(isDateFormat(14, {}));
    CHECK_FALSE(isDateFormat(1, {}));
}

TEST_CASE("a name in one cell is taken apart, and left to a person where that is a guess")
{
    CHECK(name("Иванова Анна Петровна") == "Иванова|Анна|Петровна");
    CHECK(name("  Сафин   Айдар ") == "Сафин|Айдар|");
    CHECK(name("Гарифуллина Алсу Ильдар кызы") == "Гарифуллина|Алсу|Ильдар кызы");
    CHECK(name("Мамедов Али Гусейн оглы") == "Мамедов|Али|Гусейн оглы");
    CHECK(name("Римский-Корсаков Н.А.") == "Римский-Корсаков|Н.|А.");
    CHECK(name("Петрова") == "Петрова||");
    CHECK(name("Иванова (Петрова) Анна") == "-");
    CHECK(name("Иванова Петрова Анна Ивановна") == "-");
    CHECK(name("Иванов Иван 2015") == "-");
    CHECK(name("Җәлилов Нияз Өмет улы") == "Җәлилов|Нияз|Өмет улы");
}
