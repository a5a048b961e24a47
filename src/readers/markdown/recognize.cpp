#include "readers/markdown/recognize.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "base/byte_set.h"
#include "base/unicode.h"

namespace garland {
namespace {

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

bool has_front_matter(std::string_view text) {
  const std::string_view first = trim(take_line(text));
  if (first.starts_with("@def ") && first.find('=') != first.npos) return true;
  if (first.starts_with("% ") && text.starts_with("% ")) return true;  // Pandoc's title block
  if (!front_matter_notation(first).empty()) return true;
  if (first != "---" && first != "+++") return false;
  const std::string_view second = take_line(text);
  if (first == "+++" && second.starts_with('[')) return true;  // a TOML table
  const std::size_t sign = second.find_first_of(":=");
  if (sign == std::string_view::npos) return false;
  const std::string_view key = trim(second.substr(0, sign));
  return !key.empty() && key.find(' ') == key.npos;
}

// The text after the closing line; all of it where there is none.
std::string_view without_front_matter(std::string_view text) {
  std::string_view rest = text;
  std::string_view opening = trim(take_line(rest));
  if (!front_matter_notation(opening).empty()) opening = "---";
  while (!rest.empty()) {
    const std::string_view line = trim(take_line(rest));
    if (line == opening || (opening == "---" && line == "...")) return rest;
  }
  return text;
}

// "# Heading", "## Heading".
bool is_heading(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level >= 1 && level <= 6 && level < line.size() && line[level] == ' ';
}

// "[words](address)", "![alt](picture)", "[words][label]".
bool has_link(std::string_view line) {
  const std::size_t middle = std::min(line.find("]("), line.find("]["));
  return middle != std::string_view::npos && line.rfind('[', middle) != std::string_view::npos;
}

// "**bold**", "*emphasis*", "_emphasis_", with words directly inside the signs.
bool has_emphasis(std::string_view line) {
  for (const std::string_view sign : {"**", "__", "*", "_"}) {
    const std::size_t open = line.find(sign);
    if (open == std::string_view::npos) continue;
    const std::size_t word = open + sign.size();
    if (open > 0 && line[open - 1] != ' ' && line[open - 1] != '(' && line[open - 1] != '"')
      continue;
    if (word >= line.size() || line[word] == ' ' || line[word] == sign[0]) continue;
    const std::size_t close = line.find(sign, word);
    if (close != std::string_view::npos && line[close - 1] != ' ') return true;
  }
  return false;
}

// Whether the line, which is not blank, has any of the signs that are weighed below: most lines of
// a pasted text have none. `own` is the line without the spaces around it.
bool may_have_marks(std::string_view line, std::string_view own) {
  static constexpr ByteSet kSigns("#`~[*_|<>");
  static constexpr ByteSet kBeginnings("-=");  // which stand within words and lines of any text
  return line.starts_with(":::") || line.starts_with("1. ") || kBeginnings.has(own.front()) ||
         kSigns.any_in(own);
}

// Sure signs count more than those that plain text has too.
int weight_of(std::string_view line) {
  if (is_heading(line)) return 3;
  if (line.starts_with("```") || line.starts_with("~~~") || line.starts_with(":::")) return 3;
  if (has_link(line)) return 3;
  if (line.starts_with("[^") && line.find("]:") != std::string_view::npos) return 3;
  if (line.starts_with("> ")) return 2;
  if (line.starts_with("<figure") || line.starts_with("<img ") || line.starts_with("<div"))
    return 2;
  if (line.find("|--") != std::string_view::npos || line.find("| --") != std::string_view::npos)
    return 2;
  if (has_emphasis(line)) return 2;
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("1. ")) return 1;
  return 0;
}

// Replies quote with ">", and bullets and numbers are typed everywhere: signs that plain text has
// too, and reads as well.
bool is_quoted_or_item(std::string_view line) {
  return line.starts_with("> ") || line.starts_with("- ") || line.starts_with("* ") ||
         line.starts_with("1. ");
}

// What pasted text may have as well: a file must also be called Markdown for it to count.
// Takes a line without the spaces around it.
bool has_weak_mark(std::string_view own) {
  const bool is_underline = own.find_first_not_of(own[0]) == own.npos &&
                            (own[0] == '=' || own[0] == '-' || own[0] == '*' || own[0] == '_');
  const bool is_definition = own[0] == '[' && own.find("]: ") != own.npos;
  const bool is_tag = own[0] == '<' && own.size() > 1 && own[1] != ' ' && own[1] != '<';
  const std::size_t tick = own.find('`');
  const bool has_code = tick != own.npos && own.find('`', tick + 1) != own.npos;
  return is_underline || is_definition || is_tag || has_code || own.find("~~") != own.npos;
}

bool is_markdown_name(std::string_view path) {
  const std::string suffix = to_lower(path.substr(std::min(path.rfind('.'), path.size())));
  return suffix == ".md" || suffix == ".markdown" || suffix == ".mdown" || suffix == ".mkd" ||
         suffix == ".qmd" || suffix == ".rmd" || suffix == ".mdx";
}

}  // namespace

std::string_view front_matter_notation(std::string_view line) {
  constexpr auto kNotations =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"---javascript", "JavaScript"},
                                                                    {"---js", "JavaScript"},
                                                                    {"---json", "JSON"},
                                                                    {"---toml", "TOML"},
                                                                    {"---yaml", "YAML"},
                                                                    {"---yml", "YAML"}});
  for (const auto& [opening, notation] : kNotations) {
    if (line == opening) return notation;
  }
  return {};
}

int recognize_markdown(std::string_view text, std::string_view path) {
  const bool has_front = has_front_matter(text);
  // Above a clip that was pasted as it is, front matter says what is known of it and no more.
  if (has_front && is_markdown_name(path)) return 90;
  if (has_front) text = without_front_matter(text);
  int weight = 0;
  int line_count = 0;
  bool has_weak_marks = false;
  bool has_own_marks = false;  // that only Markdown has
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = take_line(rest);
    const std::string_view own = trim(line);
    if (own.empty()) continue;
    ++line_count;
    if (!may_have_marks(line, own)) continue;
    const int weight_here = weight_of(line);
    weight += weight_here;
    has_own_marks = has_own_marks || weight_here > (is_quoted_or_item(line) ? 2 : 0);
    has_weak_marks = has_weak_marks || has_weak_mark(own);
  }
  // One mark in ten lines, or a few sure ones, tell Markdown; typed bullets alone do not.
  const bool has_marks = weight >= 3 && (weight * 10 >= line_count || weight >= 9);
  // A page of text without a single mark was pasted, whatever its name.
  const bool has_none = weight == 0 && !has_weak_marks && line_count > 5;
  if (is_markdown_name(path)) return has_marks ? 95 : has_none ? 25 : 60;
  if (has_front && (weight > 0 || has_weak_marks)) return 90;
  return has_marks && has_own_marks ? 70 : 20;
}

}  // namespace garland
