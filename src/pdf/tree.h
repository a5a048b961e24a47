// Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7).
#pragma once

#include <string>
#include <vector>

#include "pdf/haru.h"

namespace garland {

// Key and value as they are written: "(id)" or "12", and any object.
struct TreeEntry {
  std::string key;
  std::string value;
};
enum class TreeKind { Names, Numbers };

// Adds the leaves to the document and gives the entries of the root. Requires entries in ascending
// order of the keys that the text stands for.
std::string write_tree(HaruDocument& document, TreeKind kind,
                       const std::vector<TreeEntry>& entries);

}  // namespace garland
