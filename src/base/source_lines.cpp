#include "base/source_lines.h"

#include <algorithm>

#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::size_t kBlockSize = 64;

}  // namespace

SourceLines::SourceLines(std::string_view text, std::uint32_t first_line)
    : text_(text), first_line_(first_line), starts_{0} {
  for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n', end + 1)) {
    if (end + 1 < text.size()) starts_.push_back(end + 1);
  }
  counts_.reserve(text.size() / kBlockSize + 1);
  lines_.reserve(counts_.capacity());
  std::size_t count = 0;
  std::size_t line = 0;
  for (std::size_t i = 0; i < text.size(); i += kBlockSize) {
    while (line + 1 < starts_.size() && starts_[line + 1] <= i) ++line;
    counts_.push_back(static_cast<std::uint32_t>(count));
    lines_.push_back(static_cast<std::uint32_t>(line));
    count += count_code_points(text.substr(i, kBlockSize));
  }
}

std::size_t SourceLines::code_points_before(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  if (counts_.empty()) return 0;
  const std::size_t block = std::min(offset / kBlockSize, counts_.size() - 1);
  const std::size_t begin = block * kBlockSize;
  return counts_[block] + count_code_points(text_.substr(begin, offset - begin));
}

std::size_t SourceLines::line_index(std::size_t offset) const {
  if (lines_.empty()) return 0;
  std::size_t index = lines_[std::min(offset / kBlockSize, lines_.size() - 1)];
  while (index + 1 < starts_.size() && starts_[index + 1] <= offset) ++index;
  return index;
}

SourceRange SourceLines::at_offset(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const std::size_t index = line_index(offset);
  return SourceRange::at(first_line_ + static_cast<std::uint32_t>(index),
                         column(index + 1, offset - starts_[index] + 1));
}

std::uint32_t SourceLines::column(std::size_t line_number, std::size_t byte_column) const {
  if (line_number == 0 || line_number > starts_.size()) return 1;
  const std::size_t start = starts_[line_number - 1];
  const std::size_t length = std::max<std::size_t>(line(line_number).size(), 1);
  const std::size_t byte = start + std::clamp<std::size_t>(byte_column, 1, length) - 1;
  const std::size_t before = byte - start < kBlockSize
                                 ? count_code_points(text_.substr(start, byte - start))
                                 : code_points_before(byte) - code_points_before(start);
  return static_cast<std::uint32_t>(before) + 1;
}

std::string_view SourceLines::line(std::size_t number) const {
  if (number == 0 || number > starts_.size()) return {};
  const std::size_t start = starts_[number - 1];
  std::size_t end = number < starts_.size() ? starts_[number] : text_.size();
  if (end > start && text_[end - 1] == '\n') --end;
  return text_.substr(start, end - start);
}

}  // namespace garland
