#include "readers/html/math.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "base/contains.h"
#include "base/unicode.h"
#include "readers/html/names.h"
#include "readers/markup/mathml.h"

namespace garland::html {
namespace {

Markup formula(std::string tex, bool is_display, SourceRange range) {
  Markup made = Markup::element("x-math", range);
  if (is_display) made.set_attribute("display", "block");
  made.children.push_back(Markup::characters(std::move(tex), range));
  return made;
}

bool begins_class(const Markup& node, std::string_view prefix) {
  const std::string_view names = node.attribute("class");
  for (std::size_t at = names.find(prefix); at != names.npos; at = names.find(prefix, at + 1)) {
    if (at == 0 || names[at - 1] == ' ') return true;
  }
  return false;
}

// What a program drew of a formula that stands beside it as TeX.
bool is_drawing(const Markup& node) {
  return begins_class(node, "MathJax") || node.is("mjx-container") || node.is("nobr");
}

bool is_tex_script(const Markup& node) {
  return node.is("script") && node.attribute("type").starts_with("math/tex");
}

// What the programs put around one formula.
bool is_shell(const Markup& node) {
  return node.is("mjx-container") || begins_class(node, "katex") || begins_class(node, "MathJax") ||
         begins_class(node, "mwe-math-element");
}

// The TeX of what programs mark as a formula for another to set: "\\(x\\)" or "\\[x\\]" in an
// element of the class "math" (Pandoc, Sphinx) or "arithmatex" (MkDocs). Empty for anything else.
std::string_view marked_tex(const Markup& node) {
  if (!node.is("span") && !node.is("div")) return {};
  if (!has_class(node, "math") && !has_class(node, "arithmatex")) return {};
  if (node.children.size() != 1 || !node.children.front().is_text()) return {};
  const std::string_view text = trim(node.children.front().text);
  const bool is_marked = (text.starts_with("\\(") && text.ends_with("\\)")) ||
                         (text.starts_with("\\[") && text.ends_with("\\]")) ||
                         (text.starts_with("$$") && text.ends_with("$$"));
  return is_marked && text.size() > 4 ? text.substr(0, text.size() - 2) : std::string_view();
}

const Markup* find_element(const Markup& node, std::string_view name) {
  for (const Markup& child : node.children) {
    if (child.is(name)) return &child;
    if (const Markup* found = find_element(child, name)) return found;
  }
  return nullptr;
}

// Whether TeX is what the picture shows: of LaTeX services and of wikis.
bool shows_tex(const Markup& image) {
  if (!image.is("img") || image.attribute("alt").empty()) return false;
  const std::string_view address = image.attribute("src");
  return has_class(image, "latex") || has_class(image, "tex") || begins_class(image, "mwe-math") ||
         address.find("latex.php?") != std::string_view::npos ||
         address.find("latex.codecogs.com") != std::string_view::npos;
}

bool is_math_program(const Markup& node) {
  if (!node.is("script")) return false;
  const std::string address = to_lower(node.attribute("src"));
  return address.find("mathjax") != std::string::npos || address.find("katex") != std::string::npos;
}

// The words of a formula's other forms: all but TeX, and MathML that the TeX was made of.
void append_drawn(const Markup& node, std::string& words) {
  constexpr auto kOfPrograms =
      std::to_array<std::string_view>({"annotation", "annotation-xml", "mphantom", "script"});
  if (node.is_text()) words += node.text;
  if (contains(kOfPrograms, node.name) || (node.is("math") && !has_own_tex(node))) return;
  for (const Markup& child : node.children) append_drawn(child, words);
}

class MathFinder {
 public:
  explicit MathFinder(const Markup& page) { look_for_scripts(page); }

  void find(Markup& parent) {
    MarkupList out;
    bool is_changed = false;  // till then the children stay where they are
    for (std::size_t i = 0; i < parent.children.size(); ++i) {
      Markup& child = parent.children[i];
      std::optional<MarkupList> made = replacement_of(child, parent);
      if (made && !is_changed) {
        const auto here = parent.children.begin() + static_cast<std::ptrdiff_t>(i);
        out.assign(std::make_move_iterator(parent.children.begin()), std::make_move_iterator(here));
        is_changed = true;
      }
      if (made) {
        std::move(made->begin(), made->end(), std::back_inserter(out));
      } else if (is_changed) {
        out.push_back(std::move(child));
      }
    }
    if (is_changed) parent.children = std::move(out);
  }

  // What was taken out, a formula a line.
  void take_drawn(Blocks& dropped) {
    if (drawn_.empty()) return;
    dropped.push_back(
        {Dropped{std::move(drawn_), "formulas as programs drew them, which are kept as TeX"},
         {},
         drawn_range_});
  }

 private:
  void set_aside(const Markup& node) {
    std::string words;
    append_drawn(node, words);
    words = collapse_spaces(words);
    if (words.empty()) return;
    if (drawn_.empty()) {
      drawn_range_ = node.range;
    } else {
      drawn_ += '\n';
    }
    drawn_ += words;
    if (node.range.end_line > drawn_range_.end_line) {
      drawn_range_.end_line = node.range.end_line;
      drawn_range_.end_column = node.range.end_column;
    }
  }

  void look_for_scripts(const Markup& node) {
    reads_marks_ = reads_marks_ || is_math_program(node);
    has_scripts_ = has_scripts_ || is_tex_script(node);
    for (const Markup& child : node.children) look_for_scripts(child);
  }

  // What takes the child's place, if anything; else its formulas are found within it.
  std::optional<MarkupList> replacement_of(Markup& child, const Markup& parent) {
    std::optional<MarkupList> made;
    if (child.is_text() && reads_marks_) {
      read_marks(child, made.emplace());
    } else if (child.kind != Markup::Kind::Element) {
      return made;
    } else if (auto found = formula_of(child, parent)) {
      if (marked_tex(child).empty()) set_aside(child);
      made.emplace().push_back(std::move(*found));
    } else if (has_scripts_ && is_drawing(child)) {
      set_aside(child);
      made.emplace();
    } else if (!is_verbatim(child)) {
      find(child);
    }
    return made;
  }

  static bool is_verbatim(const Markup& node) {
    constexpr auto kNames = std::to_array<std::string_view>(
        {"code", "kbd", "pre", "samp", "script", "style", "textarea"});
    return contains(kNames, node.name);
  }

  std::optional<Markup> formula_of(const Markup& node, const Markup& parent) const {
    if (is_tex_script(node)) {
      const bool is_display = node.attribute("type").find("display") != std::string_view::npos;
      return formula(std::string(trim(text_of(node))), is_display, node.range);
    }
    if (const std::string_view tex = marked_tex(node); !tex.empty()) {
      return formula(std::string(trim(tex.substr(2))), !tex.starts_with("\\("), node.range);
    }
    if (node.is("math")) return from_mathml(node, begins_class(parent, "katex-display"));
    if (shows_tex(node)) return formula(std::string(node.attribute("alt")), false, node.range);
    if (!is_shell(node) || (has_scripts_ && is_drawing(node))) return std::nullopt;
    const Markup* math = find_element(node, "math");
    if (math == nullptr) return std::nullopt;
    const bool is_display =
        begins_class(node, "katex-display") || begins_class(parent, "katex-display") ||
        begins_class(node, "MathJax_Display") || node.attribute("display") == "true";
    return from_mathml(*math, is_display);
  }

  static std::optional<Markup> from_mathml(const Markup& math, bool is_display) {
    std::string tex = tex_of_mathml(math);
    if (tex.empty()) return std::nullopt;
    return formula(std::move(tex), is_display || math.attribute("display") == "block", math.range);
  }

  // "\(x\)", "\[x\]" and "$$x$$" in the text, which the page's program would have set.
  static void read_marks(Markup& text, MarkupList& out) {
    struct Pair {
      std::string_view open;
      std::string_view close;
      bool is_display;
    };
    constexpr auto kPairs =
        std::to_array<Pair>({{"\\(", "\\)", false}, {"\\[", "\\]", true}, {"$$", "$$", true}});
    const std::string_view all = text.text;
    std::array<std::size_t, kPairs.size()> next{};  // where each opening stands next
    std::size_t at = 0;
    while (true) {
      std::size_t first = 0;
      for (std::size_t index = 0; index < kPairs.size(); ++index) {
        const bool is_behind = next.at(index) != std::string_view::npos && next.at(index) < at;
        if (is_behind || at == 0) next.at(index) = all.find(kPairs.at(index).open, at);
        if (next.at(index) < next.at(first)) first = index;
      }
      const std::size_t begin = next.at(first);
      const Pair& pair = kPairs.at(first);
      const std::size_t end =
          begin == std::string_view::npos ? begin : all.find(pair.close, begin + 2);
      if (end == std::string_view::npos) break;
      out.push_back(Markup::characters(std::string(all.substr(at, begin - at)), text.range));
      out.push_back(formula(std::string(trim(all.substr(begin + 2, end - begin - 2))),
                            pair.is_display, text.range));
      at = end + 2;
    }
    out.push_back(Markup::characters(std::string(all.substr(at)), text.range));
  }

  bool reads_marks_ = false;  // a program of the page looks for TeX in its text
  bool has_scripts_ = false;  // TeX stands in scripts
  std::string drawn_;
  SourceRange drawn_range_;
};

}  // namespace

void find_math(Markup& page, Blocks& dropped) {
  MathFinder finder(page);
  finder.find(page);
  finder.take_drawn(dropped);
}

}  // namespace garland::html
