#include "passes/typed_text.h"

#include <algorithm>
#include <string>

#include "base/byte_set.h"
#include "base/unicode.h"

namespace garland {
namespace {

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

const TypedText::Run& TypedText::run_at(std::size_t at) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), at,
                       [](std::size_t wanted, const Run& run) { return wanted < run.begin; });
  return *(after - 1);
}

bool TypedText::is_fixed(std::size_t at) const {
  if (run_at(at).text == nullptr) return true;
  const auto range =
      std::upper_bound(fixed_.begin(), fixed_.end(), at,
                       [](std::size_t wanted, const Range& word) { return wanted < word.end; });
  return range != fixed_.end() && range->begin <= at;
}

// Neither text nor to be changed.
void TypedText::add_other(char32_t c, std::size_t language) {
  runs_.push_back({size(), nullptr, language});
  characters_ += c;
}

std::size_t TypedText::language_index(const std::string& language) {
  if (languages_.back() != language) languages_.push_back(language);
  return languages_.size() - 1;
}

void TypedText::gather_text(Text& text, std::size_t language) {
  if (text.text.empty()) return;
  runs_.push_back({size(), &text, language});
  const std::string_view words = text.text;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t plain_end = kPlainBytes.first_not_in(words, at);
    characters_.append(words.begin() + at, words.begin() + plain_end);
    at = plain_end;
    if (at == words.size()) break;
    const char32_t c = next_code_point(words, at);
    if (is_sign(c)) signs_.push_back(size());
    characters_ += c;
  }
}

void TypedText::gather_node(Inline& node, std::size_t language) {
  if (!node.attributes.language.empty()) language = language_index(node.attributes.language);
  if (auto* text = node.as<Text>()) return gather_text(*text, language);
  // A note's mark stands between a word and its quotation mark as if it were not there.
  if (node.as<NoteReference>() != nullptr) return;
  if (auto* citation = node.as<Citation>()) return gather(citation->rendered, language);
  if (Inlines* inner = children_of(node)) return gather(*inner, language);
  add_other(is_line_break(node) ? U' ' : kObject, language);
  if (node.as<LineBreak>() != nullptr) broken_lines_.push_back(size());
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
    std::size_t begin = sign;
    while (begin > end && !is_space(before(begin))) --begin;
    for (end = sign; end < size() && !is_space(character(end));) ++end;
    fixed_.push_back({begin, end});
  }
}

void TypedText::put_back() {
  if (printed_.empty() && behind_.empty()) return;
  std::stable_sort(printed_.begin(), printed_.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  auto printed = printed_.cbegin();
  auto behind = behind_.cbegin();
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    if (runs_[i].text == nullptr) continue;
    const std::size_t end = i + 1 < runs_.size() ? runs_[i + 1].begin : size();
    std::string& text = runs_[i].text->text;
    text.clear();
    for (std::size_t at = runs_[i].begin; at < end; ++at) {
      if (printed == printed_.end() || printed->first != at) {
        append_utf8(text, characters_[at]);
      } else {
        while (printed + 1 != printed_.end() && (printed + 1)->first == at) ++printed;
        text += (printed++)->second;
      }
      if (behind != behind_.end() && behind->first == at) text += (behind++)->second;
    }
  }
}

}  // namespace garland
