// Documents and description to an Anthology: order, parts, identifiers of works, links between
// works, pictures, attributions, the joint reference list.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "book/anthology.h"
#include "book/description.h"
#include "document/document.h"

namespace garland {

// A source chosen for the book, in reading order.
struct ChosenSource {
  enum class Place { Work, PartIntroduction, BookIntroduction };
  SourceEntry entry;
  Place place = Place::Work;
  std::size_t part = 0;  // index into the parts
};

// Which files make the book: those of the description, or every readable source in natural order.
// Files about the folder (README, LICENSE, SOURCE, …), the description itself, bibliographies and
// pictures are no articles. Reports listed files that are missing, files listed twice, and readable
// files that the description leaves out (as a note).
std::vector<ChosenSource> choose_sources(const Description& description, const Folder& folder,
                                         Diagnostics& diagnostics);

// The sources that the description does not list, in natural order: what it would take if it had no
// `contents:`.
std::vector<std::string> unlisted_sources(const Description& description, const Folder& folder);

// The last touch to words, when language and titles are settled and nothing has been made of them
// yet; each is called for several texts at a time. `language` is BCP 47.
struct Finish {
  std::function<void(Document&, std::string_view language)> document;
  // Of the book's own title, subtitle and description, and the parts' titles.
  std::function<std::string(std::string_view text, std::string_view language)> text;
};

struct BookOptions {
  std::string folder_name;        // the title when none is given
  std::string source_date_epoch;  // value of SOURCE_DATE_EPOCH, or empty
  unsigned jobs = 0;              // threads; 0: one a core. Never changes the result
  Finish finish = {};
};

// `documents` has one Document a chosen source, after passes; description overrides are applied
// here. Reports missing titles, authors, dates, sources and pictures, and links that lead nowhere.
Anthology assemble(const Description& description, const std::vector<ChosenSource>& sources,
                   std::vector<Document> documents, const Folder& folder,
                   const BookOptions& options, Diagnostics& diagnostics);

}  // namespace garland
