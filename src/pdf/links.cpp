#include "pdf/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/uri.h"
#include "pdf/tree.h"

namespace garland {
namespace {

// The sides of a rectangle in the page's own coordinates.
struct Sides {
  Length left, bottom, right, top;
};

Sides sides_of(const Rect& rect, Length page_height) {
  return {rect.origin.x, page_height - rect.origin.y - rect.height, rect.origin.x + rect.width,
          page_height - rect.origin.y};
}

void append_numbers(std::string& out, std::initializer_list<Length> lengths) {
  for (const Length length : lengths) {
    append_number(out, length);
    out += ' ';
  }
}

// /Rect encloses all; /QuadPoints has each part of a link that breaks over lines.
std::string areas(const std::vector<Rect>& rects, Length page_height) {
  Sides all = sides_of(rects.front(), page_height);
  std::string quads;
  for (const Rect& rect : rects) {
    const Sides sides = sides_of(rect, page_height);
    all.left = std::min(all.left, sides.left);
    all.bottom = std::min(all.bottom, sides.bottom);
    all.right = std::max(all.right, sides.right);
    all.top = std::max(all.top, sides.top);
    // In the order that viewers read: both upper corners, then both lower ones.
    append_numbers(quads, {sides.left, sides.top, sides.right, sides.top, sides.left, sides.bottom,
                           sides.right, sides.bottom});
  }
  std::string out = "/Rect [";
  append_numbers(out, {all.left, all.bottom, all.right, all.top});
  out += ']';
  if (rects.size() > 1) out += " /QuadPoints [" + quads + "]";
  return out;
}

// URI actions take 7-bit ASCII (12.6.4.7).
std::string target(const LinkArea& link) {
  if (link.url.empty()) return "/Dest " + byte_string(link.anchor);
  return "/A << /S /URI /URI " + byte_string(ascii_address(link.url)) + " >>";
}

std::string link_entries(const LinkArea& link, Length page_height, std::size_t key) {
  constexpr int kPrint = 4;  // PDF/A-2, 6.3.2
  const std::string& contents = !link.contents.empty() ? link.contents
                                : link.url.empty()     ? link.anchor
                                                       : link.url;
  std::string out =
      fmt::format("/Type /Annot /Subtype /Link {} /Border [0 0 0] /F {} /Contents {} {}",
                  areas(link.rects, page_height), kPrint, text_string(contents), target(link));
  if (link.structure != kArtifact) out += fmt::format(" /StructParent {}", key);
  return out;
}

}  // namespace

std::vector<TaggedAnnotation> write_links(HaruDocument& document, const std::vector<Page>& pages,
                                          std::size_t first_key) {
  std::vector<TaggedAnnotation> annotations;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    for (const LinkArea& link : pages[page].links) {
      if (link.rects.empty()) continue;
      const std::size_t key = first_key + annotations.size();
      const ObjectId object = document.add(link_entries(link, pages[page].height, key));
      annotations.push_back({object, page, link.structure});
    }
  }
  return annotations;
}

std::string write_destinations(HaruDocument& document, const std::vector<Page>& pages,
                               const std::vector<ObjectId>& page_objects) {
  std::map<std::string, std::string> places;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    for (const Anchor& anchor : pages[page].anchors) {
      std::string place = "[" + reference(page_objects[page]) + " /XYZ ";
      append_number(place, anchor.place.x);
      place += ' ';
      append_number(place, pages[page].height - anchor.place.y);
      places.emplace(anchor.name, place + " null]");
    }
  }
  std::vector<TreeEntry> entries;
  entries.reserve(places.size());
  for (const auto& [name, place] : places) entries.push_back({byte_string(name), place});
  return write_tree(document, TreeKind::Names, entries);
}

}  // namespace garland
