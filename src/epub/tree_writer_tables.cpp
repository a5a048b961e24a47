#include <algorithm>
#include <numeric>

#include "base/unicode.h"
#include "epub/tree_writer_element.h"

namespace garland {
namespace {

constexpr std::size_t kLargestSpan = 1000;  // the limit of HTML, 4.9.11
const Blocks kNoBlocks;

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

std::string first_words(const Blocks& blocks) {
  for (const Block& block : blocks) {
    if (const auto* paragraph = block.as<Paragraph>()) {
      return collapse_spaces(plain_text(paragraph->inlines));
    }
  }
  return {};
}

// A paragraph alone is written without an element of its own: what is around it bears its
// attributes.
const Paragraph* only_paragraph(const Blocks& blocks) {
  return blocks.size() == 1 ? blocks.front().as<Paragraph>() : nullptr;
}

const Attributes& compact_attributes(const Blocks& blocks) {
  static const Attributes kNone;
  return only_paragraph(blocks) != nullptr ? blocks.front().attributes : kNone;
}

// Whether an address is all that a cell says, linked or not: it may break anywhere, for nothing
// else would have room beside it.
bool is_address(const Inlines& inlines) {
  constexpr std::size_t kShortest = 16;  // of those that need it, in bytes
  if (inlines.size() != 1) return false;
  if (const Inlines* inner = children_of(inlines.front())) return is_address(*inner);
  const auto* text = inlines.front().as<Text>();
  return text != nullptr && text->text.size() >= kShortest &&
         text->text.find(' ') == std::string::npos &&
         text->text.find_first_of("/@") != std::string::npos;
}

bool is_address(const Blocks& blocks) {
  const Paragraph* only = only_paragraph(blocks);
  return only != nullptr && is_address(only->inlines);
}

// What a telephone has room for at twice the usual size of type, in em.
constexpr double kNarrowestScreen = 11;
constexpr double kNarrowestAddress = 4;

// The least width of a cell, in em: its longest word, at a little more than letters have on
// average, and the white beside it.
double least_width(const TableCell& cell) {
  if (cell.blocks.empty()) return 0;
  const auto* paragraph = cell.blocks.front().as<Paragraph>();
  if (paragraph == nullptr || cell.blocks.size() > 1) return kNarrowestScreen;
  if (is_address(paragraph->inlines)) return kNarrowestAddress;
  const std::string text = plain_text(paragraph->inlines);
  int longest = 0;
  int length = 0;
  for (std::size_t at = 0; at < text.size();) {
    length = is_space(next_code_point(text, at)) ? 0 : length + 1;
    longest = std::max(longest, length);
  }
  return longest * 0.55 + 0.9;
}

// Whether the table may be wider than a screen, and has to scroll there.
bool may_be_too_wide(const TableGrid& grid) {
  std::vector<double> columns(grid.column_count);
  for (const GridCell& placed : grid.cells) {
    if (placed.cell == nullptr) continue;
    const double share = least_width(*placed.cell) / static_cast<double>(placed.column_count);
    for (std::size_t i = 0; i < placed.column_count; ++i) {
      double& column = columns.at(placed.column + i);
      column = std::max(column, share);
    }
  }
  return std::accumulate(columns.begin(), columns.end(), 0.0) > kNarrowestScreen;
}

}  // namespace

void TreeWriter::write(const Table& node, const Block& outer) {
  if (node.head.empty() && node.body.empty()) {
    write_blocks(node.caption);
    return;
  }
  const TableGrid grid = make_grid(node);
  const bool scrolls = may_be_too_wide(grid);
  if (scrolls) open_table_frame(node);
  write_table(node, grid, outer);
  if (scrolls) page_.close();
  xml_.line_end();
}

// A table wider than the screen scrolls in its frame. Others have none, for a frame cannot be
// divided between pages.
void TreeWriter::open_table_frame(const Table& node) {
  page_.open("div", "table-frame");
  const std::string name = first_words(node.caption);
  write_scroll_frame(name.empty() ? plan_.anthology->words["table"] : name);
}

void TreeWriter::write_table(const Table& node, const TableGrid& grid, const Block& outer) {
  const Element element(*this, "table", outer.attributes);
  xml_.line_end();
  if (!node.caption.empty()) {
    {
      const Element caption(*this, "caption", compact_attributes(node.caption));
      write_compact(node.caption);
    }
    xml_.line_end();
  }
  const std::string& id = outer.attributes.id;
  if (grid.head_row_count > 0) write_rows("thead", grid, 0, grid.head_row_count, id);
  if (grid.head_row_count < grid.row_count) {
    write_rows("tbody", grid, grid.head_row_count, grid.row_count, id);
  }
}

void TreeWriter::write_rows(std::string_view group, const TableGrid& grid, std::size_t begin,
                            std::size_t end, const std::string& table) {
  auto cell =
      std::lower_bound(grid.cells.begin(), grid.cells.end(), begin,
                       [](const GridCell& placed, std::size_t row) { return placed.row < row; });
  page_.open(group);
  xml_.line_end();
  for (std::size_t row = begin; row < end; ++row) {
    page_.open("tr");
    for (; cell != grid.cells.end() && cell->row == row; ++cell) {
      if (page_marks_.are_wanted()) page_marks_.enter(cell_element(table, row, cell->column));
      const bool is_row_header = cell->cell != nullptr && cell->cell->is_header;
      write_cell(*cell, group == "thead" ? "col" : is_row_header ? "row" : "");
    }
    page_.close();
    xml_.line_end();
  }
  page_.close();
  xml_.line_end();
}

// A cell that says nothing is the header of nothing, wherever it stands.
void TreeWriter::write_cell(const GridCell& placed, std::string_view header_scope) {
  const Blocks& blocks = placed.cell == nullptr ? kNoBlocks : placed.cell->blocks;
  const bool is_header = !header_scope.empty() && has_name(blocks);
  std::string css_class(alignment_class(placed.alignment));
  if (is_address(blocks)) css_class += css_class.empty() ? "address" : " address";
  Element element(*this, is_header ? "th" : "td", compact_attributes(blocks), css_class);
  if (is_header) element.attribute("scope", header_scope);
  const std::size_t across = std::min(placed.column_count, kLargestSpan);
  const std::size_t down = std::min(placed.row_count, kLargestSpan);
  if (across > 1) element.attribute("colspan", std::to_string(across));
  if (down > 1) element.attribute("rowspan", std::to_string(down));
  const bool was_in_header_cell = is_in_header_cell_;
  is_in_header_cell_ = is_header || was_in_header_cell;
  write_named(blocks, is_header ? formula_name(blocks) : std::string());
  is_in_header_cell_ = was_in_header_cell;
}

// A header cell is called what is inside it: programs take no name from its own attributes.
void TreeWriter::write_named(const Blocks& blocks, const std::string& name) {
  if (name.empty()) return write_compact(blocks);
  page_.open("span");
  xml_.attribute("role", "math");
  xml_.attribute("aria-label", name);
  write_compact(blocks);
  page_.close();
}

void TreeWriter::write_compact(const Blocks& blocks) {
  const Paragraph* only = only_paragraph(blocks);
  if (only == nullptr) return write_blocks(blocks);
  const std::string& id = blocks.front().attributes.id;
  if (!id.empty()) page_marks_.enter(id);
  write_inlines(only->inlines);
}

}  // namespace garland
