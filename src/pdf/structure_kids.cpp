#include "pdf/structure_kids.h"

#include <algorithm>
#include <limits>

namespace garland {
namespace {

constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();

// A node's own kid and where it comes among all marked content.
struct OwnKid {
  StructureKid kid;
  std::size_t place = 0;
};

std::vector<std::vector<OwnKid>> own_kids(std::size_t node_count, const TaggedPages& tagged) {
  std::vector<std::vector<OwnKid>> own(node_count);
  std::size_t place = 0;
  auto annotation = tagged.annotations.begin();
  for (std::size_t page = 0; page < tagged.marked.size(); ++page) {
    const std::vector<StructureId>& marked = tagged.marked[page];
    for (std::size_t id = 0; id < marked.size(); ++id) {
      const StructureKid kid{StructureKid::Kind::Content, 0, page, static_cast<int>(id)};
      own[static_cast<std::size_t>(marked[id])].push_back({kid, place++});
    }
    for (; annotation != tagged.annotations.end() && annotation->page == page; ++annotation) {
      if (annotation->node == kArtifact) continue;
      const auto index = static_cast<std::size_t>(annotation - tagged.annotations.begin());
      const StructureKid kid{StructureKid::Kind::Annotation, index, page, 0};
      own[static_cast<std::size_t>(annotation->node)].push_back({kid, place++});
    }
  }
  return own;
}

// Nodes with every parent before its children.
std::vector<std::size_t> top_down(const std::vector<StructureNode>& nodes) {
  std::vector<std::size_t> order = {0};
  order.reserve(nodes.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const StructureId child : nodes[order[i]].children) {
      order.push_back(static_cast<std::size_t>(child));
    }
  }
  return order;
}

// Where the first content of each node or of those below it comes; kNever where there is none.
std::vector<std::size_t> first_places(const std::vector<StructureNode>& nodes,
                                      const std::vector<std::vector<OwnKid>>& own) {
  std::vector<std::size_t> first(nodes.size(), kNever);
  const std::vector<std::size_t> order = top_down(nodes);
  for (auto node = order.rbegin(); node != order.rend(); ++node) {
    if (!own[*node].empty()) first[*node] = std::min(first[*node], own[*node].front().place);
    if (nodes[*node].parent < 0) continue;
    std::size_t& parent = first[static_cast<std::size_t>(nodes[*node].parent)];
    parent = std::min(parent, first[*node]);
  }
  return first;
}

}  // namespace

std::vector<std::vector<StructureKid>> order_kids(const std::vector<StructureNode>& nodes,
                                                  const TaggedPages& tagged) {
  const std::vector<std::vector<OwnKid>> own = own_kids(nodes.size(), tagged);
  const std::vector<std::size_t> first = first_places(nodes, own);
  std::vector<std::vector<StructureKid>> kids(nodes.size());
  for (std::size_t node = 0; node < nodes.size(); ++node) {
    auto next = own[node].begin();
    for (const StructureId child : nodes[node].children) {
      const auto index = static_cast<std::size_t>(child);
      for (; first[index] != kNever && next != own[node].end() && next->place < first[index];
           ++next) {
        kids[node].push_back(next->kid);
      }
      kids[node].push_back({StructureKid::Kind::Child, index, 0, 0});
    }
    for (; next != own[node].end(); ++next) kids[node].push_back(next->kid);
  }
  return kids;
}

}  // namespace garland
