#include "pdf/marks.h"

#include "pdf/structure.h"
#include "pdf/syntax.h"

namespace garland {

void MarkedContent::enter(StructureId node, Kind kind) {
  const bool is_text = kind == Kind::Text;
  if (node == node_ && is_text == is_in_text_) return;
  close();
  if (is_text != is_in_text_) out_ += is_text ? "BT\n" : "ET\n";
  if (is_text && !is_in_text_) ++text_object_;
  node_ = node;
  is_in_text_ = is_text;
}

void MarkedContent::open() {
  if (is_open_ || structure_ == nullptr) return;
  is_open_ = true;
  if (node_ == kArtifact) {
    out_ += "/Artifact BMC\n";
  } else {
    begin(structure_type_name(structure_->at(static_cast<std::size_t>(node_)).type), "");
  }
}

void MarkedContent::open_spoken(std::string_view actual_text) {
  close();
  if (node_ == kArtifact) {
    open();
    return;
  }
  is_open_ = true;
  if (structure_ == nullptr) {
    out_ += "/Span<</ActualText<FEFF" + utf16_hex(actual_text) + ">>>BDC\n";
    return;
  }
  begin("Span", "/ActualText<FEFF" + utf16_hex(actual_text) + ">");
}

void MarkedContent::begin(std::string_view tag, std::string_view more_properties) {
  out_ += '/';
  out_ += tag;
  out_ += "<</MCID ";
  append_integer(out_, static_cast<std::int64_t>(nodes_.size()));
  out_ += more_properties;
  out_ += ">>BDC\n";
  nodes_.push_back(node_);
}

void MarkedContent::close() {
  if (is_open_) out_ += "EMC\n";
  is_open_ = false;
}

void MarkedContent::finish() {
  close();
  if (is_in_text_) out_ += "ET\n";
  is_in_text_ = false;
}

}  // namespace garland
