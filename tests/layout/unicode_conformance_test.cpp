// The conformance tests of Unicode's annexes 9 and 14, through the code that sets paragraphs.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <libdeflate.h>

#include <charconv>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.h"
#include "layout/paragraph/opportunities.h"
#include "support/shared_data.h"

namespace garland {
namespace {

std::string gunzip(const std::string& bytes) {
  constexpr std::size_t kMost = 64 << 20;
  const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> inflater(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  std::string text(kMost, '\0');
  std::size_t size = 0;
  const auto result = libdeflate_gzip_decompress(inflater.get(), bytes.data(), bytes.size(),
                                                 text.data(), text.size(), &size);
  REQUIRE(result == LIBDEFLATE_SUCCESS);
  text.resize(size);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char sign) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = std::min(text.find(sign), text.size());
    parts.push_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

unsigned number(std::string_view digits, int base) {
  unsigned value = 0;
  const auto [rest, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  REQUIRE(error == std::errc{});
  return value;
}

// The lines of a test file without comments and empty ones.
std::vector<std::string_view> cases_of(std::string_view file) {
  std::vector<std::string_view> cases;
  for (std::string_view line : split(file, '\n')) {
    line = trim(line.substr(0, line.find('#')));
    if (!line.empty() && line.front() != '@') cases.push_back(line);
  }
  return cases;
}

struct BreakCase {
  std::string text;
  std::vector<std::size_t> breaks;  // offsets, the text's end last
};

// "× 0023 ÷ 0020 ÷"
BreakCase break_case(std::string_view line) {
  BreakCase made;
  for (const std::string_view word : split(line, ' ')) {
    if (word == "÷") {
      made.breaks.push_back(made.text.size());
    } else if (word != "×" && !word.empty()) {
      append_utf8(made.text, number(word, 16));
    }
  }
  return made;
}

struct BidiCase {
  std::string text;
  std::vector<std::size_t> offsets;  // of each code point
  Direction base = Direction::LeftToRight;
  std::vector<std::string_view> levels;  // "x" for what has none
  std::string_view order;                // of the code points that have one
};

BidiCase bidi_case(std::string_view line) {
  const std::vector<std::string_view> fields = split(line, ';');
  REQUIRE(fields.size() == 5);
  BidiCase made;
  for (const std::string_view code : split(fields[0], ' ')) {
    made.offsets.push_back(made.text.size());
    append_utf8(made.text, number(code, 16));
  }
  made.base = fields[1] == "1" ? Direction::RightToLeft : Direction::LeftToRight;
  if (fields[1] == "2") made.base = direction_of_text(made.text, Direction::LeftToRight);
  made.levels = split(fields[3], ' ');
  made.order = trim(fields[4]);
  return made;
}

std::uint8_t level_at(const std::vector<BidiRun>& runs, std::size_t offset) {
  for (const BidiRun& run : runs) {
    if (offset >= run.begin_offset && offset < run.end_offset) return run.level;
  }
  return 0xFF;
}

// A level inside text of the same direction changes nothing: the order and each direction are what
// is seen.
bool is_set_as(const BidiCase& wanted, const std::vector<BidiRun>& runs) {
  std::vector<std::uint8_t> levels;
  std::vector<std::size_t> places;  // of those that have a level
  for (std::size_t i = 0; i < wanted.offsets.size(); ++i) {
    if (wanted.levels[i] == "x") continue;
    levels.push_back(level_at(runs, wanted.offsets[i]));
    places.push_back(i);
    if (levels.back() % 2 != number(wanted.levels[i], 10) % 2) return false;
  }
  std::string order;
  for (const std::size_t at : visual_order(levels)) {
    order += (order.empty() ? "" : " ") + std::to_string(places[at]);
  }
  return order == wanted.order;
}

// ICU keeps a hyphen that begins a word with it (rule LB20a, which Unicode has had since 15.1), and
// a number's leading point with its figures (annex 14, 8.2, example 7).
bool is_known_to_differ(std::string_view text) {
  if (text.starts_with('-')) return true;
  for (std::size_t at = text.find_first_of(".,"); at < text.size();
       at = text.find_first_of(".,", at + 1)) {
    std::size_t next = at + 1;
    while (next < text.size()) {
      const char32_t c = next_code_point(text, next);
      if (is_digit(c)) return true;
      if (!is_mark(c)) break;
    }
  }
  return false;
}

// ICU 72 has marks behind a bracket, brackets across embeddings and pairs deeper than 63 otherwise
// than rule N0, and an isolate between embeddings within an override otherwise than X5a to X5c.
bool may_differ_in_order(std::string_view text) {
  const bool has_override = text.find("\u202D") != text.npos || text.find("\u202E") != text.npos;
  const bool has_isolate = text.find("\u2066") != text.npos || text.find("\u2068") != text.npos;
  return text.find_first_of("()[]") != text.npos || (has_override && has_isolate);
}

}  // namespace

TEST_CASE(
    "lines may end where Unicode's own test of annex 14 has them, or where ICU knows better") {
  const auto path = test::shared_path("data/unicode/LineBreakTest.txt");
  if (!path) return;
  const std::string file = test::read_bytes(*path);
  const std::vector<std::string_view> cases = cases_of(file);
  std::size_t differing = 0;
  for (const std::string_view line : cases) {
    const BreakCase wanted = break_case(line);
    std::vector<std::size_t> found;
    for (const BreakOpportunity& place : find_opportunities(wanted.text, "")) {
      found.push_back(place.offset);
    }
    if (found == wanted.breaks) continue;
    ++differing;
    if (is_known_to_differ(wanted.text)) continue;
    FAIL_CHECK("annex 14: " << line << ": lines end at "
                            << fmt::format("{}", fmt::join(found, " ")));
  }
  MESSAGE("annex 14: ", cases.size() - differing, " of ", cases.size());
  CHECK(cases.size() > 5000);
  CHECK(differing <= 30);
}

TEST_CASE(
    "letters have the direction and order of Unicode's own test of annex 9, but for ICU's slips") {
  const auto path = test::shared_path("data/unicode/BidiCharacterTest.txt.gz");
  if (!path) return;
  const std::string file = gunzip(test::read_bytes(*path));
  const std::vector<std::string_view> cases = cases_of(file);
  std::size_t differing = 0;
  for (const std::string_view line : cases) {
    const BidiCase wanted = bidi_case(line);
    if (is_set_as(wanted, bidi_runs(wanted.text, wanted.base))) continue;
    ++differing;
    if (!may_differ_in_order(wanted.text)) FAIL_CHECK("annex 9: " << line);
  }
  MESSAGE("annex 9: ", cases.size() - differing, " of ", cases.size());
  CHECK(cases.size() > 90000);
  CHECK(differing <= 30);
}

}  // namespace garland
