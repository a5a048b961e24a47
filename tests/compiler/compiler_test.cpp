#include "compiler/compiler.h"

#include <doctest/doctest.h>

#include "base/files.h"
#include "base/zip.h"
#include "compiler/report.h"
#include "support/temporary_folder.h"

using namespace garland;

namespace {

CompileOptions options_with(unsigned jobs) {
  CompileOptions options;
  options.jobs = jobs;
  options.folder_name = "two-articles";
  options.styles_folder = GARLAND_ROOT "/styles";
  options.fonts_file = GARLAND_ROOT "/fonts/fonts.yaml";
  return options;
}

MemoryFolder two_articles() {
  MemoryFolder folder;
  folder.add("a.md",
             "---\ntitle: First\nauthor: Jo Roe\ndate: 2024\npublication: P\n---\n\n"
             "Words[^1] and [more](b.md#there).\n\n[^1]: A note.\n");
  folder.add("b.md",
             "---\ntitle: Second\nauthor: Al Poe\ndate: 2023\npublication: P\n---\n\n"
             "## There\n\nOther words.\n");
  return folder;
}

}  // namespace

TEST_CASE("a folder becomes two books with its name") {
  Diagnostics diagnostics;
  const auto compilation = compile(two_articles(), options_with(1), diagnostics);
  REQUIRE(compilation.ok());
  for (const Diagnostic& one : diagnostics.items()) INFO(format_diagnostic(one));
  CHECK(diagnostics.count(Severity::Error) == 0);
  CHECK(diagnostics.count(Severity::Warning) == 0);
  REQUIRE(compilation->outputs.size() == 2);
  CHECK(compilation->outputs[0].name == "two-articles.epub");
  CHECK(read_zip(compilation->outputs[0].bytes, 1 << 24).ok());
  CHECK(compilation->outputs[1].name == "two-articles.pdf");
  CHECK(compilation->outputs[1].bytes.starts_with("%PDF-1.7"));
  CHECK(compilation->outputs[1].page_count >= 4);
}

TEST_CASE("the number of threads does not change the books") {
  Diagnostics diagnostics;
  const auto one = compile(two_articles(), options_with(1), diagnostics);
  const auto many = compile(two_articles(), options_with(5), diagnostics);
  REQUIRE(one.ok());
  REQUIRE(many.ok());
  for (std::size_t i = 0; i < 2; ++i) CHECK(one->outputs[i].bytes == many->outputs[i].bytes);
}

TEST_CASE("one book alone is made when one is wanted") {
  CompileOptions options = options_with(1);
  options.wants_pdf = false;
  Diagnostics diagnostics;
  const auto compilation = compile(two_articles(), options, diagnostics);
  REQUIRE(compilation.ok());
  CHECK(compilation->outputs.size() == 1);
}

TEST_CASE("a source that cannot be read is reported and the rest is built") {
  MemoryFolder folder = two_articles();
  folder.add("c.txt", "\x89PNG\r\n\x1A\n and so on");
  Diagnostics diagnostics;
  const auto compilation = compile(folder, options_with(1), diagnostics);
  REQUIRE(compilation.ok());
  CHECK(compilation->sources.size() == 2);
  CHECK(diagnostics.count(Severity::Error) == 1);
}

TEST_CASE("a folder without articles builds nothing") {
  MemoryFolder folder;
  folder.add("README.md", "# About the folder\n");
  Diagnostics diagnostics;
  CHECK_FALSE(compile(folder, options_with(1), diagnostics).ok());
}

TEST_CASE("the report has sources, diagnostics, outputs and timings") {
  Diagnostics diagnostics;
  const auto compilation = compile(two_articles(), options_with(1), diagnostics);
  REQUIRE(compilation.ok());
  const Value report =
      report_value(*compilation, diagnostics,
                   {{"out/two-articles.epub", 1234, 0, 0, true, compilation->outputs[0].shops}});
  CHECK(report.find("sources")->list.size() == 2);
  CHECK(report.find("sources")->list[0].find("words_kept")->scalar == "6");
  CHECK(report.find("outputs")->list[0].find("unchanged")->scalar == "true");
  CHECK(report.find("outputs")->list[0].find("fits")->list.size() == 4);
  CHECK(report.find("microseconds")->find("reading") != nullptr);
  CHECK(parse_json(write_json(report)).ok());
}

TEST_CASE("a described style that is not there costs the style alone") {
  for (const char* yaml : {"style: raeder\n", "style: ../x\n"}) {
    CAPTURE(yaml);
    MemoryFolder folder = two_articles();
    folder.add("anthology.yaml", yaml);
    CompileOptions options = options_with(1);
    options.wants_pdf = false;
    Diagnostics diagnostics;
    const auto compilation = compile(folder, options, diagnostics);
    REQUIRE(compilation.ok());
    CHECK(compilation->outputs.size() == 1);
    REQUIRE(diagnostics.items().size() == 1);
    CHECK(diagnostics.items()[0].code == "unknown-style");
    CHECK(diagnostics.items()[0].file == "anthology.yaml");
    CHECK(diagnostics.items()[0].range == SourceRange::at(1, 8));
  }
}

TEST_CASE("a family that the fonts have not is reported once, with the nearest that they have") {
  const TemporaryFolder styles;
  styles.write("mine/theme.yaml",
               "text:\n  body: {family: Linux Libertin}\n  quote: {family: wingdings}\n"
               "  code_block: {family: mono}\n  heading1: {family: TeX Gyre Pagella}\n");
  CompileOptions options = options_with(1);
  options.styles_folder = styles.path();
  options.style = "mine";
  Diagnostics diagnostics;
  REQUIRE(compile(two_articles(), options, diagnostics).ok());
  REQUIRE(diagnostics.items().size() == 2);
  const Diagnostic& misspelt = diagnostics.items()[0];
  CHECK(misspelt.code == "unknown-family");
  CHECK(misspelt.file == "theme.yaml");
  CHECK(misspelt.range.begin_line == 2);
  CHECK(misspelt.range.begin_column == 18);
  CHECK(misspelt.message.find("“body” in the family “Linux Libertin”") != std::string::npos);
  CHECK(misspelt.help == "did you mean “Linux Libertine”?");
  const Diagnostic& other = diagnostics.items()[1];
  CHECK(other.message.find("“quote” in the family “wingdings”") != std::string::npos);
  CHECK(other.help.find("known ones are serif, Linux Libertine, ") == 0);
  CHECK(other.help.find("Libertin,") == std::string::npos);
}

TEST_CASE("an article's entry may name a bibliography for it alone") {
  MemoryFolder folder = two_articles();
  folder.add("c.md",
             "---\ntitle: C\nauthor: A B\ndate: 2024\npublication: P\n---\n\nSee [@roe].\n");
  folder.add("books.bib", "@book{roe, title={Salt}, author={Roe, Jo}, year={2020}}\n");
  folder.add("anthology.yaml",
             "contents:\n  - a.md\n  - b.md\n  - {file: c.md, bibliography: books.bib}\n");
  Diagnostics diagnostics;
  const auto compilation = read_anthology(folder, options_with(1), diagnostics);
  REQUIRE(compilation.ok());
  for (const Diagnostic& one : diagnostics.items()) FAIL_CHECK(format_diagnostic(one));
  CHECK(compilation->anthology.references.size() == 1);
}
