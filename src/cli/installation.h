// Where the program's own data stands: styles/ and fonts/.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace garland {

struct Installation {
  std::filesystem::path styles_folder;
  std::filesystem::path fonts_file;
};

// Looks in $GARLAND_HOME, then in ../share/garland beside the program's folder, then in that folder
// and in those above it. Error: found nowhere.
Result<Installation> find_installation();

}  // namespace garland
