#include "style/properties.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <type_traits>

#include "base/contains.h"

namespace garland {
namespace {

constexpr double kMaxPoints = 10000;
constexpr double kMostPercent = 5;  // of letters, beyond which they no longer look alike

using Text = TextStyle;
const std::array<Property<Text>, 18> kTextStyleProperties{{
    {"family", &Text::family, "serif", "serif, sans, mono, or a family of fonts.yaml"},
    {"size", &Text::size, "10.5pt", "of the type; em is the body's size"},
    {"leading", &Text::leading, "13.5pt",
     "from baseline to baseline; grows for articles in scripts of tall letters"},
    {"bold", &Text::bold, "false", "bold weight"},
    {"italic", &Text::italic, "false", "italic"},
    {"small_capitals", &Text::small_capitals, "false", "lower case as small capitals"},
    {"letterspaced", &Text::letterspaced, "false", "a little air between the letters"},
    {"uppercase", &Text::uppercase, "false", "all in capitals"},
    {"old_style_figures", &Text::old_style_figures, "true", "figures with descenders"},
    {"tabular_figures", &Text::tabular_figures, "false",
     "figures of one width, to stand in columns"},
    {"align", &Text::align, "justify", "how lines stand in the measure"},
    {"hyphenate", &Text::hyphenate, "true", "words may be divided"},
    {"first_indent", &Text::first_indent, "0",
     "first line of a paragraph after another; below 0 it hangs, as far out as left_indent",
     Property<Text>::Range::EitherSide},
    {"left_indent", &Text::left_indent, "0", "of the whole block"},
    {"right_indent", &Text::right_indent, "0", "of the whole block"},
    {"space_before", &Text::space_before, "0", "white above the block"},
    {"space_after", &Text::space_after, "0", "white below the block"},
    {"color", &Text::color, "#000000", "of the type"},
}};

using Page = PageGeometry;
const std::array<Property<Page>, 10> kPageProperties{{
    {"width", &Page::width, "6in", "of the paper"},
    {"height", &Page::height, "9in", "of the paper"},
    {"inner", &Page::inner, "54pt", "margin at the spine (left, on one-sided pages)"},
    {"outer", &Page::outer, "66pt", "margin at the fore edge"},
    {"top", &Page::top, "63pt", "margin above the text block"},
    {"bottom", &Page::bottom, "72pt", "margin below the text block"},
    {"max_measure", &Page::max_measure, "33em",
     "longest line on other papers; what remains goes to the margins"},
    {"columns", &Page::columns, "1", "of running text, side by side on a page; up to 4"},
    {"column_gap", &Page::column_gap, "18pt", "white between two columns"},
    {"two_sided", &Page::is_two_sided, "true", "left and right pages mirror each other"},
}};

const std::array<Property<Theme>, 22> kThemeProperties{{
    {"title", &Theme::title, "", "name of the theme, for people"},
    {"description", &Theme::description, "", "what the theme is for, in a sentence"},
    {"running_head_drop", &Theme::running_head_drop, "18pt",
     "from the text block's top up to the running head's baseline"},
    {"folio_drop", &Theme::folio_drop, "26pt",
     "from the text block's foot down to the folio's baseline"},
    {"works_open_recto", &Theme::works_open_recto, "false", "articles begin on right-hand pages"},
    {"half_title", &Theme::has_half_title, "false",
     "a leaf with the book's title alone stands before the title page"},
    {"running_heads", &Theme::has_running_heads, "true", "pages have running heads"},
    {"title_sinkage", &Theme::title_sinkage, "5lines",
     "white above an article's title; at most half the text block's height"},
    {"drop_capital", &Theme::drop_capital, "0",
     "lines that an article's first letter is high; 0 for a letter like all others"},
    {"small_capital_opening", &Theme::has_small_capital_opening, "false",
     "an article's first words are in small capitals"},
    {"expansion", &Theme::expansion, "0.9%",
     "by which letters of justified lines may be wider or narrower, and twice that on narrow "
     "measures, up to 2%; 0 for not at all"},
    {"tracking", &Theme::tracking, "1.1%",
     "of the type size, by which they may stand further apart or closer, and twice that on narrow "
     "measures, up to 2%; 0 for not at all"},
    {"hanging_punctuation", &Theme::has_hanging_punctuation, "true",
     "points and hyphens of justified lines stand a little out of the text block"},
    {"line_numbers", &Theme::line_numbers, "0",
     "every how many lines of a page, or of its left column, one has its number; 0 for none"},
    {"line_number_drop", &Theme::line_number_drop, "12pt",
     "from the text block's left edge to the right end of line numbers"},
    {"ornament", &Theme::ornament, "* * *", "what marks a break in the text"},
    {"note_rule_width", &Theme::note_rule_width, "0", "rule above footnotes; 0 for none"},
    {"rule_color", &Theme::rule_color, "#000000", "of rules"},
    {"accent", &Theme::accent, "#000000", "of the cover's ornaments and marks"},
    {"cover_background", &Theme::cover_background, "#26343f", "of a cover that is made"},
    {"cover_text", &Theme::cover_text, "#f6f1e7", "of a cover that is made"},
    {"embed_fonts", &Theme::embeds_fonts, "false",
     "the e-book carries the faces of its text, cut to its characters; readers may still choose"},
}};

// The white space of text, by its bit in RoleEntry::white.
constexpr std::array<std::string_view, 5> kWhite{"first_indent", "left_indent", "right_indent",
                                                 "space_before", "space_after"};
constexpr unsigned kNone = 0, kFirst = 1, kLeft = 2, kRight = 4, kBefore = 8, kAfter = 16;
constexpr unsigned kAround = kLeft | kRight | kBefore | kAfter;
constexpr unsigned kAll = kAround | kFirst;

using Role = TextRole;
const std::array<RoleEntry, static_cast<std::size_t>(Role::kCount)> kTextRoles{{
    {Role::Body, "body", Role::Body, "running text", kFirst | kBefore | kAfter},
    {Role::Lead, "lead", Role::Body, "first paragraph after an opening", kBefore | kAfter},
    {Role::Quote, "quote", Role::Body, "block quotation", kAll},
    {Role::QuoteAttribution, "quote_attribution", Role::Quote, "who is quoted", kAround},
    {Role::Verse, "verse", Role::Body, "lines of verse", kAround},
    {Role::CodeBlock, "code_block", Role::Body, "program text", kAround},
    {Role::Caption, "caption", Role::Body, "below a figure, above a table", kAll},
    {Role::Credit, "credit", Role::Caption, "whose picture it is", kAll},
    {Role::Footnote, "footnote", Role::Body, "note at the foot of the page", kFirst},
    {Role::TableCell, "table_cell", Role::Body, "cell of a table", kFirst},
    {Role::TableHead, "table_head", Role::TableCell, "header cell", kFirst},
    {Role::ListItem, "list_item", Role::Body, "item of a list", kAll},
    {Role::DefinitionTerm, "definition_term", Role::ListItem, "term that is defined", kAround},
    {Role::Callout, "callout", Role::Body, "text beside the run of the text", kAll},
    {Role::CalloutTitle, "callout_title", Role::Callout, "its title", kAround},
    {Role::Epigraph, "epigraph", Role::Quote, "quotation at the head of an article", kAll},
    {Role::Abstract, "abstract", Role::Quote, "summary at the head of an article", kAll},
    {Role::Reference, "reference", Role::Body, "entry of a reference list",
     kFirst | kLeft | kAfter},
    {Role::Attribution, "attribution", Role::Reference, "entry of the attributions",
     kLeft | kAfter},
    {Role::IndexEntry, "index_entry", Role::Reference, "entry of an index",
     kLeft | kBefore | kAfter},
    {Role::IndexLetter, "index_letter", Role::IndexEntry, "letter above entries of an index",
     kAround},
    {Role::Heading1, "heading1", Role::Body, "section of an article", kAround},
    {Role::Heading2, "heading2", Role::Heading1, "section below it", kAround},
    {Role::Heading3, "heading3", Role::Heading2, "section below it", kAround},
    {Role::Heading4, "heading4", Role::Heading3, "section below it", kAround},
    {Role::Heading5, "heading5", Role::Heading4, "section below it", kAround},
    {Role::Heading6, "heading6", Role::Heading5, "section below it", kAround},
    {Role::WorkTitle, "work_title", Role::Heading1, "title of an article", kAround},
    {Role::WorkSubtitle, "work_subtitle", Role::WorkTitle, "its subtitle", kAround},
    {Role::Byline, "byline", Role::Body, "who wrote it", kAround},
    {Role::SourceLine, "source_line", Role::Body, "where it first appeared", kAround},
    {Role::NotesHeading, "notes_heading", Role::Heading1, "heading of an article's references",
     kAround},
    {Role::BackMatterTitle, "back_matter_title", Role::WorkTitle, "heading of a list at the end",
     kAround},
    {Role::PartTitle, "part_title", Role::WorkTitle, "title of a part", kAround},
    {Role::HalfTitle, "half_title", Role::WorkTitle, "the book's title alone on a leaf", kAround},
    {Role::BookTitle, "book_title", Role::WorkTitle, "on the title page", kAround},
    {Role::BookSubtitle, "book_subtitle", Role::BookTitle, "on the title page", kAround},
    {Role::BookEditors, "book_editors", Role::Byline, "on the title page", kAround},
    {Role::Imprint, "imprint", Role::Body, "rights, edition, date", kAround},
    {Role::Colophon, "colophon", Role::Imprint, "how the book was made", kAround},
    {Role::ContentsTitle, "contents_title", Role::BackMatterTitle, "heading of the contents",
     kAround},
    {Role::ContentsPart, "contents_part", Role::Body, "a part in the contents",
     kLeft | kBefore | kAfter},
    {Role::ContentsEntry, "contents_entry", Role::Body, "an article in the contents",
     kLeft | kBefore | kAfter},
    {Role::ContentsAuthor, "contents_author", Role::ContentsEntry, "its authors", kNone},
    {Role::RunningHead, "running_head", Role::Body, "title at the head of the page", kNone},
    {Role::Folio, "folio", Role::Body, "page number", kNone},
    {Role::LineNumber, "line_number", Role::Folio, "number of a line, in the margin", kNone},
}};

// The number at the head of `text`, which keeps what follows it. Never looks at the locale.
std::optional<double> take_number(std::string_view& text) {
  double number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || !std::isfinite(number)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return number;
}

std::optional<double> points_of_unit(std::string_view unit, const LengthContext& context) {
  if (unit == "pt") return 1;
  if (unit == "mm") return 72.0 / 25.4;
  if (unit == "cm") return 72.0 / 2.54;
  if (unit == "in") return 72;
  if (unit == "em") return context.em.points();
  if (unit == "lines" || unit == "line") return context.line.points();
  return std::nullopt;
}

std::optional<Color> parse_color(std::string_view text) {
  std::uint32_t rgb = 0;
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  const auto [rest, error] = std::from_chars(text.data() + 1, text.data() + 7, rgb, 16);
  if (error != std::errc{} || rest != text.data() + 7) return std::nullopt;
  return Color{static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8 & 255),
               static_cast<std::uint8_t>(rgb & 255)};
}

std::optional<TextAlign> parse_align(std::string_view text) {
  if (text == "justify") return TextAlign::Justify;
  if (text == "left") return TextAlign::Left;
  if (text == "right") return TextAlign::Right;
  if (text == "center") return TextAlign::Center;
  return std::nullopt;
}

// One reader for each type a field may have.
std::optional<Length> read_as(std::string_view text, const LengthContext& context, Length*) {
  return parse_length(text, context);
}
std::optional<bool> read_as(std::string_view text, const LengthContext&, bool*) {
  return parse_flag(text);
}
std::optional<std::string> read_as(std::string_view text, const LengthContext&, std::string*) {
  return std::string(text);
}
std::optional<Color> read_as(std::string_view text, const LengthContext&, Color*) {
  return parse_color(text);
}
std::optional<Share> read_as(std::string_view text, const LengthContext&, Share*) {
  return parse_share(text);
}
std::optional<int> read_as(std::string_view text, const LengthContext&, int*) {
  return parse_count(text);
}
std::optional<TextAlign> read_as(std::string_view text, const LengthContext&, TextAlign*) {
  return parse_align(text);
}

}  // namespace

LengthContext context_of(const Theme& theme) {
  const TextStyle& body = theme.style(TextRole::Body);
  return {body.size, body.leading};
}

std::optional<Length> parse_length(std::string_view text, const LengthContext& context) {
  const auto number = take_number(text);
  if (!number) return std::nullopt;
  if (text.empty()) return *number == 0 ? std::optional(Length()) : std::nullopt;
  const auto unit = points_of_unit(text, context);
  if (!unit || std::abs(*number * *unit) > kMaxPoints) return std::nullopt;
  return Length::from_points(*number * *unit);
}

std::optional<Share> parse_share(std::string_view text) {
  const auto number = take_number(text);
  if (!number || *number < 0 || *number > kMostPercent) return std::nullopt;
  if (text != "%" && (!text.empty() || *number != 0)) return std::nullopt;
  return Share{static_cast<int>(std::lround(*number * 10))};
}

std::optional<int> parse_count(std::string_view text) {
  constexpr int kMost = 1000;
  int count = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  const bool is_whole = error == std::errc{} && rest == text.data() + text.size();
  return is_whole && count >= 0 && count <= kMost ? std::optional(count) : std::nullopt;
}

std::optional<bool> parse_flag(std::string_view text) {
  if (text == "true" || text == "yes" || text == "on") return true;
  if (text == "false" || text == "no" || text == "off") return false;
  return std::nullopt;
}

std::string named_value(const Value& value) {
  switch (value.kind) {
    case Value::Kind::List:
      return "a list";
    case Value::Kind::Map:
      return "a map";
    case Value::Kind::Null:
      return "empty";
    default:
      return fmt::format("\"{}\"", value.scalar);
  }
}

std::span<const Property<TextStyle>> text_style_properties() { return kTextStyleProperties; }
std::span<const Property<PageGeometry>> page_properties() { return kPageProperties; }
std::span<const Property<Theme>> theme_properties() { return kThemeProperties; }
std::span<const RoleEntry> text_roles() { return kTextRoles; }

bool is_white(std::string_view property) { return contains(kWhite, property); }

bool heeds(const RoleEntry& role, std::string_view property) {
  const auto found = std::find(kWhite.begin(), kWhite.end(), property);
  return found == kWhite.end() || (role.white >> (found - kWhite.begin()) & 1U) != 0;
}

// Whether a value of the property's type is one that it may have.
template <typename Owner, typename Kind>
bool is_in_range(const Property<Owner>& property, const Kind& value) {
  if constexpr (std::is_same_v<Kind, Length>) {
    return property.range == Property<Owner>::Range::EitherSide || value >= Length();
  }
  return true;
}

template <typename Owner>
bool set_property(Owner& owner, const Property<Owner>& property, std::string_view text,
                  const LengthContext& context) {
  return std::visit(
      [&](auto field) {
        auto& target = owner.*field;
        auto value = read_as(text, context, &target);
        if (!value || !is_in_range(property, *value)) return false;
        target = std::move(*value);
        return true;
      },
      property.field);
}

constexpr std::string_view kEitherSide = "a length such as 12pt, 5mm, 6in, 1.5em or 2lines";

template <typename Owner>
std::string_view expected(const Property<Owner>& property) {
  constexpr std::array<std::string_view, 7> kExpected{
      "a length such as 12pt, 5mm, 6in, 1.5em or 2lines, from 0 upwards",
      "true or false",
      "text",
      "a colour such as #26343f",
      "justify, left, right or center",
      "a share such as 2%, up to 5%",
      "a whole number"};
  if (property.range == Property<Owner>::Range::EitherSide) return kEitherSide;
  return kExpected.at(property.field.index());
}

template bool set_property(TextStyle&, const Property<TextStyle>&, std::string_view,
                           const LengthContext&);
template bool set_property(PageGeometry&, const Property<PageGeometry>&, std::string_view,
                           const LengthContext&);
template bool set_property(Theme&, const Property<Theme>&, std::string_view, const LengthContext&);
template std::string_view expected(const Property<TextStyle>&);
template std::string_view expected(const Property<PageGeometry>&);
template std::string_view expected(const Property<Theme>&);

void report_strangers(std::string_view what, const Value& map,
                      const std::vector<std::string_view>& known, Diagnostics& diagnostics) {
  if (!map.is_map() && !map.is_null()) {
    diagnostics.warning(
        "bad-property", map.range,
        fmt::format("{} stands where each {} has a line", named_value(map), what),
        fmt::format("write \"{}: …\", indented, in a line of its own", known.front()));
  }
  for (const auto& [name, value] : map.map) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string_view nearest = nearest_spelling(name, known);
    const std::string help = nearest.empty()
                                 ? fmt::format("known ones are {}", fmt::join(known, ", "))
                                 : fmt::format("did you mean \"{}\"?", nearest);
    diagnostics.warning("unknown-property", value.key_place(),
                        fmt::format("unknown {} \"{}\"", what, name), help);
  }
}

}  // namespace garland
