#include "passes/typed_text.h"

#include <algorithm>
#include <string>

#include "base/byte_set.h"
#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::size_t kMostLanguages = 250;  // of one paragraph; more are taken for the first

bool is_sign(char32_t c) {
  if (c < 0x80) return c > U' ' && !is_letter(c);
  const bool is_quotation_mark = (c >= U'\u2018' && c <= U'\u201F') || c == U'«' || c == U'»';
  return is_quotation_mark || is_digit(c);
}

// Of bytes: those of ASCII that are letters or white, and stand for themselves.
constexpr ByteSet kPlainBytes = [] {
  ByteSet bytes(" ");
  for (char c = 'a'; c <= 'z'; ++c) bytes.add(c);
  for (char c = 'A'; c <= 'Z'; ++c) bytes.add(c);
  return bytes;
}();

}  // namespace

TypedText::TypedText(Inlines& inlines, std::string_view language)
    : languages_{std::string(language)} {
  gather(inlines, 0);
  fix_machine_words();
}

// Neither text nor to be changed.
void TypedText::add_other(char32_t c, std::size_t language) {
  Character character{};
  character.code_point = c & 0x1FFFFFU;
  character.is_fixed = 1;
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
  if (text.text.empty()) return;
  texts_.push_back(&text);
  Character character{};
  character.is_text = 1;
  character.language = language & 0xFFU;
  const std::string_view words = text.text;
  const std::size_t begin = characters_.size();
  characters_.resize(begin + words.size());  // no text has more characters than bytes
  std::size_t end = begin;
  for (std::size_t at = 0; at < words.size(); ++end) {
    char32_t c = static_cast<unsigned char>(words[at]);
    if (kPlainBytes.has(words[at])) {
      ++at;
    } else {
      c = next_code_point(words, at);
      if (is_sign(c)) signs_.push_back(end);
    }
    character.code_point = c & 0x1FFFFFU;
    characters_[end] = character;
  }
  characters_.resize(end);
  characters_[begin].begins_node = 1;
}

void TypedText::gather_node(Inline& node, std::size_t language) {
  if (!node.attributes.language.empty()) language = language_index(node.attributes.language);
  if (auto* text = node.as<Text>()) return gather_text(*text, language);
  // A note's mark stands between a word and its quotation mark as if it were not there.
  if (node.as<NoteReference>() != nullptr) return;
  if (auto* citation = node.as<Citation>()) return gather(citation->rendered, language);
  if (Inlines* inner = children_of(node)) return gather(*inner, language);
  add_other(is_line_break(node) ? U' ' : kObject, language);
}

void TypedText::gather(Inlines& inlines, std::size_t language) {
  for (Inline& node : inlines) gather_node(node, language);
}

// Whether the sign at `at` shows its word to be an address, a path or a setting: what is typed into
// a machine and has to stay as it is.
bool TypedText::shows_machine_word(std::size_t at) const {
  const char32_t next = character(at + 1);
  switch (character(at)) {
    case U'\\':
      return true;
    case U':':
      return next == U'/';
    case U'=':
      return next == U'"' || next == U'\'';
    case U'@':
      return !is_space(before(at)) && is_letter(next);
    case U'.':
      return at >= 3 && before(at) == U'w' && before(at - 1) == U'w' && before(at - 2) == U'w' &&
             is_space(before(at - 3));
    default:
      return false;
  }
}

void TypedText::fix_machine_words() {
  std::size_t end = 0;  // of the last such word
  for (const std::size_t sign : signs_) {
    if (sign < end || !shows_machine_word(sign)) continue;
    for (std::size_t at = sign; at > end && !is_space(before(at)); --at) {
      characters_[at - 1].is_fixed = 1;
    }
    for (end = sign; end < size() && !is_space(character(end)); ++end) {
      characters_[end].is_fixed = 1;
    }
  }
}

void TypedText::put_back() {
  if (printed_.empty() && behind_.empty()) return;
  std::stable_sort(printed_.begin(), printed_.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  for (Text* text : texts_) text->text.clear();
  auto printed = printed_.begin();
  auto behind = behind_.begin();
  auto next_text = texts_.begin();
  Text* text = nullptr;
  for (std::size_t at = 0; at < size(); ++at) {
    if (characters_[at].is_text == 0) continue;
    if (characters_[at].begins_node == 1) text = *next_text++;
    if (printed == printed_.end() || printed->first != at) {
      append_utf8(text->text, character(at));
    } else {
      while (printed + 1 != printed_.end() && (printed + 1)->first == at) ++printed;
      text->text += (printed++)->second;
    }
    if (behind != behind_.end() && behind->first == at) text->text += (behind++)->second;
  }
}

}  // namespace garland
