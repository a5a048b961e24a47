#include "readers/wishes/wishes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "readers/markup/tree_wishes.h"
#include "readers/plain_text/support.h"

using namespace garland;
using namespace garland::test;

namespace {

bool is_found(std::string_view expression, std::string_view text) {
  const Result<Pattern> pattern = Pattern::compile(expression);
  REQUIRE(pattern.ok());
  std::size_t steps_left = 1'000'000'000;
  return pattern->is_found_in(text, steps_left);
}

ReaderOptions options_of(std::string_view key, const Value& value) {
  ReaderOptions options;
  Diagnostics diagnostics;
  read_wish(key, value, Wisher::Entry, options, diagnostics);
  return options;
}

std::string codes_of(const Diagnostics& diagnostics) {
  std::string codes;
  for (const Diagnostic& item : diagnostics.items())
    codes += (codes.empty() ? "" : " ") + item.code;
  return codes;
}

}  // namespace

TEST_CASE("an expression finds what it says") {
  struct Case {
    const char* expression;
    const char* text;
    bool is_found;
  };
  const Case cases[] = {
      {"boat", "the boats", true},
      {"^boat", "the boats", false},
      {"boats$", "the boats", true},
      {"boat$", "the boats", false},
      {"b.at", "a boat", true},
      {"bo*t", "a bt", true},
      {"bo+t", "a bt", false},
      {"boa?t", "a bot", true},
      {"(red|green) boat", "a green boat", true},
      {"(?:ab)+c", "xababc", true},
      {"[a-c]\\d", "b7", true},
      {"[^a-c]\\d", "b7", false},
      {"\\w+\\s\\w+", "zwei Wörter", true},
      {"^\\d+ comments?$", "34 comments", true},
      {"^$", "", true},
      {"^$", "x", false},
      {"ü.n", "grüßn", true},
      {"a\\.b", "a.b", true},
      {"a\\.b", "axb", false},
      {"()", "anything", true},
      {"[]x]", "]", true},
  };
  for (const Case& item : cases) {
    CAPTURE(item.expression);
    CAPTURE(item.text);
    CHECK(is_found(item.expression, item.text) == item.is_found);
  }
}

TEST_CASE("an expression that makes other machines slow is as quick as any") {
  const std::string text(20'000, 'a');
  CHECK_FALSE(is_found("(a*)*b", text));
  CHECK_FALSE(is_found("(a|a)*(a|aa)+b", text));
}

TEST_CASE("an expression that would take too long counts no more, and is reported once") {
  std::string expression = "/";
  for (int i = 0; i < 1500; ++i) expression += "a?";
  const ReaderOptions options = options_of("drop", Value::string(expression + "b/"));
  std::vector<Inference> inferences;
  Diagnostics diagnostics;
  Wishes wishes(options, inferences, diagnostics);
  const std::string line(2000, 'a');
  for (int i = 0; i < 100; ++i) CHECK(wishes.reason_to_go(line, {}).empty());
  CHECK(codes_of(diagnostics) == "slow-pattern");
}

TEST_CASE("values that mean nothing are reported with the nearest that does") {
  struct Case {
    const char* key;
    Value value;
    Wisher wisher;
    const char* code;
    const char* help;
  };
  const Case cases[] = {
      {"keep", Value::make_map(), Wisher::FrontMatter, "wrong-type", "whole lines"},
      {"drop", Value::make_list({Value::make_list()}), Wisher::Entry, "wrong-type", "whole lines"},
      {"format", Value::string("markdwon"), Wisher::Entry, "wrong-type", "markdown"},
      {"format", Value::string("docx"), Wisher::Entry, "wrong-type", "plain text"},
      {"format", Value::string("docx"), Wisher::FrontMatter, "", ""},
      {"format", Value::string("txt"), Wisher::Entry, "", ""},
      {"keep", Value::string("boilerplat"), Wisher::FrontMatter, "unused-wish", "boilerplate"},
      {"keep", Value::string("evrything"), Wisher::FrontMatter, "unused-wish", "keep: all"},
      {"headings", Value::string("non"), Wisher::Entry, "unused-wish", "none"},
      {"drop", Value::string("no such line"), Wisher::Entry, "unused-wish", "copy the line"},
      {"drop", Value::string("/(/"), Wisher::Entry, "bad-pattern", "simpler"},
      {"drop", Value::string("/[/"), Wisher::Entry, "bad-pattern", "simpler"},
      {"drop", Value::string("/a{2}/"), Wisher::Entry, "bad-pattern", "simpler"},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.key));
    CAPTURE(entry.value.scalar);
    ReaderOptions options;
    Diagnostics diagnostics("article.txt", "");
    CHECK(read_wish(entry.key, entry.value, entry.wisher, options, diagnostics));
    std::vector<Inference> inferences;
    Wishes(options, inferences, diagnostics).report_unused();
    CHECK(codes_of(diagnostics) == entry.code);
    if (!diagnostics.items().empty()) {
      CHECK(diagnostics.items()[0].help.find(entry.help) != std::string::npos);
    }
  }
}

TEST_CASE("of several wishers the one nearest to the source says which lines are headings") {
  struct Case {
    const char* name;
    std::vector<std::pair<Wisher, Value>> said;  // in the order in which they are read
    bool infers;
    std::size_t named;
  };
  const Case cases[] = {
      {"nobody", {}, true, 0},
      {"none", {{Wisher::Book, Value::string("none")}}, false, 0},
      {"auto overrules the book's none",
       {{Wisher::Book, Value::string("none")}, {Wisher::FrontMatter, Value::string("auto")}},
       true,
       0},
      {"the source's entry overrules its front matter, which is read later",
       {{Wisher::Entry, Value::string("Part One")}, {Wisher::FrontMatter, Value::string("auto")}},
       false,
       1},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.name));
    ReaderOptions options;
    Diagnostics diagnostics;
    for (const auto& [wisher, value] : entry.said) {
      read_wish("headings", value, wisher, options, diagnostics);
    }
    CHECK(options.infer_headings == entry.infers);
    CHECK(options.headings.size() == entry.named);
  }
}

TEST_CASE("all readers leave out, keep and promote the lines that are named") {
  struct Case {
    const char* name;
    const char* path;
    const char* text;
  };
  const std::string prose = std::string(kBody) + " " + std::string(kMore);
  const Case cases[] = {
      {"plain text", "a.txt",
       "A Title\n\nPROSE\n\nGone by name\n\nPart One\n\nPROSE\n\nGone but kept\n"},
      {"markdown", "a.md",
       "# A Title\n\nPROSE\n\nGone by name\n\nPart One\n\nPROSE\n\nGone but kept\n"},
      {"html", "a.html",
       "<h1>A Title</h1><p>PROSE</p><p>Gone <b>by</b> name</p><p>Part One</p><p>PROSE</p><p>Gone "
       "but kept</p>"},
  };
  ReaderOptions options = options_of("drop", Value::string("/^Gone/"));
  Diagnostics unheard;
  read_wish("keep", Value::string("Gone but kept"), Wisher::Entry, options, unheard);
  read_wish("headings", Value::string("Part One"), Wisher::Entry, options, unheard);
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.name));
    std::string text = entry.text;
    for (std::size_t at = 0; (at = text.find("PROSE")) != std::string::npos;)
      text.replace(at, 5, prose);
    options.format = entry.name;
    Diagnostics diagnostics;
    const Result<Document> document = read_source(text, entry.path, options, diagnostics);
    REQUIRE(document.ok());
    CHECK(codes_of(diagnostics).empty());
    CHECK(dropped(*document) == "Gone by name\n");
    const std::vector<std::string> found = headings(*document);
    CHECK(std::count(found.begin(), found.end(), "Part One") == 1);
    CHECK(words_of(document->blocks).find("Gone but kept") != std::string::npos);
    for (const char* what : {"dropped", "kept", "heading"}) CHECK(has_inference(*document, what));
  }
}

TEST_CASE("a line is named as it is written or by its words") {
  struct Case {
    const char* source;
    const char* path;
  };
  const Case cases[] = {
      {"One line\n**Share** [this](http://a.b) _now_\nand another.\n", "a.md"},
      {"- One line\n  **Share** [this](http://a.b) now\n  and another.\n", "a.md"},
      {"<p>One line<br><b>Share</b> <a href=x>this</a> now<br>and another.", "a.html"},
      {"One line\n\n## **Share** this now\n\nand another.\n", "a.md"},
  };
  for (const char* wish : {"Share this now", "/^Share/"}) {
    for (const Case& entry : cases) {
      CAPTURE(std::string(wish));
      CAPTURE(std::string(entry.source));
      const ReaderOptions options = options_of("drop", Value::string(wish));
      Diagnostics diagnostics;
      const Result<Document> document = read_source(entry.source, entry.path, options, diagnostics);
      REQUIRE(document.ok());
      std::string left_out;
      query(*document, [&](const Block& block) {
        if (const auto* dropped = block.as<Dropped>()) left_out += dropped->text;
      });
      CHECK(left_out == "Share this now");
      CHECK(words_of(document->blocks).find("One line") != std::string::npos);
      CHECK(words_of(document->blocks).find("and another.") != std::string::npos);
    }
  }
}

TEST_CASE("an item whose words are left out leaves no empty item") {
  const ReaderOptions options = options_of("drop", Value::string("10 g salt"));
  Diagnostics diagnostics;
  for (const auto& source :
       {std::pair<const char*, const char*>{"<ul><li>flour<li>10 g salt<li>water</ul>", "a.html"},
        {"- flour\n- 10 g salt\n- water\n", "a.md"}}) {
    CAPTURE(source.second);
    const Result<Document> document =
        read_source(source.first, source.second, options, diagnostics);
    REQUIRE(document.ok());
    std::size_t items = 0;
    std::string left_out;
    query(*document, [&](const Block& block) {
      if (const auto* list = block.as<List>()) items += list->items.size();
      if (const auto* dropped = block.as<Dropped>()) left_out += dropped->text;
    });
    CHECK(items == 2);
    CHECK(left_out == "10 g salt");
  }
}

TEST_CASE("a line that `keep:` names stays where a site's leftovers are left out") {
  std::string text = "The Green Lighthouse\n\n";
  for (int i = 0; i < 3; ++i) text += std::string(kBody) + "\n\n" + std::string(kMore) + "\n\n";
  text +=
      "You need to be logged in to comment\nLogin Sign up\n\nErrata: the paint was "
      "blue\n\nShare\nTweet\n";
  ReaderOptions options = options_of("keep", Value::string("Errata: the paint was blue"));
  const Document document = read(text, options);
  CHECK(words_of(document.blocks).find("the paint was blue") != std::string::npos);
  CHECK(dropped(document).find("the paint was blue") == std::string::npos);
  CHECK(dropped(document).find("Tweet") != std::string::npos);
}

TEST_CASE("what the front matter says is not printed twice, unless a wish keeps it") {
  struct Case {
    const char* name;
    const char* front_matter;
    const char* left_out;
    const char* stays;
  };
  const Case cases[] = {
      {"an author", "author: Jo Roe\n", "By Ada Quill\n", "The ferry"},
      {"author and date", "author: Jo Roe\ndate: 2020\n", "By Ada Quill\n\n3 March 2021\n",
       "The ferry"},
      {"an author, and a wish", "author: Jo Roe\nkeep: [By Ada Quill]\n", "", "By Ada Quill"},
      {"a wish for the title", "keep: [The Green Lighthouse]\n", "", "The Green Lighthouse"},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.name));
    const Document document = read("---\n" + std::string(entry.front_matter) +
                                   "---\nThe Green Lighthouse\n\nBy Ada Quill\n\n3 March 2021\n\n" +
                                   std::string(kBody) + "\n\n" + std::string(kMore) + "\n");
    CHECK(dropped(document) == entry.left_out);
    CHECK(words_of(document.blocks).find(entry.stays) != std::string::npos);
  }
}

TEST_CASE("what `keep:` names is taken out of an element that is left out") {
  MarkupList page = {Markup::element("div")};
  for (const char* words : {"Share", "Errata", "Tweet"}) {
    page[0].children.push_back(Markup::element("p"));
    page[0].children.back().children.push_back(Markup::characters(words));
  }
  mark_block_holders(page);
  const ReaderOptions options = options_of("keep", Value::string("Errata"));
  std::vector<Inference> inferences;
  Diagnostics diagnostics;
  Wishes wishes(options, inferences, diagnostics);
  const MarkupList kept = take_kept(page[0], wishes);
  CHECK(text_of(kept) == "Errata");
  CHECK(text_of(page[0]) == "ShareTweet");
}

TEST_CASE("a wish for the whole book is reported when no source has such a line") {
  ReaderOptions options;
  Diagnostics diagnostics;
  for (const char* line : {"met", "not met", "/(/"}) {
    read_wish("drop", Value::string(line), Wisher::Book, options, diagnostics);
  }
  options.description_file = "anthology.yaml";
  std::vector<Document> documents(2);
  Wishes wishes(options, documents[1].inferences, diagnostics);
  CHECK_FALSE(wishes.reason_to_go("met", {}).empty());
  wishes.report_unused();
  CHECK(codes_of(diagnostics).empty());
  report_unused_book_wishes(options, documents, diagnostics);
  CHECK(codes_of(diagnostics) == "unused-wish bad-pattern");
  CHECK(diagnostics.items()[0].file == "anthology.yaml");
}
