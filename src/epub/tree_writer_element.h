// For the files of the tree writer alone: the scope of one element.
#pragma once

#include "document/direction.h"
#include "epub/accessible_name.h"
#include "epub/tree_writer.h"

namespace garland {

class TreeWriter::Element {
 public:
  Element(TreeWriter& writer, std::string_view name, const Attributes& attributes,
          std::string_view css_class = {})
      : writer_(writer), language_around_(writer.language_), direction_around_(writer.direction_) {
    writer_.page_.open(name, css_class);
    writer_.write_id(attributes.id);
    if (!attributes.language.empty() && attributes.language != writer_.language_) {
      writer_.page_.language(attributes.language);
      writer_.language_ = attributes.language;
    }
    writer_.direction_ = direction_of(attributes, direction_around_);
    writer_.page_.direction(writer_.direction_, direction_around_);
  }
  ~Element() {
    writer_.language_ = language_around_;
    writer_.direction_ = direction_around_;
    writer_.page_.close();
  }
  Element(const Element&) = delete;
  Element& operator=(const Element&) = delete;

  void attribute(std::string_view name, std::string_view value) {
    writer_.xml_.attribute(name, value);
  }
  // What it is called for those who hear it, where `inlines`, its content, do not say it.
  void name(const Inlines& inlines) {
    const std::string name = formula_name(inlines);
    if (!name.empty()) attribute("aria-label", name);
  }
  // epub:type and role; an empty one is not written.
  void semantics(std::string_view type, std::string_view role) {
    if (!type.empty()) attribute("epub:type", type);
    if (!role.empty()) attribute("role", role);
  }

 private:
  TreeWriter& writer_;
  std::string_view language_around_;
  Direction direction_around_;
};

}  // namespace garland
