#include "readers/plain_text/recognize.h"

// Whether a text is one that was copied or rendered without marks, although it has signs that
// Markdown uses: the bullets of a terminal browser, samples of code.
#include <string_view>
#include <vector>

#include "base/unicode.h"
#include "readers/plain_text/dialect.h"
#include "readers/plain_text/lines.h"
#include "readers/plain_text/told_head.h"
#include "readers/words/list_marks.h"
#include "readers/words/measure.h"

namespace garland {

namespace {

constexpr int kRenderedText = 92;  // surer than Markdown by front matter above it
constexpr int kRendered = 85;      // surer than Markdown by its marks, where its name says nothing
constexpr int kCopied = 75;        // surer than Markdown by its marks, where its name says nothing
constexpr int kTextName = 40;      // any text with a plain text's name
constexpr int kAnyText = 30;
constexpr std::uint32_t kWideLine = 50;  // columns: a line this wide is likely running text

bool has_texts_name(std::string_view path) {
  return path.ends_with(".txt") || path.ends_with(".text");
}

// Signs of a text with marks, and of one whose marks were lost.
struct Signs {
  std::size_t marked = 0;    // headings with "#", fences, links with an address
  std::size_t unmarked = 0;  // headings without a mark, and code that nothing sets off
};

bool is_marked_heading(std::string_view text) {
  const std::size_t level = text.find_first_not_of('#');
  return level != std::string_view::npos && level >= 1 && level <= 6 && text[level] == ' ';
}

// A short line that ends without punctuation.
bool is_bare_heading(const plain::TextLine& line) {
  if (line.width > 60 || line.indent > 0 || plain::list_mark(line.text).is_some()) return false;
  const plain::Measure found = plain::measure(line.text);
  return found.words <= 8 && found.begins_upper && found.letters * 2 > found.width &&
         (is_letter(found.last) || found.last == U'?');
}

Signs count_signs(const std::vector<plain::TextLine>& lines) {
  Signs signs;
  bool in_fence = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view text = lines[i].text;
    if (text.starts_with("```") || text.starts_with("~~~")) {
      in_fence = !in_fence;
      ++signs.marked;
    }
    if (in_fence || lines[i].is_blank()) continue;
    const bool is_apart =
        (i == 0 || lines[i - 1].is_blank()) && (i + 1 == lines.size() || lines[i + 1].is_blank());
    const bool is_marked =
        (is_apart && is_marked_heading(text)) || text.find("](") != std::string_view::npos;
    if (is_marked) ++signs.marked;
    const bool has_text_below = i + 2 < lines.size() && lines[i + 2].width >= kWideLine;
    if (!is_marked && is_apart && has_text_below && is_bare_heading(lines[i])) ++signs.unmarked;
    if (lines[i].indent < 4 && text.starts_with("$ ")) ++signs.unmarked;
  }
  return signs;
}

}  // namespace

int least_of_plain_text(std::string_view path) {
  return has_texts_name(path) ? kTextName : kAnyText;
}

int recognize_plain_text(std::string_view text, std::string_view path) {
  const bool is_named = has_texts_name(path);
  const std::vector<plain::TextLine> lines = plain::split_lines(text, 1);
  if (plain::judge_dialect(lines).renderer != plain::Renderer::Unknown) {
    return is_named ? kRenderedText : kRendered;
  }
  if (!is_named) return least_of_plain_text(path);
  // The lines that a reply quotes look like Markdown's quotations.
  if (plain::has_message_head(lines)) return kRenderedText;
  const Signs signs = count_signs(lines);
  constexpr std::size_t kEnough = 3;
  return signs.unmarked >= kEnough && signs.unmarked >= signs.marked ? kCopied
                                                                     : least_of_plain_text(path);
}

}  // namespace garland
