// A paragraph's text as one row of characters, whatever nodes it is spread over: a quotation mark
// is judged by its neighbours, and these may stand in another node.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "document/inline.h"

namespace garland {

// What stands for a node that is neither text nor space: code, a picture, mathematics.
constexpr char32_t kObject = 0xFFFC;

struct TypedCharacter {
  char32_t c = 0;
  std::uint32_t text = 0;                       // index into TypedText::texts
  bool is_fixed = false;                        // part of an address, or no text at all
  std::string_view language;                    // BCP 47
  std::optional<std::string_view> set_as = {};  // what is printed in its place
};

struct TypedText {
  std::vector<TypedCharacter> characters;
  std::vector<Text*> texts;

  // The character at `at`, or a space before the first and after the last.
  char32_t character(std::size_t at) const {
    return at < characters.size() ? characters[at].c : U' ';
  }
  // The one before `at`.
  char32_t before(std::size_t at) const { return at == 0 ? U' ' : character(at - 1); }
};

// The text of these inlines, addresses in it fixed. The texts point into `inlines`.
TypedText typed_text(Inlines& inlines, std::string_view language);

// Puts what was set into the text nodes. A node never loses its last character.
void put_back(const TypedText& typed);

}  // namespace garland
