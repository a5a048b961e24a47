#include "readers/html/on_demand.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/contains.h"
#include "base/unicode.h"
#include "readers/html/names.h"
#include "readers/html/note_marks.h"
#include "readers/words/page_words.h"

namespace garland::html {
namespace {

constexpr std::size_t kFewestLetters = 12;  // bytes of words that may be an answer
constexpr std::size_t kFewestTold = 4;      // bytes of words that may be a note
constexpr std::size_t kMostOfMark = 40;     // nodes and bytes of a mark with spaces around it
constexpr std::size_t kMostBlanks = 8;      // nodes of white space between a mark and its note

// Bytes of the words inside, and of those in links; whether there is what is filled in or pressed.
struct Folded {
  std::size_t letters = 0;
  std::size_t linked = 0;
  bool has_stop = false;
  bool has_fields = false;
};

void measure_folded(const Markup& node, bool is_in_link, Folded& folded) {
  constexpr auto kStops = std::to_array<std::string_view>({".", "!", "?", "。", "।", "؟", "…"});
  if (node.is_text()) {
    const std::size_t letters = trim(node.text).size();
    folded.letters += letters;
    if (is_in_link) folded.linked += letters;
    folded.has_stop =
        folded.has_stop || std::any_of(kStops.begin(), kStops.end(), [&node](auto stop) {
          return node.text.find(stop) != std::string::npos;
        });
  }
  folded.has_fields = folded.has_fields || is_control(node);
  const bool is_link = is_in_link || node.is("a");
  for (const Markup& child : node.children) measure_folded(child, is_link, folded);
}

bool is_of_site_words(const Markup& node) {
  const SiteWords found = site_words(words_of(node));
  return found == SiteWords::Weak || found == SiteWords::Strong;
}

// Sentences, and few links among them, or the items of a list.
bool holds_sentences(const Markup& node) {
  Folded folded;
  measure_folded(node, false, folded);
  return folded.has_stop && !folded.has_fields && folded.letters >= kFewestLetters &&
         3 * folded.linked <= folded.letters && !is_of_site_words(node);
}

// A window over the page, a box of the site: what buttons open that is no text of the article.
bool is_of_site(const Markup& node) {
  const PartSet parts = parts_of(node);
  return parts.has(PagePart::Popup) || parts.has(PagePart::Consent) ||
         parts.has(PagePart::Subscription) || parts.has(PagePart::Comments) ||
         parts.has(PagePart::Navigation) || parts.has(PagePart::Sharing) ||
         parts.has(PagePart::Account) || parts.has(PagePart::Advert) ||
         node.has_attribute("aria-modal");
}

bool is_button(const Markup& node) {
  return node.is("button") || node.is("summary") || node.attribute("role") == "button" ||
         node.has_attribute("aria-expanded");
}

// The place of the last node that shows something, looked for among the last few; or the size.
std::size_t last_shown(const MarkupList& nodes) {
  const std::size_t first = nodes.size() - std::min(nodes.size(), kMostBlanks);
  for (std::size_t index = nodes.size(); index-- > first;) {
    if (!nodes[index].is_blank()) return index;
  }
  return nodes.size();
}

// Whether the element has few nodes inside, and few characters: so many are `left`.
bool is_small(const Markup& node, std::size_t& left) {
  const std::size_t size = 1 + node.text.size();
  if (size > left) return false;
  left -= size;
  return std::all_of(node.children.begin(), node.children.end(),
                     [&left](const Markup& child) { return is_small(child, left); });
}

// "collapse", "accordion-body": so frameworks and themes call what folds.
bool is_called_folding(const Markup& node) {
  const std::string names = to_lower(node.attribute("class"));
  return names.find("collaps") != std::string::npos || names.find("accordion") != std::string::npos;
}

bool is_called_note(const Markup& node) {
  constexpr auto kRoles =
      std::to_array<std::string_view>({"doc-footnote", "doc-noteref", "note", "tooltip"});
  if (contains(kRoles, node.attribute("role")) || parts_of(node).has(PagePart::Notes)) return true;
  return std::any_of(node.attributes.begin(), node.attributes.end(), [](const auto& attribute) {
    return attribute.first.find("footnote") != std::string::npos;
  });
}

// A short inline element that shows a note's number or sign.
bool shows_mark(const Markup& node) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"a", "button", "label", "small", "span", "sup"});
  std::size_t left = kMostOfMark;
  return contains(kNames, node.name) && is_small(node, left) && is_mark_text(text_of(node));
}

// The first address inside that leads to a place of the page, without "#".
std::string_view place_led_to(const Markup& node) {
  const std::string_view address = node.attribute("href");
  if (address.size() > 1 && address[0] == '#') return address.substr(1);
  for (const Markup& child : node.children) {
    const std::string_view found = place_led_to(child);
    if (!found.empty()) return found;
  }
  return {};
}

void become_side_note(Markup& node) {
  node.name = "span";
  node.attributes.clear();
  node.set_attribute("class", "sidenote");
}

}  // namespace

OnDemand::OnDemand(const Markup& page) { collect(page); }

void OnDemand::collect(const Markup& node) {
  for (const std::string_view key : {"aria-controls", "data-target", "data-bs-target", "href"}) {
    const std::string_view named = node.attribute(key);
    if (named.empty()) continue;
    const bool is_address = named.size() > 1 && named[0] == '#';
    const bool unfolds = is_button(node) || node.attribute("data-toggle") == "collapse" ||
                         node.attribute("data-bs-toggle") == "collapse";
    if (key == "aria-controls" || (is_address && unfolds)) {
      controlled_.emplace(named.substr(is_address ? 1 : 0));
    }
  }
  for (const Markup& child : node.children) collect(child);
}

void OnDemand::mark_unfolding(Markup& heading) {
  if (std::any_of(heading.children.begin(), heading.children.end(), is_button)) {
    heading.set_attribute("aria-expanded", "false");
  }
}

bool OnDemand::is_unfolded(const Markup& hidden, const MarkupList& before) const {
  if (!is_block_element(hidden.name) || is_of_site(hidden)) return false;
  const std::size_t last = last_shown(before);
  const bool is_under_button = last < before.size() && is_button(before[last]);
  const bool is_named = controlled_.find(hidden.attribute("id")) != controlled_.end();
  return (is_under_button || is_named || is_called_folding(hidden)) && holds_sentences(hidden);
}

bool OnDemand::make_side_note(Markup& hidden, MarkupList& before) {
  const std::size_t last = last_shown(before);
  if (last == before.size() || !shows_mark(before[last])) return false;
  const Markup& mark = before[last];
  const bool is_sure = mark.is("sup") || is_called_note(mark) || is_called_note(hidden);
  // What leads to another place has its note there.
  const std::string_view place = place_led_to(mark);
  const bool is_elsewhere = !place.empty() && place != hidden.attribute("id");
  if (!is_sure || is_elsewhere || text_of(hidden).size() < kFewestTold) return false;
  before.erase(before.begin() + static_cast<std::ptrdiff_t>(last), before.end());
  become_side_note(hidden);
  return true;
}

void OnDemand::open_titled_mark(Markup& mark, const Markup& parent) {
  const std::string title(trim(mark.attribute("title")));
  if (title.size() < kFewestTold || !shows_mark(mark) || !place_led_to(mark).empty()) return;
  const std::string_view address = mark.attribute("href");
  if (!address.empty() && address != "#" && !address.starts_with("javascript:")) return;
  if (!mark.is("sup") && !parent.is("sup") && !is_called_note(mark) && !is_called_note(parent)) {
    return;
  }
  MarkupList words;
  words.push_back(Markup::characters(title, mark.range));
  mark.children = std::move(words);
  become_side_note(mark);
}

}  // namespace garland::html
