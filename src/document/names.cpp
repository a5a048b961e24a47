// Names of people and bodies. The parts follow BibTeX's rule (the family begins at the first
// particle, else it is the last word), widened by capital particles ("Le Guin") and by suffixes.
#include <fmt/format.h>

#include <array>
#include <optional>

#include "base/contains.h"
#include "base/unicode.h"
#include "document/kind_names.h"
#include "document/metadata_values.h"
#include "document/name_lists.h"
#include "document/name_words.h"
#include "document/web_address.h"
#include "document/words.h"
#include "document/written_name.h"

namespace garland {
namespace {

using Words = std::vector<std::string>;

std::string lower(std::string_view word) { return to_lower(word); }

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
  while (begin > 1 && is_capital_particle(parts[begin - 1])) --begin;
  // "Ortega y Gasset" is one family name.
  if (begin > 2 && parts[begin - 1] == "y") begin -= 2;
  return begin;
}

std::string with_suffix(const std::string& given, const std::string& suffix) {
  if (suffix.empty()) return given;
  return given.empty() ? suffix : given + ", " + suffix;
}

// Fills in family and given name from words without a comma: "Dr. Ludwig van Beethoven Jr.".
void part_plain_name(Words parts, std::string suffix, Contributor& person) {
  while (parts.size() > 1 && is_honorific(parts.front())) parts.erase(parts.begin());
  if (suffix.empty() && parts.size() > 2 && is_suffix(parts.back())) {
    suffix = parts.back();
    parts.pop_back();
  }
  // One word: which part it is cannot be told. "Jane Roe et al.": who the others are neither.
  if (parts.size() < 2 || parts.back() == "al.") return;
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

// "Jane Roe and Ben Poe, keepers of the light": what follows names in small letters says who they
// are.
std::string without_description(std::string text) {
  const std::size_t comma = text.rfind(", ");
  if (comma == std::string::npos) return text;
  const Words behind = words::split(text.substr(comma + 2));
  const bool is_small = std::all_of(behind.begin(), behind.end(), [](const std::string& word) {
    return word.front() >= 'a' && word.front() <= 'z';
  });
  const std::string before = text.substr(0, comma);
  const bool are_names = lower(before) != before;
  if (behind.size() > 1 && is_small && are_names && !is_particle(behind.back())) text.erase(comma);
  return text;
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
    const std::string text = without_description(bare_name(plain_names(value.scalar, linked)));
    if (text.empty()) return;
    for (const std::string& name : names_in(text)) {
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
  const std::vector<NamePart> parts = name_parts(person.name);
  if (parts.size() == 1) {
    part_plain_name(words::split(parts[0].text), parts[0].suffix, person);
    if (!parts[0].suffix.empty()) person.name = parts[0].text + " " + parts[0].suffix;
  } else if (parts.size() == 2) {
    const std::string& suffix = parts[1].suffix.empty() ? parts[0].suffix : parts[1].suffix;
    part_inverted_name(parts[0].text, parts[1].text, suffix, person);
  }
  return person;
}

std::string filed_name(const Contributor& person) {
  const bool has_parts = !person.family.empty() && !person.given.empty();
  if (!has_parts || family_stands_first(person.name)) return person.name;
  return person.family + ", " + person.given;
}

std::vector<Contributor> contributors_from(const Value& value, Role default_role) {
  std::vector<Contributor> people;
  append_contributors(value, default_role, people);
  return people;
}

}  // namespace garland
