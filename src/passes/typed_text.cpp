#include "passes/typed_text.h"

#include <algorithm>
#include <string>

#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::uint32_t kNoText = UINT32_MAX;

void gather(Inlines& inlines, std::string_view language, TypedText& typed);

void gather_text(Text& text, std::string_view language, TypedText& typed) {
  const auto index = static_cast<std::uint32_t>(typed.texts.size());
  typed.texts.push_back(&text);
  for (std::size_t at = 0; at < text.text.size();) {
    typed.characters.push_back({next_code_point(text.text, at), index, false, language, {}});
  }
}

void gather_node(Inline& node, std::string_view language, TypedText& typed) {
  if (!node.attributes.language.empty()) language = node.attributes.language;
  if (auto* text = node.as<Text>()) {
    gather_text(*text, language, typed);
  } else if (node.as<NoteReference>() != nullptr) {
    // A note's mark stands between a word and its quotation mark as if it were not there.
  } else if (Inlines* inner = children_of(node); inner != nullptr && !node.as<Citation>()) {
    gather(*inner, language, typed);
  } else {
    const bool is_space = node.as<SoftBreak>() != nullptr || node.as<LineBreak>() != nullptr;
    typed.characters.push_back({is_space ? U' ' : kObject, kNoText, true, language, {}});
  }
}

void gather(Inlines& inlines, std::string_view language, TypedText& typed) {
  for (Inline& node : inlines) gather_node(node, language, typed);
}

// Whether the characters from `begin` to `end`, without a space among them, are an address, a path
// or a setting: what is typed into a machine and has to stay as it is.
bool is_machine_word(const TypedText& typed, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    const char32_t c = typed.character(at);
    const char32_t next = at + 1 < end ? typed.character(at + 1) : U' ';
    if (c == U':' && next == U'/') return true;
    if (c == U'\\') return true;
    if (c == U'=' && (next == U'"' || next == U'\'')) return true;
    const bool is_between_words = at > begin && next != U' ';
    if (c == U'@' && is_between_words && is_letter(next)) return true;
    if (c == U'w' && at + 3 < end && at == begin && next == U'w' &&
        typed.character(at + 2) == U'w' && typed.character(at + 3) == U'.') {
      return true;
    }
  }
  return false;
}

void fix_machine_words(TypedText& typed) {
  const std::size_t size = typed.characters.size();
  for (std::size_t begin = 0; begin < size;) {
    if (is_space(typed.character(begin))) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < size && !is_space(typed.character(end))) ++end;
    if (is_machine_word(typed, begin, end)) {
      for (std::size_t at = begin; at < end; ++at) typed.characters[at].is_fixed = true;
    }
    begin = end;
  }
}

}  // namespace

TypedText typed_text(Inlines& inlines, std::string_view language) {
  TypedText typed;
  gather(inlines, language, typed);
  fix_machine_words(typed);
  return typed;
}

void put_back(const TypedText& typed) {
  const auto is_set = [](const TypedCharacter& character) { return character.set_as.has_value(); };
  if (std::none_of(typed.characters.begin(), typed.characters.end(), is_set)) return;
  std::vector<std::string> texts(typed.texts.size());
  for (const TypedCharacter& character : typed.characters) {
    if (character.text == kNoText) continue;
    std::string& text = texts[character.text];
    if (character.set_as) {
      text += *character.set_as;
    } else {
      append_utf8(text, character.c);
    }
  }
  for (std::size_t i = 0; i < texts.size(); ++i) typed.texts[i]->text = std::move(texts[i]);
}

}  // namespace garland
