// Which documents the e-book holds, in the order of the spine, and what each is called inside the
// container. Made first; every link between documents goes through it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "book/anthology.h"
#include "book/page_list.h"

namespace garland {

enum class PageKind {
  Cover,
  TitlePage,
  Imprint,
  Contents,
  BookIntroduction,
  Part,
  PartIntroduction,
  Work,
  Bibliography,
  Attributions,
  Index,
  Colophon
};

// One content document of the spine (EPUB 3.3, 5.2).
struct PlannedPage {
  PageKind kind = PageKind::Work;
  std::string id;         // in the manifest; an NCName
  std::string file_name;  // relative to the package document
  std::string place;      // what the page list calls it
  const Work* work = nullptr;
  const Part* part = nullptr;
  const Index* index = nullptr;
};

// Whether the page is of the text itself: neither front nor back matter.
constexpr bool is_body(PageKind kind) {
  return kind == PageKind::BookIntroduction || kind == PageKind::Part ||
         kind == PageKind::PartIntroduction || kind == PageKind::Work;
}

// The book as the writers of single documents see it. Keeps views of the anthology: it must outlive
// the plan.
struct Plan {
  const Anthology* anthology = nullptr;
  const Picture* cover = nullptr;
  std::vector<PlannedPage> pages;
  std::unordered_map<std::string_view, std::size_t> page_of_work;  // Work::id to index in `pages`
  const PageList* page_list = nullptr;                             // null without a packet
  std::unordered_map<std::string_view, std::vector<const PageStart*>> page_starts;  // by place

  // File name of a work's document, or an empty view for an unknown work.
  std::string_view file_of(std::string_view work) const;
};

constexpr std::string_view kStylesheetFile = "style.css";
constexpr std::string_view kPictureFolder = "images/";
constexpr std::string_view kWorkFolder = "works/";
constexpr std::string_view kContentsFile = "contents.xhtml";

// `pages` may be null; otherwise it must outlive the plan.
Plan make_plan(const Anthology& anthology, const Picture& cover, const PageList* pages = nullptr);

// A title to show for a work that may have none: its title, else the book's word for "untitled".
std::string title_of(const Work& work, const Words& words);

}  // namespace garland
