#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/unicode.h"
#include "document/web_address.h"
#include "readers/markup/attributes.h"
#include "readers/markup/markup_reader.h"
#include "readers/markup/mathml.h"
#include "readers/markup/picture_width.h"

namespace garland {
namespace {

constexpr int kMaxInlineDepth = 16;

void append_text(std::string&& text, SourceRange range, Inlines& out) {
  if (text.empty()) return;
  Text* last = out.empty() ? nullptr : out.back().as<Text>();
  if (last == nullptr) {
    out.push_back({Text{std::move(text)}, {}, range});
    return;
  }
  const bool is_double = last->text.back() == ' ' && text.front() == ' ';
  last->text.append(text, is_double ? 1 : 0);
  if (range.end_line >= out.back().range.end_line) {
    out.back().range.end_line = range.end_line;
    out.back().range.end_column = range.end_column;
  }
}

void append_soft_break(SourceRange range, Inlines& out) {
  if (!out.empty() && is_line_break(out.back())) return;
  if (Text* last = out.empty() ? nullptr : out.back().as<Text>()) {
    while (!last->text.empty() && last->text.back() == ' ') last->text.pop_back();
    if (last->text.empty()) out.pop_back();
  }
  out.push_back({SoftBreak{}, {}, range});
}

// Where words with one space between them end that begin at `at`.
std::size_t end_of_words(std::string_view text, std::size_t at) {
  static constexpr ByteSet kSpaces(" \t\n\r\f");
  for (;; ++at) {
    at = kSpaces.first_in(text, at);
    const bool is_lone = at + 1 < text.size() && text[at] == ' ' && !is_ascii_space(text[at + 1]);
    if (!is_lone) return at;
  }
}

// White space runs become one space, those with a line end a soft break.
void append_characters(const Markup& node, Inlines& out) {
  const std::string_view source = node.text;
  std::string pending;
  for (std::size_t at = 0; at < source.size();) {
    if (!is_ascii_space(source[at])) {
      const std::size_t end = end_of_words(source, at);
      pending.append(source.substr(at, end - at));
      at = end;
      continue;
    }
    bool has_line_end = false;
    for (; at < source.size() && is_ascii_space(source[at]); ++at) {
      has_line_end = has_line_end || source[at] == '\n';
    }
    if (has_line_end) {
      append_text(std::exchange(pending, {}), node.range, out);
      append_soft_break(node.range, out);
    } else if (!pending.empty() || out.empty() || !is_line_break(out.back())) {
      pending += ' ';
    }
  }
  append_text(std::move(pending), node.range, out);
}

// Whether the text ends with a Han character or kana.
bool ends_east_asian(std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = character_begin(text, text.size() - 1);
  const std::string_view script = script_of(next_code_point(text, at));
  return script == "Hani" || script == "Hira" || script == "Kana";
}

bool has_class(const Markup& node, std::string_view name) {
  const std::string padded = fmt::format(" {} ", node.attribute("class"));
  return padded.find(fmt::format(" {} ", name)) != std::string::npos;
}

// Of a language or a direction no more than names one, or shows in a message what names none: all
// blocks inside the element have a copy.
std::string head_of(const std::string& value) {
  constexpr std::size_t kLongest = 100;
  return value.substr(0, character_begin(value, kLongest));
}

}  // namespace

void tidy_inlines(Inlines& inlines) {
  const auto is_space = [](const Inline& node) {
    const auto* text = node.as<Text>();
    return is_line_break(node) || (text != nullptr && trim(text->text).empty());
  };
  while (!inlines.empty() && is_space(inlines.back())) inlines.pop_back();
  inlines.erase(inlines.begin(), std::find_if_not(inlines.begin(), inlines.end(), is_space));
  if (inlines.empty()) return;
  if (Text* first = inlines.front().as<Text>()) {
    first->text.erase(0, std::min(first->text.find_first_not_of(' '), first->text.size()));
  }
  if (Text* last = inlines.back().as<Text>()) {
    last->text.erase(last->text.find_last_not_of(' ') + 1);
  }
}

// What becomes of each element among words, by its name; sorted.
struct MarkupReader::InlineRules {
  static constexpr auto kAll = std::to_array<std::pair<std::string_view, InlineRule>>({
      {"a", &MarkupReader::link},
      {"abbr", &MarkupReader::abbreviation},
      {"audio", &MarkupReader::media},
      {"b", &MarkupReader::wrap<Strong>},
      {"bdo", &MarkupReader::named_span},
      {"br", &MarkupReader::line_break},
      {"button", &MarkupReader::left_out},
      {"canvas", &MarkupReader::left_out},
      {"cite", &MarkupReader::wrap<Emphasis>},
      {"code", &MarkupReader::code},
      {"del", &MarkupReader::wrap<Strike>},
      {"dfn", &MarkupReader::wrap<Emphasis>},
      {"em", &MarkupReader::wrap<Emphasis>},
      {"embed", &MarkupReader::media},
      {"i", &MarkupReader::wrap<Emphasis>},
      {"iframe", &MarkupReader::media},
      {"img", &MarkupReader::image},
      {"input", &MarkupReader::input},
      {"ins", &MarkupReader::wrap<Underline>},
      {"kbd", &MarkupReader::code},
      {"link", &MarkupReader::nothing},
      {"mark", &MarkupReader::named_span},
      {"math", &MarkupReader::math},
      {"meta", &MarkupReader::nothing},
      {"object", &MarkupReader::media},
      {"q", &MarkupReader::wrap<Quotation>},
      {"rp", &MarkupReader::nothing},
      {"rt", &MarkupReader::ruby_text},
      {"ruby", &MarkupReader::ruby},
      {"s", &MarkupReader::wrap<Strike>},
      {"samp", &MarkupReader::code},
      {"script", &MarkupReader::left_out},
      {"select", &MarkupReader::left_out},
      {"small", &MarkupReader::named_span},
      {"source", &MarkupReader::nothing},
      {"span", &MarkupReader::span},
      {"strike", &MarkupReader::wrap<Strike>},
      {"strong", &MarkupReader::wrap<Strong>},
      {"style", &MarkupReader::left_out},
      {"sub", &MarkupReader::wrap<Subscript>},
      {"sup", &MarkupReader::wrap<Superscript>},
      {"svg", &MarkupReader::drawing},
      {"template", &MarkupReader::left_out},
      {"textarea", &MarkupReader::left_out},
      {"title", &MarkupReader::left_out},
      {"tt", &MarkupReader::code},
      {"u", &MarkupReader::wrap<Underline>},
      {"var", &MarkupReader::wrap<Emphasis>},
      {"video", &MarkupReader::media},
      {"wbr", &MarkupReader::nothing},
      {"x-citation", &MarkupReader::citation},
      {"x-dropped", &MarkupReader::dropped_words},
      {"x-inline-note", &MarkupReader::note_in_place},
      {"x-math", &MarkupReader::math},
      {"x-note-mark", &MarkupReader::note_mark},
  });
};

MarkupReader::InlineRule MarkupReader::inline_rule(std::string_view name) {
  constexpr const auto& kAll = InlineRules::kAll;
  const auto found = std::lower_bound(
      kAll.begin(), kAll.end(), name,
      [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  return found != kAll.end() && found->first == name ? found->second : nullptr;
}

Inlines MarkupReader::read_inlines(const MarkupList& nodes) {
  Inlines out;
  inlines(nodes, out, 0);
  tidy_inlines(out);
  return out;
}

void MarkupReader::inlines(const MarkupList& nodes, Inlines& out, int depth) {
  for (const Markup& node : nodes) inline_node(node, out, depth);
}

void MarkupReader::inline_node(const Markup& node, Inlines& out, int depth) {
  switch (node.kind) {
    case Markup::Kind::Text:
    case Markup::Kind::RawHtml:
      return append_characters(node, out);
    case Markup::Kind::SoftBreak:
      return append_soft_break(node.range, out);
    case Markup::Kind::Element:
      break;
  }
  report_unknown_attributes(node);
  if (const InlineRule rule_of = inline_rule(node.name)) return (this->*rule_of)(node, out, depth);
  // Blocks where only words may stand: a space keeps their words apart.
  if (is_block_element(node.name) && !out.empty()) append_text(" ", node.range, out);
  inlines(node.children, out, depth);
}

void MarkupReader::report_unknown_attributes(const Markup& node) {
  drop(std::string(node.attribute(kUnknownAttributes)), "an attribute that no book can show",
       node.range);
}

Attributes MarkupReader::attributes_of(const Markup& node) const {
  Attributes attributes;
  for (const auto& [key, value] : node.attributes) {
    if (key == "id" || (key == "name" && node.is("a"))) attributes.id = value;
    if (key == "lang" || key == "xml:lang") attributes.language = head_of(value);
    if (key == "dir") attributes.pairs.emplace_back(key, head_of(value));
    if (key == "width" || key == "height") attributes.pairs.emplace_back(key, value);
    if (key.starts_with("data-") && options_.keep_divisions) {
      attributes.pairs.emplace_back(key.substr(5), value);
    }
    if (key != "class" || !options_.keep_divisions) continue;
    for (std::size_t at = 0; at < value.size();) {
      const std::size_t end = std::min(value.find_first_of(" \t\n", at), value.size());
      if (end > at) attributes.classes.push_back(value.substr(at, end - at));
      at = end + 1;
    }
  }
  return attributes;
}

bool MarkupReader::is_too_deep(const Markup& node, int depth) {
  if (depth < kMaxInlineDepth) return false;
  if (!std::exchange(has_reported_depth_, true)) {
    diagnostics_.warning(
        "nested-too-deep", node.range,
        fmt::format("words are marked in more than {} ways at once", kMaxInlineDepth),
        "the words are kept, without the deeper marks");
  }
  return true;
}

template <typename T>
void MarkupReader::wrap(const Markup& node, Inlines& out, int depth) {
  if (is_too_deep(node, depth)) return inlines(node.children, out, depth);
  T made;
  inlines(node.children, made.inlines, depth + 1);
  if (made.inlines.empty()) return;
  out.push_back({std::move(made), attributes_of(node), node.range});
}

void MarkupReader::span(const Markup& node, Inlines& out, int depth) {
  const bool is_small = has_class(node, "smallcaps") || has_class(node, "small-caps") ||
                        node.attribute("style").find("small-caps") != std::string_view::npos;
  if (is_small) return wrap<SmallCapitals>(node, out, depth);
  if (attributes_of(node).empty() || is_too_deep(node, depth)) {
    return inlines(node.children, out, depth);
  }
  Span made;
  inlines(node.children, made.inlines, depth + 1);
  out.push_back({std::move(made), attributes_of(node), node.range});
}

// <mark>, <small>, <abbr>: a span of that class.
void MarkupReader::named_span(const Markup& node, Inlines& out, int depth) {
  if (is_too_deep(node, depth)) return inlines(node.children, out, depth);
  Span made;
  inlines(node.children, made.inlines, depth + 1);
  if (made.inlines.empty()) return;
  Attributes attributes = attributes_of(node);
  attributes.classes.push_back(node.name);
  if (!node.attribute("title").empty()) {
    attributes.pairs.emplace_back("title", std::string(node.attribute("title")));
  }
  out.push_back({std::move(made), std::move(attributes), node.range});
}

void MarkupReader::link(const Markup& node, Inlines& out, int depth) {
  const std::string_view address = node.attribute("href");
  const bool is_unsafe = address_kind(address) == AddressKind::Program;
  if (is_unsafe) {
    diagnostics_.warning("unsafe-link", node.range,
                         "a link that would run a script lost its address",
                         "link to a page instead, or write plain words");
  }
  if (!node.has_attribute("href") || is_unsafe || is_in_link_) return span(node, out, depth);
  is_in_link_ = true;
  Link made;
  inlines(node.children, made.inlines, depth + 1);
  is_in_link_ = false;
  made.target.url = trim(address);
  made.title = node.attribute("title");
  // A saved page has links that show an icon by style alone.
  if (made.inlines.empty() && !options_.keep_divisions) return span(node, out, depth);
  out.push_back({std::move(made), attributes_of(node), node.range});
}

void MarkupReader::image(const Markup& node, Inlines& out, int /*depth*/) {
  Image made;
  made.target = address_of(node);
  made.title = node.attribute("title");
  made.alternative = collapse_spaces(node.attribute("alt"));
  made.width = picture_width(node);
  const bool is_pixel = node.attribute("width") == "1" && node.attribute("height") == "1";
  if (is_pixel || (made.target.empty() && made.alternative.empty())) return;
  Attributes attributes = attributes_of(node);
  std::erase_if(attributes.pairs, [](const auto& pair) { return pair.first == "width"; });
  out.push_back({std::move(made), std::move(attributes), node.range});
}

void MarkupReader::code(const Markup& node, Inlines& out, int /*depth*/) {
  Code made;
  made.text = text_of(node);
  std::replace(made.text.begin(), made.text.end(), '\n', ' ');
  if (made.text.empty()) return;
  Attributes attributes = attributes_of(node);
  if (!node.is("code")) attributes.classes.push_back(node.name);
  out.push_back({std::move(made), std::move(attributes), node.range});
}

void MarkupReader::line_break(const Markup& node, Inlines& out, int /*depth*/) {
  if (!out.empty() && out.back().as<SoftBreak>()) out.pop_back();
  if (Text* last = out.empty() ? nullptr : out.back().as<Text>()) {
    while (!last->text.empty() && last->text.back() == ' ') last->text.pop_back();
    if (last->text.empty()) out.pop_back();
  }
  out.push_back({LineBreak{}, {}, node.range});
}

// "$…$" or MathML.
void MarkupReader::math(const Markup& node, Inlines& out, int depth) {
  Math made;
  made.tex = node.is("x-math") ? text_of(node) : tex_of_mathml(node);
  if (made.tex.empty()) return inlines(node.children, out, depth);
  const bool is_display = node.has_attribute("display") && node.attribute("display") != "inline";
  made.kind = is_display ? Math::Kind::Display : Math::Kind::Inline;
  out.push_back({std::move(made), attributes_of(node), node.range});
}

void MarkupReader::note_mark(const Markup& node, Inlines& out, int /*depth*/) {
  out.push_back({NoteReference{std::string(node.attribute("label"))}, {}, node.range});
}

void MarkupReader::note_in_place(const Markup& node, Inlines& out, int /*depth*/) {
  Note made;
  do {
    made.label = fmt::format("in-place-{}", ++notes_in_place_);
  } while (options_.marked_notes.count(made.label) != 0);
  made.range = node.range;
  Inlines words = read_inlines(node.children);
  if (words.empty()) return;
  made.blocks.push_back({Paragraph{std::move(words)}, {}, node.range});
  out.push_back({NoteReference{made.label}, {}, node.range});
  document_.notes.push_back(std::move(made));
}

void MarkupReader::citation(const Markup& node, Inlines& out, int depth) {
  Citation made;
  made.form = node.attribute("form") == "narrative" ? Citation::Form::Narrative
                                                    : Citation::Form::Parenthetical;
  std::string_view rest = node.attribute("items");
  const auto take = [&rest](char separator) {
    const std::size_t end = std::min(rest.find(separator), rest.size());
    std::string field(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return field;
  };
  while (!rest.empty()) {
    CitationItem item;
    item.key = take('\t');
    item.prefix = take('\t');
    item.locator = take('\t');
    item.suppress_author = take('\n') == "1";
    made.items.push_back(std::move(item));
  }
  inlines(node.children, made.rendered, depth + 1);
  out.push_back({std::move(made), {}, node.range});
}

// The reading of a ruby annotation, after the characters it is for: in the brackets that the page
// has for programs that cannot set it small, or in those of the script.
void MarkupReader::ruby(const Markup& node, Inlines& out, int depth) {
  const bool has_brackets =
      std::any_of(node.children.begin(), node.children.end(),
                  [](const Markup& child) { return child.is("rp") && !child.children.empty(); });
  for (const Markup& child : node.children) {
    if (has_brackets && (child.is("rp") || child.is("rt"))) {
      inlines(child.children, out, depth + 1);
    } else {
      inline_node(child, out, depth + 1);
    }
  }
}

void MarkupReader::ruby_text(const Markup& node, Inlines& out, int depth) {
  Inlines words;
  inlines(node.children, words, depth + 1);
  if (words.empty()) return;
  const Text* base = out.empty() ? nullptr : out.back().as<Text>();
  const bool is_east_asian = base != nullptr && ends_east_asian(base->text);
  append_text(is_east_asian ? "（" : " (", node.range, out);
  for (Inline& word : words) {
    if (Text* text = word.as<Text>()) {
      append_text(std::move(text->text), word.range, out);
    } else {
      out.push_back(std::move(word));
    }
  }
  append_text(is_east_asian ? "）" : ")", node.range, out);
}

// Only a browser shows what an abbreviation stands for; said once for each.
void MarkupReader::abbreviation(const Markup& node, Inlines& out, int depth) {
  const std::string meaning = collapse_spaces(node.attribute("title"));
  std::string words = collapse_spaces(text_of(node)) + ": " + meaning;
  if (!meaning.empty() && seen_abbreviations_.insert(words).second) {
    drop(std::move(words), "what an abbreviation stands for, which only browsers show", node.range);
  }
  named_span(node, out, depth);
}

}  // namespace garland
