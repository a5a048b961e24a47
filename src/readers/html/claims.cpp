#include "readers/html/claims.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/unicode.h"
#include "base/value.h"
#include "document/metadata_values.h"
#include "readers/html/letters.h"
#include "readers/words/page_words.h"

namespace garland::html {
namespace {

constexpr std::size_t kLongestAuthor = 160;  // bytes

bool is_ascii_upper(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// What is known already was said above the page.
template <typename T>
void set(Sourced<T>& field, T value, const Claim& claim) {
  field.fill({std::move(value), Origin::Inferred, claim.reason(), claim.range});
}

void set_text(const Claims& claims, Field which, Sourced<std::string>& field) {
  const Claim* claim = claims.best(which);
  if (claim != nullptr) set(field, claim->values.front(), *claim);
}

// A name as it is printed: without "By" and an address in brackets. Empty for what is no name.
std::string author_name(std::string_view text) {
  text = trim(text);
  text.remove_prefix(byline_prefix(text));
  for (const std::string_view end : {" (http", " <", " (mailto", " | "}) {
    text = text.substr(0, text.find(end));
  }
  // A person is the author, whoever is spoken for; a body's name goes on.
  const std::string_view speaker = text.substr(0, text.find(" on behalf of "));
  if (!contributor_from_name(speaker, Role::Author).family.empty()) text = speaker;
  text = trim(text);
  while (!text.empty() && (text.back() == ',' || text.back() == ':' || text.back() == '|')) {
    text = trim(text.substr(0, text.size() - 1));
  }
  if (text.starts_with('@')) text.remove_prefix(1);
  const bool is_address = text.find("://") != std::string_view::npos ||
                          text.find('@') != std::string_view::npos || text.starts_with("www.");
  if (text.size() > kLongestAuthor || is_address) return {};
  return std::string(text);
}

std::vector<Contributor> authors_of(const Claim& claim) {
  std::vector<Contributor> authors;
  std::set<std::string> names;
  for (const std::string& value : claim.values) {
    const std::string name = author_name(value);
    if (name.empty()) continue;
    for (Contributor& author : contributors_from(Value::string(name), Role::Author)) {
      if (names.insert(author.name).second) authors.push_back(std::move(author));
    }
  }
  return authors;
}

// "JR" for "Jane Roe".
bool are_initials(std::string_view initials, std::string_view name) {
  std::string first;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (name[at] != ' ' && (at == 0 || name[at - 1] == ' ')) first += name[at];
  }
  return initials.size() >= 2 && initials == first && is_ascii_upper(initials);
}

// The less believed claim that says in full whom the initials of `author` stand for, or null.
const Claim* in_full(const std::vector<const Claim*>& claims, const Contributor& author) {
  const auto found = std::find_if(claims.begin(), claims.end(), [&author](const Claim* claim) {
    return claim->values.size() == 1 && are_initials(author.name, claim->values.front());
  });
  return found == claims.end() ? nullptr : *found;
}

void set_authors(const Claims& claims, Metadata& metadata) {
  std::vector<const Claim*> found = claims.all(Field::Author);
  for (const Claim* claim : found) {
    std::vector<Contributor> authors = authors_of(*claim);
    if (authors.empty()) continue;
    const Claim* full = authors.size() == 1 ? in_full(found, authors.front()) : nullptr;
    if (full != nullptr) return set(metadata.contributors, authors_of(*full), *full);
    return set(metadata.contributors, std::move(authors), *claim);
  }
}

void set_date(const Claims& claims, std::string_view language, Metadata& metadata) {
  for (const Claim* claim : claims.all(Field::Date)) {
    std::optional<Date> date = date_from(claim->values.front(), language);
    if (!date || date->year == 0) continue;
    return set(metadata.date, std::move(*date), *claim);
  }
}

// "en_US" is "en-US".
void set_language(const Claims& claims, Metadata& metadata) {
  set_text(claims, Field::Language, metadata.language);
  std::string& tag = metadata.language.value;
  std::replace(tag.begin(), tag.end(), '_', '-');
}

}  // namespace

std::string Claim::reason() const {
  std::string words(why);
  if (is_repaired) words += "; its letters had been read as windows-1252 and are put right";
  return words;
}

void Claims::add(Field field, std::string_view value, int belief, std::string_view why,
                 SourceRange range) {
  const std::optional<std::string> repaired = read_again_as_utf8(value);
  std::string text = collapse_spaces(repaired ? *repaired : value);
  if (text.empty()) return;
  const auto same = std::find_if(claims_.begin(), claims_.end(), [&](const Claim& claim) {
    return claim.field == field && claim.belief == belief && claim.why == why;
  });
  if (same == claims_.end()) {
    claims_.push_back({field, {std::move(text)}, belief, why, range, repaired.has_value()});
  } else if (field == Field::Author) {
    same->values.push_back(std::move(text));
  }
}

const Claim* Claims::best(Field field) const {
  const std::vector<const Claim*> found = all(field);
  return found.empty() ? nullptr : found.front();
}

std::vector<const Claim*> Claims::all(Field field) const {
  std::vector<const Claim*> found;
  for (const Claim& claim : claims_) {
    if (claim.field == field) found.push_back(&claim);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Claim* a, const Claim* b) { return a->belief > b->belief; });
  return found;
}

void settle_claims(const Claims& claims, Metadata& metadata) {
  set_language(claims, metadata);
  set_authors(claims, metadata);
  set_date(claims, metadata.language.value, metadata);
  set_text(claims, Field::Publication, metadata.publication);
  set_text(claims, Field::Url, metadata.url);
  set_text(claims, Field::Doi, metadata.doi);
  set_text(claims, Field::Description, metadata.description);
  set_text(claims, Field::Rights, metadata.rights);
  set_text(claims, Field::License, metadata.license);
  set_text(claims, Field::Image, metadata.hero_image);
  set_text(claims, Field::ImageAlternative, metadata.hero_image_alternative);
}

}  // namespace garland::html
