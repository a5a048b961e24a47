// Marked-content sequences of a content stream (ISO 32000-1, 14.6), and the text objects that hold
// those of text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/page.h"

namespace garland {

class MarkedContent {
 public:
  enum class Kind { Text /* between BT and ET */, Graphics };

  // Both must outlive this. Without a structure nothing is marked but what stands for other text.
  MarkedContent(std::string& out, const std::vector<StructureNode>* structure)
      : out_(out), structure_(structure) {}

  // What comes next belongs to this node, or is an artifact. Closes what else is open.
  void enter(StructureId node, Kind kind);
  // Opens a sequence for the node, unless one is open.
  void open();
  // Opens a sequence that stands for `actual_text` (14.9.4). It has a content identifier of its
  // own and stands beside the node's others, not inside: poppler loses its place after a sequence
  // inside another. An artifact's text is never read: its sequence is a plain one.
  void open_spoken(std::string_view actual_text);
  void close();
  // Closes everything.
  void finish();

  // The node of each content identifier given so far.
  const std::vector<StructureId>& nodes() const { return nodes_; }
  // Number of the text object that is open or was last; 0 for none.
  std::size_t text_object() const { return text_object_; }

 private:
  void begin(std::string_view tag, std::string_view more_properties);

  std::string& out_;
  const std::vector<StructureNode>* structure_;
  std::vector<StructureId> nodes_;
  StructureId node_ = kArtifact;
  bool is_open_ = false;
  bool is_in_text_ = false;
  std::size_t text_object_ = 0;
};

}  // namespace garland
