#include "readers/html/verse.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/unicode.h"
#include "readers/html/names.h"

namespace garland::html {
namespace {

constexpr std::size_t kMostIndent = 40;

// Takes the white space off the line's beginning; gives how much there was.
std::size_t take_indent(MarkupList& line) {
  std::size_t indent = 0;
  for (Markup& node : line) {
    if (!node.is_text()) break;
    std::size_t at = 0;
    while (at < node.text.size()) {
      std::size_t next = at;
      const char32_t c = next_code_point(node.text, next);
      if (!is_space(c)) break;
      at = next;
      ++indent;
    }
    node.text.erase(0, at);
    if (!node.text.empty()) break;
  }
  return std::min(indent, kMostIndent);
}

// Columns that a line is set in by its class: "i2", "indent4", as Project Gutenberg names them.
std::size_t named_indent(const Markup& node) {
  const std::string_view classes = node.attribute("class");
  for (std::size_t at = 0; at < classes.size();) {
    const std::size_t end = std::min(classes.find(' ', at), classes.size());
    const std::string_view name = classes.substr(at, end - at);
    at = end + 1;
    const std::size_t digits = name.starts_with("indent") ? 6 : name.starts_with('i') ? 1 : 0;
    if (digits == 0 || name.size() <= digits || name.size() > digits + 2) continue;
    std::size_t columns = 0;
    const bool is_number = std::all_of(name.begin() + static_cast<std::ptrdiff_t>(digits),
                                       name.end(), [&columns](char c) {
                                         columns = 10 * columns + static_cast<std::size_t>(c - '0');
                                         return is_ascii_digit(c);
                                       });
    if (is_number) return columns;
  }
  return 0;
}

// Takes off the break that ends a line's own element: "<span>One line<br></span>".
bool take_last_break(Markup& node) {
  while (!node.children.empty() && node.children.back().is_text() &&
         node.children.back().is_blank()) {
    node.children.pop_back();
  }
  if (node.children.empty()) return false;
  if (!node.children.back().is("br")) return take_last_break(node.children.back());
  node.children.pop_back();
  return true;
}

// Gathers the lines of a poem.
class Lines {
 public:
  explicit Lines(bool is_preformatted) : is_preformatted_(is_preformatted) {}

  // False where something else than lines stands in it.
  bool read(const Markup& node) {
    for (const Markup& child : node.children) {
      if (!read_child(child)) return false;
    }
    return true;
  }

  std::optional<Markup> verse(SourceRange range) {
    end_line();
    end_stanza();
    if (count_ < 2) return std::nullopt;
    Markup made = Markup::element("x-verse", range);
    made.children = std::move(stanzas_);
    return made;
  }

 private:
  bool read_child(const Markup& child) {
    if (child.is_text()) {
      read_text(child);
      return true;
    }
    if (child.is("br")) {
      end_line();
      return true;
    }
    const bool is_block = child.holds_blocks || is_block_element(child.name);
    if (!is_block) {
      if (line_.empty()) indent_ = named_indent(child);
      line_.push_back(child);
      if (take_last_break(line_.back())) end_line();
      return true;
    }
    if (!child.is("div") && !child.is("p")) return false;
    const bool is_stanza = child.is("p") || child.holds_blocks || is_stanza_by_name(child);
    if (!line_.empty()) end_line();
    if (is_stanza) end_stanza();
    indent_ = named_indent(child);
    if (!read(child)) return false;
    if (!line_.empty()) end_line();
    if (is_stanza) end_stanza();
    return true;
  }

  // A "verse" without breaks is one line of a stanza.
  static bool is_stanza_by_name(const Markup& node) {
    if (!is_verse(node)) return false;
    const bool is_one_line = std::none_of(node.children.begin(), node.children.end(),
                                          [](const Markup& child) { return child.is("br"); });
    return !is_one_line || !has_class(node, "verse");
  }

  void read_text(const Markup& text) {
    if (!is_preformatted_) {
      const bool is_between_lines = line_.empty() && text.is_blank();
      if (!is_between_lines) line_.push_back(text);
      return;
    }
    for (std::size_t at = 0; at <= text.text.size();) {
      const std::size_t end = std::min(text.text.find('\n', at), text.text.size());
      line_.push_back(Markup::characters(text.text.substr(at, end - at), text.range));
      if (end < text.text.size()) end_line();
      at = end + 1;
    }
  }

  void end_line() {
    const std::size_t indent =
        std::min(take_indent(line_) + std::exchange(indent_, 0), kMostIndent);
    const bool is_blank = std::all_of(line_.begin(), line_.end(), [](const Markup& node) {
      return node.is_text() && trim(node.text).empty();
    });
    if (is_blank) {
      line_.clear();
      return end_stanza();
    }
    Markup made = Markup::element("x-line", line_.front().range);
    if (indent > 0) made.set_attribute("indent", std::to_string(indent));
    made.children = std::move(line_);
    line_.clear();
    stanza_.push_back(std::move(made));
    ++count_;
  }

  void end_stanza() {
    if (stanza_.empty()) return;
    Markup made = Markup::element("x-stanza", stanza_.front().range);
    made.children = std::move(stanza_);
    stanza_.clear();
    stanzas_.push_back(std::move(made));
  }

  bool is_preformatted_;
  std::size_t indent_ = 0;  // of the line, by its class
  MarkupList line_;
  MarkupList stanza_;
  MarkupList stanzas_;
  std::size_t count_ = 0;  // of lines
};

// Adds up the text below the node; false where it is longer than `most` bytes.
bool gather_text(const Markup& node, std::size_t most, std::string& text) {
  if (node.is_text()) text += node.text.substr(0, most + 1);
  if (text.size() > most || node.is("img")) return false;
  return std::all_of(node.children.begin(), node.children.end(),
                     [&](const Markup& child) { return gather_text(child, most, text); });
}

// "* * *", "⁂", "~~~": three marks or more, or one that is made for it.
bool is_scene_break(const Markup& node) {
  constexpr std::size_t kLongest = 40;  // bytes
  constexpr std::u32string_view kMarks = U"*•·~#–—-◆◇○●☆★✻∗✦";
  constexpr std::u32string_view kBreaks = U"⁂❦❧※⸻";
  if (!node.is("p") || node.holds_blocks || node.children.size() > 4) return false;
  std::string written;
  if (!gather_text(node, kLongest, written)) return false;
  const std::string text = collapse_spaces(written);
  std::size_t marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (kBreaks.find(c) != kBreaks.npos) marks += 3;
    if (kMarks.find(c) != kMarks.npos) ++marks;
    if (c != U' ' && kMarks.find(c) == kMarks.npos && kBreaks.find(c) == kBreaks.npos) return false;
  }
  return marks >= 3;
}

}  // namespace

bool is_verse(const Markup& node) {
  if (!node.is("div") && !node.is("p") && !node.is("pre") && !node.is("section")) return false;
  if (node.attribute("class").empty()) return false;
  constexpr auto kNames = std::to_array<std::string_view>(
      {"line-block", "poem", "poetry", "stanza", "verse", "wp-block-verse"});
  return std::any_of(kNames.begin(), kNames.end(),
                     [&node](std::string_view name) { return has_class(node, name); });
}

void make_verse(Markup& node) {
  Lines lines(node.is("pre"));
  if (!lines.read(node)) return;
  if (auto verse = lines.verse(node.range)) node = std::move(*verse);
}

void find_scene_breaks(Markup& parent) {
  if (std::none_of(parent.children.begin(), parent.children.end(), is_scene_break)) return;
  MarkupList kept;
  for (Markup& child : parent.children) {
    if (!is_scene_break(child)) {
      kept.push_back(std::move(child));
      continue;
    }
    kept.push_back(Markup::element("hr", child.range));
    kept.push_back(left_out_record(collapse_spaces(text_of(child)),
                                   "marks between sections, for which a rule stands", child.range));
  }
  parent.children = std::move(kept);
}

}  // namespace garland::html
