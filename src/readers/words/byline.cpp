#include "readers/words/byline.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/digits.h"
#include "base/unicode.h"
#include "document/metadata_values.h"
#include "readers/words/byline_fields.h"
#include "readers/words/byline_names.h"
#include "readers/words/measure.h"
#include "readers/words/names.h"
#include "readers/words/page_words.h"

namespace garland::plain {

namespace {

constexpr std::size_t kLongestByline = 300;  // bytes

class BylineReader {
 public:
  BylineReader(std::string_view text, std::string_view language)
      : line_(with_spaced_dashes(text)), text_(line_), language_(language) {}
  BylineReader(const BylineReader&) = delete;
  BylineReader& operator=(const BylineReader&) = delete;

  std::optional<Byline> read() {
    if (read_short_date() || read_marked_names(text_, byline_)) return byline_;
    const std::vector<BylineField> fields = take_dates();
    for (const BylineField& field : fields) {
      if (!read_field(field)) return std::nullopt;
    }
    if (byline_.authors.empty() && !byline_.date) return std::nullopt;
    return settle_unknown() ? std::optional<Byline>(byline_) : std::nullopt;
  }

 private:
  // "17.11.19", alone: too short a date to be looked for among other words.
  bool read_short_date() {
    constexpr std::size_t kLongest = 8;       // characters
    constexpr std::size_t kLongestDigit = 4;  // bytes
    if (text_.size() > kLongest * kLongestDigit) return false;
    std::string plain = with_ascii_digits(text_);
    const std::size_t dot = plain.rfind('.');
    if (dot == std::string::npos || plain.size() - dot != 3 || plain.size() > kLongest)
      return false;
    if (plain.find_first_not_of("0123456789.") != std::string::npos) return false;
    std::optional<Date> date = date_from(plain.insert(dot + 1, "20"), language_);
    if (!date || date->day == 0) return false;
    date->written = text_;
    byline_.date = std::move(date);
    return true;
  }

  // Sets the date: the first, which is the publication's where a change's follows.
  std::vector<BylineField> take_dates() {
    std::vector<BylineField> fields;
    std::size_t begin = 0;
    if (measure(text_).digits > 3) {
      for (FoundDate& found : dates_in(text_, language_)) {
        // A month alone may be a heading or an entry of an archive.
        if (found.date.day == 0 && found.date.month == 0) continue;
        split_fields(text_.substr(begin, found.begin - begin), {begin > 0, true}, fields);
        begin = found.end;
        if (!byline_.date) byline_.date = std::move(found.date);
      }
    }
    split_fields(text_.substr(begin), {begin > 0, false}, fields);
    return fields;
  }

  bool read_field(const BylineField& field) {
    if (read_filler(field.text) || read_intro(field) || read_bare_name(field)) return true;
    if (names_source(field.text)) {
      byline_.is_partial = true;  // it is told nowhere else
      return true;
    }
    // "17:40 Uhr Lesezeit: 3 Min."
    const std::string_view behind = field.follows_date ? without_hour(field.text) : field.text;
    if (behind.size() < field.text.size()) return behind.empty() || read_field({behind});
    if (is_sites(field.text)) {
      add_rest(field.text);
      return true;
    }
    // "Photographs by Ben Poe": told nowhere else.
    if (!byline_.authors.empty() && begins_with_credit(field.text)) {
      byline_.is_partial = true;
      return true;
    }
    return read_unknown(field);
  }

  // What follows an hour that stands behind a date, with the words that belong to it; all of the
  // text where none does.
  static std::string_view without_hour(std::string_view text) {
    std::size_t end = 0;
    bool has_hour = false;
    while (end < text.size()) {
      const std::size_t space = std::min(text.find(' ', end), text.size());
      const std::string_view word = text.substr(end, space - end);
      // Two words, as a number is part of an hour only beside others.
      if (!is_date_filler(std::string(word) + " h")) break;
      has_hour = has_hour || count_digits(word) > 0;
      end = std::min(space + 1, text.size());
    }
    return has_hour ? text.substr(end) : text;
  }

  // "Published on", "um", "Last updated".
  bool read_filler(std::string_view text) {
    if (!is_date_filler(text)) return false;
    byline_.is_of_change = byline_.is_of_change || says_changed(text);
    byline_.is_announced = byline_.is_announced || measure(text).letters > 3;
    return true;
  }

  static bool is_sites(const ShortText& text) {
    const SiteWords site = site_words(text);
    if (site == SiteWords::Weak || site == SiteWords::Strong || names_related_links(text))
      return true;
    return counts_responses(text) || begins_category(text.text);
  }
  static bool begins_category(std::string_view text) {
    constexpr auto kIn = std::to_array<std::string_view>(
        {"in ", "unter ", "under ", "dans ", "en ", "em ", "i ", "w ", "v ", "в "});
    return std::any_of(kIn.begin(), kIn.end(),
                       [text](std::string_view word) { return text.starts_with(word); });
  }
  void add_rest(std::string_view text) {
    if (!byline_.rest.empty()) byline_.rest += ' ';
    byline_.rest += text;
  }

  // "von Jana", "Posted by jr in News", "Posted in News by jr".
  bool read_intro(const BylineField& field) {
    if (!byline_.authors.empty()) return false;
    constexpr int kWithin = 8;  // words: "Posted in News and Views by Jane"
    std::size_t at = 0;
    for (int word = 0; word < kWithin && at < field.text.size(); ++word) {
      const std::size_t prefix = byline_prefix(field.text.substr(at));
      const std::string_view before = without_edges(field.text.substr(0, at));
      if (prefix > 0 &&
          (before.empty() || is_date_filler(before) || site_words(before) == SiteWords::Weak ||
           posted_in(before) || names_source(before))) {
        const std::string_view intro = trim(field.text.substr(at, prefix));
        if (read_introduced(field.text.substr(at + prefix), intro)) {
          if (!before.empty()) byline_.is_announced = true;
          if (names_source(before)) byline_.is_partial = true;  // it is told nowhere else
          if (posted_in(before)) add_rest(before);
          return true;
        }
      }
      const std::size_t space = field.text.find(' ', at);
      if (space == std::string_view::npos) break;
      at = space + 1;
    }
    return false;
  }
  // "来源：海港日报": where the article was taken from.
  static bool names_source(std::string_view text) {
    constexpr auto kLabels = std::to_array<std::string_view>(
        {"来源：",   "來源：",   "文章来源：", "稿源：",  "出处：", "出處：",
         "来源:",    "來源:",    "出典：",     "提供：",  "출처:",  "출처 :",
         "Source:",  "Source :", "Quelle:",    "Fuente:", "Fonte:", "Bron:",
         "Källa:",   "Kilde:",   "Lähde:",     "Źródło:", "Zdroj:", "Источник:",
         "Джерело:", "Πηγή:",    "Kaynak:",    "المصدر:", "מקור:"});
    return std::any_of(kLabels.begin(), kLabels.end(),
                       [text](std::string_view label) { return text.starts_with(label); });
  }
  // "Posted in News".
  static bool posted_in(std::string_view text) {
    const std::size_t in = text.find(" in ");
    return in != std::string_view::npos && is_date_filler(text.substr(0, in));
  }

  // "Jane Roe" of "Jane Roe Posted on": how far the names go before words that introduce the date.
  // A small word alone may be a name's.
  static std::string_view before_date_words(std::string_view text) {
    std::string_view names = text;
    for (std::size_t at = text.rfind(' '); at < text.size() && at > 0;
         at = text.rfind(' ', at - 1)) {
      const std::string_view words = text.substr(at + 1);
      if (!is_date_filler(words)) break;
      constexpr std::uint32_t kSmall = 3;  // letters
      const bool is_small = measure(words).letters <= kSmall && text[at - 1] != ',';
      if (!is_small) names = without_edges(text.substr(0, at));
    }
    return names;
  }

  bool read_introduced(std::string_view text, std::string_view intro) {
    // "By" and "von" begin many sentences; "posted by" and "Autor:" do not.
    const bool is_sure = intro.find(' ') != std::string_view::npos || intro.back() == ':';
    // "da" is "by" only where it is written when, too.
    if ((intro == "da" || intro == "Da") && !byline_.date) return false;
    std::string_view names = without_edges(text);
    if (byline_.date) names = before_date_words(names);
    // "Jane Roe (with AFP)"
    if (const std::size_t open = names.find(" ("); open != std::string_view::npos) {
      if (!read_introduced_names(without_edges(names.substr(0, open)), is_sure)) return false;
      return read_after_names(names.substr(open + 1));
    }
    // "Ana García en Noticias" is no second name but in Dutch.
    const std::size_t en = names.find(" en ");
    if (en != std::string_view::npos && language_ != "nl" && byline_.date) {
      if (read_introduced_names(names.substr(0, en), is_sure)) {
        byline_.is_announced = true;
        return read_after_names(names.substr(en + 1));
      }
    }
    // A full stop after the last name, or an initial's.
    for (std::size_t end = names.size(); end > 0;) {
      const std::string_view attempt = without_edges(names.substr(0, end));
      const std::string_view rest = without_edges(names.substr(end));
      if (may_end_names(attempt, rest) && read_introduced_names(attempt, is_sure)) {
        byline_.is_announced = byline_.is_announced || is_sure || byline_.date.has_value();
        return read_after_names(rest);
      }
      end = names.rfind(' ', end - 1);
      if (end == std::string_view::npos) break;
    }
    return read_some_names(names, byline_);
  }
  static bool may_end_names(std::string_view attempt, std::string_view rest) {
    return !attempt.empty() &&
           (rest.empty() || is_date_filler(rest) || begins_category(rest) ||
            rest.starts_with("on behalf of ") || begins_with_credit(rest) || names_source(rest));
  }
  bool read_introduced_names(std::string_view text, bool is_sure) {
    std::string_view name = text;
    if (name.size() > 2 && name.back() == '.' &&
        measure(name.substr(name.rfind(' ') + 1)).letters > 2) {
      name.remove_suffix(1);
    }
    if (read_names(name, byline_)) return true;
    if ((!is_sure && !byline_.date) || !is_handle(name)) return false;
    byline_.authors.push_back(contributor_from_name(name, Role::Author));
    return true;
  }
  bool read_after_names(std::string_view rest) {
    if (rest.empty() || is_date_filler(rest)) return true;
    if (begins_category(rest)) {
      add_rest(rest);
      return byline_.date.has_value() || byline_.is_announced;
    }
    byline_.is_partial = true;
    return true;
  }

  // What stands beside a date: a name, a name that speaks for others, a user's name before the
  // site's words.
  bool read_bare_name(const BylineField& field) {
    if (!byline_.authors.empty()) return false;
    if (!byline_.date) return read_name_and_role(field.text);
    std::string_view name = field.touches_date ? before_date_words(field.text) : field.text;
    if (const std::size_t behalf = name.find(" on behalf of "); behalf != std::string_view::npos) {
      return read_spokesman(name, behalf);
    }
    if (is_sites(name.substr(0, name.find(' '))) && is_sites(name)) return false;
    if (read_name_and_role(name)) return true;
    if (looks_like_name(name) && !is_sites(name)) return read_names(name, byline_);
    if (read_names_of_several(name)) return true;
    // The longest beginning after which the site speaks.
    for (std::size_t end = name.size();;) {
      const std::string_view first = name.substr(0, end);
      const std::string_view rest = without_edges(name.substr(end));
      if (is_users(first, field, rest) && (rest.empty() || is_sites(rest))) {
        byline_.authors.push_back(contributor_from_name(first, Role::Author));
        if (!rest.empty()) add_rest(rest);
        return true;
      }
      end = name.rfind(' ', end - 1);
      if (end == std::string_view::npos || end == 0) return false;
    }
  }
  bool is_users(std::string_view name, const BylineField& field, std::string_view rest) const {
    if (is_sure_handle(name)) return !field.touches_date || !rest.empty();
    return is_handle(name) && !field.touches_date && !byline_.rest.empty();
  }
  // "Jane Roe, Ada Quill and the harbour's team": the last may be no person.
  bool read_names_of_several(std::string_view text) {
    std::vector<std::string_view> names = split_names(text);
    if (names.size() < 2) return false;
    if (!looks_like_name(names.back())) {
      names.pop_back();
      byline_.is_partial = true;
    }
    if (!std::all_of(names.begin(), names.end(), looks_like_name)) return false;
    for (const std::string_view name : names) {
      byline_.authors.push_back(contributor_from_name(name, Role::Author));
    }
    return true;
  }
  // A person is the author, whoever is spoken for; a body's name goes on.
  bool read_spokesman(std::string_view text, std::size_t behalf) {
    const std::string_view name = text.substr(0, behalf);
    constexpr std::uint32_t kLongest = 5;  // words
    if (!measure(name).begins_upper || measure(name).words > kLongest) return false;
    Contributor person = contributor_from_name(name, Role::Author);
    if (person.family.empty()) {
      byline_.authors.push_back(contributor_from_name(text, Role::Author));
      return true;
    }
    byline_.authors.push_back(std::move(person));
    byline_.is_partial = true;
    return true;
  }
  // "Jane Roe, author": how boxes below a text name the author.
  bool read_name_and_role(std::string_view text) {
    const std::size_t space = text.rfind(' ');
    if (space == std::string_view::npos || !names_author_role(text.substr(space + 1))) return false;
    const std::string_view name = without_edges(text.substr(0, space));
    return (looks_like_name(name) || is_name_in_one(name)) && read_names(name, byline_);
  }

  // One part beside a date, set off from it, is borne with.
  bool read_unknown(const BylineField& field) {
    constexpr std::uint32_t kLongest = 12;  // words
    if (!byline_.date || field.touches_date || measure(field.text).words > kLongest) return false;
    ++unknown_;
    unknown_words_ += measure(field.text).words;
    return true;
  }
  bool settle_unknown() {
    if (unknown_ == 0) return true;
    constexpr std::uint32_t kFew = 4;  // words among the site's own
    if (!byline_.rest.empty() && unknown_words_ <= kFew) {
      byline_.is_partial = true;
      return true;
    }
    byline_.is_partial = true;
    return unknown_ == 1;
  }

  std::string line_;
  std::string_view text_;  // of line_
  std::string_view language_;
  Byline byline_;
  std::uint32_t unknown_ = 0;
  std::uint32_t unknown_words_ = 0;
};

constexpr std::size_t kLongestUndated = 120;  // bytes

// The figures of a date, or the stars of names with their places: "Jane Roe*, Ada Quill".
bool has_signs_of_byline(std::string_view line, std::size_t digits) {
  constexpr std::size_t kFewestDigits = 4;  // "4 May 21" has no fewer
  if (digits >= kFewestDigits) return true;
  return line.find('*') < line.size() && line.find(", ") < line.size();
}

}  // namespace

std::optional<Byline> parse_byline(std::string_view text, std::string_view language) {
  if (text.size() > kLongestByline) return std::nullopt;
  const std::string_view line = trim(text);
  const std::size_t digits = count_digits(line);
  if (!has_signs_of_byline(line, digits) &&
      (line.size() > kLongestUndated || !may_be_byline(line, digits))) {
    return std::nullopt;
  }
  return parse_likely_byline(text, language);
}

std::optional<Byline> parse_likely_byline(std::string_view text, std::string_view language) {
  constexpr std::uint32_t kLongest = 40;  // words
  const std::string_view line = trim(text);
  if (text.size() > kLongestByline || line.empty()) return std::nullopt;
  if (line.find("://") != std::string_view::npos) return std::nullopt;
  // A word and its space take two bytes at least.
  if (line.size() / 2 > kLongest && measure(line).words > kLongest) return std::nullopt;
  return BylineReader(line, language).read();
}

bool may_be_byline(const ShortText& line, std::size_t digits) {
  if (line.text.find("://") != std::string_view::npos) return false;
  if (has_signs_of_byline(line.text, digits)) return true;
  if (trim(line.text).size() > kLongestUndated) return false;
  return mentions_byline(line) || ends_with_author_role(line);
}

}  // namespace garland::plain
