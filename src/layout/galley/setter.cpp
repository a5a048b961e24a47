#include "layout/galley/setter.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/galley/addresses.h"
#include "layout/galley/cut_slab.h"
#include "layout/galley/ink.h"
#include "layout/galley/inlines.h"
#include "layout/galley/labels.h"
#include "layout/galley/opening.h"

namespace garland {
namespace {

// Where the baseline stands between the tops of two lines: the same share for every size, so that
// styles of one leading share one grid.
constexpr double kBaselineShare = 0.75;

// Notes and addresses that a table may have before the one whose number is foreseen: their numbers
// have a digit more at most, seldom.
constexpr std::size_t kForeseen = 10;

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

// A mark inside a note brings that note to the same page, behind the one that has the mark.
void spread_nested_notes(Galley& galley) {
  for (Slab& slab : galley.slabs) {
    for (std::size_t i = 0; i < slab.notes.size(); ++i) {
      for (const Slab& line : galley.notes.at(slab.notes[i])) {
        slab.notes.insert(slab.notes.end(), line.notes.begin(), line.notes.end());
      }
    }
  }
}

// Of what stands in a work, or on pages of the book's own.
Frame frame_of_pages(const Anthology& anthology, const Theme& theme, const Work* work) {
  Frame frame;
  frame.width = theme.measure();
  const BookMetadata& book = anthology.metadata;
  frame.language = work == nullptr ? book.language : std::string(language_of(*work, book));
  frame.direction = direction_of_language(frame.language);
  return frame;
}

}  // namespace

Setter::Setter(const Anthology& anthology, const Theme& theme, FontLibrary& fonts, const Work* work,
               StructureType root)
    : anchor_stem(work != nullptr ? work->id : "book"),
      anthology_(anthology),
      theme_(theme),
      fonts_(fonts),
      work_(work),
      page_frame_(frame_of_pages(anthology, theme, work)) {
  galley_.structure.push_back({});
  galley_.structure.front().type = root;
  if (work_ == nullptr) return;
  printed_links = theme.print.links;
  for (const Note& note : work_->document.notes) notes_by_label_.emplace(note.label, &note);
}

bool Setter::may_go_across(const Frame& frame) const {
  return theme_.page.columns > 1 && capture_depth_ == 0 && frame.left == Length() &&
         frame.width == theme_.measure();
}

void Setter::set_across(const std::function<void(const Frame&)>& set) {
  const std::size_t first = galley_.slabs.size();
  Frame frame = page_frame();
  frame.width = theme_.text_width();
  set(frame);
  for (std::size_t i = first; i < galley_.slabs.size(); ++i) {
    galley_.slabs[i].is_across = theme_.page.columns > 1;
  }
}

TextStyle Setter::style(TextRole role, const Frame& frame) const {
  TextStyle style = theme_.style(role);
  if (frame.align) style.align = *frame.align;
  double scale = frame.scale;
  if (frame.is_in_note) {
    const double note_size = theme_.style(TextRole::Footnote).size.points();
    scale *= std::min(1.0, note_size / style.size.points());
  }
  if (scale != 1) {
    style.size = style.size.scaled(scale);
    style.leading = style.leading.scaled(scale);
  }
  return style;
}

StructureId Setter::add_node(StructureType type, StructureId parent) {
  const auto id = static_cast<StructureId>(galley_.structure.size());
  StructureNode added;
  added.type = type;
  added.parent = parent;
  galley_.structure.push_back(std::move(added));
  node(parent).children.push_back(id);
  return id;
}

void Setter::set_direction(StructureId id, Direction direction) {
  StructureId above = node(id).parent;
  while (above >= 0 && !node(above).direction) above = node(above).parent;
  const Direction around = above < 0 ? page_frame_.direction : *node(above).direction;
  if (direction != around) node(id).direction = direction;
}

std::string Setter::anchor_name(std::string_view element) const {
  return element.empty() ? anchor_stem : fmt::format("{}/{}", anchor_stem, element);
}

void Setter::ask_space(Length space) { pending_space_ = std::max(pending_space_, space); }

void Setter::ask_figure_space(Length space) {
  pending_figure_space_ = std::max(pending_figure_space_, space);
}

void Setter::keep_with_next(std::int64_t cost) { pending_cost_ = std::max(pending_cost_, cost); }

void Setter::open_page() { pending_open_ = true; }

void Setter::add_anchor(std::string name) { pending_anchors_.push_back(std::move(name)); }

void Setter::set_element(const std::string& id) {
  if (id.empty() || id == element_) return;
  element_ = id;
  element_words_ = 0;
}

TextPlace Setter::place_in_element(std::size_t words) const {
  TextPlace place;
  place.element = element_;
  place.text_offset = element_words_ + words;
  place.is_text = true;
  return place;
}

void Setter::set_range(const SourceRange& range) {
  if (range.is_known()) range_ = range;
}

void Setter::finish_slab(Slab& slab) {
  slab.text_space = std::max(slab.space_before, std::exchange(pending_space_, Length()));
  slab.space_before = std::max(slab.text_space, std::exchange(pending_figure_space_, Length()));
  slab.break_cost = std::max(slab.break_cost, std::exchange(pending_cost_, 0));
  if (std::exchange(pending_open_, false)) slab.opens_page = slab.keeps_space = true;
  for (std::string& name : pending_anchors_) slab.anchors.push_back({std::move(name), {}});
  pending_anchors_.clear();
  if (slab.place.element.empty()) slab.place.element = element_;
}

Length Setter::highest(const Slab& slab) const {
  Length most = theme_.text_height();
  if (slab.keeps_space) most -= slab.space_before;
  if (slab.table_head >= 0) {
    most -= height_of(galley_.table_heads.at(static_cast<std::size_t>(slab.table_head)));
  }
  return std::max(most, theme_.style(TextRole::Body).leading);
}

void Setter::add_slab(Slab slab) {
  finish_slab(slab);
  const Length most = highest(slab);
  if (slab.height <= most) {
    galley_.slabs.push_back(std::move(slab));
    return;
  }
  for (Slab& piece : cut_slab(std::move(slab), most)) galley_.slabs.push_back(std::move(piece));
}

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

Slabs Setter::capture(const std::function<void()>& set) {
  Slabs outer = std::exchange(galley_.slabs, {});
  const Length space = std::exchange(pending_space_, Length());
  const Length figure_space = std::exchange(pending_figure_space_, Length());
  const std::int64_t cost = std::exchange(pending_cost_, 0);
  const bool opens = std::exchange(pending_open_, false);
  const bool lead = std::exchange(is_lead, true);
  std::vector<std::string> anchors = std::exchange(pending_anchors_, {});
  const std::string element = element_;
  const std::size_t words = element_words_;
  ++capture_depth_;
  set();
  --capture_depth_;
  pending_space_ = space;
  pending_figure_space_ = figure_space;
  pending_cost_ = cost;
  pending_open_ = opens;
  is_lead = lead;
  // An anchor that found no line inside stands with what follows.
  anchors.insert(anchors.end(), pending_anchors_.begin(), pending_anchors_.end());
  pending_anchors_ = std::move(anchors);
  if (element_ != element) {
    element_ = element;
    element_words_ = words;
  }
  return std::exchange(galley_.slabs, std::move(outer));
}

Slabs Setter::capture_artifact(StructureId parent, const std::function<void()>& set) {
  const std::size_t node_count = galley_.structure.size();
  const std::size_t child_count = node(parent).children.size();
  const std::size_t link_count = galley_.links.size();
  const std::size_t entry_count = galley_.outline.size();
  const std::size_t anchor_count = pending_anchors_.size();
  Slabs slabs = capture(set);
  make_artifact(slabs);
  galley_.structure.resize(node_count);
  node(parent).children.resize(child_count);
  galley_.links.resize(link_count);
  galley_.outline.resize(entry_count);
  pending_anchors_.resize(anchor_count);
  return slabs;
}

std::size_t Setter::add_link(LinkGoal goal) {
  galley_.links.push_back(std::move(goal));
  return galley_.links.size() - 1;
}

Setter::NoteMark Setter::mark_note(std::string_view label) {
  const auto found = note_marks_.find(label);
  if (found != note_marks_.end()) {
    found->second.is_first = false;
    return found->second;
  }
  NoteMark mark;
  const auto known = notes_by_label_.find(label);
  if (known == notes_by_label_.end()) return mark;
  mark.note = known->second;
  mark.index = galley_.notes.size();
  mark.number = static_cast<int>(number_of(*mark.note, mark.index));
  mark.is_first = true;
  galley_.notes.emplace_back();
  pending_notes_.push_back(mark);
  note_marks_.emplace(std::string(label), mark);
  return mark;
}

std::size_t Setter::number_of(const Note& note, std::size_t index) const {
  // With notes for addresses among them, the packet's notes have other numbers than the work's.
  const bool is_numbered = note.number > 0 && printed_links != LinkAddresses::Notes;
  return is_numbered ? static_cast<std::size_t>(note.number) : index + 1;
}

std::optional<std::size_t> Setter::foresee_note(std::string_view label) const {
  if (const auto marked = note_marks_.find(label); marked != note_marks_.end()) {
    return static_cast<std::size_t>(marked->second.number);
  }
  const auto known = notes_by_label_.find(label);
  if (known == notes_by_label_.end()) return std::nullopt;
  return number_of(*known->second, galley_.notes.size() + kForeseen);
}

std::size_t Setter::foresee_address(const std::string& address) const {
  if (printed_links == LinkAddresses::Notes) {
    const auto known = address_notes_.find(address);
    const auto number =
        known == address_notes_.end() ? std::nullopt : foresee_note(known->second.label);
    return number.value_or(galley_.notes.size() + kForeseen);
  }
  const auto known = address_numbers_.find(address);
  return known == address_numbers_.end() ? addresses_.size() + kForeseen : known->second;
}

Setter::NoteMark Setter::mark_address(const std::string& address) {
  const auto [known, is_new] = address_notes_.try_emplace(address);
  Note& note = known->second;
  if (is_new) {
    note.label = " address " + address;  // no label of a source begins with a space
    note.id = fmt::format("printed-address-{}", address_notes_.size());
    note.blocks = {address_block(address)};
    notes_by_label_.emplace(note.label, &note);
  }
  return mark_note(note.label);
}

std::size_t Setter::number_address(const std::string& address) {
  const auto [known, is_new] = address_numbers_.try_emplace(address, addresses_.size() + 1);
  if (is_new) addresses_.push_back(address);
  return known->second;
}

std::string Setter::note_anchor(const Note& note, int number) const {
  return anchor_name(note.id.empty() ? fmt::format("note-{}", number) : note.id);
}

std::vector<Setter::NoteMark> Setter::take_pending_notes() {
  return std::exchange(pending_notes_, {});
}

void Setter::put_note(std::size_t index, Slabs slabs) {
  galley_.notes.at(index) = std::move(slabs);
}

int Setter::add_table_head(Slabs head) {
  galley_.table_heads.push_back(std::move(head));
  return static_cast<int>(galley_.table_heads.size()) - 1;
}

void Setter::add_outline(std::string title, std::string anchor, int level) {
  galley_.outline.push_back({short_label(std::move(title)), std::move(anchor), level});
}

Galley Setter::take() {
  // An anchor at the very end stands with the last line.
  if (!galley_.slabs.empty()) {
    for (std::string& name : pending_anchors_) {
      galley_.slabs.back().anchors.push_back({std::move(name), {}});
    }
  }
  galley_.is_right_to_left = page_frame().direction == Direction::RightToLeft;
  galley_.has_wide_white = theme_.style(TextRole::Body).space_after > Length();
  spread_nested_notes(galley_);
  return std::move(galley_);
}

}  // namespace garland
