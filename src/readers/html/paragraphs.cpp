#include "readers/html/paragraphs.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace garland::html {
namespace {

bool is_inline(const Markup& node) {
  return node.kind != Markup::Kind::Element || (!is_block_element(node.name) && !node.holds_blocks);
}

// Whether two line breaks stand one after the other.
bool has_double_break(const MarkupList& nodes) {
  bool after_break = false;
  for (const Markup& node : nodes) {
    if (node.is("br") && after_break) return true;
    if (!node.is_blank()) after_break = node.is("br");
  }
  return false;
}

// The pieces of a run of words between double breaks, as paragraphs.
void part_at_breaks(MarkupList run, MarkupList& out) {
  Markup piece = Markup::element("p");
  std::size_t breaks = 0;
  MarkupList pending;
  const auto end_piece = [&] {
    const bool is_empty = std::all_of(piece.children.begin(), piece.children.end(),
                                      [](const Markup& node) { return node.is_blank(); });
    if (!is_empty) {
      piece.range = piece.children.front().range;
      out.push_back(std::move(piece));
    }
    piece = Markup::element("p");
  };
  for (Markup& node : run) {
    if (node.is("br")) ++breaks;
    if (node.is("br") || (breaks > 0 && node.is_blank())) {
      pending.push_back(std::move(node));
      continue;
    }
    if (breaks >= 2) {
      end_piece();
    } else {
      std::move(pending.begin(), pending.end(), std::back_inserter(piece.children));
    }
    pending.clear();
    breaks = 0;
    piece.children.push_back(std::move(node));
  }
  end_piece();
}

// Elements that only say how words look, around several paragraphs, are taken away.
void open_look(Markup& parent) {
  const auto is_look = [](const Markup& node) {
    const bool is_named = node.is("font") || node.is("span") || node.is("big");
    return is_named && has_double_break(node.children);
  };
  while (std::any_of(parent.children.begin(), parent.children.end(), is_look)) {
    MarkupList out;
    for (Markup& child : parent.children) {
      if (is_look(child)) {
        std::move(child.children.begin(), child.children.end(), std::back_inserter(out));
      } else {
        out.push_back(std::move(child));
      }
    }
    parent.children = std::move(out);
  }
}

}  // namespace

void part_paragraphs(Markup& parent) {
  if (!is_inline(parent)) open_look(parent);
  const bool any = has_double_break(parent.children) ||
                   std::any_of(parent.children.begin(), parent.children.end(), [](const Markup& c) {
                     return c.is("p") && has_double_break(c.children);
                   });
  if (!any || parent.is("p") || is_inline(parent)) return;
  MarkupList out;
  MarkupList run;
  const auto end_run = [&] {
    if (has_double_break(run)) {
      part_at_breaks(std::move(run), out);
    } else {
      std::move(run.begin(), run.end(), std::back_inserter(out));
    }
    run.clear();
  };
  for (Markup& child : parent.children) {
    if (is_inline(child)) {
      run.push_back(std::move(child));
      continue;
    }
    end_run();
    if (child.is("p") && !child.holds_blocks && has_double_break(child.children)) {
      part_at_breaks(std::move(child.children), out);
    } else {
      out.push_back(std::move(child));
    }
  }
  end_run();
  parent.children = std::move(out);
}

}  // namespace garland::html
