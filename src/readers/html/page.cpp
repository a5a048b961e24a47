#include "readers/html/page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/contains.h"

namespace garland::html {
namespace {

constexpr std::uint32_t kSurelyProse = 90;   // bytes in a row without a link that are a paragraph
constexpr std::uint32_t kPerhapsProse = 25;  // the same with a full stop
constexpr double kMostLinked = 0.5;          // share of a paragraph that may be links
constexpr double kCostOfLinks = 0.5;         // a byte of a row of links, against one of prose
constexpr double kWorthOfCrumbs = 0.1;       // a byte of short words without links

// Full stops, commas and their like; in UTF-8 the East Asian and Arabic ones by their first byte.
bool is_stop(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '.' || c == ',' || c == '!' || c == '?' || c == ';' || c == ':') return true;
  const std::string_view three = text.substr(at, 3);
  return three == "。" || three == "、" || three == "，" || text.substr(at, 2) == "،";
}

// Among its first few children.
bool holds_quotation(const Markup& node) {
  const auto end = node.children.begin() +
                   static_cast<std::ptrdiff_t>(std::min<std::size_t>(node.children.size(), 8));
  return std::any_of(node.children.begin(), end,
                     [](const Markup& child) { return child.is("blockquote"); });
}

}  // namespace

bool shows_no_words(const Markup& node) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"head", "link", "meta", "option", "script", "select",
                                       "style", "template", "textarea", "title"});
  return contains(kNames, node.name);
}

PageMap::PageMap(Markup& root) {
  walk(root, 0, false);
  for (std::size_t index = elements_.size(); index-- > 1;) {
    const PageElement& element = elements_[index];
    PageElement& parent = elements_[element.parent];
    parent.letters += element.letters;
    parent.linked += element.linked;
    parent.pictures += element.pictures;
  }
  add_up();
}

// Whether what stands in that element stands beside a quotation, or within one.
bool PageMap::is_of_quotation(std::size_t parent) const {
  if (holds_quotation(*elements_[parent].markup)) return true;
  for (; parent != 0; parent = elements_[parent].parent) {
    if (elements_[parent].markup->is("blockquote")) return true;
  }
  return false;
}

void PageMap::walk(Markup& node, std::size_t parent, bool is_in_link) {
  const std::size_t index = elements_.size();
  elements_.push_back({});
  elements_[index].markup = &node;
  elements_[index].parent = parent;
  elements_[index].parts = parts_of(node);
  if (elements_[index].parts.has(PagePart::Author) && is_of_quotation(parent)) {
    elements_[index].parts.remove(PagePart::Author);  // its author
  }
  if (node.is("img") || node.is("picture")) elements_[index].pictures = 1;
  const bool is_link = is_in_link || (node.is("a") && node.has_attribute("href"));
  const bool is_block = index == 0 || is_block_element(node.name);
  const std::size_t outer_block = block_;
  if (is_block) {
    end_run();
    block_ = index;
  }
  for (Markup& child : node.children) {
    if (child.is_text()) read_text(child.text, index, is_link);
    if (child.kind == Markup::Kind::Element && !shows_no_words(child)) walk(child, index, is_link);
  }
  if (is_block) {
    end_run();
    block_ = outer_block;
  }
  elements_[index].end = elements_.size();
}

void PageMap::read_text(std::string_view text, std::size_t owner, bool is_in_link) {
  std::uint32_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_ascii_space(text[at])) continue;
    ++letters;
    if (is_stop(text, at)) ++run_.stops;
  }
  run_.letters += letters;
  elements_[owner].letters += letters;
  if (!is_in_link) return;
  run_.linked += letters;
  elements_[owner].linked += letters;
}

// Judges the words that stood in a row in one block.
void PageMap::end_run() {
  const Run run = std::exchange(run_, {});
  if (run.letters == 0 || elements_.empty()) return;
  PageElement& block = elements_[block_];
  const std::uint32_t unlinked = run.letters - run.linked;
  const bool is_linked = run.linked > kMostLinked * run.letters;
  const bool is_code = block.markup->is("pre");
  const bool is_prose = unlinked >= kSurelyProse || (unlinked >= kPerhapsProse && run.stops > 0);
  if (!is_linked && (is_prose || is_code) && !is_heading(*block.markup)) {
    block.own_prose += unlinked;
    block.own_value += unlinked;
  } else if (is_linked) {
    block.own_value -= kCostOfLinks * run.linked;
  } else {
    block.own_value += kWorthOfCrumbs * unlinked;
  }
}

void PageMap::add_up() {
  for (PageElement& element : elements_) {
    element.prose = element.own_prose;
    element.value = element.own_value;
  }
  for (std::size_t index = elements_.size(); index-- > 0;) {
    PageElement& element = elements_[index];
    if (!element.left_out.empty()) {
      element.prose = 0;
      element.value = 0;
    }
    if (index == 0) continue;
    elements_[element.parent].prose += element.prose;
    elements_[element.parent].value += element.value;
  }
}

std::vector<std::size_t> PageMap::children(std::size_t index) const {
  std::vector<std::size_t> found;
  for (std::size_t at = index + 1; at < elements_[index].end; at = elements_[at].end) {
    found.push_back(at);
  }
  return found;
}

bool PageMap::is_left_out(std::size_t index) const {
  for (;; index = elements_[index].parent) {
    if (!elements_[index].left_out.empty()) return true;
    if (index == 0) return false;
  }
}

std::string PageMap::words(std::size_t index) const { return words_of(*elements_[index].markup); }

}  // namespace garland::html
