// XML text, by tinyxml2. Characters that XML 1.0 does not allow are left out of texts and
// attributes; markup characters are escaped.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace garland {

// Writes a document from start to end. Elements are closed in the reverse order of opening; a debug
// build checks it. One writer, one document.
class XmlWriter {
 public:
  XmlWriter();
  ~XmlWriter();
  XmlWriter(const XmlWriter&) = delete;
  XmlWriter& operator=(const XmlWriter&) = delete;

  // <?xml version="1.0" encoding="UTF-8"?>
  void declaration();
  // <!DOCTYPE text>
  void doctype(std::string_view text);
  void open(std::string_view name);
  // Requires that the element just opened has no content yet.
  void attribute(std::string_view name, std::string_view value);
  void text(std::string_view text);
  // A line end outside of text, to keep the file readable. Call only where white space means
  // nothing.
  void line_end();
  void close();
  // <name>text</name>
  void element(std::string_view name, std::string_view text);

  // How many bytes the document has so far: where what is written next begins. An element just
  // opened has all its attributes then.
  std::size_t position();

  // The document's text. Requires that every element is closed.
  std::string take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Whether the text is well-formed XML; the error has the line. For tests and own checks.
Status check_xml(std::string_view text);

}  // namespace garland
