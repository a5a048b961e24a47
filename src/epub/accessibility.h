// What may honestly be claimed of the book's accessibility (EPUB Accessibility 1.1, 3.1;
// schema.org's accessibility properties).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "book/anthology.h"
#include "epub/page_facts.h"

namespace garland {

// One <meta property="…">.
struct AccessibilityStatement {
  std::string_view property;  // "schema:accessMode", "dcterms:conformsTo"
  std::string value;
};

// Statements in the order in which they are written.
std::vector<AccessibilityStatement> accessibility_statements(const PageFacts& facts,
                                                             const Words& words);

}  // namespace garland
