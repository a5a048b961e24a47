// What has no place in a book: recorded with its words and the reason, or linked to.
#include <fmt/format.h>

#include <string>
#include <utility>

#include "base/unicode.h"
#include "document/web_address.h"
#include "readers/markup/markup_reader.h"

namespace garland {
std::string MarkupReader::address_of(const Markup& node) {
  for (const char* key : {"src", "data", "href", "data-src"}) {
    if (!node.attribute(key).empty()) return std::string(node.attribute(key));
  }
  for (const Markup& child : node.children) {
    if (child.is("source") || child.is("embed") || child.is("iframe")) {
      std::string found = address_of(child);
      if (!found.empty()) return found;
    }
  }
  return {};
}

// What a page cannot show becomes a link to it.
void MarkupReader::media(const Markup& node, Inlines& out, int depth) {
  const std::string address = address_of(node);
  if (address.empty() || address == "about:blank" ||
      address_kind(address) == AddressKind::Program || is_in_link_) {
    return left_out(node, out, depth);
  }
  drop(collapse_spaces(text_of(node)),
       fmt::format("shown only where a browser cannot play <{}>", node.name), node.range);
  diagnostics_.warning("media-as-link", node.range,
                       fmt::format("<{}> cannot stand in a book; a link to it does", node.name),
                       "say in words what there is to see or hear");
  std::string words(trim(node.attribute("title")));
  if (words.empty()) words = address;
  out.push_back(
      {Link{{LinkTarget::Kind::Unresolved, address, {}, {}}, {}, make_text(words, node.range)},
       {},
       node.range});
}

void MarkupReader::left_out(const Markup& node, Inlines& /*out*/, int /*depth*/) {
  std::string words = words_of(node);
  if (words.empty()) words = address_of(node);
  const bool shows_something = node.is("canvas") || node.is("video") || node.is("audio") ||
                               node.is("object") || node.is("embed") || node.is("iframe");
  if (words.empty() && shows_something) words = fmt::format("<{}>", node.name);
  drop(std::move(words), fmt::format("<{}> has no place in a book", node.name), node.range);
}

// What the makers of the markup have left out, and why.
void MarkupReader::dropped_words(const Markup& node, Inlines& /*out*/, int /*depth*/) {
  take_record(node, dropped_);
}

// The same where only items, rows or cells may stand; false for any other node.
bool MarkupReader::take_record(const Markup& node, Blocks& records) {
  if (!node.is("x-dropped")) return false;
  std::string words(node.attribute("words"));
  std::string reason(node.attribute("reason"));
  if (!words.empty()) {
    records.push_back({Dropped{std::move(words), std::move(reason)}, {}, node.range});
  }
  return true;
}

// What a field of a form already says; boxes to tick belong to lists (lists.cpp).
void MarkupReader::input(const Markup& node, Inlines& /*out*/, int /*depth*/) {
  const std::string_view type = node.attribute("type");
  if (type == "checkbox" || type == "radio" || type == "hidden") return;
  drop(collapse_spaces(node.attribute("value")), "the value of a form's field", node.range);
}

// Leaves out words that stand inside a paragraph, if there are any: they are listed behind it.
void MarkupReader::drop(std::string words, std::string reason, SourceRange range) {
  if (words.empty()) return;
  dropped_.push_back({Dropped{std::move(words), std::move(reason)}, {}, range});
}

void MarkupReader::nothing(const Markup& /*node*/, Inlines& /*out*/, int /*depth*/) {}

}  // namespace garland
