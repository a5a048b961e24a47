// Admonitions, marks, names and other habits of Markdown's dialects.
#include <doctest/doctest.h>

#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

TEST_CASE("admonitions of all dialects are callouts with their titles") {
  const std::string body =
      "callout tip\n  title\n    text \"Take \"\n    emphasis\n      text \"care\"\n  paragraph\n"
      "    text \"Words\"\n";
  for (const char* text :
       {":::tip Take *care*\nWords\n:::", ":::tip[Take *care*]\nWords\n:::",
        "!!! tip \"Take *care*\"\n    Words", "!!! tip \"Take *care*\"\n\n    Words",
        "??? tip \"Take *care*\"\n    Words", "> [!tip]- Take *care*\n> Words"}) {
    CAPTURE(std::string(text));
    std::string have = markdown_body(text);
    if (have.starts_with("callout tip .tip")) have.erase(11, 5);
    CHECK(have == body);
  }
  CHECK(markdown_body("!!! warning\n\n    a\n\n    - b\n\nc") ==
        "callout warning\n  paragraph\n    text \"a\"\n  list bullet tight\n    item\n"
        "      paragraph\n        text \"b\"\nparagraph\n  text \"c\"\n");
  CHECK(markdown_body("::: details Show me\na\n:::") ==
        "callout details .details\n  title\n    text \"Show me\"\n  paragraph\n    text \"a\"\n");
}

TEST_CASE("what only begins like an admonition is words") {
  for (const char* text : {"!!! what a day", "??? nobody knows", "::: so he said", "!!!note"}) {
    CAPTURE(std::string(text));
    CHECK(markdown_body(text) == "paragraph\n  text \"" + std::string(text) + "\"\n");
  }
}

TEST_CASE("tabs stand one after the other, each under its title") {
  const MarkdownCase cases[] = {
      {"a\n\n=== \"One *x*\"\n\n    - b\n\n    c\n\n===+ \"Two\"\n    d\n\ne",
       "paragraph\n  text \"a\"\nparagraph\n  strong\n    text \"One \"\n    emphasis\n"
       "      text \"x\"\nlist bullet tight\n  item\n    paragraph\n      text \"b\"\n"
       "paragraph\n  text \"c\"\nparagraph\n  strong\n    text \"Two\"\nparagraph\n"
       "  text \"d\"\nparagraph\n  text \"e\"\n"},
      {"Title\n===", "heading 1\n  text \"Title\"\n"},
      {"=== no title", "paragraph\n  text \"=== no title\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("the titles of admonitions may have a list, and so may admonitions") {
  const MarkdownCase cases[] = {
      {":::tip My *tip* {#x}\n\na\n\n:::",
       "callout tip #x .tip\n  title\n    text \"My \"\n    emphasis\n      text \"tip\"\n"
       "  paragraph\n    text \"a\"\n"},
      {":::caution{title=\"Look out\"}\na\n:::",
       "callout caution .caution\n  title\n    text \"Look out\"\n  paragraph\n"
       "    text \"a\"\n"},
      {"::::: Warning\na\n:::::", "callout warning .Warning\n  paragraph\n    text \"a\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("marked words are marked, and comparisons are not") {
  const MarkdownCase cases[] = {
      {"a ==b *c*== d",
       "paragraph\n  text \"a \"\n  span .mark\n    text \"b \"\n    emphasis\n      text \"c\"\n"
       "  text \" d\"\n"},
      {"a==b and c==d", "paragraph\n  text \"a==b and c==d\"\n"},
      {"a == b == c", "paragraph\n  text \"a == b == c\"\n"},
      {"===a===", "paragraph\n  text \"===a===\"\n"},
      {"`==a==`", "paragraph\n  code \"==a==\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("a last word behind a caret names its paragraph") {
  CHECK(markdown_body("Words. ^ebb-1\n\nSee [[#^ebb-1]].") ==
        "paragraph #ebb-1\n  text \"Words.\"\nparagraph\n  text \"See \"\n  link \"#ebb-1\"\n"
        "    text \"^ebb-1\"\n  text \".\"\n");
  CHECK(markdown_body("ten to the ^10") == "paragraph\n  text \"ten to the ^10\"\n");
}

TEST_CASE("abbreviations are left out with their meaning in the report") {
  CHECK(
      markdown_body("The HTML.\n\n*[HTML]: Text with marks\n*[CSS]: Looks") ==
      "paragraph\n  text \"The HTML.\"\n"
      "dropped \"*[HTML]: Text with marks\\n*[CSS]: Looks\" because \"what an abbreviation stands "
      "for, which only browsers show\"\n");
}

TEST_CASE("pictures by name are drawn where they are known, apart from other words") {
  const MarkdownCase cases[] = {
      {"well :wave: there", "paragraph\n  text \"well 👋 there\"\n"},
      {"at 10:30:20 a:wave:b :nothing:", "paragraph\n  text \"at 10:30:20 a:wave:b :nothing:\"\n"},
      {"`:wave:`", "paragraph\n  code \":wave:\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("notes are marked inside raw HTML") {
  CHECK(markdown_body("<figure><img src=\"a.png\"><figcaption>Tide[^1]</figcaption></figure>\n\n"
                      "[^1]: Low.") ==
        "figure\n  paragraph\n    image \"a.png\"\n  caption\n    paragraph\n      text \"Tide\"\n"
        "      note reference \"1\"\nnote \"1\"\n  paragraph\n    text \"Low.\"\n");
  CHECK(markdown_body("<pre>a[^1]</pre>\n\nb[^1]\n\n[^1]: c").starts_with("code block \"a[^1]"));
}

TEST_CASE("lists of attributes under a table and behind its caption are the table's") {
  const MarkdownCase cases[] = {
      {"| A |\n|---|\n| b |\n{: #x}",
       "table default #x\n  head row\n    cell header\n      paragraph\n        text \"A\"\n"
       "  row\n    cell\n      paragraph\n        text \"b\"\n"},
      {"| A |\n|---|\n| b |\n\n: Words {#x}",
       "table default #x\n  caption\n    paragraph\n      text \"Words\"\n  head row\n"
       "    cell header\n      paragraph\n        text \"A\"\n  row\n    cell\n      paragraph\n"
       "        text \"b\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("a caption stands above its table or below it") {
  const std::string table = "| a |\n|---|\n| 1 |\n\n";
  for (const std::string& markdown : {"Table: First\n\n" + table + "Table: Second\n\n" + table,
                                      table + "Table: First\n\n" + table + "Table: Second\n"}) {
    CAPTURE(markdown);
    const std::string body = markdown_body(markdown);
    const std::size_t first =
        body.find("table default\n  caption\n    paragraph\n      text \"First\"");
    const std::size_t second =
        body.find("table default\n  caption\n    paragraph\n      text \"Second\"");
    CHECK(first == 0);
    CHECK(second != std::string::npos);
    CHECK(body.find("Table:") == std::string::npos);
  }
}

TEST_CASE("an editor's changes are taken as accepted, and icons are left out") {
  const std::string kBecause = " because \"words that the author took out\"\n";
  const Reading reading = read_as_markdown(
      "The {++green ++}tower {--fell --}{~~leans~>stands~~} {==still==}{>>does it?<<}"
      " :material-tower: and `{--code--}`, at 10:30:20.");
  CHECK(plain_text(reading.document.blocks.front().as<Paragraph>()->inlines)
            .find("The green tower stands still") != std::string::npos);
  const std::string body = dump(reading.document);
  for (const char* expected : {"dropped \"fell \"", "dropped \"leans\"", "dropped \"does it?\"",
                               "dropped \":material-tower:\"", "{--code--}", "10:30:20"}) {
    CAPTURE(expected);
    CHECK(body.find(expected) != std::string::npos);
  }
}
