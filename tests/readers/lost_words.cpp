#include "readers/lost_words.h"

#include <array>
#include <cstddef>
#include <map>

#include "base/contains.h"
#include "base/unicode.h"
#include "document/dump.h"
#include "document/walk.h"

namespace garland::test {
namespace {

using WordCounts = std::map<std::string, std::size_t>;

bool is_of_word(char32_t c) { return is_letter(c) || is_digit(c) || is_mark(c); }

// The words, a space before and behind each.
std::string words_alone(std::string_view text) {
  const std::string composed = normalize_nfc(text);
  std::string words = " ";
  for (std::size_t at = 0; at < composed.size();) {
    const char32_t c = next_code_point(composed, at);
    if (is_of_word(c)) {
      append_utf8(words, c);
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  return words + ' ';
}

WordCounts count_words(std::string_view words) {
  WordCounts counts;
  while (true) {
    const std::size_t begin = words.find_first_not_of(' ');
    if (begin == words.npos) return counts;
    const std::size_t end = words.find(' ', begin);
    ++counts[std::string(words.substr(begin, end - begin))];
    words.remove_prefix(end);
  }
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

std::size_t count_in(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) ++count;
  return count;
}

// Every text in a tree that became JSON, addresses and labels too; inferences are not the source's.
void append_strings(const Value& value, std::string& text) {
  constexpr auto kOurs =
      std::to_array<std::string_view>({"origin", "range", "reason", "rule", "type"});
  if (value.kind == Value::Kind::String) text += " " + value.scalar;
  for (const Value& member : value.list) append_strings(member, text);
  for (const auto& [key, member] : value.map) {
    if (!contains(kOurs, key)) append_strings(member, text);
  }
}

std::string told_by(Document document) {
  document.inferences.clear();
  std::string text;
  append_strings(to_json(document), text);
  return text;
}

}  // namespace

std::string lost_words(std::string_view source, const Document& document) {
  const std::string wanted = words_alone(source);
  const std::string told = words_alone(told_by(document));
  const WordCounts told_counts = count_words(told);
  const std::string wanted_letters = without_spaces(wanted);
  const std::string told_letters = without_spaces(told);
  std::string lost;
  for (const auto& [word, count] : count_words(wanted)) {
    const auto found = told_counts.find(word);
    if (found != told_counts.end() && found->second >= count) continue;
    if (count_in(told_letters, word) < count_in(wanted_letters, word)) {
      lost += lost.empty() ? word : " " + word;
    }
  }
  return lost;
}

}  // namespace garland::test
