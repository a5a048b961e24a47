#include "readers/plain_text/lines.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/unicode.h"

namespace garland::plain {

namespace {

constexpr std::uint32_t kTabStop = 4;

// White space, and the invisible marks that copying from a page leaves at the ends of lines.
bool is_blank_character(char32_t c) { return is_space(c) || c == 0x200B || c == 0xFEFF; }

// Moves past the white space before the text. Most lines begin and end with visible ASCII.
std::size_t measure_indent(std::string_view raw, TextLine& line) {
  std::size_t begin = 0;
  while (begin < raw.size() && !is_ascii_visible(raw[begin])) {
    std::size_t next = begin;
    const char32_t c = next_code_point(raw, next);
    if (!is_blank_character(c)) break;
    line.indent += c == U'\t' ? kTabStop - line.indent % kTabStop : (is_space(c) ? 1 : 0);
    ++line.begin_column;
    begin = next;
  }
  return begin;
}

std::size_t end_of_text(std::string_view raw, std::size_t begin) {
  std::size_t end = raw.size();
  while (end > begin && !is_ascii_visible(raw[end - 1])) {
    std::size_t last = end - 1;
    while (last > begin && is_inner_byte(raw[last])) --last;
    std::size_t after = last;
    if (!is_blank_character(next_code_point(raw, after))) break;
    end = last;
  }
  return end;
}

void measure_line(TextLine& line) {
  const std::size_t begin = measure_indent(line.raw, line);
  line.text = line.raw.substr(begin, end_of_text(line.raw, begin) - begin);
  line.width = static_cast<std::uint32_t>(count_code_points(line.text));
}

// In bytes, of blocks that a byte can count: sixteen of them at once.
std::size_t count_line_ends(std::string_view text) {
  constexpr std::size_t kBlock = 255;
  std::size_t count = 0;
  for (; !text.empty(); text.remove_prefix(std::min(kBlock, text.size()))) {
    std::uint8_t in_block = 0;
    for (const char c : text.substr(0, kBlock)) {
      in_block = static_cast<std::uint8_t>(in_block + (c == '\n' ? 1 : 0));
    }
    count += in_block;
  }
  return count;
}

}  // namespace

std::vector<TextLine> split_lines(std::string_view text, std::uint32_t first_number) {
  std::vector<TextLine> lines;
  lines.reserve(count_line_ends(text) + 1);
  std::uint32_t number = first_number;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    TextLine& line = lines.emplace_back();
    line.raw = text.substr(begin, end - begin);
    line.number = number++;
    measure_line(line);
    begin = end + 1;
  }
  return lines;
}

SourceRange range_of(const TextLine& first, const TextLine& last) {
  return {first.number, first.begin_column, last.number,
          last.begin_column + (last.width > 0 ? last.width - 1 : 0)};
}

}  // namespace garland::plain
