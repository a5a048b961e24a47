#include "layout/galley/figures.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include "book/captions.h"
#include "layout/galley/blocks.h"
#include "layout/galley/inlines.h"
#include "layout/galley/paragraph_parts.h"
#include "layout/galley/pictures.h"

namespace garland {
namespace {

constexpr std::size_t kLongestCaption = 300;  // characters below a picture that are its caption
constexpr double kHighestFigure = 0.95;       // of the text block: all rows with a kept caption
constexpr double kLongestKeptCaption = 0.2;   // of the text block: longer ones may go over pages
// A picture goes over all columns when it is so much wider than one, and so much wider than high.
constexpr double kWideForColumn = 1.3;
constexpr double kWideForHeight = 1.5;
constexpr double kFigureSpace = 0.75;  // lines of white above and below

// The pictures between two nodes; none when there is anything else but white space.
using InlineIterator = Inlines::const_iterator;
bool collect_pictures(InlineIterator begin, InlineIterator end, const Link* link,
                      std::vector<PictureUse>& pictures) {
  return std::all_of(begin, end, [&](const Inline& node) {
    if (is_line_break(node)) return true;
    if (const auto* text = node.as<Text>()) return trim(text->text).empty();
    if (const auto* image = node.as<Image>()) {
      pictures.push_back({image, link});
      return true;
    }
    const Inlines* inner = children_of(node);
    if (inner == nullptr || inner->empty()) return false;
    const auto* own = node.as<Link>();
    return collect_pictures(inner->begin(), inner->end(), own != nullptr ? own : link, pictures);
  });
}

std::vector<PictureUse> pictures_between(InlineIterator begin, InlineIterator end) {
  std::vector<PictureUse> pictures;
  if (!collect_pictures(begin, end, nullptr, pictures)) pictures.clear();
  return pictures;
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

// A figure in one piece: its picture, caption and credit. One that stays and has no caption is as
// good as a line of the text.
void add_whole(Setter& setter, Slabs slabs, bool has_caption, const Frame& frame) {
  Slab whole = joined(std::move(slabs));
  whole.may_float = is_in_run(frame);
  whole.is_figure = whole.may_float || has_caption;
  whole.settling = Slab::Settling::Half;
  setter.add_slab(std::move(whole));
}

bool is_wide(const Setter& setter, const PictureUse& use, const Frame& frame) {
  const Picture* picture = setter.anthology().find_picture(use.image->picture);
  if (picture == nullptr) return false;
  const PictureSize size =
      fit_picture(*picture, *use.image, setter.theme().text_width(), setter.theme().text_height());
  return size.width > frame.width.scaled(kWideForColumn) &&
         size.width > size.height.scaled(kWideForHeight);
}

// What stands below pictures, with marks of the addresses that they lead to, where these are
// printed: links without words of their own.
Figure with_address_marks(const Setter& setter, const Figure& figure,
                          const std::vector<PictureUse>& pictures) {
  Figure marked;
  marked.caption = figure.caption;
  marked.credit = figure.credit;
  if (setter.note_marks.printed_links == LinkAddresses::None) return marked;
  const Link* before = nullptr;
  for (const PictureUse& use : pictures) {
    if (use.link == nullptr || use.link == std::exchange(before, use.link)) continue;
    if (goal_of(*use.link).url.empty()) continue;
    const bool has_words = !marked.caption.empty() && marked.caption.back().as<Paragraph>();
    if (!has_words) marked.caption.push_back({Paragraph{}, {}, {}});
    Inlines& words = marked.caption.back().as<Paragraph>()->inlines;
    words.push_back({Link{use.link->target, "", {}}, {}, {}});
  }
  return marked;
}

// How many rows of pictures are figures by themselves: all before those that stand with the
// caption, and all but the last where there is none.
std::size_t count_apart(const Slabs& rows, const Slabs& caption, Length highest) {
  if (caption.empty()) return rows.size() - 1;
  Length height = height_of(rows) + height_of(caption);
  std::size_t apart = 0;
  for (; apart + 1 < rows.size() && height > highest; ++apart) {
    height -= rows[apart].height + rows[apart + 1].space_before;
  }
  return apart;
}

// The usual figure: pictures, their caption and their credit. With a long caption, or with several
// rows of pictures that are higher than a page together, it may go over pages.
void set_plain_figure(Setter& setter, const Pictures& pictures, const Figure& figure,
                      const Frame& frame) {
  Frame inner = frame;
  inner.parent = setter.add_node(StructureType::Div, frame.parent);
  const Length text_height = setter.theme().text_height();
  // The nodes of the pictures come first.
  Slabs slabs = picture_rows(setter, pictures, caption_words(figure.caption), inner);
  Slabs caption =
      set_caption(setter, with_address_marks(setter, figure, pictures.uses), inner.parent, inner);
  if (!caption.empty()) {
    caption.front().space_before = setter.style(TextRole::Caption, frame).space_before;
  }
  const bool is_kept = height_of(caption) <= text_height.scaled(kLongestKeptCaption) ||
                       height_of(slabs) + height_of(caption) <= text_height.scaled(kHighestFigure);
  const Length white = setter.style(TextRole::Body, frame).leading.scaled(kFigureSpace);
  setter.ask_figure_space(white);
  const bool has_caption = !caption.empty();
  const std::size_t apart = count_apart(slabs, caption, text_height.scaled(kHighestFigure));
  for (std::size_t i = 0; i < apart; ++i)
    add_whole(setter, {std::move(slabs[i])}, has_caption, frame);
  slabs.erase(slabs.begin(), slabs.begin() + static_cast<std::ptrdiff_t>(apart));
  if (is_kept) std::move(caption.begin(), caption.end(), std::back_inserter(slabs));
  if (is_kept) caption.clear();
  add_whole(setter, std::move(slabs), has_caption, frame);
  if (!caption.empty()) {
    setter.slab(setter.slabs().size() - 1).may_float = false;
    setter.keep_with_next();
  }
  for (Slab& slab : caption) setter.add_slab(std::move(slab));
  setter.ask_figure_space(white);
}

// The same, over all columns when one of its pictures is wide.
void set_picture_figure(Setter& setter, const Pictures& pictures, const Figure& figure,
                        const Frame& frame) {
  const auto is_wide_here = [&](const PictureUse& use) { return is_wide(setter, use, frame); };
  if (!setter.may_go_across(frame) ||
      std::none_of(pictures.uses.begin(), pictures.uses.end(), is_wide_here)) {
    return set_plain_figure(setter, pictures, figure, frame);
  }
  setter.set_across([&](const Frame& page) {
    Frame wide = frame;
    wide.width = page.width;
    set_plain_figure(setter, pictures, figure, wide);
  });
}

// Most paragraphs have none.
bool has_picture(const Inlines& inlines) {
  return std::any_of(inlines.begin(), inlines.end(), [](const Inline& node) {
    const Inlines* inner = children_of(node);
    return node.as<Image>() != nullptr || (inner != nullptr && has_picture(*inner));
  });
}

// Pictures in the middle of a line of the source stay between its words.
void set_pictures_between(Setter& setter, const ParagraphPart& part, const Frame& frame) {
  const std::size_t first = setter.slabs().size();
  set_plain_figure(setter, part.pictures, Figure{}, frame);
  for (std::size_t i = first; i < setter.slabs().size(); ++i) setter.slab(i).may_float = false;
}

void set_part(Setter& setter, std::span<const ParagraphPart> parts, std::size_t index,
              bool is_opening, const Frame& frame) {
  const ParagraphPart& part = parts[index];
  for (const std::string& name : part.anchors) setter.add_anchor(setter.anchor_name(name));
  const bool goes_on = index > 0 && !part.begins_line;
  if (!has_pictures(part)) {
    const bool is_first = index < 2;
    set_paragraph_words(setter, part.words, {is_opening && is_first, goes_on && !is_first}, frame);
  } else if (goes_on && index + 1 < parts.size() && !parts[index + 1].begins_line) {
    set_pictures_between(setter, part, frame);
  } else {
    set_picture_figure(setter, part.pictures, Figure{}, frame);
  }
  setter.set_element_words(setter.element_words() + part.skipped);
}

// Whether these are pictures and their caption: few words on lines below them.
bool is_figure(const std::vector<ParagraphPart>& parts) {
  return parts.size() == 2 && !has_pictures(parts.back()) && parts.back().begins_line &&
         count_code_points(plain_text(parts.back().words)) <= kLongestCaption;
}

}  // namespace

std::vector<PictureUse> only_pictures(const Inlines& inlines) {
  return pictures_between(inlines.begin(), inlines.end());
}

bool set_picture_parts(Setter& setter, const Paragraph& paragraph, const Frame& frame) {
  if (!has_picture(paragraph.inlines)) return false;
  const std::vector<PictureUse> all = only_pictures(paragraph.inlines);
  if (!all.empty()) {
    set_picture_figure(setter, {all, {}}, Figure{}, frame);
    return true;
  }
  const std::vector<ParagraphPart> parts = find_parts(setter, paragraph.inlines, frame);
  if (parts.size() == 1 && !has_pictures(parts.front())) return false;
  if (is_figure(parts)) {
    Figure figure;
    figure.caption = {{Paragraph{parts.back().words}, {}, {}}};
    set_picture_figure(setter, parts.front().pictures, figure, frame);
    return true;
  }
  const bool is_opening = &paragraph == setter.opening;
  for (std::size_t i = 0; i < parts.size(); ++i) set_part(setter, parts, i, is_opening, frame);
  return true;
}

void set_figure(Setter& setter, const Figure& figure, const Frame& frame) {
  const Block* only = figure.blocks.size() == 1 ? &figure.blocks.front() : nullptr;
  const Paragraph* paragraph = only != nullptr ? only->as<Paragraph>() : nullptr;
  const std::vector<PictureUse> pictures =
      paragraph != nullptr ? only_pictures(paragraph->inlines) : std::vector<PictureUse>{};
  if (!pictures.empty()) return set_picture_figure(setter, {pictures, {}}, figure, frame);
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
