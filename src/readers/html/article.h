// Where on a page the article stands.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "readers/html/page.h"

namespace garland::html {

struct Article {
  std::vector<std::size_t> parts;  // elements of the map, in order, none within another
  std::size_t body = 0;            // the one of them that holds most
  std::size_t scope = 0;           // the element around all parts
  std::size_t surroundings = 0;    // around the scope: where title, author and date may stand too
  std::size_t first_prose = 0;     // between these blocks the article's words run
  std::size_t last_prose = 0;
  std::string why;  // in words

  // Whether the element stands before all prose or behind it.
  bool is_at_edge(const PageMap& page, std::size_t index) const {
    return page[index].end <= first_prose || index > last_prose;
  }
};

// Whether the element is a line about the article: who, when, where filed.
bool is_about_article(const PageMap& page, std::size_t index);

// Judges by the page's own marks (item property, class names, <article>, <main>) and by where
// prose without links stands; marks that hold little of the prose are not believed. Then gathers
// what stands beside the body in the same article: notes that its links lead to, a deck, a lead
// picture, further prose. What `page` has as left out is never chosen. Cost: linear in the page.
Article find_article(const PageMap& page);

}  // namespace garland::html
