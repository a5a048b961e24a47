#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/contains.h"
#include "base/unicode.h"
#include "readers/markup/markup_reader.h"

namespace garland {
namespace {

// With the inlines inside, a tree stays within kMaxNesting.
constexpr int kMaxBlockDepth = kMaxNesting - 24;

// Beside links, what tells around whole paragraphs that they are struck out or new. Bold and
// italics around them are mostly ones that were never ended.
constexpr auto kAroundBlocks = std::to_array<std::string_view>({"del", "ins", "s", "strike"});

SourceRange range_of(const MarkupList& nodes) {
  SourceRange range;
  for (const Markup& node : nodes) {
    if (!node.range.is_known()) continue;
    if (!range.is_known()) range = node.range;
    range.end_line = std::max(range.end_line, node.range.end_line);
    if (range.end_line == node.range.end_line) range.end_column = node.range.end_column;
  }
  return range;
}

// The text of preformatted lines: breaks are line ends.
void append_lines(const Markup& node, std::string& text) {
  if (node.is_text()) text += node.text;
  if (node.is_line_break()) text += '\n';
  for (const Markup& child : node.children) {
    // Some pages make an element of each line.
    const bool is_line = child.is("div") || child.is("li") || child.is("p") || child.is("tr");
    append_lines(child, text);
    if (is_line && !text.empty() && text.back() != '\n') text += '\n';
  }
}

std::string language_of(const Markup& node) {
  for (const Markup* place : {&node, node.children.empty() ? &node : &node.children.front()}) {
    std::string_view classes = place->attribute("class");
    for (const std::string_view prefix : {"language-", "lang-", "highlight-source-"}) {
      const std::size_t at = classes.find(prefix);
      if (at == std::string_view::npos) continue;
      classes.remove_prefix(at + prefix.size());
      return std::string(classes.substr(0, classes.find(' ')));
    }
  }
  return {};
}

const Math* lone_display_math(const Inlines& inlines) {
  const Math* math = inlines.size() == 1 ? inlines.front().as<Math>() : nullptr;
  return math != nullptr && math->kind == Math::Kind::Display ? math : nullptr;
}

bool says_language(const Markup& node) {
  return node.has_attribute("lang") || node.has_attribute("xml:lang") || node.has_attribute("dir");
}

bool is_direction(const std::pair<std::string, std::string>& pair) { return pair.first == "dir"; }

// The same element with other children. A copy of the node would take those that it has along: too
// many, where one is made for each of them.
Markup around(const Markup& node, MarkupList children) {
  Markup made = Markup::element(node.name, node.range);
  made.attributes = node.attributes;
  made.children = std::move(children);
  return made;
}

}  // namespace

MarkupReader::MarkupReader(Document& document, Diagnostics& diagnostics, MarkupOptions options)
    : document_(document), diagnostics_(diagnostics), options_(std::move(options)) {}

MarkupReader::BlockRule MarkupReader::block_rule(std::string_view name) {
  static const auto kRules = std::to_array<std::pair<std::string_view, BlockRule>>({
      {"aside", &MarkupReader::callout},
      {"blockquote", &MarkupReader::quotation},
      {"center", &MarkupReader::division},
      {"details", &MarkupReader::details},
      {"dir", &MarkupReader::list},
      {"div", &MarkupReader::division},
      {"dl", &MarkupReader::definition_list},
      {"figure", &MarkupReader::figure},
      {"h1", &MarkupReader::heading},
      {"h2", &MarkupReader::heading},
      {"h3", &MarkupReader::heading},
      {"h4", &MarkupReader::heading},
      {"h5", &MarkupReader::heading},
      {"h6", &MarkupReader::heading},
      {"hr", &MarkupReader::rule},
      {"listing", &MarkupReader::code_block},
      {"menu", &MarkupReader::list},
      {"ol", &MarkupReader::list},
      {"p", &MarkupReader::paragraph},
      {"pre", &MarkupReader::code_block},
      {"section", &MarkupReader::division},
      {"table", &MarkupReader::table},
      {"ul", &MarkupReader::list},
      {"x-callout", &MarkupReader::callout},
      {"x-note", &MarkupReader::note},
      {"x-verse", &MarkupReader::verse},
      {"xmp", &MarkupReader::code_block},
  });
  const auto found = std::lower_bound(
      kRules.begin(), kRules.end(), name,
      [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  return found != kRules.end() && found->first == name ? found->second : &MarkupReader::contents;
}

Blocks MarkupReader::read(MarkupList nodes) {
  mark_block_holders(nodes);
  return blocks(nodes, 0);
}

Blocks MarkupReader::blocks(const MarkupList& nodes, int depth) {
  Blocks out;
  MarkupList run;
  append_blocks(nodes, run, out, depth);
  end_paragraph(run, out, depth);
  return out;
}

void MarkupReader::append_blocks(std::span<const Markup> nodes, MarkupList& run, Blocks& out,
                                 int depth) {
  for (const Markup& node : nodes) {
    const bool is_block =
        node.kind == Markup::Kind::Element && (is_block_element(node.name) || node.holds_blocks);
    if (!is_block) {
      if (!run.empty() || !node.is_blank()) run.push_back(node);
      continue;
    }
    end_paragraph(run, out, depth);
    block(node, out, depth);
  }
}

void MarkupReader::block(const Markup& node, Blocks& out, int depth) {
  if (!is_block_element(node.name)) return wrapped_blocks(node, out, depth);
  const bool is_leaf = node.is("p") || node.is("hr") || node.is("pre") || node.is("x-note") ||
                       (node.name.size() == 2 && node.name[0] == 'h');
  if (depth >= kMaxBlockDepth && !is_leaf) return contents(node, out, depth);
  (this->*block_rule(node.name))(node, out, depth);
  report_unknown_attributes(node);
  if (depth == 0 || !is_leaf) flush_dropped(out);
}

// Text that stands in no block of its own.
void MarkupReader::end_paragraph(MarkupList& run, Blocks& out, int depth) {
  if (std::any_of(run.begin(), run.end(), [](const Markup& node) { return !node.is_blank(); })) {
    Markup implied = Markup::element("p", range_of(run));
    implied.children = std::move(run);
    paragraph(implied, out, depth);
  }
  run.clear();
}

void MarkupReader::paragraph(const Markup& node, Blocks& out, int depth) {
  if (node.holds_blocks) return contents(node, out, depth);
  Inlines words;
  inlines(node.children, words, 0);
  tidy_inlines(words);
  add_paragraph(node, std::move(words), out);
  flush_dropped(out);
}

void MarkupReader::add_paragraph(const Markup& node, Inlines words, Blocks& out) {
  if (words.empty()) return;
  if (const Math* math = lone_display_math(words)) {
    out.push_back({MathBlock{math->tex}, attributes_of(node), node.range});
  } else {
    out.push_back({Paragraph{std::move(words)}, attributes_of(node), node.range});
  }
}

void MarkupReader::flush_dropped(Blocks& out) {
  std::move(dropped_.begin(), dropped_.end(), std::back_inserter(out));
  dropped_.clear();
}

void MarkupReader::heading(const Markup& node, Blocks& out, int /*depth*/) {
  Heading made;
  made.level = node.name[1] - '0';
  made.inlines = read_inlines(node.children);
  out.push_back({std::move(made), attributes_of(node), node.range});
  flush_dropped(out);
}

void MarkupReader::quotation(const Markup& node, Blocks& out, int depth) {
  BlockQuotation made;
  MarkupList inside = node.children;
  const auto footer = std::find_if(inside.begin(), inside.end(),
                                   [](const Markup& child) { return child.is("footer"); });
  if (footer != inside.end()) {
    made.attribution = read_inlines(footer->children);
    inside.erase(footer);
  }
  made.blocks = blocks(inside, depth + 1);
  out.push_back({std::move(made), attributes_of(node), node.range});
}

void MarkupReader::code_block(const Markup& node, Blocks& out, int /*depth*/) {
  std::string text;
  append_lines(node, text);
  const std::string language = language_of(node);
  if (language == kMathLanguage) {
    out.push_back({MathBlock{std::string(trim(text))}, {}, node.range});
    return;
  }
  if (!text.empty() && text.back() != '\n') text += '\n';
  Attributes attributes = attributes_of(node);
  std::erase_if(attributes.classes, [](const auto& name) { return name.starts_with("language-"); });
  std::erase(attributes.classes, language);
  out.push_back({CodeBlock{std::move(text), language}, std::move(attributes), node.range});
}

void MarkupReader::rule(const Markup& node, Blocks& out, int /*depth*/) {
  out.push_back({ThematicBreak{}, attributes_of(node), node.range});
}

void MarkupReader::note(const Markup& node, Blocks& out, int depth) {
  Note made;
  made.label = node.attribute("label");
  made.range = node.range;
  const bool is_marked = options_.marked_notes.count(made.label) != 0;
  const bool is_new = seen_notes_.insert(made.label).second;
  if (is_marked && is_new) {
    const bool was_in_link = std::exchange(is_in_link_, false);
    made.blocks = blocks(node.children, 1);
    is_in_link_ = was_in_link;
    document_.notes.push_back(std::move(made));
    return;
  }
  diagnostics_.warning(is_new ? "unused-note" : "duplicate-note", node.range,
                       is_new ? fmt::format("the note \"{}\" has no mark in the text", made.label)
                              : fmt::format("there is a second note \"{}\"", made.label),
                       is_new ? fmt::format("put [^{}] where the note belongs", made.label)
                              : std::string("give it a label of its own"));
  contents(node, out, depth);
}

// An element that means nothing by itself; what it is called goes to what it holds.
void MarkupReader::contents(const Markup& node, Blocks& out, int depth) {
  const std::size_t first = out.size();
  MarkupList run;
  append_blocks(node.children, run, out, depth);
  end_paragraph(run, out, depth);
  const std::string_view id = node.attribute("id");
  if (out.size() > first && !id.empty() && out[first].attributes.id.empty()) {
    out[first].attributes.id = id;
  }
  pass_language(node, std::span(out).subspan(first));
}

void MarkupReader::pass_language(const Markup& node, std::span<Block> blocks) const {
  if (blocks.empty() || !says_language(node)) return;
  const Attributes own = attributes_of(node);
  for (Block& block : blocks) {
    Attributes& inner = block.attributes;
    const bool has_direction = !inner.language.empty() ||
                               std::any_of(inner.pairs.begin(), inner.pairs.end(), is_direction);
    if (inner.language.empty()) inner.language = own.language;
    if (has_direction) continue;
    std::copy_if(own.pairs.begin(), own.pairs.end(), std::back_inserter(inner.pairs), is_direction);
  }
}

// An inline element around blocks: a link or a stroke goes into each paragraph and
// heading.
void MarkupReader::wrapped_blocks(const Markup& node, Blocks& out, int depth) {
  const bool is_link = node.is("a") && node.has_attribute("href");
  if (!is_link && !contains(kAroundBlocks, node.name)) return contents(node, out, depth);
  for (const Markup& child : node.children) {
    if (child.holds_blocks) {
      block(child, out, depth);
    } else if (child.kind == Markup::Kind::Element && is_block_element(child.name)) {
      block(around(child, {around(node, child.children)}), out, depth);
    } else if (!child.is_blank()) {
      MarkupList run = {around(node, {child})};
      end_paragraph(run, out, depth);
    }
  }
}

}  // namespace garland
