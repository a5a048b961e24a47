#include "readers/html/names.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/word_table.h"
#include "readers/html/name_table.h"

namespace garland::html {
namespace {

using names::kNameRows;
using names::NameMatch;
using names::NameRow;

constexpr std::size_t kLongestName = 80;  // bytes; longer ones are no words
constexpr std::size_t kMostNames = 24;    // of one element that are looked at

// The words of a name: "PostBreadcrumb" is "post", "breadcrumb"; digits are none of them.
class NameWords {
 public:
  // `name` is at most kLongestName long.
  explicit NameWords(std::string_view name) {
    text_.reserve(2 * name.size());
    bool is_open = false;
    for (std::size_t at = 0; at < name.size(); ++at) {
      const char c = name[at];
      const bool is_word = is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
      const bool is_capital = c >= 'A' && c <= 'Z';
      const bool was_small = at > 0 && name[at - 1] >= 'a' && name[at - 1] <= 'z';
      if (is_word && (!is_open || (is_capital && was_small))) begin_word();
      if (is_word) text_ += to_ascii_lower(c);
      is_open = is_word;
    }
    begins_.at(count_) = text_.size() + 1;
  }

  std::size_t size() const { return count_; }
  std::string_view operator[](std::size_t index) const { return words(index, 1); }
  // So many of them in a row, with spaces between.
  std::string_view words(std::size_t index, std::size_t count) const {
    const std::size_t begin = begins_.at(index);
    return std::string_view(text_).substr(begin, begins_.at(index + count) - 1 - begin);
  }

 private:
  void begin_word() {
    if (count_ > 0) text_ += ' ';
    begins_.at(count_++) = text_.size();
  }

  std::string text_;
  std::array<std::size_t, kLongestName + 1> begins_;  // in text_; behind the last word, too
  std::size_t count_ = 0;
};

// kNameRows, parted by how they match.
struct NameTables {
  WordTable<PartSet> whole;
  WordTable<PartSet> alone;
  std::array<std::vector<const NameRow*>, 26> beginnings;  // by their first letters
  std::vector<const NameRow*> ends;
};

const NameTables& tables() {
  static const NameTables kTables = [] {
    NameTables made;
    for (const NameRow& row : kNameRows) {
      switch (row.match) {
        case NameMatch::Whole:
          made.whole[row.word].add(row.part);
          break;
        case NameMatch::Alone:
          made.alone[row.word].add(row.part);
          break;
        case NameMatch::Beginning:
          made.beginnings.at(static_cast<std::size_t>(row.word.front() - 'a')).push_back(&row);
          break;
        case NameMatch::End:
          made.ends.push_back(&row);
          break;
      }
    }
    return made;
  }();
  return kTables;
}

void add_found(const WordTable<PartSet>& table, std::string_view words, PartSet& parts) {
  if (const PartSet* found = table.find(words)) parts.add(*found);
}

void add_matches(std::string_view word, PartSet& parts) {
  add_found(tables().whole, word, parts);
  const char first = word.front();
  if (first >= 'a' && first <= 'z') {
    for (const NameRow* row : tables().beginnings.at(static_cast<std::size_t>(first - 'a'))) {
      if (word.starts_with(row->word)) parts.add(row->part);
    }
  }
  for (const NameRow* row : tables().ends) {
    if (word.ends_with(row->word)) parts.add(row->part);
  }
}

// "category-news", "tag-cookies": what an article is filed under, not what an element is.
bool is_filing(const NameWords& words) {
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
  const NameWords words(name);
  if (is_filing(words)) return;
  if (words.size() == 1 || words.size() == 2) {
    add_found(tables().alone, words.words(0, words.size()), parts);
  }
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (contains(kNegations, words[at]) && at + 1 < words.size()) {
      // "no-print" is a name of its own.
      add_found(tables().whole, words.words(at, 2), parts);
      ++at;
      continue;
    }
    add_matches(words[at], parts);
    if (at + 1 < words.size()) add_found(tables().whole, words.words(at, 2), parts);
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
    if (is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80) letters += to_ascii_lower(c);
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

bool is_control(const Markup& element) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"button", "dialog", "form", "iframe", "input", "nav", "option", "select", "textarea"});
  return contains(kNames, element.name);
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
