#include "readers/markdown/display_math.h"

#include <algorithm>

#include "base/lines.h"
#include "base/unicode.h"
#include "document/math.h"
#include "readers/markdown/scan.h"

namespace garland {
namespace {

constexpr std::string_view kBeginMark = "\\begin{";
constexpr std::size_t kLongestEnvironment = 20;  // of an environment
constexpr int kMostFormulaLines = 200;           // of a formula that is not between dollars

// "align" of "\begin{align}…"; empty for anything else.
std::string_view environment_of(std::string_view own) {
  if (!own.starts_with(kBeginMark)) return {};
  const std::string_view name = own.substr(kBeginMark.size(), kLongestEnvironment);
  return name.substr(0, std::min(name.find('}'), name.size()));
}

// Signs, not digits alone: "\[12\]" is the mark of a note.
bool is_known_formula(std::string_view tex) {
  return tex.find_first_of("\\^=+<>") != tex.npos && parse_math(tex).ok();
}

}  // namespace

bool looks_like_math(std::string_view content) {
  content = trim(content);
  return content.size() == 1 || content.find_first_of("\\^_=+<>/|0123456789") != content.npos;
}

std::string end_of_display(std::string_view tex) {
  if (tex.starts_with("\\[")) return "\\]";
  const std::string_view name = environment_of(tex);
  return name.empty() ? std::string() : "\\end{" + std::string(name) + "}";
}

std::optional<DisplayMath> display_math_at(std::string_view text, std::string_view own,
                                           std::size_t next_offset) {
  const std::string_view begin = trim(own);
  const std::string end = begin == "$$" ? "$$" : end_of_display(begin);
  DisplayMath found{next_offset, std::string(environment_of(begin))};
  const std::size_t mark_size =
      found.environment.empty() ? 2 : kBeginMark.size() + found.environment.size() + 1;
  if (end.empty() || begin.size() != mark_size) return std::nullopt;
  std::string tex;
  int line_count = 0;
  for (std::size_t& offset = found.end_offset; offset < text.size();) {
    const std::string_view line = line_at(text, offset);
    const std::string_view words = trim(line.substr(container_prefix(line).size()));
    if (words.empty() || (end != "$$" && ++line_count > kMostFormulaLines)) return std::nullopt;
    if (words == end) {
      const bool is_whole =
          end == "$$" || (found.environment.empty()
                              ? is_known_formula(tex)
                              : is_known_formula(std::string(begin).append(tex).append(end)));
      return is_whole ? std::optional(found) : std::nullopt;
    }
    tex.append(words).append("\n");
    offset += line.size() + 1;
  }
  return std::nullopt;
}

bool is_display_line(std::string_view own) {
  own = trim(own);
  const std::string end = end_of_display(own);
  if (end.empty() || !own.ends_with(end) || own.find(end) != own.size() - end.size()) return false;
  const bool is_bracket = end == "\\]";
  return is_known_formula(is_bracket ? own.substr(2, own.size() - 4) : own);
}

}  // namespace garland
