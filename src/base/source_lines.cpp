#include "base/source_lines.h"

#include <algorithm>

#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::size_t kBlockSize = 64;

}  // namespace

SourceLines::SourceLines(std::string_view text, std::uint32_t first_line)
    : text_(text), first_line_(first_line), starts_{0} {
  counts_.reserve(text.size() / kBlockSize + 1);
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); i += kBlockSize) {
    counts_.push_back(static_cast<std::uint32_t>(count));
    count += count_code_points(text.substr(i, kBlockSize));
  }
  for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n', end + 1)) {
    if (end + 1 < text.size()) starts_.push_back(end + 1);
  }
}

std::size_t SourceLines::code_points_before(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  if (counts_.empty()) return 0;
  const std::size_t block = std::min(offset / kBlockSize, counts_.size() - 1);
  const std::size_t begin = block * kBlockSize;
  return counts_[block] + count_code_points(text_.substr(begin, offset - begin));
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
