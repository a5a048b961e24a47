// Tables: columns that fit the measure, rows as slabs, the head repeated where a page begins within
// the table. Rules in the manner of good books: above, below the head, and at the foot.
#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "book/page_list.h"
#include "document/table_grid.h"
#include "layout/galley/blocks.h"
#include "layout/galley/table_needs.h"
#include "layout/galley/table_rows.h"
#include "layout/galley/table_widths.h"

namespace garland {
namespace {

constexpr double kColumnGap = 1.1;        // em between two columns
constexpr double kNarrowestColumn = 3.2;  // em, when words must be broken
constexpr double kRowGap = 0.2;           // of the leading, below a row
constexpr double kHighestWholeRow = 0.2;  // of the text block: higher rows are cut …
constexpr int kCutLines = 4;              // … in pieces of so many lines at least
constexpr double kHighestRepeatedHead = 0.25;
constexpr double kKeptTogether = 0.4;   // of the text block: tables up to this stay on a page
constexpr double kMostPressed = 1.6;    // natural widths, of a measure that is not the page's
constexpr double kHighestAcross = 0.9;  // of the text block: a piece that goes over all columns
constexpr std::int64_t kKeptTableCost = 8000;
constexpr Length kHeavyRule = 0.8_pt;
constexpr Length kLightRule = 0.4_pt;

// Sources name sides of the page, so that numbers stand unit below unit in all scripts.
std::optional<TextAlign> text_align(Alignment alignment, Direction direction) {
  switch (alignment) {
    case Alignment::Left:
      return on_side(TextAlign::Left, direction);
    case Alignment::Right:
      return on_side(TextAlign::Right, direction);
    case Alignment::Center:
      return TextAlign::Center;
    case Alignment::Default:
      break;
  }
  return std::nullopt;
}

class TableSetter {
 public:
  TableSetter(Setter& setter, const Table& table, const Frame& frame)
      : setter_(setter), table_(table), frame_(frame), grid_(make_grid(table)) {
    style_ = setter.style(TextRole::TableCell, frame);
    gap_ = style_.size.scaled(kColumnGap);
    element_ = setter.element();
    if (!grid_.cells.empty()) needs_ = measure_columns(setter, grid_, gap_, frame);
  }

  // Whether the measure presses the columns: the type would be smaller, the table cut, or most
  // lines turned.
  bool is_pressed() const {
    if (grid_.cells.empty()) return false;
    const TablePlan plan = plan_table();
    Length natural = gap_ * static_cast<std::int64_t>(needs_.size() - 1);
    for (const ColumnNeed& need : needs_) natural += need.natural;
    return plan.scale < 1 || plan.panels.size() > 1 || natural > frame_.width.scaled(kMostPressed);
  }

  void set() {
    if (grid_.cells.empty()) return set_lone_caption();
    node_ = setter_.add_node(StructureType::Table, frame_.parent);
    setter_.set_direction(node_, frame_.direction);
    const Length space = setter_.style(TextRole::Body, frame_).leading.scaled(0.75);
    setter_.ask_space(space);
    set_caption();
    make_nodes();
    const TablePlan plan = plan_table();
    frame_.scale *= plan.scale;
    style_ = setter_.style(TextRole::TableCell, frame_);
    for (const TablePanel& panel : plan.panels) {
      if (&panel != &plan.panels.front()) setter_.ask_space(style_.leading);
      set_panel(panel);
    }
    setter_.ask_space(space);
    setter_.is_lead = false;
  }

 private:
  TablePlan plan_table() const {
    return plan_columns(needs_, frame_.width, gap_, style_.size.scaled(kNarrowestColumn));
  }

  // Of a table without rows: words that the structure of a table could not hold.
  void set_lone_caption() {
    Frame inner = frame_;
    inner.role = TextRole::Caption;
    set_blocks(setter_, table_.caption, inner);
  }

  void set_caption() {
    if (table_.caption.empty()) return;
    Frame inner = frame_;
    inner.role = TextRole::Caption;
    inner.parent = setter_.add_node(StructureType::Caption, node_);
    const std::size_t first = setter_.slabs().size();
    setter_.is_lead = true;
    set_blocks(setter_, table_.caption, inner);
    for (std::size_t i = first + 1; i < setter_.slabs().size(); ++i) {
      setter_.slab(i).break_cost = kForbidden;
    }
    setter_.ask_space(style_.leading / 3);
    setter_.keep_with_next();
  }

  // The structure is of the table as written, whatever panels it is cut into.
  void make_nodes() {
    StructureId group = -1;
    std::vector<StructureId> rows;
    for (std::size_t row = 0; row < grid_.row_count; ++row) {
      if (row == 0 || row == grid_.head_row_count) {
        // A table of header rows alone has a body all the same (PDF/UA-1, 7.2).
        const bool is_head = row < grid_.head_row_count && grid_.head_row_count < grid_.row_count;
        group = setter_.add_node(is_head ? StructureType::THead : StructureType::TBody, node_);
      }
      rows.push_back(setter_.add_node(StructureType::TR, group));
    }
    column_cells_.resize(grid_.column_count);
    for (const GridCell& cell : grid_.cells) {
      column_cells_[cell.column].push_back(cell_nodes_.size());
      cell_nodes_.push_back(make_cell_node(cell, rows));
    }
  }

  StructureId make_cell_node(const GridCell& cell, const std::vector<StructureId>& rows) {
    const bool is_in_head = cell.row < grid_.head_row_count;
    const bool is_header = is_in_head || (cell.cell != nullptr && cell.cell->is_header);
    const StructureId id =
        setter_.add_node(is_header ? StructureType::TH : StructureType::TD, rows[cell.row]);
    StructureNode& node = setter_.node(id);
    node.row_span = static_cast<int>(cell.row_count);
    node.column_span = static_cast<int>(cell.column_count);
    if (is_header) {
      node.scope = is_in_head ? StructureNode::Scope::Column : StructureNode::Scope::Row;
    }
    return id;
  }

  // Left edge and width of each of the panel's columns; the panel is centred.
  void place_columns(const TablePanel& panel) {
    Length total;
    for (const Length width : panel.widths) total += width;
    total += gap_ * static_cast<std::int64_t>(panel.widths.size() - 1);
    total = std::min(total, frame_.width);
    panel_left_ = frame_.left + (frame_.width - total) / 2;
    panel_width_ = total;
    lefts_.assign(grid_.column_count, Length());
    widths_.assign(grid_.column_count, Length());
    Length x = panel_left_;
    for (std::size_t i = 0; i < panel.columns.size(); ++i) {
      lefts_[panel.columns[i]] = x;
      widths_[panel.columns[i]] = panel.widths[i];
      x += panel.widths[i] + gap_;
    }
    if (frame_.direction != Direction::RightToLeft) return;
    for (const std::size_t column : panel.columns) {
      lefts_[column] = panel_left_ * 2 + panel_width_ - lefts_[column] - widths_[column];
    }
  }

  // A cell that stands in the book already is repeated for the eye alone.
  SetCell set_cell(std::size_t index, bool is_repeated) {
    const GridCell& cell = grid_.cells[index];
    Length left = lefts_[cell.column];
    Length right = left + widths_[cell.column];
    for (std::size_t i = 1; i < cell.column_count; ++i) {
      const std::size_t column = cell.column + i;
      if (widths_[column] == Length()) break;  // stands in the next panel
      left = std::min(left, lefts_[column]);
      right = std::max(right, lefts_[column] + widths_[column]);
    }
    Frame inner = frame_;
    inner.left = left;
    inner.width = right - left;
    inner.role = role_of(cell, grid_);
    inner.parent = cell_nodes_[index];
    inner.align = text_align(cell.alignment, frame_.direction);
    SetCell set;
    set.row_count = cell.row_count;
    if (cell.cell == nullptr) return set;
    setter_.set_element(cell_element(element_, cell.row, cell.column));
    const auto set_words = [&] { set_blocks(setter_, cell.cell->blocks, inner); };
    set.slabs = is_repeated ? setter_.capture_artifact(inner.parent, set_words)
                            : setter_.capture(set_words);
    set.height = height_of(set.slabs);
    return set;
  }

  // The cells of the panel, by rows.
  SetRows set_cells(const TablePanel& panel) {
    SetRows rows(grid_.row_count);
    std::vector<std::size_t> indexes;
    for (const std::size_t column : panel.columns) {
      indexes.insert(indexes.end(), column_cells_[column].begin(), column_cells_[column].end());
    }
    std::sort(indexes.begin(), indexes.end());
    for (const std::size_t i : indexes) {
      const GridCell& cell = grid_.cells[i];
      rows[cell.row].push_back(set_cell(i, panel.repeats_first && cell.column == 0));
    }
    return rows;
  }

  Slab rule_slab(Length thickness, Length above, Length below) const {
    Slab slab;
    slab.height = above + thickness + below;
    slab.items.push_back(
        rule_item({{panel_left_, above}, panel_width_, thickness}, setter_.theme().rule_color));
    return slab;
  }

  void set_panel(const TablePanel& panel) {
    place_columns(panel);
    SetRows cells = set_cells(panel);
    const std::vector<Length> heights = row_heights(cells);
    const std::span<SetRow> rows(cells);
    const std::size_t head_count = grid_.head_row_count;
    const Length row_gap = style_.leading.scaled(kRowGap);
    Slabs head = head_slabs(rows.first(head_count), heights);
    head.insert(head.begin(), rule_slab(kHeavyRule, Length(), row_gap));
    if (head_count > 0) head.push_back(rule_slab(kLightRule, row_gap, row_gap));
    const int repeated = remember_head(head);
    const Length text_height = setter_.theme().text_height();
    const RowCut cut{text_height.scaled(kHighestWholeRow), style_.leading * kCutLines, text_height};
    Slabs body =
        body_slabs(rows.subspan(head_count), std::span(heights).subspan(head_count), row_gap, cut);
    for (Slab& slab : body) slab.table_head = repeated;
    if (!body.empty()) body.front().break_cost = kForbidden;
    Slabs all = std::move(head);
    for (Slab& slab : all) slab.break_cost = kForbidden;
    all.front().break_cost = 0;
    std::move(body.begin(), body.end(), std::back_inserter(all));
    keep_small(all);
    all.push_back(rule_slab(kHeavyRule, Length(), Length()));
    all.back().break_cost = kForbidden;
    for (Slab& slab : all) setter_.add_slab(std::move(slab));
  }

  // The head once more, for the pages on which the table goes on; -1 when it is not repeated.
  int remember_head(const Slabs& head) {
    const Length most = setter_.theme().text_height().scaled(kHighestRepeatedHead);
    if (grid_.head_row_count == 0 || height_of(head) > most) return -1;
    Slabs copy = head;
    make_artifact(copy);
    return setter_.add_table_head(std::move(copy));
  }

  void keep_small(Slabs& slabs) const {
    if (height_of(slabs) > setter_.theme().text_height().scaled(kKeptTogether)) return;
    for (Slab& slab : slabs) {
      if (&slab != &slabs.front()) slab.break_cost = std::max(slab.break_cost, kKeptTableCost);
    }
  }

  Setter& setter_;
  const Table& table_;
  Frame frame_;
  TableGrid grid_;
  TextStyle style_;
  std::string element_;  // the table's, for page beginnings
  Length gap_;
  std::vector<ColumnNeed> needs_;
  StructureId node_ = 0;
  std::vector<StructureId> cell_nodes_;                 // by grid cell
  std::vector<std::vector<std::size_t>> column_cells_;  // grid cells that begin in a column
  std::vector<Length> lefts_, widths_;                  // by column, in the panel that is being set
  Length panel_left_, panel_width_;
};

// How many slabs from `first` on make a piece that is not too high.
std::size_t piece_end(const Slabs& slabs, std::size_t first, Length most) {
  Length height;
  std::size_t end = first;
  for (std::size_t i = first; i < slabs.size(); ++i) {
    if (i > first && slabs[i].break_cost < kForbidden) end = i;
    height += slabs[i].height + (i > first ? slabs[i].space_before : Length());
    if (height > most && end > first) return end;
  }
  return slabs.size();
}

// A table over all columns stands in pieces, each with the table's head where it opens a page.
void set_table_across(Setter& setter, const Table& table, const Frame& frame) {
  Slabs slabs = setter.capture([&] { TableSetter(setter, table, frame).set(); });
  const Length most = setter.theme().text_height().scaled(kHighestAcross);
  const Length space = setter.style(TextRole::Body, frame).leading;
  for (std::size_t first = 0; first < slabs.size();) {
    const int head = first > 0 ? slabs[first].table_head : -1;
    const Length above = head >= 0 ? height_of(setter.table_head(head)) : Length();
    const std::size_t end = piece_end(slabs, first, most - above);
    const auto at = [&](std::size_t i) {
      return std::make_move_iterator(slabs.begin() + static_cast<std::ptrdiff_t>(i));
    };
    Slab piece = joined(Slabs(at(first), at(end)));
    piece.table_head = head;
    if (first == 0) setter.ask_figure_space(space);
    setter.add_slab(std::move(piece));
    first = end;
  }
  setter.ask_figure_space(space);
}

}  // namespace

void set_table(Setter& setter, const Table& table, const Frame& frame) {
  TableSetter own(setter, table, frame);
  if (!setter.may_go_across(frame) || !own.is_pressed()) return own.set();
  setter.set_across([&](const Frame& page) {
    Frame wide = frame;
    wide.width = page.width;
    set_table_across(setter, table, wide);
  });
}

}  // namespace garland
