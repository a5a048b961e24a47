// Program text: every line of the source on a line of its own, all its spaces kept.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "layout/galley/blocks.h"
#include "layout/galley/inlines.h"

namespace garland {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr int kTabColumns = 4;
constexpr std::size_t kHangColumns = 2;  // of what is left of a line that is too long

// Spaces that no line breaker will take away, tabs to the next stop.
std::string keep_spaces(std::string_view line) {
  std::string kept;
  int column = 0;
  for (const char c : line) {
    const bool is_tab = c == '\t';
    const int count = is_tab ? kTabColumns - column % kTabColumns : 1;
    if (c == ' ' || is_tab) {
      for (int i = 0; i < count; ++i) kept += kNoBreakSpace;
    } else {
      kept += c;
    }
    if (!is_inner_byte(c)) column += count;
  }
  return kept;
}

// Cuts a line of code in pieces of at most `columns` graphemes, after a space where one stands in
// the second half. The first piece may be longer by the hang of the others.
std::vector<std::string_view> cut_line(std::string_view line, std::size_t columns) {
  const std::vector<std::size_t> bounds = grapheme_boundaries(line);
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;  // index into bounds
  std::size_t room = columns;
  while (bounds.size() - 1 - begin > room) {
    std::size_t end = begin + room;
    for (std::size_t i = end; i > begin + room / 2; --i) {
      if (!line.substr(0, bounds[i]).ends_with(kNoBreakSpace)) continue;
      end = i;
      break;
    }
    pieces.push_back(line.substr(bounds[begin], bounds[end] - bounds[begin]));
    begin = end;
    room = columns > 2 * kHangColumns ? columns - kHangColumns : columns;
  }
  pieces.push_back(line.substr(bounds[begin]));
  return pieces;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// The place of a line in the source: behind the fence, where the block has one.
SourceRange range_of_line(const SourceRange& block, std::size_t line_count, std::size_t index) {
  if (!block.is_known()) return {};
  const std::size_t rows = block.end_line - block.begin_line + std::size_t{1};
  const std::size_t fence = rows > line_count ? 1 : 0;
  const auto line = static_cast<std::uint32_t>(block.begin_line + fence + index);
  return SourceRange::at(line, block.begin_column);
}

// The place of a piece of the line, which begins so many columns further.
SourcePlaces places_of(SourceRange line, std::size_t column, std::size_t length) {
  if (!line.is_known()) return {};
  line.begin_column += static_cast<std::uint32_t>(column);
  line.end_column = line.begin_column + static_cast<std::uint32_t>(length) - 1;
  return {{0, line}};
}

// Sets the lines of one block.
class CodeBlockSetter {
 public:
  CodeBlockSetter(Setter& setter, const TextStyle& style, const TextSpan& span, const Frame& column)
      : setter_(setter),
        style_(style),
        span_(span),
        column_(column),
        advance_(natural_width(plain_paragraph("0", span), setter.fonts())) {
    shape_.align = TextAlign::Left;
    shape_.hyphenate = false;
  }

  // A line of the source, in as many lines as it needs; more of the block follows it or not.
  void set_line(std::string_view source, const SourceRange& range, bool is_followed) {
    const std::string line = keep_spaces(source);
    const std::vector<std::string_view> pieces = cut_line(line, count_columns());
    Length hang;
    std::size_t done = 0;
    const std::size_t words_before = setter_.element_words();
    for (const std::string_view& piece : pieces) {
      const bool is_last = &piece == &pieces.back();
      shape_.measure = column_.width - hang;
      shape_.is_followed = is_last ? is_followed : piece.ends_with(kNoBreakSpace);
      const std::size_t length = count_code_points(piece);
      set_piece(piece, places_of(range, done, length), column_.left + hang);
      done += length;
      setter_.set_element_words(words_before + done);
      hang = advance_ * static_cast<std::int64_t>(kHangColumns);
    }
    setter_.set_element_words(words_before + count_code_points(source) + 1);  // and its end
  }

 private:
  std::size_t count_columns() const {
    const std::int64_t advance = std::max<std::int64_t>(1, advance_.units());
    return static_cast<std::size_t>(std::max<std::int64_t>(1, column_.width.units() / advance));
  }

  void set_piece(std::string_view piece, const SourcePlaces& places, Length left) {
    auto lines = setter_.set_lines(plain_paragraph(std::string(piece), span_), shape_, places);
    for (SetLine& line : lines) {
      Slab slab = setter_.slab_of(line, style_, left);
      slab.place = setter_.place_in_element(0);
      setter_.add_slab(std::move(slab));
    }
    if (lines.empty()) setter_.add_slab(setter_.empty_slab(style_));
  }

  Setter& setter_;
  const TextStyle& style_;
  const TextSpan& span_;
  const Frame& column_;
  Length advance_;  // of every letter
  ParagraphShape shape_;
};

// No line is alone at the head or the foot of a page.
void keep_ends_together(Setter& setter, std::size_t first) {
  const std::size_t end = setter.slabs().size();
  for (std::size_t i = first + 1; i < end; ++i) {
    if (i == first + 1 || i + 1 == end) setter.slab(i).break_cost = kForbidden;
  }
}

}  // namespace

void set_code(Setter& setter, const CodeBlock& code, const Frame& frame) {
  const TextStyle style = setter.style(TextRole::CodeBlock, frame);
  const Frame column = indented(setter, frame, style.left_indent, style.right_indent);
  const StructureId paragraph = setter.add_node(StructureType::P, frame.parent);
  const StructureId node = setter.add_node(StructureType::Code, paragraph);
  TextSpan span = span_of(style, frame.language, node);
  span.hyphenate = false;
  setter.ask_space(style.space_before);
  const std::size_t first = setter.slabs().size();
  const std::vector<std::string_view> lines = lines_of(code.text);
  CodeBlockSetter lines_setter(setter, style, span, column);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    lines_setter.set_line(lines[i], range_of_line(setter.range(), lines.size(), i),
                          i + 1 < lines.size());
  }
  keep_ends_together(setter, first);
  setter.ask_space(style.space_after);
  setter.is_lead = false;
}

}  // namespace garland
