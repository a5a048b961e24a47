#include "epub/epub.h"

#include <doctest/doctest.h>

#include "epub/books.h"
#include "epub/opened_epub.h"

using namespace garland;
using namespace garland::test;

namespace {

std::string written(const Anthology& book, unsigned jobs = 1) {
  const Result<std::string> bytes = write_epub(book, reader_theme(), small_picture(20), {jobs});
  REQUIRE(bytes);
  return *bytes;
}

}  // namespace

TEST_CASE("the container begins with the stored mimetype and leads to the package document") {
  const OpenedEpub epub = open_epub(written(stress_book()));
  REQUIRE(epub.members.size() > 2);
  CHECK(epub.members[0].name == "mimetype");
  CHECK(epub.members[0].bytes == "application/epub+zip");
  CHECK(epub.members[0].compression == Compression::Stored);
  CHECK(epub.members[1].name == "META-INF/container.xml");
  CHECK(epub.members[1].bytes.find("EPUB/package.opf") != std::string::npos);
  CHECK(epub.has("package.opf"));
}

TEST_CASE("a book of every kind of node is well-formed and every link in it has a target") {
  for (const std::string& fault : faults_of(open_epub(written(stress_book())))) {
    FAIL_CHECK(fault);
  }
}

TEST_CASE("forty works that share every id, note label and heading stay apart") {
  const OpenedEpub epub = open_epub(written(colliding_book(40)));
  for (const std::string& fault : faults_of(epub)) FAIL_CHECK(fault);
  for (int i = 1; i <= 40; ++i) {
    const std::string number = std::to_string(i);
    const std::string& page = epub.file("works/work-" + number + ".xhtml");
    CAPTURE(number);
    CHECK(page.find("<title>Title " + number + "</title>") != std::string::npos);
    CHECK(page.find("<p class=\"byline\">Author " + number + "</p>") != std::string::npos);
    CHECK(page.find("Note of " + number + "</p>") != std::string::npos);
    CHECK(page.find(i % 2 == 0 ? "<html xmlns=\"http://www.w3.org/1999/xhtml\" "
                                 "xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"fr\""
                               : "lang=\"de\"") != std::string::npos);
    CHECK(page.find("href=\"work-" + number + ".xhtml#introduction\"") != std::string::npos);
    CHECK(epub.file("contents.xhtml").find("works/work-" + number + ".xhtml#introduction") !=
          std::string::npos);
  }
}

TEST_CASE("the same anthology gives the same bytes with any number of threads") {
  const Anthology book = colliding_book(12);
  const std::string once = written(book, 1);
  CHECK(once == written(book, 2));
  CHECK(once == written(book, 7));
}

TEST_CASE("titles of markup, quotation marks and other directions are text wherever they stand") {
  for (const char* title : {"<script>alert('x')</script>", "a & b \"c\" 'd'", "]]> <!-- -->",
                            "שלום \"world\"", "\x01 control \xEF\xBF\xBE", "&amp;"}) {
    CAPTURE(title);
    Anthology book = book_of({plain_work("a", title)});
    book.metadata.title = title;
    const OpenedEpub epub = open_epub(written(book));
    for (const std::string& fault : faults_of(epub)) FAIL_CHECK(fault);
    CHECK(epub.file("works/a.xhtml").find("<script>") == std::string::npos);
  }
}

TEST_CASE("a cover that is one of the book's pictures is packed once") {
  const Picture picture = small_picture(128);
  Anthology book = stress_book();
  const Result<std::string> bytes = write_epub(book, reader_theme(), picture, {1});
  REQUIRE(bytes);
  const OpenedEpub epub = open_epub(*bytes);
  for (const std::string& fault : faults_of(epub)) FAIL_CHECK(fault);
  const std::string& package = epub.file("package.opf");
  CHECK(package.find("properties=\"cover-image\"") != std::string::npos);
  CHECK(package.find(picture.file_name) == package.rfind(picture.file_name));
}

TEST_CASE("deep nesting and a long paragraph are written whole") {
  Blocks deep = {{Paragraph{make_text("innermost")}, {}, {}}};
  for (int i = 0; i < kMaxNesting; ++i) deep = {{BlockQuotation{std::move(deep), {}}, {}, {}}};
  Work work = plain_work("deep", "Deep");
  work.document.blocks = std::move(deep);
  work.document.blocks.push_back({Paragraph{make_text(std::string(1U << 20U, 'x'))}, {}, {}});
  const OpenedEpub epub = open_epub(written(book_of({std::move(work)})));
  const std::string& page = epub.file("works/deep.xhtml");
  CHECK(page.find("innermost") != std::string::npos);
  CHECK(page.size() > (1U << 20U));
}

TEST_CASE("the faces that are made for a book stand in its container, its manifest and its style") {
  UsedCharacters seen;
  EpubOptions options;
  options.make_fonts = [&seen](const UsedCharacters& used) {
    seen = used;
    const EmbeddedFace face{"serif", "Salt Serif", false, true, "fonts/salt-serif-italic.otf"};
    return std::vector<EmbeddedFont>{{face, "font/otf", "OTTO: a font"}};
  };
  const Result<std::string> bytes =
      write_epub(stress_book(), reader_theme(), small_picture(20), options);
  REQUIRE(bytes);
  const OpenedEpub epub = open_epub(*bytes);
  for (const std::string& fault : faults_of(epub)) FAIL_CHECK(fault);
  CHECK(epub.file("fonts/salt-serif-italic.otf") == "OTTO: a font");
  CHECK(epub.file("package.opf")
            .find("<item id=\"font-1\" href=\"fonts/salt-serif-italic.otf\" "
                  "media-type=\"font/otf\"/>") != std::string::npos);
  CHECK(epub.file("style.css").find("url(\"fonts/salt-serif-italic.otf\")") != std::string::npos);
  // Of the documents, of the fixed words in them, and of what the style sheet adds.
  for (const char32_t c : {U'ع', U'©', U'—'}) {
    const std::uint32_t character = c;
    CAPTURE(character);
    CHECK(seen.text.contains(c));
  }
}

TEST_CASE("characters of code are told from those of the text around it") {
  UsedCharacters used;
  used.add(
      "<p title=\"é\">ab<code class=\"x\">ж<em>я</em></code>c</p><pre><code>λ</code>μ</pre>ω<br/>");
  CHECK(used.code == std::set<char32_t>{U'ж', U'я', U'λ', U'μ'});
  for (const char32_t c : {U'é', U'a', U'b', U'c', U'ω'}) CHECK(used.text.contains(c));
  CHECK_FALSE(used.text.contains(U'ж'));
  UsedCharacters broken;
  broken.add("a < b <code");
  CHECK(broken.text.contains(U'b'));
}
