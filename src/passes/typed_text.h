// A paragraph's text as one row of characters, whatever nodes it is spread over: a quotation mark
// is judged by its neighbours, and these may stand in another node.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/inline.h"

namespace garland {

// What stands for a node that is neither text nor space: code, a picture, mathematics.
constexpr char32_t kObject = 0xFFFC;

class TypedText {
 public:
  // The text of these inlines, addresses in it fixed. Points into `inlines`.
  TypedText(Inlines& inlines, std::string_view language);

  std::size_t size() const { return characters_.size(); }
  // The character at `at`, or a space after the last.
  char32_t character(std::size_t at) const {
    return at < characters_.size() ? characters_[at].code_point : U' ';
  }
  // The one before `at`, or a space before the first.
  char32_t before(std::size_t at) const { return at == 0 ? U' ' : character(at - 1); }
  // Whether it stays whatever it is: part of an address, or no text at all.
  bool is_fixed(std::size_t at) const { return characters_[at].is_fixed; }
  // Whether it is the first of a text node.
  bool begins_node(std::size_t at) const { return characters_[at].begins_node; }
  // BCP 47.
  std::string_view language(std::size_t at) const { return languages_[characters_[at].language]; }
  // All languages that parts of it are in.
  const std::vector<std::string>& languages() const { return languages_; }
  // Where a digit, a mark of ASCII or a quotation mark stands in a text node, ascending: what is
  // typed otherwise than printed has one of these by it, and most characters are none.
  const std::vector<std::size_t>& signs() const { return signs_; }

  // Prints UTF-8 text of static life in a character's place. The last word on a place counts.
  void set(std::size_t at, std::string_view printed) { printed_.emplace_back(at, printed); }
  // Prints text of static life behind a character, whatever is printed for that. Call it for
  // places in ascending order.
  void insert_behind(std::size_t at, std::string_view printed) {
    behind_.emplace_back(at, printed);
  }
  // Puts what was set into the text nodes. The first character of a node must not become nothing.
  void put_back();

 private:
  // Four bytes, since a paragraph may have millions; few of them are signs.
  struct Character {
    std::uint32_t code_point : 21;
    std::uint32_t is_fixed : 1;
    std::uint32_t is_text : 1;  // else a node that is none
    std::uint32_t begins_node : 1;
    std::uint32_t language : 8;
  };
  void gather(Inlines& inlines, std::size_t language);
  void gather_node(Inline& node, std::size_t language);
  void gather_text(Text& text, std::size_t language);
  void add_other(char32_t c, std::size_t language);
  std::size_t language_index(const std::string& language);
  bool shows_machine_word(std::size_t at) const;
  void fix_machine_words();

  std::vector<Character> characters_;
  std::vector<std::size_t> signs_;
  std::vector<Text*> texts_;  // in the order of their first characters
  std::vector<std::string> languages_;
  using Prints = std::vector<std::pair<std::size_t, std::string_view>>;  // by places
  Prints printed_;
  Prints behind_;  // ascending
};

}  // namespace garland
