#include "layout/book/bind.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/numerals.h"
#include "base/unicode.h"
#include "base/uri.h"
#include "layout/galley/galley.h"

namespace garland {
namespace {

void renumber(Page& page, StructureId base) {
  for (PageItem& item : page.items) {
    if (item.structure != kArtifact) item.structure += base;
  }
  for (LinkArea& link : page.links) {
    if (link.structure != kArtifact) link.structure += base;
  }
}

// An archive's PDF holds no longer string (PDF/A-2, 6.1.13).
constexpr std::size_t kLongestAddress = 32'767;

// Where a link leads that cannot lead there, in words; empty for any other.
std::string lost_goal(const LinkArea& link, const std::set<std::string_view>& names) {
  if (!link.url.empty()) {
    const std::size_t size = ascii_address(link.url).size();
    if (size <= kLongestAddress) return {};
    return fmt::format("an address of {} bytes, and a PDF holds {}", size, kLongestAddress);
  }
  if (link.anchor.empty() || names.count(link.anchor) > 0) return {};
  return fmt::format("\"{}\", which no page has", link.anchor);
}

}  // namespace

Binder::Binder(const Theme& theme, PageHeads& heads, const BookMetadata& metadata)
    : theme_(theme),
      heads_(heads),
      verso_title_(metadata.title),
      is_bound_right_(direction_of_language(metadata.language) == Direction::RightToLeft) {
  packet_.structure.emplace_back();
  packet_.structure.front().type = StructureType::Document;
}

void Binder::reserve(std::size_t pages, std::size_t nodes) {
  packet_.pages.reserve(packet_.pages.size() + pages);
  packet_.structure.reserve(packet_.structure.size() + nodes);
}

StructureId Binder::add_node(StructureType type, StructureId parent, std::string title) {
  const auto id = static_cast<StructureId>(packet_.structure.size());
  StructureNode node;
  node.type = type;
  node.parent = parent;
  node.title = std::move(title);
  packet_.structure.push_back(std::move(node));
  packet_.structure[static_cast<std::size_t>(parent)].children.push_back(id);
  return id;
}

// The spine of a recto is at its left; that of a book bound on the right, at its right.
Point Binder::corner(bool on_recto) const {
  const PageGeometry& page = theme_.page;
  const bool is_spine_right = page.is_two_sided && on_recto == is_bound_right_;
  return {is_spine_right ? page.outer : page.inner, page.top};
}

void Binder::go_to_recto() {
  if (!theme_.page.is_two_sided) return;
  if (!is_recto()) add_blank_page();
  went_to_side_ = true;
}

void Binder::go_to_verso() {
  if (!theme_.page.is_two_sided) return;
  if (is_recto()) add_blank_page();
  went_to_side_ = true;
}

void Binder::add_blank_page() {
  Page blank;
  finish_page(blank, true, "", Marks::None);
  packet_.pages.push_back(std::move(blank));
}

void Binder::start_folios(Folios folios) {
  folios_ = folios;
  next_folio_ = 1;
}

void Binder::finish_page(Page& page, bool opens, const std::string& recto_title, Marks marks) {
  page.width = theme_.page.width;
  page.height = theme_.page.height;
  if (folios_ == Folios::Roman) page.label = roman(next_folio_);
  if (folios_ == Folios::Arabic) page.label = std::to_string(next_folio_);
  ++next_folio_;
  if (marks == Marks::None) return;
  const Point text_corner = corner(is_recto());
  heads_.add_folio(page, text_corner);
  if (opens || !theme_.has_running_heads) return;
  const bool is_verso = theme_.page.is_two_sided && !is_recto();
  const std::string& title = is_verso ? verso_title_ : recto_title;
  if (!title.empty()) heads_.add_running_head(page, title, text_corner);
}

void Binder::add_structure(std::vector<StructureNode> nodes, StructureId parent, StructureId base,
                           std::size_t first_page) {
  for (StructureNode& node : nodes) {
    const bool is_root = &node == &nodes.front();
    node.parent = is_root ? parent : node.parent + base;
    for (StructureId& child : node.children) child += base;
    if (node.has_box) {
      node.box_page += first_page;
      const Point text_corner = corner(node.box_page % 2 == 0);
      node.box.origin.x += text_corner.x;
      node.box.origin.y += text_corner.y;
    }
    packet_.structure.push_back(std::move(node));
  }
  packet_.structure[static_cast<std::size_t>(parent)].children.push_back(base);
}

void Binder::note_part(const PageSet& set, const std::string& title, const std::string& work) {
  BoundPart part;
  part.work = work;
  part.title = title;
  part.first_page = packet_.pages.size();
  part.page_count = set.pages.size();
  part.opens_on_side = std::exchange(went_to_side_, false);
  Length last;
  for (const MadePage& made : set.pages) {
    if (made.is_for_notes) {
      ++part.note_page_count;
    } else {
      last = made.filled;
    }
  }
  const Length leading = theme_.style(TextRole::Body).leading;
  part.last_lines = static_cast<int>((last.units() + leading.units() - 1) / leading.units());
  packet_.parts.push_back(std::move(part));
}

void Binder::bind(PageSet set, StructureId parent, const std::string& recto_title, Marks marks,
                  const std::string& work) {
  if (set.pages.empty()) return;
  note_part(set, recto_title, work);
  const auto base = static_cast<StructureId>(packet_.structure.size());
  add_structure(std::move(set.structure), parent, base, packet_.pages.size());
  for (MadePage& made : set.pages) {
    Page& page = made.page;
    renumber(page, base);
    const Point text_corner = corner(is_recto());
    shift(page, text_corner.x, text_corner.y);
    finish_page(page, made.opens, recto_title, marks);
    if (marks != Marks::None) heads_.add_line_numbers(page, made.lines, text_corner);
    packet_.pages.push_back(std::move(page));
  }
  for (OutlineEntry& entry : set.outline) {
    const int deepest = packet_.outline.empty() ? 1 : packet_.outline.back().level + 1;
    entry.level = std::min(entry.level, deepest);
    packet_.outline.push_back(std::move(entry));
  }
}

void Binder::bind_cover(PageSet set, const std::string& title) {
  // Other pages are measured from the text block.
  const Point text_corner = corner(is_recto());
  for (MadePage& made : set.pages) shift(made.page, -text_corner.x, -text_corner.y);
  for (StructureNode& node : set.structure) {
    node.box.origin.x -= text_corner.x;
    node.box.origin.y -= text_corner.y;
  }
  start_folios(Folios::None);
  bind(std::move(set), 0, title, Marks::None);
  go_to_recto();
  start_folios(Folios::Roman);
}

void Binder::drop_lost_links(Diagnostics& diagnostics) {
  std::set<std::string_view> names;
  for (const Page& page : packet_.pages) {
    for (const Anchor& anchor : page.anchors) names.insert(anchor.name);
  }
  for (Page& page : packet_.pages) {
    std::erase_if(page.links, [&](const LinkArea& link) {
      const std::string lost = lost_goal(link, names);
      if (lost.empty()) return false;
      diagnostics.warning(
          "lost-link", {},
          fmt::format("the link \"{}\" on page {} leads to {}", link.contents, page.label, lost),
          "check the address of the link; its words are printed without it");
      return true;
    });
  }
  turn_lost_links_to_spans();
  std::erase_if(packet_.outline,
                [&](const OutlineEntry& entry) { return names.count(entry.anchor) == 0; });
}

// A Link element without an area is no link: its words stay.
void Binder::turn_lost_links_to_spans() {
  std::vector<bool> has_area(packet_.structure.size(), false);
  for (const Page& page : packet_.pages) {
    for (const LinkArea& link : page.links) {
      if (link.structure >= 0) has_area[static_cast<std::size_t>(link.structure)] = true;
    }
  }
  for (std::size_t i = 0; i < packet_.structure.size(); ++i) {
    StructureNode& node = packet_.structure[i];
    if (node.type == StructureType::Link && !has_area[i]) node.type = StructureType::Span;
  }
}

}  // namespace garland
