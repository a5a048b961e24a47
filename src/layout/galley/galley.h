// A galley: an article set in lines, before it is cut into pages. What layout/galley/ gives and
// layout/pages/ takes.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/length.h"
#include "layout/page.h"

namespace garland {

// Cost of a page break that must not be. Larger than any sum of the other costs of a page, so that
// one is taken only where the text leaves no other way.
constexpr std::int64_t kForbidden = 100'000'000;
// Where there is no way but through a forbidden place, this is not the one: beside a letter that
// stands some lines high.
constexpr std::int64_t kStrictlyForbidden = 2 * kForbidden;

// Where a link leads, and the words it is made of.
struct LinkGoal {
  std::string url;     // an address, or empty
  std::string anchor;  // an Anchor's name, or empty
  std::string contents;
  StructureId structure = kArtifact;
};

struct LinkPiece {
  std::size_t link = 0;  // index into Galley::links
  Rect rect;
};

// The place that a drawn node takes up; becomes StructureNode::box.
struct NodeBox {
  StructureId structure = kArtifact;
  Rect rect;
};

// Where text begins, for the page list: the block of the work that was begun last before it, by its
// id, and the code points of the work's words since then.
struct TextPlace {
  std::string element;
  std::size_t text_offset = 0;
  bool is_text = false;     // false for rules, ornaments and marks: no page begins there
  bool is_counted = false;  // a line of running text, for the numbers of lines
};

// A piece of the galley that is never cut: a line, a row of a table, a figure with its caption.
// Points are relative to the galley's left edge and the slab's top.
struct Slab {
  Length height;
  Length baseline;  // of its first line, from the top
  // White above; none at the top of a page. Negative in a piece of a row that reaches up beside the
  // piece before it.
  Length space_before;
  Length text_space;         // of it, what no figure asks for that may float away
  bool keeps_space = false;  // but kept there: sinkage
  bool is_on_grid = false;   // top stands on the page's grid of lines
  // White that brings the text below back to the grid goes above this slab: all of it (a heading
  // stands close to its text), half of it (a figure), or none.
  enum class Settling { None, Half, All };
  Settling settling = Settling::None;
  bool is_across = false;          // goes over all columns of a page, and stands at its head
  bool is_figure = false;          // none that comes after it stands before it
  bool may_float = false;          // may stand on the next page while the text after it goes on
  bool opens_page = false;         // a page break before it
  std::int64_t break_cost = 0;     // of a page break before it, in squared points, or forbidden
  int table_head = -1;             // of Galley::table_heads: repeated when a page begins here
  std::vector<std::size_t> notes;  // of Galley::notes, whose marks stand here
  std::vector<PageItem> items;
  std::vector<LinkPiece> links;
  std::vector<Anchor> anchors;
  std::vector<NodeBox> boxes;
  TextPlace place;
  // Of a slab that was stacked of others: where the text of each begins, from the slab's top.
  std::vector<std::pair<Length, TextPlace>> places;
};

using Slabs = std::vector<Slab>;

// Structure ids are the galley's own; structure[0] is the node that holds all.
struct Galley {
  Slabs slabs;
  std::vector<Slabs> notes;  // each with at least one slab
  std::vector<Slabs> table_heads;
  std::vector<LinkGoal> links;
  std::vector<StructureNode> structure;
  std::vector<OutlineEntry> outline;
  // The first of a page's columns is the right one, and the rule above notes begins at the right.
  bool is_right_to_left = false;
  // Lines stand on no grid, as white parts the paragraphs: it may be wider than asked for, so that
  // pages end on one line.
  bool has_wide_white = false;
};

// Moves all that stands in the slab.
void shift(Slab& slab, Length right, Length down);

// Adds what stands in a slab to another, so far down. Heights stay.
void add_to(Slab& whole, Slab slab, Length down);

// Stacks slabs into one.
Slab joined(Slabs slabs);

// Leaves of what is shown again what the eye sees: no links, anchors, notes or places, and nothing
// that belongs to a node.
void make_artifact(Slabs& slabs);

// A rule that is no content.
PageItem rule_item(const Rect& rect, Color color);

// Sum of heights and of the white between, the first slab's left out.
Length height_of(const Slabs& slabs);

}  // namespace garland
