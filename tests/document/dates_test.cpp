#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "document/metadata_values.h"

using namespace garland;

namespace {
std::string iso(const std::string& text) {
  const std::optional<Date> date = date_from(text);
  return date ? date->iso() : "nothing";
}
}  // namespace

TEST_CASE("dates are read as precisely as they are given") {
  struct Case {
    std::string written;
    std::string iso;
  };
  const std::vector<Case> cases = {
      {"2025-03-19", "2025-03-19"},
      {"2025-03", "2025-03"},
      {"2025", "2025"},
      {"2025/03/19", "2025-03-19"},
      {"٢٠٢٥-٠٣-١٩", "2025-03-19"},
      {"१९ March २०२५", "2025-03-19"},
      {"2025-3-9", "2025-03-09"},
      {"20250319", "2025-03-19"},
      {"2025-03-19T10:00:00Z", "2025-03-19"},
      {"2025-03-19T10:00:00-05:00", "2025-03-19"},
      {"2025-03-19 10:00:00 +0100", "2025-03-19"},
      {"19.03.2025", "2025-03-19"},
      {"19/03/2025", "2025-03-19"},
      {"03/19/2025", "2025-03-19"},
      {"03/2025", "2025-03"},
      {"March 19, 2025", "2025-03-19"},
      {"Mar. 19th, 2025", "2025-03-19"},
      {"19 March 2025", "2025-03-19"},
      {"Mar. 2025", "2025-03"},
      {"sept 2024", "2024-09"},
      {"Wed, 19 Mar 2025 10:00:00 +0000", "2025-03-19"},
      {"Wednesday, March 19, 2025 at 10:00 am", "2025-03-19"},
      {"19. März 2025", "2025-03-19"},
      {"Mittwoch, den 1. Mai 2024", "2024-05-01"},
      {"1er août 2023", "2023-08-01"},
      {"19 de marzo de 2025", "2025-03-19"},
      {"3 gennaio 2020", "2020-01-03"},
      {"19 de março de 2025", "2025-03-19"},
      {"7 mei 2019", "2019-05-07"},
      {"février 2021", "2021-02"},
      {"29 February 2024", "2024-02-29"},
      {"  2025-03-19  ", "2025-03-19"},
      {"31 Donnerstag Okt 2019", "2019-10-31"},
      {"Mittwoch, 22. Januar 2020 um 18:13 Uhr", "2020-01-22"},
      {"26 Mai, 2008", "2008-05-26"},
      {"19-Mar-2025", "2025-03-19"},
      {"le 3 avril 2020 à 18h13", "2020-04-03"},
      {"22 d’abril de 2020", "2020-04-22"},
      {"terça-feira, 22 de abril de 2020", "2020-04-22"},
      {"22 stycznia 2020 r.", "2020-01-22"},
      {"22. ledna 2020", "2020-01-22"},
      {"22. 1. 2020", "2020-01-22"},
      {"22. tammikuuta 2020", "2020-01-22"},
      {"den 22 januari 2020 kl. 18:13", "2020-01-22"},
      {"2020. január 22.", "2020-01-22"},
      {"22 января 2020 г.", "2020-01-22"},
      {"22 січня 2020 р.", "2020-01-22"},
      {"22 Ιανουαρίου 2020", "2020-01-22"},
      {"22 Ocak 2020 Çarşamba", "2020-01-22"},
      {"22 ianuarie 2020", "2020-01-22"},
      {"22 يناير 2020", "2020-01-22"},
      {"22 בינואר 2020", "2020-01-22"},
      {"2020年1月22日（水） 18:13", "2020-01-22"},
      {"2020 年 1 月 22 日", "2020-01-22"},
      {"2020년 1월 22일", "2020-01-22"},
      {"2020年1月", "2020-01"},
      {"2020. 01. 22.", "2020-01-22"},
  };
  for (const Case& known : cases) {
    CAPTURE(known.written);
    CHECK(iso(known.written) == known.iso);
  }
}

TEST_CASE("what is no date keeps its words alone") {
  for (const std::string written :
       {"circa 1900", "Spring 2025", "2025-13-01", "2023-02-29", "March 32, 2025", "next year",
        "March 5", "31.04.2025", "2025-03-19-20", "123456", "May May 2025"}) {
    CAPTURE(written);
    const std::optional<Date> date = date_from(written);
    REQUIRE(date.has_value());
    CHECK(date->year == 0);
    CHECK(date->iso() == written);
  }
}

TEST_CASE("an empty text is no date") {
  CHECK_FALSE(date_from("").has_value());
  CHECK_FALSE(date_from("   ").has_value());
}

TEST_CASE("a day and month that could be either way round leave the year alone") {
  CHECK(iso("03/04/2025") == "2025");
  CHECK(iso("05/05/2025") == "2025-05-05");
}

TEST_CASE("the language tells which way round a day and month are") {
  struct Case {
    std::string language;
    std::string iso;
  };
  for (const Case& known : std::vector<Case>{{"de", "2025-04-03"},
                                             {"fr-CA", "2025-04-03"},
                                             {"en-GB", "2025-04-03"},
                                             {"en-US", "2025-03-04"},
                                             {"en", "2025"},
                                             {"", "2025"}}) {
    CAPTURE(known.language);
    CHECK(date_from("03/04/2025", known.language)->iso() == known.iso);
    CHECK(date_from("19/04/2025", known.language)->iso() == "2025-04-19");
  }
}

TEST_CASE("dates are found among other words, with what belongs to them") {
  struct Case {
    std::string text;
    std::string found;  // each as "ISO=words", parted by "; "
  };
  const std::vector<Case> cases = {
      {"Posted by Jane on 3 May 2021 at 10:00 in News", "2021-05-03=3 May 2021 at 10:00"},
      {"22. Januar 2020 @ 18:13 // Autor: N.", "2020-01-22=22. Januar 2020 @ 18:13"},
      {"Gespeichert von rasos am 24. Juli 2017 - 18:55", "2017-07-24=24. Juli 2017 - 18:55"},
      {"Freitag, 15. April 2016Samstag, 4. März 2017 by L",
       "2016-04-15=Freitag, 15. April 2016; 2017-03-04=Samstag, 4. März 2017"},
      {"voraussichtlich am 23.-26.8.2017 hin", ""},
      {"vom 23. - 26.8.2017 dort", ""},
      {"(Jan. 4, 2018)", "2018-01-04=Jan. 4, 2018"},
      {"In May 2015 we met.", "2015-05=May 2015"},
      {"In 2015 we met 12 people.", ""},
      {"2015é", ""},
      {"Version 1.23.4 of 2015", ""},
      {"https://example.org/2015/05/11/ is an address", ""},
      {"Photo: 2013-09-29— in Code", ""},
      {"نشر في ١٢ مارس ٢٠٢٠ ثم عدل في ٣ أبريل ٢٠٢١",
       "2020-03-12=١٢ مارس ٢٠٢٠; 2021-04-03=٣ أبريل ٢٠٢١"},
      {"掲載 ２０２０年３月１２日 港", "2020-03-12=２０２０年３月１２日"},
      {"۲۰۲۰/۳/۱۲", "2020-03-12=۲۰۲۰/۳/۱۲"},
  };
  for (const Case& known : cases) {
    CAPTURE(known.text);
    std::string found;
    for (const FoundDate& date : dates_in(known.text, "de")) {
      if (!found.empty()) found += "; ";
      found += date.date.iso() + "=" + known.text.substr(date.begin, date.end - date.begin);
    }
    CHECK(found == known.found);
  }
}

TEST_CASE("a date keeps the words it was written in") {
  CHECK(date_from("March 19, 2025")->written == "March 19, 2025");
  CHECK(date_from("١٢ مارس ٢٠٢٠")->written == "١٢ مارس ٢٠٢٠");
  CHECK(dates_in("في ١٢ مارس ٢٠٢٠").front().date.written == "١٢ مارس ٢٠٢٠");
}
