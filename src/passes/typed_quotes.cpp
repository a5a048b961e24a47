// Quotation marks, apostrophes and primes.
#include <algorithm>
#include <array>
#include <string>

#include "base/quotation_marks.h"
#include "base/unicode.h"
#include "passes/typed_marks.h"

namespace garland {
namespace {

constexpr std::string_view kApostrophe = "’";

// Scripts that put no space between words: neighbours say nothing there, only what is open does.
bool is_unspaced(char32_t c) {
  const bool is_east_asian = (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
                             (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
  const bool is_southeast_asian =
      (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF);
  return is_east_asian || is_southeast_asian;
}
bool is_hebrew(char32_t c) { return c >= 0x05D0 && c <= 0x05EA; }

bool is_word(char32_t c) {
  return !is_unspaced(c) && (is_letter(c) || is_digit(c) || is_mark(c) || c == kObject);
}

// A digit, or a fraction in one sign.
bool is_number(char32_t c) {
  return is_digit(c) || (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215E);
}

// After which a quotation may begin: a space, an opening bracket or mark, a dash, a slash.
bool opens_after(char32_t c) {
  constexpr std::u32string_view kOpeners = U"([{<‘“„‚«‹¿¡—–-/\"'|*_";
  return is_space(c) || is_unspaced(c) || kOpeners.find(c) != std::u32string_view::npos;
}

// Whether a typed mark at `at`, by its neighbours alone, can begin or end a quotation.
bool can_open(const TypedText& typed, std::size_t at) {
  return opens_after(typed.before(at)) && !is_space(typed.character(at + 1));
}
bool can_close(const TypedText& typed, std::size_t at) {
  return !is_space(typed.before(at)) && !is_word(typed.character(at + 1));
}

// Whether a word follows that is written with an apostrophe at its beginning, for what is left out:
// English 'tis, German 's and 'nen, Dutch 't.
bool is_clipped_word(const TypedText& typed, std::size_t at) {
  constexpr std::array<std::u32string_view, 17> kClipped{
      U"tis", U"twas", U"twere", U"twill", U"em",  U"til", U"cause", U"bout", U"n",
      U"s",   U"ne",   U"nen",   U"nem",   U"ner", U"t",   U"k",     U"ns"};
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

// Up to three digits before `at`: the measure of a thing, not a year.
bool is_behind_measure(const TypedText& typed, std::size_t at) {
  std::size_t digits = 0;
  while (digits < at && digits < 4 && is_number(typed.before(at - digits))) ++digits;
  return digits > 0 && digits < 4;
}

// f'(x), g'', y''': a letter by itself, and a bracket or more marks behind it.
bool is_behind_variable(const TypedText& typed, std::size_t at) {
  while (at > 0 && typed.before(at) == U'\'') --at;
  return at > 0 && is_letter(typed.before(at)) && !is_word(typed.before(at - 1));
}

class QuoteSetter {
 public:
  explicit QuoteSetter(TypedText& typed) : typed_(typed) { count_ahead(); }

  void run() {
    for (const std::size_t at : typed_.signs()) {
      const char32_t c = typed_.character(at);
      if ((c != U'"' && c != U'\'') || typed_.is_fixed(at)) continue;
      set_marks_of(typed_.language(at));
      if (c == U'"') set_double(at);
      if (c == U'\'') set_single(at);
    }
  }

 private:
  // The last typed single mark that can end a quotation; how many double marks there are.
  void count_ahead() {
    for (const std::size_t at : typed_.signs()) {
      const char32_t c = typed_.character(at);
      if ((c != U'"' && c != U'\'') || typed_.is_fixed(at)) continue;
      if (c == U'"') ++doubles_ahead_;
      if (c == U'\'' && can_close(typed_, at)) last_closer_ = at;
    }
  }

  void set_marks_of(std::string_view language) {
    if (language == language_) return;
    language_ = language;
    double_marks_ = double_quotation_marks(language);
    single_marks_ = single_quotation_marks(language);
  }

  void set_double(std::size_t at) {
    --doubles_ahead_;
    if (is_hebrew(typed_.before(at)) && is_hebrew(typed_.character(at + 1))) {
      return typed_.set(at, "״");  // gershayim, before the last letter of an abbreviation
    }
    if (is_inches(at)) return typed_.set(at, "″");
    const bool stands_alone = is_space(typed_.before(at)) && is_space(typed_.character(at + 1));
    is_double_open_ = stands_alone ? !is_double_open_ : opens_double(at);
    typed_.set(at, is_double_open_ ? double_marks_.open : double_marks_.close);
  }

  bool opens_double(std::size_t at) const {
    if (is_double_open_) return can_open(typed_, at) && !can_close(typed_, at);
    const bool begins_word = !is_word(typed_.before(at)) && is_word(typed_.character(at + 1));
    return can_open(typed_, at) || begins_word;
  }

  // 12": a short number. In a quotation, one that leaves an odd number of marks behind it: the last
  // of them ends the quotation.
  bool is_inches(std::size_t at) const {
    if (!is_behind_measure(typed_, at) && !is_behind_minutes(at)) return false;
    if (is_times(at + 1)) return true;
    if (is_word(typed_.character(at + 1))) return false;
    return !is_double_open_ || doubles_ahead_ % 2 == 1;
  }
  // 2"x4"
  bool is_times(std::size_t at) const {
    return (typed_.character(at) == U'x' || typed_.character(at) == U'X') &&
           is_digit(typed_.character(at + 1));
  }
  bool is_behind_minutes(std::size_t at) const {
    return is_double_open_ && at > 1 && is_digit(typed_.before(at)) &&
           typed_.before(at - 1) == U'\'';
  }

  void set_single(std::size_t at) {
    const char32_t next = typed_.character(at + 1);
    if (is_prime(at)) {
      typed_.set(at, "′");
    } else if (is_word(typed_.before(at)) && is_word(next)) {
      typed_.set(at, kApostrophe);
    } else if (can_open(typed_, at) && last_closer_ > at && !is_clipped_year(typed_, at) &&
               !is_clipped_word(typed_, at) && !(is_single_open_ && can_close(typed_, at))) {
      is_single_open_ = true;
      typed_.set(at, single_marks_.open);
    } else if (is_single_open_ && can_close(typed_, at)) {
      is_single_open_ = false;
      typed_.set(at, single_marks_.close);
    } else {
      typed_.set(at, kApostrophe);
    }
  }

  // Feet and minutes, 5'10" and 40° 26', and derivatives.
  bool is_prime(std::size_t at) const {
    const char32_t next = typed_.character(at + 1);
    if (is_behind_variable(typed_, at)) {
      return next == U'(' || next == U'\'' || typed_.before(at) == U'\'';
    }
    if (is_single_open_ || !is_behind_measure(typed_, at)) return false;
    return !is_letter(next) && (!is_digit(next) || is_before_inches(at + 1));
  }

  bool is_before_inches(std::size_t at) const {
    const std::size_t begin = at;
    while (at < begin + 3 && is_digit(typed_.character(at))) ++at;
    return typed_.character(at) == U'"';
  }

  TypedText& typed_;
  std::size_t last_closer_ = 0;
  std::size_t doubles_ahead_ = 0;
  bool is_double_open_ = false;
  bool is_single_open_ = false;
  std::string_view language_;
  QuotationMarks double_marks_ = double_quotation_marks("");
  QuotationMarks single_marks_ = single_quotation_marks("");
};

}  // namespace

void set_quotation_marks(TypedText& typed) { QuoteSetter(typed).run(); }

}  // namespace garland
