// MDX: components, expressions and modules among Markdown.
#include "readers/markdown/mdx.h"

#include <doctest/doctest.h>

#include <string>

#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

namespace {

// Without the records of what is left out.
std::string shown_of(std::string_view text, std::string_view path = "a.mdx") {
  Document document = read_as_markdown(text, path).document;
  std::erase_if(document.blocks, [](const Block& block) { return block.as<Dropped>() != nullptr; });
  return body_of(document);
}

}  // namespace

TEST_CASE("modules of MDX are left out whole, with their lines") {
  const Reading reading = read_as_markdown(
      "import A, {\n  b,\n} from './b';\nimport './c.css';\n\nexport const D = () => (\n"
      "  <p>\n\n  words\n  </p>\n);\n\nText.\n",
      "a.mdx");
  const Blocks& blocks = reading.document.blocks;
  REQUIRE(blocks.size() == 3);
  CHECK(blocks[0].as<Dropped>() != nullptr);
  CHECK(blocks[1].as<Dropped>() != nullptr);
  CHECK(blocks[2].range.begin_line == 13);
  CHECK(reading.diagnostics.items().empty());
}

TEST_CASE("a text called Markdown is MDX where it opens with an import") {
  CHECK(is_mdx("a.md", "\nimport A from 'a';\n"));
  CHECK(is_mdx("a.md", "# Title\n\nimport A from 'a';\n"));
  CHECK(is_mdx("A.MDX", "words"));
  CHECK_FALSE(is_mdx("a.md", "import duties rose.\n"));
  CHECK_FALSE(is_mdx("a.md", "```js\nimport A from 'a';\n```\n"));
  CHECK(markdown_body("{price} and <Badge> x") == "paragraph\n  text \"{price} and <Badge> x\"\n");
}

TEST_CASE("components give way to what they hold, at whatever indent") {
  const std::string wanted =
      "paragraph\n  strong\n    text \"Rope\"\nparagraph\n  text \"Use a \"\n  emphasis\n"
      "    text \"knot\"\n  text \".\"\ncode block language=\"js\" \"a {b}\\n  c\\n\"\n";
  CHECK(shown_of("<Tabs values={[{label: 'Rope', value: {a: 1}}]}>\n"
                 "  <TabItem value=\"rope\" label=\"Rope\" default>\n\n    Use a *knot*.\n\n"
                 "    ```js\n    a {b}\n      c\n    ```\n\n  </TabItem>\n</Tabs>\n") == wanted);
  CHECK(shown_of("A <Highlight color=\"#fff\">green *one*</Highlight>.") ==
        "paragraph\n  text \"A green \"\n  emphasis\n    text \"one\"\n  text \".\"\n");
  CHECK(shown_of("<Admonition type=\"tip\" title=\"Wet\">\nA **b**.\n</Admonition>") ==
        "callout tip\n  title\n    text \"Wet\"\n  paragraph\n    text \"A \"\n    strong\n"
        "      text \"b\"\n    text \".\"\n");
  CHECK(shown_of("See <Link to=\"/b\">there</Link>.") ==
        "paragraph\n  text \"See \"\n  link \"/b\"\n    text \"there\"\n  text \".\"\n");
}

TEST_CASE("elements with expressions keep the strings in them") {
  const std::string figure = "figure\n  paragraph\n    image \"./a.png\" alternative=\"A\"\n";
  CHECK(shown_of("<div style={{textAlign: 'center'}} className=\"wide\">\n"
                 "  <img src={require('./a.png').default} alt=\"A\" />\n</div>") == figure);
  CHECK(shown_of("a <span style={{color: 'red'}}>b</span> c") == "paragraph\n  text \"a b c\"\n");
  CHECK(string_in_expression("useBaseUrl(\"/a.png\")") == "/a.png");
  CHECK(string_in_expression("a ? 'b' : 'c'").empty());
  CHECK(string_in_expression("`a${b}`").empty());
}

TEST_CASE("an expression shows its string or a value of the front matter, or is reported") {
  CHECK(shown_of(
            "---\ntitle: T\n---\n{frontMatter.title},{' '} {\"{a}\"} in `{code}` $\\frac{a}{b}$") ==
        "paragraph\n  text \"T, {a} in \"\n  code \"{code}\"\n  text \" \"\n"
        "  math inline \"\\\\frac{a}{b}\"\n");
  const Reading reading = read_as_markdown("It costs {price} a metre. {/* why? */}", "a.mdx");
  CHECK(reading.has("site-tag"));
  CHECK(body_of(reading.document).find("price} a") == std::string::npos);
  CHECK(shown_of("## Words {#name}") == "heading 2 #name\n  text \"Words\"\n");
  CHECK(shown_of("with 3 < 4 and {\n\nb") ==
        "paragraph\n  text \"with 3 < 4 and {\"\nparagraph\n  text \"b\"\n");
}

TEST_CASE("a component that shows something by itself is reported, or becomes that") {
  CHECK(read_as_markdown("<Chart data={points} />", "a.mdx").has("site-tag"));
  CHECK(shown_of("<YouTube id=\"abc\" />").find("link \"https://www.youtube.com/watch?v=abc\"") !=
        std::string::npos);
  CHECK(shown_of("<Figure src=\"/a.png\" caption=\"C\" />") ==
        "figure\n  paragraph\n    image \"/a.png\"\n  caption\n    paragraph\n      text \"C\"\n");
}
