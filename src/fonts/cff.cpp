#include "fonts/cff.h"

namespace garland {
namespace {

// Operators of a Top DICT; two-byte ones are 0x0C00 and the second byte.
constexpr std::uint32_t kCharsetOperator = 15;
constexpr std::uint32_t kRosOperator = 0x0C00 | 30;

// Reads big-endian numbers; 0 beyond the end, which `is_past_end` remembers.
class Bytes {
 public:
  Bytes(std::string_view bytes, std::size_t offset) : bytes_(bytes), offset_(offset) {}
  std::uint32_t number(int byte_count) {
    std::uint32_t value = 0;
    for (int i = 0; i < byte_count; ++i) value = value << 8 | byte();
    return value;
  }
  std::size_t offset() const { return offset_; }
  bool is_past_end() const { return offset_ > bytes_.size(); }

 private:
  std::uint32_t byte() {
    const std::size_t at = offset_++;
    return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0U;
  }
  std::string_view bytes_;
  std::size_t offset_;
};

struct Index {
  std::size_t first_begin = 0;  // of the first object
  std::size_t first_end = 0;
  std::size_t end = 0;  // behind the whole INDEX
};

// Section 5: count, offset size, count + 1 offsets counted from the byte before the data.
Index read_index(std::string_view cff, std::size_t offset) {
  Bytes bytes(cff, offset);
  const std::uint32_t count = bytes.number(2);
  if (count == 0) return {bytes.offset(), bytes.offset(), bytes.offset()};
  const int offset_size = static_cast<int>(bytes.number(1) & 7U);
  const std::size_t offsets = bytes.offset();
  const std::size_t data = offsets + (count + 1) * static_cast<std::size_t>(offset_size) - 1;
  Bytes first(cff, offsets);
  const std::uint32_t begin = first.number(offset_size);
  const std::uint32_t end = first.number(offset_size);
  Bytes last(cff, offsets + count * static_cast<std::size_t>(offset_size));
  return {data + begin, data + end, data + last.number(offset_size)};
}

struct TopDict {
  bool is_cid_keyed = false;
  std::uint32_t charset_offset = 0;
};

// Section 4: operands before their operator. Real numbers (30) end in a half byte of 15.
TopDict read_top_dict(std::string_view cff, const Index& index) {
  TopDict dict;
  std::uint32_t operand = 0;
  Bytes bytes(cff, index.first_begin);
  while (bytes.offset() < index.first_end && !bytes.is_past_end()) {
    const std::uint32_t first = bytes.number(1);
    if (first <= 21) {
      const std::uint32_t key = first == 12 ? 0x0C00U | bytes.number(1) : first;
      if (key == kRosOperator) dict.is_cid_keyed = true;
      if (key == kCharsetOperator) dict.charset_offset = operand;
    } else if (first == 28) {
      operand = bytes.number(2);
    } else if (first == 29) {
      operand = bytes.number(4);
    } else if (first == 30) {
      for (std::uint32_t pair = 0; (pair & 15U) != 15U && pair >> 4 != 15U;) {
        if (bytes.is_past_end()) break;
        pair = bytes.number(1);
      }
    } else if (first >= 251) {
      bytes.number(1);  // below zero: no offset
    } else if (first >= 247) {
      operand = (first - 247) * 256 + bytes.number(1) + 108;
    } else {
      operand = first - 139;
    }
  }
  return dict;
}

}  // namespace

std::vector<std::uint32_t> cff_glyph_cids(std::string_view cff, std::size_t glyph_count) {
  Bytes header(cff, 2);
  const Index names = read_index(cff, header.number(1));
  const TopDict dict = read_top_dict(cff, read_index(cff, names.end));
  if (!dict.is_cid_keyed || glyph_count == 0) return {};
  std::vector<std::uint32_t> cids = {0};  // .notdef stands in no charset
  Bytes charset(cff, dict.charset_offset);
  const std::uint32_t format = charset.number(1);
  while (cids.size() < glyph_count && !charset.is_past_end()) {
    const std::uint32_t first = charset.number(2);
    const std::uint32_t left = format == 0 ? 0 : charset.number(format == 1 ? 1 : 2);
    for (std::uint32_t i = 0; i <= left && cids.size() < glyph_count; ++i)
      cids.push_back(first + i);
  }
  if (charset.is_past_end()) return {};
  return cids;
}

}  // namespace garland
