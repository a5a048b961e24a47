#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>

#include "base/unicode.h"
#include "base/value.h"
#include "document/walk.h"
#include "readers/reader.h"
#include "readers/reading.h"
#include "support/shared_data.h"

using namespace garland;
using namespace garland::test;

namespace {

std::string text_field(const Value& entry, std::string_view key) {
  const Value* found = entry.find(key);
  return found == nullptr ? "" : found->scalar;
}

// Each name as it is written there, and nothing that is no name: what follows names in small
// letters.
bool are_the_authors(const std::vector<Contributor>& people, const Value& expected) {
  std::string written;
  for (const Value& name : expected.list) written += name.scalar + "\n";
  if (people.empty() != written.empty()) return false;
  if (expected.list.size() > 1 && people.size() != expected.list.size()) return false;
  return std::all_of(people.begin(), people.end(), [&written](const Contributor& person) {
    return written.find(person.name) != std::string::npos && to_lower(person.name) != person.name;
  });
}

}  // namespace

TEST_CASE("real articles have the title, the authors and the date that their front matter says") {
  const auto folder = shared_path("data/markdown-articles");
  if (!folder) return;
  std::istringstream lines(read_bytes(*folder / "expected.jsonl"));
  int article_count = 0;
  for (std::string line; std::getline(lines, line);) {
    const Result<Value> entry = parse_json(line);
    REQUIRE(entry.ok());
    const std::string file = text_field(*entry, "file");
    CAPTURE(file);
    const std::string text = read_bytes(*folder / file);
    Diagnostics diagnostics(file, text);
    const Result<Document> document = read_source(text, file, {}, diagnostics);
    REQUIRE(document.ok());
    CHECK(document->format == "markdown");
    CHECK(plain_text(document->metadata.title.value) == text_field(*entry, "title"));
    const Value* authors = entry->find("author");
    REQUIRE(authors != nullptr);
    const bool is_handle =
        authors->list.size() == 1 && to_lower(authors->list[0].scalar) == authors->list[0].scalar;
    if (!is_handle) CHECK(are_the_authors(document->metadata.contributors.value, *authors));
    const std::string date = text_field(*entry, "date").substr(0, 10);
    CHECK(document->metadata.date.value.iso() == date);
    CHECK(check(*document).empty());
    ++article_count;
  }
  CHECK(article_count > 0);
}

TEST_CASE("hostile Markdown and HTML give a sound tree or a clear error") {
  const auto folder = shared_path("data/attacks");
  const char* made = std::getenv("GARLAND_ATTACKS");
  if (!folder || made == nullptr) {
    MESSAGE("skipped: set GARLAND_ATTACKS to a folder that gen_attacks.py has filled");
    return;
  }
  for (const char* kind : {"markdown", "front-matter", "html"}) {
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(made) / kind)) {
      const std::string file = entry.path().filename().string();
      CAPTURE(file);
      const std::string text = read_bytes(entry.path());
      Diagnostics diagnostics(file, text);
      const Result<Document> document = read_source(text, file, {}, diagnostics);
      if (document.ok()) {
        CHECK(check(*document).empty());
      } else {
        CHECK_FALSE(document.error().message.empty());
      }
    }
  }
}
