#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "style/theme.h"

using namespace garland;

namespace {

Theme reader_theme() {
  Diagnostics diagnostics;
  const Result<Theme> theme =
      load_theme("reader", std::filesystem::path(GARLAND_ROOT) / "styles", Value(), diagnostics);
  REQUIRE(theme);
  return *theme;
}

TextStyle& style_of(Theme& theme, TextRole role) {
  return theme.styles.at(static_cast<std::size_t>(role));
}

// The declarations of the last rule with this selector.
std::string rule(const std::string& css, const std::string& selector) {
  const std::size_t at = css.rfind("\n" + selector + " {");
  if (at == std::string::npos) return {};
  const std::size_t begin = css.find('{', at) + 1;
  return css.substr(begin, css.find('}', begin) - begin);
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the style sheet leaves colours, the body's size and its alignment to the reader") {
  const std::string css = make_stylesheet(reader_theme());
  CHECK_FALSE(holds(css, " color: #"));
  CHECK_FALSE(holds(css, "pt;"));
  CHECK_FALSE(holds(css, "justify"));
  const std::string body = rule(css, "body");
  CHECK_FALSE(holds(body, "font-size"));
  CHECK_FALSE(holds(body, "line-height"));
}

TEST_CASE("white between paragraphs and whole words are the theme's in the e-book too") {
  Theme theme = reader_theme();
  CHECK(holds(make_stylesheet(theme), "p + p { text-indent: 1.2em; }"));
  CHECK_FALSE(holds(make_stylesheet(theme), "hyphens: manual"));
  TextStyle& body = style_of(theme, TextRole::Body);
  body.size = 10_pt;
  body.first_indent = Length();
  body.space_after = 5_pt;
  body.hyphenate = false;
  CHECK(holds(make_stylesheet(theme), "p + p { text-indent: 0; margin-top: 0.5em; }"));
  CHECK(holds(make_stylesheet(theme), "p, li, dt, dd, td { hyphens: manual;"));
}

TEST_CASE("sizes are those of the theme in proportion to its body") {
  Theme theme = reader_theme();
  style_of(theme, TextRole::Body).size = 10_pt;
  style_of(theme, TextRole::WorkTitle).size = 25_pt;
  style_of(theme, TextRole::Footnote).size = 9_pt;
  const std::string css = make_stylesheet(theme);
  CHECK(holds(rule(css, "h1"), "font-size: 2.5em;"));
  CHECK(holds(rule(css, ".note"), "font-size: 0.9em;"));
}

TEST_CASE("entries of a list of references hang without bullets, their annotations do not hang") {
  const std::string css = make_stylesheet(reader_theme());
  CHECK(holds(rule(css, ".references, .references > ul, .attributions"), "list-style: none;"));
  CHECK(holds(css, ".references > ul > li > p { "));
  CHECK(holds(rule(css, ".references > ul > li > p + p"), "text-indent: 0;"));
}

TEST_CASE("no text is smaller than reads well on a screen") {
  Theme theme = reader_theme();
  style_of(theme, TextRole::Body).size = 10_pt;
  style_of(theme, TextRole::CodeBlock).size = 5_pt;
  CHECK(holds(rule(make_stylesheet(theme), "pre"), "font-size: 0.8em;"));
}

TEST_CASE("a header cell is set by what it stands in, not twice as small") {
  Theme theme = reader_theme();
  style_of(theme, TextRole::TableCell).size = style_of(theme, TextRole::TableHead).size;
  CHECK_FALSE(holds(rule(make_stylesheet(theme), "th"), "font-size"));
}

TEST_CASE("an ornament of any characters is one CSS string") {
  Theme theme = reader_theme();
  theme.ornament = "\"\\ }\n*";
  CHECK(holds(make_stylesheet(theme), "hr::before { content: \"\\\"\\\\ } *\";"));
}

TEST_CASE("braces are balanced, so that no rule swallows the next") {
  const std::string css = make_stylesheet(reader_theme());
  CHECK(std::count(css.begin(), css.end(), '{') == std::count(css.begin(), css.end(), '}'));
}

TEST_CASE("a work opens in the e-book as the theme has it, where the reading system can") {
  Theme theme = reader_theme();
  theme.drop_capital = 0;
  theme.has_small_capital_opening = false;
  CHECK(rule(make_stylesheet(theme), ".opens") == " text-indent: 0; ");
  CHECK_FALSE(holds(make_stylesheet(theme), "::first-letter"));
  CHECK_FALSE(holds(make_stylesheet(theme), "::first-line"));
  theme.drop_capital = 3;
  theme.has_small_capital_opening = true;
  const std::string css = make_stylesheet(theme);
  CHECK(rule(css, ".opens::first-line") == " font-variant: small-caps; ");
  CHECK(holds(css, " -webkit-initial-letter: 3; initial-letter: 3;"));
  // What a reading system would set that knows neither must stand inside of @supports.
  for (std::size_t at = css.find("::first-letter"); at != std::string::npos;
       at = css.find("::first-letter", at + 1)) {
    const std::size_t line = css.rfind('\n', at) + 1;
    CHECK(css.substr(line, 9) == "@supports");
  }
}

TEST_CASE("an address in place of a picture is broken where it must be, without false hyphens") {
  const std::string css = make_stylesheet(reader_theme());
  CHECK(holds(rule(css, ".missing-picture a"), " hyphens: none;"));
  CHECK(holds(rule(css, ".missing-picture"), "overflow-wrap: anywhere"));
  CHECK(rule(css, ".flush") == " text-indent: 0; ");
}

TEST_CASE(
    "titles and indents give way where lines are short, after a value that all systems know") {
  Theme theme = reader_theme();
  style_of(theme, TextRole::Body).size = 10_pt;
  style_of(theme, TextRole::WorkTitle).size = 25_pt;
  style_of(theme, TextRole::Heading1).size = 14_pt;
  TextStyle& epigraph = style_of(theme, TextRole::Epigraph);
  epigraph.size = 10_pt;
  epigraph.left_indent = 40_pt;
  epigraph.right_indent = Length();
  const std::string css = make_stylesheet(theme);
  CHECK(holds(rule(css, "h1"), " font-size: 2.5em; font-size: clamp(1.4em, 12vw, 2.5em);"));
  CHECK_FALSE(holds(rule(css, "h2"), "clamp"));
  CHECK(holds(rule(css, ".epigraph"),
              " margin-left: 4em; margin-right: 0; margin-inline: min(4em, 16%) 0;"));
  // A turnover's indent and the line's narrow together, so that lines keep their steps.
  CHECK(holds(css, "padding-inline: min(2em, 8%) 0;"));
  CHECK(holds(rule(css, ".indent-1"), "padding-inline: min(3em, 12%) 0;"));
  // The numbers of a list need their room.
  CHECK_FALSE(holds(rule(css, "li"), "min("));
}

TEST_CASE("the publisher stands on the title page as the editors do") {
  Theme theme = reader_theme();
  style_of(theme, TextRole::BookEditors).align = TextAlign::Left;
  CHECK(holds(rule(make_stylesheet(theme), ".editors, .publisher"), "text-align: start;"));
}

// Kindle cuts what stands at negative places, Kobo warns of backgrounds, of space on the body and
// of rules for every div; neither fetches style sheets. Their guides are named in epub/shops.cpp.
TEST_CASE("the style sheets of all themes have nothing that shops drop or warn of") {
  const std::filesystem::path styles = std::filesystem::path(GARLAND_ROOT) / "styles";
  for (const std::string& name : installed_themes(styles)) {
    CAPTURE(name);
    Diagnostics diagnostics;
    const Result<Theme> theme = load_theme(name, styles, Value(), diagnostics);
    REQUIRE(theme);
    const std::string css = make_stylesheet(*theme);
    for (const std::string_view dropped : {"position:", "@import", "url(", "\ndiv",
                                           "margin-left: -", "margin-top: -", "!important"}) {
      CAPTURE(dropped);
      CHECK_FALSE(holds(css, dropped));
    }
    CHECK(holds(rule(css, "body"), " padding: 0;"));
    CHECK(holds(rule(css, "mark"), "background-color: transparent;"));  // not the browser's yellow
    CHECK(holds(rule(css, "img"), "background-color: #fff"));
    const std::size_t first = css.find("background");
    CHECK(css.find("background", first + 1) == css.rfind("background"));
  }
}

TEST_CASE("a face without a kind in its name has one all the same") {
  Theme theme = reader_theme();
  style_of(theme, TextRole::Body).family = "heros";
  const std::string css = make_stylesheet(
      theme, {{"heros", "TeX Gyre Heros", false, false, "fonts/tex-gyre-heros.otf", "sans"}});
  CHECK(rule(css, "body") == " font-family: \"TeX Gyre Heros\", sans-serif; ");
}

TEST_CASE("what is small inside of something small is no smaller") {
  Theme theme = reader_theme();
  for (TextStyle& style : theme.styles) style.size = theme.style(TextRole::Body).size;
  CHECK_FALSE(holds(make_stylesheet(theme), ".note figcaption"));
  for (const TextRole role : {TextRole::Caption, TextRole::Footnote}) {
    style_of(theme, role).size = theme.style(TextRole::Body).size.scaled(0.85);
  }
  CHECK(rule(make_stylesheet(theme),
             "figcaption figcaption, figcaption caption, caption figcaption, caption caption, "
             ".note figcaption, .note caption") == " font-size: 1em; ");
}

TEST_CASE("text is set in the faces that the book carries, before any of their kind") {
  Theme theme = reader_theme();
  style_of(theme, TextRole::Caption).family = "sans";
  const std::string css = make_stylesheet(
      theme, {{"serif", "Linux Libertine", false, false, "fonts/linux-libertine.otf"},
              {"serif", "Linux Libertine", true, true, "fonts/linux-libertine-bold-italic.otf"},
              {"sans", "Linux Biolinum", false, false, "fonts/linux-biolinum.otf", "sans"}});
  CHECK(holds(css,
              "@font-face { font-family: \"Linux Libertine\"; font-weight: bold; "
              "font-style: italic; src: url(\"fonts/linux-libertine-bold-italic.otf\"); }"));
  CHECK(rule(css, "body") == " font-family: \"Linux Libertine\", serif; ");
  CHECK(holds(rule(css, "figcaption, caption"), "font-family: \"Linux Biolinum\", sans-serif;"));
  CHECK(rule(css, "code, kbd, samp") == " font-family: monospace, monospace; ");
  CHECK_FALSE(holds(make_stylesheet(theme), "@font-face"));
  CHECK(holds(rule(make_stylesheet(theme), "figcaption, caption"), "font-family: sans-serif;"));
}
