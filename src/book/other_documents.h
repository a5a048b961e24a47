// Files of the folder that look like articles and cannot be read as such.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "book/anthology.h"

namespace garland {

// One message for each document of a kind that Garland does not read, unless an article links to
// it, a source of the same name stands beside it, or it is a book of ours (`slug`). A warning where
// all sources are taken, a note where the description lists them.
void report_other_documents(const std::vector<Work*>& works, const Folder& folder,
                            std::string_view slug, Severity severity, Diagnostics& diagnostics);

}  // namespace garland
