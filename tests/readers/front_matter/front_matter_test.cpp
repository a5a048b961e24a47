#include "readers/front_matter/front_matter.h"

#include <doctest/doctest.h>

#include "readers/markdown/recognize.h"
#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

TEST_CASE("front matter is read in each of its notations") {
  for (const char* text :
       {"---\ntitle: T\nauthor: Ann Roe\n---\nbody", "---\ntitle: T\nauthor: Ann Roe\n...\nbody",
        "---yaml\ntitle: T\nauthor: Ann Roe\n---\nbody",
        "---toml\ntitle = \"T\"\nauthor = \"Ann Roe\"\n---\nbody",
        "---json\n{\"title\": \"T\",\n\"author\": \"Ann Roe\"}\n---\nbody",
        "---js\n{\n  title: \"T\",\n  author: 'Ann Roe',\n}\n---\nbody",
        "+++\ntitle = \"T\"\nauthor = \"Ann Roe\"\n+++\nbody",
        "{\"title\": \"T\", \"author\": \"Ann Roe\"}\nbody"}) {
    CAPTURE(std::string(text));
    const Reading reading = read_as_markdown(text);
    CHECK(plain_text(reading.document.metadata.title.value) == "T");
    REQUIRE(reading.document.metadata.contributors.value.size() == 1);
    CHECK(reading.document.metadata.contributors.value.front().family == "Roe");
    CHECK(body_of(reading.document) == "paragraph\n  text \"body\"\n");
    CHECK(reading.diagnostics.items().empty());
  }
}

TEST_CASE("what front matter computes is reported, and the rest is read") {
  const Reading reading = read_as_markdown(
      "---js\n{\n  title: \"T: a\",\n  tags: [\"x\"],\n  now: function() {\n    title: 5\n  },\n"
      "  author: name(),\n}\n---\nbody");
  CHECK(plain_text(reading.document.metadata.title.value) == "T: a");
  CHECK(reading.document.metadata.subjects.value == std::vector<std::string>{"x"});
  CHECK(body_of(reading.document) == "paragraph\n  text \"body\"\n");
  std::string places;
  for (const Diagnostic& item : reading.diagnostics.items()) {
    if (item.code == "computed-front-matter") places += std::to_string(item.range.begin_line) + " ";
  }
  CHECK(places == "5 8 ");
}

TEST_CASE("a rule at the head of a text is no front matter") {
  for (const char* text : {"---\n\nWords\n\n---\n", "---\nOnly words here.\n\nMore.\n"}) {
    CAPTURE(std::string(text));
    const Reading reading = read_as_markdown(text);
    CHECK(reading.diagnostics.items().empty());
    CHECK(body_of(reading.document).starts_with("thematic break\n"));
  }
}

TEST_CASE("front matter that cannot be read is reported and its text kept") {
  struct Case {
    const char* text;
    const char* code;
    std::uint32_t line;
  };
  const Case cases[] = {
      {"---\ntitle: T\n\nBody", "unclosed-front-matter", 1},
      {"---\ntitle: [T\n---\n\nBody", "invalid-front-matter", 0},
      {"+++\ntitle = [\n+++\n\nBody", "invalid-front-matter", 0},
      {"{\"title\": \"T\"\n\nBody", "unclosed-front-matter", 1},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.text));
    const Reading reading = read_as_markdown(entry.text);
    REQUIRE(reading.diagnostics.items().size() == 1);
    CHECK(reading.diagnostics.items().front().code == entry.code);
    CHECK(reading.diagnostics.items().front().range.is_known());
    if (entry.line != 0) CHECK(reading.diagnostics.items().front().range.begin_line == entry.line);
    const std::string body = body_of(reading.document);
    CHECK(body.find("title") != std::string::npos);
    CHECK(body.find("text \"Body\"") != std::string::npos);
    CHECK(body.find("heading") == std::string::npos);
  }
}

TEST_CASE("an entry that is no YAML is reported and costs itself alone") {
  const Reading reading =
      read_as_markdown("---\ntitle: [a, b\nauthor: Ann Roe\nbad: x: y\n---\nBody");
  REQUIRE(reading.document.metadata.contributors.value.size() == 1);
  CHECK(reading.document.metadata.contributors.value.front().name == "Ann Roe");
  CHECK(body_of(reading.document) == "paragraph\n  text \"Body\"\n");
  REQUIRE(reading.diagnostics.items().size() == 2);
  for (const Diagnostic& item : reading.diagnostics.items()) {
    CHECK(item.code == "invalid-front-matter");
    CHECK(item.message.ends_with("is left out"));
  }
  CHECK(reading.diagnostics.items().front().range == SourceRange::at(2, 8));
}

TEST_CASE("a key given twice is reported, and the rest is read") {
  const Reading reading =
      read_as_markdown("---\ntitle: One\ntitle: Two\nauthor: Ann Roe\n---\nbody");
  CHECK(reading.has("repeated-key"));
  CHECK(reading.diagnostics.items().front().range.begin_line == 3);
  CHECK(reading.diagnostics.items().front().message.find("the first, in line 2") !=
        std::string::npos);
  CHECK(plain_text(reading.document.metadata.title.value) == "One");
  CHECK(reading.document.metadata.contributors.is_set());
}

TEST_CASE("an unknown key is reported with the nearest known one, a foreign one is not") {
  const Reading reading = read_as_markdown("---\nsubtitel: x\nzzyzx: 1\nlayout: post\n---\nbody");
  REQUIRE(reading.diagnostics.items().size() == 2);
  CHECK(reading.diagnostics.items()[0].severity == Severity::Warning);
  CHECK(reading.diagnostics.items()[0].help.find("subtitle") != std::string::npos);
  CHECK(reading.diagnostics.items()[0].range.begin_line == 2);
  CHECK(reading.diagnostics.items()[1].severity == Severity::Note);
}

TEST_CASE("front matter says how to read and what is cited") {
  Diagnostics diagnostics;
  const FrontMatter front = split_front_matter(
      "---\nkeep: all\ndrop: [Share this]\nheadings: none\nformat: html\nbibliography: a.bib\n"
      "references:\n- id: roe\n  type: book\n  title: T\n  author: [{family: Roe, given: Ann}]\n"
      "  issued: {date-parts: [[2004, 5]]}\n---\n",
      diagnostics);
  Document document;
  ReaderOptions options;
  apply_front_matter(front.data, document, options, diagnostics);
  CHECK(options.keep_all);
  REQUIRE(options.drop.size() == 1);
  CHECK(options.drop.front().line == "Share this");
  CHECK_FALSE(options.infer_headings);
  CHECK(options.format == "html");
  CHECK(document.bibliography_files == std::vector<std::string>{"a.bib"});
  REQUIRE(document.references.size() == 1);
  const ReferenceEntry& entry = document.references.front();
  CHECK(entry.key == "roe");
  CHECK(entry.type == "book");
  REQUIRE(entry.authors.size() == 1);
  CHECK(entry.authors.front().family == "Roe");
  CHECK(entry.fields == decltype(entry.fields){{"title", "T"}, {"issued", "2004-05"}});
}

TEST_CASE("a slip in front matter is reported in its line, and the rest is read") {
  struct Case {
    const char* text;
    const char* code;
    std::uint32_t line;
  };
  const Case cases[] = {
      {"---\ntitle: \"T\nauthor: Ann Roe\n---\nbody", "unclosed-quotation", 2},
      {"---\ntitle: T\nauthor: 'Ann Roe\n---\nbody", "unclosed-quotation", 3},
      {"{\"title\": \"T\",\n\"author\": \"Ann Roe\",\n\"title\": \"U\"}\nbody", "repeated-key", 3},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.text));
    const Reading reading = read_as_markdown(entry.text);
    REQUIRE(reading.diagnostics.items().size() == 1);
    CHECK(reading.diagnostics.items().front().code == entry.code);
    CHECK(reading.diagnostics.items().front().range.begin_line == entry.line);
    CHECK(plain_text(reading.document.metadata.title.value) == "T");
    REQUIRE(reading.document.metadata.contributors.value.size() == 1);
    CHECK(reading.document.metadata.contributors.value.front().name == "Ann Roe");
    CHECK(body_of(reading.document) == "paragraph\n  text \"body\"\n");
  }
}

TEST_CASE("titles and captions in front matter take all of Markdown's inline syntax") {
  struct Case {
    const char* title;
    const char* words;
    bool is_plain;
  };
  const Case cases[] = {
      {"The *old* pier", "The old pier", false},
      {"`std::move` and I", "std::move and I", false},
      {"The [Sea](https://x.y/) at dusk", "The Sea at dusk", true},
      {"Salt &amp; sand &lt;3", "Salt & sand <3", true},
      {"One<br>two", "One two", true},
      {"<em>Moby</em> again", "Moby again", false},
      {"1. First things", "1. First things", true},
      {"# Sharp", "# Sharp", true},
      {"_Ada_", "Ada", false},
      {"*Ada* and & more", "Ada and & more", false},
      {"![A pier](p.png)", "A pier", true},
      {"A ^[note] here", "A ^[note] here", true},
      {"2 * 3 * 4 snake_case_name", "2 * 3 * 4 snake_case_name", true},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.title));
    const std::string words(entry.title);
    const Reading reading = read_as_markdown(
        "---\ntitle: |\n  " + words + "\nimage: {src: p.png, caption: '" + words + "'}\n---\nbody");
    const Metadata& metadata = reading.document.metadata;
    CHECK(plain_text(metadata.title.value) == entry.words);
    CHECK(metadata.hero_image_caption.value == entry.words);
    const bool is_plain =
        metadata.title.value.size() == 1 && metadata.title.value.front().as<Text>() != nullptr;
    CHECK(is_plain == entry.is_plain);
  }
}

TEST_CASE("two rules with nothing below them are two rules") {
  CHECK(markdown_body("---\n---\n") == "thematic break\nthematic break\n");
  CHECK(markdown_body("---\n---\n\na") == "paragraph\n  text \"a\"\n");
}

TEST_CASE("a slip in TOML costs its own entry alone") {
  const Reading reading = read_as_markdown(
      "+++\ntitle = \"Tides\"\nweight = 01\ndate = 2024-05-01\n[author]\nname = \"Jane Roe\"\n+++\n"
      "Words");
  REQUIRE(reading.has("invalid-front-matter"));
  CHECK(reading.diagnostics.items().front().range.begin_line == 3);
  const Metadata& metadata = reading.document.metadata;
  CHECK(plain_text(metadata.title.value) == "Tides");
  CHECK(metadata.date.value.iso() == "2024-05-01");
  REQUIRE(metadata.contributors.value.size() == 1);
  CHECK(body_of(reading.document) == "paragraph\n  text \"Words\"\n");
}

TEST_CASE("the definitions of Franklin are front matter, between signs and by the line") {
  for (const char* text :
       {"+++\ntitle = \"Tides\"\nauthors = \"Jane Roe, Ben Poe\"\npublished = \"1 May 2024\"\n"
        "rss_pubdate = Date(2024, 5, 1)\nrss = \"\"\"Of\n tides\"\"\"\n+++\n\nWords",
        "@def title = \"Tides\"\n@def authors = \"Jane Roe, Ben Poe\"\n"
        "@def published = \"1 May 2024\"\n@def rss_pubdate = Date(2024, 5, 1)\n"
        "@def rss = \"\"\"Of\n tides\"\"\"\n@def hascode = true\n\nWords"}) {
    CAPTURE(std::string(text));
    CHECK(recognize_markdown(text, "a.md") >= 90);
    const Reading reading = read_as_markdown(text);
    CHECK(reading.diagnostics.items().empty());
    const Metadata& metadata = reading.document.metadata;
    CHECK(plain_text(metadata.title.value) == "Tides");
    CHECK(metadata.contributors.value.size() == 2);
    CHECK(metadata.date.value.iso() == "2024-05-01");
    CHECK(body_of(reading.document) == "paragraph\n  text \"Words\"\n");
  }
}

TEST_CASE("the body of a Franklin page has its divisions, HTML and pictures") {
  const std::string head = "+++\ntitle = \"T\"\nhascode = true\n+++\n";
  struct Case {
    const char* markdown;
    const char* body;
  };
  const Case cases[] = {
      {"@@tip\na\n@@", "callout tip .tip\n  paragraph\n    text \"a\"\n"},
      {"~~~\n<b>a</b>\n~~~", "paragraph\n  strong\n    text \"a\"\n"},
      {"x \\figalt{A pier}{/b.png}",
       "paragraph\n  text \"x \"\n  image \"/b.png\" alternative=\"A pier\"\n"},
      {"\\toc", "dropped \"[TOC]\" because \"a list of contents; the book has its own\"\n"},
      {"\\newcommand{\\a}{b}",
       "dropped \"{# \\\\newcommand{\\\\a}{b} #}\" because \"a comment of the author's\"\n"},
      {"`\\fig{b}` and $\\fig{b}$",
       "paragraph\n  code \"\\\\fig{b}\"\n  text \" and \"\n  math inline \"\\\\fig{b}\"\n"},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.markdown));
    CHECK(markdown_body(head + entry.markdown) == entry.body);
  }
}

TEST_CASE("TOML with spaces around its signs is front matter") {
  CHECK(recognize_markdown("+++\ntitle = \"T\"\n+++\nx", "a.md") >= 90);
  CHECK(recognize_markdown("+++\n[author]\nname = \"A\"\n+++\nx", "a.md") >= 90);
  CHECK(recognize_markdown("---\nShe said this: no\n---\nx", "a.md") < 90);
}

TEST_CASE("a draft is read, and said to be one") {
  for (const char* entry : {"draft: true", "published: false", "status: draft"}) {
    CAPTURE(std::string(entry));
    const Reading reading = read_as_markdown("---\n" + std::string(entry) + "\n---\nbody");
    CHECK(reading.has("draft"));
    CHECK(body_of(reading.document) == "paragraph\n  text \"body\"\n");
  }
  for (const char* entry : {"draft: false", "published: true", "published: 2024-05-01"}) {
    CAPTURE(std::string(entry));
    CHECK(!read_as_markdown("---\n" + std::string(entry) + "\n---\nbody").has("draft"));
  }
}

TEST_CASE("metadata in bare lines at the head of a text is read") {
  for (const char* text :
       {"% A *tale*\n  of tides\n% Ann Ruel; Bo Sand\n% May 4, 2021\n\nbody",
        "Title:  A *tale* of\n  tides\nAuthor: Ann Ruel\n        Bo Sand\nDate: 2021-05-04\n\nbody",
        "title:: A *tale* of tides\nauthors:: Ann Ruel; Bo Sand\ndate:: 2021-05-04\ntags:: "
        "a\n\nbody"}) {
    CAPTURE(std::string(text));
    const Reading reading = read_as_markdown(text);
    CHECK(plain_text(reading.document.metadata.title.value) == "A tale of tides");
    REQUIRE(reading.document.metadata.contributors.value.size() == 2);
    CHECK(reading.document.metadata.contributors.value.back().family == "Sand");
    CHECK(reading.document.metadata.date.value.iso() == "2021-05-04");
    CHECK(body_of(reading.document) == "paragraph\n  text \"body\"\n");
  }
  for (const char* text :
       {"% a comment\nwords\n", "Note: this is a text.\nWith lines.\n", "Title: one line\n\nbody",
        "title:: one\nwords\n", "Title: A\nThen words.\n\nbody", "key:: value\n\nbody"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(read_as_markdown(text).document.metadata.title.is_set());
  }
}
