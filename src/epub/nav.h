// The navigation document (EPUB 3.3, 7): contents and landmarks. It is also the book's contents
// page.
#pragma once

#include <string>
#include <vector>

#include "epub/contents.h"
#include "epub/plan.h"

namespace garland {

std::string write_nav(const Plan& plan, const std::vector<ContentsEntry>& contents);

}  // namespace garland
