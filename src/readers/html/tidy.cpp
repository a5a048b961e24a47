#include "readers/html/tidy.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/contains.h"
#include "base/unicode.h"
#include "readers/html/names.h"
#include "readers/html/office.h"
#include "readers/html/verse.h"

namespace garland::html {
namespace {

constexpr std::size_t kLongestPermalink = 12;  // bytes: "#", "¶", "Link", "Permalink"

bool is_link_into_page(const Markup& node) {
  return node.is("a") && node.attribute("href").starts_with('#');
}

// Whether the element or one in it is called that; looks at few levels.
template <typename Test>
bool any_inside(const Markup& node, const Test& test, int levels) {
  return std::any_of(node.children.begin(), node.children.end(), [&](const Markup& child) {
    return test(child) || (levels > 0 && any_inside(child, test, levels - 1));
  });
}

// A link beside a heading's words that leads to the heading itself.
bool is_permalink(const Markup& node) {
  if (!is_link_into_page(node) ||
      any_inside(
          node, [](const Markup& inner) { return inner.is("img"); }, 2)) {
    return false;
  }
  const std::string words = collapse_spaces(text_of(node));
  constexpr auto kWords = std::to_array<std::string_view>(
      {"", "#", "¶", "§", "🔗", "\u200b", "link", "permalink", "anchor"});
  return words.size() <= kLongestPermalink && contains(kWords, to_lower(words));
}

// Only digits, in lines.
bool shows_numbers(const Markup& node) {
  const std::string words = text_of(node);
  return words.find_first_of("0123456789") != std::string::npos &&
         words.find_first_not_of("0123456789 \n\t\r") == std::string::npos;
}

void remove_line_numbers(Markup& code) {
  std::erase_if(code.children, [](const Markup& child) {
    if (child.kind != Markup::Kind::Element) return false;
    const bool is_number = parts_of(child).has(PagePart::LineNumbers) || has_class(child, "ln");
    return is_number && shows_numbers(child);
  });
  for (Markup& child : code.children) remove_line_numbers(child);
}

// The words of code without its numbers: of a table that sets them side by side and holds nothing
// else, the <pre>.
Markup* code_beside_numbers(Markup& table) {
  Markup* code = nullptr;
  int cells = 0;
  bool has_numbers = false;
  bool has_other_words = false;
  const auto look = [&](auto&& self, Markup& node, int levels) -> void {
    for (Markup& child : node.children) {
      if (child.is("td") || child.is("th")) {
        ++cells;
        const bool is_numbers = shows_numbers(child);
        has_numbers = has_numbers || is_numbers;
        if (!is_numbers && child.children.size() < 8) self(self, child, 3);
        if (code != nullptr && words_of(child) != words_of(*code)) has_other_words = true;
      } else if (child.is("pre")) {
        code = &child;
      } else if (child.is("caption")) {
        has_other_words = true;
      } else if (levels > 0 && !child.is("table")) {
        self(self, child, levels - 1);
      }
    }
  };
  look(look, table, 3);
  return has_numbers && cells == 2 && !has_other_words ? code : nullptr;
}

std::string language_in(std::string_view classes) {
  for (const std::string_view prefix : {"language-", "highlight-source-", "lang-", "brush: "}) {
    const std::size_t at = classes.find(prefix);
    if (at == std::string_view::npos) continue;
    classes.remove_prefix(at + prefix.size());
    return std::string(classes.substr(0, classes.find_first_of(" ;")));
  }
  return {};
}

// A box around code says the language for the <pre> within.
void hand_down_language(const Markup& box, MarkupList& children) {
  std::string language(box.attribute("data-lang"));
  if (language.empty()) language = language_in(box.attribute("class"));
  if (language.empty()) return;
  for (Markup& child : children) {
    const bool is_unnamed =
        child.is("pre") && language_in(child.attribute("class")).empty() &&
        (child.children.empty() || language_in(child.children.front().attribute("class")).empty());
    if (is_unnamed) child.set_attribute("class", "language-" + language);
    if (child.is("div")) hand_down_language(box, child.children);
  }
}

// Items that stand in no list.
void wrap_items(Markup& parent) {
  const bool is_list = parent.is("ul") || parent.is("ol") || parent.is("menu") || parent.is("dir");
  const auto is_item = [](const Markup& node) { return node.is("li"); };
  if (is_list || std::none_of(parent.children.begin(), parent.children.end(), is_item)) return;
  MarkupList kept;
  for (Markup& child : parent.children) {
    const bool goes_on = !kept.empty() && kept.back().attribute("x-made") == "1";
    if (is_item(child) && !goes_on) {
      Markup list = Markup::element("ul", child.range);
      list.set_attribute("x-made", "1");
      kept.push_back(std::move(list));
    }
    if (is_item(child) || (goes_on && child.is_blank())) {
      kept.back().children.push_back(std::move(child));
    } else {
      kept.push_back(std::move(child));
    }
  }
  parent.children = std::move(kept);
}

struct TableShape {
  std::size_t rows = 0;
  std::size_t cells = 0;
  bool has_data_marks = false;    // header cells, a caption
  bool has_page_content = false;  // tables, headings, several paragraphs in a cell
};

void measure_table(const Markup& node, TableShape& shape) {
  for (const Markup& child : node.children) {
    if (child.is("tr")) ++shape.rows;
    if (child.is("th") || child.is("caption") || child.is("thead")) shape.has_data_marks = true;
    if (child.is("td")) {
      ++shape.cells;
      const auto count = std::count_if(child.children.begin(), child.children.end(),
                                       [](const Markup& part) { return part.is("p"); });
      const bool is_page = any_inside(
          child, [](const Markup& part) { return part.is("table") || is_heading(part); }, 3);
      if (count > 3 || is_page) shape.has_page_content = true;
    } else if (child.is("tbody") || child.is("thead") || child.is("tr")) {
      measure_table(child, shape);
    }
  }
}

// Adds up what a table shows: formulas, and letters beside them. False once these are too many for
// the number of a formula.
bool measure_equation(const Markup& node, std::size_t& formulas, std::size_t& letters) {
  constexpr std::size_t kNumber = 12;  // bytes of "(12.3a)"
  if (node.is("x-math")) {
    ++formulas;
    return true;
  }
  if (node.is_text() && !node.is_blank()) letters += node.text.size();
  if (letters > kNumber || node.is("img") || node.is("table")) return false;
  return std::all_of(node.children.begin(), node.children.end(), [&](const Markup& child) {
    return measure_equation(child, formulas, letters);
  });
}

// A formula set with its number in a row, as LaTeX's converters do.
bool is_equation(const Markup& table) {
  std::size_t formulas = 0;
  std::size_t letters = 0;
  return std::all_of(
             table.children.begin(), table.children.end(),
             [&](const Markup& child) { return measure_equation(child, formulas, letters); }) &&
         formulas > 0;
}

bool is_for_layout(const Markup& table) {
  const std::string_view role = table.attribute("role");
  if (role == "presentation" || role == "none") return true;
  TableShape shape;
  measure_table(table, shape);
  const bool is_column = shape.cells <= shape.rows;
  return (!shape.has_data_marks && (is_column || shape.has_page_content)) || is_equation(table);
}

void open_table(Markup& node) {
  for (Markup& child : node.children) {
    if (child.is("tbody") || child.is("tr") || child.is("tfoot")) open_table(child);
    if (child.is("td")) child.name = "div";
  }
  node.name = "div";
}

// Boxes of the text with a kind: Sphinx's and Docusaurus' "admonition", Bootstrap's "alert".
std::string box_kind(const Markup& node) {
  const bool is_box = has_class(node, "admonition") || has_class(node, "admonitionblock") ||
                      has_class(node, "alert") || has_class(node, "callout") ||
                      has_class(node, "markdown-alert");
  if (!is_box) return {};
  constexpr auto kKinds =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"attention", "caution"},
                                                                    {"caution", "caution"},
                                                                    {"danger", "danger"},
                                                                    {"error", "danger"},
                                                                    {"hint", "tip"},
                                                                    {"important", "important"},
                                                                    {"info", "info"},
                                                                    {"note", "note"},
                                                                    {"success", "tip"},
                                                                    {"tip", "tip"},
                                                                    {"warning", "warning"}});
  for (const auto& [name, kind] : kKinds) {
    for (const std::string_view prefix : {"", "alert-", "callout-", "alert--", "admonition-",
                                          "markdown-alert-", "theme-admonition-"}) {
      if (has_class(node, std::string(prefix) + std::string(name))) return std::string(kind);
    }
  }
  return "note";
}

// AsciiDoctor sets a box's sign and its words side by side in a table: only the words are kept.
void open_box_table(Markup& box) {
  if (!has_class(box, "admonitionblock")) return;
  const auto find_content = [](auto&& self, Markup& node) -> Markup* {
    for (Markup& child : node.children) {
      if (child.is("td") && has_class(child, "content")) return &child;
      const bool goes_on = child.is("table") || child.is("tbody") || child.is("tr");
      if (Markup* found = goes_on ? self(self, child) : nullptr) return found;
    }
    return nullptr;
  };
  Markup* content = find_content(find_content, box);
  if (content == nullptr) return;
  MarkupList words = std::move(content->children);
  words.push_back(
      left_out_record(words_of(box), "the sign of a box, which the book sets itself", box.range));
  box.children = std::move(words);
}

void name_box(Markup& node) {
  const std::string kind = box_kind(node);
  if (kind.empty()) return;
  open_box_table(node);
  node.name = "x-callout";
  node.set_attribute("kind", kind);
  for (Markup& child : node.children) {
    if (!child.is("p") && !child.is("div")) continue;
    const std::string_view classes = child.attribute("class");
    const bool is_title = classes.find("title") != std::string_view::npos ||
                          to_lower(classes).find("heading") != std::string::npos;
    if (is_title) child.name = "summary";
    return;
  }
}

class Tidier {
 public:
  void tidy(Markup& node) {
    if (node.kind != Markup::Kind::Element) return;
    if (node.is("pre")) return is_verse(node) ? make_verse(node) : remove_line_numbers(node);
    // The whole poem before its stanzas.
    if (is_verse(node)) make_verse(node);
    if (node.is("table")) {
      if (Markup* code = code_beside_numbers(node)) {
        Markup taken = std::move(*code);
        node = std::move(taken);
        return remove_line_numbers(node);
      }
      if (is_for_layout(node)) open_table(node);
    }
    if (node.is("div") || node.is("figure")) hand_down_language(node, node.children);
    if (node.is("div")) {
      name_box(node);
      if (parts_of(node).has(PagePart::AuthorBox)) node.set_attribute("x-role", "author-note");
    }
    for (Markup& child : node.children) tidy(child);
    wrap_items(node);
    join_lists(node);
    find_scene_breaks(node);
  }
};

}  // namespace

namespace {

// A permalink, or a span around nothing else.
bool is_only_permalink(const Markup& node) {
  if (!node.is("span") && !node.is("small")) return is_permalink(node);
  return std::any_of(node.children.begin(), node.children.end(), is_permalink) &&
         std::all_of(node.children.begin(), node.children.end(),
                     [](const Markup& child) { return child.is_blank() || is_permalink(child); });
}

}  // namespace

void tidy_heading(Markup& heading) {
  // A heading that folds its section away is a button as a whole.
  const bool is_button =
      std::all_of(heading.children.begin(), heading.children.end(), [](const Markup& child) {
        return child.is_blank() || child.is("button") || is_only_permalink(child);
      });
  MarkupList kept;
  for (Markup& child : heading.children) {
    if (is_only_permalink(child) || (child.is("button") && !is_button)) continue;
    const bool is_shell = is_link_into_page(child) || child.is("button");
    if (is_shell) {
      std::move(child.children.begin(), child.children.end(), std::back_inserter(kept));
    } else {
      kept.push_back(std::move(child));
    }
  }
  heading.children = std::move(kept);
}

void tidy_article(MarkupList& article) {
  mark_block_holders(article);
  Markup whole = Markup::element("div");
  whole.children = std::move(article);
  Tidier().tidy(whole);
  article = std::move(whole.children);
}

}  // namespace garland::html
