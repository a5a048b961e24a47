#include "references/entry_identity.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/unicode.h"
#include "document/isbn.h"
#include "document/walk.h"

namespace garland {
namespace {

constexpr std::size_t kLongestEntry = 4000;   // bytes that count in a comparison
constexpr std::size_t kLongestAuthors = 200;  // bytes before a year that follows the authors
constexpr std::size_t kShortestTitle = 10;    // letters; "Introduction" alone tells too little

// The text's head of kLongestEntry bytes at most, up to the end of a character.
std::string head_of(std::string text) {
  if (text.size() <= kLongestEntry) return text;
  text.resize(character_begin(text, kLongestEntry));
  return text;
}

// The offset of the first year at or after `from`, or npos.
std::size_t find_year(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at + 4 <= text.size(); ++at) {
    if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                     text.begin() + static_cast<std::ptrdiff_t>(at) + 4, is_ascii_digit)) {
      continue;
    }
    std::size_t end = at + 4;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    const bool stands_alone = end == at + 4 && (at == 0 || text[at - 1] != '/');
    const std::string_view year = text.substr(at, 4);
    if (stands_alone && year >= "1500" && year <= "2099") return at;
    at = end;
  }
  return std::string_view::npos;
}

std::string letters_of(std::string_view text) {
  std::string key = slug(text, kLongestEntry);
  key.erase(std::remove(key.begin(), key.end(), '-'), key.end());
  return key;
}

// "Roe" of "Roe, Jane, and John Poe" or "Roe, J."; empty where no comma tells the name's parts.
std::string first_family(std::string_view authors) {
  const std::size_t comma = authors.find(',');
  if (comma == std::string_view::npos || comma == 0 || comma > 40) return {};
  return letters_of(authors.substr(0, comma));
}

// A title that is set apart: the first emphasised or quoted words.
std::string marked_title(const Inlines& entry) {
  for (const Inline& node : entry) {
    if (const auto* emphasis = node.as<Emphasis>()) return plain_text(emphasis->inlines);
    if (const auto* quotation = node.as<Quotation>()) return plain_text(quotation->inlines);
    const Text* text = node.as<Text>();
    if (text == nullptr) continue;
    const std::size_t open = text->text.find("“");
    if (open == std::string::npos) continue;
    const std::size_t close = text->text.find("”", open);
    if (close == std::string::npos) return {};
    return text->text.substr(open + 3, close - open - 3);
  }
  return {};
}

// The sentence that begins at `from`: up to a stop before a space, or a closing quotation mark.
std::string sentence_at(std::string_view text, std::size_t from) {
  constexpr std::string_view kOpening = ").,:; \"“‘'";
  while (from < text.size() && kOpening.find(text[from]) != std::string_view::npos) ++from;
  for (std::size_t at = from; at < text.size(); ++at) {
    const bool is_stop = text[at] == '.' || text[at] == '?' || text[at] == '!';
    if (text.substr(at).starts_with("”") || text[at] == '"' ||
        (is_stop && (at + 1 == text.size() || text[at + 1] == ' '))) {
      return std::string(text.substr(from, at - from));
    }
  }
  return std::string(text.substr(std::min(from, text.size())));
}

// Whether only the authors stand before the year: "Fromm, Erich. (1956). …".
bool year_follows_authors(std::string_view text, std::size_t year) {
  if (year == 0 || year > kLongestAuthors) return false;
  const std::string_view before = trim(text.substr(0, year));
  const bool has_opening = before.ends_with('(') || before.ends_with('.') || before.ends_with(',');
  const bool has_title =
      before.find('"') != std::string_view::npos || before.find("“") != std::string_view::npos;
  return has_opening && !has_title;
}

std::string work_key(const Inlines& entry, std::string_view text) {
  const std::string family = first_family(text);
  if (family.empty()) return {};
  std::size_t year = find_year(text, 0);
  if (year == std::string_view::npos) return {};
  const std::string marked = marked_title(entry);
  // A title set apart may stand before the year ("Fromm, Erich. The Art of Loving. Harper, 1956").
  const std::size_t marked_at = marked.empty() ? std::string_view::npos : text.find(marked);
  const bool is_author_date = year_follows_authors(text, year) && year < marked_at;
  std::string title = is_author_date ? sentence_at(text, year + 4) : marked;
  if (!is_author_date) {
    for (std::size_t next = year; next != std::string_view::npos;
         next = find_year(text, next + 4)) {
      year = next;
    }
  }
  title = letters_of(title);
  if (title.size() < kShortestTitle) return {};
  return family + "|" + std::string(text.substr(year, 4)) + "|" + title;
}

std::string find_doi(std::string_view text) {
  const std::size_t begin = text.find("10.");
  if (begin == std::string_view::npos || begin == 0) return {};
  const char before = text[begin - 1];
  if (before != '/' && before != ':' && before != ' ') return {};
  std::size_t end = begin + 3;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  if (end < begin + 7 || end >= text.size() || text[end] != '/') return {};
  end = std::min(text.find_first_of(" \t\n<>\"", begin), text.size());
  std::string_view doi = text.substr(begin, end - begin);
  while (!doi.empty() && std::string_view(".,;)").find(doi.back()) != std::string_view::npos) {
    doi.remove_suffix(1);
  }
  return to_lower(doi);
}

// The addresses of the links in an entry, for a DOI that is not printed.
std::string link_targets(const Inlines& entry) {
  std::string targets;
  query(entry, [&targets](const Inline& node) {
    if (const auto* link = node.as<Link>()) targets += link->target.url + " ";
  });
  return targets;
}

// The page that the entry's only address leads to, without what tells no two pages apart. A bare
// host is no page.
std::string page_address(std::string_view text) {
  constexpr std::string_view kEnds = " \t\n<>\"";
  const std::size_t begin = text.find("://");
  if (begin == std::string_view::npos) return {};
  const std::size_t end = std::min(text.find_first_of(kEnds, begin), text.size());
  std::string_view address = text.substr(begin + 3, end - begin - 3);
  const std::size_t other = text.find("://", end);
  if (other != std::string_view::npos && !text.substr(other + 3).starts_with(address)) return {};
  address = address.substr(0, address.find('#'));
  while (!address.empty() &&
         std::string_view("/.,;)").find(address.back()) != std::string_view::npos) {
    address.remove_suffix(1);
  }
  if (address.starts_with("www.")) address.remove_prefix(4);
  return address.find('/') == std::string_view::npos ? std::string() : std::string(address);
}

std::string address_key(std::string_view text, std::string_view targets) {
  std::string page = page_address(targets);
  if (page.empty()) page = page_address(text);
  if (page.empty()) return {};
  const std::size_t year = find_year(text, 0);
  return page + "|" + (year == std::string_view::npos ? "" : std::string(text.substr(year, 4)));
}

// Thirteen digits, or nothing.
std::string isbn_of(std::string_view text) {
  const std::size_t label = text.find("ISBN");
  if (label == std::string_view::npos) return {};
  std::string digits;
  for (const char c : text.substr(label + 4)) {
    const bool is_ten_ended = digits.size() == 10 && c == ' ';
    if (is_ascii_digit(c) || (c == 'X' && digits.size() == 9)) {
      digits += c;
    } else if (is_ten_ended || std::string_view("-: ").find(c) == std::string_view::npos) {
      break;
    }
  }
  return isbn_13(digits);
}

}  // namespace

bool has_year(std::string_view text) { return find_year(text, 0) != std::string_view::npos; }

EntryIdentity identify_entry(const Inlines& entry) {
  const std::string text = head_of(collapse_spaces(plain_text(entry)));
  EntryIdentity identity;
  identity.normalized = letters_of(text);
  identity.doi = find_doi(text);
  const std::string targets = link_targets(entry);
  if (identity.doi.empty()) identity.doi = find_doi(targets);
  identity.work = work_key(entry, text);
  identity.address = address_key(text, targets);
  const std::string isbn = isbn_of(text);
  if (!isbn.empty()) identity.isbn = isbn + "|" + first_family(text);
  return identity;
}

}  // namespace garland
