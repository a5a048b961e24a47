// The structure tree (ISO 32000-1, 14.7 and 14.8) with its parent tree and identifiers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/page.h"
#include "pdf/haru.h"

namespace garland {

std::string_view structure_type_name(StructureType type);

// An annotation and the node that holds it.
struct TaggedAnnotation {
  ObjectId object = 0;
  std::size_t page = 0;
  StructureId node = kArtifact;
};

// What the pages show of the tree. Keys of the parent tree are page indices, then, counted on from
// the page count, indices of `annotations`.
struct TaggedPages {
  std::vector<ObjectId> pages;
  std::vector<Length> page_heights;
  std::vector<std::vector<StructureId>> marked;  // by page and marked-content identifier
  std::vector<TaggedAnnotation> annotations;     // in page order
};

// Adds the tree; gives its root object. Requires a tree that check_packet() accepts.
ObjectId write_structure(HaruDocument& document, const std::vector<StructureNode>& nodes,
                         const TaggedPages& tagged);

}  // namespace garland
