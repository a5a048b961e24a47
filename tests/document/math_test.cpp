#include "document/math.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace garland;

namespace {

void show(const Inlines& inlines, std::string& out) {
  for (const Inline& node : inlines) {
    if (const auto* text = node.as<Text>()) out += text->text;
    if (const auto* inner = node.as<Emphasis>()) {
      out += '*';
      show(inner->inlines, out);
      out += '*';
    }
    if (const auto* inner = node.as<Strong>()) {
      out += "**";
      show(inner->inlines, out);
      out += "**";
    }
    if (const auto* inner = node.as<Superscript>()) {
      out += "^(";
      show(inner->inlines, out);
      out += ')';
    }
    if (const auto* inner = node.as<Subscript>()) {
      out += "_(";
      show(inner->inlines, out);
      out += ')';
    }
    if (node.as<LineBreak>() != nullptr) out += "\n";
  }
}

// The formula in one line, with * for slanted letters; its spaces as "_" where they are signs' own.
std::string line_of(std::string_view tex) {
  const Result<MathNode> formula = parse_math(tex);
  if (!formula) return "error: " + formula.error().message;
  std::string out;
  show(math_inlines(*formula), out);
  return out;
}

}  // namespace

TEST_CASE("a formula is set in one line") {
  struct Case {
    std::string tex, line;
  };
  const std::vector<Case> cases = {
      {"x", "*x*"},
      {"x^2", "*x*^(2)"},
      {"x_{ij}^{2}", "*x*_(*ij*)^(2)"},
      {"a + b = c", "*a*\u2005+\u2005*b*\u2005=\u2005*c*"},
      {"-1", "−1"},
      {"f(-x)", "*f*(−*x*)"},
      {"\\frac{1}{2}", "1/2"},
      {"\\frac{a+b}{2c}", "(*a*\u2005+\u2005*b*)/(2*c*)"},
      {"\\sqrt{2}", "√2"},
      {"\\sqrt[3]{x+1}",
       "^(3)√(*x*\u2005+\u2005"
       "1)"},
      {"\\alpha \\to \\infty", "*α*\u2005→\u2005*∞*"},
      {"\\sin x", "sin\u2005*x*"},
      {"\\sum_{i=1}^n i",
       "∑_(*i*\u202F=\u202F"
       "1)^(*n*)*i*"},
      {"\\mathbb{R}^n", "ℝ^(*n*)"},
      {"\\mathbf{x}", "**x**"},
      {"x \\text{ if } y", "*x* if *y*"},
      {"\\left( \\frac12 \\right)", "(1/2)"},
      {"f'(x)", "*f*′(*x*)"},
      {"\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}", "(*a*,\u202F*b*;\u2005*c*,\u202F*d*)"},
      {"y = \\begin{cases} 0 & x < 0 \\\\ 1 & x \\end{cases}",
       "*y*\u2005=\u2005{0,\u202F*x*\u2005<\u2005"
       "0;\u2005"
       "1,\u202F*x*"},
      {"\\frac{1}{2}x", "(1/2)*x*"},
      {"2\\frac{a}{b} + \\frac{1}{c}",
       "2(*a*/*b*)\u2005+\u2005"
       "1/*c*"},
      {"50\\%", "50%"},
      {"a % the first\n+ b", "*a*\u2005+\u2005*b*"},
      {"\\begin{aligned} a &= b \\end{aligned}", "*a*\u2005=\u2005*b*"},
      {"\\hat{x}", "*x\u0302*"},
      {"\\mathrm{pH}", "pH"},
      {"\\mathrm{H_2O}", "H_(2)O"},
      {"\\mathrm{\\alpha x}", "αx"},
      {"a \\neq b", "*a*\u2005≠\u2005*b*"},
      {"", ""},
  };
  for (const Case& known : cases) {
    CAPTURE(known.tex);
    CHECK(line_of(known.tex) == known.line);
  }
}

TEST_CASE("what is not known is named") {
  CHECK(line_of("\\foo{x}") == "error: the command \\foo is not known");
  CHECK(line_of("{x") == "error: a brace is not closed");
  CHECK(line_of("x}") == "error: a bracket closes that was not open");
  CHECK(line_of("\\left( x") == "error: \\left has no \\right");
  CHECK(line_of("\\begin{tikz}\\end{tikz}") == "error: the environment tikz is not known");
  CHECK(line_of("x^") == "error: something is missing behind a command or a script's mark");
  CHECK(line_of("\\frac{1}") == "error: something is missing behind a command or a script's mark");
}

TEST_CASE("a hostile formula ends") {
  CHECK_FALSE(parse_math(std::string(100000, '{')).ok());
  CHECK_FALSE(parse_math(std::string(100000, '^')).ok());
  std::string roots;
  for (int i = 0; i < 10000; ++i) roots += "\\sqrt";
  CHECK_FALSE(parse_math(roots).ok());
  CHECK_FALSE(parse_math(std::string(100000, 'x')).ok());
  std::string comments;
  for (int i = 0; i < 1000000; ++i) comments += "% a comment\n";
  CHECK(parse_math(comments + "x").ok());
  for (const char* broken :
       {"\\", "\\frac", "\\left", "\\begin", "\\begin{matrix", "\\text{", "&", "\\\\", "\\sqrt[",
        "%", "\\not", "\\right)", "\\end{matrix}", "_", "'"}) {
    CAPTURE(broken);
    const Result<MathNode> formula = parse_math(broken);
    if (formula) math_inlines(*formula);
  }
}

TEST_CASE("a formula is told in characters alone") {
  struct Case {
    std::string tex, text;
  };
  const std::vector<Case> cases = {
      {"E=mc^2", "E = mc²"},           {"x_{10}", "x₁₀"},
      {"a^{b+c}", "a^(b + c)"},        {"a^b", "a^b"},
      {"\\frac{a+b}{2}", "(a + b)/2"}, {"\\beginning", "\\beginning"},
  };
  for (const Case& test : cases) CHECK(math_text(test.tex) == test.text);
}

TEST_CASE("readable text has formulas as they are read") {
  Inlines inlines = make_text("On ");
  inlines.push_back({Math{Math::Kind::Inline, "\\sqrt{2}"}, {}, {}});
  CHECK(readable_text(inlines) == "On √2");
  CHECK(readable_text(make_text("On $2")) == "On $2");
}
