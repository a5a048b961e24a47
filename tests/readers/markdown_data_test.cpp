#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <sstream>
#include <string>

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

}  // namespace

TEST_CASE("real articles have the title and date that their front matter says") {
  const auto folder = shared_path("data/markdown-articles");
  if (!folder) return;
  std::istringstream lines(read_bytes(*folder / "expected.jsonl"));
  int article_count = 0;
  for (std::string line; std::getline(lines, line);) {
    const Result<Value> entry = parse_json(line);
    REQUIRE(entry.ok());
    const std::string kind = text_field(*entry, "front_matter");
    if (kind.starts_with("franklin") || kind == "toml-invalid") continue;
    const std::string file = text_field(*entry, "file");
    CAPTURE(file);
    const std::string text = read_bytes(*folder / file);
    Diagnostics diagnostics(file, text);
    const Result<Document> document = read_source(text, file, {}, diagnostics);
    REQUIRE(document.ok());
    CHECK(document->format == "markdown");
    CHECK(plain_text(document->metadata.title.value) == text_field(*entry, "title"));
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
