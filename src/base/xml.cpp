#include "base/xml.h"

#include <tinyxml2.h>

#include <cassert>
#include <deque>

#include "base/byte_set.h"
#include "base/unicode.h"

namespace garland {
namespace {

// XML 1.0, production 2 (Char).
bool is_xml_char(char32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

// Bytes of markup and quotation, and those with which characters begin that may be forbidden:
// controls, and U+FFFE and U+FFFF behind EF.
constexpr ByteSet kNotPlain = [] {
  ByteSet bytes("&<>\"'\xEF");
  for (char c = 0; c < ' '; ++c) {
    if (c != '\n') bytes.add(c);
  }
  return bytes;
}();

std::string xml_safe(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    if (is_xml_char(next_code_point(text, offset))) safe += text.substr(begin, offset - begin);
  }
  return safe;
}

}  // namespace

struct XmlWriter::State {
  // Compact: white space is only where line_end puts it. What is plain, and most is, need not be
  // looked through for markup sign by sign.
  class Printer : public tinyxml2::XMLPrinter {
   public:
    Printer() : XMLPrinter(nullptr, /*compact=*/true) {}

    void push_text(std::string_view text) {
      if (kNotPlain.any_in(text)) return PushText(xml_safe(text).c_str());
      PushText("");  // ends the tag of an element just opened
      Write(text.data(), text.size());
    }
    void push_attribute(std::string_view name, std::string_view value) {
      if (kNotPlain.any_in(value)) {
        return PushAttribute(std::string(name).c_str(), xml_safe(value).c_str());
      }
      assert(_elementJustOpened);
      attribute_.assign(" ").append(name).append("=\"").append(value).append("\"");
      Write(attribute_.data(), attribute_.size());
    }

   private:
    std::string attribute_;  // the last one: its memory serves the next
  };

  Printer printer;
  // Names of the open elements: the printer keeps pointers to them. A deque's strings stay put.
  std::deque<std::string> open;
};

XmlWriter::XmlWriter() : state_(std::make_unique<State>()) {}
XmlWriter::~XmlWriter() = default;

void XmlWriter::declaration() {
  state_->printer.PushDeclaration("xml version=\"1.0\" encoding=\"UTF-8\"");
  line_end();
}

void XmlWriter::doctype(std::string_view text) {
  state_->printer.PushUnknown(("DOCTYPE " + std::string(text)).c_str());
  line_end();
}

void XmlWriter::open(std::string_view name) {
  state_->open.emplace_back(name);
  state_->printer.OpenElement(state_->open.back().c_str(), /*compactMode=*/true);
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
  state_->printer.push_attribute(name, value);
}

void XmlWriter::text(std::string_view text) {
  if (!text.empty()) state_->printer.push_text(text);
}

void XmlWriter::line_end() { state_->printer.push_text("\n"); }

void XmlWriter::close() {
  assert(!state_->open.empty());
  state_->printer.CloseElement(/*compactMode=*/true);
  state_->open.pop_back();
}

void XmlWriter::element(std::string_view name, std::string_view content) {
  open(name);
  text(content);
  close();
}

std::size_t XmlWriter::position() {
  state_->printer.PushText("");  // ends the tag of an element just opened
  return static_cast<std::size_t>(state_->printer.CStrSize() - 1);  // without the closing NUL
}

std::string XmlWriter::take() {
  assert(state_->open.empty());
  const std::size_t size = position();
  return {state_->printer.CStr(), size};
}

Status check_xml(std::string_view text) {
  tinyxml2::XMLDocument document;
  if (document.Parse(text.data(), text.size()) == tinyxml2::XML_SUCCESS) return Done{};
  return Error{document.ErrorStr(), "",
               SourceRange::at(static_cast<std::uint32_t>(document.ErrorLineNum()), 1)};
}

}  // namespace garland
