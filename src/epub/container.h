// The container (EPUB Open Container Format, EPUB 3.3, 4): a zip whose first member, stored, is
// "mimetype"; META-INF/container.xml leads to the package document.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/zip.h"

namespace garland {

// `files` are named relative to the package document's folder.
Result<std::string> write_container(std::vector<ZipMember> files);

}  // namespace garland
