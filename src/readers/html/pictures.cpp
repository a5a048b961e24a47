#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "base/unicode.h"
#include "readers/html/names.h"
#include "readers/html/tidy.h"

namespace garland::html {
namespace {

constexpr std::size_t kMostOtherWords =
    40;  // bytes beside picture and caption: a credit, "enlarge"

// The largest of "a.jpg 480w, b.jpg 2x"; empty when there is none.
std::string_view largest_in(std::string_view candidates) {
  std::string_view best;
  double best_size = -1;
  while (!candidates.empty()) {
    candidates.remove_prefix(std::min(candidates.find_first_not_of(" \n\t,"), candidates.size()));
    const std::size_t end = std::min(candidates.find_first_of(" \n\t"), candidates.size());
    std::string_view address = candidates.substr(0, end);
    candidates.remove_prefix(end);
    const std::size_t comma =
        address.ends_with(',') ? 0 : std::min(candidates.find(','), candidates.size());
    const std::string_view size = trim(candidates.substr(0, comma));
    candidates.remove_prefix(comma);
    while (address.ends_with(',')) address.remove_suffix(1);
    int number = 1;
    std::from_chars(size.data(), size.data() + size.size(), number);
    const double weight = size.ends_with('x') ? number * 1000.0 : number;
    if (!address.empty() && weight > best_size) {
      best = address;
      best_size = weight;
    }
  }
  return best;
}

bool is_on_web(std::string_view address) {
  return address.find("://") != std::string_view::npos || address.starts_with("//");
}

// A saved page has its pictures beside it, or in it, under the plain address only.
void choose_file(Markup& image, std::string_view other_candidates) {
  const std::string_view shown = image.attribute("src");
  std::string_view largest = largest_in(image.attribute("srcset"));
  if (largest.empty()) largest = largest_in(other_candidates);
  const bool is_saved = !shown.empty() && !is_on_web(shown) && is_on_web(largest);
  if (largest.empty() || is_saved || shown.starts_with("data:")) return;
  image.set_attribute("src", std::string(largest));
}

Markup* find_image(Markup& node) {
  for (Markup& child : node.children) {
    if (child.is("img")) return &child;
    if (Markup* found = find_image(child)) return found;
  }
  return nullptr;
}

// <picture> is its image.
void open_picture(Markup& picture) {
  Markup* image = find_image(picture);
  std::string candidates;
  for (const Markup& child : picture.children) {
    if (child.is("source") && candidates.empty()) candidates = child.attribute("srcset");
  }
  if (image == nullptr) {
    if (candidates.empty()) return;
    picture.children.clear();
    picture.name = "img";
    return choose_file(picture, candidates);
  }
  Markup taken = std::move(*image);
  choose_file(taken, candidates);
  picture = std::move(taken);
}

struct Box {
  std::size_t images = 0;
  std::size_t letters = 0;
  std::size_t caption_letters = 0;
  Markup* caption = nullptr;
};

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c > ' ' || c < 0; }));
}

// What stands in a box that may be a figure. Gives up where there is more than a figure has.
bool measure_box(Markup& node, Box& box, int levels) {
  for (Markup& child : node.children) {
    if (child.is_text()) box.letters += letters_in(child.text);
    if (child.kind != Markup::Kind::Element) continue;
    if (child.is("img")) ++box.images;
    if (child.is("table") || child.is("ul") || child.is("pre") || levels == 0) return false;
    const bool is_caption = box.caption == nullptr && !child.is("img") &&
                            parts_of(child).has(PagePart::Caption) && find_image(child) == nullptr;
    if (is_caption) {
      box.caption = &child;
      box.caption_letters = letters_in(text_of(child));
    } else if (!measure_box(child, box, levels - 1)) {
      return false;
    }
    if (box.images > 1 || box.letters > kMostOtherWords) return false;
  }
  return true;
}

// "<div class=wp-caption><img><p class=wp-caption-text>": a figure.
void make_figure(Markup& node) {
  Box box;
  constexpr int kBoxLevels = 5;
  if (!measure_box(node, box, kBoxLevels)) return;
  if (box.images != 1 || box.caption == nullptr || box.caption_letters == 0) return;
  if (node.is("table") && box.letters > 0) return;
  Markup caption = std::move(*box.caption);
  *box.caption = Markup::characters("");
  caption.name = "figcaption";
  node.name = "figure";
  node.children.push_back(std::move(caption));
}

bool holds_letters(const Markup& node) {
  if (node.is_text()) return !node.is_blank();
  return std::any_of(node.children.begin(), node.children.end(), holds_letters);
}

// An image, or an element around one and nothing else.
bool is_lone_picture(const Markup& node, int levels = 3) {
  if (node.is("img") || node.is("picture")) return true;
  if (levels == 0 || (!node.is("p") && !node.is("div") && !node.is("a") && !node.is("span"))) {
    return false;
  }
  const Markup* only = nullptr;
  for (const Markup& child : node.children) {
    if (child.is_blank()) continue;
    if (only != nullptr) return false;
    only = &child;
  }
  return only != nullptr && is_lone_picture(*only, levels - 1);
}

Markup figure_of(Markup picture, Markup caption) {
  Markup made = Markup::element("figure", picture.range);
  caption.name = "figcaption";
  made.children.push_back(std::move(picture));
  made.children.push_back(std::move(caption));
  return made;
}

// "<p><img></p><p class=caption>": what the page names a caption belongs to the picture before it.
void join_captions(Markup& parent) {
  const auto is_caption = [](const Markup& node) {
    if (!node.is("p") && !node.is("div")) return false;
    return !node.attribute("class").empty() && parts_of(node).has(PagePart::Caption) &&
           holds_letters(node);
  };
  if (std::none_of(parent.children.begin(), parent.children.end(), is_caption)) return;
  MarkupList kept;
  for (Markup& child : parent.children) {
    const auto last = std::find_if(kept.rbegin(), kept.rend(),
                                   [](const Markup& other) { return !other.is_blank(); });
    const bool has_picture = last != kept.rend() && is_lone_picture(*last);
    if (has_picture && is_caption(child)) {
      *last = figure_of(std::move(*last), std::move(child));
    } else {
      kept.push_back(std::move(child));
    }
  }
  parent.children = std::move(kept);
}

// "<p><img><br><em>The quay</em></p>": the same in one paragraph.
void caption_paragraph(Markup& paragraph) {
  constexpr std::size_t kMostParts = 8;
  if (paragraph.children.size() > kMostParts) return;
  Markup* picture = nullptr;
  Markup* caption = nullptr;
  bool has_break = false;
  for (Markup& child : paragraph.children) {
    if (child.is_blank()) continue;
    const bool is_small = child.is("em") || child.is("i") || child.is("small") || child.is("cite");
    if (picture == nullptr && is_lone_picture(child)) {
      picture = &child;
    } else if (child.is("br") && picture != nullptr) {
      has_break = true;
    } else if (is_small && has_break && caption == nullptr && holds_letters(child)) {
      caption = &child;
    } else {
      return;
    }
  }
  if (caption == nullptr) return;
  paragraph = figure_of(std::move(*picture), std::move(*caption));
}

void tidy(Markup& node) {
  if (node.is("p")) caption_paragraph(node);
  join_captions(node);
  if (node.is("picture")) open_picture(node);
  if (node.is("img")) return choose_file(node, {});
  const bool may_be_box =
      node.is("div") || node.is("dl") || node.is("p") || node.is("center") || node.is("table");
  if (may_be_box && node.children.size() <= 8) make_figure(node);
  for (Markup& child : node.children) {
    if (child.kind == Markup::Kind::Element) tidy(child);
  }
}

}  // namespace

void tidy_pictures(MarkupList& article) {
  for (Markup& node : article) {
    if (node.kind == Markup::Kind::Element) tidy(node);
  }
}

}  // namespace garland::html
