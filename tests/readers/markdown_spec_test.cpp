// The examples of the CommonMark and GitHub specifications, against what the tree writes as HTML.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

#include "base/unicode.h"
#include "base/value.h"
#include "readers/reading.h"
#include "support/shared_data.h"

using namespace garland;
using namespace garland::test;

namespace {

std::string between(std::string_view text, std::string_view open, std::string_view close) {
  const std::size_t begin = text.find(open);
  const std::size_t end = text.rfind(close);
  if (begin == std::string_view::npos || end == std::string_view::npos) return std::string(text);
  return std::string(text.substr(begin + open.size(), end - begin - open.size()));
}

std::string without(std::string text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) {
    text.erase(at, part.size());
  }
  return text;
}

// White space beside tags means nothing, nor does the way a void element is closed.
std::string normal(std::string html) {
  for (const char* part : {" /", " disabled=\"\"", " type=\"checkbox\""}) {
    html = without(std::move(html), part);
  }
  std::string out;
  for (const char c : html) {
    const bool is_white = c == ' ' || c == '\n' || c == '\t';
    if (is_white && (out.empty() || out.back() == ' ' || out.back() == '>')) continue;
    if (c == '<' && !out.empty() && out.back() == ' ') out.pop_back();
    out += is_white ? ' ' : c;
  }
  return std::string(trim(out));
}

bool has_raw_html(std::string_view markdown) {
  for (std::size_t at = 0; at + 1 < markdown.size(); ++at) {
    if (markdown[at] != '<') continue;
    const char next = markdown[at + 1];
    const std::string_view tag = markdown.substr(at, markdown.find('>', at) - at);
    const bool is_name = next == '!' || next == '/' || (next >= 'a' && next <= 'z');
    const bool is_address = tag.find(':') < tag.find_first_of(" \n\"") || tag.find('@') != tag.npos;
    if (is_name && !is_address) return true;
  }
  return false;
}

// What a book does otherwise on purpose: HTML becomes nodes, an image alone is a figure.
bool is_ours_to_change(const Value& example) {
  const std::string& section = example.find("section")->scalar;
  const std::string& html = example.find("html")->scalar;
  return section == "HTML blocks" || section == "Raw HTML" || html.starts_with("<p><img") ||
         html.find("\"><img") != std::string::npos ||
         html.find("javascript:") != std::string::npos ||
         has_raw_html(example.find("markdown")->scalar);
}

}  // namespace

TEST_CASE("the examples of the specifications come out as their HTML") {
  for (const std::string file : {"commonmark-0.31.json", "gfm-spec.json"}) {
    const auto path = shared_path("data/markdown-spec/" + file);
    if (!path) return;
    const Result<Value> examples = parse_json(read_bytes(*path));
    REQUIRE(examples.ok());
    std::map<std::string, std::string> failures;
    int count = 0;
    int failed_count = 0;
    for (const Value& example : examples->list) {
      const std::string html = example.find("html")->scalar;
      const std::string section = example.find("section")->scalar;
      if (is_ours_to_change(example)) continue;
      ++count;
      const Reading reading = read_as_markdown(example.find("markdown")->scalar);
      const std::string body = between(to_html(reading.document), "<body>", "</body>");
      if (normal(between(body, "<article>", "</article>")) == normal(html)) continue;
      ++failed_count;
      failures[section] += " " + example.find("example")->scalar;
      if (std::getenv("GARLAND_SHOW_EXAMPLES") != nullptr) {
        MESSAGE(section << "\n"
                        << example.find("markdown")->scalar << "\nhave: " << normal(body)
                        << "\nwant: " << normal(html));
      }
    }
    for (const auto& [section, numbers] : failures)
      MESSAGE(file << ": " << section << ":" << numbers);
    MESSAGE(file << ": " << count - failed_count << " of " << count << " examples");
    CHECK(failed_count * 100 <= count * 3);
  }
}
