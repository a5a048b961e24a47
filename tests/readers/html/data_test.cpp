// Saved pages and the inputs of html5lib's tests, where they stand beside the repository.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "base/value.h"
#include "readers/reading.h"
#include "support/shared_data.h"

using namespace garland;
using namespace garland::test;

namespace {

void check_sound(std::string_view html) {
  const Document document = read_as_html(html).document;
  CHECK(check(document).empty());
}

}  // namespace

TEST_CASE("the inputs of html5lib's tokenizer tests give sound trees") {
  const auto folder = shared_path("data/html5lib-tests/tokenizer");
  if (!folder) return;
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    CAPTURE(entry.path().filename().string());
    const Result<Value> data = parse_json(read_bytes(entry.path()));
    if (!data.ok()) continue;  // some hold unpaired surrogates, which are no JSON
    const Value* tests = data->find("tests");
    if (tests == nullptr) tests = data->find("xmlViolationTests");
    if (tests == nullptr) continue;
    for (const Value& test : tests->list) {
      const Value* input = test.find("input");
      if (input == nullptr) continue;
      CAPTURE(input->scalar);
      check_sound(input->scalar);
      check_sound("<!DOCTYPE html><article><p>words " + input->scalar);
      ++count;
    }
  }
  CHECK(count > 1000);
}

TEST_CASE("saved pages give sound trees with an article in them") {
  const auto folder = shared_path("data/webpages/pages");
  if (!folder) return;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    CAPTURE(entry.path().filename().string());
    const Document document = read_as_html(read_bytes(entry.path())).document;
    for (const std::string& trouble : check(document)) {
      // Pages say an identifier twice; passes/identifiers mends it.
      CHECK_MESSAGE(trouble.find("have the id") != std::string::npos, trouble);
    }
    CHECK(std::any_of(document.blocks.begin(), document.blocks.end(),
                      [](const Block& block) { return block.as<Dropped>() == nullptr; }));
  }
}
