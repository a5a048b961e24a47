// Faces that the e-book carries, from the style's wish to the container.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>

#include "base/files.h"
#include "base/zip.h"
#include "compiler/compiler.h"
#include "support/process.h"
#include "support/temporary_folder.h"

using namespace garland;
using namespace garland::test;

namespace {

// The e-book of one article, in the reader's style with this line in it.
std::string book_of(const std::string& text, const std::string& property) {
  const auto theme = read_file(GARLAND_ROOT "/styles/reader/theme.yaml", 1 << 20);
  REQUIRE(theme.ok());
  const TemporaryFolder styles;
  styles.write("own/theme.yaml", property + "\n" + *theme);
  MemoryFolder folder;
  folder.add("a.md",
             "---\ntitle: Salt\nauthor: Jo Roe\ndate: 2024\npublication: P\n---\n\n" + text);
  CompileOptions options;
  options.jobs = 1;
  options.wants_pdf = false;
  options.style = (styles.path() / "own").string();
  options.styles_folder = GARLAND_ROOT "/styles";
  options.fonts_file = GARLAND_ROOT "/fonts/fonts.yaml";
  Diagnostics diagnostics;
  const auto compilation = compile(folder, options, diagnostics);
  REQUIRE(compilation.ok());
  for (const Diagnostic& one : diagnostics.items()) FAIL_CHECK(format_diagnostic(one));
  REQUIRE(compilation->outputs.size() == 1);
  return compilation->outputs[0].bytes;
}

std::map<std::string, std::uint64_t> fonts_in(const std::string& epub) {
  const auto entries = list_zip(epub);
  REQUIRE(entries.ok());
  std::map<std::string, std::uint64_t> fonts;
  for (const ZipEntry& entry : *entries) {
    if (entry.name.starts_with("EPUB/fonts/")) fonts[entry.name.substr(11)] = entry.unpacked_size;
  }
  return fonts;
}

}  // namespace

TEST_CASE("an e-book carries no faces unless its style asks for it") {
  CHECK(fonts_in(book_of("Words.\n", "")).empty());
  CHECK(fonts_in(book_of("Words.\n", "embed_fonts: false")).empty());
}

TEST_CASE("a style that embeds fonts gives the e-book its faces, cut to the book's characters") {
  const auto fonts = fonts_in(book_of("Words.\n", "embed_fonts: true"));
  CHECK(fonts.size() == 4);
  CHECK(fonts.contains("linux-libertine.otf"));
  CHECK(fonts.contains("linux-libertine-bold-italic.otf"));
  const auto with_code = fonts_in(book_of("Words and `code`, żółć.\n", "embed_fonts: true"));
  CHECK(with_code.contains("dejavu-sans-mono.ttf"));
  CHECK(with_code.at("linux-libertine.otf") > fonts.at("linux-libertine.otf"));
}

TEST_CASE("EPUBCheck finds no fault in a book that carries faces") {
  const std::filesystem::path jar = "/usr/share/java/epubcheck.jar";
  if (!std::filesystem::exists(jar)) {
    MESSAGE("skipped: no " << jar.string() << "; install the package epubcheck to run this test");
    return;
  }
  const TemporaryFolder folder;
  folder.write("book.epub", book_of("Words and `code`.\n", "embed_fonts: true"));
  const ProcessResult run =
      run_process({"java", "-jar", jar.string(), (folder.path() / "book.epub").string()});
  CHECK_MESSAGE(run.output.find("0 fatals / 0 errors / 0 warnings") != std::string::npos,
                run.output);
}
