#include "readers/markup/mathml.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/unicode.h"

namespace garland {
namespace {

constexpr int kDeepestFormula = 60;

const Markup* find_annotation(const Markup& node) {
  for (const Markup& child : node.children) {
    const bool is_tex =
        child.is("annotation") && child.attribute("encoding").find("tex") != std::string_view::npos;
    if (is_tex) return &child;
    if (const Markup* found = find_annotation(child)) return found;
  }
  return nullptr;
}

// "{\displaystyle x}" around all of it says only where the formula stands.
std::string_view without_style(std::string_view tex) {
  tex = trim(tex);
  for (const std::string_view style : {"{\\displaystyle", "{\\textstyle"}) {
    if (!tex.starts_with(style) || !tex.ends_with('}')) continue;
    int depth = 0;
    for (std::size_t at = 0; at + 1 < tex.size(); ++at) {
      if (tex[at] == '{') ++depth;
      if (tex[at] == '}') --depth;
      if (depth == 0) return tex;
    }
    return trim(tex.substr(style.size(), tex.size() - style.size() - 1));
  }
  return tex;
}

// Characters that TeX takes for commands.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\backslash ";
      continue;
    }
    if (std::string_view("{}#%&_$").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

class MathmlReader {
 public:
  std::string read(const Markup& node, int depth) {
    if (node.is_text()) return escaped(collapse_spaces(node.text));
    if (node.kind != Markup::Kind::Element) return {};
    if (depth > kDeepestFormula) return escaped(collapse_spaces(text_of(node)));
    if (node.is("annotation") || node.is("annotation-xml") || node.is("mphantom")) return {};
    if (node.is("mi") || node.is("mo") || node.is("mn") || node.is("ms")) return token(node);
    if (node.is("mtext")) return words(node);
    if (node.is("mspace")) return space(node);
    if (node.is("mfenced")) return fenced(node, depth);
    if (node.is("mtable")) return table(node, depth);
    if (node.is("mmultiscripts")) return multiscripts(node, depth);
    const std::vector<std::string> parts = parts_of(node, depth);
    if (node.is("msqrt")) return "\\sqrt{" + joined(parts, "") + "}";
    std::string tex = scheme(node, parts);
    for (std::size_t i = most_parts(node); i < parts.size(); ++i) tex += " " + parts[i];
    return tex;
  }

 private:
  std::vector<std::string> parts_of(const Markup& node, int depth) {
    std::vector<std::string> parts;
    for (const Markup& child : node.children) {
      if (!child.is_blank()) parts.push_back(read(child, depth + 1));
    }
    return parts;
  }

  static std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
      if (part.empty()) continue;
      if (!out.empty()) out += between.empty() && needs_space(out, part) ? " " : between;
      out += part;
    }
    return out;
  }

  // A command's name must not run into the letters after it.
  static bool needs_space(const std::string& before, const std::string& after) {
    constexpr std::size_t kLongestCommand = 40;
    std::size_t begin = before.size();
    while (begin > 0 && before.size() - begin < kLongestCommand &&
           is_ascii_letter(before[begin - 1])) {
      --begin;
    }
    return begin > 0 && before[begin - 1] == '\\' && is_ascii_letter(after.front());
  }

  // A base, scripts behind it in pairs of lower and upper, and behind <mprescripts/> those before
  // it (MathML 3, 3.4.7).
  std::string multiscripts(const Markup& node, int depth) {
    std::vector<std::string> behind;
    std::vector<std::string> before;
    std::vector<std::string>* scripts = &behind;
    for (const Markup& child : node.children) {
      if (child.is_blank()) continue;
      if (child.is("mprescripts")) {
        scripts = &before;
      } else {
        scripts->push_back(read(child, depth + 1));
      }
    }
    if (behind.empty()) behind.emplace_back();
    const std::vector<std::string> kernel(behind.begin(), behind.begin() + 1);
    behind.erase(behind.begin());
    return (before.empty() ? "" : "{}" + pairs_of(before)) + base(kernel) + pairs_of(behind);
  }

  static std::string pairs_of(const std::vector<std::string>& scripts) {
    std::string tex;
    for (std::size_t i = 0; i < scripts.size(); ++i) {
      if (i > 0 && i % 2 == 0) tex += "{}";
      if (!scripts[i].empty()) tex += (i % 2 == 0 ? "_{" : "^{") + scripts[i] + "}";
    }
    return tex;
  }

  // How many children the scheme takes; those that a page has beyond them follow it.
  static std::size_t most_parts(const Markup& node) {
    constexpr auto kWithTwo =
        std::to_array<std::string_view>({"mfrac", "mover", "mroot", "msub", "msup", "munder"});
    if (contains(kWithTwo, node.name)) return 2;
    const bool has_three = node.is("msubsup") || node.is("munderover");
    return has_three ? 3 : std::string::npos;
  }

  // Elements with a fixed number of children; others are rows.
  static std::string scheme(const Markup& node, const std::vector<std::string>& parts) {
    const auto part = [&parts](std::size_t index) {
      return "{" + (index < parts.size() ? parts[index] : std::string()) + "}";
    };
    if (node.is("mfrac")) {
      const bool has_line = node.attribute("linethickness") != "0";
      if (has_line) return "\\frac" + part(0) + part(1);
      return "\\begin{matrix}" + part(0) + " \\\\ " + part(1) + "\\end{matrix}";
    }
    if (node.is("mroot")) {
      return "\\sqrt[" + (parts.size() > 1 ? parts[1] : std::string()) + "]" + part(0);
    }
    if (node.is("msup") || node.is("mover")) return over(node, parts);
    if (node.is("msub") || node.is("munder")) return base(parts) + "_" + part(1);
    if (node.is("msubsup") || node.is("munderover"))
      return base(parts) + "_" + part(1) + "^" + part(2);
    return joined(parts, "");
  }

  // What scripts are set to: one sign needs no braces, and a sum keeps its limits without.
  static std::string base(const std::vector<std::string>& parts) {
    if (parts.empty()) return "{}";
    return count_code_points(parts[0]) == 1 ? parts[0] : "{" + parts[0] + "}";
  }

  // A raised part, or a sign over a letter.
  static std::string over(const Markup& node, const std::vector<std::string>& parts) {
    constexpr auto kAccents = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"¯", "\\overline"},
        {"‾", "\\overline"},
        {"→", "\\vec"},
        {"⃗", "\\vec"},
        {"^", "\\hat"},
        {"ˆ", "\\hat"},
        {"~", "\\tilde"},
        {"˜", "\\tilde"},
        {"˙", "\\dot"},
        {"¨", "\\ddot"},
        {"―", "\\overline"},
    });
    if (parts.size() == 2 && node.is("mover")) {
      for (const auto& [sign, command] : kAccents) {
        if (parts[1] == sign) return std::string(command) + "{" + parts[0] + "}";
      }
    }
    return base(parts) + "^{" + (parts.size() > 1 ? parts[1] : std::string()) + "}";
  }

  static std::string token(const Markup& node) {
    std::string text = collapse_spaces(text_of(node));
    // Signs without a shape: function application, invisible times, comma and plus.
    for (const std::string_view sign : {"\u2061", "\u2062", "\u2063", "\u2064"}) {
      if (text == sign) return {};
    }
    const bool is_name = node.is("mi") && count_code_points(text) > 1;
    return is_name ? "\\mathrm{" + escaped(text) + "}" : escaped(text);
  }

  static std::string words(const Markup& node) {
    const std::string written = text_of(node);
    const std::string text = collapse_spaces(written);
    if (text.empty()) return {};
    const bool has_front = !written.starts_with(text.substr(0, 1));
    const bool has_back = !written.ends_with(text.back());
    return "\\text{" + std::string(has_front ? " " : "") + escaped(text) + (has_back ? " }" : "}");
  }

  static std::string space(const Markup& node) {
    const std::string_view width = node.attribute("width");
    return width.ends_with("em") && width.front() >= '1' && width.front() <= '9' ? "\\quad "
                                                                                 : "\\ ";
  }

  std::string fenced(const Markup& node, int depth) {
    const std::string open(node.has_attribute("open") ? node.attribute("open") : "(");
    const std::string close(node.has_attribute("close") ? node.attribute("close") : ")");
    return escaped(open) + joined(parts_of(node, depth), ",") + escaped(close);
  }

  std::string table(const Markup& node, int depth) {
    std::vector<std::string> rows;
    for (const Markup& row : node.children) {
      if (row.is("mtr") || row.is("mlabeledtr")) {
        rows.push_back(joined(cells_of(row, depth), " & "));
      } else if (!row.is_blank()) {
        rows.push_back(read(row, depth + 1));
      }
    }
    return "\\begin{matrix}" + joined(rows, " \\\\ ") + "\\end{matrix}";
  }

  std::vector<std::string> cells_of(const Markup& row, int depth) {
    std::vector<std::string> cells;
    for (const Markup& cell : row.children) {
      if (cell.is("mtd")) {
        cells.push_back(joined(parts_of(cell, depth + 2), ""));
      } else if (!cell.is_blank()) {
        cells.push_back(read(cell, depth + 2));
      }
    }
    return cells;
  }
};

}  // namespace

bool has_own_tex(const Markup& math) {
  return find_annotation(math) != nullptr || math.has_attribute("alttext");
}

std::string tex_of_mathml(const Markup& math) {
  if (const Markup* annotation = find_annotation(math)) {
    return std::string(without_style(text_of(*annotation)));
  }
  const std::string_view alternative = math.attribute("alttext");
  if (!alternative.empty()) return std::string(without_style(alternative));
  return MathmlReader().read(math, 0);
}

}  // namespace garland
