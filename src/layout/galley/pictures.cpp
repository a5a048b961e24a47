#include "layout/galley/pictures.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "book/captions.h"
#include "book/data_address.h"
#include "layout/galley/blocks.h"
#include "layout/galley/inlines.h"
#include "layout/galley/labels.h"

namespace garland {
namespace {

// Pictures that do not state their resolution are taken for screen pictures of the usual density.
constexpr double kUsualPixelsPerInch = 144;
constexpr double kFewestPixelsPerInch = 72;
constexpr double kMostPixelsPerInch = 4800;  // of scanners; a file that states more is mistaken
constexpr double kHighestAmongWords = 0.5;   // of the text block: in a line of a heading or verse
constexpr double kWidestAmongWords = 0.5;    // of the measure: a small picture in a line, where …
constexpr int kWideIcon = 3;                 // … it is more than so many em
constexpr double kHighestIcon = 2.5;         // em: a small picture in a line …
constexpr double kIconHeight = 1.2;          // … is made as high as the line
constexpr double kHighestPicture = 0.72;     // of the text block
constexpr Length kMarkSlack = 0.5_pt;        // so that a line as wide as its room is not broken
constexpr Length kFrameRule = 0.4_pt;
constexpr Length kFramePadding = 9_pt;

// The width that the source asks for: "62.5%" of the column, or "225pt".
std::optional<Length> asked_width(std::string_view width, Length column) {
  double number = 0;
  const auto [end, error] = std::from_chars(width.data(), width.data() + width.size(), number);
  if (error != std::errc() || !(number > 0)) return std::nullopt;
  const std::string_view unit = width.substr(static_cast<std::size_t>(end - width.data()));
  if (unit == "%") return column.scaled(std::min(number, 100.0) / 100);
  if (unit == "pt") return std::min(Length::from_points(std::min(number, 1e6)), column);
  return std::nullopt;
}

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

// The parent of a picture's node: a link's node, where one is around it.
StructureId enter_link(Setter& setter, const PictureUse& use, const std::string& alternative,
                       const Rect& rect, StructureId parent, Slab& slab) {
  if (use.link == nullptr) return parent;
  LinkGoal goal = goal_of(*use.link);
  if (goal.url.empty() && goal.anchor.empty()) return parent;
  goal.contents = short_label(alternative);
  goal.structure = setter.add_node(StructureType::Link, parent);
  const StructureId node = goal.structure;
  slab.links.push_back({setter.add_link(std::move(goal)), rect});
  return node;
}

// A picture in the middle of its column.
Slab picture_slab(Setter& setter, const PictureUse& use, const Picture& picture,
                  std::string_view caption, const Frame& column) {
  const Length most_height = setter.theme().text_height().scaled(kHighestPicture);
  const PictureSize size = fit_picture(picture, *use.image, column.width, most_height);
  const std::string alternative = alternative_of(*use.image, caption);
  Slab slab;
  slab.height = slab.baseline = size.height;
  const Rect rect{
      {column.left + (column.width - size.width) / 2, Length()}, size.width, size.height};
  const StructureId parent = enter_link(setter, use, alternative, rect, column.parent, slab);
  const StructureId node = setter.add_node(StructureType::Figure, parent);
  setter.node(node).alternative = alternative;
  setter.node(node).has_box = true;
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

// The box that stands for a picture. What the caption below says is not said twice.
Slab missing_slab(Setter& setter, const Image& image, std::string_view caption,
                  const Frame& frame) {
  Frame inner = frame;
  inner.left += kFramePadding;
  inner.width = frame.width - kFramePadding * 2;
  const Words& words = setter.anthology().words;
  const std::string title(words["picture-missing"]);
  const std::size_t words_before = setter.element_words();
  Slabs lines = setter.capture([&] {
    const Inlines heading{{SmallCapitals{make_text(title)}, {}, {}}};
    set_words(setter, heading, TextRole::Caption, StructureType::P, inner);
    const std::string alternative = collapse_spaces(image.alternative);
    if (!alternative.empty() && alternative != caption) {
      set_words(setter, make_text(alternative), TextRole::Caption, StructureType::P, inner);
    }
    const bool is_elsewhere = !image.target.empty() && !is_data_address(image.target);
    if (is_elsewhere) {
      const Inlines address{{Code{image.target}, {}, {}}};
      set_words(setter, address, TextRole::Credit, StructureType::P, inner);
    }
  });
  setter.set_element_words(words_before);
  Slab slab = joined(std::move(lines));
  shift(slab, Length(), kFramePadding);
  slab.height += kFramePadding * 2;
  slab.baseline += kFramePadding;
  add_frame_rules(slab, {{frame.left, Length()}, frame.width, slab.height},
                  setter.theme().rule_color);
  return slab;
}

// Indices of the first pictures of each row: as many stand side by side as fit.
std::vector<std::size_t> find_rows(const Setter& setter, const std::vector<PictureUse>& pictures,
                                   const Frame& frame) {
  const Length gap = setter.style(TextRole::Body, frame).size;
  std::vector<std::size_t> rows;
  Length used;
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    const bool is_missing = setter.anthology().find_picture(pictures[i].image->picture) == nullptr;
    const Length width =
        is_missing ? frame.width : picture_width(setter, *pictures[i].image, frame);
    if (i == 0 || used + gap + width > frame.width) {
      rows.push_back(i);
      used = width;
    } else {
      used += gap + width;
    }
  }
  return rows;
}

// Pictures side by side, on one foot, with as much white between as beside them.
Slab row_slab(Setter& setter, std::span<const PictureUse> row, std::string_view caption,
              const Frame& frame) {
  Length white = frame.width;
  for (const PictureUse& use : row) white -= picture_width(setter, *use.image, frame);
  white = std::max(Length(), white / static_cast<std::int64_t>(row.size() + 1));
  Slabs slabs;
  Frame column = frame;
  column.left += white;
  Length height;
  for (const PictureUse& use : row) {
    column.width = picture_width(setter, *use.image, frame);
    const Picture& picture = *setter.anthology().find_picture(use.image->picture);
    slabs.push_back(picture_slab(setter, use, picture, caption, column));
    height = std::max(height, slabs.back().height);
    column.left += column.width + white;
  }
  Slab whole;
  for (Slab& slab : slabs) {
    const Length drop = height - slab.height;
    add_to(whole, std::move(slab), drop);
  }
  whole.height = whole.baseline = height;
  return whole;
}

Length marks_gap(const TextStyle& style) { return style.size / 6; }

// The room that marks of notes need beside a picture.
Length marks_width(Setter& setter, const Inlines& marks, const Frame& frame) {
  if (marks.empty()) return {};
  const TextStyle style = setter.style(TextRole::Caption, frame);
  const BuiltText built = build_text(setter, marks, style, frame, kArtifact);
  return natural_width(built.paragraph, setter.fonts()) + marks_gap(style) + kMarkSlack;
}

// At the foot of the row's last picture, on the side where lines end.
void put_marks(Setter& setter, const Inlines& marks, Length width, Slab& row, const Frame& frame) {
  if (row.boxes.empty()) return;
  Frame beside = frame;
  beside.width = width - marks_gap(setter.style(TextRole::Caption, frame));
  beside.align = TextAlign::Left;
  const Rect& last = row.boxes.back().rect;
  const bool is_rtl = frame.direction == Direction::RightToLeft;
  beside.left = is_rtl ? last.origin.x - width : last.origin.x + last.width + width - beside.width;
  Slab slab = joined(setter.capture(
      [&] { set_words(setter, marks, TextRole::Caption, StructureType::P, beside); }));
  slab.place = {};
  slab.places.clear();
  const Length down = row.height - slab.baseline;
  add_to(row, std::move(slab), down);
}

}  // namespace

PictureSize fit_picture(const Picture& picture, const Image& image, Length most_width,
                        Length most_height) {
  const double stated = picture.pixels_per_inch;
  const bool is_credible = stated > 0 && stated <= kMostPixelsPerInch;
  const double density = std::max(is_credible ? stated : kUsualPixelsPerInch, kFewestPixelsPerInch);
  double width = std::max(1, picture.width_px) * 72.0 / density;
  double height = std::max(1, picture.height_px) * 72.0 / density;
  if (const auto asked = asked_width(image.width, most_width)) {
    height *= asked->points() / width;
    width = asked->points();
  }
  const double scale = std::min({1.0, most_width.points() / width, most_height.points() / height});
  // Even a picture of one pixel's width has an area on the page.
  return {std::max(0.1_pt, Length::from_points(width * scale)),
          std::max(0.1_pt, Length::from_points(height * scale))};
}

PictureSize inline_size(const Setter& setter, const Picture& picture, const Image& image,
                        Length type_size, const Frame& frame) {
  const Length most = setter.theme().text_height().scaled(kHighestAmongWords);
  const PictureSize size = fit_picture(picture, image, frame.width, most);
  if (size.height > type_size.scaled(kHighestIcon)) return size;
  return fit_picture(picture, image, frame.width, type_size.scaled(kIconHeight));
}

Length picture_width(const Setter& setter, const Image& image, const Frame& frame) {
  const Picture* picture = setter.anthology().find_picture(image.picture);
  if (picture == nullptr) return frame.width;
  const Length most = setter.theme().text_height().scaled(kHighestPicture);
  return fit_picture(*picture, image, frame.width, most).width;
}

std::string alternative_of(const Image& image, std::string_view caption) {
  for (std::string words : {description_of(image, caption), words_of_file(image.target)}) {
    if (!words.empty()) return words;
  }
  return image.picture;
}

bool stands_in_line(const Setter& setter, const Image& image, const Frame& frame) {
  const Picture* picture = setter.anthology().find_picture(image.picture);
  if (picture == nullptr) return true;
  const Length em = setter.style(frame.role, frame).size;
  const PictureSize size = inline_size(setter, *picture, image, em, frame);
  return size.height <= em.scaled(kHighestIcon) &&
         size.width <= std::max(em * kWideIcon, frame.width.scaled(kWidestAmongWords));
}

Slabs picture_rows(Setter& setter, const Pictures& pictures, std::string_view caption,
                   const Frame& frame) {
  const Length beside = marks_width(setter, pictures.marks, frame);
  Frame column = frame;
  column.width -= beside;
  if (frame.direction == Direction::RightToLeft) column.left += beside;
  const std::vector<PictureUse>& uses = pictures.uses;
  const std::vector<std::size_t> rows = find_rows(setter, uses, column);
  Slabs slabs;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t end = i + 1 < rows.size() ? rows[i + 1] : uses.size();
    const std::span<const PictureUse> row(uses.data() + rows[i], end - rows[i]);
    const Picture* picture = setter.anthology().find_picture(row.front().image->picture);
    if (picture == nullptr) {
      slabs.push_back(missing_slab(setter, *row.front().image, caption, column));
    } else if (row.size() == 1) {
      slabs.push_back(picture_slab(setter, row.front(), *picture, caption, column));
    } else {
      slabs.push_back(row_slab(setter, row, caption, column));
    }
    slabs.back().place = setter.place_in_element(0);
    if (i > 0) slabs.back().space_before = setter.style(TextRole::Body, frame).leading / 2;
  }
  if (!pictures.marks.empty()) put_marks(setter, pictures.marks, beside, slabs.back(), frame);
  return slabs;
}

}  // namespace garland
