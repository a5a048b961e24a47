#include "readers/plain_text_byline.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.h"
#include "document/metadata_values.h"
#include "readers/page_words.h"
#include "readers/plain_text_measure.h"

namespace garland::plain {

namespace {

constexpr std::size_t kLongestByline = 200;  // bytes
constexpr std::size_t kLongestName = 5;      // words

constexpr auto kSeparators = std::to_array<std::string_view>(
    {" | ", "|", " · ", " • ", " — ", " – ", " - ", " // ", " / ", " ∙ ", "; "});
constexpr auto kJoiners =
    std::to_array<std::string_view>({", and ", " and ", ", & ", " & ", ", ", " und ", " et ", " y ",
                                     " e ", " en ", " och ", " og ", " und ", " и ", "、", "，"});
constexpr auto kParticles = std::to_array<std::string_view>(
    {"de",  "da", "do", "dos", "das",   "du",    "des", "van", "von", "vom", "der",  "den",
     "la",  "le", "di", "del", "della", "dello", "al",  "el",  "bin", "ibn", "bint", "ter",
     "ten", "te", "zu", "zur", "af",    "av",    "y",   "e",   "i",   "d'"});

template <std::size_t N>
std::vector<std::string_view> split(std::string_view text,
                                    const std::array<std::string_view, N>& separators) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto found =
        std::find_if(separators.begin(), separators.end(), [text, at](std::string_view separator) {
          return text.substr(at, separator.size()) == separator;
        });
    if (found == separators.end()) {
      ++at;
      continue;
    }
    parts.push_back(trim(text.substr(begin, at - begin)));
    at += found->size();
    begin = at;
  }
  parts.push_back(trim(text.substr(begin)));
  parts.erase(std::remove(parts.begin(), parts.end(), std::string_view()), parts.end());
  return parts;
}

bool begins_like_name(std::string_view word) {
  std::size_t at = 0;
  const char32_t c = next_code_point(word, at);
  return is_letter(c) && !is_lower(c);
}

bool is_particle(std::string_view word) {
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

std::vector<std::string_view> words_of(std::string_view text) {
  constexpr auto kSpace = std::to_array<std::string_view>({" "});
  return split(text, kSpace);
}

bool is_name(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.empty() || words.size() > kLongestName) return false;
  const Measure found = measure(text);
  if (found.digits > 0 || found.width > 60) return false;
  // A full stop belongs to a name after an initial or "Jr" only.
  if (found.ends_sentence && words.back().size() > 3) return false;
  bool any = false;
  for (const std::string_view word : words) {
    if (begins_like_name(word)) {
      any = true;
    } else if (!is_particle(word)) {
      return false;
    }
  }
  return any;
}

bool read_names(std::string_view text, Byline& byline) {
  const std::vector<std::string_view> names = split(text, kJoiners);
  if (names.empty() || !std::all_of(names.begin(), names.end(), is_name)) return false;
  for (const std::string_view name : names) {
    byline.authors.push_back(contributor_from_name(name, Role::Author));
  }
  return true;
}

bool read_date(std::string_view text, Byline& byline) {
  if (byline.date || measure(text).words > 10 || measure(text).digits == 0) return false;
  const std::size_t prefix = date_prefix(text);
  std::optional<Date> date = date_from(text.substr(prefix));
  // A year alone may be a heading.
  if (!date || date->year == 0 || (date->month == 0 && prefix == 0)) return false;
  byline.date = std::move(date);
  return true;
}

// Names with a date after them: "Jane Roe on 3 May 2021", "Jane Roe, May 3, 2021".
bool read_names_and_date(std::string_view text, Byline& byline) {
  if (read_names(text, byline)) return true;
  for (const std::string_view joint : {" on ", " am ", " le ", ", "}) {
    const std::size_t at = text.find(joint);
    if (at == std::string_view::npos) continue;
    Byline attempt = byline;
    if (read_names(text.substr(0, at), attempt) &&
        read_date(text.substr(at + joint.size()), attempt)) {
      byline = std::move(attempt);
      return true;
    }
  }
  return false;
}

bool read_part(std::string_view part, Byline& byline) {
  if (read_date(part, byline)) return true;
  const std::size_t prefix = byline_prefix(part);
  if (prefix > 0 && byline.authors.empty()) {
    return read_names_and_date(trim(part.substr(prefix)), byline);
  }
  if (site_words(part) == SiteWords::Weak) {
    if (!byline.rest.empty()) byline.rest += ' ';
    byline.rest += part;
    return true;
  }
  return false;
}

// What stands beside a date: a bare name, a name that speaks for others, or something else.
bool read_beside_date(std::string_view part, Byline& byline) {
  if (!byline.date || measure(part).words > 12) return false;
  const std::string_view name = trim(part.substr(0, part.find(" on behalf of ")));
  if (byline.authors.empty() && looks_like_name(name)) read_names(name, byline);
  byline.is_partial = byline.authors.empty() || name.size() < part.size();
  return true;
}

}  // namespace

std::optional<Byline> parse_byline(std::string_view text) {
  if (text.size() > kLongestByline) return std::nullopt;
  Byline byline;
  if (!read_part(trim(text), byline)) {
    byline = {};
    std::string_view other;
    for (const std::string_view part : split(text, kSeparators)) {
      if (read_part(part, byline)) continue;
      if (!other.empty()) return std::nullopt;
      other = part;
    }
    if (!other.empty() && !read_beside_date(other, byline)) return std::nullopt;
  }
  if (byline.authors.empty() && !byline.date) return std::nullopt;
  return byline;
}

bool looks_like_name(std::string_view text) {
  if (text.size() > kLongestByline) return false;
  const std::size_t words = words_of(text).size();
  return words >= 2 && words <= 4 && is_name(text);
}

}  // namespace garland::plain
