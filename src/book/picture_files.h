// Which file of the folder a picture's target means.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/files.h"

namespace garland {

class PictureFiles {
 public:
  PictureFiles(const Folder& folder,
               const std::vector<std::pair<std::string, std::string>>& assets);

  // The path of the file that `target` means in the source at `source_path`; empty for none.
  std::string find(std::string_view target, std::string_view source_path) const;
  // The path of a file with a name much like the target's; empty for none. For spelling hints.
  std::string_view nearest(std::string_view target) const;

 private:
  std::string find_local(std::string_view target, std::string_view source_path) const;
  std::string find_by_name(std::string_view name, std::string_view source_path) const;

  const Folder& folder_;
  std::map<std::string, std::string, std::less<>> assets_;                // by address
  std::map<std::string, std::vector<std::string>, std::less<>> by_name_;  // paths by file name
};

// Whether the target is an address on the web.
bool is_remote(std::string_view target);

}  // namespace garland
