// Binding: sets of pages, made apart, become one packet with one structure, folios and running
// heads.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "book/anthology.h"
#include "layout/book/page_heads.h"
#include "layout/page.h"
#include "layout/pages/make_pages.h"
#include "style/theme.h"

namespace garland {

class Binder {
 public:
  enum class Folios { Roman, Arabic, None /* pages have the labels that they come with */ };
  enum class Marks { None, All };  // what stands beside the text block

  // The book's title is the running head of versos, and its language says where it is bound.
  Binder(const Theme& theme, PageHeads& heads, const BookMetadata& metadata);

  // Makes room for so many more pages and nodes at once.
  void reserve(std::size_t pages, std::size_t nodes);
  StructureId add_node(StructureType type, StructureId parent, std::string title);
  // Puts in a blank page where the next would be on the other side. One-sided books have none.
  void go_to_recto();
  void go_to_verso();
  // The numbers begin again with 1.
  void start_folios(Folios folios);
  // Binds a page that stands for itself, to the edges of the paper, and the blank one behind it;
  // both are before the first number.
  void bind_cover(PageSet set, const std::string& title);
  // Appends pages below a node of the packet's structure; `recto_title` is their running head, and
  // `work` the id of the article that they are.
  void bind(PageSet set, StructureId parent, const std::string& recto_title, Marks marks,
            const std::string& work = "");

  // Links whose goal is nowhere, or an address that no PDF holds, lose it, with a warning each.
  void drop_lost_links(Diagnostics& diagnostics);
  const std::vector<Page>& pages() const { return packet_.pages; }
  Packet take() { return std::move(packet_); }

 private:
  void add_blank_page();
  void turn_lost_links_to_spans();
  void note_part(const PageSet& set, const std::string& title, const std::string& work);
  void finish_page(Page& page, bool opens, const std::string& recto_title, Marks marks);
  void add_structure(std::vector<StructureNode> nodes, StructureId parent, StructureId base,
                     std::size_t first_page);
  // The text block's top left corner on a page.
  Point corner(bool on_recto) const;
  bool is_recto() const { return packet_.pages.size() % 2 == 0; }

  const Theme& theme_;
  PageHeads& heads_;
  std::string verso_title_;
  bool is_bound_right_;
  Packet packet_;
  Folios folios_ = Folios::Roman;
  std::size_t next_folio_ = 1;
  bool went_to_side_ = false;  // what is bound next begins on a side of its own
};

}  // namespace garland
