// The e-book as an outside judge sees it: EPUBCheck, of Debian's package of that name.
#include <doctest/doctest.h>

#include <filesystem>

#include "epub/books.h"
#include "epub/epub.h"
#include "support/process.h"
#include "support/temporary_folder.h"

using namespace garland;
using namespace garland::test;

TEST_CASE("EPUBCheck finds no fault in a book of every kind of node") {
  const std::filesystem::path jar = "/usr/share/java/epubcheck.jar";
  if (!std::filesystem::exists(jar)) {
    MESSAGE("skipped: no " << jar.string() << "; install the package epubcheck to run this test");
    return;
  }
  const Result<std::string> bytes =
      write_epub(stress_book(), reader_theme(), small_picture(20), {});
  REQUIRE(bytes);
  const TemporaryFolder folder;
  folder.write("book.epub", *bytes);
  const ProcessResult run =
      run_process({"java", "-jar", jar.string(), (folder.path() / "book.epub").string()});
  CHECK_MESSAGE(run.status == 0, run.output);
  CHECK_MESSAGE(run.output.find("0 fatals / 0 errors / 0 warnings") != std::string::npos,
                run.output);
}
