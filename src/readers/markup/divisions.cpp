// Elements that hold blocks and say what these are together: a part of the text, a box beside it,
// verse.
#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

#include "base/contains.h"
#include "base/unicode.h"
#include "readers/markup/markup_reader.h"

namespace garland {
namespace {

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

}  // namespace

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

}  // namespace garland
