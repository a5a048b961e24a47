#include "compiler/attachments.h"

#include <doctest/doctest.h>

#include "compiler/compiler.h"

using namespace garland;

namespace {

const char* const kArticle = "---\ntitle: One\nauthor: Jo Roe\ndate: 2024\n---\n\nWords.\n";

MemoryFolder folder_with(const std::string& description) {
  MemoryFolder folder;
  folder.add("a.md", kArticle);
  folder.add("part/b.md", "---\ntitle: Two\nbibliography: ../books.bib\n---\n\nWords.\n");
  folder.add("part_b.md", "Three\n=====\n\nWords.\n");
  folder.add("c.html", "<title>Four</title><p>Words.");
  folder.add("credits.json", "[]");
  folder.add("books.bib", "");
  folder.add("not-in-the-book.txt", "Words.");
  folder.add("anthology.yaml", description +
                                   "references: {files: [credits.json]}\n"
                                   "contents: [a.md, part/b.md, part_b.md, c.html]\n");
  return folder;
}

CompileOptions options() {
  CompileOptions options;
  options.wants_epub = false;
  options.folder_name = "book";
  options.styles_folder = GARLAND_ROOT "/styles";
  options.fonts_file = GARLAND_ROOT "/fonts/fonts.yaml";
  return options;
}

std::vector<Attachment> attachments_of(const MemoryFolder& folder, Compilation& compilation) {
  Diagnostics diagnostics;
  Result<Compilation> read = read_anthology(folder, options(), diagnostics);
  REQUIRE(read.ok());
  compilation = std::move(*read);
  return make_attachments(compilation.description, compilation.anthology, folder);
}

}  // namespace

TEST_CASE("the packet carries the book's sources and no other files, under names without folders") {
  const MemoryFolder folder = folder_with("pdf: {attach: sources}\n");
  Compilation compilation;
  const std::vector<Attachment> files = attachments_of(folder, compilation);
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"a.md", "text/markdown"},
      {"part_b.md", "text/markdown"},
      {"part_b-2.md", "text/markdown"},
      {"c.html", "text/html"},
      {"anthology.yaml", "application/yaml"},
      {"credits.json", "application/vnd.citationstyles.csl+json"},
      {"books.bib", "application/x-bibtex"}};
  REQUIRE(files.size() == expected.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    CHECK(files[i].name == expected[i].first);
    CHECK(files[i].media_type == expected[i].second);
    CHECK(files[i].relationship == Attachment::Relationship::Source);
  }
  CHECK(files[0].read().value() == kArticle);
  CHECK(files[1].description == "Two (part/b.md)");
}

TEST_CASE("credits stand before the sources and keep their name") {
  const MemoryFolder folder = folder_with("pdf: {attach: [sources, credits]}\n");
  Compilation compilation;
  const std::vector<Attachment> files = attachments_of(folder, compilation);
  REQUIRE(files.size() == 8);
  CHECK(files[0].name == "credits.json");
  CHECK(files[0].relationship == Attachment::Relationship::Supplement);
  CHECK(files[0].read().value().find("\"title\": \"One\"") != std::string::npos);
  CHECK(files[6].name == "credits-2.json");
}

TEST_CASE("the packet carries what the description asks for, and nothing otherwise") {
  struct Case {
    const char* description;
    const char* part;  // of PDF/A
  };
  for (const Case& one :
       {Case{"", "<pdfaid:part>2<"}, Case{"pdf: {attach: []}\n", "<pdfaid:part>2<"},
        Case{"pdf: {attach: credits}\n", "<pdfaid:part>3<"}}) {
    CAPTURE(one.description);
    Diagnostics diagnostics;
    const auto compilation = compile(folder_with(one.description), options(), diagnostics);
    REQUIRE(compilation.ok());
    REQUIRE(compilation->outputs.size() == 1);
    CHECK(compilation->outputs[0].bytes.find(one.part) != std::string::npos);
  }
}
