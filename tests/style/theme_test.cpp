#include "style/theme.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <string>

#include "style/properties.h"
#include "support/temporary_folder.h"

namespace garland {
namespace {

const std::filesystem::path kStyles = std::filesystem::path(GARLAND_ROOT) / "styles";

Value settings(std::string_view yaml) {
  const auto value = parse_yaml(yaml);
  REQUIRE(value.ok());
  return *value;
}

Theme theme_of(std::string_view name, std::string_view overrides, Diagnostics& diagnostics) {
  auto theme = load_theme(name, kStyles, settings(overrides), diagnostics);
  REQUIRE(theme.ok());
  return *theme;
}

Theme reader(std::string_view overrides, Diagnostics& diagnostics) {
  return theme_of("reader", overrides, diagnostics);
}

std::string messages(const Diagnostics& diagnostics) {
  std::string all;
  for (const Diagnostic& item : diagnostics.items()) all += format_diagnostic(item);
  return all;
}

// A theme file of one's own, in a folder that goes away with it.
class ThemeFile {
 public:
  explicit ThemeFile(std::string_view yaml) { folder_.write("theme.yaml", yaml); }
  std::string path() const { return (folder_.path() / "theme.yaml").string(); }

 private:
  TemporaryFolder folder_;
};

Theme theme_of_file(std::string_view yaml, Diagnostics& diagnostics) {
  const ThemeFile file(yaml);
  auto theme = load_theme(file.path(), kStyles, Value::make_map(), diagnostics);
  REQUIRE(theme.ok());
  return *theme;
}

TEST_CASE("the roles stand in the order of the enumeration") {
  std::size_t index = 0;
  for (const RoleEntry& entry : text_roles()) {
    CHECK(static_cast<std::size_t>(entry.role) == index);
    CHECK(static_cast<std::size_t>(entry.parent) <= index);
    ++index;
  }
}

TEST_CASE("the theme that comes with the program is read without a complaint") {
  Diagnostics diagnostics;
  const Theme theme = reader("{}", diagnostics);
  CHECK(messages(diagnostics) == "");
  CHECK(theme.page.width == 432_pt);
  CHECK(theme.style(TextRole::Quote).size < theme.style(TextRole::Body).size);
  CHECK(theme.style(TextRole::Heading3).bold);
  CHECK_FALSE(theme.style(TextRole::Heading4).bold);
}

TEST_CASE("short texts full of addresses are set ragged, so that no white is stretched") {
  Diagnostics diagnostics;
  const Theme theme = reader("{}", diagnostics);
  for (const TextRole role : {TextRole::Reference, TextRole::Attribution, TextRole::Imprint,
                              TextRole::Caption, TextRole::Credit}) {
    CAPTURE(static_cast<int>(role));
    CHECK(theme.style(role).align == TextAlign::Left);
  }
}

TEST_CASE("every theme is read without a complaint, and its block holds whole lines on any paper") {
  for (const std::string& name : installed_themes(kStyles)) {
    for (const char* paper : {"", "6x9", "a4", "a5", "letter", "148mm x 210mm"}) {
      CAPTURE(name);
      CAPTURE(paper);
      Diagnostics diagnostics;
      const std::string overrides = *paper == 0 ? "{}" : std::string("{paper: ") + paper + "}";
      const Theme theme = theme_of(name, overrides, diagnostics);
      CHECK(messages(diagnostics) == "");
      const Length leading = theme.style(TextRole::Body).leading;
      CHECK(theme.text_height().units() % leading.units() == 0);
      CHECK(theme.measure() <= theme.page.max_measure);
      CHECK(theme.measure() > 140_pt);
    }
  }
}

TEST_CASE("a larger body takes headings, indents and leading with it") {
  Diagnostics diagnostics;
  const Theme plain = reader("{}", diagnostics);
  const Theme large = reader("{size: 21pt, paper: a4}", diagnostics);
  for (const TextRole role : {TextRole::Body, TextRole::WorkTitle, TextRole::Footnote}) {
    CHECK(large.style(role).size == plain.style(role).size * 2);
    CHECK(large.style(role).leading == plain.style(role).leading * 2);
  }
  CHECK(large.style(TextRole::Body).first_indent == plain.style(TextRole::Body).first_indent * 2);
}

TEST_CASE("running head and folio stay on the paper whatever the margins") {
  for (const std::string& name : installed_themes(kStyles)) {
    for (const char* settings : {"{paper: 3in x 3in}", "{paper: a5, margins: {top: 4mm}}",
                                 "{paper: a4, margins: 8mm}", "{margins: {bottom: 3mm}}"}) {
      CAPTURE(name);
      CAPTURE(settings);
      Diagnostics diagnostics;
      const Theme theme = theme_of(name, settings, diagnostics);
      const TextStyle& head = theme.style(TextRole::RunningHead);
      if (theme.has_running_heads) {
        CHECK(theme.page.top - theme.running_head_drop >= head.size);
        CHECK(theme.running_head_drop >= head.leading / 2);
      }
      CHECK(theme.folio_drop < theme.page.bottom);
    }
  }
}

TEST_CASE("what stands in narrow margins comes nearer to the text, off the rim of printers") {
  Diagnostics diagnostics;
  const Theme theme =
      reader("{line_numbers: 5, margins: {inner: 12mm, outer: 12mm, top: 12mm, bottom: 12mm}}",
             diagnostics);
  CHECK(messages(diagnostics) == "");
  const Length head = theme.style(TextRole::RunningHead).size;
  REQUIRE(theme.has_running_heads);
  CHECK(theme.page.top - theme.running_head_drop - head.scaled(0.75) >= 5_mm);
  CHECK(theme.page.bottom - theme.folio_drop >= 5_mm);
  const Length number = theme.style(TextRole::LineNumber).size.scaled(0.55) * 3;
  CHECK(theme.page.outer - theme.line_number_drop - number >= 5_mm);
}

TEST_CASE("what is printed too near to the page's edge is reported where the margins stand") {
  const auto told = [](std::string_view settings) {
    Diagnostics diagnostics;
    reader(settings, diagnostics);
    std::string lines;
    for (const Diagnostic& item : diagnostics.items()) {
      lines += fmt::format("{} {}:{} {}\n", item.code, item.range.begin_line,
                           item.range.begin_column, item.message);
    }
    return lines;
  };
  CHECK(told("{margins: 3mm}") ==
        "no-room 1:11 the margins have no room for running heads\n"
        "near-edge 1:11 less than 5 mm from the page's edge, where few printers print: the text, "
        "folios\n");
  CHECK(told("sides: two\nline_numbers: 5\nmargins: 3mm\n").find("numbers of lines") !=
        std::string::npos);
  CHECK(told("{columns: 4}") == "no-room 1:11 the page has room for 1 of the 4 columns\n");
}

TEST_CASE("what is wrong with a theme's own pages is reported at their line of its file") {
  const ThemeFile file("text:\n  body: {size: 9pt}\npage: {top: 2mm, columns: 4}\n");
  Diagnostics diagnostics;
  const auto theme = load_theme(file.path(), kStyles, Value::make_map(), diagnostics);
  REQUIRE(theme.ok());
  REQUIRE(diagnostics.items().size() == 3);
  for (const Diagnostic& item : diagnostics.items()) {
    CAPTURE(item.message);
    CHECK(file.path().ends_with(item.file));
    CHECK(item.range.begin_line == 3);
    CHECK(item.range.begin_column == 1);
  }
}

TEST_CASE("a line's number stands on its page however far the theme would have it") {
  const ThemeFile file("line_numbers: 5\nline_number_drop: 300mm\n");
  Diagnostics diagnostics;
  const auto theme = load_theme(file.path(), kStyles, Value::make_map(), diagnostics);
  REQUIRE(theme.ok());
  CHECK(theme->line_number_drop < theme->page.outer);
  CHECK(theme->line_number_drop < theme->page.inner);
}

TEST_CASE("one-sided pages have equal margins") {
  Diagnostics diagnostics;
  const Theme theme = reader("{sides: one}", diagnostics);
  CHECK_FALSE(theme.page.is_two_sided);
  CHECK(theme.page.inner == theme.page.outer);
}

TEST_CASE("columns share the text block, and those that would be too narrow are given up") {
  Diagnostics diagnostics;
  const Theme two = reader("{paper: a4, columns: 2, line_numbers: 10}", diagnostics);
  CHECK(messages(diagnostics) == "");
  CHECK(two.page.columns == 2);
  CHECK(two.line_numbers == 10);
  CHECK(two.measure() * 2 + two.page.column_gap <= two.text_width());
  CHECK(two.measure() <= two.page.max_measure);
  Diagnostics told;
  const Theme narrow = reader("{columns: 4}", told);
  REQUIRE(told.items().size() == 1);
  CHECK(told.items()[0].code == "no-room");
  CHECK(narrow.page.columns == 1);
  for (const char* columns : {"0", "900"}) {
    CAPTURE(columns);
    const ThemeFile file(std::string("page: {columns: ") + columns + "}\n");
    Diagnostics of_file;
    const auto theme = load_theme(file.path(), kStyles, Value::make_map(), of_file);
    REQUIRE(theme.ok());
    CHECK(messages(of_file) != "");
    CHECK(theme->page.columns == 1);
    CHECK(theme->measure() > 180_pt);
  }
}

TEST_CASE("margins without room cost the margins alone, whatever the columns") {
  const ThemeFile file("page: {columns: 0}\n");
  for (const char* settings : {"{margins: 300mm}", "{margins: 300mm, columns: 2, paper: a4}"}) {
    CAPTURE(settings);
    Diagnostics diagnostics;
    const auto theme = load_theme(file.path(), kStyles, *parse_yaml(settings), diagnostics);
    REQUIRE(theme.ok());
    CHECK(theme->measure() > 100_pt);
    const bool is_a4 = std::string_view(settings).find("a4") != std::string_view::npos;
    CHECK((theme->page.width == 210_mm) == is_a4);
    CHECK(theme->page.columns == (is_a4 ? 2 : 1));
  }
}

TEST_CASE("a setting that cannot be followed is reported and the design stands") {
  struct Row {
    const char* settings;
    const char* code;
  };
  const Row rows[] = {
      {"{papper: a4}", "unknown-property"},   {"{paper: a99}", "bad-setting"},
      {"{sides: three}", "bad-setting"},      {"{size: 400pt}", "bad-setting"},
      {"{margins: wide}", "bad-setting"},     {"{margins: {gutter: 1in}}", "unknown-property"},
      {"{columns: two}", "bad-setting"},      {"{columns: 5}", "bad-setting"},
      {"{line_numbers: all}", "bad-setting"}, {"{looseness: 2}", "bad-setting"},
      {"{margins: 4in}", "no-room"},          {"{margins: [1in, 2in]}", "bad-setting"}};
  Diagnostics none;
  const Theme plain = reader("{}", none);
  for (const Row& row : rows) {
    CAPTURE(row.settings);
    Diagnostics diagnostics;
    const Theme theme = reader(row.settings, diagnostics);
    REQUIRE(diagnostics.items().size() >= 1);
    CHECK(diagnostics.items()[0].code == row.code);
    CHECK_FALSE(diagnostics.items()[0].help.empty());
    CHECK(theme.measure() == plain.measure());
  }
}

TEST_CASE("a setting is reported once, by what stands there") {
  struct Row {
    const char* settings;
    const char* message;
  };
  const Row rows[] = {{"{margins: wide}", "pdf: margins is \"wide\""},
                      {"{margins: {top: wide}}", "pdf: margins: top is \"wide\""},
                      {"{margins: [1in, 2in]}", "pdf: margins is a list"},
                      {"{bleed: {all: 3mm}}", "pdf: bleed is a map"},
                      {"{cover: maybe}", "pdf: cover is \"maybe\""},
                      {"{colors: []}", "pdf: colors is a list"}};
  for (const Row& row : rows) {
    CAPTURE(row.settings);
    Diagnostics diagnostics;
    reader(row.settings, diagnostics);
    REQUIRE(diagnostics.items().size() == 1);
    CHECK(diagnostics.items()[0].message == row.message);
  }
}

TEST_CASE("a theme's word where its properties should stand is reported") {
  for (const char* text :
       {"page: a5\n", "text: large\n", "text: {body: 12pt}\n", "text: {body: {size: [1, 2]}}\n"}) {
    CAPTURE(text);
    const ThemeFile file(text);
    Diagnostics diagnostics;
    const auto theme = load_theme(file.path(), kStyles, Value::make_map(), diagnostics);
    REQUIRE(theme.ok());
    REQUIRE(diagnostics.items().size() == 1);
    CHECK(diagnostics.items()[0].code == "bad-property");
  }
}

TEST_CASE("a value that would take words off the page is reported, and the default stands") {
  struct Row {
    const char* yaml;
    const char* message;
  };
  const Row rows[] = {{"page: {inner: -200pt}", "inner is \"-200pt\", which it cannot be"},
                      {"title_sinkage: -1lines", "title_sinkage is \"-1lines\""},
                      {"folio_drop: -90pt", "folio_drop is \"-90pt\""},
                      {"expansion: 100%", "expansion is \"100%\""},
                      {"tracking: 6%", "tracking is \"6%\""},
                      {"text: {quote: {left_indent: -1em}}", "left_indent is \"-1em\""},
                      {"text: {quote: {space_after: -9lines}}", "space_after is \"-9lines\""}};
  Diagnostics none;
  const std::string plain = make_stylesheet(theme_of_file("{}", none));
  for (const Row& row : rows) {
    CAPTURE(row.yaml);
    Diagnostics diagnostics;
    const Theme theme = theme_of_file(row.yaml, diagnostics);
    REQUIRE(diagnostics.items().size() == 1);
    CHECK(diagnostics.items()[0].code == "bad-property");
    CHECK(diagnostics.items()[0].message.find(row.message) == 0);
    CHECK(diagnostics.items()[0].help.find("write a ") == 0);
    CHECK(make_stylesheet(theme) == plain);
    CHECK(theme.page.inner == 54_pt);
    CHECK(theme.title_sinkage == 67.5_pt);
    CHECK(theme.folio_drop == 26_pt);
    CHECK(theme.letter_fit().expansion == Share{9});
    CHECK(theme.letter_fit().tracking == Share{11});
  }
}

TEST_CASE("a first line may hang out as far as its text is indented, and stands in its column") {
  struct Row {
    const char* quote;
    Length indent;
    bool is_fine;
  };
  const Row rows[] = {
      {"{size: 10pt, left_indent: 20pt, first_indent: -20pt}", Length() - 20_pt, true},
      {"{size: 10pt, left_indent: 20pt, first_indent: -21pt}", Length() - 20_pt, false},
      {"{size: 10pt, first_indent: -2000pt}", Length(), false},
      {"{size: 10pt, left_indent: 2000pt, first_indent: -2000pt}", Length() - 50_pt, false},
      {"{size: 10pt, first_indent: 50pt}", 50_pt, true},
      {"{size: 10pt, first_indent: 51pt}", 50_pt, false}};
  for (const Row& row : rows) {
    CAPTURE(row.quote);
    Diagnostics diagnostics;
    const Theme theme = theme_of_file(std::string("text: {quote: ") + row.quote + "}", diagnostics);
    CHECK(theme.style(TextRole::Quote).first_indent == row.indent);
    CHECK(diagnostics.items().empty() == row.is_fine);
  }
}

TEST_CASE("a title begins in the upper half of its page, whatever the theme and the paper") {
  for (const char* paper : {"{}", "{paper: 3in x 3in}", "{paper: a5, size: 20pt}"}) {
    CAPTURE(paper);
    const ThemeFile file("title_sinkage: 2000pt");
    Diagnostics diagnostics;
    const auto theme = load_theme(file.path(), kStyles, settings(paper), diagnostics);
    REQUIRE(theme.ok());
    CHECK(theme->title_sinkage == theme->text_height() / 2);
  }
}

TEST_CASE("a bad setting of the packet is reported at its own line and column") {
  Diagnostics diagnostics;
  reader("sides: two\npaper: a17\n", diagnostics);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].range.begin_line == 2);
  CHECK(diagnostics.items()[0].range.begin_column == 8);
}

TEST_CASE("a misspelt property of a theme is reported with the nearest one and its line") {
  const ThemeFile file("title: Mine\ntext:\n  body: {sise: 11pt}\n  bodi: {size: 11pt}\n");
  Diagnostics diagnostics;
  const auto theme = load_theme(file.path(), kStyles, Value::make_map(), diagnostics);
  REQUIRE(theme.ok());
  const std::string said = messages(diagnostics);
  CHECK(said.find("did you mean \"size\"") != std::string::npos);
  CHECK(said.find("did you mean \"body\"") != std::string::npos);
  CHECK(said.find(":3:") != std::string::npos);
}

TEST_CASE("white space that a kind of text does not heed is reported and not taken") {
  Diagnostics diagnostics;
  const Theme theme = theme_of_file(
      "text:\n  footnote: {first_indent: 9pt, space_after: 7pt}\n  running_head: {left_indent: "
      "7pt}\n"
      "  list_item: {space_after: 7pt, right_indent: 7pt}\n",
      diagnostics);
  REQUIRE(diagnostics.items().size() == 2);
  CHECK(diagnostics.items()[0].code == "unused-property");
  CHECK(diagnostics.items()[0].message == "space_after changes nothing in footnote");
  CHECK(diagnostics.items()[0].range.begin_line == 2);
  CHECK(diagnostics.items()[1].message == "left_indent changes nothing in running_head");
  CHECK(theme.style(TextRole::Footnote).first_indent == 9_pt);
  CHECK(theme.style(TextRole::Footnote).space_after == Length());
  CHECK(theme.style(TextRole::RunningHead).left_indent == Length());
  CHECK(theme.style(TextRole::ListItem).right_indent == 7_pt);
}

TEST_CASE("the reference names the white space that each kind of text heeds") {
  const std::string reference = theme_reference();
  const auto line_of = [&](const std::string& name) {
    const std::size_t begin = reference.find("\n  " + name + ": {}") + 1;
    return reference.substr(begin, reference.find('\n', begin) - begin);
  };
  CHECK(line_of("folio").ends_with("page number; from body"));
  CHECK(line_of("footnote").ends_with("from body; first_indent"));
  CHECK(line_of("quote").ends_with(
      "; first_indent, left_indent, right_indent, space_before, space_after"));
  CHECK(reference.find("\n    left_indent: ") == std::string::npos);
}

TEST_CASE("a theme that says nothing is set plainly") {
  const ThemeFile file("title: Plain\n");
  Diagnostics diagnostics;
  const auto theme = load_theme(file.path(), kStyles, Value::make_map(), diagnostics);
  REQUIRE(theme.ok());
  CHECK(theme->style(TextRole::WorkTitle).size == theme->style(TextRole::Body).size);
  CHECK(theme->measure() > 0_pt);
}

TEST_CASE("lines in the body's own style are the body's leading, wherever it stands in the map") {
  const ThemeFile file("text: {body: {space_after: 0.5lines, leading: 26pt, size: 18pt}}");
  Diagnostics diagnostics;
  const auto theme = load_theme(file.path(), kStyles, Value::make_map(), diagnostics);
  REQUIRE(theme.ok());
  CHECK(theme->style(TextRole::Body).space_after == 13_pt);
}

TEST_CASE("the reference of themes is a theme that says nothing") {
  const ThemeFile file(theme_reference());
  Diagnostics diagnostics;
  const auto theme = load_theme(file.path(), kStyles, Value::make_map(), diagnostics);
  REQUIRE(theme.ok());
  CHECK(messages(diagnostics) == "");
  const ThemeFile silent("{}");
  const auto plain = load_theme(silent.path(), kStyles, Value::make_map(), diagnostics);
  REQUIRE(plain.ok());
  CHECK(make_stylesheet(*theme) == make_stylesheet(*plain));
  CHECK(theme->expansion == plain->expansion);
  CHECK(theme->page.max_measure == plain->page.max_measure);
}

TEST_CASE("every property and kind of text is in the reference, with words on what it is for") {
  const std::string reference = theme_reference();
  const auto has = [&](std::string_view name, std::string_view help) {
    CAPTURE(name);
    CHECK(reference.find(std::string(name) + ": ") != std::string::npos);
    CHECK(reference.find(help) != std::string::npos);
    CHECK_FALSE(help.empty());
  };
  for (const auto& property : theme_properties()) has(property.name, property.help);
  for (const auto& property : page_properties()) has(property.name, property.help);
  for (const auto& property : text_style_properties()) has(property.name, property.help);
  for (const RoleEntry& entry : text_roles()) {
    if (entry.role != entry.parent) has(entry.name, entry.help);
  }
}

TEST_CASE("an unknown theme is an error that names those there are") {
  Diagnostics diagnostics;
  const auto theme = load_theme("no-such-theme", kStyles, Value::make_map(), diagnostics);
  REQUIRE_FALSE(theme.ok());
  CHECK(theme.error().help.find("reader") != std::string::npos);
  CHECK(theme.error().help.find("./") != std::string::npos);
}

TEST_CASE("a theme that cannot be used is an error") {
  for (const std::string_view yaml :
       {"body: [", "page: {width: 1mm, height: 1mm}",
        "page: {width: 100mm, height: 100mm, inner: 90mm, outer: 90mm}",
        "text: {body: {size: 900pt}}"}) {
    CAPTURE(yaml);
    const ThemeFile file(yaml);
    Diagnostics diagnostics;
    const auto theme = load_theme(file.path(), kStyles, Value::make_map(), diagnostics);
    REQUIRE_FALSE(theme.ok());
    CHECK(theme.error().message.find("the theme") != std::string::npos);
    CHECK(theme.error().message.find(".yaml:1:") != std::string::npos);
    CHECK(theme.error().message.find(file.path()) == std::string::npos);
    CHECK_FALSE(theme.error().help.empty());
  }
}

}  // namespace
}  // namespace garland
