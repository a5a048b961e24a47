#include "layout/galley/table_needs.h"

#include <algorithm>

#include "base/unicode.h"
#include "document/walk.h"
#include "layout/galley/figures.h"
#include "layout/galley/inlines.h"

namespace garland {
namespace {

constexpr int kPictureEms = 6;        // a picture's column is at least so wide
constexpr int kOtherEms = 14;         // what lists and the like would have
constexpr double kLetterEms = 0.45;   // a letter of such, on average
constexpr int kTextEms = 4;           // short words do not make a column that nobody can read
constexpr Length kRounding = 0.5_pt;  // so that a line as wide as its column is not broken

// Of words that divide no word; pictures among them give way.
Length least_width(Setter& setter, const BuiltText& built, const Inlines& inlines,
                   const TextStyle& style, const Frame& frame) {
  if (built.paragraph.objects.empty()) return minimum_width(built.paragraph, setter.fonts());
  Frame narrow = frame;
  narrow.width = std::min(narrow.width, style.size * kPictureEms);
  const BuiltText again = build_text(setter, inlines, style, narrow, kArtifact);
  return minimum_width(again.paragraph, setter.fonts());
}

// About as wide as the words of a list, of code and the like in one line.
Length words_width(const Block& block, Length em) {
  std::size_t count = 0;
  query(Blocks{block}, Visitors{[&count](const Block& node) {
                                  const auto* code = node.as<CodeBlock>();
                                  if (code != nullptr) count += count_code_points(code->text);
                                },
                                [&count](const Inline& node) {
                                  const auto* text = node.as<Text>();
                                  if (text != nullptr) count += count_code_points(text->text);
                                }});
  return em.scaled(kLetterEms * static_cast<double>(count));
}

// As ColumnNeed's, of one cell.
struct CellNeed {
  Length minimum, natural, words;
};

CellNeed measure_cell(Setter& setter, const TableCell& cell, TextRole role, const Frame& frame) {
  CellNeed need;
  const TextStyle style = setter.style(role, frame);
  for (const Block& block : cell.blocks) {
    const auto* paragraph = block.as<Paragraph>();
    if (paragraph == nullptr) {
      // Lists, pictures and the like take what they get.
      need.minimum = std::max(need.minimum, style.size * kPictureEms);
      need.natural = std::max(need.natural, style.size * kOtherEms);
      need.words += words_width(block, style.size);
      continue;
    }
    const std::vector<PictureUse> pictures = only_pictures(paragraph->inlines);
    for (const PictureUse& picture : pictures) {
      const Length width = picture_width(setter, *picture.image, frame);
      need.natural = std::max(need.natural, width);
      need.minimum = std::max(need.minimum, std::min(width, style.size * kPictureEms));
    }
    if (!pictures.empty()) continue;
    const BuiltText built = build_text(setter, paragraph->inlines, style, frame, kArtifact);
    const Length natural = natural_width(built.paragraph, setter.fonts()) + kRounding;
    const Length minimum = least_width(setter, built, paragraph->inlines, style, frame) + kRounding;
    const Length least = std::max(minimum, style.size * kTextEms);
    need.natural = std::max(need.natural, natural);
    need.minimum = std::max(need.minimum, std::min(least, natural));
    need.words += natural;
  }
  return need;
}

}  // namespace

TextRole role_of(const GridCell& cell, const TableGrid& grid) {
  const bool is_header = cell.cell != nullptr && cell.cell->is_header;
  return cell.row < grid.head_row_count || is_header ? TextRole::TableHead : TextRole::TableCell;
}

std::vector<ColumnNeed> measure_columns(Setter& setter, const TableGrid& grid, Length gap,
                                        const Frame& frame) {
  std::vector<ColumnNeed> needs(grid.column_count);
  for (const GridCell& cell : grid.cells) {
    if (cell.cell == nullptr) continue;
    const auto count = static_cast<std::int64_t>(cell.column_count);
    const CellNeed need = measure_cell(setter, *cell.cell, role_of(cell, grid), frame);
    if (cell.column_count == 1 && cell.row_count == 1) {
      needs[cell.column].words.resize(cell.row);
      needs[cell.column].words.push_back(need.words);
    }
    const Length inner_gaps = gap * (count - 1);
    // Cells over several columns ask each for an equal part.
    for (std::size_t i = 0; i < cell.column_count; ++i) {
      ColumnNeed& column = needs[cell.column + i];
      column.minimum = std::max(column.minimum, (need.minimum - inner_gaps) / count);
      column.natural = std::max(column.natural, (need.natural - inner_gaps) / count);
    }
  }
  return needs;
}

}  // namespace garland
