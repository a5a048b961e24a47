// What is known of one article besides its text, and where each piece was found.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/source_range.h"
#include "document/inline.h"

namespace garland {

// Where a piece of metadata comes from; later ones overrule earlier ones.
enum class Origin { Unknown, Inferred, FrontMatter, Description };

template <typename T>
struct Sourced {
  T value{};
  Origin origin = Origin::Unknown;
  std::string rule;   // for Inferred: why, in words ("first line, short and unpunctuated")
  SourceRange range;  // unknown for what the book description says

  bool is_set() const { return origin != Origin::Unknown; }
  // Takes what was found where nothing is known yet.
  void fill(Sourced found) {
    if (!is_set()) *this = std::move(found);
  }
};

enum class Role { Author, Editor, Translator, Illustrator, Photographer, Contributor };

struct Contributor {
  std::string name;    // as it is printed: "Ursula K. Le Guin"
  std::string family;  // "Le Guin"; empty for an organisation, and where it cannot be told
  std::string given;   // "Ursula K."
  std::string orcid;
  Role role = Role::Author;
  std::string url = {};  // of the person's own page
  bool operator==(const Contributor&) const = default;
};

// How lists file a person: "Le Guin, Ursula K."; a name without parts, and one that begins with the
// family, as it is printed.
std::string filed_name(const Contributor& person);

// As precise as given: a month or day of 0 is not known.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  std::string written;  // as the source has it; printed as it is when year is 0

  // "2025", "2025-03" or "2025-03-19"; `written` when the year is not known.
  std::string iso() const;
  bool operator==(const Date&) const = default;
};

struct Metadata {
  Sourced<Inlines> title;
  Sourced<Inlines> subtitle;  // also called deck or standfirst
  Sourced<std::vector<Contributor>> contributors;
  Sourced<Date> date;
  Sourced<Date> accessed;
  Sourced<std::string> publication;  // where it first appeared: a magazine, a site
  Sourced<std::string> url;
  Sourced<std::string> doi;
  Sourced<std::string> rights;      // "© 2024 Jane Roe"
  Sourced<std::string> license;     // "CC BY 4.0", or its address
  Sourced<std::string> permission;  // "Reprinted by permission of …"
  Sourced<std::string> description;
  Sourced<std::vector<std::string>> subjects;
  Sourced<std::string> language;    // BCP 47
  Sourced<std::string> hero_image;  // target as written in the source
  Sourced<std::string> hero_image_caption;
  Sourced<std::string> hero_image_alternative;
};

}  // namespace garland
