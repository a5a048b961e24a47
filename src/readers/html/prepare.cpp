#include "readers/html/prepare.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/contains.h"
#include "readers/html/names.h"
#include "readers/html/on_demand.h"
#include "readers/html/paragraphs.h"
#include "readers/html/tidy.h"
#include "readers/markup/tree_wishes.h"

namespace garland::html {
namespace {

constexpr double kMostOfPage = 0.5;  // of its words: what holds more cannot be meant to be hidden

std::string without_spaces(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t') {
      plain += to_ascii_lower(c);
    }
  }
  return plain;
}

bool has_picture(const Markup& node) {
  if (node.is("img") || node.is("picture") || node.is("svg") || node.is("math")) return true;
  return std::any_of(node.children.begin(), node.children.end(), has_picture);
}

bool is_hidden_by_style(const Markup& node) {
  const std::string_view style = node.attribute("style");
  if (style.empty()) return false;
  const std::string plain = without_spaces(style);
  return plain.find("display:none") != std::string::npos ||
         plain.find("visibility:hidden") != std::string::npos;
}

bool is_hidden(const Markup& node) {
  // What a tab shows is the article's, whichever of them is open.
  if (node.attribute("role") == "tabpanel") return false;
  if (node.has_attribute("hidden") && node.attribute("hidden") != "until-found") return true;
  if (node.attribute("aria-hidden") == "true" && !has_picture(node)) return true;
  return is_hidden_by_style(node) && !node.is("img") && !node.is("math");
}

bool is_code_of_page(const Markup& node) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"base", "link", "meta", "script", "style", "template"});
  return contains(kNames, node.name) && !node.attribute("type").starts_with("math/");
}

std::size_t count_letters(const Markup& node) {
  if (is_code_of_page(node)) return 0;
  std::size_t count = 0;
  if (node.is_text()) {
    count = static_cast<std::size_t>(
        std::count_if(node.text.begin(), node.text.end(), [](char c) { return c > ' ' || c < 0; }));
  }
  for (const Markup& child : node.children) count += count_letters(child);
  return count;
}

// The address that a script would put into "src" once the picture comes into view.
void load_picture(Markup& image) {
  constexpr auto kWaiting = std::to_array<std::string_view>(
      {"data-src", "data-original", "data-lazy-src", "data-lazy", "data-orig-file",
       "data-original-src", "data-hi-res-src", "data-image", "data-url"});
  const std::string_view shown = image.attribute("src");
  const bool is_placeholder = shown.empty() || shown.starts_with("data:image/gif") ||
                              shown.starts_with("data:image/svg") || shown.starts_with("about:") ||
                              (shown.starts_with("data:") && shown.size() < 400);
  for (const std::string_view key : {"data-srcset", "data-lazy-srcset"}) {
    if (image.attribute("srcset").empty() && image.has_attribute(key)) {
      image.set_attribute("srcset", std::string(image.attribute(key)));
    }
  }
  if (!is_placeholder) return;
  for (const std::string_view key : kWaiting) {
    const std::string_view waiting = image.attribute(key);
    if (waiting.empty() || waiting.find(' ') != std::string_view::npos) continue;
    image.set_attribute("src", std::string(waiting));
    return;
  }
}

// A line that the page calls a heading (ARIA) is one, of the level it gives or else the second.
void name_heading(Markup& node) {
  if (node.attribute("role") != "heading" || node.holds_blocks) return;
  if (!node.is("div") && !node.is("p")) return;
  const std::string_view level = node.attribute("aria-level");
  const bool is_given = level.size() == 1 && level[0] >= '1' && level[0] <= '6';
  node.name = std::string("h") + (is_given ? level[0] : '2');
}

class Preparation {
 public:
  Preparation(const PreparationOptions& options, const Markup& page, Wishes& wishes,
              Blocks& dropped)
      : options_(options),
        on_demand_(page),
        letters_(count_letters(page)),
        wishes_(wishes),
        dropped_(dropped) {}

  // Gives how many line breaks stand directly in the element.
  std::size_t prepare(Markup& parent) {
    MarkupList kept;
    kept.reserve(parent.children.size());
    std::size_t breaks = 0;
    bool may_part = false;
    for (Markup& child : parent.children) {
      if (child.kind == Markup::Kind::Element && is_taken_out(child, kept)) continue;
      if (child.is("amp-img") || child.is("amp-anim")) {
        drop(child, "shown only where the picture is not");
        child.name = "img";
        child.children.clear();
      }
      if (child.has_attribute("title")) OnDemand::open_titled_mark(child, parent);
      if (child.is("img") || child.is("source")) load_picture(child);
      // A drawing is one thing, with its style sheet.
      if (!child.is("svg")) may_part = prepare(child) >= 2 || may_part;
      name_heading(child);
      if (is_heading(child)) {
        OnDemand::mark_unfolding(child);
        tidy_heading(child);
      }
      if (child.is("br")) ++breaks;
      kept.push_back(std::move(child));
    }
    parent.children = std::move(kept);
    const bool has_paragraphs = !parent.is("pre") && !is_heading(parent);
    if (has_paragraphs && (may_part || breaks >= 2)) {
      part_paragraphs(parent);
      parent.holds_blocks = parent.holds_blocks || has_block(parent);
    }
    return breaks;
  }

 private:
  static bool has_block(const Markup& node) {
    return std::any_of(node.children.begin(), node.children.end(), [](const Markup& child) {
      return child.kind == Markup::Kind::Element && is_block_element(child.name);
    });
  }

  bool is_taken_out(Markup& node, MarkupList& before) {
    if (is_code_of_page(node)) return true;
    if (node.is("noscript")) return take_noscript(node, before);
    if (options_.keeps_hidden || !is_hidden(node)) return false;
    if (OnDemand::make_side_note(node, before) || on_demand_.is_unfolded(node, before))
      return false;
    const auto letters = static_cast<double>(count_letters(node));
    if (letters > kMostOfPage * static_cast<double>(letters_)) return false;
    MarkupList wished = take_kept(node, wishes_);
    std::move(wished.begin(), wished.end(), std::back_inserter(before));
    drop(node, "hidden from readers");
    return true;
  }

  void drop(const Markup& node, const char* reason) {
    std::string words = words_of(node);
    if (!words.empty()) dropped_.push_back({Dropped{std::move(words), reason}, {}, node.range});
  }

  // What stands for a picture where no script loads it: takes the place of one without an address.
  static bool take_noscript(Markup& node, MarkupList& before) {
    if (!has_picture(node) || count_letters(node) > 0) return false;
    const auto last = std::find_if(before.rbegin(), before.rend(),
                                   [](const Markup& other) { return !other.is_blank(); });
    const bool repeats = last != before.rend() && has_picture(*last);
    if (repeats && !last->is("img")) return true;
    if (repeats) before.erase(std::next(last).base(), before.end());
    node.name = "span";
    node.attributes.clear();
    return false;
  }

  const PreparationOptions& options_;
  const OnDemand on_demand_;
  std::size_t letters_;
  Wishes& wishes_;
  Blocks& dropped_;
};

}  // namespace

void prepare_page(Markup& page, const PreparationOptions& options, Wishes& wishes,
                  Blocks& dropped) {
  mark_block_holders(page.children);
  Preparation(options, page, wishes, dropped).prepare(page);
}

}  // namespace garland::html
