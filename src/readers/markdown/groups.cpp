#include "readers/markdown/groups.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <functional>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "readers/markdown/signs.h"
#include "readers/markdown/syntax.h"
#include "readers/markdown/words.h"
#include "readers/markup/attributes.h"

namespace garland {
namespace {

constexpr std::string_view kDirective = "x-directive";  // of a division that MyST's braces open

// "{note}", but not Pandoc's "{.note}" or "{key=value}".
bool is_directive(std::string_view fence) {
  const std::size_t end = std::min(fence.find('}'), fence.size());
  return fence.starts_with('{') && end > 1 && run_size(fence.substr(1), is_label_byte) == end - 1;
}

// ":class: tip" as "class" and "tip"; an empty key for other lines.
std::pair<std::string, std::string> directive_option(std::string_view line) {
  const std::size_t end = line.find(':', 1);
  if (!line.starts_with(':') || end == line.npos) return {};
  const std::string_view key = line.substr(1, end - 1);
  if (key.empty() || run_size(key, is_label_byte) != key.size()) return {};
  return {std::string(key), std::string(trim(line.substr(end + 1)))};
}

// Takes the options at the head of a MyST directive out of its words: its kind is what they say or,
// of a plain admonition, a note.
void take_directive_options(Markup& division) {
  std::erase_if(division.attributes, [](const auto& entry) { return entry.first == kDirective; });
  std::string kind(division.attribute("class"));
  const auto first = std::find_if(division.children.begin(), division.children.end(),
                                  [](const Markup& child) { return !child.is("summary"); });
  std::string others;
  if (first != division.children.end() && first->is("p")) {
    MarkupList& nodes = first->children;
    auto begin = nodes.begin();
    while (begin != nodes.end()) {
      const auto end = std::find_if(begin, nodes.end(), std::mem_fn(&Markup::is_line_break));
      std::string line;
      for (auto node = begin; node != end; ++node) line += text_of(*node);
      const auto [key, value] = directive_option(trim(line));
      if (key.empty()) break;
      if (key == "class" && kind == "admonition") {
        kind = value;
      } else if (key != "name" && key != "label") {
        others.append(others.empty() ? "" : "\n").append(key).append(": ").append(value);
      }
      begin = end == nodes.end() ? end : std::next(end);
    }
    nodes.erase(nodes.begin(), begin);
    if (nodes.empty()) division.children.erase(first);
  }
  division.set_attribute("class", kind == "admonition" ? "note" : kind);
  if (others.empty()) return;
  division.children.push_back(
      left_out_record(std::move(others), "an option of the site's", division.range));
}

// Divisions that are open while a list of blocks is gone through.
class FenceNester {
 public:
  explicit FenceNester(Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    open_.push_back(Markup::element("body"));
  }

  MarkupList nest(MarkupList&& blocks) {
    for (Markup& block : blocks) {
      if (!block.is("x-fence")) {
        open_.back().children.push_back(std::move(block));
      } else if (block.text.empty()) {
        close(block);
      } else {
        open(block);
      }
    }
    while (open_.size() > 1) {
      diagnostics_.warning("unclosed-division", open_.back().range,
                           "a division that begins with \":::\" has no end",
                           "put a line of \":::\" after its last paragraph");
      leave();
    }
    return std::move(open_.front().children);
  }

 private:
  static constexpr std::size_t kMostOpen = 16;

  void open(const Markup& fence) {
    if (open_.size() > kMostOpen) {
      ++ignored_;
      return;
    }
    Markup division = Markup::element("div", fence.range);
    const std::string_view text = fence.text;
    if (is_directive(text)) division.set_attribute(kDirective, "");
    const std::size_t title = std::min(text.find(kFenceTitle), text.size());
    apply_attribute_list(text.substr(0, title), division);
    if (division.attribute("class") == "details") division.name = "details";
    if (title < text.size()) {
      std::string_view words = text.substr(title + 1);
      const std::size_t brace = std::min(words.rfind('{'), words.size());
      const std::string_view list = words.substr(brace);
      if (!list.empty() && attribute_list_length(list) == list.size()) {
        apply_attribute_list(list, division);
        words = trim(words.substr(0, brace));
      }
      Markup summary = Markup::element("summary", fence.range);
      summary.children = markdown_words(words, fence.range);
      division.children.push_back(std::move(summary));
    }
    open_.push_back(std::move(division));
  }

  void close(const Markup& fence) {
    if (ignored_ > 0) {
      --ignored_;
    } else if (open_.size() > 1) {
      open_.back().range.end_line = fence.range.end_line;
      open_.back().range.end_column = fence.range.end_column;
      leave();
    } else {
      diagnostics_.warning("stray-fence", fence.range, "a line of \":::\" ends no division",
                           "remove it, or give the line that begins the division a class");
    }
  }

  void leave() {
    Markup division = std::move(open_.back());
    open_.pop_back();
    if (division.has_attribute(kDirective)) take_directive_options(division);
    // Quarto's callouts take their title from a heading at their head.
    const bool is_callout = division.attribute("class").find("callout-") != std::string_view::npos;
    if (is_callout && !division.children.empty()) {
      Markup& first = division.children.front();
      if (first.name.size() == 2 && first.name[0] == 'h' && first.name != "hr") {
        first.name = "summary";
      }
    }
    open_.back().children.push_back(std::move(division));
  }

  Diagnostics& diagnostics_;
  MarkupList open_;
  int ignored_ = 0;
};

Markup definition_of(Markup&& block) {
  block.name = "dd";
  return std::move(block);
}

// "{#tbl-1}" at the end of a caption, and "{: .table}", which cmark-gfm takes for a row, are the
// table's own.
void take_list_of_words(Markup& words, Markup& table) {
  Markup* last = &words;
  while (!last->children.empty() && !last->is_text()) last = &last->children.back();
  if (!last->is_text() || !last->text.ends_with('}')) return;
  const std::size_t brace = last->text.rfind('{');
  if (brace == std::string::npos) return;
  const std::string_view list = std::string_view(last->text).substr(brace);
  if (attribute_list_length(list) != list.size()) return;
  apply_attribute_list(list, table);
  last->text = trim(std::string_view(last->text).substr(0, brace));
}

void take_list_row(Markup& table) {
  Markup* part = &table;
  while (!part->children.empty() && !part->children.back().is("tr")) {
    if (!part->children.back().is("tbody")) return;
    part = &part->children.back();
  }
  if (part->children.empty()) return;
  const std::string words = text_of(part->children.back());
  const std::string_view list = trim(words);
  if (!list.starts_with("{:") || attribute_list_length(list) != list.size()) return;
  apply_attribute_list(list, table);
  part->children.pop_back();
}

bool is_captioned(const Markup& table) {
  return !table.children.empty() && table.children.front().is("caption");
}

// A second caption goes on with the first.
void caption_table(Markup& table, Markup&& caption) {
  take_list_of_words(caption, table);
  caption.name = "caption";
  if (!is_captioned(table)) {
    table.children.insert(table.children.begin(), std::move(caption));
    return;
  }
  Markup& first = table.children.front();
  const bool holds_blocks = std::any_of(first.children.begin(), first.children.end(),
                                        [](const Markup& child) { return child.is("p"); });
  if (!holds_blocks) {
    Markup paragraph = Markup::element("p", first.range);
    paragraph.children = std::exchange(first.children, {});
    first.children.push_back(std::move(paragraph));
  }
  caption.name = "div";
  first.children.push_back(std::move(caption));
}

constexpr std::string_view kTableCaption = "Table: ";

bool is_table_caption(const Markup& block) {
  return block.is("p") && !block.children.empty() && block.children.front().is_text() &&
         std::string_view(block.children.front().text).starts_with(kTableCaption);
}

void take_table_caption(Markup& table, Markup&& paragraph) {
  paragraph.children.front().text.erase(0, kTableCaption.size());
  caption_table(table, std::move(paragraph));
}

// Terms with their definitions to "dl", captions to their tables.
MarkupList group_definitions(MarkupList&& blocks) {
  MarkupList out;
  for (Markup& block : blocks) {
    Markup* before = out.empty() ? nullptr : &out.back();
    if (block.is("x-definition") && before != nullptr && before->is("dl")) {
      before->children.push_back(definition_of(std::move(block)));
    } else if (block.is("x-definition") && before != nullptr && before->is("p")) {
      Markup term = std::move(*before);
      out.pop_back();
      term.name = "dt";
      if (out.empty() || !out.back().is("dl")) out.push_back(Markup::element("dl", term.range));
      out.back().children.push_back(std::move(term));
      out.back().children.push_back(definition_of(std::move(block)));
    } else if (block.is("x-definition") && before != nullptr && before->is("table")) {
      caption_table(*before, std::move(block));
    } else if (before != nullptr && before->is("table") && !is_captioned(*before) &&
               is_table_caption(block)) {
      take_table_caption(*before, std::move(block));
    } else if (block.is("table") && before != nullptr && is_table_caption(*before)) {
      take_table_caption(block, std::move(*before));
      out.back() = std::move(block);
    } else {
      if (block.is("x-definition")) block.name = "div";
      out.push_back(std::move(block));
    }
  }
  return out;
}

// The lines of a paragraph, as they were typed.
std::vector<MarkupList> lines_of(MarkupList&& children) {
  std::vector<MarkupList> lines(1);
  for (Markup& child : children) {
    if (child.is_line_break()) {
      lines.emplace_back();
    } else {
      lines.back().push_back(std::move(child));
    }
  }
  return lines;
}

bool begins_with_bar(const Markup& node) {
  return node.is_text() && !node.text.empty() && node.text[0] == '|' &&
         (node.text.size() == 1 || node.text[1] == ' ');
}

// Takes the bar away; gives the number of spaces after it, no-break ones too.
int strip_bar(MarkupList& line) {
  std::string& text = line.front().text;
  std::size_t at = std::min<std::size_t>(2, text.size());
  int indent = 0;
  for (; at < text.size() && text[at] == ' '; ++at) ++indent;
  text.erase(0, at);
  return indent;
}

// A paragraph whose lines begin with "| " (Pandoc's line blocks): stanzas end at a bare "|".
void make_verse(Markup& block) {
  Markup verse = Markup::element("x-verse", block.range);
  verse.attributes = block.attributes;
  verse.children.push_back(Markup::element("x-stanza", block.range));
  for (MarkupList& children : lines_of(std::move(block.children))) {
    MarkupList& stanza = verse.children.back().children;
    const bool is_new_line = !children.empty() && begins_with_bar(children.front());
    if (!is_new_line && !stanza.empty()) {  // a long line goes on
      stanza.back().children.push_back(Markup::characters(" "));
      std::move(children.begin(), children.end(), std::back_inserter(stanza.back().children));
      continue;
    }
    Markup line =
        Markup::element("x-line", children.empty() ? block.range : children.front().range);
    if (is_new_line) line.set_attribute("indent", std::to_string(strip_bar(children)));
    line.children = std::move(children);
    merge_texts(line.children);
    if (!line.children.empty()) {
      stanza.push_back(std::move(line));
    } else if (!stanza.empty()) {
      verse.children.push_back(Markup::element("x-stanza", block.range));
    }
  }
  if (verse.children.back().children.empty()) verse.children.pop_back();
  block = std::move(verse);
}

// Lines that end with a bar as well are a table that went wrong.
bool is_line_block(const Markup& block) {
  if (!block.is("p") || block.children.empty() || !begins_with_bar(block.children.front()))
    return false;
  bool is_line_start = true;
  std::size_t bar_count = 0;
  for (const Markup& child : block.children) {
    if (is_line_start && begins_with_bar(child)) ++bar_count;
    if (child.is_text() && child.text.size() > 1 && child.text.ends_with('|')) return false;
    is_line_start = child.is_line_break();
  }
  return bar_count >= 2;
}

// "> [!NOTE]" (GitHub's alerts; Obsidian's have a title after the mark).
void make_callout(Markup& quotation) {
  if (quotation.children.empty() || !quotation.children.front().is("p")) return;
  MarkupList& first = quotation.children.front().children;
  if (first.empty() || !first.front().is_text() || !first.front().text.starts_with("[!")) return;
  std::string& text = first.front().text;
  const std::size_t end = text.find(']');
  if (end == std::string::npos || end == 2) return;
  const std::string kind = to_lower(std::string_view(text).substr(2, end - 2));
  const bool is_word = std::all_of(kind.begin(), kind.end(),
                                   [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
  if (!is_word) return;
  text.erase(0, end + 1 + (text[end + 1] == '-' || text[end + 1] == '+'));
  text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
  const auto line_end =
      std::find_if(first.begin(), first.end(), std::mem_fn(&Markup::is_line_break));
  Markup title = Markup::element("summary", quotation.range);
  title.children.assign(std::make_move_iterator(first.begin()), std::make_move_iterator(line_end));
  merge_texts(title.children);
  first.erase(first.begin(), line_end == first.end() ? line_end : line_end + 1);
  if (first.empty()) quotation.children.erase(quotation.children.begin());
  if (!title.children.empty())
    quotation.children.insert(quotation.children.begin(), std::move(title));
  quotation.name = "x-callout";
  quotation.set_attribute("kind", kind);
}

void group(MarkupList& blocks, Diagnostics& diagnostics) {
  const auto is_ours = [](const Markup& block) { return block.is("x-fence"); };
  if (std::any_of(blocks.begin(), blocks.end(), is_ours)) {
    blocks = FenceNester(diagnostics).nest(std::move(blocks));
  }
  blocks = group_definitions(std::move(blocks));
  for (Markup& block : blocks) {
    if (is_line_block(block)) make_verse(block);
    if (block.is("table")) take_list_row(block);
    if (block.is("blockquote")) make_callout(block);
    if (is_block_element(block.name) && !block.is("p") && !block.is("x-verse")) {
      group(block.children, diagnostics);
    }
  }
}

}  // namespace

void group_blocks(MarkupList& blocks, Diagnostics& diagnostics) { group(blocks, diagnostics); }

}  // namespace garland
