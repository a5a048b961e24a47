#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/contains.h"
#include "base/unicode.h"
#include "document/html_escape.h"
#include "readers/html/parse.h"
#include "readers/html/tags.h"

namespace garland {
namespace {

// Elements of MathML that stand without an end.
constexpr auto kEmptyOfMathml =
    std::to_array<std::string_view>({"maligngroup", "malignmark", "mprescripts", "mspace", "none"});

// Elements that reach into the blocks after them until they are closed.
bool is_formatting(std::string_view name) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"a", "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"});
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

using TagCounts = std::map<std::string, int, std::less<>>;

void count_end_tags(const MarkupList& nodes, TagCounts& counts) {
  for (const Markup& node : nodes) {
    count_end_tags(node.children, counts);
    if (node.kind != Markup::Kind::RawHtml) continue;
    HtmlTagScanner scanner(node.text);
    for (HtmlTag tag; scanner.next(tag);) {
      if (tag.is_end) ++counts[tag.name];
    }
  }
}

// Writes markup as HTML text and remembers what stands where.
class HtmlComposer {
 public:
  explicit HtmlComposer(const MarkupList& nodes) {
    count_end_tags(nodes, end_tags_left_);
    write(nodes);
  }

  const std::string& html() const { return html_; }

  SourceRange place(std::size_t offset) const {
    const auto after = std::upper_bound(
        places_.begin(), places_.end(), offset,
        [](std::size_t value, const Place& entry) { return value < entry.offset; });
    if (after == places_.begin()) return {};
    const Place& found = *(after - 1);
    if (found.offset == offset) return found.range;
    return SourceRange::at(found.range.begin_line, found.range.begin_column);
  }

 private:
  struct Place {
    std::size_t offset;
    SourceRange range;
  };

  void write(const MarkupList& nodes) {
    for (const Markup& node : nodes) write(node);
  }

  void write(const Markup& node) {
    switch (node.kind) {
      case Markup::Kind::Text:
        return write_text(node);
      case Markup::Kind::SoftBreak:
        html_ += '\n';
        return;
      case Markup::Kind::RawHtml:
        return write_raw(node);
      case Markup::Kind::Element:
        return write_element(node);
    }
  }

  void write_text(const Markup& node) {
    places_.push_back({html_.size(), node.range});
    html_ += escape_html(node.text);
  }

  void write_element(const Markup& node) {
    places_.push_back({html_.size(), node.range});
    html_.append("<").append(node.name);
    for (const auto& [key, value] : node.attributes) {
      html_.append(" ").append(key).append("=\"");
      html_ += escape_html(value);
      html_ += '"';
    }
    html_ += '>';
    if (is_void_element(node.name)) return;
    if (node.is("pre")) html_ += '\n';  // the first line end inside means nothing
    const std::size_t outer_count = open_inline_.size();
    write(node.children);
    if (is_block_element(node.name)) close_inlines(outer_count);
    html_.append("</").append(node.name).append(">");
  }

  // An inline element that is left open would take in all of the article after it.
  void close_inlines(std::size_t count) {
    for (; open_inline_.size() > count; open_inline_.pop_back()) {
      html_.append("</").append(open_inline_.back()).append(">");
    }
  }

  // "<name>" that no HTML has, or whose element would take in all the text behind it, and that
  // nothing ends, was meant to be read: "enter <name> here", "goes into <title>".
  bool is_words(std::string_view piece) const {
    piece = piece.substr(0, piece.find_last_not_of(" \n") + 1);
    HtmlTag tag;
    if (!HtmlTagScanner(piece).next(tag) || tag.begin_offset != 0) return false;
    if (tag.is_end || tag.end_offset != piece.size() || end_tags_left_.count(tag.name) != 0)
      return false;
    const bool is_custom = tag.name.find('-') != std::string::npos;
    const bool is_known = is_html_element(tag.name) || contains(kEmptyOfMathml, tag.name);
    return holds_raw_text(tag.name) || (!is_known && !is_custom);
  }

  void write_raw(const Markup& node) {
    if (is_words(node.text)) return write_text(node);
    std::string html = node.text;
    if (!is_one_tag(html)) end_raw_text(html);
    html = bounded_html(html, depth_);
    if (!note_inline_tag(html)) close_what_never_ends(html);
    SourceRange line = node.range;
    std::size_t begin = 0;
    for (;;) {
      places_.push_back({html_.size() + begin, line});
      begin = html.find('\n', begin);
      if (begin++ == std::string::npos || begin >= html.size()) break;
      line = SourceRange::at(line.begin_line + 1, 1);
    }
    html_ += html;
  }

  static bool is_one_tag(std::string_view html) {
    HtmlTag tag;
    return HtmlTagScanner(html).next(tag) && tag.begin_offset == 0 && tag.end_offset == html.size();
  }

  // Raw text that has no end anywhere would take in all of the article after it. Where the piece
  // begins with its tag, it takes in the piece; elsewhere its tag was meant to be read.
  static void end_raw_text(std::string& html) {
    while (const std::optional<HtmlTag> tag = unclosed_raw_text(html)) {
      if (tag->begin_offset == 0) {
        html.append("</").append(tag->name).append(">");
      } else {
        show_tags(tag->name, tag->begin_offset, html);
      }
    }
  }

  // Makes words of all tags of that name from `begin` on.
  static void show_tags(std::string_view name, std::size_t begin, std::string& html) {
    std::string shown = html.substr(0, begin);
    for (std::size_t at = begin; at < html.size(); ++at) {
      const bool is_tag =
          html[at] == '<' && to_lower(std::string_view(html).substr(at + 1, name.size())) == name;
      if (is_tag) {
        shown += "&lt;";
      } else {
        shown += html[at];
      }
    }
    html = std::move(shown);
  }

  // Emphasis that has no end anywhere would take in all of the article after it.
  void close_what_never_ends(std::string& html) {
    std::vector<std::string> open;
    HtmlTagScanner scanner(html);
    for (HtmlTag tag; scanner.next(tag);) {
      if (!is_formatting(tag.name)) continue;
      if (!tag.is_end) {
        open.push_back(tag.name);
      } else {
        --end_tags_left_[tag.name];
        const auto found = std::find(open.rbegin(), open.rend(), tag.name);
        if (found != open.rend()) open.erase(std::next(found).base());
      }
    }
    for (auto name = open.rbegin(); name != open.rend(); ++name) {
      if (end_tags_left_[*name] <= 0) html.append("</").append(*name).append(">");
    }
  }

  // Inline pieces are one tag each: remembers those that are open. Gives false for other pieces.
  bool note_inline_tag(std::string_view html) {
    HtmlTag tag;
    if (!HtmlTagScanner(html).next(tag) || tag.begin_offset != 0 || tag.end_offset != html.size()) {
      return false;
    }
    if (is_void_element(tag.name)) return true;
    if (tag.is_end) --end_tags_left_[tag.name];
    if (!tag.is_end) {
      open_inline_.push_back(tag.name);
    } else if (!open_inline_.empty() && open_inline_.back() == tag.name) {
      open_inline_.pop_back();
    }
    return true;
  }

  std::string html_;
  std::vector<Place> places_;  // ascending
  std::vector<std::string> open_inline_;
  TagCounts end_tags_left_;  // in the pieces of HTML still to come
  int depth_ = 0;
};

bool has_raw_html(const Markup& node) {
  return node.kind == Markup::Kind::RawHtml ||
         std::any_of(node.children.begin(), node.children.end(), has_raw_html);
}

// The elements that raw HTML has begun and not ended so far, by their names alone.
class OpenElements {
 public:
  // `ends` are the end tags of the whole text.
  explicit OpenElements(const TagCounts& ends) : ends_(ends) {}

  void pass(const Markup& node) {
    for (const Markup& child : node.children) pass(child);
    if (node.kind != Markup::Kind::RawHtml) return;
    HtmlTagScanner scanner(node.text);
    for (HtmlTag tag; scanner.next(tag);) {
      const bool is_words = !is_html_element(tag.name) && ends_.count(tag.name) == 0;
      if (is_words || is_void_element(tag.name)) continue;
      int& count = counts_[tag.name];
      if (!tag.is_end) {
        ++count;
        ++total_;
      } else if (count > 0) {
        --count;
        --total_;
      }
    }
  }

  bool are_none() const { return total_ == 0; }

 private:
  const TagCounts& ends_;
  TagCounts counts_;
  int total_ = 0;
};

void nest(MarkupList&& blocks, MarkupList& out) {
  const HtmlComposer composer(blocks);
  MarkupList nested = parse_html_fragment(
      composer.html(), [&composer](std::size_t offset) { return composer.place(offset); });
  std::move(nested.begin(), nested.end(), std::back_inserter(out));
}

// Takes the notes out of the blocks, wherever they stand, in their order.
void lift_notes(MarkupList& blocks, MarkupList& notes) {
  MarkupList kept;
  for (Markup& node : blocks) {
    const bool is_note = node.is("x-note");
    if (!is_note) lift_notes(node.children, notes);
    (is_note ? notes : kept).push_back(std::move(node));
  }
  blocks = std::move(kept);
}

}  // namespace

MarkupList nest_raw_html(MarkupList blocks) {
  TagCounts ends;
  count_end_tags(blocks, ends);
  MarkupList out;
  for (std::size_t at = 0; at < blocks.size();) {
    if (!has_raw_html(blocks[at])) {
      out.push_back(std::move(blocks[at++]));
      continue;
    }
    MarkupList together;  // up to where all that was begun has ended
    OpenElements open(ends);
    do {
      open.pass(blocks[at]);
      together.push_back(std::move(blocks[at++]));
    } while (!open.are_none() && at < blocks.size());
    // A note belongs to no element around it: in one that takes only words, such as a summary
    // without end, it would be no note.
    MarkupList notes;
    lift_notes(together, notes);
    nest(std::move(together), out);
    for (Markup& note : notes) {
      if (has_raw_html(note)) {
        nest({std::move(note)}, out);
      } else {
        out.push_back(std::move(note));
      }
    }
  }
  return out;
}

}  // namespace garland
