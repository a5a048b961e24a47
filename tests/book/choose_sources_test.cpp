#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "book/assemble.h"
#include "book/books.h"

using namespace garland;

namespace {

MemoryFolder folder_of(const std::vector<std::string>& paths) {
  MemoryFolder folder;
  for (const std::string& path : paths) folder.add(path, "text");
  return folder;
}

std::vector<std::string> chosen(const std::string& yaml, const MemoryFolder& folder,
                                Diagnostics& diagnostics) {
  std::vector<std::string> files;
  const Description description = read_description(yaml, diagnostics);
  for (const ChosenSource& source : choose_sources(description, folder, diagnostics)) {
    files.push_back(source.entry.file);
  }
  return files;
}

using Files = std::vector<std::string>;

}  // namespace

TEST_CASE("without a description every text is taken in natural order") {
  Diagnostics diagnostics;
  const Files files =
      chosen("",
             folder_of({"10.md", "2.md", "b/1.txt", "a.html", "notes", "photo.png", "c.mkd",
                        "d.Rmd", "e.qmd", "f.mdx", "library.bib", "anthology.yaml", "Makefile"}),
             diagnostics);
  CHECK(files ==
        Files{"2.md", "10.md", "a.html", "b/1.txt", "c.mkd", "d.Rmd", "e.qmd", "f.mdx", "notes"});
  CHECK(diagnostics.items().empty());
}

TEST_CASE("files about the folder are no articles, and a note says so") {
  Diagnostics diagnostics;
  const Files files =
      chosen("",
             folder_of({"README.md", "readme.txt", "LICENSE", "LICENSE-MIT.txt", "SOURCE.md",
                        "NOTICE", "CHANGELOG.md", "essay.md", "source.md", "sub/README.md"}),
             diagnostics);
  CHECK(files == Files{"essay.md", "source.md"});
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].code == "about-folder");
  CHECK(diagnostics.items()[0].severity == Severity::Note);
}

TEST_CASE("a list that is wrong throughout gets some hints, and one for every other spelling") {
  std::vector<std::string> paths;
  std::string yaml = "contents:\n";
  for (int i = 0; i < 150; ++i) {
    paths.push_back(fmt::format("name-{}.md", i));
    paths.push_back(fmt::format("sub/case-{}.md", i));
    yaml += fmt::format("  - nome-{}.md\n  - Case-{}.md\n", i, i);
  }
  Diagnostics diagnostics;
  chosen(yaml, folder_of(paths), diagnostics);
  const auto hints_for = [&diagnostics](std::string_view name) {
    return std::count_if(
        diagnostics.items().begin(), diagnostics.items().end(), [name](const Diagnostic& item) {
          return item.code == "missing-source-file" && item.help.find(name) != std::string::npos;
        });
  };
  CHECK(hints_for("“name-") == 100);
  CHECK(hints_for("“sub/case-") == 150);
}

TEST_CASE("a listed file is taken whatever its name, in the order of the list") {
  Diagnostics diagnostics;
  const MemoryFolder folder = folder_of({"README.md", "b.md", "a.md", "i.md", "p.md"});
  const Description description = read_description(
      "introduction: i.md\ncontents: [b.md, {part: P, introduction: p.md, sources: [README.md]}]",
      diagnostics);
  const auto sources = choose_sources(description, folder, diagnostics);
  REQUIRE(sources.size() == 4);
  CHECK(sources[0].place == ChosenSource::Place::BookIntroduction);
  CHECK(sources[1].entry.file == "b.md");
  CHECK(sources[1].part == 0);
  CHECK(sources[2].place == ChosenSource::Place::PartIntroduction);
  CHECK(sources[3].entry.file == "README.md");
  CHECK(sources[3].part == 1);
  REQUIRE(diagnostics.items().size() == 1);  // a.md
  CHECK(diagnostics.items()[0].code == "left-out");
  CHECK(diagnostics.items()[0].message.find("a.md") != std::string::npos);
}

TEST_CASE("files that are missing or listed twice are reported where they are listed") {
  Diagnostics diagnostics;
  const Files files = chosen("contents:\n  - essya.md\n  - sea.md\n  - sea.md\n  - Waves.md\n",
                             folder_of({"essay.md", "sea.md", "sub/waves.md"}), diagnostics);
  CHECK(files == Files{"sea.md"});
  REQUIRE(diagnostics.items().size() == 4);
  CHECK(diagnostics.items()[0].code == "missing-source-file");
  CHECK(diagnostics.items()[0].range.begin_line == 2);
  CHECK(diagnostics.items()[0].help == "did you mean “essay.md”?");
  CHECK(diagnostics.items()[1].code == "listed-twice");
  CHECK(diagnostics.items()[1].range.begin_line == 4);
  CHECK(diagnostics.items()[2].help == "did you mean “sub/waves.md”?");
}

TEST_CASE("an introduction is not an article as well") {
  Diagnostics diagnostics;
  const Files files = chosen("introduction: b.md", folder_of({"a.md", "b.md"}), diagnostics);
  CHECK(files == Files{"b.md", "a.md"});
}

TEST_CASE("an empty folder gives no sources") {
  Diagnostics diagnostics;
  CHECK(chosen("", MemoryFolder(), diagnostics).empty());
}

TEST_CASE("a document that cannot be read is reported, unless something speaks for it") {
  test::SmallBook book;
  test::set_title(book.add("essay.md", {tree::paragraph(tree::link("files/paper%201.pdf", "x"))}),
                  "Essay");
  for (const char* path : {"talk.docx", "b/old.PDF", "files/paper 1.pdf", "essay.odt", "photo.png",
                           "style.css", "LICENSE.pdf", "out/my-reader.epub", "library.bib"}) {
    book.folder.add(path, "bytes");
  }
  book.build();
  const auto reports = book.reports("unreadable-kind");
  REQUIRE(reports.size() == 2);
  CHECK(reports[0].file == "b/old.PDF");
  CHECK(reports[1].file == "talk.docx");
  CHECK(reports[1].severity == Severity::Warning);
  CHECK(reports[1].help.find("save it as HTML") != std::string::npos);
}

TEST_CASE("articles that say no language do not vote on the book's") {
  test::SmallBook book;
  book.add("a.md").metadata.language.value = "ar";
  book.add("b.md");
  book.add("c.md");
  const Anthology anthology = book.build();
  CHECK(anthology.metadata.language == "ar");
  CHECK(anthology.parts[0].works[1].document.metadata.language.value == "en");
  test::SmallBook mixed;
  mixed.add("a.md").metadata.language.value = "ar";
  mixed.add("b.md").metadata.language.value = "pl";
  mixed.add("c.md");
  CHECK(mixed.build().parts[0].works[2].document.metadata.language.value == "en");
  test::SmallBook declared;
  declared.add("a.md").metadata.language.value = "ar";
  declared.add("b.md");
  declared.add("c.md");
  CHECK(declared.build("language: de").parts[0].works[1].document.metadata.language.value.empty());
}
