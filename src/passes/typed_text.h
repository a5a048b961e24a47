// A paragraph's text as one row of characters, whatever nodes it is spread over: a quotation mark
// is judged by its neighbours, and these may stand in another node.
#pragma once

#include <cstddef>
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
    return at < characters_.size() ? characters_[at] : U' ';
  }
  // The one before `at`, or a space before the first.
  char32_t before(std::size_t at) const { return at == 0 ? U' ' : character(at - 1); }
  // Whether it stays whatever it is: part of an address, or no text at all.
  bool is_fixed(std::size_t at) const;
  // Whether it is the first of a node.
  bool begins_node(std::size_t at) const { return run_at(at).begin == at; }
  // BCP 47.
  std::string_view language(std::size_t at) const { return languages_[run_at(at).language]; }
  // All languages that parts of it are in, some more than once.
  const std::vector<std::string>& languages() const { return languages_; }
  // Where a digit, a mark of ASCII or a quotation mark stands in a text node, ascending: what is
  // typed otherwise than printed has one of these by it, and most characters are none.
  const std::vector<std::size_t>& signs() const { return signs_; }

  // Where lines begin behind breaks that the text asks for, ascending.
  const std::vector<std::size_t>& broken_lines() const { return broken_lines_; }

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
  // The characters of one node, up to where the next run begins.
  struct Run {
    std::size_t begin = 0;
    Text* text = nullptr;      // none for a node that is no text
    std::size_t language = 0;  // in languages_
  };
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  void gather(Inlines& inlines, std::size_t language);
  void gather_node(Inline& node, std::size_t language);
  void gather_text(Text& text, std::size_t language);
  void add_other(char32_t c, std::size_t language);
  std::size_t language_index(const std::string& language);
  const Run& run_at(std::size_t at) const;
  bool shows_machine_word(std::size_t at) const;
  void fix_machine_words();

  std::u32string characters_;
  std::vector<std::size_t> signs_;
  std::vector<std::size_t> broken_lines_;
  std::vector<Run> runs_;     // ascending, none empty
  std::vector<Range> fixed_;  // machine words, ascending
  std::vector<std::string> languages_;
  using Prints = std::vector<std::pair<std::size_t, std::string_view>>;  // by places
  Prints printed_;  // ascending when they are put back
  Prints behind_;   // ascending
};

}  // namespace garland
