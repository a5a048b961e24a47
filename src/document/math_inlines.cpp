#include <utility>

#include "document/math.h"

namespace garland {
namespace {

using Kind = MathNode::Kind;

constexpr const char* kThickSpace = "\u2005";  // a quarter of an em
constexpr const char* kNoBreakThin = "\u202F";

class Liner {
 public:
  // `space` stands around signs.
  explicit Liner(const char* space) : space_(space) {}

  Inlines take() {
    flush();
    return std::move(out_);
  }

  void add(const MathNode& node) {
    switch (node.kind) {
      case Kind::Row:
        return add_row(node);
      case Kind::Identifier:
        return add_identifier(node);
      case Kind::Number:
      case Kind::Bracket:
      case Kind::Fence:
      case Kind::Space:
      case Kind::Words:
        return add_text(node.text, false, node.variant == MathNode::Variant::Bold);
      case Kind::Operator:
        return add_text(node.text, false, false);
      case Kind::Fraction:
        return add_fraction(node);
      case Kind::Binomial:
        return add_binomial(node);
      case Kind::Root:
        return add_root(node);
      case Kind::Scripts:
      case Kind::Limits:
        return add_scripts(node);
      case Kind::Accent:
        return add_accent(node);
      case Kind::Table:
        return add_table(node);
      case Kind::TableRow:
        return add_cells(node);
    }
  }

 private:
  // Texts of one look are joined, so that they are shaped together.
  void add_text(std::string_view text, bool is_slanted, bool is_bold) {
    if (is_slanted != is_slanted_ || is_bold != is_bold_) flush();
    is_slanted_ = is_slanted;
    is_bold_ = is_bold;
    pending_ += text;
  }

  void flush() {
    if (pending_.empty()) return;
    Inlines text = make_text(std::exchange(pending_, {}));
    if (is_slanted_) text = {Inline{Emphasis{std::move(text)}, {}, {}}};
    if (is_bold_) text = {Inline{Strong{std::move(text)}, {}, {}}};
    for (Inline& node : text) out_.push_back(std::move(node));
  }

  static bool is_spaced(const MathNode& node) {
    static constexpr std::string_view kTight = "!,.:;/′%$#&_";
    return node.kind == Kind::Operator && kTight.find(node.text) == std::string_view::npos;
  }

  // A sign at the beginning, or behind another sign or an opening bracket, belongs to what follows.
  static bool is_sign(const MathNode& row, std::size_t i) {
    if (i == 0) return true;
    const MathNode& before = row.children[i - 1];
    const bool opens = before.text == "(" || before.text == "[" || before.text == "{" ||
                       before.text == "⟨" || before.text == ",";
    return before.kind == Kind::Operator || before.kind == Kind::Space || opens;
  }

  // Such a sign begins a cell where lines of a derivation stand under each other.
  static bool is_relation(const MathNode& node) {
    static constexpr std::string_view kRelations = "=<>≤≥≈≡∼≃≅≠→⇒⟹⇔";
    return node.kind == Kind::Operator && kRelations.find(node.text) != std::string_view::npos;
  }

  void add_row(const MathNode& row) {
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      const MathNode& node = row.children[i];
      const bool is_last = i + 1 == row.children.size();
      if (is_spaced(node) && !is_sign(row, i) && !is_last) {
        add_text(space_, false, false);
        add(node);
        add_text(space_, false, false);
      } else {
        add_child(row, i);
        if (i == 0 && is_relation(node) && !is_last) add_text(space_, false, false);
        const bool is_comma = node.text == "," || node.text == ";";
        if ((is_comma || is_function(node)) && !is_last) add_text(space_, false, false);
      }
    }
  }

  void add_child(const MathNode& row, std::size_t i) {
    const MathNode& node = row.children[i];
    if (node.kind == Kind::Table && i > 0 && !row.children[i - 1].text.empty()) {
      return add_matrix(node);
    }
    const bool is_factor = node.kind == Kind::Fraction &&
                           ((i > 0 && is_factor_beside(row.children[i - 1])) ||
                            (i + 1 < row.children.size() && is_factor_beside(row.children[i + 1])));
    if (is_factor) add_text("(", false, false);
    add(node);
    if (is_factor) add_text(")", false, false);
  }

  // Beside which a fraction with a slash would be read otherwise: 1/2x.
  static bool is_factor_beside(const MathNode& node) {
    return node.kind != Kind::Operator && node.kind != Kind::Bracket && node.kind != Kind::Fence &&
           node.kind != Kind::Space && node.kind != Kind::Words;
  }

  // "sin x" takes a space, "sin(x)" none; the next node is looked at by its caller's row.
  static bool is_function(const MathNode& node) {
    const MathNode& base = node.children.empty() ? node : node.children[0];
    const bool has_scripts = node.kind == Kind::Scripts || node.kind == Kind::Limits;
    const MathNode& named = has_scripts ? base : node;
    return named.kind == Kind::Identifier && named.variant == MathNode::Variant::Upright &&
           named.text.size() > 1 && static_cast<unsigned char>(named.text[0]) < 0x80;
  }

  void add_identifier(const MathNode& node) {
    const bool is_slanted = node.variant == MathNode::Variant::Normal;
    add_text(node.text, is_slanted, node.variant == MathNode::Variant::Bold);
  }

  // Whether the part of a fraction, root or script has to be held together by brackets.
  static bool is_compound(const MathNode& node) {
    if (node.kind == Kind::Fraction) return true;
    if (node.kind != Kind::Row || node.children.size() < 2) return false;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      const Kind kind = node.children[i].kind;
      if (kind == Kind::Operator || kind == Kind::Fraction || kind == Kind::Space) return true;
    }
    return false;
  }

  void add_part(const MathNode& node) {
    const bool needs_brackets = is_compound(node);
    if (needs_brackets) add_text("(", false, false);
    add(node);
    if (needs_brackets) add_text(")", false, false);
  }

  void add_fraction(const MathNode& node) {
    add_part(node.children[0]);
    add_text("/", false, false);
    const MathNode& below = node.children[1];
    const bool is_product = below.kind == Kind::Row && below.children.size() > 1;
    if (is_product && !is_compound(below)) {
      add_text("(", false, false);
      add(below);
      add_text(")", false, false);
    } else {
      add_part(below);
    }
  }

  void add_binomial(const MathNode& node) {
    add_text("C(", false, false);
    add(node.children[0]);
    add_text(std::string(",") + kNoBreakThin, false, false);
    add(node.children[1]);
    add_text(")", false, false);
  }

  void add_root(const MathNode& node) {
    if (node.children.size() > 1) add_script<Superscript>(node.children[1]);
    add_text("√", false, false);
    const MathNode& inside = node.children[0];
    const bool is_simple = inside.kind == Kind::Identifier || inside.kind == Kind::Number;
    if (!is_simple) add_text("(", false, false);
    add(inside);
    if (!is_simple) add_text(")", false, false);
  }

  template <typename Script>
  void add_script(const MathNode& node) {
    flush();
    Liner inner(kNoBreakThin);  // no line ends in a script
    inner.add(node);
    Inlines inlines = inner.take();
    if (!inlines.empty()) out_.push_back({Script{std::move(inlines)}, {}, {}});
  }

  void add_scripts(const MathNode& node) {
    add(node.children[0]);
    add_script<Subscript>(node.children[1]);
    const MathNode& above = node.children[2];
    if (!above.children.empty() && above.children[0].text == "′") return add(above);
    add_script<Superscript>(above);
  }

  // The combining sign of an accent, behind the letter it stands over.
  static std::string_view combining(std::string_view accent) {
    struct Pair {
      std::string_view accent, combining;
    };
    static constexpr Pair kPairs[] = {
        {"´", "\u0301"}, {"¯", "\u0304"}, {"˘", "\u0306"}, {"ˇ", "\u030C"}, {"¨", "\u0308"},
        {"˙", "\u0307"}, {"`", "\u0300"}, {"^", "\u0302"}, {"~", "\u0303"}, {"→", "\u20D7"}};
    for (const Pair& pair : kPairs) {
      if (pair.accent == accent) return pair.combining;
    }
    return {};
  }

  void add_accent(const MathNode& node) {
    add(node.children[0]);
    pending_ += combining(node.text);
  }

  void add_table(const MathNode& node) {
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (i > 0) {
        flush();
        out_.push_back({LineBreak{}, {}, {}});
      }
      add(node.children[i]);
    }
  }

  void add_cells(const MathNode& node) {
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (i > 0) add_text(space_, false, false);
      add(node.children[i]);
    }
  }

  // A table behind a bracket is part of a line: cells parted by commas, rows by semicolons.
  void add_matrix(const MathNode& table) {
    for (std::size_t row = 0; row < table.children.size(); ++row) {
      if (row > 0) add_text(std::string(";") + space_, false, false);
      const std::vector<MathNode>& cells = table.children[row].children;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) add_text(std::string(",") + kNoBreakThin, false, false);
        add(cells[i]);
      }
    }
  }

  const char* space_;
  Inlines out_;
  std::string pending_;
  bool is_slanted_ = false;
  bool is_bold_ = false;
};

}  // namespace

Inlines math_inlines(const MathNode& node) {
  Liner liner(kThickSpace);
  liner.add(node);
  return liner.take();
}

}  // namespace garland
