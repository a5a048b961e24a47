#include "readers/markdown/places.h"

#include <algorithm>

namespace garland {

SourceRange MarkdownPlaces::place(int line, int column) {
  if (line <= 0) return {};
  auto byte_column = static_cast<std::size_t>(std::max(column, 1));
  const auto number = static_cast<std::size_t>(line);
  if (paragraph_ != nullptr && line > cmark_node_get_start_line(paragraph_) &&
      line <= cmark_node_get_end_line(paragraph_)) {
    const std::string_view text = lines_.line(number);
    const std::size_t prefix = std::min(text.find_first_not_of(" \t>"), text.size());
    byte_column += prefix + 1;
    byte_column -= std::min(byte_column - 1,
                            static_cast<std::size_t>(cmark_node_get_start_column(paragraph_)));
  }
  return SourceRange::at(lines_.first_line() + static_cast<std::uint32_t>(line) - 1,
                         lines_.column(number, byte_column));
}

SourceRange MarkdownPlaces::range_of(cmark_node* node) {
  const bool is_inline =
      (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
  if (!is_inline) paragraph_ = nullptr;
  SourceRange range = place(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
  const SourceRange end = place(cmark_node_get_end_line(node), cmark_node_get_end_column(node));
  range.end_line = std::max(end.begin_line, range.begin_line);
  range.end_column = end.begin_line >= range.begin_line ? end.begin_column : range.begin_column;
  if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH) paragraph_ = node;
  return range;
}

}  // namespace garland
