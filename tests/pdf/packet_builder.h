// Packets made by hand: what layout would give, in a few words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fonts/fonts.h"
#include "layout/page.h"
#include "pictures/picture.h"

namespace garland::test {

// The fonts of the repository's fonts.yaml.
FontLibrary& library();

struct TextOptions {
  FontRequest font;
  Features features;
  Length size = 10_pt;
  Color color;
};

// Builds a packet whose structure begins with a Document node, number 0.
class PacketBuilder {
 public:
  PacketBuilder();

  std::size_t add_page(std::string label = "");
  StructureId add_node(StructureId parent, StructureType type);
  StructureNode& node(StructureId id) { return packet.structure.at(static_cast<std::size_t>(id)); }
  Page& page() { return packet.pages.back(); }

  // Sets text on the last page, each call a line lower; gives the area it takes.
  Rect add_text(StructureId node, std::string_view text, const TextOptions& options = {});
  // A node of this type below `parent` that holds the text.
  StructureId add_block(StructureId parent, StructureType type, std::string_view text,
                        const TextOptions& options = {});
  // A picture 100 points wide, on the last page.
  void add_picture(StructureId node, const Picture& picture);
  void add_link(StructureId node, std::vector<Rect> rects, std::string url, std::string anchor,
                std::string contents);

  Packet packet;

 private:
  Length next_baseline_;
};

// A small picture with a different value in every sample.
Picture make_png(int width_px, int height_px, int channels, bool has_alpha);

}  // namespace garland::test
