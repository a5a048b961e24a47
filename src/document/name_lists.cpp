#include "document/name_lists.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/contains.h"
#include "base/unicode.h"
#include "document/name_words.h"
#include "document/words.h"

namespace garland {
namespace {

using NameWords = std::vector<std::string>;

// "and" in the languages where the word cannot be part of a name.
constexpr auto kAnd = std::to_array<std::string_view>(
    {"and", "&", "und", "et", "och", "og", "ja", "és", "și", "ve", "και", "и", "та"});
// Where it could be ("Ortega y Gasset"), only between full names.
constexpr auto kAndBetweenFullNames =
    std::to_array<std::string_view>({"y", "e", "en", "i", "a", "і"});
// Signs that stand between names and never within one.
constexpr auto kSigns =
    std::to_array<std::string_view>({";", "|", "/", "•", " · ", "、", "，", "；", "؛", "،"});

NameWords split_at_signs(const std::string& text) {
  if (text.find("://") != std::string::npos) return {text};
  NameWords pieces;
  std::size_t begin = 0;
  bool has_space = false;
  const std::size_t last_space = text.find(' ') == std::string::npos ? 0 : text.rfind(' ');
  const auto add = [&](std::size_t end) {
    const std::string_view piece = trim(std::string_view(text).substr(begin, end - begin));
    if (!piece.empty()) pieces.emplace_back(piece);
  };
  for (std::size_t at = 0; at < text.size();) {
    has_space |= text[at] == ' ';
    const bool is_between_words = has_space && at < last_space;
    const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [&](std::string_view candidate) {
      const bool parts_names = candidate != "/" || is_between_words;  // "AC/DC" is one
      return parts_names && text.compare(at, candidate.size(), candidate) == 0;
    });
    if (sign == kSigns.end()) {
      ++at;
      continue;
    }
    add(at);
    begin = at += sign->size();
    has_space = false;
  }
  add(text.size());
  return pieces;
}

// Whether the word at `index` stands between two names, the first of which began at `begin`.
bool is_and(const NameWords& parts, std::size_t begin, std::size_t index) {
  if (index == begin || to_lower(parts[index + 1]).starts_with("al.")) return false;
  if (contains(kAnd, to_lower(parts[index]))) return true;
  const bool is_full = index - begin >= 2 && parts.size() - index - 1 >= 2;
  return is_full && contains(kAndBetweenFullNames, parts[index]);
}

NameWords split_at_and(const std::string& text) {
  const NameWords parts = words::split(text);
  NameWords names;
  auto begin = parts.begin();
  for (auto word = parts.begin(); word != parts.end() && word + 1 != parts.end(); ++word) {
    const auto index = static_cast<std::size_t>(word - parts.begin());
    if (!is_and(parts, static_cast<std::size_t>(begin - parts.begin()), index)) continue;
    names.push_back(words::join(begin, word));
    begin = word + 1;
  }
  names.push_back(words::join(begin, parts.end()));
  return names;
}

// Whether "X and Y" is the name of one body ("Department of Health and Human Services").
bool is_one_body(const std::string& text, const NameWords& names) {
  return names_a_body(text) &&
         (names_a_body(names.front()) || words::split(names.front()).size() < 2);
}

// Whether "X, Y" is one person's name put family first rather than two people.
bool is_inverted(const std::vector<NamePart>& parts) {
  if (parts.size() != 2) return false;
  const NameWords family = words::split(parts[0].text);
  const NameWords given = words::split(parts[1].text);
  return family.size() == 1 || given.size() == 1 || is_initials(given.back()) ||
         is_particle(to_lower(family.front()));
}

// "Roe, J., Poe, K.": families, each with its initials behind it.
bool is_list_with_initials(const std::vector<NamePart>& parts) {
  if (parts.size() < 4 || parts.size() % 2 != 0) return false;
  for (std::size_t index = 1; index < parts.size(); index += 2) {
    if (!is_initials(parts[index].text)) return false;
  }
  return true;
}

std::string with_suffix(const NamePart& part) {
  return part.suffix.empty() ? part.text : part.text + ", " + part.suffix;
}

// The names in a piece without "and". `is_list`: commas surely part names.
void add_names(const std::string& piece, bool is_list, NameWords& names) {
  const std::vector<NamePart> parts = name_parts(piece);
  if (parts.size() < 2 || names_a_body(piece) || (!is_list && is_inverted(parts))) {
    const NameWords at_commas = words::split(piece, ",");
    names.push_back(words::join(at_commas.begin(), at_commas.end(), ", "));
    return;
  }
  const std::size_t step = is_list_with_initials(parts) ? 2 : 1;
  for (std::size_t index = 0; index < parts.size(); index += step) {
    std::string name = with_suffix(parts[index]);
    if (step == 2) name += ", " + with_suffix(parts[index + 1]);
    names.push_back(std::move(name));
  }
}

}  // namespace

std::vector<NamePart> name_parts(const std::string& text) {
  std::vector<NamePart> parts;
  for (std::string& part : words::split(text, ",")) {
    if (parts.empty() || !is_suffix(part)) {
      parts.push_back({std::move(part), ""});
    } else {
      std::string& suffix = parts.back().suffix;
      suffix += suffix.empty() ? part : ", " + part;
    }
  }
  return parts;
}

std::vector<std::string> names_in(const std::string& text) {
  NameWords names;
  for (const std::string& group : split_at_signs(text)) {
    const NameWords by_and = split_at_and(group);
    if (by_and.size() > 1 && is_one_body(group, by_and)) {
      names.push_back(group);
      continue;
    }
    // Before an "and" with a single word behind it, "X, Y and Z" lists single names.
    const bool is_list_of_words = by_and.size() > 1 && words::split(by_and.back()).size() == 1;
    for (const std::string& piece : by_and) add_names(piece, is_list_of_words, names);
  }
  return names;
}

}  // namespace garland
