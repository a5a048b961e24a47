#include "layout/paragraph/hyphen_patterns.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "base/unicode.h"

namespace garland {
namespace {

// A value's mark for "the spelling changes here".
constexpr std::uint8_t kChangesSpelling = 0x80;
constexpr std::uint8_t kValueMask = 0x0F;
constexpr std::size_t kMaxPatternBytes = 200;

std::string_view first_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) {
    line.remove_suffix(1);
  }
  return line;
}

// Reads "NAME 2". False when the line is no setting of that name.
bool read_setting(std::string_view line, std::string_view name, int& value) {
  if (!line.starts_with(name) || line.size() < name.size() + 2) return false;
  const std::string_view digits = line.substr(name.size() + 1);
  int read = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), read);
  value = std::max(value, std::min(read, 20));
  return true;
}

}  // namespace

void HyphenPatterns::add(std::string_view pattern) {
  const std::size_t slash = pattern.find('/');
  const std::uint8_t mark = slash == std::string_view::npos ? std::uint8_t{0} : kChangesSpelling;
  pattern = pattern.substr(0, slash);
  if (pattern.empty() || pattern.size() > kMaxPatternBytes) return;
  if (nodes_.empty()) {
    nodes_.resize(1);
    values_.resize(1);
  }
  std::vector<std::uint8_t> values(1);
  std::uint32_t node = 0;
  for (const char c : pattern) {
    if (is_ascii_digit(c)) {
      values.back() = static_cast<std::uint8_t>(static_cast<std::uint8_t>(c - '0') | mark);
    } else {
      node = add_child(node, c);
      values.push_back(0);
    }
  }
  if (node == 0) return;
  nodes_[node].first_value = static_cast<std::uint32_t>(values_.size());
  nodes_[node].value_count = static_cast<std::uint8_t>(values.size());
  values_.insert(values_.end(), values.begin(), values.end());
}

std::uint32_t HyphenPatterns::child(std::uint32_t parent, char byte) const {
  if (parent == 0) return roots_.at(static_cast<unsigned char>(byte));
  std::uint32_t node = nodes_[parent].first_child;
  while (node != 0 && nodes_[node].byte != byte) node = nodes_[node].next_sibling;
  return node;
}

std::uint32_t HyphenPatterns::add_child(std::uint32_t parent, char byte) {
  if (const std::uint32_t known = child(parent, byte); known != 0) return known;
  const auto added = static_cast<std::uint32_t>(nodes_.size());
  Node node;
  node.byte = byte;
  if (parent == 0) {
    roots_.at(static_cast<unsigned char>(byte)) = added;
  } else {
    node.next_sibling = nodes_[parent].first_child;
    nodes_[parent].first_child = added;
  }
  nodes_.push_back(node);
  return added;
}

void HyphenPatterns::find(std::string_view word, std::vector<bool>& places) const {
  places.assign(word.size(), false);
  if (is_empty()) return;
  // The word between its edges; value i stands before byte i of this.
  std::array<char, kMaxPatternBytes + 2> bytes{};
  const std::size_t size = word.size() + 2;
  if (size > bytes.size()) return;
  bytes.front() = bytes.at(size - 1) = '.';
  std::copy(word.begin(), word.end(), bytes.begin() + 1);
  std::array<std::uint8_t, kMaxPatternBytes + 3> best{};
  for (std::size_t begin = 0; begin < size; ++begin) {
    std::uint32_t node = 0;
    for (std::size_t at = begin; at < size; ++at) {
      node = child(node, bytes.at(at));
      if (node == 0) break;
      for (std::size_t i = 0; i < nodes_[node].value_count; ++i) {
        const std::uint8_t value = values_[nodes_[node].first_value + i];
        std::uint8_t& present = best.at(begin + i);
        if ((value & kValueMask) > (present & kValueMask)) present = value;
      }
    }
  }
  for (std::size_t i = 1; i < word.size(); ++i) {
    const std::uint8_t value = best.at(i + 1);
    places[i] = (value & 1U) != 0 && (value & kChangesSpelling) == 0;
  }
}

HyphenDictionary read_hyphen_dictionary(std::string_view bytes) {
  HyphenDictionary dictionary;
  std::string encoding(first_line(bytes));
  constexpr std::string_view kVendor = "microsoft-";
  if (encoding.starts_with(kVendor)) encoding.erase(0, kVendor.size());
  std::string converted;
  if (encoding != "UTF-8") bytes = converted = to_utf8(bytes, encoding);
  while (!bytes.empty()) {
    const std::string_view line = first_line(bytes);
    if (line.empty() || line.front() == '%' || line.front() == '#') continue;
    if (line == "NEXTLEVEL") {
      dictionary.compounds = std::move(dictionary.words);
      dictionary.words = HyphenPatterns();
    } else if (!read_setting(line, "LEFTHYPHENMIN", dictionary.least_before) &&
               !read_setting(line, "RIGHTHYPHENMIN", dictionary.least_after) &&
               !read_setting(line, "COMPOUNDLEFTHYPHENMIN", dictionary.least_before_in_part) &&
               !read_setting(line, "COMPOUNDRIGHTHYPHENMIN", dictionary.least_after_in_part) &&
               !line.starts_with("NOHYPHEN")) {
      dictionary.words.add(line);
    }
  }
  return dictionary;
}

}  // namespace garland
