#include "readers/markdown_preparation.h"

#include <algorithm>
#include <cstddef>

#include "base/unicode.h"
#include "readers/markdown_syntax.h"

namespace garland {
namespace {

constexpr std::string_view kMathFence = "~~~~~~~~~~";

// Quotation marks and spaces before a line's own text.
std::string_view container_prefix(std::string_view line) {
  return line.substr(0, std::min(line.find_first_not_of(" \t>"), line.size()));
}

std::string_view line_at(std::string_view text, std::size_t offset) {
  return text.substr(offset, std::min(text.find('\n', offset), text.size()) - offset);
}

// Follows the fences of code blocks from line to line.
class FenceTracker {
 public:
  // Whether this line is code or one of its fences.
  bool is_code(std::string_view line) {
    std::string_view own = line.substr(container_prefix(line).size());
    const std::size_t run = own.empty() ? 0 : std::min(own.find_first_not_of(own[0]), own.size());
    const bool is_fence = run >= 3 && (own[0] == '`' || own[0] == '~');
    if (length_ == 0) {
      if (!is_fence || (own[0] == '`' && own.find('`', run) != std::string_view::npos))
        return false;
      sign_ = own[0];
      length_ = run;
    } else if (is_fence && own[0] == sign_ && run >= length_ && trim(own.substr(run)).empty()) {
      length_ = 0;
    }
    return true;
  }

 private:
  char sign_ = 0;
  std::size_t length_ = 0;  // of the open fence; 0 outside of code
};

// Whether "\(" here opens math: not an escaped bracket of a link's address, not inside a word.
bool may_open_math(std::string_view line, std::size_t at) {
  if (at == 0) return true;
  const char before = line[at - 1];
  return before == ' ' || before == '\t' || before == '>' || before == '"' || before == '*' ||
         before == '_' || (before == '(' && (at < 2 || line[at - 2] != ']'));
}

// Prose in escaped brackets is no math: a formula is one letter or has a sign or digit in it.
bool looks_like_math(std::string_view content) {
  content = trim(content);
  return content.size() == 1 || content.find_first_of("\\^_=+<>/|0123456789") != content.npos;
}

void append_marked(std::string_view line, std::string& out) {
  std::size_t at = 0;
  bool has_end = true;
  while (at < line.size()) {
    if (line[at] != '\\' || at + 1 >= line.size()) {
      out += line[at++];
      continue;
    }
    if (line[at + 1] == '(' && has_end && may_open_math(line, at)) {
      const std::size_t end = line.find("\\)", at + 2);
      has_end = end != std::string_view::npos;
      if (has_end && looks_like_math(line.substr(at + 2, end - at - 2))) {
        out += kMathBackslash;
        out += line.substr(at + 1, end + 1 - at);
        at = end + 2;
        continue;
      }
    }
    out += line.substr(at, 2);
    at += 2;
  }
}

// The offset of the line "$$" that ends the display math begun before `offset`, if one comes before
// a blank line; otherwise npos.
std::size_t display_end(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const std::string_view line = line_at(text, offset);
    const std::string_view own = trim(line.substr(container_prefix(line).size()));
    if (own.empty()) return std::string_view::npos;
    if (own == "$$") return offset;
    offset += line.size() + 1;
  }
  return std::string_view::npos;
}

}  // namespace

std::string prepare_markdown(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 64);
  FenceTracker fences;
  std::size_t display_end_offset = std::string_view::npos;
  const bool has_math_brackets = text.find("\\)") != std::string_view::npos;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::string_view line = line_at(text, offset);
    const std::string_view prefix = container_prefix(line);
    const bool is_sign =
        line.substr(prefix.size()).starts_with("$$") && trim(line.substr(prefix.size())) == "$$";
    const bool is_inside = display_end_offset != std::string_view::npos;
    if (is_inside && offset == display_end_offset) {
      out.append(prefix).append(kMathFence);
      display_end_offset = std::string_view::npos;
    } else if (is_inside || fences.is_code(line)) {
      out += line;
    } else if (is_sign && (display_end_offset = display_end(text, offset + line.size() + 1)) !=
                              std::string_view::npos) {
      out.append(prefix).append(kMathFence).append(kMathLanguage);
    } else if (has_math_brackets) {
      append_marked(line, out);
    } else {
      out += line;
    }
    offset += line.size();
    if (offset < text.size()) out += text[offset++];
  }
  return out;
}

std::string without_marks(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), kMathBackslash, '\\');
  return out;
}

}  // namespace garland
