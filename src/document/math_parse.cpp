// After Knuth, The TeXbook (1984), chapters 16 to 18, and the guide of the amsmath package.
#include <fmt/format.h>

#include <array>

#include "base/ascii.h"
#include "base/unicode.h"
#include "document/math.h"
#include "document/math_symbols.h"

namespace garland {
namespace {

using Kind = MathNode::Kind;

constexpr int kDeepestFormula = 40;
constexpr int kMostNodes = 10000;

MathNode leaf(Kind kind, std::string_view text) {
  MathNode node;
  node.kind = kind;
  node.text = text;
  return node;
}

// The brackets around a matrix, by the name of its environment.
struct Environment {
  std::string_view name, open, close;
};
constexpr std::array<Environment, 15> kEnvironments{{{"matrix", "", ""},
                                                     {"pmatrix", "(", ")"},
                                                     {"bmatrix", "[", "]"},
                                                     {"vmatrix", "|", "|"},
                                                     {"Vmatrix", "‖", "‖"},
                                                     {"cases", "{", ""},
                                                     {"aligned", "", ""},
                                                     {"align", "", ""},
                                                     {"align*", "", ""},
                                                     {"gathered", "", ""},
                                                     {"gather", "", ""},
                                                     {"gather*", "", ""},
                                                     {"split", "", ""},
                                                     {"equation", "", ""},
                                                     {"equation*", "", ""}}};

class Parser {
 public:
  explicit Parser(std::string_view tex) : tex_(tex) {}

  Result<MathNode> run() {
    MathNode formula = rows();
    if (trouble_.empty() && at_ < tex_.size()) fail("a bracket closes that was not open");
    if (!trouble_.empty()) return Error{trouble_, "", {}};
    return formula;
  }

 private:
  void fail(std::string what) {
    if (trouble_.empty()) trouble_ = std::move(what);
    at_ = tex_.size();
  }

  bool at_end() const { return at_ >= tex_.size(); }
  char peek() const { return at_end() ? '\0' : tex_[at_]; }
  bool looking_at(std::string_view text) const { return tex_.substr(at_, text.size()) == text; }

  void skip_spaces() {
    bool is_comment = false;
    for (; !at_end(); ++at_) {
      const char c = peek();
      is_comment = is_comment ? c != '\n' : c == '%';
      if (!is_comment && c != ' ' && c != '\n' && c != '\t') return;
    }
  }

  // The name of the command at a backslash; one sign where no letter follows.
  std::string_view command() {
    const std::size_t begin = ++at_;
    while (is_ascii_letter(peek())) ++at_;
    if (at_ == begin && !at_end()) ++at_;
    return tex_.substr(begin, at_ - begin);
  }
  std::string_view command_ahead() {
    const std::size_t kept = at_;
    const std::string_view name = command();
    at_ = kept;
    return name;
  }

  // The letters between the braces that follow.
  std::string_view raw_group() {
    skip_spaces();
    if (peek() != '{') {
      const std::size_t begin = at_;
      if (!at_end()) next_code_point(tex_, at_);
      return tex_.substr(begin, at_ - begin);
    }
    int depth = 0;
    const std::size_t begin = at_ + 1;
    for (; !at_end(); ++at_) {
      if (peek() == '{') ++depth;
      if (peek() == '}' && --depth == 0) return tex_.substr(begin, at_++ - begin);
    }
    fail("a brace is not closed");
    return {};
  }

  // What ends the row at hand: a closing brace, a cell's or line's end, \right, \end.
  bool at_row_end() {
    skip_spaces();
    if (at_end() || peek() == '}' || peek() == '&') return true;
    if (peek() != '\\') return false;
    const std::string_view name = command_ahead();
    return name == "\\" || name == "right" || name == "end" || name == "cr";
  }

  MathNode row() {
    MathNode row;
    if (++depth_ > kDeepestFormula) fail("it is nested too deeply");
    while (!at_row_end()) add_atom(row);
    --depth_;
    return row;
  }

  // Lines and cells; a row by itself where there is but one.
  MathNode rows() {
    MathNode table = leaf(Kind::Table, "");
    while (true) {
      table.children.push_back(cells());
      skip_spaces();
      if (!looking_at("\\\\") && !looking_at("\\cr")) break;
      command();
      skip_line_options();
    }
    MathNode& last = table.children.back();
    const bool ends_empty = last.children.size() == 1 && last.children[0].children.empty();
    if (table.children.size() > 1 && ends_empty) table.children.pop_back();
    const bool is_single = table.children.size() == 1 && table.children[0].children.size() == 1;
    return is_single ? std::move(table.children[0].children[0]) : table;
  }

  // "\\*[2pt]": how much space there is between lines is ours to say.
  void skip_line_options() {
    if (peek() == '*') ++at_;
    if (peek() != '[') return;
    while (!at_end() && peek() != ']') ++at_;
    if (!at_end()) ++at_;
  }

  MathNode cells() {
    MathNode line = leaf(Kind::TableRow, "");
    while (true) {
      line.children.push_back(row());
      if (peek() != '&') return line;
      ++at_;
    }
  }

  // One atom with its scripts.
  void add_atom(MathNode& row) {
    if (++node_count_ > kMostNodes) return fail("it is too long");
    const bool is_script = peek() == '^' || peek() == '_' || peek() == '\'';
    has_limits_ = false;
    MathNode base = is_script ? MathNode() : atom();
    const bool takes_limits = has_limits_;
    MathNode scripts = leaf(takes_limits ? Kind::Limits : Kind::Scripts, "");
    MathNode below;
    MathNode above;
    while (add_script(below, above)) {
    }
    if (below.children.empty() && above.children.empty()) {
      if (base.kind != Kind::Row || !base.children.empty()) row.children.push_back(std::move(base));
      return;
    }
    scripts.children = {std::move(base), std::move(below), std::move(above)};
    row.children.push_back(std::move(scripts));
  }

  bool add_script(MathNode& below, MathNode& above) {
    skip_spaces();
    while (looking_at("\\limits") || looking_at("\\nolimits")) {
      command();
      skip_spaces();
    }
    const char mark = peek();
    if (mark == '\'') {
      ++at_;
      above.children.push_back(leaf(Kind::Operator, "′"));
      return true;
    }
    if (mark != '^' && mark != '_') return false;
    ++at_;
    (mark == '^' ? above : below).children.push_back(argument());
    return true;
  }

  // A group in braces, or one atom; of a number without braces its first digit alone.
  MathNode argument() {
    skip_spaces();
    if (++node_count_ > kMostNodes) fail("it is too long");
    if (is_ascii_digit(peek())) return leaf(Kind::Number, tex_.substr(at_++, 1));
    if (at_row_end() || peek() == '^' || peek() == '_') {
      fail("something is missing behind a command or a script's mark");
      return {};
    }
    if (++depth_ > kDeepestFormula) fail("it is nested too deeply");
    MathNode node = atom();
    --depth_;
    return node;
  }

  MathNode atom() {
    const char c = peek();
    if (c == '{') return group();
    if (c == '\\') return command_atom(command());
    if (is_ascii_digit(c)) return number();
    const std::size_t begin = at_;
    if (at_end()) return {};
    const char32_t code_point = next_code_point(tex_, at_);
    const std::string_view text = tex_.substr(begin, at_ - begin);
    if (is_letter(code_point)) return leaf(Kind::Identifier, text);
    if (c == '-') return leaf(Kind::Operator, "−");
    if (c == '*') return leaf(Kind::Operator, "∗");
    if (c == '~') return leaf(Kind::Space, " ");
    if (c == '(' || c == ')' || c == '[' || c == ']' || c == '|') return leaf(Kind::Bracket, text);
    return leaf(Kind::Operator, text);
  }

  MathNode group() {
    ++at_;
    MathNode inner = rows();
    if (peek() != '}') {
      fail("a brace is not closed");
      return {};
    }
    ++at_;
    if (inner.kind == Kind::Row && inner.children.size() == 1) {
      MathNode only = std::move(inner.children[0]);
      return only;
    }
    return inner;
  }

  MathNode number() {
    const std::size_t begin = at_;
    while (is_ascii_digit(peek()) || ((peek() == '.' || peek() == ',') && at_ + 1 < tex_.size() &&
                                      is_ascii_digit(tex_[at_ + 1]))) {
      ++at_;
    }
    return leaf(Kind::Number, tex_.substr(begin, at_ - begin));
  }

  MathNode command_atom(std::string_view name) {
    if (const MathSymbol* symbol = find_math_symbol(name)) {
      has_limits_ = has_limits(name);
      return leaf(symbol->kind, symbol->text);
    }
    if (is_math_function(name)) {
      has_limits_ = has_limits(name);
      return upright(name);
    }
    if (const auto accent = find_math_accent(name)) {
      MathNode node = leaf(Kind::Accent, *accent);
      node.children.push_back(argument());
      return node;
    }
    return structure(name);
  }

  MathNode structure(std::string_view name) {
    if (name == "frac" || name == "dfrac" || name == "tfrac" || name == "cfrac") {
      return pair(Kind::Fraction);
    }
    if (name == "binom" || name == "dbinom" || name == "tbinom") return pair(Kind::Binomial);
    if (name == "sqrt") return root();
    if (name == "left") return fenced();
    if (name == "begin") return environment();
    if (name == "not") return negated();
    return text_or_space(name);
  }

  MathNode text_or_space(std::string_view name) {
    if (name == "text" || name == "mbox" || name == "textrm" || name == "textit" ||
        name == "textnormal" || name == "texttt" || name == "textsf") {
      return leaf(Kind::Words, raw_group());
    }
    if (name == "textbf") return bold(leaf(Kind::Words, raw_group()));
    if (name == "mathrm" || name == "operatorname" || name == "mathsf" || name == "mathtt" ||
        name == "mathit") {
      return roman();
    }
    if (name == "mathbf" || name == "boldsymbol" || name == "bm") return bold(argument());
    if (name == "mathbb") return alphabet(double_struck);
    if (name == "mathcal" || name == "mathscr") return alphabet(script_letter);
    return space_or_sign(name);
  }

  MathNode space_or_sign(std::string_view name) {
    if (name == "," || name == ":" || name == ";" || name == " ")
      return leaf(Kind::Space, "\u2005");
    if (name == "quad") return leaf(Kind::Space, "\u2003");
    if (name == "qquad") return leaf(Kind::Space, "\u2003\u2003");
    if (name == "{" || name == "}" || name == "|")
      return leaf(Kind::Bracket, name == "|" ? "‖" : name);
    if (name == "%" || name == "$" || name == "#" || name == "&" || name == "_") {
      return leaf(Kind::Operator, name);
    }
    return without_meaning(name);
  }

  // Commands that say how to set what follows, which is ours to say.
  MathNode without_meaning(std::string_view name) {
    static constexpr std::array<std::string_view, 16> kSilent{
        "!",    "displaystyle", "textstyle", "scriptstyle", "nonumber", "notag",
        "big",  "Big",          "bigg",      "Bigg",        "bigl",     "bigr",
        "Bigl", "Bigr",         "limits",    "middle"};
    for (const std::string_view silent : kSilent) {
      if (name == silent) return {};
    }
    if (name == "label") {
      raw_group();
      return {};
    }
    if (name == "tag") return leaf(Kind::Words, fmt::format("\u2003({})", raw_group()));
    fail(fmt::format("the command \\{} is not known", name));
    return {};
  }

  MathNode pair(Kind kind) {
    MathNode node = leaf(kind, "");
    node.children.push_back(argument());
    node.children.push_back(argument());
    return node;
  }

  MathNode root() {
    MathNode node = leaf(Kind::Root, "");
    MathNode degree;
    skip_spaces();
    if (peek() == '[') {
      const std::size_t close = tex_.find(']', at_);
      if (close == std::string_view::npos) {
        fail("a bracket is not closed");
        return {};
      }
      degree = leaf(Kind::Number, tex_.substr(at_ + 1, close - at_ - 1));
      at_ = close + 1;
    }
    node.children.push_back(argument());
    if (!degree.text.empty()) node.children.push_back(std::move(degree));
    return node;
  }

  // The bracket behind \left or \right; a point stands for none.
  std::string delimiter() {
    skip_spaces();
    if (peek() == '\\') {
      const std::string_view name = command();
      if (const MathSymbol* symbol = find_math_symbol(name)) return std::string(symbol->text);
      return name == "|" ? "‖" : std::string(name);
    }
    const std::size_t begin = at_;
    if (!at_end()) next_code_point(tex_, at_);
    const std::string_view text = tex_.substr(begin, at_ - begin);
    return text == "." ? std::string() : std::string(text);
  }

  MathNode fenced() {
    MathNode node;
    const std::string open = delimiter();
    if (!open.empty()) node.children.push_back(leaf(Kind::Fence, open));
    node.children.push_back(row());
    if (!looking_at("\\right")) {
      fail("\\left has no \\right");
      return {};
    }
    command();
    const std::string close = delimiter();
    if (!close.empty()) node.children.push_back(leaf(Kind::Fence, close));
    return node;
  }

  MathNode environment() {
    const std::string name(raw_group());
    const bool is_array = name == "array";
    if (is_array) raw_group();  // how its columns stand
    const Environment* found = nullptr;
    for (const Environment& known : kEnvironments) {
      if (known.name == name) found = &known;
    }
    if (found == nullptr && !is_array) {
      fail(fmt::format("the environment {} is not known", name));
      return {};
    }
    if (++depth_ > kDeepestFormula) fail("it is nested too deeply");
    MathNode inner = rows();
    --depth_;
    if (!looking_at("\\end")) {
      fail(fmt::format("\\begin{{{}}} has no \\end", name));
      return {};
    }
    command();
    raw_group();
    MathNode node;
    if (found != nullptr && !found->open.empty()) {
      node.children.push_back(leaf(Kind::Fence, found->open));
    }
    node.children.push_back(std::move(inner));
    if (found != nullptr && !found->close.empty()) {
      node.children.push_back(leaf(Kind::Fence, found->close));
    }
    return node;
  }

  MathNode negated() {
    MathNode node = argument();
    node.text += "\u0338";  // combining long solidus
    return node;
  }

  MathNode upright(std::string_view name) {
    MathNode node = leaf(Kind::Identifier, name);
    node.variant = MathNode::Variant::Upright;
    return node;
  }

  // The argument in upright letters; it may be a formula: \mathrm{H_2O}.
  MathNode roman() {
    const std::size_t kept = at_;
    const std::string_view raw = raw_group();
    if (raw.find_first_of("_^\\{") == std::string_view::npos) return upright(raw);
    at_ = kept;
    return straightened(argument());
  }

  MathNode straightened(MathNode node) {
    if (node.kind == Kind::Identifier) node.variant = MathNode::Variant::Upright;
    for (MathNode& child : node.children) child = straightened(std::move(child));
    return node;
  }

  MathNode bold(MathNode node) {
    node.variant = MathNode::Variant::Bold;
    for (MathNode& child : node.children) child = bold(std::move(child));
    return node;
  }

  MathNode alphabet(std::string (*letter_of)(char)) {
    std::string letters;
    for (const char c : raw_group()) letters += letter_of(c);
    return upright(letters);
  }

  std::string_view tex_;
  std::size_t at_ = 0;
  int depth_ = 0;
  int node_count_ = 0;
  bool has_limits_ = false;  // of the atom just read
  std::string trouble_;
};

}  // namespace

Result<MathNode> parse_math(std::string_view tex) { return Parser(tex).run(); }

}  // namespace garland
