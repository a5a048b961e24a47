// Several names in one part of a byline. Each function adds the authors to the byline and tells
// whether it understood the text; where it did not, the byline is as it was.
#pragma once

#include <string_view>

#include "readers/words/byline.h"

namespace garland::plain {

// "Jane Roe and Ada Quill". "Jane Roe, Harbour Correspondent": the job goes with the rest of the
// line.
bool read_names(std::string_view text, Byline& byline);

// "Jane Roe, Ada Quill and the harbour's team": most are names, the first surely. The others stay
// in the line.
bool read_some_names(std::string_view text, Byline& byline);

// "Jane Roe1,2*, Ben Poe2": the authors of a paper, marked with where they work.
bool read_marked_names(std::string_view text, Byline& byline);

}  // namespace garland::plain
