#include "readers/plain_text/replies.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace garland::plain {

namespace {

// Takes the ">" signs and the white space behind them off a line.
void unquote(TextLine& line) {
  std::size_t at = 1;
  while (at < line.text.size() && (line.text[at] == ' ' || line.text[at] == '>')) ++at;
  const auto columns = static_cast<std::uint32_t>(at);
  line.text.remove_prefix(at);
  line.begin_column += columns;
  line.width -= std::min(line.width, columns);
  line.is_quoted = true;
}

}  // namespace

void unquote_lines(std::vector<TextLine>& lines, std::vector<Inference>& inferences) {
  const auto is_quoted = [](const TextLine& line) {
    return !line.is_left_out() && line.text.substr(0, 1) == ">" && line.text.substr(0, 2) != ">=" &&
           line.text.substr(0, 3) != ">>>";
  };
  // One alone may be anything, but where several stand together it is one of them.
  std::size_t fewest = 2;
  for (std::size_t i = 0; i + 1 < lines.size() && fewest > 1; ++i) {
    if (is_quoted(lines[i]) && is_quoted(lines[i + 1])) fewest = 1;
  }
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i;
    while (end < lines.size() && is_quoted(lines[end])) ++end;
    if (end - i >= fewest) {
      inferences.push_back({range_of(lines[i], lines[end - 1]), "quotation",
                            "lines that begin with \">\", as replies quote"});
      for (; i < end; ++i) unquote(lines[i]);
    }
    i = std::max(end, i + 1);
  }
}

}  // namespace garland::plain
