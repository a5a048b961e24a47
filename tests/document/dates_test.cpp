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

TEST_CASE("a date keeps the words it was written in") {
  CHECK(date_from("March 19, 2025")->written == "March 19, 2025");
}
