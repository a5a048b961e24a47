// Quotation marks, apostrophes and primes.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/quotation_marks.h"
#include "base/unicode.h"
#include "passes/typed_marks.h"

namespace garland {
namespace {

constexpr std::string_view kApostrophe = "’";

bool is_word(char32_t c) { return is_letter(c) || is_digit(c) || is_mark(c) || c == kObject; }

// After which a quotation may begin: a space, an opening bracket or mark, a dash, a slash.
bool opens_after(char32_t c) {
  constexpr std::u32string_view kOpeners = U"([{<‘“„‚«‹¿¡—–-/\"'|*_";
  return is_space(c) || kOpeners.find(c) != std::u32string_view::npos;
}

// Whether a typed mark at `at`, by its neighbours alone, can begin or end a quotation.
bool can_open(const TypedText& typed, std::size_t at) {
  return opens_after(typed.before(at)) && !is_space(typed.character(at + 1));
}
bool can_close(const TypedText& typed, std::size_t at) {
  return !is_space(typed.before(at)) && !is_word(typed.character(at + 1));
}

// Letters after an apostrophe that stands for what is left out at the beginning of an English word.
bool is_clipped_word(const TypedText& typed, std::size_t at) {
  constexpr std::array<std::u32string_view, 9> kClipped{U"tis", U"twas",  U"twere", U"twill", U"em",
                                                        U"til", U"cause", U"bout",  U"n"};
  std::u32string word;
  for (++at; is_letter(typed.character(at)) && word.size() < 8; ++at) {
    word += static_cast<char32_t>(typed.character(at) | (typed.character(at) < 0x80 ? 0x20 : 0));
  }
  return std::find(kClipped.begin(), kClipped.end(), word) != kClipped.end();
}

// "the '90s".
bool is_clipped_year(const TypedText& typed, std::size_t at) {
  return is_digit(typed.character(at + 1)) && is_digit(typed.character(at + 2)) &&
         !is_digit(typed.character(at + 3));
}

class QuoteSetter {
 public:
  explicit QuoteSetter(TypedText& typed) : typed_(typed) { count_closers(); }

  void run() {
    for (std::size_t at = 0; at < typed_.characters.size(); ++at) {
      const TypedCharacter& character = typed_.characters[at];
      if (character.is_fixed || (character.c != U'"' && character.c != U'\'')) continue;
      set_marks_of(character.language);
      if (character.c == U'"') set_double(at);
      if (character.c == U'\'') set_single(at);
    }
  }

 private:
  // For each place, whether a typed single mark after it can end a quotation.
  void count_closers() {
    has_closer_after_.resize(typed_.characters.size() + 1, false);
    for (std::size_t at = typed_.characters.size(); at-- > 0;) {
      const TypedCharacter& character = typed_.characters[at];
      const bool closes = character.c == U'\'' && !character.is_fixed && can_close(typed_, at);
      has_closer_after_[at] = has_closer_after_[at + 1] || closes;
    }
  }

  void set(std::size_t at, std::string_view mark) { typed_.characters[at].set_as = mark; }

  void set_marks_of(std::string_view language) {
    if (language == language_) return;
    language_ = language;
    double_marks_ = double_quotation_marks(language);
    single_marks_ = single_quotation_marks(language);
  }

  void set_double(std::size_t at) {
    if (is_inches(at)) {
      set(at, "″");
      return;
    }
    const bool opens = can_open(typed_, at) && !(is_double_open_ && can_close(typed_, at));
    const bool stands_alone = is_space(typed_.before(at)) && is_space(typed_.character(at + 1));
    is_double_open_ = stands_alone ? !is_double_open_ : opens;
    set(at, is_double_open_ ? double_marks_.open : double_marks_.close);
  }

  void set_single(std::size_t at) {
    const char32_t next = typed_.character(at + 1);
    if (is_feet(at)) {
      set(at, "′");
    } else if (is_word(typed_.before(at)) && is_word(next)) {
      set(at, kApostrophe);
    } else if (can_open(typed_, at) && has_closer_after_[at + 1] && !is_clipped_year(typed_, at) &&
               !is_clipped_word(typed_, at)) {
      is_single_open_ = true;
      set(at, single_marks_.open);
    } else if (is_single_open_ && can_close(typed_, at)) {
      is_single_open_ = false;
      set(at, single_marks_.close);
    } else {
      set(at, kApostrophe);
    }
  }

  // 5'10": digits on both sides, inches after them.
  bool is_feet(std::size_t at) const {
    if (!is_digit(typed_.before(at)) || !is_digit(typed_.character(at + 1))) return false;
    std::size_t end = at + 1;
    while (end < at + 4 && is_digit(typed_.character(end))) ++end;
    return typed_.character(end) == U'"';
  }

  // 12": a short number outside a quotation.
  bool is_inches(std::size_t at) const {
    std::size_t digits = 0;
    while (digits < at && digits < 4 && is_digit(typed_.before(at - digits))) ++digits;
    return !is_double_open_ && digits > 0 && digits < 4;
  }

  TypedText& typed_;
  std::vector<bool> has_closer_after_;
  bool is_double_open_ = false;
  bool is_single_open_ = false;
  std::string_view language_;
  QuotationMarks double_marks_ = double_quotation_marks("");
  QuotationMarks single_marks_ = single_quotation_marks("");
};

}  // namespace

void set_quotation_marks(TypedText& typed) { QuoteSetter(typed).run(); }

}  // namespace garland
