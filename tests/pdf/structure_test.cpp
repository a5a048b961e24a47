#include "pdf/structure.h"

#include <doctest/doctest.h>

#include "pdf/structure_kids.h"

namespace garland {
namespace {

// Kids as text: "c2" a child, "m0.1" content 1 of page 0, "a0" an annotation.
std::string describe(const std::vector<StructureKid>& kids) {
  std::string out;
  for (const StructureKid& kid : kids) {
    if (!out.empty()) out += ' ';
    switch (kid.kind) {
      case StructureKid::Kind::Child:
        out += "c" + std::to_string(kid.index);
        break;
      case StructureKid::Kind::Content:
        out += "m" + std::to_string(kid.page) + "." + std::to_string(kid.content_id);
        break;
      case StructureKid::Kind::Annotation:
        out += "a" + std::to_string(kid.index);
    }
  }
  return out;
}

// Node 0 with children 1, 2 and 3; 4 is a child of 2.
std::vector<StructureNode> small_tree() {
  std::vector<StructureNode> nodes(5);
  nodes[0].children = {1, 2, 3};
  nodes[2].children = {4};
  for (const std::size_t i : {1U, 2U, 3U}) nodes[i].parent = 0;
  nodes[4].parent = 2;
  return nodes;
}

TEST_CASE("own content stands among children where it stands on the pages") {
  TaggedPages tagged;
  tagged.marked = {{0, 1, 0, 4}, {0, 2}};
  const auto kids = order_kids(small_tree(), tagged);
  CHECK(describe(kids[0]) == "m0.0 c1 m0.2 c2 c3 m1.0");
  CHECK(describe(kids[2]) == "c4 m1.1");
}

TEST_CASE("children without content keep their place") {
  TaggedPages tagged;
  tagged.marked = {{3, 0}};
  CHECK(describe(order_kids(small_tree(), tagged)[0]) == "c1 c2 c3 m0.1");
}

TEST_CASE("an annotation follows the content of its page, and untagged ones are left out") {
  TaggedPages tagged;
  tagged.marked = {{1}, {1}};
  tagged.annotations = {{9, 0, 1}, {10, 0, kArtifact}, {11, 1, 1}};
  CHECK(describe(order_kids(small_tree(), tagged)[1]) == "m0.0 a0 m1.0 a2");
}

TEST_CASE("every structure type has its standard name") {
  CHECK(structure_type_name(StructureType::Document) == "Document");
  CHECK(structure_type_name(StructureType::TOCI) == "TOCI");
  CHECK(structure_type_name(StructureType::TD) == "TD");
  CHECK(structure_type_name(StructureType::Formula) == "Formula");
}

}  // namespace
}  // namespace garland
