#include "layout/galley/setter.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "layout/galley/cut_slab.h"
#include "layout/galley/labels.h"

namespace garland {
namespace {

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
  note_marks.printed_links = theme.print.links;
  note_marks.add_notes(work_->document.notes);
}

bool Setter::may_go_across(const Frame& frame) const {
  return theme_.page.columns > 1 && capture_depth_ == 0 && is_in_run(frame) &&
         frame.left == Length() && frame.width == theme_.measure();
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
  const auto with = [](Length own, Length& pending) {
    const Length asked = std::exchange(pending, Length());
    return asked > Length() ? std::max(own, asked) : own;  // own may be negative
  };
  slab.text_space = with(slab.space_before, pending_space_);
  slab.space_before = with(slab.text_space, pending_figure_space_);
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

std::string Setter::note_anchor(const Note& note, int number) const {
  return anchor_name(note.id.empty() ? fmt::format("note-{}", number) : note.id);
}

void Setter::put_note(std::size_t index, Slabs slabs) {
  if (galley_.notes.size() <= index) galley_.notes.resize(index + 1);
  galley_.notes[index] = std::move(slabs);
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
