#include <string_view>

#include "base/unicode.h"
#include "document/math.h"
#include "document/walk.h"

namespace garland {
namespace {

struct Script {
  char32_t letter, raised, lowered;  // 0 where Unicode has none
};
constexpr Script kScripts[] = {
    {'0', U'⁰', U'₀'}, {'1', U'¹', U'₁'}, {'2', U'²', U'₂'},  {'3', U'³', U'₃'}, {'4', U'⁴', U'₄'},
    {'5', U'⁵', U'₅'}, {'6', U'⁶', U'₆'}, {'7', U'⁷', U'₇'},  {'8', U'⁸', U'₈'}, {'9', U'⁹', U'₉'},
    {'+', U'⁺', U'₊'}, {'-', U'⁻', U'₋'}, {U'−', U'⁻', U'₋'}, {'=', U'⁼', U'₌'}, {'(', U'⁽', U'₍'},
    {')', U'⁾', U'₎'}, {'i', U'ⁱ', U'ᵢ'}, {'n', U'ⁿ', U'ₙ'},  {'j', 0, U'ⱼ'},    {'k', 0, U'ₖ'}};

// The same letters raised or lowered; empty where one of them is not so in Unicode.
std::string in_scripts(std::string_view text, char32_t Script::*form) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = next_code_point(text, at);
    char32_t found = 0;
    for (const Script& script : kScripts) {
      if (script.letter == letter) found = script.*form;
    }
    if (found == 0) return {};
    append_utf8(out, found);
  }
  return out;
}

std::string characters_of(const Inlines& inlines);

std::string script_of(const Inlines& inlines, char32_t Script::*form, char mark) {
  const std::string text = characters_of(inlines);
  std::string letters = in_scripts(text, form);
  if (!letters.empty()) return letters;
  return count_code_points(text) == 1 ? mark + text : mark + ("(" + text + ")");
}

std::string characters_of(const Inlines& inlines) {
  std::string text;
  for (const Inline& node : inlines) {
    if (const auto* words = node.as<Text>()) {
      text += words->text;
    } else if (const auto* above = node.as<Superscript>()) {
      text += script_of(above->inlines, &Script::raised, '^');
    } else if (const auto* below = node.as<Subscript>()) {
      text += script_of(below->inlines, &Script::lowered, '_');
    } else if (const Inlines* inner = children_of(node)) {
      text += characters_of(*inner);
    } else {
      text += ' ';  // between rows
    }
  }
  return text;
}

bool has_formula(const Inlines& inlines) {
  bool has = false;
  query(inlines, [&has](const Inline& node) { has |= node.as<Math>() != nullptr; });
  return has;
}

}  // namespace

std::string math_text(std::string_view tex) {
  const Result<MathNode> formula = parse_math(tex);
  return formula ? collapse_spaces(characters_of(math_inlines(*formula))) : std::string(tex);
}

std::string readable_text(const Inlines& inlines) {
  if (!has_formula(inlines)) return plain_text(inlines);
  Inlines words = inlines;
  walk(words, [](Inline& node) {
    if (const auto* math = node.as<Math>()) node.content = Text{math_text(math->tex)};
  });
  return plain_text(words);
}

}  // namespace garland
