#include "readers/markup/attributes.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::size_t kLongestList = 1000;

bool is_name_byte(char c) {
  return !is_ascii_byte(c) || is_ascii_alphanumeric(c) || c == '-' || c == '_' || c == ':' ||
         c == '.' || c == '/';
}

// Moves past one item of a list (".class", "#id", "key=value", "-") or leaves `at` where it is.
class ListScanner {
 public:
  explicit ListScanner(std::string_view text) : text_(text) {}

  struct Item {
    char sign = 0;  // '#', '.', '=' or '-'
    std::string_view key;
    std::string_view value;
  };

  void skip_spaces() { at_ = std::min(text_.find_first_not_of(" \t\n", at_), text_.size()); }
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  std::size_t offset() const { return at_; }
  void step() { ++at_; }

  std::optional<Item> item() {
    const char first = peek();
    if (first == '#' || first == '.') {
      step();
      const std::string_view name = take_name();
      if (name.empty()) return std::nullopt;
      return Item{first, name, {}};
    }
    if (first == '-') {
      step();
      return Item{'-', {}, {}};
    }
    return pair();
  }

 private:
  std::string_view take_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_byte(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  // HTML's rule for a value without quotation marks, which a brace ends too.
  std::string_view take_bare_value() {
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_of(" \t\n\"'<>`{}", at_), text_.size());
    return text_.substr(begin, at_ - begin);
  }

  std::optional<Item> pair() {
    const std::string_view key = take_name();
    if (key.empty() || peek() != '=') return std::nullopt;
    step();
    const char quote = peek();
    if (quote != '"' && quote != '\'') return Item{'=', key, take_bare_value()};
    const std::size_t begin = at_ + 1;
    const std::size_t end = text_.find(quote, begin);
    if (end == std::string_view::npos) return std::nullopt;
    at_ = end + 1;
    return Item{'=', key, text_.substr(begin, end - begin)};
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

void add_class(Markup& element, std::string_view name) {
  std::string classes(element.attribute("class"));
  if (!classes.empty()) classes += ' ';
  element.set_attribute("class", classes.append(name));
}

// Keys that mean here what they mean in HTML.
constexpr auto kKnownKeys = std::to_array<std::string_view>(
    {"alt", "dir", "height", "id", "lang", "start", "style", "title", "width"});
// Keys that only say how a browser is to go about it.
constexpr auto kBrowserKeys =
    std::to_array<std::string_view>({"decoding", "loading", "rel", "target"});

void add_unknown(std::string_view key, std::string_view value, Markup& element) {
  std::string unknown(element.attribute(kUnknownAttributes));
  if (!unknown.empty()) unknown += ' ';
  element.set_attribute(kUnknownAttributes, unknown.append(key).append("=").append(value));
}

// The words in a picture's brackets are its caption when its alternative text is in its list.
void make_caption_of_alternative(Markup& picture) {
  const std::string words(picture.attribute("alt"));
  if (words.empty()) return;
  if (picture.attribute("title").empty()) return picture.set_attribute("title", words);
  add_unknown("alt", words, picture);
}

void apply_pair(const ListScanner::Item& item, Markup& element) {
  const std::string key = item.key == "fig-alt" ? "alt" : std::string(item.key);
  const std::string value = collapse_spaces(item.value);
  if (key == "alt" && element.attribute("alt") != value) make_caption_of_alternative(element);
  if (contains(kKnownKeys, key)) return element.set_attribute(key, value);
  element.set_attribute("data-" + key, value);
  if (!contains(kBrowserKeys, key)) add_unknown(key, value, element);
}

void apply_item(const ListScanner::Item& item, Markup& element) {
  if (item.sign == '#') {
    element.set_attribute("id", std::string(item.key));
  } else if (item.sign == '.') {
    add_class(element, item.key);
  } else if (item.sign == '-') {
    add_class(element, "unnumbered");
  } else if (item.key == "class") {
    add_class(element, item.value);
  } else {
    apply_pair(item, element);
  }
}

std::string_view without_braces(std::string_view list) {
  list = trim(list);
  if (list.size() < 2 || list.front() != '{' || list.back() != '}') return list;
  list = list.substr(1, list.size() - 2);
  if (!list.empty() && list.front() == ':') list.remove_prefix(1);
  return list;
}

}  // namespace

std::size_t attribute_list_length(std::string_view text) {
  text = text.substr(0, kLongestList);
  if (text.empty() || text.front() != '{') return 0;
  ListScanner scanner(text);
  scanner.step();
  if (scanner.peek() == ':') scanner.step();
  int item_count = 0;
  for (scanner.skip_spaces(); !scanner.at_end(); scanner.skip_spaces()) {
    if (scanner.peek() == '}') return item_count == 0 ? 0 : scanner.offset() + 1;
    if (!scanner.item()) return 0;
    ++item_count;
  }
  return 0;
}

void apply_attribute_list(std::string_view list, Markup& element) {
  ListScanner scanner(without_braces(list));
  for (scanner.skip_spaces(); !scanner.at_end(); scanner.skip_spaces()) {
    const std::size_t before = scanner.offset();
    if (const auto item = scanner.item()) {
      apply_item(*item, element);
      continue;
    }
    const std::string_view rest = without_braces(list).substr(before);
    const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
    add_class(element, rest.substr(0, end));
    while (scanner.offset() < before + end) scanner.step();
  }
}

}  // namespace garland
