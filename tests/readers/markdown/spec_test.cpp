// The examples of the CommonMark and GitHub specifications, against what `garland inspect FILE
// --format html` prints. To see each example that is not equal: GARLAND_SHOW_EXAMPLES=1.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "base/value.h"
#include "readers/html/compare.h"
#include "readers/reader.h"
#include "readers/reading.h"
#include "support/shared_data.h"

using namespace garland;
using namespace garland::test;

namespace {

// Examples that come out otherwise, and why.
struct Difference {
  std::string why;
  std::set<std::string> examples;
  bool is_outdated = false;  // a newer specification asks for what we do: not counted as ours
};

struct Specification {
  std::string file;
  std::vector<Difference> differences;
  int least = 995;  // examples of a thousand that must be equal
  bool is_standard = true;
};

const std::vector<Specification>& specifications() {
  const std::string bare_addresses =
      "a bare address is a link, as GitHub's extension has it (6.9, against these two of its 6.8): "
      "people paste addresses";
  static const std::vector<Specification> kAll = {
      {"commonmark-0.31.json", {{bare_addresses, {"613", "614"}}}},
      {"gfm-spec.json",
       {{bare_addresses, {"619", "620"}},
        {"words to GitHub, which stands on CommonMark 0.29, where no comment holds \"--\", begins "
         "with \">\" or \"->\", or ends with \"--->\"; since 0.31 (6.6, its examples 627 and 628, "
         "which come out right) these are comments, and nobody wants to read them in a book",
         {"645", "646"},
         true}}},
      {"gfm-extensions.json",
       {{"its HTML is not given: the text must only do no harm", {"20"}},
        {"a note that nothing refers to stays where it is written, with a warning, lest it be lost",
         {"23"}}},
       900,
       false},
  };
  return kAll;
}

std::string between(std::string_view text, std::string_view open, std::string_view close) {
  const std::size_t begin = text.find(open) + open.size();
  return std::string(text.substr(begin, text.rfind(close) - begin));
}

std::string body_of_html(std::string_view html) { return between(html, "<body>\n", "</body>"); }

// As `garland inspect example.md --format html` does.
std::string inspected(const std::string& markdown) {
  Diagnostics unheard;
  const Result<Document> document = read_source(markdown, "example.md", {}, unheard);
  return document.ok() ? body_of_html(to_html(*document)) : std::string();
}

bool has_tag(std::string_view html) { return html.find('<') != html.npos; }

// HTML in Markdown becomes nodes of the tree and is written anew. So the HTML that is expected is
// read in the same way, and the two trees are compared.
bool are_same_trees(const std::string& have, const std::string& want) {
  for (const std::string& html : {want, std::string(trim(want))}) {
    for (const std::string& read : {html, with_unknown_tags_as_words(html)}) {
      if (comparable_html(have) == comparable_html(body_of_html(html_of_tree(read)))) return true;
    }
  }
  return false;
}

enum class Match { Letter, Tree, None };

Match match_of(const Value& example) {
  const std::string& markdown = example.find("markdown")->scalar;
  const std::string& want = example.find("html")->scalar;
  const std::string have = inspected(markdown);
  if (comparable_html(have) == comparable_html(want)) return Match::Letter;
  if (has_tag(markdown) && are_same_trees(have, want)) return Match::Tree;
  if (std::getenv("GARLAND_SHOW_EXAMPLES") != nullptr) {
    MESSAGE(example.find("example")->scalar
            << " " << example.find("section")->scalar << "\n"
            << markdown << "\nhave: " << comparable_html(have)
            << "\nwant: " << comparable_html(want) << "\nas tree: "
            << comparable_html(body_of_html(html_of_tree(with_unknown_tags_as_words(want)))));
  }
  return Match::None;
}

// Upstream runs no example that it marks "disabled".
bool is_run(const Value& example) {
  const Value* extensions = example.find("extensions");
  if (extensions == nullptr) return true;
  for (const Value& name : extensions->list) {
    if (name.scalar == "disabled") return false;
  }
  return true;
}

const Difference* named_difference(const Specification& specification, const std::string& number) {
  for (const Difference& difference : specification.differences) {
    if (difference.examples.count(number) != 0) return &difference;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("the examples of the specifications come out as their HTML, but for those named here") {
  int all_equal = 0;
  int all = 0;
  for (const Specification& specification : specifications()) {
    const auto path = shared_path("data/markdown-spec/" + specification.file);
    if (!path) return;
    const Result<Value> examples = parse_json(read_bytes(*path));
    REQUIRE(examples.ok());
    std::map<Match, int> counts;
    int outdated_count = 0;
    for (const Value& example : examples->list) {
      if (!is_run(example)) continue;
      const std::string number = example.find("example")->scalar;
      const Match match = match_of(example);
      ++counts[match];
      const Difference* named = named_difference(specification, number);
      const std::string where = specification.file + ", example " + number;
      if (named == nullptr) {
        CHECK_MESSAGE(match != Match::None,
                      where << " no longer comes out as its HTML: mend the reader, or name the "
                               "example in specifications() with the reason");
        continue;
      }
      if (named->is_outdated) ++outdated_count;
      CHECK_MESSAGE(match == Match::None,
                    where << " comes out as its HTML now: take it off the list \"" << named->why
                          << "\" in specifications()");
    }
    const int equal = counts[Match::Letter] + counts[Match::Tree];
    const int count = equal + counts[Match::None];
    if (specification.is_standard) {
      all_equal += equal;
      all += count;
    }
    MESSAGE(
        fmt::format("{}: {} of {} examples are equal ({:.2f} %), {} of them by the letter and "
                    "{}, which have HTML in them, by their trees; {} are outdated",
                    specification.file, equal, count, 100.0 * equal / count, counts[Match::Letter],
                    counts[Match::Tree], outdated_count));
    CHECK_MESSAGE(equal * 1000 >= (count - outdated_count) * specification.least,
                  "fewer examples of " << specification.file << " are equal than promised");
  }
  MESSAGE(fmt::format("CommonMark and GFM: {} of {} examples are equal ({:.2f} %)", all_equal, all,
                      100.0 * all_equal / std::max(all, 1)));
  CHECK_MESSAGE(all_equal * 1000 >= all * 995,
                "fewer than 995 of 1000 examples of CommonMark and GFM are equal, outdated ones "
                "counted in");
}
