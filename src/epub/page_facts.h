// What a finished page tells the package document and the contents.
#pragma once

#include <string>
#include <vector>

namespace garland {

// What is in a page that the accessibility metadata must answer for.
struct PageFacts {
  bool has_pictures = false;
  bool has_pictures_without_alternative = false;
  bool has_mathml = false;
  bool has_raw_tex = false;     // formulas that stand as they were typed
  bool has_page_marks = false;  // of the whole book alone

  void join(const PageFacts& other) {
    has_pictures |= other.has_pictures;
    has_pictures_without_alternative |= other.has_pictures_without_alternative;
    has_mathml |= other.has_mathml;
    has_raw_tex |= other.has_raw_tex;
  }
};

// A heading of a work, for the contents. Levels begin at 2 below the work's title and leave no
// holes.
struct SectionEntry {
  int level = 2;
  std::string id;
  std::string title;
};

struct WrittenPage {
  std::string xhtml;
  std::vector<SectionEntry> sections;  // in reading order
  PageFacts facts;
};

}  // namespace garland
