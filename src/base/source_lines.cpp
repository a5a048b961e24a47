#include "base/source_lines.h"

#include <algorithm>

namespace garland {
namespace {

constexpr std::size_t kBlockSize = 64;

bool begins_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

SourceLines::SourceLines(std::string_view text, std::uint32_t first_line)
    : text_(text), first_line_(first_line), starts_{0} {
  counts_.reserve(text.size() / kBlockSize + 1);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kBlockSize == 0) counts_.push_back(count);
    if (begins_code_point(text[i])) ++count;
    if (text[i] == '\n' && i + 1 < text.size()) starts_.push_back(i + 1);
  }
}

std::size_t SourceLines::code_points_before(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  if (counts_.empty()) return 0;
  const std::size_t block = std::min(offset / kBlockSize, counts_.size() - 1);
  std::size_t count = counts_[block];
  for (std::size_t i = block * kBlockSize; i < offset; ++i) {
    if (begins_code_point(text_[i])) ++count;
  }
  return count;
}

SourceRange SourceLines::at_offset(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto index = static_cast<std::size_t>(after - starts_.begin()) - 1;
  return SourceRange::at(first_line_ + static_cast<std::uint32_t>(index),
                         column(index + 1, offset - starts_[index] + 1));
}

std::uint32_t SourceLines::column(std::size_t line_number, std::size_t byte_column) const {
  if (line_number == 0 || line_number > starts_.size()) return 1;
  const std::size_t start = starts_[line_number - 1];
  const std::size_t length = std::max<std::size_t>(line(line_number).size(), 1);
  const std::size_t byte = start + std::clamp<std::size_t>(byte_column, 1, length) - 1;
  return static_cast<std::uint32_t>(code_points_before(byte) - code_points_before(start)) + 1;
}

std::string_view SourceLines::line(std::size_t number) const {
  if (number == 0 || number > starts_.size()) return {};
  const std::size_t start = starts_[number - 1];
  std::size_t end = number < starts_.size() ? starts_[number] : text_.size();
  if (end > start && text_[end - 1] == '\n') --end;
  return text_.substr(start, end - start);
}

}  // namespace garland
