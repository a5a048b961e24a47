#include "book/description.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace garland;

namespace {

const Diagnostic* find_code(const Diagnostics& diagnostics, const std::string& code) {
  for (const Diagnostic& item : diagnostics.items()) {
    if (item.code == code) return &item;
  }
  return nullptr;
}

Description read(const std::string& yaml, Diagnostics& diagnostics) {
  return read_description(yaml, diagnostics);
}

}  // namespace

TEST_CASE("a whole description is understood") {
  const std::string yaml = R"(
title: The Sea
subtitle: A reader
editors: [Jane Roe, "Poe, John"]
language: pt_BR
publisher: Harbour
date: 2025-03
edition: Second edition
series: Harbour Readers
volume: 2.1
rights: © 2025 Harbour
description: Texts on the sea.
subjects: [sea, boats]
identifier: 978-3-16-148410-0
cover: img/cover.png
style: plain
introduction: intro.md
contents:
  - loose.md
  - part: First part
    introduction: {file: one/intro.md, author: Jane Roe}
    sources:
      - one/a.md
      - {file: one/b.txt, title: Waves, author: [A, B], keep: all}
  - part: 2
    sources: [c.md]
references: {style: chicago-author-date, files: [library.bib]}
attributions: {print: false}
megapixels: 2.5
assets: {"https://example.org/a.png": img/a.png}
pdf: {paper: a5}
)";
  Diagnostics diagnostics(std::string(kDescriptionFile), yaml);
  const Description description = read(yaml, diagnostics);
  for (const Diagnostic& item : diagnostics.items()) FAIL_CHECK(format_diagnostic(item));
  CHECK(description.metadata.title == "The Sea");
  CHECK(description.metadata.series == "Harbour Readers");
  CHECK(description.metadata.volume == "2.1");
  REQUIRE(description.metadata.editors.size() == 2);
  CHECK(description.metadata.editors[1].name == "John Poe");
  CHECK(description.metadata.editors[1].role == Role::Editor);
  CHECK(description.metadata.language == "pt-BR");
  CHECK(description.metadata.date == Date{2025, 3, 0, "2025-03"});
  CHECK(description.metadata.subjects == std::vector<std::string>{"sea", "boats"});
  CHECK(description.cover.path == "img/cover.png");
  CHECK(description.style == "plain");
  CHECK(description.introduction->file == "intro.md");
  REQUIRE(description.parts.size() == 3);
  CHECK(description.parts[0].title.empty());
  CHECK(description.parts[0].sources.at(0).file == "loose.md");
  CHECK(description.parts[1].title == "First part");
  CHECK(description.parts[1].introduction->file == "one/intro.md");
  REQUIRE(description.parts[1].sources.size() == 2);
  CHECK(description.parts[1].sources[1].overrides.find("keep")->scalar == "all");
  CHECK(description.parts[1].sources[1].overrides.find("file") == nullptr);
  CHECK(description.parts[2].title == "2");
  CHECK(description.bibliography_files.at(0).path == "library.bib");
  CHECK(description.metadata.identifier == "urn:isbn:978-3-16-148410-0");
  CHECK_FALSE(description.has_attributions);
  CHECK(description.most_picture_pixels == 2'500'000);
  CHECK(description.assets.at(0).second == "img/a.png");
  CHECK(description.pdf.find("paper")->scalar == "a5");
}

TEST_CASE("what cannot be understood is reported with its line and left out") {
  struct Case {
    std::string yaml;
    std::string code;
    std::uint32_t line;
    std::string help;  // a piece of it
  };
  const Case cases[] = {
      {"titl: X", "unknown-key", 1, "did you mean `title`?"},
      {"title: X\ncontens: [a.md]", "unknown-key", 2, "`contents`"},
      {"title: [a, b]", "wrong-type", 1, ""},
      {"contents: a.md", "wrong-type", 1, ""},
      {"language: English please", "bad-language", 1, "pt-BR"},
      {"contents:\n  - file: a.md\n    autor: X", "unknown-key", 3, "`author`"},
      {"contents:\n  - title: X", "wrong-type", 2, "`file:`"},
      {"contents:\n  - [a.md]", "wrong-type", 2, ""},
      {"contents:\n  - ../a.md", "unsafe-path", 2, ".."},
      {"contents:\n  - /etc/passwd", "unsafe-path", 2, ""},
      {"cover: https://example.org/a.png", "unsafe-path", 1, ""},
      {"contents:\n  - part: A\n    source: [a.md]", "unknown-key", 3, "`sources`"},
      {"contents:\n  - part: A\n    sources:\n      - part: B", "nested-part", 4, ""},
      {"contents:\n  - part: A", "empty-part", 2, "sources"},
      {"references: {styl: x}", "unknown-key", 1, "`style`"},
      {"attributions: {print: maybe}", "wrong-type", 1, ""},
      {"megapixels: 60", "bad-setting", 1, "from 0.1 to 40"},
      {"megapixels: many", "bad-setting", 1, "from 0.1 to 40"},
      {"date: last spring", "unclear-date", 1, ""},
      {"title: X\ntitle: Y", "repeated-key", 2, "keep one"},
      {"title: X\nrights: 'open\nstyle: x", "unclosed-quotation", 2, "same mark"},
      {"title: X\n---\ntitle: Y", "repeated-key", 2, "take this line out"},
      {"editors: {x: 1}", "wrong-type", 1, "Jane"},
      {"editors: [{famly: Roe, given: Jo}]", "unknown-key", 1, "`family`"},
      {"editors:\n  - Jo Roe\n  -", "wrong-type", 3, "take it out"},
      {"isnb: 1", "unknown-key", 1, "`isbn`"},
      {"identifier: 5", "bad-identifier", 1, "ISBN"},
      {"identifier: 978-3-16-148410-1", "bad-identifier", 1, "compare"},
      {"contents: []", "empty-contents", 1, "leave it out"},
      {"contents:\n  - a.md\n  -", "empty-entry", 3, "take it out"},
      {"contents:\n  - part: A\n    sources:\n      -\n      - a.md", "empty-entry", 4, ""},
      {"contents:\n  - sources: [a.md]", "untitled-part", 2, "`part:`"},
      {"contents:\n  - part:\n    sources: [a.md]", "untitled-part", 2, ""},
      {"contents:\n  - part: [A]\n    sources: [a.md]", "wrong-type", 2, ""},
      {"contents:\n  - file: a.md\n    author: {nam: Jo}", "unknown-key", 3, "`name`"},
      {"contents:\n  - file: a.md\n    bibliograpy: b.bib", "unknown-key", 3, "`bibliography`"},
      {"contents:\n  - file: a.md\n    bibliography: ../b.bib", "unsafe-path", 3, ""},
      {"contents:\n  - file: a.md\n    url: example.org/x", "bad-address", 3, "https://"},
      {"title: [X", "unreadable-description", 0, ""},
      {"- a\n- b", "unreadable-description", 0, "title"},
      {"just words", "unreadable-description", 0, ""},
  };
  for (const Case& c : cases) {
    INFO("YAML: ", c.yaml);
    Diagnostics diagnostics(std::string(kDescriptionFile), c.yaml);
    read(c.yaml, diagnostics);
    const Diagnostic* found = find_code(diagnostics, c.code);
    REQUIRE_MESSAGE(found != nullptr, "expected the diagnostic " << c.code);
    if (c.line != 0) {
      CHECK(found->range.begin_line == c.line);
      CHECK(found->range.begin_column > 0);
    }
    INFO("help: ", found->help);
    CHECK(found->help.find(c.help) != std::string::npos);
  }
}

TEST_CASE("a slip costs its own entry alone, and all slips are told at once") {
  const std::string yaml =
      "title: First\n"
      "title: Second\n"
      "subtitle: 'It's fine'\n"
      "publisher: Press\n"
      "contents:\n"
      "- a.md\n"
      "- {file: b.md, file: c.md}\n"
      "pbulisher: Other\n"
      "rights: \"open\n"
      "edition: Second\n";
  Diagnostics diagnostics(std::string(kDescriptionFile), yaml);
  const Description description = read(yaml, diagnostics);
  CHECK(description.metadata.title == "First");
  CHECK(description.metadata.publisher == "Press");
  CHECK(description.metadata.edition == "Second");
  CHECK(description.parts.at(0).sources.at(1).file == "b.md");
  std::vector<std::uint32_t> lines;
  for (const Diagnostic& item : diagnostics.items()) lines.push_back(item.range.begin_line);
  std::sort(lines.begin(), lines.end());
  CHECK(lines == std::vector<std::uint32_t>{2, 3, 7, 8, 9});
  CHECK(find_code(diagnostics, "repeated-key")->message.find("line 1") != std::string::npos);
}

TEST_CASE("an open quotation mark in the description is a warning and costs nothing") {
  Diagnostics diagnostics;
  const Description description = read("title: \"My reader\nsubtitle: \"A second\"\n", diagnostics);
  CHECK(description.metadata.title == "My reader");
  CHECK(description.metadata.subtitle == "A second");
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items().front().code == "unclosed-quotation");
}

TEST_CASE("an empty description, and keys without values, say nothing") {
  for (const std::string yaml : {"", "# only a comment\n", "title:\ncontents:\nreferences:\n"}) {
    Diagnostics diagnostics;
    const Description description = read(yaml, diagnostics);
    CHECK(diagnostics.items().empty());
    CHECK(description.parts.empty());
    CHECK(description.style == "reader");
  }
}

TEST_CASE("marks in the titles of a book and of its parts are none of their words") {
  Diagnostics diagnostics;
  const Description description = read(
      "title: Reading *Moby-Dick* today\nsubtitle: 2 * 3 and **four**\n"
      "contents:\n  - part: Around _Moby-Dick_\n    sources: [a_b_c.md]\n",
      diagnostics);
  CHECK(description.metadata.title == "Reading Moby-Dick today");
  CHECK(description.metadata.subtitle == "2 * 3 and four");
  REQUIRE(description.parts.size() == 1);
  CHECK(description.parts[0].title == "Around Moby-Dick");
  CHECK(description.parts[0].sources.at(0).file == "a_b_c.md");
}

TEST_CASE("a percent sign in a path is a percent sign") {
  Diagnostics diagnostics;
  const Description description = read("contents: [\"100%25 sea.md\"]", diagnostics);
  CHECK(description.parts.at(0).sources.at(0).file == "100%25 sea.md");
}

TEST_CASE("the schema is JSON and has every key") {
  const Result<Value> schema =
      parse_json(description_schema(Value::make_map({{"paper", Value::make_map()}})));
  REQUIRE(schema.ok());
  const Value* properties = schema.value().find("properties");
  REQUIRE(properties != nullptr);
  for (const char* key : {"title", "editors", "contents", "references", "pdf"}) {
    CHECK(properties->find(key) != nullptr);
  }
  CHECK(schema.value().find("$defs")->find("source") != nullptr);
  const Value* packet = schema.value().find("$defs")->find("packet")->find("properties");
  REQUIRE(packet != nullptr);
  CHECK(packet->find("attach") != nullptr);
  CHECK(packet->find("paper") != nullptr);
}

TEST_CASE("what the packet is to carry is the book's, and what else is set of it the theme's") {
  struct Case {
    const char* yaml;
    bool sources, credits;
  };
  for (const Case& one : {Case{"pdf: {paper: a4}", false, false},
                          Case{"pdf: {attach: credits, paper: a4}", false, true},
                          Case{"pdf: {paper: a4, attach: [sources, credits]}", true, true},
                          Case{"pdf: {paper: a4, attach: []}", false, false}}) {
    CAPTURE(one.yaml);
    Diagnostics diagnostics;
    const Description description = read(one.yaml, diagnostics);
    CHECK(description.attach.sources == one.sources);
    CHECK(description.attach.credits == one.credits);
    CHECK(description.pdf.find("paper") != nullptr);
    CHECK(description.pdf.find("attach") == nullptr);
    CHECK(diagnostics.items().empty());
  }
}

TEST_CASE("what cannot be attached is reported with the nearest that can") {
  Diagnostics diagnostics;
  read("pdf: {attach: [source, pictures, {a: b}]}", diagnostics);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].code == "wrong-type");
  Diagnostics names;
  const Description description = read("pdf: {attach: [source, wings, credits]}", names);
  REQUIRE(names.items().size() == 2);
  CHECK(names.items()[0].help == "did you mean “sources”?");
  CHECK(names.items()[1].message == "pdf: attach has “wings”, which cannot be attached");
  CHECK(description.attach.credits);
}
