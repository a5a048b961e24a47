#include "layout/galley/figures.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "book/captions.h"
#include "layout/galley/blocks.h"

namespace garland {
namespace {

// Pictures that do not state their resolution are taken for screen pictures of the usual density.
constexpr double kUsualPixelsPerInch = 144;
constexpr double kFewestPixelsPerInch = 72;
constexpr double kHighestPicture = 0.72;     // of the text block
constexpr double kLongestKeptCaption = 0.2;  // of the text block: longer ones may go over pages
constexpr double kFigureSpace = 0.75;        // lines of white above and below
constexpr Length kFrameRule = 0.4_pt;
constexpr Length kFramePadding = 9_pt;

// "summer-fair_02.jpg" says "summer fair 02".
std::string words_of_file(std::string_view target) {
  target = target.substr(0, target.find_first_of("?#"));
  target = target.substr(target.find_last_of('/') + 1);
  std::string words(target.substr(0, target.find_last_of('.')));
  for (char& c : words) {
    if (c == '-' || c == '_' || c == '+') c = ' ';
  }
  return collapse_spaces(words);
}

Slab picture_slab(Setter& setter, const Picture& picture, const std::string& alternative,
                  Length most_height, const Frame& frame) {
  const PictureSize size = fit_picture(picture, frame.width, most_height);
  const StructureId node = setter.add_node(StructureType::Figure, frame.parent);
  setter.node(node).alternative = alternative;
  setter.node(node).has_box = true;
  Slab slab;
  slab.height = slab.baseline = size.height;
  const Rect rect{{frame.left + (frame.width - size.width) / 2, Length()}, size.width, size.height};
  PageItem item;
  item.content = PlacedPicture{rect, picture.id};
  item.structure = node;
  slab.items.push_back(std::move(item));
  slab.boxes.push_back({node, rect});
  return slab;
}

void add_frame_rules(Slab& slab, const Rect& frame, Color color) {
  const Length right = frame.origin.x + frame.width - kFrameRule;
  const Length bottom = frame.origin.y + frame.height - kFrameRule;
  for (const Rect& rect : {Rect{frame.origin, frame.width, kFrameRule},
                           Rect{{frame.origin.x, bottom}, frame.width, kFrameRule},
                           Rect{frame.origin, kFrameRule, frame.height},
                           Rect{{right, frame.origin.y}, kFrameRule, frame.height}}) {
    slab.items.push_back(rule_item(rect, color));
  }
}

// Stacks slabs into one that is never cut.
Slab joined(Slabs slabs) {
  Slab whole;
  Length y;
  for (Slab& slab : slabs) {
    const bool is_first = &slab == &slabs.front();
    if (is_first) whole.baseline = slab.baseline;
    if (!is_first) y += slab.space_before;
    shift(slab, Length(), y);
    y += slab.height;
    std::move(slab.items.begin(), slab.items.end(), std::back_inserter(whole.items));
    std::move(slab.links.begin(), slab.links.end(), std::back_inserter(whole.links));
    std::move(slab.anchors.begin(), slab.anchors.end(), std::back_inserter(whole.anchors));
    std::move(slab.boxes.begin(), slab.boxes.end(), std::back_inserter(whole.boxes));
    whole.notes.insert(whole.notes.end(), slab.notes.begin(), slab.notes.end());
    if (!whole.place.is_text) whole.place = slab.place;
  }
  whole.height = y;
  return whole;
}

// The box that stands for a picture. What the caption below says is not said twice.
Slab missing_slab(Setter& setter, const Image& image, std::string_view caption,
                  const Frame& frame) {
  Frame inner = frame;
  inner.left += kFramePadding;
  inner.width = frame.width - kFramePadding * 2;
  const Words& words = setter.anthology().words;
  const std::string title(words["picture-missing"]);
  Slabs lines = setter.capture([&] {
    const Inlines heading{{SmallCapitals{make_text(title)}, {}, {}}};
    set_words(setter, heading, TextRole::Caption, StructureType::P, inner);
    const std::string alternative = collapse_spaces(image.alternative);
    if (!alternative.empty() && alternative != caption) {
      set_words(setter, make_text(alternative), TextRole::Caption, StructureType::P, inner);
    }
    if (!image.target.empty()) {
      const Inlines address{{Code{image.target}, {}, {}}};
      set_words(setter, address, TextRole::Credit, StructureType::P, inner);
    }
  });
  Slab slab = joined(std::move(lines));
  shift(slab, Length(), kFramePadding);
  slab.height += kFramePadding * 2;
  slab.baseline += kFramePadding;
  add_frame_rules(slab, {{frame.left, Length()}, frame.width, slab.height},
                  setter.theme().rule_color);
  return slab;
}

Slabs set_caption(Setter& setter, const Figure& figure, StructureId parent, const Frame& frame) {
  return setter.capture([&] {
    Frame inner = frame;
    inner.role = TextRole::Caption;
    inner.parent = parent;
    if (!figure.caption.empty()) {
      inner.parent = setter.add_node(StructureType::Caption, parent);
      set_blocks(setter, figure.caption, inner);
    }
    if (!figure.credit.empty()) {
      set_words(setter, figure.credit, TextRole::Credit, StructureType::P, inner);
    }
  });
}

void keep_together(Slabs& slabs) {
  for (Slab& slab : slabs) {
    if (&slab != &slabs.front()) slab.break_cost = kForbidden;
  }
}

// The usual figure: one image, its caption and its credit, in one piece.
void set_plain_figure(Setter& setter, const Image& image, const Figure& figure,
                      const Frame& frame) {
  Frame inner = frame;
  inner.parent = setter.add_node(StructureType::Div, frame.parent);
  const Length text_height = setter.theme().text_height();
  const TextStyle style = setter.style(TextRole::Caption, frame);
  const Picture* picture = setter.anthology().find_picture(image.picture);
  // The node of the picture comes first; its size is known when the caption's is.
  Slab head;
  const std::string said_below = caption_words(figure.caption);
  if (picture == nullptr) {
    head = missing_slab(setter, image, said_below, inner);
  } else {
    const std::string alternative = alternative_of(image, said_below);
    head = picture_slab(setter, *picture, alternative, text_height.scaled(kHighestPicture), inner);
  }
  Slabs caption = set_caption(setter, figure, inner.parent, inner);
  if (!caption.empty()) caption.front().space_before = style.space_before;
  const bool is_kept = height_of(caption) <= text_height.scaled(kLongestKeptCaption);
  const Length line = setter.style(TextRole::Body, frame).leading;
  setter.ask_space(line.scaled(kFigureSpace));
  if (is_kept) {
    Slabs all{std::move(head)};
    std::move(caption.begin(), caption.end(), std::back_inserter(all));
    Slab whole = joined(std::move(all));
    whole.may_float = true;
    whole.settling = Slab::Settling::Half;
    whole.space_after = line.scaled(kFigureSpace);
    setter.add_slab(std::move(whole));
  } else {
    setter.add_slab(std::move(head));
    setter.keep_with_next();
    for (Slab& slab : caption) setter.add_slab(std::move(slab));
  }
  setter.ask_space(line.scaled(kFigureSpace));
}

}  // namespace

PictureSize fit_picture(const Picture& picture, Length most_width, Length most_height) {
  const double stated = picture.pixels_per_inch;
  const double density = std::max(stated > 0 ? stated : kUsualPixelsPerInch, kFewestPixelsPerInch);
  const double width = std::max(1, picture.width_px) * 72.0 / density;
  const double height = std::max(1, picture.height_px) * 72.0 / density;
  const double scale = std::min({1.0, most_width.points() / width, most_height.points() / height});
  // Even a picture of one pixel's width has an area on the page.
  return {std::max(0.1_pt, Length::from_points(width * scale)),
          std::max(0.1_pt, Length::from_points(height * scale))};
}

std::string alternative_of(const Image& image, std::string_view caption) {
  for (std::string words : {collapse_spaces(image.alternative), std::string(caption),
                            collapse_spaces(image.title), words_of_file(image.target)}) {
    if (!words.empty()) return words;
  }
  return image.picture;
}

const Image* only_image(const Inlines& inlines) {
  const Image* found = nullptr;
  for (const Inline& node : inlines) {
    if (node.as<SoftBreak>() || node.as<LineBreak>()) continue;
    if (const auto* text = node.as<Text>(); text != nullptr && trim(text->text).empty()) continue;
    if (found != nullptr) return nullptr;
    if (const auto* link = node.as<Link>()) {
      found = only_image(link->inlines);
    } else {
      found = node.as<Image>();
    }
    if (found == nullptr) return nullptr;
  }
  return found;
}

void set_picture(Setter& setter, const Image& image, const Frame& frame) {
  set_plain_figure(setter, image, Figure{}, frame);
}

void set_figure(Setter& setter, const Figure& figure, const Frame& frame) {
  const Block* only = figure.blocks.size() == 1 ? &figure.blocks.front() : nullptr;
  const Paragraph* paragraph = only != nullptr ? only->as<Paragraph>() : nullptr;
  const Image* image = paragraph != nullptr ? only_image(paragraph->inlines) : nullptr;
  if (image != nullptr) return set_plain_figure(setter, *image, figure, frame);
  Frame inner = frame;
  inner.parent = setter.add_node(StructureType::Div, frame.parent);
  set_blocks(setter, figure.blocks, inner);
  Slabs caption = set_caption(setter, figure, inner.parent, inner);
  if (caption.empty()) return;
  keep_together(caption);
  setter.keep_with_next();
  setter.ask_space(setter.style(TextRole::Caption, frame).space_before);
  for (Slab& slab : caption) setter.add_slab(std::move(slab));
  setter.ask_space(setter.style(TextRole::Body, frame).leading.scaled(kFigureSpace));
}

}  // namespace garland
