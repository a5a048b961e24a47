#include "readers/plain_text/code_signs.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "readers/plain_text/code_words.h"

namespace garland::plain {

namespace {

constexpr std::size_t kLongest = 600;  // bytes; a longer line is a paragraph, or no code to print
constexpr int kProseWords = 7;         // running words that make a line prose

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.front() == beginning.front() && text.starts_with(beginning);
}

constexpr std::string_view kAsciiLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

// Of words: all that is no ASCII too.
constexpr ByteSet kLetters = [] {
  ByteSet letters(kAsciiLetters);
  for (int byte = 0x80; byte < 0x100; ++byte) letters.add(static_cast<char>(byte));
  return letters;
}();
constexpr ByteSet kWordCharacters = [] {
  ByteSet characters = kLetters;
  for (const char c : std::string_view("0123456789_")) characters.add(c);
  return characters;
}();

bool is_word_character(char c) { return kWordCharacters.has(c); }

constexpr ByteSet kSpaces(" \t");
// What read_inside looks for.
constexpr ByteSet kSigns("{([})]=:-&|!<_\t$^/~");

// A word as prose has it: letters, perhaps a bracket or quotation mark before it and punctuation
// after it.
bool is_plain_word(std::string_view word) {
  static constexpr ByteSet kBefore("(\"'");
  static constexpr ByteSet kAfter(".,:;!?)\"'");
  while (!word.empty() && kBefore.has(word.front())) word.remove_prefix(1);
  while (!word.empty() && kAfter.has(word.back())) word.remove_suffix(1);
  if (word.empty()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (kLetters.has(word[i])) continue;
    const bool is_joint = (word[i] == '-' || word[i] == '\'') && i > 0 && i + 1 < word.size();
    if (!is_joint) return false;
  }
  return true;
}

class SignReader {
 public:
  explicit SignReader(std::string_view text) : text_(text) {}

  CodeSigns read() {
    read_words();
    read_beginning();
    if (may_have_signs_) read_inside();
    if (may_have_gap_ && text_.find("   ") != std::string_view::npos) add(1);
    read_end();
    judge_prose();
    return found_;
  }

 private:
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  void read_words() {
    for (std::size_t begin = 0; begin < text_.size();) {
      if (kSpaces.has(text_[begin])) {
        may_have_signs_ = may_have_signs_ || text_[begin] == '\t';
        may_have_gap_ = may_have_gap_ || kSpaces.has(at(begin + 1));
        ++begin;
        continue;
      }
      std::size_t end = begin;
      while (end < text_.size() && kLetters.has(text_[end])) ++end;
      const bool has_sign = end < text_.size() && !kSpaces.has(text_[end]);
      for (; end < text_.size() && !kSpaces.has(text_[end]); ++end) {
        may_have_signs_ = may_have_signs_ || kSigns.has(text_[end]);
      }
      const std::string_view word = text_.substr(begin, end - begin);
      if (found_.words == 0) first_word_ = word;
      if (has_sign && word == "//" && found_.words > 0) {  // the words of a comment are no prose
        may_have_gap_ = true;
        return;
      }
      ++found_.words;
      if (!has_sign || is_plain_word(word)) ++plain_words_;
      begin = end;
    }
  }

  void read_beginning() {
    // Most lines begin with a letter: of the signs below, only the messages do.
    if (!is_ascii_letter(text_[0])) read_opening_sign();
    if (text_[0] == 'P' || text_[0] == 'C') read_prompt();
    read_message();
    if (is_code_word(first_word_)) add(1);
    if (found_.words > 1 && is_command(first_word_)) add(2);
    if (is_section()) add(2);
  }

  void read_prompt() {
    if (begins_with(text_, "$ ") || begins_with(text_, ">>> ") || text_ == ">>>" ||
        begins_with(text_, "PS C:") || begins_with(text_, "C:\\>")) {
      found_.is_prompt = true;
      add(4);
    }
  }

  void read_opening_sign() {
    read_prompt();
    static constexpr auto kSure = std::to_array<std::string_view>(
        {"#include", "#!", "#[", "#define", "#if", "#endif", "<!DOCTYPE", "<?php", "<?xml", "<!--",
         "</", "*/", "&mut ", "```"});
    for (const std::string_view sure : kSure) {
      if (begins_with(text_, sure)) add(3);
    }
    if (begins_with(text_, "//") || begins_with(text_, "/*")) add(3);
    const std::size_t hashes = std::min(text_.find_first_not_of('#'), text_.size());
    if (hashes > 0 && hashes <= 6 && at(hashes) == ' ') add(2);
    if (begins_with(text_, "-- ") || begins_with(text_, "--> ")) add(2);
    if (first_word_.size() > 1 && first_word_[0] == '@' && is_ascii_letter(first_word_[1])) add(1);
    if (text_[0] == '<' && is_ascii_letter(at(1)) && text_.find('>') != std::string_view::npos)
      add(3);
  }

  // "error[E0502]: …", " --> src/main.rs:5:18", "5 |  let z", "  |   ^^^^", "warning: …".
  void read_message() {
    static constexpr auto kKinds = std::to_array<std::string_view>(
        {"error[",
         "error: ", "warning: ", "fatal: ", "hint: ", "note: ", "remote: ", "Traceback "});
    for (const std::string_view kind : kKinds) {
      if (begins_with(text_, kind)) add(2);
    }
    std::size_t i = 0;
    while (is_ascii_digit(at(i))) ++i;
    while (at(i) == ' ') ++i;
    if (at(i) == '|' && (i + 1 == text_.size() || at(i + 1) == ' ')) add(3);
    const bool is_drawn =
        !is_ascii_letter(text_[0]) && text_.find_first_not_of("^~-| ") == std::string_view::npos;
    if (is_drawn && text_.find_first_of("^~|") != std::string_view::npos) add(2);
  }

  // "[package]", "[dependencies.serde]": a section of a settings file.
  bool is_section() const {
    return found_.words == 1 && text_.size() > 3 && text_[0] == '[' && text_.back() == ']' &&
           is_ascii_letter(text_[1]) && text_.find_first_of("[]", 1) == text_.size() - 1;
  }

  void read_inside() {
    for (std::size_t i = kSigns.first_in(text_); i < text_.size();
         i = kSigns.first_in(text_, i + 1)) {
      const char c = text_[i];
      switch (c) {
        case '{':
        case '(':
        case '[':
          ++found_.depth;
          has_bracket_or_slash_ = has_bracket_or_slash_ || c == '[';
          if (c == '(' && i > 0) read_call(i);
          break;
        case '}':
        case ')':
        case ']':
          --found_.depth;
          break;
        case '=':
          read_equals(i);
          break;
        case ':':
          if (at(i + 1) == ':' && i > 0 && is_word_character(text_[i - 1]) &&
              is_word_character(at(i + 2))) {
            add(found_.words > 1 ? 2 : 0);
          }
          if (i > 0 && text_[i - 1] == '"' && (at(i + 1) == ' ' || at(i + 1) == '{')) add(2);
          break;
        case '-':
          if (at(i + 1) == '>' && !is_spaced_arrow(i)) add(2);
          if (i > 0 && text_[i - 1] == ' ' && is_flag(i)) add(1);
          break;
        case '&':
        case '|':
          if (at(i + 1) == c) add(2);
          break;
        case '!':
          if (at(i + 1) == '(' || (at(i + 1) == '=' && i > 0)) add(2);
          break;
        case '<':
          if (at(i + 1) == '/' || (i > 0 && is_word_character(text_[i - 1]) &&
                                   (is_ascii_letter(at(i + 1)) || at(i + 1) == '&'))) {
            add(1);
          }
          break;
        case '_':
          if (i > 0 && is_ascii_letter(text_[i - 1]) && is_ascii_letter(at(i + 1))) add(1);
          break;
        case '\t':
          has_tab_ = true;
          break;
        case '$':
          if (at(i + 1) == '{' || at(i + 1) == '(') add(2);
          break;
        case '^':
          has_underline_ = has_underline_ || (at(i + 1) == '^' && at(i + 2) == '^');
          break;
        case '/':
          has_bracket_or_slash_ = true;
          if (i == 0 || text_[i - 1] == ' ') read_path(i);
          break;
        case '~':
          has_underline_ = has_underline_ || (at(i + 1) == '~' && at(i + 2) == '~');
          if (at(i + 1) == '/' || (at(i + 1) == '~' && is_word_character(at(i + 2)))) add(2);
          break;
        default:
          break;
      }
    }
    static constexpr auto kPairs = std::to_array<std::string_view>({"](", "[^", " // "});
    for (const std::string_view pair : kPairs) {
      if (has_bracket_or_slash_ && text_.find(pair) != std::string_view::npos) add(2);
    }
    if (has_tab_) add(1);  // a table may have any number of them
    if (has_underline_) add(3);
  }

  // "f(", "object.method(": a name with its bracket, not "word (aside)".
  void read_call(std::size_t bracket) {
    if (!is_word_character(text_[bracket - 1])) return;
    const bool is_empty = at(bracket + 1) == ')';
    const std::size_t begin = text_.find_last_of(" \t", bracket) + 1;
    const bool is_dotted = text_.substr(begin, bracket - begin).find('.') != std::string_view::npos;
    add(is_empty || is_dotted ? 2 : 1);
  }

  void read_equals(std::size_t i) {
    const char before = i > 0 ? text_[i - 1] : '\0';
    if (at(i + 1) == '=' && at(i + 2) != '=' && before == ' ') add(2);
    if (at(i + 1) == '>' && before != '=') add(2);
    const bool is_operator = std::string_view("+-*/:|&%<>").find(before) != std::string_view::npos;
    if (is_operator && before != '\0' && at(i + 1) == ' ') add(2);
    if (before == ' ' && at(i + 1) == ' ') add(2);
    if (is_word_character(before) && (at(i + 1) == '"' || at(i + 1) == '\'')) add(2);
  }

  bool is_spaced_arrow(std::size_t i) const {
    return found_.words > 4 && i > 0 && text_[i - 1] == ' ' && at(i + 2) == ' ' &&
           plain_words_ * 3 >= found_.words * 2;
  }

  // " -x", " --word"
  bool is_flag(std::size_t i) const {
    const std::size_t name = at(i + 1) == '-' ? i + 2 : i + 1;
    return is_ascii_letter(at(name)) &&
           (name == i + 2 || at(name + 1) == ' ' || at(name + 1) == '\0');
  }

  void read_path(std::size_t i) {
    if (is_ascii_letter(at(i + 1)) && text_.find('/', i + 1) < text_.find(' ', i + 1)) add(1);
  }

  void read_end() {
    const char last = text_.back();
    if (text_.find_first_not_of("{}()[];,<>") == std::string_view::npos) add(4);
    if (last == '{') add(3);
    if (last == ';') {
      const bool is_statement =
          found_.points > 0 || found_.words <= 2 || at(text_.size() - 2) == ')';
      add(is_statement ? 2 : 1);
    }
    if (last == ')' && text_.size() > 1 && text_[text_.size() - 2] == '(') add(1);
    if (last == '\\') add(2);
    if (last == ',' && found_.points > 0) add(1);
    if (last == ':' && is_code_word(first_word_) && found_.words > 1 && found_.words <= 7) add(1);
  }

  // Prose is running words; a comment of many words is code all the same.
  void judge_prose() {
    const bool is_comment = begins_with(text_, "//") || begins_with(text_, "/*") ||
                            begins_with(text_, "#") || found_.is_prompt;
    const bool is_sentence =
        !text_.empty() && (text_.back() == '.' || text_.back() == '?' || text_.back() == '!');
    const int least = is_sentence ? 4 : kProseWords;
    const bool has_running_words = plain_words_ >= least && plain_words_ * 100 >= found_.words * 72;
    const bool is_long_sentence =
        is_sentence && plain_words_ >= kProseWords && plain_words_ * 2 >= found_.words;
    found_.is_prose =
        (!is_comment &&
         (is_long_sentence ||
          (has_running_words && (is_sentence || plain_words_ >= 10 || found_.points < 6))));
  }

  void add(int points) { found_.points += points; }

  std::string_view text_;
  CodeSigns found_;
  std::string_view first_word_;
  int plain_words_ = 0;
  bool may_have_signs_ = false;  // that read_inside looks for
  bool may_have_gap_ = false;    // of three spaces
  bool has_bracket_or_slash_ = false;
  bool has_tab_ = false;
  bool has_underline_ = false;  // "^^^", "~~~": a compiler points at something
};

}  // namespace

CodeSigns code_signs(std::string_view text) {
  CodeSigns found;
  found.is_prose = text.size() > kLongest;
  return text.empty() || found.is_prose ? found : SignReader(text).read();
}

}  // namespace garland::plain
