#include "epub/mathml.h"

#include <fmt/format.h>

#include <string>

namespace garland {
namespace {

using Kind = MathNode::Kind;

class MathmlWriter {
 public:
  MathmlWriter(XmlWriter& xml, bool is_display) : xml_(xml), is_display_(is_display) {}

  void write(const MathNode& node) {
    switch (node.kind) {
      case Kind::Row:
        return node.children.size() == 1 ? write(node.children[0]) : write_all("mrow", node);
      case Kind::Identifier:
        return write_token("mi", node);
      case Kind::Number:
        return write_token("mn", node);
      case Kind::Bracket:
        return write_bracket(node);
      case Kind::Operator:
      case Kind::Fence:
        return write_token("mo", node);
      case Kind::Words:
        return write_words(node);
      case Kind::Space:
        return write_space(node);
      case Kind::Fraction:
        return write_all("mfrac", node);
      case Kind::Binomial:
        return write_binomial(node);
      case Kind::Root:
        return write_all(node.children.size() > 1 ? "mroot" : "msqrt", node);
      case Kind::Scripts:
        return write_scripts(node, "msub", "msup", "msubsup");
      case Kind::Limits:
        return is_display_ ? write_scripts(node, "munder", "mover", "munderover")
                           : write_scripts(node, "msub", "msup", "msubsup");
      case Kind::Accent:
        return write_accent(node);
      case Kind::Table:
        return write_all("mtable", node);
      case Kind::TableRow:
        return write_cells(node);
    }
  }

 private:
  void write_all(std::string_view name, const MathNode& node) {
    xml_.open(name);
    for (const MathNode& child : node.children) write(child);
    xml_.close();
  }

  // Readers make every bracket as high as its row unless told otherwise (MathML Core, 3.2.4).
  void write_bracket(const MathNode& node) {
    xml_.open("mo");
    xml_.attribute("stretchy", "false");
    xml_.text(node.text);
    xml_.close();
  }

  void write_token(std::string_view name, const MathNode& node) {
    xml_.open(name);
    // A letter by itself is slanted unless told otherwise; a name of several is upright.
    if (node.variant == MathNode::Variant::Upright) xml_.attribute("mathvariant", "normal");
    if (node.variant == MathNode::Variant::Bold) xml_.attribute("mathvariant", "bold");
    xml_.text(node.text);
    xml_.close();
  }

  // White space at the ends of a text is taken off by readers, unless it does not break.
  void write_words(const MathNode& node) {
    MathNode kept = node;
    kept.text.clear();
    for (const char c : node.text)
      kept.text += c == ' ' ? std::string("\u00A0") : std::string(1, c);
    write_token("mtext", kept);
  }

  void write_space(const MathNode& node) {
    constexpr std::string_view kQuad = "\u2003";
    double width = 0;
    for (std::size_t at = 0; at < node.text.size();) {
      const bool is_quad = node.text.compare(at, kQuad.size(), kQuad) == 0;
      width += is_quad ? 1.0 : 0.25;
      at += node.text[at] == ' ' ? 1 : kQuad.size();
    }
    xml_.open("mspace");
    xml_.attribute("width", fmt::format("{:g}em", width));
    xml_.close();
  }

  void write_binomial(const MathNode& node) {
    xml_.open("mrow");
    xml_.element("mo", "(");
    xml_.open("mfrac");
    xml_.attribute("linethickness", "0");
    for (const MathNode& child : node.children) write(child);
    xml_.close();
    xml_.element("mo", ")");
    xml_.close();
  }

  void write_scripts(const MathNode& node, std::string_view below, std::string_view above,
                     std::string_view both) {
    const bool has_below = !node.children[1].children.empty();
    const bool has_above = !node.children[2].children.empty();
    xml_.open(has_below && has_above ? both : has_below ? below : above);
    write(node.children[0]);
    if (has_below) write(node.children[1]);
    if (has_above) write(node.children[2]);
    xml_.close();
  }

  void write_accent(const MathNode& node) {
    xml_.open("mover");
    xml_.attribute("accent", "true");
    write(node.children[0]);
    xml_.element("mo", node.text);
    xml_.close();
  }

  void write_cells(const MathNode& row) {
    xml_.open("mtr");
    for (const MathNode& cell : row.children) {
      xml_.open("mtd");
      write(cell);
      xml_.close();
    }
    xml_.close();
  }

  XmlWriter& xml_;
  bool is_display_;
};

}  // namespace

void write_mathml(XmlWriter& xml, const MathNode& formula, std::string_view tex, bool is_display) {
  xml.open("math");
  xml.attribute("xmlns", "http://www.w3.org/1998/Math/MathML");
  if (is_display) xml.attribute("display", "block");
  xml.attribute("alttext", tex);
  MathmlWriter(xml, is_display).write(formula);
  xml.close();
}

}  // namespace garland
