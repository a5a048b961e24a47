#include "passes/typed_text.h"

#include <algorithm>
#include <string>

#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::size_t kMostLanguages = 250;  // of one paragraph; more are taken for the first

}  // namespace

TypedText::TypedText(Inlines& inlines, std::string_view language)
    : languages_{std::string(language)} {
  gather(inlines, 0);
  fix_machine_words();
}

void TypedText::add(char32_t c, bool is_text, bool begins_node, std::size_t language) {
  Character character{};
  character.code_point = c & 0x1FFFFFU;
  character.is_fixed = is_text ? 0U : 1U;
  character.is_text = is_text ? 1U : 0U;
  character.begins_node = begins_node ? 1U : 0U;
  character.language = language & 0xFFU;
  characters_.push_back(character);
}

std::size_t TypedText::language_index(const std::string& language) {
  const auto found = std::find(languages_.begin(), languages_.end(), language);
  if (found != languages_.end()) return static_cast<std::size_t>(found - languages_.begin());
  if (languages_.size() == kMostLanguages) return 0;
  languages_.push_back(language);
  return languages_.size() - 1;
}

void TypedText::gather_text(Text& text, std::size_t language) {
  if (!text.text.empty()) texts_.push_back(&text);
  for (std::size_t at = 0; at < text.text.size();) {
    const bool begins_node = at == 0;
    add(next_code_point(text.text, at), true, begins_node, language);
  }
}

void TypedText::gather_node(Inline& node, std::size_t language) {
  if (!node.attributes.language.empty()) language = language_index(node.attributes.language);
  if (auto* text = node.as<Text>()) return gather_text(*text, language);
  // A note's mark stands between a word and its quotation mark as if it were not there.
  if (node.as<NoteReference>() != nullptr) return;
  if (auto* citation = node.as<Citation>()) return gather(citation->rendered, language);
  if (Inlines* inner = children_of(node)) return gather(*inner, language);
  add(is_line_break(node) ? U' ' : kObject, false, false, language);
}

void TypedText::gather(Inlines& inlines, std::size_t language) {
  for (Inline& node : inlines) gather_node(node, language);
}

// Whether the characters from `begin` to `end`, without a space among them, are an address, a path
// or a setting: what is typed into a machine and has to stay as it is.
bool TypedText::is_machine_word(std::size_t begin, std::size_t end) const {
  for (std::size_t at = begin; at < end; ++at) {
    const char32_t c = character(at);
    const char32_t next = at + 1 < end ? character(at + 1) : U' ';
    if (c == U'\\' || (c == U':' && next == U'/')) return true;
    if (c == U'=' && (next == U'"' || next == U'\'')) return true;
    if (c == U'@' && at > begin && is_letter(next)) return true;
  }
  constexpr std::u32string_view kWeb = U"www.";
  for (std::size_t i = 0; i < kWeb.size(); ++i) {
    if (begin + i >= end || character(begin + i) != kWeb[i]) return false;
  }
  return true;
}

void TypedText::fix_machine_words() {
  for (std::size_t begin = 0; begin < size();) {
    std::size_t end = begin;
    while (end < size() && !is_space(character(end))) ++end;
    if (is_machine_word(begin, end)) {
      for (std::size_t at = begin; at < end; ++at) characters_[at].is_fixed = 1;
    }
    begin = end + 1;
  }
}

void TypedText::put_back() {
  if (printed_.empty()) return;
  std::stable_sort(printed_.begin(), printed_.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  for (Text* text : texts_) text->text.clear();
  auto printed = printed_.begin();
  auto next_text = texts_.begin();
  Text* text = nullptr;
  for (std::size_t at = 0; at < size(); ++at) {
    if (characters_[at].is_text == 0) continue;
    if (characters_[at].begins_node == 1) text = *next_text++;
    if (printed == printed_.end() || printed->first != at) {
      append_utf8(text->text, character(at));
      continue;
    }
    while (printed + 1 != printed_.end() && (printed + 1)->first == at) ++printed;
    text->text += (printed++)->second;
  }
}

}  // namespace garland
