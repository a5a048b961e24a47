// What the names that a page gives its elements - classes, identifiers, roles - say of their part
// in it. Names decide little alone: html/leftovers.h and html/article.h weigh them with the words
// inside. To teach the reader a name, give it a row in html/names.cpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "readers/markup/markup.h"

namespace garland::html {

enum class PagePart : std::uint8_t {
  ArticleText,   // the article's own words: "entry-content", "e-content", itemprop=articleBody
  Article,       // the article with its head and foot: <article>, "h-entry"
  Main,          // the page's main column: <main>, role=main
  Title,         // "entry-title"
  Deck,          // "subtitle", "standfirst"
  Lead,          // a first paragraph set apart: "lead", "p-summary"
  Notes,         // footnotes, references
  Caption,       // captions and credits of pictures
  LeadPicture,   // "featured-image"
  AuthorBox,     // words about the author
  Author,        // "byline"
  Date,          // "published"
  Meta,          // the lines that say who, when, where filed: "entry-meta"
  TagList,       // keywords and categories
  Navigation,    // menus, breadcrumbs, pagers, skip links
  Sharing,       // share and like buttons
  Comments,      // what readers wrote, and the form for it
  Related,       // links to other articles
  Consent,       // cookie notes
  Subscription,  // newsletter boxes
  Advert,        // adverts
  Promotion,     // sponsored and promoted boxes
  Account,       // logging in
  Search,        // search boxes
  Popup,         // dialogs over the page
  Sidebar,       // columns beside the article
  Widget,        // boxes beside the article, or what a page builder made the page of
  Foot,          // the page's foot
  NotPrinted,    // hidden by the page itself where it is printed
  ScreenReader,  // words for those who do not see the page
  HeadingTool,   // edit links and permalinks beside headings
  CodeTool,      // copy buttons, labels of code
  LineNumbers,   // of code
  Rating,        // stars, votes
  Contents,      // the list of the page's own headings
  Maintenance,   // a wiki's notes to those who edit it: "needs expansion", "a stub"
};

class PartSet {
 public:
  void add(PagePart part) { bits_ |= bit(part); }
  void add(PartSet other) { bits_ |= other.bits_; }
  void remove(PagePart part) { bits_ &= ~bit(part); }
  bool has(PagePart part) const { return (bits_ & bit(part)) != 0; }
  bool empty() const { return bits_ == 0; }

 private:
  static std::uint64_t bit(PagePart part) {
    return std::uint64_t{1} << static_cast<unsigned>(part);
  }
  std::uint64_t bits_ = 0;
};

// What the words of a class name or identifier say: "post-navigation", "PostBreadcrumb",
// "sidebar1". Names like "no-sidebar" and "category-news" say nothing.
PartSet parts_in_name(std::string_view name);

// What tag, role, classes, identifier, item property and label of an element say.
PartSet parts_of(const Markup& element);

// Whether the element is one of h1 to h6.
bool is_heading(const Markup& element);

// Whether the element is one that a reader presses, fills in or finds the way by, or a window: what
// the text of an article has none of.
bool is_control(const Markup& element);

// Whether one of the element's class names is that word.
bool has_class(const Markup& element, std::string_view name);

}  // namespace garland::html
