#include "readers/markdown/tag_place.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include "readers/html/tags.h"
#include "readers/markdown/tag_meanings.h"
#include "readers/markdown/tag_tokens.h"
#include "readers/markdown/text_parts.h"

namespace garland {
namespace {

constexpr std::size_t kMostOpen = 16;

Markup tag_element(std::size_t number, SourceRange range) {
  Markup tag = Markup::element(std::string(kTagElement), range);
  tag.set_attribute(kTagNumber, std::to_string(number));
  return tag;
}

class TagMarker {
 public:
  explicit TagMarker(const std::vector<SiteTag>& tags) : tags_(tags) {}

  void mark(MarkupList& nodes) const {
    split_texts(nodes);
    for (Markup& node : nodes) {
      restore_attributes(node);
      if (node.kind == Markup::Kind::RawHtml) {
        mark_html(node.text);
      } else if (is_verbatim(node)) {
        restore(node);
      } else {
        mark(node.children);
      }
    }
  }

 private:
  // Makes an element of each token in words.
  static void split_texts(MarkupList& nodes) {
    const auto has_token = [](const Markup& node) {
      return node.is_text() && next_token(node.text, 0).has_value();
    };
    if (std::none_of(nodes.begin(), nodes.end(), has_token)) return;
    MarkupList out;
    for (Markup& node : nodes) {
      if (!has_token(node)) {
        out.push_back(std::move(node));
        continue;
      }
      std::size_t at = 0;
      while (const std::optional<TagToken> token = next_token(node.text, at)) {
        out.push_back(Markup::characters(node.text.substr(at, token->begin - at), node.range));
        out.push_back(tag_element(token->tag, node.range));
        at = token->end;
      }
      out.push_back(Markup::characters(node.text.substr(at), node.range));
    }
    nodes = std::move(out);
  }

  void restore_attributes(Markup& node) const {
    for (auto& [key, value] : node.attributes) {
      if (next_token(value, 0)) value = with_tags_written_out(value, tags_);
    }
  }

  void restore(Markup& node) const {
    if (next_token(node.text, 0)) node.text = with_tags_written_out(node.text, tags_);
    for (Markup& child : node.children) {
      restore_attributes(child);
      restore(child);
    }
  }

  // Elements between the HTML's own tags; inside of them what was written.
  void mark_html(std::string& html) const {
    if (!next_token(html, 0)) return;
    std::string out;
    std::size_t at = 0;
    HtmlTagScanner scanner(html);
    for (HtmlTag tag; scanner.next(tag); at = tag.end_offset) {
      append_outside(std::string_view(html).substr(at, tag.begin_offset - at), out);
      append_tag(std::string_view(html).substr(tag.begin_offset, tag.end_offset - tag.begin_offset),
                 out);
    }
    append_outside(std::string_view(html).substr(at), out);
    html = std::move(out);
  }

  // What stands outside of tags: words, and comments, which keep what was written.
  void append_outside(std::string_view text, std::string& out) const {
    while (!text.empty()) {
      const std::size_t begin = std::min(text.find("<!--"), text.size());
      const std::size_t close = text.find("-->", begin);
      const std::size_t end = close == text.npos ? text.size() : close + 3;
      append_words(text.substr(0, begin), out);
      out.append(with_tags_written_out(text.substr(begin, end - begin), tags_));
      text.remove_prefix(end);
    }
  }

  static void append_words(std::string_view words, std::string& out) {
    std::size_t at = 0;
    while (const std::optional<TagToken> token = next_token(words, at)) {
      out.append(words.substr(at, token->begin - at));
      out.append(fmt::format("<{0} {1}=\"{2}\"></{0}>", kTagElement, kTagNumber, token->tag));
      at = token->end;
    }
    out.append(words.substr(at));
  }

  void append_tag(std::string_view tag, std::string& out) const {
    std::size_t at = 0;
    while (const std::optional<TagToken> token = next_token(tag, at)) {
      out.append(tag.substr(at, token->begin - at));
      if (token->tag < tags_.size()) out.append(escaped(tags_[token->tag].source));
      at = token->end;
    }
    out.append(tag.substr(at));
  }

  // For an attribute's value. References stay as they are, for the tag stands in HTML already: what
  // document/html_escape does to them would be undone once too little.
  static std::string escaped(std::string_view source) {
    std::string out;
    for (const char c : source) {
      switch (c) {
        case '"':
          out += "&quot;";
          break;
        case '<':
          out += "&lt;";
          break;
        case '>':
          out += "&gt;";
          break;
        default:
          out += c;
      }
    }
    return out;
  }

  const std::vector<SiteTag>& tags_;
};

class TagPlacer {
 public:
  TagPlacer(const TagContext& context, Diagnostics& diagnostics)
      : context_(context), meanings_(context, diagnostics) {}

  void place(MarkupList& nodes) {
    for (Markup& node : nodes) {
      if (is_verbatim(node)) {
        write_out(node.children);
      } else {
        place(node.children);
      }
    }
    const auto is_tag = [](const Markup& node) { return node.is(kTagElement); };
    if (std::any_of(nodes.begin(), nodes.end(), is_tag)) pair_tags(nodes);
  }

  void finish() { meanings_.report_rest(); }

 private:
  struct Open {
    std::size_t place = 0;  // in the list of nodes that are done
    TagWords words;
    const SiteTag* tag = nullptr;
  };

  void write_out(MarkupList& nodes) const {
    for (Markup& node : nodes) {
      if (const SiteTag* tag = tag_of(node)) node = Markup::characters(tag->source, node.range);
      write_out(node.children);
    }
  }

  const SiteTag* tag_of(const Markup& node) const {
    if (!node.is(kTagElement)) return nullptr;
    std::size_t number = context_.tags.size();
    const std::string_view digits = node.attribute(kTagNumber);
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number < context_.tags.size() ? &context_.tags[number] : nullptr;
  }

  void pair_tags(MarkupList& nodes) {
    MarkupList out;
    std::vector<Open> open;
    for (Markup& node : nodes) {
      const SiteTag* tag = tag_of(node);
      if (tag == nullptr) {
        out.push_back(std::move(node));
        continue;
      }
      TagWords words = words_of(*tag);
      if (words.is_end) {
        close(words, *tag, open, out);
      } else {
        if (may_have_end(*tag, words) && open.size() < kMostOpen) {
          open.push_back({out.size(), std::move(words), tag});
        }
        out.push_back(std::move(node));
      }
    }
    settle(0, out);
    nodes = std::move(out);
  }

  static bool may_have_end(const SiteTag& tag, const TagWords& words) {
    return !words.is_closed &&
           (tag.form == SiteTag::Form::Shortcode || tag.form == SiteTag::Form::Statement ||
            tag.form == SiteTag::Form::Component);
  }

  void close(const TagWords& words, const SiteTag& tag, std::vector<Open>& open, MarkupList& out) {
    const bool ends_any = words.name.empty() && tag.form == SiteTag::Form::Statement;
    const auto found = std::find_if(open.rbegin(), open.rend(), [&](const Open& candidate) {
      return candidate.words.name == words.name || ends_any;
    });
    if (found == open.rend()) return meanings_.leave_out(tag, out);
    const Open begin = *found;
    settle(begin.place + 1, out);
    const auto first = out.begin() + static_cast<std::ptrdiff_t>(begin.place) + 1;
    MarkupList content(std::make_move_iterator(first), std::make_move_iterator(out.end()));
    out.resize(begin.place);
    open.erase(std::next(found).base(), open.end());
    meanings_.add_pair(*begin.tag, begin.words, std::move(content), out);
  }

  // Gives the tags from `begin` on that have no end their meanings.
  void settle(std::size_t begin, MarkupList& out) {
    const auto first = out.begin() + static_cast<std::ptrdiff_t>(begin);
    MarkupList rest(std::make_move_iterator(first), std::make_move_iterator(out.end()));
    out.resize(begin);
    for (Markup& node : rest) {
      const SiteTag* tag = tag_of(node);
      if (tag == nullptr) {
        out.push_back(std::move(node));
      } else {
        add_single(*tag, node, out);
      }
    }
  }

  // What a tag alone on its line shows is a paragraph of its own.
  void add_single(const SiteTag& tag, const Markup& node, MarkupList& out) {
    MarkupList shown;
    meanings_.add_single(tag, shown);
    const bool is_paragraph = node.has_attribute(kBlockTag) &&
                              std::all_of(shown.begin(), shown.end(), [](const Markup& n) {
                                return n.is("a") || n.is("img") || n.is_text();
                              });
    if (is_paragraph) {
      Markup paragraph = Markup::element("p", tag.range);
      paragraph.children = std::move(shown);
      return out.push_back(std::move(paragraph));
    }
    std::move(shown.begin(), shown.end(), std::back_inserter(out));
  }

  const TagContext& context_;
  TagMeanings meanings_;
};

}  // namespace

void mark_site_tags(MarkupList& nodes, const std::vector<SiteTag>& tags) {
  if (!tags.empty()) TagMarker(tags).mark(nodes);
}

void place_site_tags(MarkupList& nodes, const TagContext& context, Diagnostics& diagnostics) {
  if (context.tags.empty()) return;
  TagPlacer placer(context, diagnostics);
  placer.place(nodes);
  placer.finish();
}

}  // namespace garland
