#include "readers/markdown/directives.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/contains.h"
#include "base/lines.h"
#include "base/unicode.h"
#include "readers/markdown/parse.h"
#include "readers/markdown/tag_meanings.h"
#include "readers/markdown/words.h"

namespace garland {
namespace {

constexpr int kMostNested = 8;

constexpr auto kCalloutDirectives = std::to_array<std::string_view>(
    {"admonition", "attention", "caution", "danger", "error", "hint", "important", "note",
     "seealso", "tip", "todo", "topic", "warning"});
constexpr auto kQuotingDirectives =
    std::to_array<std::string_view>({"epigraph", "highlights", "pull-quote"});
constexpr auto kCodeDirectives =
    std::to_array<std::string_view>({"code", "code-block", "code-cell", "prompt", "sourcecode"});
constexpr auto kContentsDirectives =
    std::to_array<std::string_view>({"contents", "tableofcontents", "toctree"});
// What only the site's own program can fill in.
constexpr auto kSiteDirectives = std::to_array<std::string_view>(
    {"bibliography", "iframe", "include", "index", "literalinclude", "raw", "video"});
// Of these the words stay, under their title where they have one.
constexpr auto kHoldingDirectives = std::to_array<std::string_view>(
    {"card", "container", "div", "dropdown", "exercise", "glossary", "grid", "grid-item",
     "grid-item-card", "margin", "only", "proof", "sidebar", "solution", "tab-item", "tab-set",
     "table", "theorem"});

// What stands behind a fence and in the block.
struct Directive {
  std::string name;
  std::string argument;  // behind the braces
  std::string settings;  // behind the name inside of them
  std::vector<std::pair<std::string, std::string>> options;
  std::string body;
  std::uint32_t body_line = 1;
  SourceRange range;

  // Takes the option away, so that it is not reported.
  std::string take(std::string_view key) {
    const auto found = std::find_if(options.begin(), options.end(),
                                    [key](const auto& option) { return option.first == key; });
    if (found == options.end()) return {};
    std::string value = std::move(found->second);
    options.erase(found);
    return value;
  }
};

Directive directive_of(const Markup& pre) {
  Directive made;
  made.range = pre.range;
  const std::string_view info = pre.attribute(kFenceInfo);
  const std::size_t close = std::min(info.find('}'), info.size());
  const std::string_view inside = trim(info.substr(1, close - 1));
  const std::size_t name = std::min(inside.find_first_of(" ,"), inside.size());
  made.name = to_lower(inside.substr(0, name));
  made.settings = inside.substr(name);
  made.argument = trim(info.substr(std::min(close + 1, info.size())));
  for (const Markup& code : pre.children) {
    for (const Markup& words : code.children) made.body += words.text;
  }
  made.body_line = pre.range.begin_line + 1;
  return made;
}

// Moves the lines that `is_option` likes from the head of the body to the options.
template <typename IsOption>
void take_options(Directive& directive, IsOption is_option) {
  std::size_t offset = 0;
  while (offset < directive.body.size()) {
    const std::string_view line = line_at(directive.body, offset);
    auto option = is_option(line);
    if (!option) break;
    directive.options.push_back(std::move(*option));
    ++directive.body_line;
    offset = std::min(offset + line.size() + 1, directive.body.size());
  }
  directive.body.erase(0, offset);
}

using Option = std::pair<std::string, std::string>;

// ":width: 50%".
std::optional<Option> colon_option(std::string_view line) {
  line = trim(line);
  const std::size_t end = line.find(':', 1);
  if (!line.starts_with(':') || end == line.npos || end < 2) return std::nullopt;
  const std::string_view key = line.substr(1, end - 1);
  if (key.find(' ') != key.npos) return std::nullopt;
  return Option{key, trim(line.substr(end + 1))};
}

// "#| echo: false", "//| …", "--| …", "%%| …".
std::optional<Option> comment_option(std::string_view line) {
  for (const std::string_view sign : {"#|", "//|", "--|", "%%|"}) {
    if (!line.starts_with(sign)) continue;
    const std::string_view entry = trim(line.substr(sign.size()));
    const std::size_t colon = std::min(entry.find(':'), entry.size());
    const std::string_view value = entry.substr(std::min(colon + 1, entry.size()));
    return Option{trim(entry.substr(0, colon)), trim(value)};
  }
  return std::nullopt;
}

class DirectiveReader {
 public:
  explicit DirectiveReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void read(MarkupList& blocks, int depth) {
    const auto is_ours = [](const Markup& block) { return block.has_attribute(kFenceInfo); };
    if (std::any_of(blocks.begin(), blocks.end(), is_ours)) {
      MarkupList out;
      for (Markup& block : blocks) {
        if (is_ours(block) && depth < kMostNested) {
          place(block, depth, out);
          continue;
        }
        // What is too deep stays code, whoever comes by again.
        std::erase_if(block.attributes,
                      [](const auto& entry) { return entry.first == kFenceInfo; });
        out.push_back(std::move(block));
      }
      blocks = std::move(out);
    }
    for (Markup& block : blocks) {
      if (is_block_element(block.name) && !block.is("p")) read(block.children, depth);
    }
  }

 private:
  void place(Markup& pre, int depth, MarkupList& out) {
    Directive directive = directive_of(pre);
    const std::string& name = directive.name;
    const bool is_known = contains(kCalloutDirectives, name) ||
                          contains(kQuotingDirectives, name) || contains(kCodeDirectives, name) ||
                          contains(kContentsDirectives, name) || contains(kSiteDirectives, name) ||
                          contains(kHoldingDirectives, name) || name == "figure" ||
                          name == "image" || name == "math" || name == "list-table";
    if (!is_known) return place_chunk(pre, directive, out);
    take_options(directive, colon_option);
    if (contains(kContentsDirectives, name)) {
      return out.push_back(
          left_out_record(directive.body, "a list of contents; the book has its own", pre.range));
    }
    if (contains(kSiteDirectives, name)) return report(directive, out);
    if (contains(kCodeDirectives, name)) {
      place_code(directive, out);
    } else if (name == "math") {
      out.push_back(code_of(directive, std::string(kMathLanguage)));
    } else if (name == "figure" || name == "image") {
      place_picture(directive, depth, out);
    } else {
      place_words(directive, depth, out);
    }
    place_options(directive, "an option of the site's", out);
  }

  static void place_options(const Directive& directive, std::string reason, MarkupList& out) {
    std::string words;
    for (const auto& [key, value] : directive.options) {
      if (key == "name" || key == "label") continue;
      words.append(words.empty() ? "" : "\n").append(key).append(": ").append(value);
    }
    if (!words.empty()) out.push_back(left_out_record(words, std::move(reason), directive.range));
  }

  void report(const Directive& directive, MarkupList& out) {
    diagnostics_.warning(
        "site-tag", directive.range,
        fmt::format("“{{{}}} {}” means something to its site alone and is left out", directive.name,
                    directive.argument),
        "write in its place what readers need of it");
    std::string words = "{" + directive.name + "} " + directive.argument;
    if (!directive.body.empty()) words.append("\n").append(directive.body);
    out.push_back(
        left_out_record(std::move(words), "a tag that only its site can fill", directive.range));
  }

  // Code that a program is to run.
  void place_chunk(Markup& pre, Directive& directive, MarkupList& out) {
    take_options(directive, comment_option);
    const bool is_hidden = is_off(directive, "echo") || is_off(directive, "include");
    if (!std::exchange(has_told_of_results_, true)) {
      diagnostics_.note("code-not-run", pre.range,
                        "the book shows code of the source, but nothing that comes of running it",
                        "save its figures and tables, and show them below the code");
    }
    if (is_hidden) {
      out.push_back(left_out_record(directive.body,
                                    "code that its author does not show (echo or include is false)",
                                    pre.range));
    } else {
      out.push_back(code_of(directive, directive.name));
    }
    place_options(directive, "an option of the program that runs the code", out);
  }

  // "echo=FALSE" behind the fence, "echo: false" in the block.
  static bool is_off(Directive& directive, std::string_view key) {
    const std::string value = to_lower(directive.take(key));
    if (value == "false" || value == "no") return true;
    std::string settings = to_lower(directive.settings);
    std::erase(settings, ' ');
    return settings.find(std::string(key) + "=false") != std::string::npos ||
           settings.ends_with(std::string(key) + "=f");
  }

  static void place_code(Directive& directive, MarkupList& out) {
    std::string language = directive.argument.substr(0, directive.argument.find(' '));
    if (language.starts_with("ipython")) language = "python";
    take_options(directive, [](std::string_view line) {
      return trim(line).empty() ? std::optional(Option{"name", ""}) : std::nullopt;
    });
    const std::string caption = directive.take("caption");
    Markup code = code_of(directive, language);
    if (caption.empty()) return out.push_back(std::move(code));
    Markup words =
        element_holding("figcaption", markdown_words(caption, directive.range), directive.range);
    out.push_back(element_holding("figure", {std::move(code), std::move(words)}, directive.range));
  }

  static Markup code_of(const Directive& directive, const std::string& language) {
    Markup code = Markup::element("code", directive.range);
    if (!language.empty()) code.set_attribute("class", "language-" + language);
    code.children.push_back(Markup::characters(directive.body, directive.range));
    return element_holding("pre", {std::move(code)}, directive.range);
  }

  void place_picture(Directive& directive, int depth, MarkupList& out) {
    Markup picture = Markup::element("img", directive.range);
    picture.set_attribute("src", directive.argument);
    picture.set_attribute("alt", directive.take("alt"));
    const std::string width = directive.take("width");
    if (!width.empty()) picture.set_attribute("width", width);
    const std::string name = directive.take("name");
    if (!name.empty()) picture.set_attribute("id", name);
    Markup figure = element_holding("figure", {std::move(picture)}, directive.range);
    MarkupList caption = markdown_of(directive, depth);
    if (!caption.empty()) {
      figure.children.push_back(element_holding("figcaption", std::move(caption), directive.range));
    }
    out.push_back(std::move(figure));
  }

  void place_words(Directive& directive, int depth, MarkupList& out) {
    const std::string& name = directive.name;
    const bool has_title = !directive.argument.empty();
    const bool is_title =
        name == "admonition" || name == "topic" || contains(kHoldingDirectives, name);
    // Of others the argument is the first line of their text.
    if (has_title && !is_title && name != "list-table") {
      directive.body = directive.argument + "\n" + directive.body;
      --directive.body_line;
    }
    MarkupList words = markdown_of(directive, depth);
    if (name == "list-table") words = table_of(std::move(words), directive);
    if (has_title && is_title) {
      MarkupList title = markdown_words(directive.argument, directive.range);
      const bool is_summary = name == "dropdown" || contains(kCalloutDirectives, name);
      Markup label =
          element_holding(is_summary ? "summary" : "strong", std::move(title), directive.range);
      if (!is_summary) label = element_holding("p", {std::move(label)}, directive.range);
      words.insert(words.begin(), std::move(label));
    }
    std::string element = "div";
    if (contains(kCalloutDirectives, name)) element = "x-callout";
    if (contains(kQuotingDirectives, name)) element = "blockquote";
    if (name == "dropdown") element = "details";
    Markup made = element_holding(std::move(element), std::move(words), directive.range);
    if (made.is("x-callout")) made.set_attribute("kind", kind_of(directive));
    out.push_back(std::move(made));
  }

  // A plain admonition is of the kind that its class names.
  static std::string kind_of(Directive& directive) {
    if (directive.name != "admonition" && directive.name != "topic") return directive.name;
    const std::string kind = directive.take("class");
    return contains(kCalloutDirectives, kind) ? kind : "note";
  }

  // A list of rows, each of which is a list of cells.
  static MarkupList table_of(MarkupList words, Directive& directive) {
    const auto rows = std::find_if(words.begin(), words.end(),
                                   [](const Markup& block) { return block.is("ul"); });
    if (rows == words.end()) return words;
    const bool has_head = directive.take("header-rows") == "1";
    Markup table = Markup::element("table", directive.range);
    if (!directive.argument.empty()) {
      table.children.push_back(element_holding(
          "caption", markdown_words(std::exchange(directive.argument, {}), directive.range),
          directive.range));
    }
    for (Markup& item : rows->children) {
      Markup row = Markup::element("tr", item.range);
      for (Markup& list : item.children) {
        for (Markup& cell : list.children) {
          cell.name = has_head && &item == &rows->children.front() ? "th" : "td";
          row.children.push_back(std::move(cell));
        }
      }
      table.children.push_back(std::move(row));
    }
    *rows = std::move(table);
    return words;
  }

  MarkupList markdown_of(const Directive& directive, int depth) {
    MarkupList blocks = parse_markdown(directive.body, directive.body_line,
                                       MarkdownExtras::WithoutCitations, diagnostics_);
    read(blocks, depth + 1);
    return blocks;
  }

  Diagnostics& diagnostics_;
  bool has_told_of_results_ = false;
};

}  // namespace

void read_directives(MarkupList& blocks, Diagnostics& diagnostics) {
  DirectiveReader(diagnostics).read(blocks, 0);
}

}  // namespace garland
