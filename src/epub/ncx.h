// The NCX (OPF 2.0.1, 2.4.1): the contents for reading systems older than EPUB 3.
#pragma once

#include <string>
#include <vector>

#include "epub/contents.h"
#include "epub/plan.h"

namespace garland {

std::string write_ncx(const Plan& plan, const std::vector<ContentsEntry>& contents);

}  // namespace garland
