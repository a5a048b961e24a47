// The frame of one XHTML content document (EPUB 3.3, 6.1): root element, head, body, and the small
// verbs that every page uses.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.h"
#include "base/xml.h"
#include "book/anthology.h"
#include "epub/plan.h"

namespace garland {

// What the head of a page says.
struct PageFrame {
  std::string title;
  std::string language;   // BCP 47; may be empty
  std::string body_type;  // epub:type of the body; may be empty
  std::string body_class;
  std::string root;  // way from the page to the package document's folder: "" or "../"
};

// One page being written. Elements are opened and closed in order, as with XmlWriter.
class XhtmlPage {
 public:
  explicit XhtmlPage(const PageFrame& frame);

  // <name class="…">; an empty class writes none.
  void open(std::string_view name, std::string_view css_class = {});
  // <name epub:type="…" role="…">; an empty role writes none.
  void open_semantic(std::string_view name, std::string_view type, std::string_view role);
  void close() { xml_.close(); }
  // lang and xml:lang; none for an empty tag.
  void language(std::string_view tag);
  // The same, and dir where its direction differs from `around`'s.
  void language(std::string_view tag, std::string_view around);
  // dir, where it differs from that around.
  void direction(Direction direction, Direction around);
  // dir, where the text runs otherwise than the language around it.
  void direction(std::string_view text, std::string_view language_around);
  void paragraph(std::string_view css_class, std::string_view text);
  void link(std::string_view href, std::string_view text);

  // Adds markup at a place that is written already, of XmlWriter::position(). Requires that none
  // was added behind it.
  void insert(std::size_t position, std::string markup);

  XmlWriter& xml() { return xml_; }
  const std::string& root() const { return root_; }
  // Closes body and root element and gives the file.
  std::string take();

 private:
  struct Insertion {
    std::size_t position;
    std::string markup;
  };

  XmlWriter xml_;
  std::vector<Insertion> insertions_;  // by their places
  std::string root_;
};

// The address of an element's id as part of a link: "#the-sea".
std::string fragment(std::string_view id);

}  // namespace garland
