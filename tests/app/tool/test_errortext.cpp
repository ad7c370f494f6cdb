// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/errortext.h"

#include <catch2/catch.hpp>

using namespace patronat;
using base::ErrorCode;
using tool::errorText;
using tool::Language;

TEST_CASE("every error code has its own sentence in both languages")
{
    std::vector<std::string> titles;
    for (int number = 0; number <= static_cast<int>(ErrorCode::Internal); ++number) {
        const base::Error error { static_cast<ErrorCode>(number), { "one", "two", "three", "four" },
            {} };
        INFO(codeName(error.code));
        for (const Language language : { Language::English, Language::Russian }) {
            const tool::ErrorText text = errorText(error, language);
            CHECK(text.title.size() > 10);
            CHECK(text.title.ends_with('.'));
            CHECK(text.title.find_first_of("{}[]") == std::string::npos);
            CHECK(text.advice.find_first_of("{}[]") == std::string::npos);
            CHECK(std::find(titles.begin(), titles.end(), text.title) == titles.end());
            titles.push_back(text.title);
        }
        CHECK(errorText(error, Language::English).advice.empty()
            == errorText(error, Language::Russian).advice.empty());
    }
}

TEST_CASE("a sentence without its arguments is still a sentence")
{
    CHECK(errorText({ ErrorCode::DatabaseBusy, { "a.db", "" }, {} }, Language::English).title
        == "The database a.db is being written by another program.");
    CHECK(errorText({ ErrorCode::RecordSigned, { "meeting", "1" }, {} }, Language::English).title
        == "meeting 1 is signed.");
    CHECK(errorText({ ErrorCode::RecordSigned, { "meeting", "1", "date", "place" }, {} },
              Language::English)
              .title
        == "meeting 1 is signed; the signature covers date, place.");
    CHECK(errorText({ ErrorCode::UnknownType, {}, {} }, Language::English).title.find('?')
        != std::string::npos);
}

TEST_CASE("what an argument makes another case has a sentence of its own")
{
    const auto title = [](std::vector<std::string> args, ErrorCode code) {
        return errorText({ code, std::move(args), {} }, Language::English).title;
    };
    CHECK(title({ "a.db" }, ErrorCode::DatabaseDamaged) == "The database a.db is damaged.");
    CHECK(title({ "a.db", "reopen" }, ErrorCode::DatabaseDamaged).find("nothing more is saved") != std::string::npos);
    CHECK(title({ "a.db", "unsavedLog" }, ErrorCode::FileNotReadable).find("written last") != std::string::npos);
}

TEST_CASE("reasons that are codes are said in words")
{
    const base::Error error { ErrorCode::InvalidValue, { "person", "birthDate", "notADate" }, {} };
    CHECK(errorText(error, Language::English).title.find("it is not a date") != std::string::npos);
    CHECK(errorText(error, Language::Russian).title.find("это не дата") != std::string::npos);
}
