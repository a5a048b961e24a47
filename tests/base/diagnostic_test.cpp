#include "base/diagnostic.h"

#include <doctest/doctest.h>

using namespace garland;

TEST_CASE("a diagnostic shows its place, the cure, the source line and a caret") {
  Diagnostics diagnostics("essay.md", "first\n\tsecond näxt\n");
  diagnostics.warning("unknown-key", SourceRange::at(2, 9), "the key is not known",
                      "write \"next\"");
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(format_diagnostic(diagnostics.items()[0]) ==
        "essay.md:2:9: warning: the key is not known — write \"next\" [unknown-key]\n"
        "  \tsecond näxt\n"
        "  \t       ^\n");
}

TEST_CASE("a diagnostic without a place names the file alone") {
  Diagnostics diagnostics("a.md", "");
  diagnostics.error("unreadable", {}, "is no text", "");
  CHECK(format_diagnostic(diagnostics.items()[0]) == "a.md: error: is no text [unreadable]\n");
}

TEST_CASE("a long source line is cut between code points") {
  std::string line(159, 'x');
  line += "ä tail";
  Diagnostics diagnostics("a.md", line);
  diagnostics.note("n", SourceRange::at(1, 1), "m", "");
  CHECK(diagnostics.items()[0].source_line == std::string(159, 'x'));
}

TEST_CASE("the nearest spelling is found within a third of the word") {
  const std::vector<std::string_view> keys = {"title", "subtitle", "author", "date"};
  CHECK(nearest_spelling("titel", keys) == "title");
  CHECK(nearest_spelling("autor", keys) == "author");
  CHECK(nearest_spelling("sub-title", keys) == "subtitle");
  CHECK(nearest_spelling("weather", keys) == "");
}

TEST_CASE("what a terminal would obey is written out, and the caret stays under its character") {
  Diagnostics diagnostics("a\x1B[31m\xFF.md", "one \x1B[2J\xE2\x80\xAEtwo\n");
  diagnostics.warning("w", SourceRange::at(1, 10), "say \"\x07\"", "h\x7F");
  CHECK(format_diagnostic(diagnostics.items()[0]) ==
        "a\\u{1b}[31m\\xff.md:1:10: warning: say \"\\u{7}\" — h\\u{7f} [w]\n"
        "  one \\u{1b}[2J\\u{202e}two\n"
        "                       ^\n");
}

TEST_CASE("source lines are those of the text as it was decoded") {
  Diagnostics diagnostics("a.md", "r\xE9sum\xE9");
  diagnostics.use_text("résumé\nsecond\n");
  diagnostics.warning("w", SourceRange::at(1, 2), "m", "");
  diagnostics.warning("w", SourceRange::at(2, 1), "m", "");
  diagnostics.warning("w", SourceRange::at(9, 1), "m", "");
  CHECK(diagnostics.items()[0].source_line == "résumé");
  CHECK(diagnostics.items()[1].source_line == "second");
  CHECK(diagnostics.items()[2].source_line == "");
}
