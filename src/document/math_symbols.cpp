#include "document/math_symbols.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"

namespace garland {
namespace {

using enum MathNode::Kind;

// In the order of the bytes of their names.
constexpr auto kSymbols = std::to_array<MathSymbol>({
    {"Delta", Identifier, "Δ"},
    {"Gamma", Identifier, "Γ"},
    {"Im", Identifier, "ℑ"},
    {"Lambda", Identifier, "Λ"},
    {"Leftarrow", Operator, "⇐"},
    {"Leftrightarrow", Operator, "⇔"},
    {"Longrightarrow", Operator, "⟹"},
    {"Omega", Identifier, "Ω"},
    {"Phi", Identifier, "Φ"},
    {"Pi", Identifier, "Π"},
    {"Psi", Identifier, "Ψ"},
    {"Re", Identifier, "ℜ"},
    {"Rightarrow", Operator, "⇒"},
    {"Sigma", Identifier, "Σ"},
    {"Theta", Identifier, "Θ"},
    {"Upsilon", Identifier, "Υ"},
    {"Vert", Bracket, "‖"},
    {"Xi", Identifier, "Ξ"},
    {"aleph", Identifier, "ℵ"},
    {"alpha", Identifier, "α"},
    {"angle", Identifier, "∠"},
    {"approx", Operator, "≈"},
    {"ast", Operator, "∗"},
    {"beta", Identifier, "β"},
    {"bigcap", Operator, "⋂"},
    {"bigcup", Operator, "⋃"},
    {"bmod", Operator, "mod"},
    {"bullet", Operator, "∙"},
    {"cap", Operator, "∩"},
    {"cdot", Operator, "⋅"},
    {"cdots", Identifier, "⋯"},
    {"chi", Identifier, "χ"},
    {"circ", Operator, "∘"},
    {"colon", Operator, ":"},
    {"cong", Operator, "≅"},
    {"cup", Operator, "∪"},
    {"dagger", Identifier, "†"},
    {"ddots", Identifier, "⋱"},
    {"delta", Identifier, "δ"},
    {"div", Operator, "÷"},
    {"dots", Identifier, "…"},
    {"downarrow", Operator, "↓"},
    {"ell", Identifier, "ℓ"},
    {"emptyset", Identifier, "∅"},
    {"epsilon", Identifier, "ϵ"},
    {"equiv", Operator, "≡"},
    {"eta", Identifier, "η"},
    {"exists", Operator, "∃"},
    {"forall", Operator, "∀"},
    {"gamma", Identifier, "γ"},
    {"ge", Operator, "≥"},
    {"geq", Operator, "≥"},
    {"gets", Operator, "←"},
    {"gg", Operator, "≫"},
    {"hbar", Identifier, "ℏ"},
    {"iff", Operator, "⟺"},
    {"iiint", Operator, "∭"},
    {"iint", Operator, "∬"},
    {"implies", Operator, "⟹"},
    {"in", Operator, "∈"},
    {"infty", Identifier, "∞"},
    {"int", Operator, "∫"},
    {"iota", Identifier, "ι"},
    {"kappa", Identifier, "κ"},
    {"lVert", Bracket, "‖"},
    {"lambda", Identifier, "λ"},
    {"land", Operator, "∧"},
    {"langle", Bracket, "⟨"},
    {"lbrace", Bracket, "{"},
    {"lceil", Bracket, "⌈"},
    {"ldots", Identifier, "…"},
    {"le", Operator, "≤"},
    {"leftarrow", Operator, "←"},
    {"leftrightarrow", Operator, "↔"},
    {"leq", Operator, "≤"},
    {"lfloor", Bracket, "⌊"},
    {"ll", Operator, "≪"},
    {"lnot", Operator, "¬"},
    {"lor", Operator, "∨"},
    {"lvert", Bracket, "|"},
    {"mapsto", Operator, "↦"},
    {"mid", Operator, "∣"},
    {"mp", Operator, "∓"},
    {"mu", Identifier, "μ"},
    {"nabla", Operator, "∇"},
    {"ne", Operator, "≠"},
    {"neg", Operator, "¬"},
    {"neq", Operator, "≠"},
    {"ni", Operator, "∋"},
    {"notin", Operator, "∉"},
    {"nu", Identifier, "ν"},
    {"odot", Operator, "⊙"},
    {"oint", Operator, "∮"},
    {"omega", Identifier, "ω"},
    {"oplus", Operator, "⊕"},
    {"otimes", Operator, "⊗"},
    {"parallel", Operator, "∥"},
    {"partial", Identifier, "∂"},
    {"perp", Operator, "⊥"},
    {"phi", Identifier, "ϕ"},
    {"pi", Identifier, "π"},
    {"pm", Operator, "±"},
    {"prec", Operator, "≺"},
    {"prime", Identifier, "′"},
    {"prod", Operator, "∏"},
    {"propto", Operator, "∝"},
    {"psi", Identifier, "ψ"},
    {"rVert", Bracket, "‖"},
    {"rangle", Bracket, "⟩"},
    {"rbrace", Bracket, "}"},
    {"rceil", Bracket, "⌉"},
    {"rfloor", Bracket, "⌋"},
    {"rho", Identifier, "ρ"},
    {"rightarrow", Operator, "→"},
    {"rvert", Bracket, "|"},
    {"setminus", Operator, "∖"},
    {"sigma", Identifier, "σ"},
    {"sim", Operator, "∼"},
    {"simeq", Operator, "≃"},
    {"star", Operator, "⋆"},
    {"subset", Operator, "⊂"},
    {"subseteq", Operator, "⊆"},
    {"succ", Operator, "≻"},
    {"sum", Operator, "∑"},
    {"supset", Operator, "⊃"},
    {"supseteq", Operator, "⊇"},
    {"tau", Identifier, "τ"},
    {"theta", Identifier, "θ"},
    {"times", Operator, "×"},
    {"to", Operator, "→"},
    {"top", Identifier, "⊤"},
    {"triangle", Identifier, "△"},
    {"uparrow", Operator, "↑"},
    {"upsilon", Identifier, "υ"},
    {"varepsilon", Identifier, "ε"},
    {"varnothing", Identifier, "∅"},
    {"varphi", Identifier, "φ"},
    {"varrho", Identifier, "ϱ"},
    {"varsigma", Identifier, "ς"},
    {"vartheta", Identifier, "ϑ"},
    {"vdash", Operator, "⊢"},
    {"vdots", Identifier, "⋮"},
    {"vee", Operator, "∨"},
    {"vert", Bracket, "|"},
    {"wedge", Operator, "∧"},
    {"xi", Identifier, "ξ"},
    {"zeta", Identifier, "ζ"},
});

static_assert(std::is_sorted(kSymbols.begin(), kSymbols.end(),
                             [](const MathSymbol& left, const MathSymbol& right) {
                               return left.name < right.name;
                             }));

struct Named {
  std::string_view name, text;
};

constexpr auto kAccents = std::to_array<Named>({
    {"acute", "´"},
    {"bar", "¯"},
    {"breve", "˘"},
    {"check", "ˇ"},
    {"ddot", "¨"},
    {"dot", "˙"},
    {"grave", "`"},
    {"hat", "^"},
    {"overline", "¯"},
    {"tilde", "~"},
    {"vec", "→"},
    {"widehat", "^"},
    {"widetilde", "~"},
    {"overrightarrow", "→"},
});

constexpr auto kFunctions = std::to_array<std::string_view>(
    {"Pr",  "arccos", "arcsin", "arctan", "arg",    "argmax", "argmin", "cos", "cosh",
     "cot", "coth",   "csc",    "deg",    "det",    "dim",    "exp",    "gcd", "hom",
     "inf", "ker",    "lg",     "lim",    "liminf", "limsup", "ln",     "log", "max",
     "min", "sec",    "sin",    "sinh",   "sup",    "tan",    "tanh"});

constexpr auto kWithLimits = std::to_array<std::string_view>(
    {"Pr", "argmax", "argmin", "bigcap", "bigcup", "det", "gcd", "inf", "lim", "liminf", "limsup",
     "max", "min", "prod", "sum", "sup"});

template <typename List>
bool holds(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

// Letters that Unicode had before it had the alphabets (chapter 22.2 of the standard).
struct Exception {
  char letter;
  std::string_view text;
};
constexpr auto kDoubleStruck = std::to_array<Exception>(
    {{'C', "ℂ"}, {'H', "ℍ"}, {'N', "ℕ"}, {'P', "ℙ"}, {'Q', "ℚ"}, {'R', "ℝ"}, {'Z', "ℤ"}});
constexpr auto kScript = std::to_array<Exception>({{'B', "ℬ"},
                                                   {'E', "ℰ"},
                                                   {'F', "ℱ"},
                                                   {'H', "ℋ"},
                                                   {'I', "ℐ"},
                                                   {'L', "ℒ"},
                                                   {'M', "ℳ"},
                                                   {'R', "ℛ"},
                                                   {'e', "ℯ"},
                                                   {'g', "ℊ"},
                                                   {'o', "ℴ"}});

template <typename List>
std::string alphabet_letter(char letter, const List& exceptions, char32_t capital_a,
                            char32_t small_a) {
  for (const Exception& exception : exceptions) {
    if (exception.letter == letter) return std::string(exception.text);
  }
  std::string text;
  if (letter >= 'A' && letter <= 'Z') {
    append_utf8(text, capital_a + static_cast<char32_t>(letter - 'A'));
  } else if (letter >= 'a' && letter <= 'z') {
    append_utf8(text, small_a + static_cast<char32_t>(letter - 'a'));
  } else {
    text += letter;
  }
  return text;
}

}  // namespace

const MathSymbol* find_math_symbol(std::string_view name) {
  const auto* found = std::lower_bound(
      kSymbols.begin(), kSymbols.end(), name,
      [](const MathSymbol& symbol, std::string_view wanted) { return symbol.name < wanted; });
  return found != kSymbols.end() && found->name == name ? &*found : nullptr;
}

std::optional<std::string_view> find_math_accent(std::string_view name) {
  const auto* found = std::find_if(kAccents.begin(), kAccents.end(),
                                   [name](const Named& accent) { return accent.name == name; });
  return found == kAccents.end() ? std::nullopt : std::optional(found->text);
}

bool is_math_function(std::string_view name) { return holds(kFunctions, name); }

bool has_limits(std::string_view name) { return holds(kWithLimits, name); }

std::string double_struck(char letter) {
  return alphabet_letter(letter, kDoubleStruck, 0x1D538, 0x1D552);
}

std::string script_letter(char letter) {
  return alphabet_letter(letter, kScript, 0x1D49C, 0x1D4B6);
}

}  // namespace garland
