// Marks typed before a line: bullets and numbers of lists, marks of notes.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "document/document.h"

namespace garland::plain {

struct Mark {
  enum class Kind {
    None,
    Bullet,  // • ▪ ‣: nothing else begins with it
    Dash,    // - – * + o: a bullet only where several stand together
    Number   // 1. 1) (1) a) iv.
  };
  Kind kind = Kind::None;
  char32_t sign = 0;      // the bullet, or the character that closes the number
  std::size_t bytes = 0;  // of the mark and the white space after it
  int number = 0;         // Number: as a decimal, or its value as a letter
  int roman = 0;          // Number: its value as a Roman numeral; 0 when it is none
  bool is_letter = false;
  bool is_upper = false;
  // That the letters are Roman numerals: set once the whole list has told it, "(i)" and "(ii)".
  bool counts_in_roman = false;

  bool is_some() const { return kind != Kind::None; }
  // Of the same list, as far as the marks tell.
  bool matches(const Mark& other) const {
    return kind == other.kind && sign == other.sign && is_letter == other.is_letter &&
           is_upper == other.is_upper && counts_in_roman == other.counts_in_roman;
  }
  bool operator==(const Mark&) const = default;
};

// The mark that begins a line's text, white space after it included. A mark with nothing after it
// is none.
Mark list_mark(std::string_view text);

// "[12]", or superscript digits, at the beginning of the text: its number and length with the white
// space after it.
struct NoteMark {
  int number = 0;
  std::size_t bytes = 0;
};
std::optional<NoteMark> note_mark(std::string_view text);

}  // namespace garland::plain
