#include "pdf/check_packet.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>

namespace garland {
namespace {

// Sides that a page may have (ISO 32000-1, annex C.2), in points.
constexpr Length kMinPageSide = 3_pt;
constexpr Length kMaxPageSide = 14400_pt;

Error broken(std::string message) {
  return {"the laid-out pages are inconsistent: " + std::move(message), "", {}};
}

// That every node but the first is listed once, by its parent, and hangs together with the first.
Status check_tree(const Packet& packet) {
  const std::vector<StructureNode>& nodes = packet.structure;
  if (nodes.empty() || nodes.front().parent >= 0)
    return broken("there is no root of the structure");
  std::vector<StructureId> reached = {0};
  std::vector<bool> is_reached(nodes.size());
  is_reached[0] = true;
  for (std::size_t i = 0; i < reached.size(); ++i) {
    for (const StructureId child : nodes[static_cast<std::size_t>(reached[i])].children) {
      const auto index = static_cast<std::size_t>(child);
      if (child < 0 || index >= nodes.size() || is_reached[index] ||
          nodes[index].parent != reached[i]) {
        return broken(fmt::format("structure node {} lists child {}", reached[i], child));
      }
      is_reached[index] = true;
      reached.push_back(child);
    }
  }
  if (reached.size() != nodes.size()) return broken("structure nodes stand outside the tree");
  for (const StructureNode& node : nodes) {
    if (node.has_box && node.box_page >= packet.pages.size()) {
      return broken("a figure's box is on no page");
    }
  }
  return Done{};
}

// The names that a packet defines, to look up those it uses.
class PacketChecker {
 public:
  PacketChecker(const Packet& packet, const std::vector<Picture>& pictures) : packet_(packet) {
    for (const Picture& picture : pictures) pictures_.insert(picture.id);
    for (const Page& page : packet.pages) {
      for (const Anchor& anchor : page.anchors) anchors_.insert(anchor.name);
    }
  }

  Status check() const {
    for (std::size_t i = 0; i < packet_.pages.size(); ++i) {
      if (Status page = check_page(packet_.pages[i]); !page) {
        return broken(fmt::format("page {}: {}", i + 1, page.error().message));
      }
    }
    for (const OutlineEntry& entry : packet_.outline) {
      if (!anchors_.contains(entry.anchor)) {
        return broken(fmt::format("the bookmark '{}' leads to '{}', which is on no page",
                                  entry.title, entry.anchor));
      }
    }
    return Done{};
  }

 private:
  Status check_page(const Page& page) const {
    for (const Length side : {page.width, page.height}) {
      if (side < kMinPageSide || side > kMaxPageSide) {
        return Error{fmt::format("a side is {} points long", side.points()), "", {}};
      }
    }
    for (const PageItem& item : page.items) {
      if (!is_node(item.structure)) return Error{"an item belongs to no node", "", {}};
      if (Status checked =
              std::visit([this](const auto& it) { return this->check_item(it); }, item.content);
          !checked) {
        return checked;
      }
    }
    for (const LinkArea& link : page.links) {
      if (!is_node(link.structure)) return Error{"a link belongs to no node", "", {}};
      if (link.url.empty() && !anchors_.contains(link.anchor)) {
        return Error{fmt::format("a link leads to '{}', which is on no page", link.anchor), "", {}};
      }
    }
    return Done{};
  }

  static Status check_item(const GlyphRun& run) {
    if (run.size <= Length()) return Error{"text of no size", "", {}};
    return Done{};
  }
  static Status check_item(const Rule& /*rule*/) { return Done{}; }
  static Status check_item(const PlacedCode& placed) {
    if (placed.code.modules <= 0) return Error{"a code without modules", "", {}};
    return Done{};
  }
  Status check_item(const PlacedPicture& placed) const {
    if (pictures_.contains(placed.picture)) return Done{};
    return Error{fmt::format("there is no picture '{}'", placed.picture), "", {}};
  }

  bool is_node(StructureId id) const {
    return id == kArtifact || (id >= 0 && static_cast<std::size_t>(id) < packet_.structure.size());
  }

  const Packet& packet_;
  std::set<std::string_view> pictures_;
  std::set<std::string_view> anchors_;
};

}  // namespace

Status check_packet(const Packet& packet, const std::vector<Picture>& pictures) {
  if (packet.pages.empty()) return Error{"the book has no pages", "", {}};
  if (Status tree = check_tree(packet); !tree) return tree;
  return PacketChecker(packet, pictures).check();
}

}  // namespace garland
