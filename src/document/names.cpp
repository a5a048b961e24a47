// Names of people and bodies. The parts follow BibTeX's rule (the family begins at the first
// particle, else it is the last word), widened by capital particles ("Le Guin") and by suffixes.
#include <fmt/format.h>

#include <array>
#include <optional>

#include "base/contains.h"
#include "base/unicode.h"
#include "document/kind_names.h"
#include "document/metadata_values.h"
#include "document/web_address.h"
#include "document/words.h"
#include "document/written_name.h"

namespace garland {
namespace {

using Words = std::vector<std::string>;

// Words in lower case that open a family name wherever they stand behind the first word.
constexpr auto kParticles = std::to_array<std::string_view>(
    {"van", "von", "der", "den", "de",  "del",  "della", "delle", "degli", "dei",
     "di",  "da",  "das", "dos", "do",  "du",   "des",   "la",    "le",    "las",
     "los", "lo",  "ter", "te",  "ten", "'t",   "zu",    "zum",   "zur",   "af",
     "av",  "al",  "el",  "ibn", "bin", "bint", "ben",   "abu"});
// Those that count with a capital too, when they stand right before the family's last word.
constexpr auto kCapitalParticles =
    std::to_array<std::string_view>({"Van", "Von", "De", "Del", "Della", "Di", "Da", "La", "Le",
                                     "Du", "Des", "Dos", "Der", "Den", "Ibn", "Bin", "El"});
constexpr auto kSuffixes = std::to_array<std::string_view>(
    {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md", "m.d.", "esq", "esq."});
// Words that only a body's name has.
constexpr auto kBodyWords = std::to_array<std::string_view>(
    {"inc",          "inc.",         "ltd",        "ltd.",        "llc",         "gmbh",
     "corp",         "corp.",        "co.",        "company",     "corporation", "press",
     "university",   "universität",  "université", "universidad", "università",  "college",
     "institute",    "institut",     "instituto",  "foundation",  "stiftung",    "fondation",
     "association",  "society",      "staff",      "team",        "editors",     "editorial",
     "board",        "committee",    "council",    "department",  "ministry",    "collective",
     "project",      "group",        "agency",     "news",        "magazine",    "journal",
     "organization", "organisation", "library",    "museum",      "center",      "centre",
     "network",      "union",        "verlag",     "redaktion",   "rédaction",   "contributors",
     "government"});

std::string lower(std::string_view word) { return to_lower(word); }

bool is_particle(std::string_view word) { return contains(kParticles, word); }
bool is_suffix(std::string_view word) { return contains(kSuffixes, lower(word)); }

bool names_a_body(std::string_view name) {
  const Words parts = words::split(name);
  if (parts.empty()) return false;
  if (parts.front() == "The" && parts.size() > 1) return true;
  return std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
    const std::string word = lower(part.back() == ',' ? part.substr(0, part.size() - 1) : part);
    const bool has_digit = part.find_first_of("0123456789") != std::string::npos;
    return has_digit || word == "of" || word == "für" || contains(kBodyWords, word);
  });
}

// Names in Chinese, Japanese and Korean put the family first.
bool family_stands_first(std::string_view name) {
  std::size_t offset = 0;
  const std::string_view script = script_of(next_code_point(name, offset));
  return script == "Hani" || script == "Hira" || script == "Kana" || script == "Hang";
}

// Index of the family's first word among words that hold no suffix.
std::size_t family_begin(const Words& parts) {
  for (std::size_t index = 1; index + 1 < parts.size(); ++index) {
    if (is_particle(parts[index])) return index;
  }
  std::size_t begin = parts.size() - 1;
  while (begin > 1 && contains(kCapitalParticles, parts[begin - 1])) --begin;
  // "Ortega y Gasset" is one family name.
  if (begin > 2 && parts[begin - 1] == "y") begin -= 2;
  return begin;
}

std::string with_suffix(const std::string& given, const std::string& suffix) {
  if (suffix.empty()) return given;
  return given.empty() ? suffix : given + ", " + suffix;
}

// Fills in family and given name from words without a comma: "Ludwig van Beethoven Jr.".
void part_plain_name(Words parts, std::string suffix, Contributor& person) {
  if (suffix.empty() && parts.size() > 2 && is_suffix(parts.back())) {
    suffix = parts.back();
    parts.pop_back();
  }
  if (parts.size() < 2) return;  // one word: which part it is cannot be told
  if (family_stands_first(person.name)) {
    person.family = parts.front();
    person.given = words::join(parts.begin() + 1, parts.end());
    return;
  }
  const auto family = parts.begin() + static_cast<std::ptrdiff_t>(family_begin(parts));
  person.family = words::join(family, parts.end());
  person.given = with_suffix(words::join(parts.begin(), family), suffix);
}

// "Beethoven, Ludwig van": particles behind the given name belong to the family.
void part_inverted_name(const std::string& family, const std::string& given,
                        const std::string& suffix, Contributor& person) {
  Words words_given = words::split(given);
  auto particle = words_given.end();
  while (particle - words_given.begin() > 1 && is_particle(*(particle - 1))) --particle;
  const std::string particles = words::join(particle, words_given.end());
  person.family = particles.empty() ? family : particles + " " + family;
  person.given = words::join(words_given.begin(), particle);
  person.name = person.given + " " + person.family;
  if (!suffix.empty()) person.name += " " + suffix;
  person.given = with_suffix(person.given, suffix);
}

// Takes off what is no part of a name: "by", an address in angle brackets, a wiki link's brackets.
std::string bare_name(std::string_view written) {
  std::string name = collapse_spaces(written);
  if (lower(name.substr(0, 3)) == "by ") name.erase(0, 3);
  if (name.size() > 4 && name.rfind("[[", 0) == 0 && name.find("]]") == name.size() - 2) {
    name = name.substr(2, name.size() - 4);
  }
  const std::size_t address = name.find(" <");
  if (address != std::string::npos && name.back() == '>') name.erase(address);
  return name;
}

// Whether "X, Y" is one person's name put family first rather than two people.
bool looks_inverted(const Words& parts) {
  if (parts.size() == 2 && is_suffix(parts[1])) return false;
  if (parts.size() == 3 && is_suffix(parts[2])) return true;
  if (parts.size() == 3 && is_suffix(parts[1])) return true;
  if (parts.size() != 2) return false;
  const Words family = words::split(parts[0]);
  const Words given = words::split(parts[1]);
  const bool ends_with_initial = given.back().size() == 2 && given.back().back() == '.';
  return family.size() == 1 || given.size() == 1 || ends_with_initial ||
         is_particle(lower(family.front()));
}

// Parts at `separators`; a suffix stays with the name before it.
Words split_at_commas(const std::string& text) {
  Words parts;
  for (std::string& part : words::split(text, ",")) {
    if (!parts.empty() && is_suffix(part)) {
      parts.back() += ", " + part;
    } else {
      parts.push_back(std::move(part));
    }
  }
  return parts;
}

// Parts at every " and " (or "&", "und", "et"; "y" and "e" only between full names).
Words split_at_and(const std::string& text) {
  constexpr auto kAnd = std::to_array<std::string_view>({"and", "&", "und", "et", "och"});
  constexpr auto kAndBetweenFullNames = std::to_array<std::string_view>({"y", "e", "en"});
  const Words parts = words::split(text);
  Words names;
  std::size_t begin = 0;
  for (std::size_t index = 1; index + 1 < parts.size(); ++index) {
    const bool is_full = index - begin >= 2 && parts.size() - index - 1 >= 2;
    const bool parts_here = index > begin && lower(parts[index + 1]).rfind("al.", 0) != 0 &&
                            (contains(kAnd, lower(parts[index])) ||
                             (is_full && contains(kAndBetweenFullNames, parts[index])));
    if (!parts_here) continue;
    names.push_back(words::join(parts.begin() + static_cast<std::ptrdiff_t>(begin),
                                parts.begin() + static_cast<std::ptrdiff_t>(index)));
    begin = index + 1;
  }
  names.push_back(words::join(parts.begin() + static_cast<std::ptrdiff_t>(begin), parts.end()));
  return names;
}

// Whether "X and Y" is the name of one body ("Department of Health and Human Services").
bool is_one_body(const std::string& text, const Words& names) {
  return names_a_body(text) &&
         (names_a_body(names.front()) || words::split(names.front()).size() < 2);
}

// The names in one text, each as it was written.
Words split_names(const std::string& text) {
  if (text.find(';') != std::string::npos) return words::split(text, ";");
  const Words by_and = split_at_and(text);
  if (by_and.size() > 1 && is_one_body(text, by_and)) return {text};
  const bool last_is_one_word = words::split(by_and.back()).size() == 1;
  Words names;
  for (const std::string& piece : by_and) {
    const Words parts = words::split(piece, ",");
    // Before an "and" with a single word behind it, "X, Y and Z" lists single names.
    const bool is_list_of_words = by_and.size() > 1 && last_is_one_word;
    if (parts.size() == 1 || names_a_body(piece) || (!is_list_of_words && looks_inverted(parts))) {
      names.push_back(words::join(parts.begin(), parts.end(), ", "));
    } else {
      for (std::string& name : split_at_commas(piece)) names.push_back(std::move(name));
    }
  }
  return names;
}

std::string text_of(const Value& map, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    const Value* value = map.find(key);
    if (value != nullptr && value->is_scalar() && !value->scalar.empty()) {
      return collapse_spaces(value->scalar);
    }
  }
  return "";
}

// The sixteen digits alone, as ORCID prints them.
std::string orcid_from(std::string_view written) {
  const std::size_t slash = written.find_last_of('/');
  return std::string(slash == std::string_view::npos ? written : written.substr(slash + 1));
}

std::optional<Contributor> contributor_from_map(const Value& map, Role default_role) {
  const Value* name = map.find("name");
  if (name != nullptr && name->is_map()) return contributor_from_map(*name, default_role);
  Contributor person;
  person.role = choice_named<Role>(lower(text_of(map, {"role"}))).value_or(default_role);
  const std::string family = text_of(map, {"family", "last", "last-name", "surname"});
  const std::string given = text_of(map, {"given", "first", "first-name", "forename"});
  const std::string written = text_of(map, {"name", "literal"});
  if (!family.empty()) {
    part_inverted_name(family, given, text_of(map, {"suffix"}), person);
    person.name = written.empty() ? collapse_spaces(person.name) : written;
  } else if (!written.empty()) {
    std::vector<WrittenName> linked;
    person = contributor_from_name(plain_names(written, linked), person.role);
    if (!linked.empty()) person.url = linked.front().address;
  } else {
    return std::nullopt;
  }
  const std::string url = text_of(map, {"url", "link", "website", "homepage", "web", "href"});
  if (!url.empty()) person.url = url;
  person.url = web_address(person.url);
  person.orcid = orcid_from(text_of(map, {"orcid", "ORCID"}));
  return person;
}

void append_contributors(const Value& value, Role role, std::vector<Contributor>& people) {
  if (value.is_map()) {
    std::optional<Contributor> person = contributor_from_map(value, role);
    if (person) people.push_back(std::move(*person));
  } else if (value.is_list()) {
    for (const Value& item : value.list) append_contributors(item, role, people);
  } else {
    std::vector<WrittenName> linked;
    const std::string text = bare_name(plain_names(value.scalar, linked));
    if (text.empty()) return;
    for (const std::string& name : split_names(text)) {
      people.push_back(contributor_from_name(name, role));
      for (const WrittenName& link : linked) {
        if (link.text == name) people.back().url = web_address(link.address);
      }
    }
  }
}

}  // namespace

Contributor contributor_from_name(std::string_view written, Role role) {
  Contributor person;
  person.role = role;
  person.name = bare_name(written);
  if (names_a_body(person.name)) return person;
  const Words parts = words::split(person.name, ",");
  if (parts.size() < 2) {
    part_plain_name(words::split(person.name), "", person);
  } else if (parts.size() == 2 && is_suffix(parts[1])) {
    part_plain_name(words::split(parts[0]), parts[1], person);
    person.name = parts[0] + " " + parts[1];
  } else if (parts.size() == 2) {
    part_inverted_name(parts[0], parts[1], "", person);
  } else if (parts.size() == 3 && is_suffix(parts[2])) {
    part_inverted_name(parts[0], parts[1], parts[2], person);
  } else if (parts.size() == 3 && is_suffix(parts[1])) {
    part_inverted_name(parts[0], parts[2], parts[1], person);
  }
  return person;
}

std::vector<Contributor> contributors_from(const Value& value, Role default_role) {
  std::vector<Contributor> people;
  append_contributors(value, default_role, people);
  return people;
}

}  // namespace garland
