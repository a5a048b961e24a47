#include "readers/plain_text/lines.h"

#include <algorithm>

#include "base/unicode.h"

namespace garland::plain {

namespace {

constexpr std::uint32_t kTabStop = 4;

// White space, and the invisible marks that copying from a page leaves at the ends of lines.
bool is_blank_character(char32_t c) { return is_space(c) || c == 0x200B || c == 0xFEFF; }

TextLine measure_line(std::string_view raw, std::uint32_t number) {
  TextLine line;
  line.number = number;
  line.raw = raw;
  std::size_t begin = 0;
  while (begin < raw.size()) {
    std::size_t next = begin;
    const char32_t c = next_code_point(raw, next);
    if (!is_blank_character(c)) break;
    line.indent += c == U'\t' ? kTabStop - line.indent % kTabStop : (is_space(c) ? 1 : 0);
    ++line.begin_column;
    begin = next;
  }
  std::size_t end = raw.size();
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && (static_cast<unsigned char>(raw[last]) & 0xC0U) == 0x80U) --last;
    std::size_t after = last;
    if (!is_blank_character(next_code_point(raw, after))) break;
    end = last;
  }
  line.text = raw.substr(begin, end - begin);
  line.width = static_cast<std::uint32_t>(count_code_points(line.text));
  return line;
}

}  // namespace

std::vector<TextLine> split_lines(std::string_view text, std::uint32_t first_number) {
  std::vector<TextLine> lines;
  lines.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
  std::uint32_t number = first_number;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    lines.push_back(measure_line(text.substr(begin, end - begin), number++));
    begin = end + 1;
  }
  return lines;
}

SourceRange range_of(const TextLine& first, const TextLine& last) {
  return {first.number, first.begin_column, last.number,
          last.begin_column + (last.width > 0 ? last.width - 1 : 0)};
}

}  // namespace garland::plain
