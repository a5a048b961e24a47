// The Setter's lines of words.
#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/galley/ink.h"
#include "layout/galley/inlines.h"
#include "layout/galley/opening.h"
#include "layout/galley/setter.h"

namespace garland {
namespace {

// Where the baseline stands between the tops of two lines: the same share for every size, so that
// styles of one leading share one grid.
constexpr double kBaselineShare = 0.75;

// A page break below a paragraph of one line that is kept with what is above it.
constexpr std::int64_t kLonelyLineCost = 8000;

// A page break within a divided word.
constexpr std::int64_t kDividedWordCost = 4000;

// On a measure of so few em lines have few spaces, and their letters give twice as much as
// elsewhere, though no more than the eye passes over.
constexpr int kNarrowEms = 23;
constexpr int kMostFitThousandths = 20;

LetterFit narrow_fit(const LetterFit& fit) {
  const auto twice = [](Share share) {
    return Share{std::max(share.thousandths, std::min(share.thousandths * 2, kMostFitThousandths))};
  };
  return {twice(fit.expansion), twice(fit.tracking)};
}

// What is read on end, and by the numbers of its lines spoken about.
bool is_running_text(TextRole role) {
  switch (role) {
    case TextRole::Body:
    case TextRole::Lead:
    case TextRole::Quote:
    case TextRole::Verse:
    case TextRole::ListItem:
    case TextRole::DefinitionTerm:
    case TextRole::Epigraph:
    case TextRole::Abstract:
      return true;
    default:
      return false;
  }
}

// How far the line's words reach beyond the room that its style has for them. Faces claim room for
// marks that few words have: where they claim more than there is, the ink decides.
Reach overreach(const SetLine& line, const TextStyle& style, FontLibrary& fonts) {
  const Length above = style.leading.scaled(kBaselineShare) + style.leading / 8;
  const Length below = style.leading + style.leading / 4 - above;
  if (line.ascent <= above && line.descent <= below) return {};
  const Reach reach = reach_of(line.items, fonts);
  return {std::max(Length(), reach.above - above), std::max(Length(), reach.below - below)};
}

// Whether there are so many lines, all of the same height.
bool stand_beside(const std::vector<SetLine>& lines, std::size_t count, const TextStyle& style,
                  FontLibrary& fonts) {
  if (lines.size() < count) return false;
  return std::all_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(count),
                     [&](const SetLine& line) {
                       const Reach over = overreach(line, style, fonts);
                       return over.above == Length() && over.below == Length();
                     });
}

// The letter stands before the lines that are read after it.
void put_drop_capital(DropCapital& drop, Length left, Slab& slab) {
  for (PageItem& item : drop.items) shift(item, left, slab.baseline);
  slab.items.insert(slab.items.begin(), std::make_move_iterator(drop.items.begin()),
                    std::make_move_iterator(drop.items.end()));
}

// Sets the lines again in the narrowest measure that needs no more of them, so that they are of
// about one length. Gives how far the narrower column stands from the left.
Length balance(const ParagraphText& text, const ParagraphShape& shape, FontLibrary& fonts,
               std::vector<SetLine>& lines) {
  constexpr std::size_t kMostLines = 6;
  constexpr Length kStep = 2_pt;
  if (lines.size() < 2 || lines.size() > kMostLines || shape.align == TextAlign::Justify) return {};
  ParagraphShape narrow = shape;
  Length too_narrow = shape.measure / 2;
  Length enough = shape.measure;
  while (enough - too_narrow > kStep) {
    narrow.measure = (enough + too_narrow) / 2;
    std::vector<SetLine> again = set_paragraph(text, narrow, fonts, nullptr);
    const bool fits = again.size() <= lines.size() &&
                      std::all_of(again.begin(), again.end(), [&](const SetLine& line) {
                        return line.width <= narrow.measure && !line.ends_in_hyphen;
                      });
    (fits ? enough : too_narrow) = narrow.measure;
    if (fits) lines = std::move(again);
  }
  if (shape.align == TextAlign::Center) return (shape.measure - enough) / 2;
  // Left is the side where lines begin.
  const bool is_at_right =
      (shape.align == TextAlign::Right) != (shape.direction == Direction::RightToLeft);
  return is_at_right ? shape.measure - enough : Length();
}

}  // namespace

std::vector<SetLine> Setter::set_lines(const ParagraphText& text, const ParagraphShape& shape,
                                       const SourcePlaces& places) {
  std::vector<MissingCharacter> found;
  std::vector<SetLine> lines = set_paragraph(text, shape, fonts_, &found);
  for (const MissingCharacter& missing : found) {
    const SourceRange place = place_of(places, text.text, missing.offset);
    missing_.add(missing.character, place.is_known() ? place : range_);
  }
  return lines;
}

Slab Setter::empty_slab(const TextStyle& style) {
  Slab slab;
  slab.height = style.leading;
  slab.baseline = style.leading.scaled(kBaselineShare);
  return slab;
}

Slab Setter::slab_of(SetLine& line, const TextStyle& style, Length left) {
  Slab slab = empty_slab(style);
  // A picture in the line, or a script with tall letters, moves its neighbours away.
  const Reach over = overreach(line, style, fonts_);
  slab.height += over.above + over.below;
  slab.baseline += over.above;
  slab.items = std::move(line.items);
  for (PageItem& item : slab.items) {
    shift(item, left, slab.baseline);
    const auto* picture = std::get_if<PlacedPicture>(&item.content);
    if (picture != nullptr && item.structure != kArtifact) {
      slab.boxes.push_back({item.structure, picture->rect});
    }
  }
  for (const auto& [name, x] : line.anchors) slab.anchors.push_back({name, {left + x, Length()}});
  return slab;
}

ParagraphShape Setter::shape_of(const TextBlock& block, const TextStyle& style,
                                const Frame& frame) const {
  ParagraphShape shape;
  shape.measure = frame.width;
  shape.first_indent = block.first_indent;
  shape.align = style.align;
  shape.hyphenate = style.hyphenate;
  shape.may_hang = theme_.has_hanging_punctuation;
  const bool is_narrow = frame.width < style.size * kNarrowEms;
  shape.fit = is_narrow ? narrow_fit(theme_.letter_fit()) : theme_.letter_fit();
  if (is_running_text(block.role) && style.align == TextAlign::Justify) {
    shape.looseness = theme_.looseness;
  }
  shape.direction = frame.direction;
  shape.is_followed = block.is_followed;
  return shape;
}

std::vector<SetLine> Setter::set_opening(BuiltText& built, const TextStyle& style,
                                         const ParagraphShape& shape, DropCapital& drop) {
  if (theme_.has_small_capital_opening) open_with_small_capitals(built, shape, fonts_);
  ParagraphShape beside = shape;
  if (theme_.drop_capital > 1) {
    if (auto taken = take_drop_capital(*this, built, style, beside)) drop = std::move(*taken);
  }
  std::vector<SetLine> lines = set_lines(built.paragraph, beside, built.places);
  // Without lines enough, or with one that a picture moves away, the letter stands in its word.
  if (drop.height == 0 || stand_beside(lines, beside.next_indents.size() + 1, style, fonts_)) {
    return lines;
  }
  drop = {};
  return set_lines(built.paragraph, shape, built.places);
}

std::size_t Setter::add_text(const TextBlock& block, const Frame& frame) {
  set_element(block.element);
  const TextStyle text_style = style(block.role, frame);
  BuiltText built = build_text(*this, *block.inlines, text_style, frame, block.structure);
  WordCounter counter(built);
  const ParagraphShape shape = shape_of(block, text_style, frame);
  DropCapital drop;
  std::vector<SetLine> lines = block.is_opening ? set_opening(built, text_style, shape, drop)
                                                : set_lines(built.paragraph, shape, built.places);
  Length left = frame.left;
  if (block.is_balanced) left += balance(built.paragraph, shape, fonts_, lines);
  // A paragraph longer than all before it would else be held twice while the slabs grow.
  const std::size_t slab_count = galley_.slabs.size();
  if (lines.size() > slab_count) galley_.slabs.reserve(slab_count + lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    SetLine& line = lines[i];
    Slab slab = slab_of(line, text_style, left);
    place_areas(built, line, left, slab);
    for (const int mark : line.marks) slab.notes.push_back(static_cast<std::size_t>(mark));
    slab.is_on_grid = block.is_on_grid && i == 0;
    if (i == 0) put_drop_capital(drop, left, slab);
    if (i > 0 && (i == 1 || i + 1 == lines.size())) slab.break_cost = kForbidden;
    if (i > 0 && lines[i - 1].ends_in_hyphen) {
      slab.break_cost = std::max(slab.break_cost, kDividedWordCost);
    }
    if (i > 0 && i < drop.height) slab.break_cost = kStrictlyForbidden;
    slab.place = place_in_element(counter.words_before(line.begin_offset));
    slab.place.is_counted = is_running_text(block.role);
    add_slab(std::move(slab));
  }
  element_words_ += counter.words_before(built.paragraph.text.size());
  if (lines.size() == 1 && is_running_text(block.role)) keep_lonely_line();
  return lines.size();
}

// A heading with one line below it looks as lost at the foot of a page as a heading alone.
void Setter::keep_lonely_line() {
  const bool is_kept = !galley_.slabs.empty() && galley_.slabs.back().break_cost >= kForbidden;
  if (is_kept) keep_with_next(kLonelyLineCost);
}

}  // namespace garland
