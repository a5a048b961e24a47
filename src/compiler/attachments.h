// What the packet carries as attached files, as `pdf: attach:` of the description asks.
#pragma once

#include <vector>

#include "base/files.h"
#include "book/anthology.h"
#include "book/description.h"
#include "pdf/attachments.h"

namespace garland {

// Credits first: "credits.json", of book/credits. Then the sources, in reading order and each once:
// the articles, the description, the bibliographies, byte for byte as they lie in the folder. Their
// names are their paths in one piece ("part_essay.md"), as programs that save attachments make no
// folders, numbered where two would be alike. The arguments must outlive the attachments.
std::vector<Attachment> make_attachments(const Description& description, const Anthology& anthology,
                                         const Folder& folder);

}  // namespace garland
