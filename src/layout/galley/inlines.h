// Inlines to the text and spans of one paragraph.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/inline.h"
#include "layout/galley/galley.h"
#include "layout/galley/setter.h"
#include "layout/paragraph/paragraph.h"

namespace garland {

constexpr std::size_t kNoLink = static_cast<std::size_t>(-1);

// A stretch of the text whose place on the page matters: a link, a line through or under it.
struct TextArea {
  std::size_t link = kNoLink;  // of Galley::links
  bool is_struck = false;
  bool is_underlined = false;
  Color color;
  Length size;
};

// Text that the source's words do not have (note marks), or have otherwise (pictures).
struct Insertion {
  std::size_t begin_offset = 0;
  std::size_t end_offset = 0;
  std::size_t word_length = 0;  // code points of the words that it stands for
};

struct BuiltText {
  ParagraphText paragraph;
  std::vector<TextArea> areas;        // numbered by TextSpan::link
  std::vector<Insertion> insertions;  // ascending, apart
  SourcePlaces places;                // where its words stand in the source
};

// Adds to the structure below `structure`: links, code, notes' marks, pictures, other languages.
// With kArtifact the text is built to be measured: it adds nothing, and is as wide as the same text
// will be when it is set.
BuiltText build_text(Setter& setter, const Inlines& inlines, const TextStyle& style,
                     const Frame& frame, StructureId structure);

// Where a link leads; without an address or an anchor when nowhere.
LinkGoal goal_of(const Link& link);

// Puts the line's links and lines through words into its slab.
void place_areas(const BuiltText& built, const SetLine& line, Length left, Slab& slab);

// Code points of the source's words before an offset of the text. Offsets must not fall, so that
// all questions together cost one walk over the text.
class WordCounter {
 public:
  explicit WordCounter(const BuiltText& built) : built_(built) {}
  std::size_t words_before(std::size_t offset);

 private:
  const BuiltText& built_;
  std::size_t offset_ = 0;
  std::size_t words_ = 0;
  std::size_t next_insertion_ = 0;
};

// The span of a style, without offsets.
TextSpan span_of(const TextStyle& style, std::string_view language, StructureId structure);

// A paragraph in one style throughout.
ParagraphText plain_paragraph(std::string text, const TextSpan& span);

}  // namespace garland
