#include <doctest/doctest.h>

#include <string>

#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

namespace {

struct Case {
  const char* head;
  const char* author;  // "name <address>"
  const char* date;
};

std::string author_of(const Metadata& metadata) {
  std::string names;
  for (const Contributor& person : metadata.contributors.value) {
    if (!names.empty()) names += "|";
    names += person.name + (person.url.empty() ? "" : " <" + person.url + ">");
  }
  return names;
}

}  // namespace

TEST_CASE("byline and date below a Markdown title are metadata and leave the text") {
  const Case cases[] = {
      {"By Ada Roe", "Ada Roe", ""},
      {"*by Ada Roe, 3 May 2020*", "Ada Roe", "2020-05-03"},
      {"**By [Ada Roe](https://x.y/ada)**", "Ada Roe <https://x.y/ada>", ""},
      {"By [Ada Roe](httpd-notes.html)", "Ada Roe", ""},
      {"By Ada Roe and Ben Poe\\\n3 May 2020", "Ada Roe|Ben Poe", "2020-05-03"},
      {"Ada Roe\n3 May 2020", "Ada Roe", "2020-05-03"},
      {"By Ada Roe\n\nMay 3, 2020", "Ada Roe", "2020-05-03"},
      {"_3 May 2020_", "", "2020-05-03"},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.head));
    const Reading reading =
        read_as_markdown("# The Sea\n\n" + std::string(entry.head) + "\n\nThe text begins here.\n");
    CHECK(author_of(reading.document.metadata) == entry.author);
    CHECK((reading.document.metadata.date.is_set() ? reading.document.metadata.date.value.iso()
                                                   : "") == entry.date);
    CHECK(body_of(reading.document) ==
          "heading 1\n  text \"The Sea\"\nparagraph\n  text \"The text begins here.\"\n");
  }
}

TEST_CASE("what only looks like a byline in Markdown stays in the text") {
  for (const char* text : {
           "# The Sea\n\nBy the sea we lay.\n\nMore.",
           "# One\n\nBy Ada Roe\n\n# Two\n\nMore.",
           "Words first.\n\nBy Ada Roe\n\nMore.",
           "# The Sea\n\nAda Roe\n\nMore.",
           "# The Sea\n\nBy Ada Roe[^1]\n\nMore.\n\n[^1]: n",
           "---\nauthor: Ben Poe\n---\n# The Sea\n\nBy Ada Roe\n\nMore.",
       }) {
    CAPTURE(std::string(text));
    const Reading reading = read_as_markdown(text);
    CHECK(author_of(reading.document.metadata).find("Ada") == std::string::npos);
    const std::string body = body_of(reading.document);
    CHECK((body.find("Ada Roe") != std::string::npos ||
           body.find("By the sea") != std::string::npos));
  }
}

TEST_CASE("a byline below a Markdown title gives way to the front matter, unless a wish keeps it") {
  struct Overruled {
    const char* front_matter;
    bool is_left_out;
  };
  const Overruled cases[] = {
      {"title: T\nauthor: Jo Poe", true},
      {"title: T\nauthor: Jo Poe\nkeep: [By Ada Roe]", false},
      {"title: T\ndate: 2020", false},  // it says who wrote it: no repetition
  };
  for (const Overruled& entry : cases) {
    CAPTURE(std::string(entry.front_matter));
    Diagnostics diagnostics;
    const Document document =
        read_markdown("---\n" + std::string(entry.front_matter) + "\n---\n\nBy Ada Roe\n\nWords.\n",
                      "a.md", {}, diagnostics);
    const bool is_left_out = document.blocks.front().as<Dropped>() != nullptr;
    CHECK(is_left_out == entry.is_left_out);
    CHECK(document.metadata.contributors.value.size() == 1);
    CHECK(diagnostics.items().empty());
  }
}

TEST_CASE("properties below a title are metadata, not the article's first paragraph") {
  const Reading reading = read_as_markdown(
      "# Trip\n\nCreated: May 4, 2023 10:00 AM\nAuthor: Jo Roe\nTags: travel, sea\n"
      "URL: https://example.org/a\n\nBody.\n\nMore.\n");
  REQUIRE(reading.document.metadata.contributors.value.size() == 1);
  CHECK(reading.document.metadata.contributors.value.front().name == "Jo Roe");
  CHECK(body_of(reading.document).find("dropped \"Created: May 4") != std::string::npos);
  const std::string other = markdown_body("# T\n\nStatus: done\nPlace: Rome\n\nBody.\n\nMore.\n");
  CHECK(other.find("dropped") == std::string::npos);
}

TEST_CASE("when a note was made stands for its date where no other is given") {
  struct Case {
    const char* markdown;
    int year;
  };
  const Case cases[] = {
      {"---\ncreated: 2021-02-03\n---\n# Moss\n\nIt is green.\n", 2021},
      {"---\ncreated: 2021-02-03\ndate: 2020-01-01\n---\n# Moss\n\nIt is green.\n", 2020},
      {"---\ndate_created: 5 May 2021, 10:12\n---\n# Moss\n\nIt is green.\n", 2021},
      {"---\ncreated: one morning\ncreated_at: 2021\n---\n# Moss\n\nIt is green.\n", 2021},
      {"# Moss\n\nCreated: March 4, 2022 10:12 AM\nTags: green\n\nIt is green.\n", 2022},
      {"# Moss\n\nCreated at: 2022-03-04 10:12\nTags: green\n\nIt is green.\n", 2022},
  };
  for (const Case& item : cases) {
    CAPTURE(std::string(item.markdown));
    const Reading reading = read_as_markdown(item.markdown);
    REQUIRE(reading.document.metadata.date.is_set());
    CHECK(reading.document.metadata.date.value.year == item.year);
    CHECK_FALSE(reading.has("unknown-key"));
  }
}
