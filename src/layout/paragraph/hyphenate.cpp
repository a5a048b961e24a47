#include "layout/paragraph/hyphenate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <mutex>
#include <span>
#include <string>

#include "base/ascii.h"
#include "base/files.h"
#include "base/unicode.h"

namespace garland {

namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 2> kFolders = {"/usr/share/hyphen", "/usr/local/share/hyphen"};
constexpr std::uint64_t kMaxDictionaryBytes = 16 << 20;
constexpr std::size_t kMaxWordBytes = 150;
constexpr std::string_view kPrefix = "hyph_";
constexpr std::string_view kSuffix = ".dic";

// The region to take when a tag has none and the language's own name is not that of a country.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kUsualRegions = {
    {{"en", "US"},
     {"pt", "PT"},
     {"sv", "SE"},
     {"da", "DK"},
     {"cs", "CZ"},
     {"el", "GR"},
     {"uk", "UA"},
     {"nb", "NO"},
     {"nn", "NO"}}};

std::string upper_ascii(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return upper;
}

struct LanguageName {
  std::string language;  // "en"
  std::string region;    // "GB", may be empty
};

// Takes the tag apart; empty when it holds what no tag may.
LanguageName take_apart(std::string_view tag) {
  LanguageName name;
  for (std::size_t begin = 0; begin < tag.size();) {
    const std::size_t end = std::min(tag.find('-', begin), tag.size());
    const std::string_view part = tag.substr(begin, end - begin);
    const bool is_plain = std::all_of(part.begin(), part.end(), is_ascii_alphanumeric);
    if (!is_plain || part.empty()) return {};
    if (begin == 0) {
      name.language = to_lower(part);
    } else if (part.size() == 2 && name.region.empty()) {
      name.region = upper_ascii(part);
    }
    begin = end + 1;
  }
  return name;
}

// The best dictionary below a folder, or an empty path.
fs::path find_dictionary(const fs::path& folder, const LanguageName& name) {
  std::vector<std::string> regions = {name.region};
  for (const auto& [language, region] : kUsualRegions) {
    if (language == name.language) regions.emplace_back(region);
  }
  regions.push_back(upper_ascii(name.language));
  std::error_code error;
  const std::string stem = std::string(kPrefix) + name.language;
  for (const std::string& region : regions) {
    fs::path path = folder / fmt::format("{}_{}{}", stem, region, kSuffix);
    if (!region.empty() && fs::exists(path, error)) return path;
  }
  if (fs::path path = folder / (stem + std::string(kSuffix)); fs::exists(path, error)) return path;
  std::vector<fs::path> others;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string file = it->path().filename().string();
    if (file.starts_with(stem + "_") && file.ends_with(kSuffix)) others.push_back(it->path());
  }
  std::sort(others.begin(), others.end());
  return others.empty() ? fs::path() : others.front();
}

std::string small_letters(std::string_view word, const std::string& language) {
  const bool is_small_ascii =
      std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return is_small_ascii ? std::string(word) : to_lower(word, language);
}

// Counts letters: all bytes but the second and later ones of a character.
bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

// Takes away the places nearer than so many letters to either end of `part`.
void keep_distance(std::string_view part, int least_before, int least_after,
                   std::vector<bool>& places) {
  int letters = 0;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (!begins_character(part[i])) continue;
    if (letters++ < least_before && i > 0) places[i] = false;
  }
  letters = 0;
  for (std::size_t i = part.size(); i-- > 1;) {
    if (!begins_character(part[i])) continue;
    if (++letters < least_after) places[i] = false;
  }
}

}  // namespace

const Hyphenator* Hyphenator::for_language(std::string_view language) {
  // Dictionaries never change once read, so that this memory cannot change a result. Tags are many
  // (en-x-anything), dictionaries few and large: one is held once, for all tags that it serves.
  static std::mutex mutex;
  static std::map<std::string, const Hyphenator*, std::less<>> by_tag;
  static std::map<fs::path, std::unique_ptr<Hyphenator>> by_path;
  const std::lock_guard lock(mutex);
  if (const auto known = by_tag.find(language); known != by_tag.end()) return known->second;
  const Hyphenator* found = nullptr;
  const LanguageName name = take_apart(language);
  for (const char* folder : kFolders) {
    if (name.language.empty() || found != nullptr) break;
    const fs::path path = find_dictionary(folder, name);
    if (path.empty()) continue;
    std::unique_ptr<Hyphenator>& read = by_path[path];
    if (read == nullptr) {
      const Result<std::string> bytes = read_file(path, kMaxDictionaryBytes);
      if (!bytes) continue;
      read.reset(new Hyphenator(name.language, read_hyphen_dictionary(*bytes)));
    }
    found = read.get();
  }
  by_tag.emplace(language, found);
  return found;
}

void Hyphenator::divide(std::string_view word, std::vector<std::uint32_t>& offsets) const {
  if (divided_.find(word, offsets)) return;
  const std::size_t first = offsets.size();
  divide_anew(word, offsets);
  divided_.add(word, std::span(offsets).subspan(first));
}

void Hyphenator::divide_anew(std::string_view word, std::vector<std::uint32_t>& offsets) const {
  if (word.empty() || word.size() > kMaxWordBytes) return;
  const std::string small = small_letters(word, language_);
  // A word whose small letters are more or fewer cannot be matched letter by letter.
  if (small.size() > kMaxWordBytes || count_code_points(small) != count_code_points(word)) return;
  std::vector<bool> places;
  divide_parts(small, places);
  keep_distance(small, std::max(kMinLettersBefore, dictionary_.least_before),
                std::max(kMinLettersAfter, dictionary_.least_after), places);
  std::size_t offset = 0;
  for (std::size_t i = 0; i < small.size(); ++i) {
    if (!begins_character(small[i])) continue;
    if (places[i]) offsets.push_back(static_cast<std::uint32_t>(offset));
    next_code_point(word, offset);
  }
}

// A compound is divided between its parts, and each part like a word of its own.
void Hyphenator::divide_parts(std::string_view small, std::vector<bool>& places) const {
  if (dictionary_.compounds.is_empty()) {
    dictionary_.words.find(small, places);
    return;
  }
  dictionary_.compounds.find(small, places);
  std::vector<bool> inside;
  for (std::size_t begin = 0; begin < small.size();) {
    std::size_t end = begin + 1;
    while (end < small.size() && !places[end]) ++end;
    const std::string_view part = small.substr(begin, end - begin);
    dictionary_.words.find(part, inside);
    keep_distance(part, dictionary_.least_before_in_part, dictionary_.least_after_in_part, inside);
    for (std::size_t i = 1; i < part.size(); ++i) places[begin + i] = inside[i];
    begin = end;
  }
}

}  // namespace garland
