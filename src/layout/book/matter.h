// The pages around the articles: title page, imprint, contents, part titles, bibliography,
// attributions, indexes. Each gives pages that are not yet bound in the book.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "book/anthology.h"
#include "book/page_list.h"
#include "fonts/fonts.h"
#include "layout/galley/missing.h"
#include "layout/galley/setter.h"
#include "layout/pages/make_pages.h"
#include "style/theme.h"

namespace garland {

// What all of them need. `missing` receives characters that no face has.
struct MatterContext {
  const Anthology& anthology;
  const Theme& theme;
  FontLibrary& fonts;
  MissingCharacters& missing;
  Side first = Side::Recto;  // on which the pages begin
};

// A line of the contents.
struct ContentsLine {
  Inlines title;
  std::string language;  // of the title; empty: the book's
  std::string authors;   // may be empty
  std::string anchor;
  std::string folio;
  bool is_part = false;
};

// The folio of a work's first page, by its id.
using WorkFolios = std::map<std::string_view, std::string>;

// The picture as large as page and bleed allow, on the colour of the theme's covers.
PageSet make_cover_page(const MatterContext& context, const Picture& cover);
// The title alone.
PageSet make_half_title(const MatterContext& context);
PageSet make_title_page(const MatterContext& context);
PageSet make_imprint(const MatterContext& context);
PageSet make_contents(const MatterContext& context, const std::vector<ContentsLine>& lines);
PageSet make_part_page(const MatterContext& context, const Part& part);
// No pages when there is nothing to list.
PageSet make_bibliography(const MatterContext& context);
PageSet make_attributions(const MatterContext& context);
// In two columns where the measure allows.
PageSet make_index(const MatterContext& context, const Index& index, const WorkFolios& folios);

// Names the faces of what is bound already.
PageSet make_colophon(const MatterContext& context, const std::vector<Page>& bound);

// Appends plain words.
void add_words(Inlines& inlines, const std::string& words);

// Heads a list at the end, over all columns; the list itself follows.
void open_list(Setter& setter, const std::string& title, const std::string& anchor);

// The words of a title alone: notes' marks, links and anchors left out, emphasis kept. A very long
// one is cut as a label.
Inlines bare_title(const Inlines& title);

}  // namespace garland
