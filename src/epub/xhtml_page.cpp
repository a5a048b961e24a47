#include "epub/xhtml_page.h"

#include <cassert>
#include <utility>

#include "base/unicode.h"
#include "base/uri.h"
#include "document/direction.h"

namespace garland {

XhtmlPage::XhtmlPage(const PageFrame& frame) : root_(frame.root) {
  xml_.declaration();
  xml_.doctype("html");
  xml_.open("html");
  xml_.attribute("xmlns", "http://www.w3.org/1999/xhtml");
  xml_.attribute("xmlns:epub", "http://www.idpf.org/2007/ops");
  language(frame.language, "en");
  xml_.line_end();
  xml_.open("head");
  xml_.line_end();
  xml_.element("title", frame.title);
  xml_.line_end();
  xml_.open("link");
  xml_.attribute("rel", "stylesheet");
  xml_.attribute("type", "text/css");
  xml_.attribute("href", root_ + std::string(kStylesheetFile));
  xml_.close();
  xml_.line_end();
  xml_.close();
  xml_.line_end();
  open("body", frame.body_class);
  if (!frame.body_type.empty()) xml_.attribute("epub:type", frame.body_type);
  xml_.line_end();
}

void XhtmlPage::open(std::string_view name, std::string_view css_class) {
  xml_.open(name);
  if (!css_class.empty()) xml_.attribute("class", css_class);
}

void XhtmlPage::open_semantic(std::string_view name, std::string_view type, std::string_view role) {
  xml_.open(name);
  xml_.attribute("epub:type", type);
  if (!role.empty()) xml_.attribute("role", role);
}

void XhtmlPage::language(std::string_view tag) {
  if (tag.empty()) return;
  xml_.attribute("lang", tag);
  xml_.attribute("xml:lang", tag);
}

void XhtmlPage::language(std::string_view tag, std::string_view around) {
  if (tag.empty()) return;
  language(tag);
  direction(direction_of_language(tag), direction_of_language(around));
}

void XhtmlPage::direction(std::string_view text, std::string_view language_around) {
  const Direction around = direction_of_language(language_around);
  direction(direction_of_text(text, around), around);
}

void XhtmlPage::direction(Direction direction, Direction around) {
  if (direction != around) xml_.attribute("dir", direction_name(direction));
}

void XhtmlPage::paragraph(std::string_view css_class, std::string_view text) {
  open("p", css_class);
  xml_.text(text);
  xml_.close();
  xml_.line_end();
}

void XhtmlPage::link(std::string_view href, std::string_view text) {
  xml_.open("a");
  xml_.attribute("href", href);
  xml_.text(text);
  xml_.close();
}

void XhtmlPage::insert(std::size_t position, std::string markup) {
  assert(insertions_.empty() || insertions_.back().position <= position);
  insertions_.push_back({position, std::move(markup)});
}

std::string XhtmlPage::take() {
  xml_.close();
  xml_.line_end();
  xml_.close();
  xml_.line_end();
  std::string written = xml_.take();
  if (insertions_.empty()) return written;
  std::string file;
  std::size_t copied = 0;
  for (const Insertion& insertion : insertions_) {
    file.append(written, copied, insertion.position - copied).append(insertion.markup);
    copied = insertion.position;
  }
  return file.append(written, copied);
}

std::string fragment(std::string_view id) { return "#" + encode_name(id); }

}  // namespace garland
