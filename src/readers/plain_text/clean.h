// Takes the marks of the rendering program out of the lines: link marks "[7]" of lynx (their
// addresses stay with the words), underscores with which html2text joins a link's words, buttons
// and form fields, soft hyphens. Whole lines that are such marks are left out, each with its
// reason.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "readers/plain_text/dialect.h"
#include "readers/plain_text/lines.h"

namespace garland::plain {

// Why the mark of a picture goes, alone on its line.
constexpr std::string_view kBarePicture = "a picture without a description, or an empty field";

// Holds the text of cleaned lines; must outlive them.
using LineStore = std::deque<std::string>;

// Lines whose text changes view `store` from then on; raw, number, width and columns stay the
// source's. Records what was inferred. Cost linear.
void clean_lines(std::vector<TextLine>& lines, const Dialect& dialect, LineStore& store,
                 std::vector<Inference>& inferences);

}  // namespace garland::plain
