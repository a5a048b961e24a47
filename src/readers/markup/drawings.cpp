// Drawings inside the text (<svg>): pictures in figures that show nothing else, and elsewhere,
// where a page's signs and icons stand too, left out.
#include <set>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/unicode.h"
#include "base/uri.h"
#include "document/html_escape.h"
#include "readers/markup/markup_reader.h"
#include "readers/markup/picture_width.h"

namespace garland {
namespace {

constexpr std::string_view kNamespace = "http://www.w3.org/2000/svg";
constexpr std::string_view kNameSigns =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

// The texts of a drawing, each of which stands at a place of its own.
void append_labels(const Markup& node, std::string& words) {
  if (node.is_text()) {
    const std::string label = collapse_spaces(node.text);
    if (!label.empty()) words.append(words.empty() ? "" : " ").append(label);
  }
  if (node.is("style") || node.is("script")) return;
  for (const Markup& child : node.children) append_labels(child, words);
}

// The words of HTML inside a drawing, which only browsers set.
void append_foreign_words(const Markup& node, std::string& words) {
  if (to_lower(node.name) == "foreignobject") return append_labels(node, words);
  for (const Markup& child : node.children) append_foreign_words(child, words);
}

// Whether the name needs no prefix's declaration and is one in XML too.
bool is_plain_name(std::string_view name) {
  return !name.empty() && (is_ascii_letter(name.front()) || name.front() == '_') &&
         name.find_first_not_of(kNameSigns) == name.npos;
}

// The drawing as XML. A prefix that nothing declares would make it none: what has one is of the
// program that drew it.
void append_source(const Markup& node, std::string& out) {
  if (node.is_text()) out += escape_html(node.text);
  if (node.kind != Markup::Kind::Element || !is_plain_name(node.name)) return;
  out.append("<").append(node.name);
  if (node.is("svg")) out.append(" xmlns=\"").append(kNamespace).append("\"");
  // "href" and "xlink:href" have one name here, and stand beside each other for old programs.
  std::set<std::string_view> written{"xmlns"};
  for (const auto& [key, value] : node.attributes) {
    if (!is_plain_name(key) || !written.insert(key).second) continue;
    out.append(" ").append(key).append("=\"").append(escape_html(value)).append("\"");
  }
  out += '>';
  for (const Markup& child : node.children) append_source(child, out);
  out.append("</").append(node.name).append(">");
}

// What its author calls it.
std::string name_of(const Markup& drawing) {
  std::string name = collapse_spaces(drawing.attribute("aria-label"));
  for (const Markup& child : drawing.children) {
    if (name.empty() && child.is("title")) name = words_of(child);
  }
  return name;
}

}  // namespace

void MarkupReader::drawing(const Markup& node, Inlines& out, int /*depth*/) {
  if (shows_drawings_ && !node.children.empty()) {
    std::string source;
    append_source(node, source);
    Image made;
    made.target = "data:image/svg+xml," + encode_name(source);
    made.alternative = name_of(node);
    made.width = picture_width(node);
    out.push_back({std::move(made), {}, node.range});
    return leave_out_foreign_words(node);
  }
  std::string words = collapse_spaces(node.attribute("aria-label"));
  append_labels(node, words);
  if (words.empty()) return;
  diagnostics_.warning("drawing-left-out", node.range,
                       "a drawing (<svg>) inside the text is left out",
                       "save it as an .svg file and show that as a picture");
  drop(std::move(words), "the words of a drawing inside the text", node.range);
}

void MarkupReader::leave_out_foreign_words(const Markup& drawing) {
  std::string words;
  append_foreign_words(drawing, words);
  if (words.empty()) return;
  diagnostics_.warning("drawing-left-out", drawing.range,
                       "words of HTML inside a drawing (<foreignObject>) are left out",
                       "write them into the drawing as <text>, or below it");
  drop(std::move(words), "the words of HTML inside a drawing", drawing.range);
}

}  // namespace garland
