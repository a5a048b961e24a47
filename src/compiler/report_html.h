// The small change of the report page: numbers, a stranger's words, elements with attributes.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.h"
#include "base/xml.h"

namespace garland::report {

// "12,345"
std::string grouped(std::size_t count);
// "1 word", "12,345 words"
std::string counted(std::size_t count, std::string_view noun);

// A stranger's text as it may be shown: controls and signs that turn the direction of writing
// written out, tabs as spaces.
std::string shown(std::string_view text);

// Writes elements with their attributes in one call.
class PageWriter {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  void open(std::string_view name, Attributes attributes = {}) {
    xml_.open(name);
    for (const auto& [key, value] : attributes) {
      if (!value.empty()) xml_.attribute(key, value);
    }
  }
  void close() { xml_.close(); }
  void text(std::string_view words) { xml_.text(words); }
  void element(std::string_view name, Attributes attributes, std::string_view words) {
    open(name, attributes);
    text(words);
    close();
  }
  void line_end() { xml_.line_end(); }
  void doctype() { xml_.doctype("html"); }
  std::string take() { return xml_.take() + "\n"; }

 private:
  XmlWriter xml_;
};

// An item of a list: severity, place, what is wrong and how to mend it. `write_place` writes where
// that is, as ", line 12"; it may write nothing.
void write_message(PageWriter& page, const Diagnostic& message,
                   const std::function<void()>& write_place);

}  // namespace garland::report
