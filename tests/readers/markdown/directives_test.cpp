// Directives and roles of MyST, code that Quarto and R Markdown run, and other habits of notebooks.
#include <doctest/doctest.h>

#include <string>

#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

TEST_CASE("what directives hold is Markdown again") {
  const MarkdownCase cases[] = {
      {"```{note}\nA **b**.\n```",
       "callout note\n  paragraph\n    text \"A \"\n    strong\n      text \"b\"\n    text "
       "\".\"\n"},
      {"```{warning} A word\nmore\n```",
       "callout warning\n  paragraph\n    text \"A word\"\n    soft break\n    text \"more\"\n"},
      {"```{admonition} Title\n:class: tip\nIn.\n```",
       "callout tip\n  title\n    text \"Title\"\n  paragraph\n    text \"In.\"\n"},
      {"````{note}\n```{tip}\nIn.\n```\n````",
       "callout note\n  callout tip\n    paragraph\n      text \"In.\"\n"},
      {"```{figure} a.png\n:alt: A\n:name: fig\n\nThe *caption*.\n```",
       "figure\n  paragraph\n    image \"a.png\" alternative=\"A\" #fig\n  caption\n    paragraph\n"
       "      text \"The \"\n      emphasis\n        text \"caption\"\n      text \".\"\n"},
      {"```{math}\n:label: eq\na = b\n```", "math block \"a = b\"\n"},
      {"```{code-block} python\n:linenos:\n\nprint(1)\n```",
       "code block language=\"python\" \"print(1)\\n\"\n"
       "dropped \"linenos: \" because \"an option of the site's\"\n"},
      {"```{list-table} T\n:header-rows: 1\n\n* - A\n  - B\n* - 1\n  - 2\n```",
       "table default default\n  caption\n    paragraph\n      text \"T\"\n  head row\n"
       "    cell header\n      paragraph\n        text \"A\"\n    cell header\n      paragraph\n"
       "        text \"B\"\n  row\n    cell\n      paragraph\n        text \"1\"\n    cell\n"
       "      paragraph\n        text \"2\"\n"},
      {"```{.cpp}\na\n```", "code block language=\"cpp\" \"a\\n\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("directives between colons have titles and options as those between backticks have") {
  const MarkdownCase cases[] = {
      {":::{note} A *b*\nIn.\n:::",
       "callout note .note\n  title\n    text \"A \"\n    emphasis\n      text \"b\"\n  paragraph\n"
       "    text \"In.\"\n"},
      {":::{admonition} Title\n:class: tip\nIn.\n:::",
       "callout tip .tip\n  title\n    text \"Title\"\n  paragraph\n    text \"In.\"\n"},
      {":::{admonition} Title\n\nIn.\n:::",
       "callout note .note\n  title\n    text \"Title\"\n  paragraph\n    text \"In.\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("code that is to be run stays code, without its options, unless its author hides it") {
  const MarkdownCase cases[] = {
      {"```{r}\n#| label: a\nplot(x)\n```", "code block language=\"r\" \"plot(x)\\n\"\n"},
      {"```{python, echo=TRUE}\nprint(1)\n```", "code block language=\"python\" \"print(1)\\n\"\n"},
      {"```{r setup, include = FALSE}\nlibrary(x)\n```",
       "dropped \"library(x)\\n\" because \"code that its author does not show (echo or include is "
       "false)\"\n"},
      {"```{r}\n#| echo: false\n#| fig-cap: \"C\"\nplot(x)\n```",
       "dropped \"plot(x)\\n\" because \"code that its author does not show (echo or include is "
       "false)\"\n"
       "dropped \"fig-cap: \\\"C\\\"\" because \"an option of the program that runs the code\"\n"},
  };
  check_bodies(cases);
  const Reading reading = read_as_markdown("```{r}\n1\n```\n\n```{r}\n2\n```");
  CHECK(reading.has("code-not-run"));
  CHECK(reading.diagnostics.items().size() == 1);
  CHECK(read_as_markdown("```{bibliography}\n```").has("site-tag"));
}

TEST_CASE("lines of directives keep their places") {
  const Reading reading = read_as_markdown("a\n\n```{tip}\n:class: x\n\nb\n```\n");
  REQUIRE(reading.document.blocks.size() >= 2);
  const auto* callout = reading.document.blocks[1].as<Callout>();
  REQUIRE(callout != nullptr);
  CHECK(callout->blocks.front().range.begin_line == 6);
}

TEST_CASE("roles say what the code behind them is") {
  const MarkdownCase cases[] = {
      {"See {ref}`the page <a>`, H{sub}`2`O, {math}`a^2` and {code}`x`.",
       "paragraph\n  text \"See \"\n  link \"#a\"\n    text \"the page\"\n  text \", H\"\n"
       "  subscript\n    text \"2\"\n  text \"O, \"\n  math inline \"a^2\"\n  text \" and \"\n"
       "  code \"x\"\n  text \".\"\n"},
      {"a {b}`c`", "paragraph\n  text \"a {b}\"\n  code \"c\"\n"},
      {"$`a_1`$", "paragraph\n  math inline \"a_1\"\n"},
      {"```math\na\n```", "math block \"a\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("names, breaks and commands alone on their lines are no paragraphs") {
  const MarkdownCase cases[] = {
      {"(here)=\n# T\n\na",
       "dropped \"(here)=\" because \"the name of what follows\"\nheading 1 #here\n  text \"T\"\n"
       "paragraph\n  text \"a\"\n"},
      {"a\n\n\\newpage\n\nb",
       "paragraph\n  text \"a\"\ndropped \"\\\\newpage\" because \"a command of TeX, which lays "
       "out "
       "pages\"\nparagraph\n  text \"b\"\n"},
      {"> a\n^name", "block quotation\n  paragraph #name\n    text \"a\"\n"},
      {"{: .note }\nA note.", "paragraph .note\n  text \"A note.\"\n"},
      {"::: {.callout-tip}\n## T\n\na\n:::",
       "callout tip .callout-tip\n  title\n    text \"T\"\n  paragraph\n    text \"a\"\n"},
      {"{{< video https://a.b/watch?v=c >}}",
       "paragraph\n  link \"https://a.b/watch?v=c\"\n    text \"https://a.b/watch?v=c\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("directives nest so deep and no deeper") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "```{note}\n";
  const std::string body = markdown_body(text);
  CHECK(body.find("code block") != std::string::npos);
  std::size_t count = 0;
  for (std::size_t at = body.find("callout"); at != body.npos; at = body.find("callout", at + 1)) {
    ++count;
  }
  CHECK(count == 8);
}
