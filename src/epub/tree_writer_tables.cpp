#include <algorithm>

#include "base/unicode.h"
#include "epub/tree_writer_element.h"

namespace garland {
namespace {

constexpr int kLargestSpan = 1000;  // the limit of HTML, 4.9.11

std::string_view alignment_class(Alignment alignment) {
  switch (alignment) {
    case Alignment::Left:
      return "left";
    case Alignment::Center:
      return "center";
    case Alignment::Right:
      return "right";
    case Alignment::Default:
      break;
  }
  return {};
}

// The first words of a caption, to name the frame that a wide table scrolls in.
std::string caption_text(const Blocks& caption) {
  for (const Block& block : caption) {
    if (const auto* paragraph = block.as<Paragraph>()) {
      return collapse_spaces(plain_text(paragraph->inlines));
    }
  }
  return {};
}

}  // namespace

void TreeWriter::write(const Table& node, const Block& outer) {
  if (node.head.empty() && node.body.empty()) {
    write_blocks(node.caption);
    return;
  }
  // A table wider than the screen scrolls in its frame, by keyboard too (WCAG 2.1.1).
  page_.open("div", "table-frame");
  xml_.attribute("role", "group");
  const std::string name = caption_text(node.caption);
  xml_.attribute("aria-label", name.empty() ? plan_.anthology->words["table"] : name);
  xml_.attribute("tabindex", "0");
  {
    const Element element(*this, "table", outer.attributes);
    xml_.line_end();
    if (!node.caption.empty()) {
      page_.open("caption");
      write_compact(node.caption);
      page_.close();
      xml_.line_end();
    }
    if (!node.head.empty()) write_rows("thead", node.head, node);
    if (!node.body.empty()) write_rows("tbody", node.body, node);
  }
  page_.close();
  xml_.line_end();
}

void TreeWriter::write_rows(std::string_view group, const std::vector<TableRow>& rows,
                            const Table& table) {
  page_.open(group);
  xml_.line_end();
  for (const TableRow& row : rows) {
    page_.open("tr");
    std::size_t column = 0;
    for (const TableCell& cell : row.cells) {
      write_cell(cell, column, group == "thead", table);
      column += static_cast<std::size_t>(std::max(cell.column_span, 1));
    }
    page_.close();
    xml_.line_end();
  }
  page_.close();
  xml_.line_end();
}

void TreeWriter::write_cell(const TableCell& cell, std::size_t column, bool is_head,
                            const Table& table) {
  const bool is_header = is_head || cell.is_header;
  Alignment alignment = cell.alignment;
  if (alignment == Alignment::Default && column < table.columns.size()) {
    alignment = table.columns[column];
  }
  page_.open(is_header ? "th" : "td", alignment_class(alignment));
  if (is_header) xml_.attribute("scope", is_head ? "col" : "row");
  const int across = std::clamp(cell.column_span, 1, kLargestSpan);
  const int down = std::clamp(cell.row_span, 1, kLargestSpan);
  if (across > 1) xml_.attribute("colspan", std::to_string(across));
  if (down > 1) xml_.attribute("rowspan", std::to_string(down));
  const bool was_in_header_cell = is_in_header_cell_;
  is_in_header_cell_ = is_header || was_in_header_cell;
  write_compact(cell.blocks);
  is_in_header_cell_ = was_in_header_cell;
  page_.close();
}

// One plain paragraph is written without an element of its own.
void TreeWriter::write_compact(const Blocks& blocks) {
  if (blocks.size() == 1 && blocks.front().attributes.empty()) {
    if (const auto* paragraph = blocks.front().as<Paragraph>()) {
      write_inlines(paragraph->inlines);
      return;
    }
  }
  write_blocks(blocks);
}

}  // namespace garland
