#include "layout/galley/address_codes.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/uri.h"
#include "book/addresses.h"
#include "layout/galley/addresses.h"
#include "layout/galley/blocks.h"
#include "layout/galley/inlines.h"
#include "layout/galley/labels.h"

namespace garland {
namespace {

constexpr Length kSmallestSide = 16_mm;  // of a code, its quiet zone not counted
constexpr Length kSmallestModule = 0.33_mm;
constexpr double kNarrowestWords = 8;  // em: beside a code
constexpr double kCellGap = 1.5;       // em between two cells of a row
constexpr double kNumberGap = 0.4;     // em between a number and its words

// How codes and words share the measure.
struct CodeGrid {
  Length side;   // of a code: from the first line's capitals down to the last one's baseline
  Length top;    // of a code, in its cell
  Length white;  // around a code
  Length cell_width;
  Length gap;  // between two cells
  std::size_t columns = 1;
  bool is_beside = true;  // the words; else they stand below the code

  int most_modules() const {
    return side > cell_width ? 0 : static_cast<int>(side.points() / kSmallestModule.points());
  }
};

CodeGrid plan_grid(Setter& setter, const TextStyle& style, const Frame& frame) {
  CodeGrid grid;
  const TextSpan span = span_of(style, frame.language, kArtifact);
  const FaceMetrics& metrics = setter.fonts().metrics(setter.fonts().face(span.font));
  const Length capitals = style.size * metrics.cap_height / std::max(metrics.units_per_em, 1);
  grid.side = capitals;
  while (grid.side < kSmallestSide) grid.side += style.leading;
  grid.top = setter.empty_slab(style).baseline - capitals;
  grid.white = grid.side * kQuietModules / kFewestModules;
  const Length narrowest = grid.side + grid.white + style.size.scaled(kNarrowestWords);
  grid.gap = std::max(grid.white, style.size.scaled(kCellGap));
  grid.is_beside = narrowest <= frame.width;
  if (grid.is_beside) {
    grid.columns =
        static_cast<std::size_t>((frame.width + grid.gap).units() / (narrowest + grid.gap).units());
  }
  const auto count = static_cast<std::int64_t>(grid.columns);
  grid.cell_width = (frame.width - grid.gap * (count - 1)) / count;
  return grid;
}

class CodeSetter {
 public:
  CodeSetter(Setter& setter, const Frame& frame)
      : setter_(setter),
        frame_(frame),
        style_(setter.style(frame.role, frame)),
        grid_(plan_grid(setter, style_, frame)) {
    frame_.align = TextAlign::Left;
  }

  void set() {
    frame_.parent = setter_.add_node(StructureType::L, frame_.parent);
    setter_.node(frame_.parent).numbering = StructureNode::Numbering::Decimal;
    for (const std::string& address : setter_.note_marks.addresses()) {
      ++number_;
      const auto code = make_qr_code(ascii_address(address), grid_.most_modules());
      code ? add_cell(address, *code) : add_words(address);
    }
    end_row();
  }

 private:
  bool is_right_to_left() const { return frame_.direction == Direction::RightToLeft; }

  // What a code cannot say has a row of its own.
  void add_words(const std::string& address) {
    end_row();
    const Item item = add_item(frame_);
    row_ = joined(set_words(address, item));
    end_row();
  }

  void add_cell(const std::string& address, const QrCode& code) {
    if (cell_count_ == grid_.columns) end_row();
    Item item = add_item(cell_frame());
    const StructureId figure = setter_.add_node(StructureType::Figure, item.frame.parent);
    Slab code_slab = set_code(code, figure, item.frame);
    setter_.node(figure).alternative = fmt::format("{}: {}", setter_.anthology().words["qr-code"],
                                                   short_label(readable_address(address)));
    const Length beside = grid_.side + grid_.white;
    if (grid_.is_beside) {
      item.frame.width -= beside;
      if (!is_right_to_left()) item.frame.left += beside;
    }
    Slab words = joined(set_words(address, item));
    const Length down = grid_.is_beside ? Length() : code_slab.height + grid_.white;
    const Length foot = std::max(code_slab.height, down + words.height);
    if (cell_count_++ == 0) row_.baseline = down + words.baseline;
    row_.height = std::max(row_.height, foot);
    add_to(row_, std::move(code_slab), Length());
    add_to(row_, std::move(words), down);
  }

  // The next cell of the row, from the side where lines begin.
  Frame cell_frame() const {
    const std::size_t from_left =
        is_right_to_left() ? grid_.columns - 1 - cell_count_ : cell_count_;
    Frame cell = frame_;
    cell.width = grid_.cell_width;
    cell.left += (grid_.cell_width + grid_.gap) * static_cast<std::int64_t>(from_left);
    return cell;
  }

  struct Item {
    StructureId label = 0;
    Frame frame;  // its parent is the item's body
  };

  Item add_item(Frame frame) {
    const StructureId node = setter_.add_node(StructureType::LI, frame.parent);
    const StructureId label = setter_.add_node(StructureType::Lbl, node);
    frame.parent = setter_.add_node(StructureType::LBody, node);
    return {label, std::move(frame)};
  }

  // On the side of the cell where lines begin; as high as its whole lines.
  Slab set_code(const QrCode& code, StructureId figure, const Frame& cell) const {
    const Length left = is_right_to_left() ? cell.left + cell.width - grid_.side : cell.left;
    const Rect rect{{left, grid_.top}, grid_.side, grid_.side};
    Slab slab;
    slab.height = grid_.top + grid_.side + (style_.leading - setter_.empty_slab(style_).baseline);
    slab.items.push_back({PlacedCode{rect, code}, figure});
    slab.boxes.push_back({figure, rect});
    return slab;
  }

  // The address behind its number.
  Slabs set_words(const std::string& address, const Item& item) {
    const ParagraphText number = plain_paragraph(fmt::format("{}.", number_),
                                                 span_of(style_, item.frame.language, item.label));
    const Length edge = natural_width(number, setter_.fonts());
    const Block block = address_block(address);
    TextBlock text;
    text.inlines = &block.as<Paragraph>()->inlines;
    text.role = item.frame.role;
    text.structure = setter_.add_node(StructureType::P, item.frame.parent);
    text.first_indent = edge + style_.size.scaled(kNumberGap);
    text.element = address_element(number_);
    return setter_.capture([&] {
      setter_.add_anchor(setter_.anchor_name(text.element));
      setter_.add_text(text, item.frame);
      place_label(setter_, number, 0, edge, item.frame);
    });
  }

  void end_row() {
    if (row_.height > Length()) setter_.add_slab(std::exchange(row_, {}));
    cell_count_ = 0;
    setter_.ask_space(std::max(style_.leading, grid_.white));
  }

  Setter& setter_;
  Frame frame_;
  TextStyle style_;
  CodeGrid grid_;
  std::size_t number_ = 0;
  Slab row_;  // that is being filled
  std::size_t cell_count_ = 0;
};

}  // namespace

void set_address_codes(Setter& setter, const Frame& frame) { CodeSetter(setter, frame).set(); }

}  // namespace garland
