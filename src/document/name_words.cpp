#include "document/name_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/contains.h"
#include "base/unicode.h"
#include "document/words.h"

namespace garland {
namespace {

constexpr auto kParticles = std::to_array<std::string_view>(
    {"van", "von", "der", "den", "de",  "del",  "della", "delle", "degli", "dei",
     "di",  "da",  "das", "dos", "do",  "du",   "des",   "la",    "le",    "las",
     "los", "lo",  "ter", "te",  "ten", "'t",   "zu",    "zum",   "zur",   "af",
     "av",  "al",  "el",  "ibn", "bin", "bint", "ben",   "abu"});
constexpr auto kCapitalParticles =
    std::to_array<std::string_view>({"Van", "Von", "De", "Del", "Della", "Di", "Da", "La", "Le",
                                     "Du", "Des", "Dos", "Der", "Den", "Ibn", "Bin", "El"});
constexpr auto kSuffixes = std::to_array<std::string_view>(
    {"jr",  "jr.",  "sr",   "sr.",  "ii",  "iii", "iv",    "phd", "ph.d.",
     "md",  "m.d.", "esq",  "esq.", "mba", "msc", "m.sc.", "bsc", "b.sc.",
     "dds", "jd",   "j.d.", "rn",   "cpa", "obe", "cbe"});
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
     "government",   "agency",       "without",    "equipo",      "équipe",      "redazione",
     "redacción",    "редакция"});

constexpr auto kHonorifics = std::to_array<std::string_view>(
    {"dr",   "dr.",  "prof", "prof.", "professor", "mr",   "mr.",  "mrs",   "mrs.",    "ms",
     "ms.",  "mx",   "mx.",  "sir",   "dame",      "rev",  "rev.", "fr.",   "dr.in",   "dipl.-ing.",
     "mag.", "ing.", "herr", "frau",  "mme",       "mlle", "sra.", "dott.", "dott.ssa"});

}  // namespace

bool is_particle(std::string_view word) { return contains(kParticles, word); }
bool is_capital_particle(std::string_view word) { return contains(kCapitalParticles, word); }
bool is_suffix(std::string_view word) { return contains(kSuffixes, to_lower(word)); }
bool is_honorific(std::string_view word) { return contains(kHonorifics, to_lower(word)); }

bool is_initials(std::string_view text) {
  bool expects_letter = true;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (expects_letter && !is_upper(c)) return false;
    if (!expects_letter && c != U'.') return false;
    if (c == U'.') at = std::min(text.find_first_not_of(" -", at), text.size());
    expects_letter = c == U'.';
  }
  return expects_letter && !text.empty();
}

bool names_a_body(std::string_view name) {
  const std::vector<std::string> parts = words::split(name);
  if (parts.empty()) return false;
  if (parts.front() == "The" && parts.size() > 1) return true;
  return std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
    const std::string word = to_lower(part.back() == ',' ? part.substr(0, part.size() - 1) : part);
    const bool has_digit = part.find_first_of("0123456789") != std::string::npos;
    return has_digit || word == "of" || word == "für" || contains(kBodyWords, word);
  });
}

}  // namespace garland
