#include "book/book_metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "base/unicode.h"
#include "book/works.h"

namespace garland {
namespace {

// Days since 1970-01-01 to a date of the Gregorian calendar (Hinnant, "chrono-compatible low-level
// date algorithms", civil_from_days).
Date date_from_days(std::int64_t days) {
  days += 719468;  // from 0000-03-01
  const std::int64_t era = days / 146097;
  const std::int64_t day_of_era = days % 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;  // March is 0
  Date date;
  date.day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  date.month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  date.year = static_cast<int>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

// SOURCE_DATE_EPOCH: seconds since 1970, up to the year 9999.
std::optional<std::string> time_from_epoch(std::string_view text) {
  constexpr std::int64_t kLatest = 253402300799;
  if (text.empty() || text.size() > 12) return std::nullopt;
  std::int64_t seconds = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    seconds = seconds * 10 + (c - '0');
  }
  if (seconds > kLatest) return std::nullopt;
  const std::int64_t in_day = seconds % 86400;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", date_from_days(seconds / 86400).iso(), in_day / 3600,
                     in_day / 60 % 60, in_day % 60);
}

std::string midnight(const Date& date) {
  return fmt::format("{:04}-{:02}-{:02}T00:00:00Z", date.year, std::max(date.month, 1),
                     std::max(date.day, 1));
}

bool is_earlier(const Date& left, const Date& right) {
  return std::tuple(left.year, left.month, left.day) <
         std::tuple(right.year, right.month, right.day);
}

std::string modified(const BookMetadata& metadata, const std::vector<Document>& documents,
                     const BookOptions& options) {
  const auto is_whole = [](const Date& date) { return date.year > 0 && date.year <= 9999; };
  if (is_whole(metadata.date)) return midnight(metadata.date);
  if (auto time = time_from_epoch(options.source_date_epoch)) return *time;
  Date newest{1980, 1, 1, ""};  // where nothing has a date: the first that a zip file can hold
  for (const Document& document : documents) {
    const Date& date = document.metadata.date.value;
    if (is_whole(date) && is_earlier(newest, date)) newest = date;
  }
  return midnight(newest);
}

constexpr std::string_view kFallbackLanguage = "en";

// A UUID of our own making (RFC 9562, version 8) from what names the book.
std::string derived_identifier(const BookMetadata& metadata) {
  std::string name = metadata.title + "\n";
  for (const Contributor& editor : metadata.editors) name += "\n" + editor.name;
  const std::string high = hex(fnv1a(name));
  const std::string low = hex(fnv1a(name, fnv1a("garland")));
  return fmt::format("urn:uuid:{}-{}-8{}-a{}-{}", high.substr(0, 8), high.substr(8, 4),
                     high.substr(13, 3), low.substr(1, 3), low.substr(4));
}

}  // namespace

std::string common_language(const std::vector<Document>& documents) {
  std::map<std::string_view, int> count_of;
  int most = 0;
  for (const Document& document : documents) {
    const std::string& language = document.metadata.language.value;
    if (!language.empty()) most = std::max(most, ++count_of[language]);
  }
  for (const Document& document : documents) {
    const std::string& language = document.metadata.language.value;
    if (!language.empty() && count_of[language] == most) return language;
  }
  return std::string(kFallbackLanguage);
}

void settle_languages(std::vector<Document>& documents, std::string_view book_language) {
  const auto is_silent = [](const Document& document) {
    return document.metadata.language.value.empty();
  };
  const auto speaks_for_all = [book_language](const Document& document) {
    return document.metadata.language.value == book_language;
  };
  const auto silent = std::count_if(documents.begin(), documents.end(), is_silent);
  const auto voters = std::count_if(documents.begin(), documents.end(), speaks_for_all);
  const auto speakers = static_cast<std::ptrdiff_t>(documents.size()) - silent;
  const bool is_of_most = voters >= silent && voters * 2 > speakers;
  if (is_of_most || book_language == kFallbackLanguage) return;
  for (Document& document : documents) {
    if (!is_silent(document)) continue;
    document.metadata.language.value = kFallbackLanguage;  // of no origin: nobody said so
  }
}

BookMetadata complete_metadata(BookMetadata metadata, const std::vector<Document>& documents,
                               const BookOptions& options) {
  if (metadata.language.empty()) metadata.language = common_language(documents);
  if (metadata.title.empty()) metadata.title = title_from_name(options.folder_name);
  if (metadata.title.empty()) metadata.title = Words(metadata.language)["untitled"];
  if (metadata.identifier.empty()) metadata.identifier = derived_identifier(metadata);
  if (metadata.slug.empty()) metadata.slug = slug(metadata.title);
  if (metadata.slug.empty()) metadata.slug = "anthology";
  if (metadata.modified.empty()) metadata.modified = modified(metadata, documents, options);
  return metadata;
}

}  // namespace garland
