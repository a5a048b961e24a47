#include "book/links.h"

#include <doctest/doctest.h>

#include <string>

#include "book/books.h"

using namespace garland;
using namespace garland::tree;

namespace {

// Two works that refer to each other; the link under test stands in a/one.md.
LinkTarget resolved(const std::string& url, Diagnostics& diagnostics, const std::string& site = "",
                    const std::string& format = "markdown") {
  Work one, two, three;
  one.document.format = format;
  one.id = "a-one";
  one.document.path = "a/one.md";
  one.document.metadata.title.value = make_text("Shells & Sand");
  one.document.metadata.url.value = site;
  one.document.blocks = {paragraph(on_line(tree::link(url, "x"), 7)),
                         with_id(heading(1, "The Sea & the Shore!"), "the-sea-the-shore"),
                         with_id(heading(2, "Waves"), "waves"),
                         with_id(heading(2, "Waves"), "waves-x")};
  two.id = "b-two";
  two.document.path = "b/two.txt";
  two.document.blocks = {with_id(heading(1, "Waves"), "waves-of-two")};
  three.id = "c";
  three.document.path = "c/index.md";
  resolve_links({&one, &two, &three}, 1, diagnostics);
  return one.document.blocks[0].as<Paragraph>()->inlines[0].as<Link>()->target;
}

}  // namespace

TEST_CASE("links find files with signs in their names, encoded or not") {
  const char* const urls[] = {"C%23%20notes.md",   "C# notes.md", "C%23%20notes.md#waves",
                              "C# notes.md#waves", "what%3F.md",  "what?.md",
                              "100%25.md",         "100%.md",     "a%2520b.md",
                              "a%20b.md"};
  const char* const works[] = {"hash",  "hash",    "hash",    "hash",   "query",
                               "query", "percent", "percent", "escape", "escape"};
  for (std::size_t i = 0; i < std::size(urls); ++i) {
    CAPTURE(urls[i]);
    Work from, hash, query, percent, escape;
    from.id = "from", from.document.path = "from.md";
    from.document.blocks = {paragraph(tree::link(urls[i], "x"))};
    hash.id = "hash", hash.document.path = "C# notes.md";
    hash.document.blocks = {with_id(heading(1, "Waves"), "waves")};
    query.id = "query", query.document.path = "what?.md";
    percent.id = "percent", percent.document.path = "100%.md";
    escape.id = "escape", escape.document.path = "a%20b.md";
    Diagnostics diagnostics;
    resolve_links({&from, &hash, &query, &percent, &escape}, 1, diagnostics);
    const LinkTarget& target =
        from.document.blocks[0].as<Paragraph>()->inlines[0].as<Link>()->target;
    CHECK(target.work == works[i]);
    CHECK(diagnostics.items().empty());
  }
}

TEST_CASE("links to works of the book lead inside it") {
  struct Case {
    std::string url, work, anchor;
  };
  const Case cases[] = {
      {"#waves", "a-one", "waves"},
      {"#WAVES", "a-one", "waves"},
      {"#the-sea--the-shore", "a-one", "the-sea-the-shore"},  // as GitHub names it
      {"#The%20Sea%20&%20the%20Shore!", "a-one", "the-sea-the-shore"},
      {"#waves-1", "a-one", "waves-x"},  // the second of its name
      {"#shells--sand", "a-one", ""},    // the title, a heading once
      {"#shells-sand", "a-one", ""},
      {"#", "a-one", ""},
      {"#top", "a-one", ""},
      {"one.md", "a-one", ""},
      {"../b/two.txt", "b-two", ""},
      {"/b/two.txt#waves", "b-two", "waves-of-two"},
      {"../b/two.html#waves", "b-two", "waves-of-two"},
      {"../b/two", "b-two", ""},
      {"../b/two/", "b-two", ""},
      {"../B/Two.TXT", "b-two", ""},
      {"../b/two.txt?print=1", "b-two", ""},
      {"../c/", "c", ""},
      {"../b/%74wo.txt", "b-two", ""},
  };
  for (const Case& c : cases) {
    INFO("link: ", c.url);
    Diagnostics diagnostics;
    const LinkTarget target = resolved(c.url, diagnostics);
    CHECK(target.kind == LinkTarget::Kind::Internal);
    CHECK(target.work == c.work);
    CHECK(target.anchor == c.anchor);
    CHECK(diagnostics.items().empty());
  }
}

TEST_CASE("links that lead nowhere are broken and reported with file and line") {
  for (const std::string url :
       {"missing.md", "../../outside.md", "#nowhere", "javascript:alert(1)", "data:text/html,x",
        "file:///etc/passwd", "//example.org/x", "/about", "https://", "", "?q", "C:\\x.md"}) {
    INFO("link: ", url);
    Diagnostics diagnostics;
    CHECK(resolved(url, diagnostics).kind == LinkTarget::Kind::Broken);
    REQUIRE(diagnostics.items().size() == 1);
    CHECK(diagnostics.items()[0].code == "broken-link");
    CHECK(diagnostics.items()[0].file == "a/one.md");
    CHECK(diagnostics.items()[0].range.begin_line == 7);
    CHECK_FALSE(diagnostics.items()[0].help.empty());
  }
}

TEST_CASE("a missing section of another work leads to its beginning, with a warning") {
  Diagnostics diagnostics;
  const LinkTarget target = resolved("../b/two.txt#nowhere", diagnostics);
  CHECK(target.kind == LinkTarget::Kind::Internal);
  CHECK(target.anchor.empty());
  CHECK(diagnostics.items().size() == 1);
}

TEST_CASE("a neighbour is a site's only where the source is a saved page that says its address") {
  Diagnostics diagnostics;
  CHECK(resolved("b.html", diagnostics, "", "html").kind == LinkTarget::Kind::Broken);
  CHECK(resolved("b.md", diagnostics, "https://example.org/a/b").kind == LinkTarget::Kind::Broken);
}

TEST_CASE("what the book does not have, the site has that the article comes from") {
  Diagnostics diagnostics;
  CHECK(resolved("/about", diagnostics, "https://example.org/a/b").url ==
        "https://example.org/about");
  CHECK(resolved("//other.org/x", diagnostics, "https://example.org/a/b").url ==
        "https://other.org/x");
  CHECK(resolved("b.html?x", diagnostics, "https://example.org/a/b", "html").url ==
        "https://example.org/a/b.html?x");
  CHECK(resolved("www.example.org/x", diagnostics).url == "https://www.example.org/x");
  CHECK(diagnostics.items().empty());
}

TEST_CASE("a thousand broken links make a short report") {
  Work work;
  work.document.path = "a.md";
  for (int i = 0; i < 1000; ++i)
    work.document.blocks.push_back(paragraph(tree::link("no.md", "x")));
  Diagnostics diagnostics;
  resolve_links({&work}, 1, diagnostics);
  CHECK(diagnostics.items().size() < 30);
}

TEST_CASE("two works that differ only in suffix are told apart, and a bare name leads to neither") {
  Work md, txt, other;
  md.document.path = "a.md";
  md.id = "a";
  txt.document.path = "a.txt";
  txt.id = "a-2";
  other.document.path = "o.md";
  other.document.blocks = {
      paragraph(tree::link("a.txt", "x"), tree::link("a.md", "x"), tree::link("a", "x"))};
  Diagnostics diagnostics;
  resolve_links({&md, &txt, &other}, 1, diagnostics);
  const Inlines& inlines = other.document.blocks[0].as<Paragraph>()->inlines;
  CHECK(inlines[0].as<Link>()->target.work == "a-2");
  CHECK(inlines[1].as<Link>()->target.work == "a");
  CHECK(inlines[2].as<Link>()->target.kind == LinkTarget::Kind::Broken);
}
