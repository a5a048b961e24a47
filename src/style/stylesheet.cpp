// The e-book's style sheet. Space at the side of a line's beginning is declared twice: by left and
// right for reading systems of old, then, as `margin-inline` and `padding-inline` of both sides, by
// the direction of the text, which overrules the first where it is known.
//
// Sizes and white space are the theme's, in em, so that they follow the
// size the reader chose; colours, the body's size and its alignment are left to the reading system
// and its day, sepia and night.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

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
    {TextRole::BookEditors, ".editors", Kind::Heading},
    {TextRole::Imprint, ".imprint p"},
    {TextRole::BackMatterTitle, ".back-matter h1", Kind::Heading},
    {TextRole::ContentsTitle, ".contents h1", Kind::Heading},
    {TextRole::ContentsPart, ".part-entry > a"},
});

// What no theme decides: the bones of every page.
constexpr std::string_view kBones = R"(
:root { color-scheme: light dark; }
body { margin: 0 5%; padding: 0; hyphens: auto; -webkit-hyphens: auto; overflow-wrap: break-word; }
p { margin: 0; orphans: 2; widows: 2; }
h1, h2, h3, h4, h5, h6 { break-after: avoid; page-break-after: avoid; break-inside: avoid; }
h1, h2, h3, h4, h5, h6, .subtitle, .byline, .source, code, pre, th { hyphens: none; -webkit-hyphens: none; }
a { color: inherit; text-decoration-thickness: from-font; text-underline-offset: 0.15em; }
.small-capitals { font-variant: small-caps; letter-spacing: 0.03em; }
sup, sub { line-height: 0; font-size: 0.75em; }
q { quotes: auto; }
hr { border: 0; color: inherit; height: auto; margin: 1.2em 0; text-align: center; break-after: avoid; }
.opening { margin: 2em 0; }
.opening > * { text-indent: 0; }

ul, ol { margin: 0.6em 0; padding: 0; }
li > ul, li > ol, .tight { margin: 0.3em 0; }
li > p { text-indent: 0; }
.loose > li { margin-top: 0.5em; margin-bottom: 0.5em; }
li > p + p { margin-top: 0.4em; text-indent: 0; }
.tasks { list-style: none; }
.tasks .task-box + p, .tasks .task-box ~ p:first-of-type { display: inline; }
dl { margin: 0.6em 0; }
dd { margin: 0 0 0.5em 1.5em; margin-inline: 1.5em 0; }

.quotation { margin: 0; }
.quotation blockquote { margin-bottom: 0.3em; }
.quotation-source::before { content: "— "; }
blockquote, pre, .verse, figure, .table-frame, .callout { margin-top: 0.9em; margin-bottom: 0.9em; }
blockquote, figure, .verse { margin-left: 0; margin-right: 0; }
.stanza { text-indent: 0; break-inside: avoid; }
.stanza + .stanza { margin-top: 0.8em; text-indent: 0; }
.line { display: block; padding-left: 2em; padding-inline: 2em 0; text-indent: -2em; }
.line-end { display: none; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; text-indent: 0; }
code { font-family: monospace, monospace; font-size: 0.9em; }
pre code { font-size: 1em; }
.display-math { margin: 0.9em 0; text-align: center; text-indent: 0; }

figure { break-inside: avoid; page-break-inside: avoid; }
.picture { text-align: center; }
img { max-width: 100%; height: auto; background-color: #fff; }
figcaption, caption { margin-top: 0.4em; }
figcaption p, caption p { text-indent: 0; }
.flush { text-indent: 0; }
.missing-picture { font-style: italic; overflow-wrap: anywhere; }
.missing-picture a { hyphens: none; -webkit-hyphens: none; word-break: break-all; }
.picture > .missing-picture { display: block; border: 1px dashed; padding: 0.8em; text-align: start; }
.table-frame { overflow-x: auto; }
table { border-collapse: collapse; border-top: 1px solid; border-bottom: 1px solid; }
caption { text-align: start; padding-bottom: 0.4em; }
thead { border-bottom: 1px solid; }
th { font-weight: normal; }
td p, th p { text-indent: 0; }
td, th { padding: 0.25em 0.45em; vertical-align: top; text-align: start; }
.left { text-align: left; }
.center { text-align: center; }
.right { text-align: right; }
.callout { border-inline-start: 2px solid; padding: 0.2em 0 0.2em 1em; padding-inline: 1em 0; }
.callout > p { text-indent: 0; }
.dedication { margin: 2em 0; text-align: center; font-style: italic; }
.author-note { margin-top: 1.5em; font-style: italic; }

.note-mark { font-size: 0.7em; font-style: normal; font-variant: normal; vertical-align: super; line-height: 0; text-decoration: none; padding: 0 0.1em; }
.notes { margin-top: 2.5em; border-top: 1px solid; }
.note { margin: 0.5em 0; }
.note > p { text-indent: 0; }
.note-number { text-decoration: none; font-weight: bold; padding-inline-end: 0.2em; }
.references, .references > ul, .attributions { list-style: none; padding: 0; }
.references > li, .references > p, .references > ul > li, .attributions > li { margin: 0.3em 0; overflow-wrap: anywhere; }
.references > ul > li > p + p { text-indent: 0; }
.index-groups, .index-entries, .index-works { list-style: none; margin: 0; padding: 0; }
.index-entries > li { margin: 0.2em 0; }
.index-works > li { margin: 0; text-indent: 0; }
.index-works { margin-bottom: 0.4em; }
.pictures { margin: 0.2em 0 0 1.5em; margin-inline: 1.5em 0; }
.pictures > li { text-indent: 0; }
.attributions .pictures > li { font-size: 1em; }
.imprint .colophon { margin-top: 2em; font-style: italic; }
p.colophon { text-indent: 0; }
.back-matter .colophon { margin-bottom: 0.6em; }
.cited-in { font-size: 0.9em; }

.contents, .back-matter { padding-top: 2em; }
.cover { margin: 0; text-align: center; }
.cover img { max-height: 100vh; object-fit: contain; }
.title-page section { padding-top: 18vh; text-align: center; }
.title-page p { text-indent: 0; }
.title-page .publisher { margin-top: 5em; }
.part section { padding-top: 25vh; }
.imprint section { padding-top: 2em; }
.imprint p { text-indent: 0; margin-bottom: 0.6em; hyphens: none; -webkit-hyphens: none; }
.imprint .title { font-style: italic; }
.contents ol { list-style: none; padding: 0; margin: 0; }
.contents li { margin: 0.55em 0; }
.contents ol ol { margin-left: 1.3em; margin-inline: 1.3em 0; }
.contents a { text-decoration: none; }
.contents a[data-byline]::after { content: "\A" attr(data-byline); white-space: pre-wrap; font-style: italic; font-size: 0.9em; }
.contents nav > ol > .part-entry { margin-top: 1.4em; }
.contents li li li { font-size: 0.93em; margin: 0.3em 0; }
)";

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

std::string_view generic_family(const std::string& family) {
  // Twice: browsers take the word alone as a wish for smaller type.
  if (family == "mono") return "monospace, monospace";
  return family == "sans" ? "sans-serif" : "serif";
}

// Space at the sides: " margin-left: 1em; margin-right: 0; margin-inline: 1em 0;".
std::string side_rules(std::string_view property, double start, double end) {
  return fmt::format(" {0}-left: {1}; {0}-right: {2}; {0}-inline: {1} {2};", property, em(start),
                     em(end));
}

// One rule: what the style says differently from the text around it.
class RuleWriter {
 public:
  RuleWriter(const Theme& theme, const RoleRule& rule)
      : style_(theme.style(rule.role)), around_(theme.style(rule.around)), kind_(rule.kind) {
    write_type();
    write_space();
    if (!text_.empty()) text_ = fmt::format("{} {{{} }}\n", rule.selector, text_);
  }

  std::string take() { return std::move(text_); }

 private:
  void declare(std::string_view property, std::string_view value) {
    fmt::format_to(std::back_inserter(text_), " {}: {};", property, value);
  }

  // `start` and `end` of the line, in em.
  void declare_sides(std::string_view property, double start, double end) {
    text_ += side_rules(property, start, end);
  }

  // Declares a property of two values where it differs from what is around, in headings always.
  void declare_switch(std::string_view property, bool value, bool value_around, std::string_view on,
                      std::string_view off) {
    if (kind_ == Kind::Heading || value != value_around) declare(property, value ? on : off);
  }

  void write_type() {
    if (style_.family != around_.family) declare("font-family", generic_family(style_.family));
    const double size = std::max(ratio(style_.size, around_.size), kSmallestSize);
    if (kind_ == Kind::Heading || style_.size != around_.size) declare("font-size", em(size));
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
      declare_sides("padding", left, 0);
      declare("text-indent", em(-left));
      left = 0;
    }
    if (left != 0 || right != 0) declare_sides("margin", left, right);
    if (kind_ == Kind::Heading) declare("text-indent", "0");
  }

  const TextStyle& style_;
  const TextStyle& around_;
  Kind kind_;
  std::string text_;
};

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
  fmt::format_to(std::back_inserter(css), "li {{{} }}\n", side_rules("margin", indent, 0));
  return css;
}

// How the paragraph opens that a work begins with: class `opens`, and `capital` where its first
// letter may stand large. A reading system that knows initial-letter (CSS Inline Layout 3) sets the
// letter to the lines exactly; others that know @supports let it float; the rest show a plain one.
std::string opening_rules(const Theme& theme) {
  std::string css = ".opens { text-indent: 0; }\n";
  if (theme.has_small_capital_opening) css += ".opens::first-line { font-variant: small-caps; }\n";
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
      "margin-inline-end: 0.1em; }} }}\n",
      em(size), theme.drop_capital * line / size, theme.drop_capital);
  return css;
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

// The indents of verse that the content documents name: line indent-1 to indent-8.
std::string verse_indents() {
  std::string css;
  for (int step = 1; step <= 8; ++step) {
    fmt::format_to(std::back_inserter(css), ".indent-{} {{{} }}\n", step,
                   side_rules("padding", 2 + step, 0));
  }
  return css;
}

}  // namespace

std::string make_stylesheet(const Theme& theme) {
  std::string css = body_rules(theme);
  css += kBones;
  css += verse_indents();
  css += opening_rules(theme);
  fmt::format_to(std::back_inserter(css), "hr::before {{ content: {}; white-space: pre; }}\n",
                 css_string(theme.ornament));
  for (const RoleRule& rule : kRoleRules) css += RuleWriter(theme, rule).take();
  return css;
}

}  // namespace garland
