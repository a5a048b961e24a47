// In which order a structure node's kids stand.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/page.h"
#include "pdf/structure.h"

namespace garland {

// A node's child, or content of its own.
struct StructureKid {
  enum class Kind { Child, Content, Annotation };
  Kind kind = Kind::Child;
  std::size_t index = 0;  // Child: node; Annotation: of TaggedPages::annotations
  std::size_t page = 0;   // Content
  int content_id = 0;     // Content: its marked-content identifier
};

// By node. Children keep their order; own content goes before the first child whose content comes
// later on the pages; annotations follow the content that they lie over.
std::vector<std::vector<StructureKid>> order_kids(const std::vector<StructureNode>& nodes,
                                                  const TaggedPages& tagged);

}  // namespace garland
