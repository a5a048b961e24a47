// Short ways to read a source in a test and to look at what came of it.
#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>

#include "document/check.h"
#include "document/dump.h"
#include "readers/html.h"
#include "readers/markdown.h"

namespace garland::test {

struct Reading {
  Document document;
  Diagnostics diagnostics;

  bool has(std::string_view code) const {
    for (const Diagnostic& item : diagnostics.items()) {
      if (item.code == code) return true;
    }
    return false;
  }
};

inline Reading read_as_markdown(std::string_view text, std::string_view path = "a.md") {
  Reading reading;
  reading.diagnostics = Diagnostics(std::string(path), text);
  reading.document = read_markdown(text, path, {}, reading.diagnostics);
  return reading;
}

inline Reading read_as_html(std::string_view text) {
  Reading reading;
  reading.diagnostics = Diagnostics("a.html", text);
  reading.document = read_html(text, "a.html", {}, reading.diagnostics);
  return reading;
}

// The dump of the body and the notes alone, without places: what most tests are about.
inline std::string body_of(const Document& document) {
  Document bare;
  bare.blocks = document.blocks;
  bare.notes = document.notes;
  std::istringstream lines(dump(bare));
  std::string out;
  std::string line;
  std::getline(lines, line);  // "document …"
  while (std::getline(lines, line)) {
    const std::size_t place = line.rfind(" @");
    const bool has_place = place != std::string::npos &&
                           line.find_first_not_of("0123456789:", place + 2) == std::string::npos;
    // A leaf's text stands before its place.
    out += has_place ? line.substr(0, place) : line;
    out += '\n';
  }
  return out;
}

inline std::string markdown_body(std::string_view text) {
  return body_of(read_as_markdown(text).document);
}

// A Markdown text and the body it becomes.
struct MarkdownCase {
  const char* markdown;
  const char* body;
};

template <std::size_t Count>
void check_bodies(const MarkdownCase (&cases)[Count]) {
  for (const MarkdownCase& entry : cases) {
    CAPTURE(std::string(entry.markdown));
    CHECK(markdown_body(entry.markdown) == entry.body);
  }
}

inline std::string html_body(std::string_view text) { return body_of(read_as_html(text).document); }

}  // namespace garland::test
