// The e-book's style sheet. Space at the side of a line's beginning is declared twice: by left and
// right for reading systems of old, then, as `margin-inline` and `padding-inline` of both sides, by
// the direction of the text, which overrules the first where it is known.
//
// Sizes and white space are the theme's, in em, so that they follow the
// size the reader chose; colours, the body's size and its alignment are left to the reading system
// and its day, sepia and night. Where large type meets a small screen, titles and indents give way,
// and what cannot be broken scrolls: no page is wider than the screen. The functions of CSS Values
// 4 that say so follow a plain value, for reading systems that do not know them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <vector>

#include "style/stylesheet_bones.h"
#include "style/theme.h"

namespace garland {
namespace {

// Which elements show a kind of text. In the order of the style sheet: later rules win.
struct RoleRule {
  enum class Kind {
    Plain,    // sets itself off from the body where the theme does
    Heading,  // overrules the reading system's own headings
    Hanging   // the first line stands out by the left indent
  };
  TextRole role;
  std::string_view selector;
  Kind kind = Kind::Plain;
  TextRole around = TextRole::Body;  // the kind of text that the element stands in
};

using Kind = RoleRule::Kind;
constexpr std::array kRoleRules = std::to_array<RoleRule>({
    {TextRole::WorkTitle, "h1", Kind::Heading},
    {TextRole::Heading1, "h2", Kind::Heading},
    {TextRole::Heading2, "h3", Kind::Heading},
    {TextRole::Heading3, "h4", Kind::Heading},
    {TextRole::Heading4, "h5", Kind::Heading},
    {TextRole::Heading5, "h6", Kind::Heading},
    {TextRole::WorkSubtitle, ".subtitle", Kind::Heading},
    {TextRole::Byline, ".byline", Kind::Heading},
    {TextRole::SourceLine, ".source", Kind::Heading},
    {TextRole::NotesHeading, "h2.notes-heading", Kind::Heading},
    {TextRole::Quote, "blockquote"},
    {TextRole::QuoteAttribution, ".quotation-source"},
    {TextRole::Verse, ".verse"},
    {TextRole::CodeBlock, "pre"},
    {TextRole::Caption, "figcaption, caption"},
    {TextRole::Credit, ".credit", Kind::Plain, TextRole::Caption},
    {TextRole::Footnote, ".note"},
    {TextRole::TableCell, "table"},
    {TextRole::TableHead, "th", Kind::Plain, TextRole::TableCell},
    {TextRole::DefinitionTerm, "dt"},
    {TextRole::Callout, ".callout"},
    {TextRole::CalloutTitle, ".callout-title", Kind::Plain, TextRole::Callout},
    {TextRole::Epigraph, ".epigraph"},
    {TextRole::Abstract, ".abstract"},
    {TextRole::Reference, ".references > p, .references > li, .references > ul > li > p",
     Kind::Hanging},
    {TextRole::Attribution, ".attributions > li", Kind::Hanging},
    {TextRole::IndexEntry, ".index-entries > li", Kind::Hanging},
    {TextRole::IndexLetter, ".index-letter", Kind::Heading},
    {TextRole::PartTitle, ".part h1", Kind::Heading},
    {TextRole::BookTitle, ".title-page h1", Kind::Heading},
    {TextRole::BookSubtitle, ".title-page .subtitle", Kind::Heading},
    {TextRole::BookEditors, ".editors, .publisher", Kind::Heading},
    {TextRole::Imprint, ".imprint p"},
    {TextRole::BackMatterTitle, ".back-matter h1", Kind::Heading},
    {TextRole::ContentsTitle, ".contents h1", Kind::Heading},
    {TextRole::ContentsPart, ".part-entry > a"},
});

// Print goes smaller; on a screen this is the least that reads well, of whatever size was chosen.
constexpr double kSmallestSize = 0.8;

double ratio(Length length, Length unit) {
  return unit.units() == 0
             ? 0
             : static_cast<double>(length.units()) / static_cast<double>(unit.units());
}

// "1.25em", with no more digits than can be seen.
std::string em(double value) { return value == 0 ? "0" : fmt::format("{:.3g}em", value); }

std::string_view align_value(TextAlign align) {
  switch (align) {
    case TextAlign::Right:
      return "end";
    case TextAlign::Center:
      return "center";
    case TextAlign::Left:
      return "start";
    case TextAlign::Justify:
      break;
  }
  return {};
}

// A text as a CSS string (CSS Syntax 3, 4.3.5).
std::string css_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c == '\n' ? ' ' : c;
  }
  return quoted + "\"";
}

std::string_view generic_family(const std::string& kind) {
  // Twice: browsers take the word alone as a wish for smaller type.
  if (kind == "mono") return "monospace, monospace";
  return kind == "sans" ? "sans-serif" : "serif";
}

// The value of font-family: the typeface where the book carries it, and its kind.
std::string family_value(const std::string& family, const std::vector<EmbeddedFace>& faces) {
  const auto face = std::find_if(faces.begin(), faces.end(),
                                 [&](const EmbeddedFace& one) { return one.family == family; });
  if (face == faces.end()) return std::string(generic_family(family));
  return fmt::format("{}, {}", css_string(face->name), generic_family(face->kind));
}

// What space at the sides does where lines are short.
enum class Side {
  Stays,   // something stands in it, such as the number of an item
  Narrows  // from kFewEms on, so that words stay whole
};
constexpr double kFewEms = 25;

std::string side_space(double value, Side side) {
  if (value == 0 || side == Side::Stays) return em(value);
  return fmt::format("min({}, {:.3g}%)", em(value), value * 100 / kFewEms);
}

// " margin-left: 1em; margin-right: 0; margin-inline: 1em 0;".
std::string side_rules(std::string_view property, double start, double end, Side side) {
  return fmt::format(" {0}-left: {1}; {0}-right: {2}; {0}-inline: {3} {4};", property, em(start),
                     em(end), side_space(start, side), side_space(end, side));
}

// Sizes above this are display type.
constexpr double kDisplaySize = 1.4;

// " font-size: 1.9em;". Display type is so large that a long word may not fit on a small screen:
// there it shrinks with the width, though not to the size of the text.
std::string size_rules(double size) {
  std::string css = fmt::format(" font-size: {};", em(size));
  if (size > kDisplaySize) css += fmt::format(" font-size: clamp(1.4em, 12vw, {});", em(size));
  return css;
}

// One rule: what the style says differently from the text around it.
class RuleWriter {
 public:
  RuleWriter(const Theme& theme, const RoleRule& rule, const std::vector<EmbeddedFace>& faces)
      : style_(theme.style(rule.role)),
        around_(theme.style(rule.around)),
        kind_(rule.kind),
        faces_(faces) {
    write_type();
    write_space();
    if (!text_.empty()) text_ = fmt::format("{} {{{} }}\n", rule.selector, text_);
  }

  std::string take() { return std::move(text_); }

 private:
  void declare(std::string_view property, std::string_view value) {
    fmt::format_to(std::back_inserter(text_), " {}: {};", property, value);
  }

  // Declares a property of two values where it differs from what is around, in headings always.
  void declare_switch(std::string_view property, bool value, bool value_around, std::string_view on,
                      std::string_view off) {
    if (kind_ == Kind::Heading || value != value_around) declare(property, value ? on : off);
  }

  void write_type() {
    if (style_.family != around_.family)
      declare("font-family", family_value(style_.family, faces_));
    const double size = std::max(ratio(style_.size, around_.size), kSmallestSize);
    if (kind_ == Kind::Heading || style_.size != around_.size) text_ += size_rules(size);
    if (kind_ == Kind::Heading) {
      declare("line-height", fmt::format("{:.3g}", ratio(style_.leading, style_.size)));
    }
    declare_switch("font-weight", style_.bold, around_.bold, "bold", "normal");
    declare_switch("font-style", style_.italic, around_.italic, "italic", "normal");
    if (style_.small_capitals) declare("font-variant", "small-caps");
    if (style_.tabular_figures != around_.tabular_figures) {
      declare("font-variant-numeric", style_.tabular_figures ? "tabular-nums" : "normal");
    }
    if (style_.letterspaced) declare("letter-spacing", "0.05em");
    if (style_.uppercase) declare("text-transform", "uppercase");
    const std::string_view align = align_value(style_.align);
    if (!align.empty()) declare("text-align", align);
  }

  void write_space() {
    const double before = ratio(style_.space_before, style_.size);
    const double after = ratio(style_.space_after, style_.size);
    double left = ratio(style_.left_indent, style_.size);
    const double right = ratio(style_.right_indent, style_.size);
    if (kind_ == Kind::Heading || before != 0) declare("margin-top", em(before));
    if (kind_ == Kind::Heading || after != 0) declare("margin-bottom", em(after));
    if (kind_ == Kind::Hanging && left != 0) {
      text_ += side_rules("padding", left, 0, Side::Stays);
      declare("text-indent", em(-left));
      left = 0;
    }
    if (left != 0 || right != 0) text_ += side_rules("margin", left, right, Side::Narrows);
    if (kind_ == Kind::Heading) declare("text-indent", "0");
  }

  const TextStyle& style_;
  const TextStyle& around_;
  Kind kind_;
  const std::vector<EmbeddedFace>& faces_;
  std::string text_;
};

// The selectors of these roles that are set smaller than the text.
std::vector<std::string_view> small_selectors(const Theme& theme, std::span<const TextRole> roles) {
  std::vector<std::string_view> selectors;
  for (const RoleRule& rule : kRoleRules) {
    const bool is_small = theme.style(rule.role).size < theme.style(TextRole::Body).size;
    if (!is_small || std::find(roles.begin(), roles.end(), rule.role) == roles.end()) continue;
    for (std::string_view rest = rule.selector; !rest.empty();) {
      const std::size_t end = std::min(rest.find(", "), rest.size());
      selectors.push_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 2, rest.size()));
    }
  }
  return selectors;
}

// What is smaller than the text is so once, not again inside of another: sizes would multiply. Pair
// by pair, for not every checker of style sheets reads lists in brackets.
std::string nesting_rules(const Theme& theme) {
  using enum TextRole;
  constexpr std::array kInside{Quote, QuoteAttribution, CodeBlock, Caption, TableCell, Callout};
  constexpr std::array kAround{Quote, Caption, Footnote, TableCell, Callout, Epigraph, Abstract};
  std::string selector;
  for (const std::string_view around : small_selectors(theme, kAround)) {
    for (const std::string_view inside : small_selectors(theme, kInside)) {
      selector += fmt::format("{}{} {}", selector.empty() ? "" : ", ", around, inside);
    }
  }
  return selector.empty() ? selector : selector + " { font-size: 1em; }\n";
}

// The faces that the book carries (CSS Fonts 4, 4.1), and what is set in them that no role is.
std::string face_rules(const Theme& theme, const std::vector<EmbeddedFace>& faces) {
  std::string css;
  for (const EmbeddedFace& face : faces) {
    fmt::format_to(
        std::back_inserter(css),
        "@font-face {{ font-family: {}; font-weight: {}; font-style: {}; src: url({}); }}\n",
        css_string(face.name), face.is_bold ? "bold" : "normal",
        face.is_italic ? "italic" : "normal", css_string(face.file_name));
  }
  if (faces.empty()) return css;
  fmt::format_to(std::back_inserter(css), "body {{ font-family: {}; }}\n",
                 family_value(theme.style(TextRole::Body).family, faces));
  fmt::format_to(std::back_inserter(css), "code, kbd, samp {{ font-family: {}; }}\n",
                 family_value(theme.style(TextRole::CodeBlock).family, faces));
  return css;
}

// What the theme decides about running text and lists.
std::string body_rules(const Theme& theme) {
  const TextStyle& body = theme.style(TextRole::Body);
  const TextStyle& item = theme.style(TextRole::ListItem);
  std::string next = fmt::format("text-indent: {};", em(ratio(body.first_indent, body.size)));
  const Length white = std::max(body.space_before, body.space_after);
  if (white > Length()) next += fmt::format(" margin-top: {};", em(ratio(white, body.size)));
  std::string css = fmt::format("p + p {{ {} }}\n", next);
  if (!body.hyphenate) {
    css += "p, li, dt, dd, td { hyphens: manual; -webkit-hyphens: manual; }\n";
  }
  const double indent = ratio(item.left_indent, item.size);
  fmt::format_to(std::back_inserter(css), "li {{{} }}\n",
                 side_rules("margin", indent, 0, Side::Stays));
  return css;
}

// How the paragraph opens that a work begins with: class `opens`, and `capital` where its first
// letter may stand large. A reading system that knows initial-letter (CSS Inline Layout 3) sets the
// letter to the lines exactly; others that know @supports let it float; the rest show a plain one.
std::string opening_rules(const Theme& theme) {
  std::string css = ".opens { text-indent: 0; }\n";
  if (theme.has_small_capital_opening) {
    css += ".opens::first-line { font-variant: small-caps; }\n";
    css += ".opens code { font-variant: normal; }\n";
  }
  if (theme.drop_capital < 2) return css;
  constexpr double kCapitalHeight = 0.65;  // em, as most faces for text have it
  const TextStyle& body = theme.style(TextRole::Body);
  const double line = ratio(body.leading, body.size);
  const double size = ((theme.drop_capital - 1) * line + kCapitalHeight) / kCapitalHeight;
  // No condition holds another in brackets: not every checker of style sheets reads that.
  fmt::format_to(
      std::back_inserter(css),
      "@supports (float: left) {{ .capital::first-letter {{ float: left; font-size: {0}; "
      "line-height: {1:.3g}; padding-inline-end: 0.04em; }} }}\n"
      "@supports (initial-letter: 2) or (-webkit-initial-letter: 2) {{ "
      ".capital::first-letter {{ float: none; font-size: 1em; line-height: inherit; "
      "padding-inline-end: 0; -webkit-initial-letter: {2}; initial-letter: {2}; "
      "margin-inline-end: 0.25em; }} }}\n",
      em(size), theme.drop_capital * line / size, theme.drop_capital);
  return css;
}

// The indents of verse that the content documents name: line indent-1 to indent-8. Each holds the
// 2em by which a line's turnover stands in, which narrow with it.
std::string verse_indents() {
  std::string css;
  for (int step = 1; step <= 8; ++step) {
    fmt::format_to(std::back_inserter(css), ".indent-{} {{{} }}\n", step,
                   side_rules("padding", 2 + step, 0, Side::Narrows));
  }
  return css;
}

}  // namespace

std::string make_stylesheet(const Theme& theme, const std::vector<EmbeddedFace>& faces) {
  std::string css = body_rules(theme);
  css += kBones;
  css += face_rules(theme, faces);
  css += verse_indents();
  css += opening_rules(theme);
  fmt::format_to(std::back_inserter(css), "hr::before {{ content: {}; white-space: pre; }}\n",
                 css_string(theme.ornament));
  for (const RoleRule& rule : kRoleRules) css += RuleWriter(theme, rule, faces).take();
  css += nesting_rules(theme);
  return css;
}

}  // namespace garland
