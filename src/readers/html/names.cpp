#include "readers/html/names.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/contains.h"
#include "readers/html/name_table.h"

namespace garland::html {
namespace {

using names::kNameRows;
using names::NameMatch;
using names::NameRow;

constexpr std::size_t kLongestName = 80;  // bytes; longer ones are no words
constexpr std::size_t kMostNames = 24;    // of one element that are looked at

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The words of a name: "PostBreadcrumb" is "post", "breadcrumb"; digits are none of them.
std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words;
  bool is_open = false;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const char c = name[at];
    const bool is_word = is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    const bool is_capital = c >= 'A' && c <= 'Z';
    const bool was_small = at > 0 && name[at - 1] >= 'a' && name[at - 1] <= 'z';
    if (!is_word) {
      is_open = false;
      continue;
    }
    if (!is_open || (is_capital && was_small)) words.emplace_back();
    words.back() += lower(c);
    is_open = true;
  }
  return words;
}

bool matches(const NameRow& row, std::string_view word) {
  switch (row.match) {
    case NameMatch::Whole:
      return word == row.word;
    case NameMatch::Beginning:
      return word.starts_with(row.word);
    case NameMatch::End:
      return word.ends_with(row.word);
    case NameMatch::Alone:
      return false;
  }
  return false;
}

// The rows that may match words with that first letter; rows that match an end come with each.
const std::vector<const NameRow*>& rows_for(char first) {
  using Buckets = std::array<std::vector<const NameRow*>, 27>;
  static const Buckets kBuckets = [] {
    Buckets made;
    for (const NameRow& row : kNameRows) {
      for (std::size_t letter = 0; letter < made.size(); ++letter) {
        const bool is_first = letter < 26 && row.word.front() == static_cast<char>('a' + letter);
        if (is_first || row.match == NameMatch::End) made.at(letter).push_back(&row);
      }
    }
    return made;
  }();
  return kBuckets.at(first >= 'a' && first <= 'z' ? static_cast<std::size_t>(first - 'a') : 26);
}

void add_matches(std::string_view word, PartSet& parts) {
  for (const NameRow* row : rows_for(word.front())) {
    if (matches(*row, word)) parts.add(row->part);
  }
}

void add_pair(const std::string& first, const std::string& second, PartSet& parts) {
  for (const NameRow* row : rows_for(first.front())) {
    const std::string_view word = row->word;
    const bool is_it = row->match == NameMatch::Whole &&
                       word.size() == first.size() + 1 + second.size() && word.starts_with(first) &&
                       word.ends_with(second);
    if (is_it) parts.add(row->part);
  }
}

void add_whole_name(const std::vector<std::string>& words, PartSet& parts) {
  if (words.empty() || words.size() > 2) return;
  const std::string name = words.size() == 1 ? words[0] : words[0] + " " + words[1];
  for (const NameRow* row : rows_for(name.front())) {
    if (row->match == NameMatch::Alone && row->word == name) parts.add(row->part);
  }
}

// "category-news", "tag-cookies": what an article is filed under, not what an element is.
bool is_filing(const std::vector<std::string>& words) {
  constexpr auto kKinds =
      std::to_array<std::string_view>({"author", "category", "postid", "tag", "tax", "type"});
  constexpr auto kParts = std::to_array<std::string_view>(
      {"archive", "bio",  "block",   "box",   "card",   "cloud", "container", "description",
       "info",    "item", "link",    "links", "list",   "meta",  "name",      "names",
       "note",    "row",  "section", "title", "widget", "wrap",  "wrapper"});
  return words.size() > 1 && contains(kKinds, words[0]) && !contains(kParts, words[1]);
}

void add_name(std::string_view name, PartSet& parts) {
  constexpr auto kNegations = std::to_array<std::string_view>(
      {"enable", "enabled", "has", "hide", "is", "layout", "no", "not", "with", "without"});
  if (name.size() > kLongestName) return;
  const std::vector<std::string> words = words_of_name(name);
  if (is_filing(words)) return;
  add_whole_name(words, parts);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (contains(kNegations, words[at]) && at + 1 < words.size()) {
      // "no-print" is a name of its own.
      add_pair(words[at], words[at + 1], parts);
      ++at;
      continue;
    }
    add_matches(words[at], parts);
    if (at + 1 < words.size()) add_pair(words[at], words[at + 1], parts);
  }
}

template <typename Visit>
void each_name(std::string_view names, Visit visit) {
  constexpr std::string_view kSpace = " \t\n\f\r";
  std::size_t count = 0;
  for (std::size_t at = names.find_first_not_of(kSpace);
       at != std::string_view::npos && count < kMostNames; ++count) {
    const std::size_t end = std::min(names.find_first_of(kSpace, at), names.size());
    visit(names.substr(at, end - at));
    at = names.find_first_not_of(kSpace, end);
  }
}

void add_role(std::string_view role, PartSet& parts) {
  constexpr auto kRoles = std::to_array<std::pair<std::string_view, PagePart>>({
      {"alertdialog", PagePart::Popup},
      {"article", PagePart::Article},
      {"note", PagePart::Notes},
      {"banner", PagePart::Navigation},
      {"complementary", PagePart::Sidebar},
      {"contentinfo", PagePart::Foot},
      {"dialog", PagePart::Popup},
      {"doc-bibliography", PagePart::Notes},
      {"doc-endnotes", PagePart::Notes},
      {"doc-footnote", PagePart::Notes},
      {"doc-subtitle", PagePart::Deck},
      {"doc-toc", PagePart::Contents},
      {"main", PagePart::Main},
      {"menu", PagePart::Navigation},
      {"menubar", PagePart::Navigation},
      {"navigation", PagePart::Navigation},
      {"search", PagePart::Search},
      {"toolbar", PagePart::Navigation},
  });
  for (const auto& [name, part] : kRoles) {
    if (role == name) parts.add(part);
  }
}

void add_tag(std::string_view name, PartSet& parts) {
  constexpr auto kTags = std::to_array<std::pair<std::string_view, PagePart>>({
      {"amp-ad", PagePart::Advert},
      {"amp-auto-ads", PagePart::Advert},
      {"amp-consent", PagePart::Consent},
      {"amp-sidebar", PagePart::Sidebar},
      {"amp-social-share", PagePart::Sharing},
      {"amp-sticky-ad", PagePart::Advert},
      {"article", PagePart::Article},
      {"dialog", PagePart::Popup},
      {"figcaption", PagePart::Caption},
      {"footer", PagePart::Foot},
      {"main", PagePart::Main},
      {"nav", PagePart::Navigation},
      {"search", PagePart::Search},
  });
  for (const auto& [tag, part] : kTags) {
    if (name == tag) parts.add(part);
  }
}

void add_item_property(std::string_view property, PartSet& parts) {
  constexpr auto kProperties = std::to_array<std::pair<std::string_view, PagePart>>({
      {"articleBody", PagePart::ArticleText},
      {"author", PagePart::Author},
      {"comment", PagePart::Comments},
      {"datePublished", PagePart::Date},
      {"headline", PagePart::Title},
      {"keywords", PagePart::TagList},
      {"text", PagePart::Article},
      {"upvoteCount", PagePart::Rating},
  });
  for (const auto& [name, part] : kProperties) {
    if (property == name) parts.add(part);
  }
}

// The first heading in an element, looked for among its first few elements; or null.
const Markup* first_heading(const Markup& element, int& left) {
  if (--left < 0) return nullptr;
  if (is_heading(element)) return &element;
  for (const Markup& child : element.children) {
    if (child.kind != Markup::Kind::Element) continue;
    if (const Markup* found = first_heading(child, left)) return found;
  }
  return nullptr;
}

// Its letters alone, small: "comment-changes-in-github" and "Comment Changes in GitHub" are one.
std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80) letters += lower(c);
  }
  return letters;
}

// An identifier made of the words of the element's own heading, or of a word within a line, is what
// the words are about.
bool repeats_words(const Markup& element, std::string_view id) {
  int left = 16;
  const Markup* words = is_block_element(element.name) ? first_heading(element, left) : &element;
  return words != nullptr && letters_of(text_of(*words)) == letters_of(id);
}

bool may_be_named(const Markup& element) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"blockquote", "body", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "html", "math"});
  return !contains(kNames, element.name);
}

}  // namespace

PartSet parts_in_name(std::string_view name) {
  PartSet parts;
  add_name(name, parts);
  return parts;
}

PartSet parts_of(const Markup& element) {
  PartSet parts;
  add_tag(element.name, parts);
  const bool is_named = may_be_named(element);
  for (const auto& [key, value] : element.attributes) {
    if (key == "class" && element.name != "html" && element.name != "body") {
      each_name(value, [&parts](std::string_view name) { add_name(name, parts); });
    } else if (key == "id" && is_named) {
      const PartSet by_name = parts_in_name(value);
      if (!by_name.empty() && !repeats_words(element, value)) parts.add(by_name);
    } else if (key == "role") {
      each_name(value, [&parts](std::string_view name) { add_role(name, parts); });
    } else if (key == "itemprop") {
      each_name(value, [&parts](std::string_view name) { add_item_property(name, parts); });
    } else if (key == "itemtype" && value.ends_with("BreadcrumbList")) {
      parts.add(PagePart::Navigation);
    } else if (key == "rel" && element.is("a") && value.find("author") != std::string::npos) {
      parts.add(PagePart::Author);
    } else if (key == "aria-label" && is_named) {
      add_name(value, parts);
    }
  }
  return parts;
}

bool is_heading(const Markup& element) {
  const std::string& name = element.name;
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool has_class(const Markup& element, std::string_view name) {
  bool found = false;
  each_name(element.attribute("class"),
            [&found, name](std::string_view word) { found = found || word == name; });
  return found;
}

}  // namespace garland::html
