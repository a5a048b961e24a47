#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
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

Division::Role role_of(const Attributes& attributes) {
  constexpr auto kRoles = std::to_array<std::pair<std::string_view, Division::Role>>({
      {"abstract", Division::Role::Abstract},
      {"author-note", Division::Role::AuthorNote},
      {"authornote", Division::Role::AuthorNote},
      {"credits", Division::Role::Credits},
      {"dedication", Division::Role::Dedication},
      {"epigraph", Division::Role::Epigraph},
      {"references", Division::Role::References},
  });
  for (const auto& [name, role] : kRoles) {
    if (std::find(attributes.classes.begin(), attributes.classes.end(), name) !=
        attributes.classes.end()) {
      return role;
    }
  }
  return Division::Role::None;
}

// "note" for the classes "note" (Pandoc, Docusaurus) and "callout-note" (Quarto); else empty.
std::string callout_kind(const Attributes& attributes) {
  constexpr auto kKinds = std::to_array<std::string_view>(
      {"caution", "danger", "important", "info", "note", "tip", "warning"});
  for (const std::string& name : attributes.classes) {
    std::string lower = to_lower(name.starts_with("callout-") ? name.substr(8) : name);
    if (contains(kKinds, lower)) return lower;
  }
  return {};
}

bool is_verse(const Attributes& attributes) {
  return std::any_of(attributes.classes.begin(), attributes.classes.end(), [](const auto& name) {
    return name == "verse" || name == "poem" || name == "poetry" || name == "line-block";
  });
}

// A paragraph's lines as a stanza.
std::vector<VerseLine> stanza_of(Inlines&& inlines) {
  std::vector<VerseLine> lines(1);
  for (Inline& node : inlines) {
    if (is_line_break(node)) {
      lines.emplace_back();
    } else {
      lines.back().inlines.push_back(std::move(node));
    }
  }
  for (VerseLine& line : lines) tidy_inlines(line.inlines);
  std::erase_if(lines, [](const VerseLine& line) { return line.inlines.empty(); });
  return lines;
}

// Of a line of verse, in em.
int indent_of(const Markup& line) {
  constexpr int kDeepest = 40;
  const std::string_view written = line.attribute("indent");
  int indent = 0;
  std::from_chars(written.data(), written.data() + written.size(), indent);
  return std::clamp(indent, 0, kDeepest);
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

// A summary without end holds the blocks behind it too: its title ends before the first of them.
MarkupList::const_iterator end_of_title(const MarkupList& summary) {
  const auto is_block = [](const Markup& child) { return is_block_element(child.name); };
  const auto is_blank = [](const Markup& child) {
    return child.kind != Markup::Kind::Element && trim(child.text).empty();
  };
  const auto first = std::find_if_not(summary.begin(), summary.end(), is_blank);
  if (first == summary.end()) return first;
  return std::find_if(std::next(first), summary.end(), is_block);
}

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

void MarkupReader::division(const Markup& node, Blocks& out, int depth) {
  Attributes attributes = attributes_of(node);
  if (node.is("center")) attributes.classes.emplace_back("center");
  const bool has_role = node.has_attribute("x-role");
  const bool means_nothing = !options_.keep_divisions && !node.is("center") && !has_role;
  if ((attributes.empty() && !has_role) || means_nothing) return contents(node, out, depth);
  if (has_role) attributes.classes.emplace_back(node.attribute("x-role"));
  if (is_verse(attributes)) return verse(node, out, depth);
  std::string kind = callout_kind(attributes);
  if (!kind.empty()) return callout_of_kind(node, std::move(kind), out, depth);
  Division made;
  made.role = role_of(attributes);
  made.blocks = blocks(node.children, depth + 1);
  if (made.blocks.empty()) return;
  out.push_back({std::move(made), std::move(attributes), node.range});
}

void MarkupReader::details(const Markup& node, Blocks& out, int depth) {
  callout_of_kind(node, "details", out, depth);
}

void MarkupReader::callout(const Markup& node, Blocks& out, int depth) {
  const std::string_view kind = node.attribute("kind");
  callout_of_kind(node, std::string(kind.empty() ? node.name : kind), out, depth);
}

// Reads the nodes where they stand: each of many callouts within one another may hold the rest of
// its document.
void MarkupReader::callout_of_kind(const Markup& node, std::string kind, Blocks& out, int depth) {
  Callout made;
  made.kind = std::move(kind);
  MarkupList run;
  bool has_summary = false;
  for (const Markup& child : node.children) {
    if (has_summary || !child.is("summary")) {
      append_blocks({&child, 1}, run, made.blocks, depth + 1);
      continue;
    }
    has_summary = true;
    const auto end = end_of_title(child.children);
    made.title = read_inlines({child.children.begin(), end});
    append_blocks({end, child.children.end()}, run, made.blocks, depth + 1);
  }
  end_paragraph(run, made.blocks, depth + 1);
  if (made.title.empty()) {  // Quarto's ::: {.callout-note title="…"}
    made.title = make_text(std::string(node.attribute("title")), node.range);
  }
  if (made.blocks.empty() && made.title.empty()) return;
  out.push_back({std::move(made), attributes_of(node), node.range});
}

// "| " lines, or a division of the class "verse" whose paragraphs are stanzas.
void MarkupReader::verse(const Markup& node, Blocks& out, int depth) {
  Verse made;
  for (const Markup& child : node.children) {
    if (child.is("x-stanza")) {
      auto& stanza = made.stanzas.emplace_back();
      for (const Markup& line : child.children) {
        stanza.push_back({indent_of(line), read_inlines(line.children)});
      }
    } else if (child.is("p") && !child.holds_blocks) {
      made.stanzas.push_back(stanza_of(read_inlines(child.children)));
    } else if (!child.is_blank()) {
      return contents(node, out, depth);
    }
  }
  std::erase_if(made.stanzas, [](const auto& stanza) { return stanza.empty(); });
  if (!made.stanzas.empty()) out.push_back({std::move(made), attributes_of(node), node.range});
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
