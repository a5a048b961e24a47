#include "cli/installation.h"

#include <cstdlib>
#include <vector>

namespace garland {
namespace fs = std::filesystem;
namespace {

// A build folder may stand some levels below the project's root.
constexpr int kLevelsAbove = 4;

std::vector<fs::path> candidates() {
  std::vector<fs::path> folders;
  // Read once at the start, before any thread is made.
  if (const char* home = std::getenv("GARLAND_HOME")) folders.emplace_back(home);
  std::error_code trouble;
  fs::path above = fs::read_symlink("/proc/self/exe", trouble).parent_path();
  if (trouble) return folders;
  folders.push_back(above.parent_path() / "share" / "garland");
  for (int level = 0; level < kLevelsAbove; ++level, above = above.parent_path()) {
    folders.push_back(above);
  }
  return folders;
}

}  // namespace

Result<Installation> find_installation() {
  for (const fs::path& folder : candidates()) {
    std::error_code trouble;
    if (fs::is_directory(folder / "styles", trouble) &&
        fs::is_regular_file(folder / "fonts" / "fonts.yaml", trouble)) {
      return Installation{folder / "styles", folder / "fonts" / "fonts.yaml"};
    }
  }
  return Error{"the folders styles/ and fonts/ of Garland are not to be found",
               "set GARLAND_HOME to the folder that holds them",
               {}};
}

}  // namespace garland
