#include "layout/paragraph/hyphenate.h"

#include <hyphen.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>

#include "base/files.h"
#include "base/unicode.h"

namespace garland {

struct Hyphenator::Patterns {
  std::string language;
  HyphenDict* dictionary = nullptr;
  ~Patterns() {
    if (dictionary != nullptr) hnj_hyphen_free(dictionary);
  }
};

namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 2> kFolders = {"/usr/share/hyphen", "/usr/local/share/hyphen"};
constexpr std::uint64_t kMaxDictionaryBytes = 16 << 20;
constexpr std::size_t kMaxWordBytes = 200;
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
    const bool is_plain = std::all_of(part.begin(), part.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
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
    const fs::path path = folder / (stem + "_" + region + std::string(kSuffix));
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

// The dictionary in UTF-8: its first line names its encoding, and libhyphen counts letters right
// only in UTF-8 or in the encoding of the words.
std::string in_utf8(std::string dictionary) {
  const std::size_t line_end = std::min(dictionary.find('\n'), dictionary.size());
  std::string encoding = dictionary.substr(0, line_end);
  while (!encoding.empty() && (encoding.back() == '\r' || encoding.back() == ' ')) {
    encoding.pop_back();
  }
  constexpr std::string_view kVendor = "microsoft-";
  if (encoding.starts_with(kVendor)) encoding.erase(0, kVendor.size());
  if (encoding == "UTF-8") return dictionary;
  return "UTF-8" + to_utf8(dictionary.substr(line_end), encoding);
}

HyphenDict* load_dictionary(const fs::path& path) {
  const Result<std::string> bytes = read_file(path, kMaxDictionaryBytes);
  if (!bytes || bytes->empty()) return nullptr;
  std::string text = in_utf8(*bytes);
  std::FILE* file = fmemopen(text.data(), text.size(), "r");
  if (file == nullptr) return nullptr;
  HyphenDict* dictionary = hnj_hyphen_load_file(file);
  std::fclose(file);
  return dictionary;
}

// Frees what libhyphen allocates to describe changes of spelling.
struct SpellingChanges {
  char** words = nullptr;
  int* positions = nullptr;
  int* cuts = nullptr;
  std::size_t count = 0;

  ~SpellingChanges() {
    for (std::size_t i = 0; words != nullptr && i < count; ++i) std::free(words[i]);
    std::free(words);
    std::free(positions);
    std::free(cuts);
  }
};

std::string small_letters(std::string_view word, const std::string& language) {
  const bool is_small_ascii =
      std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return is_small_ascii ? std::string(word) : to_lower(word, language);
}

}  // namespace

Hyphenator::Hyphenator(std::unique_ptr<Patterns> patterns) : patterns_(std::move(patterns)) {}
Hyphenator::~Hyphenator() = default;

const Hyphenator* Hyphenator::for_language(std::string_view language) {
  // Dictionaries never change once read, so that this memory cannot change a result.
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<Hyphenator>, std::less<>> hyphenators;
  const std::lock_guard lock(mutex);
  if (const auto found = hyphenators.find(language); found != hyphenators.end()) {
    return found->second.get();
  }
  std::unique_ptr<Hyphenator> made;
  const LanguageName name = take_apart(language);
  for (const char* folder : kFolders) {
    if (name.language.empty() || made != nullptr) break;
    const fs::path path = find_dictionary(folder, name);
    HyphenDict* dictionary = path.empty() ? nullptr : load_dictionary(path);
    if (dictionary == nullptr) continue;
    auto patterns = std::make_unique<Patterns>();
    patterns->language = name.language;
    patterns->dictionary = dictionary;
    made.reset(new Hyphenator(std::move(patterns)));
  }
  return hyphenators.emplace(std::string(language), std::move(made)).first->second.get();
}

void Hyphenator::divide(std::string_view word, std::vector<std::uint32_t>& offsets) const {
  if (word.empty() || word.size() > kMaxWordBytes) return;
  const std::string small = small_letters(word, patterns_->language);
  // A word whose small letters are more or fewer cannot be matched letter by letter.
  if (small.size() > kMaxWordBytes || count_code_points(small) != count_code_points(word)) return;
  std::array<char, kMaxWordBytes + 5> hyphens{};
  SpellingChanges changes;
  changes.count = small.size();
  const int failed = hnj_hyphen_hyphenate3(
      patterns_->dictionary, small.data(), static_cast<int>(small.size()), hyphens.data(), nullptr,
      &changes.words, &changes.positions, &changes.cuts, kMinLettersBefore, kMinLettersAfter, 0, 0);
  if (failed != 0) return;
  std::size_t letter = 0;
  for (std::size_t offset = 0; offset < word.size(); ++letter) {
    next_code_point(word, offset);
    const bool is_changed = changes.words != nullptr && changes.words[letter] != nullptr;
    if ((hyphens.at(letter) & 1) != 0 && !is_changed && offset < word.size()) {
      offsets.push_back(static_cast<std::uint32_t>(offset));
    }
  }
}

}  // namespace garland
