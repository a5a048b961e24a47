#include "document/written_name.h"

#include <algorithm>

#include "base/unicode.h"
#include "document/inline.h"
#include "document/marked_text.h"

namespace garland {
namespace {

// Whether words in brackets behind a name only say where to reach its bearer: "@ada", "a@b.org",
// "https://…".
bool is_way_to_reach(std::string_view words) {
  return words.find(' ') == std::string_view::npos &&
         (words.find('@') != std::string_view::npos ||
          words.find("://") != std::string_view::npos || words.starts_with("www."));
}

// The offset of the ")" that closes a bracket opened before `at`, which may hold one pair of its
// own; npos where none does. It looks no further than three signs, since a text may be all "(".
std::size_t closing_bracket(std::string_view text, std::size_t at) {
  std::size_t end = text.find_first_of("()", at);
  if (end == text.npos || text[end] == ')') return end;
  end = text.find_first_of("()", end + 1);
  if (end == text.npos || text[end] == '(') return text.npos;
  end = text.find_first_of("()", end + 1);
  return end != text.npos && text[end] == ')' ? end : text.npos;
}

// "[words](address)" at `at`: moves past it.
bool take_link(std::string_view text, std::size_t& at, WrittenName& link) {
  const std::size_t middle = text.find_first_of("[]", at + 1);
  if (middle == std::string_view::npos || !text.substr(middle).starts_with("](")) return false;
  const std::size_t end = closing_bracket(text, middle + 2);
  if (end == std::string_view::npos) return false;
  link.text = collapse_spaces(text.substr(at + 1, middle - at - 1));
  if (link.text.empty()) return false;
  const std::string_view target = trim(text.substr(middle + 2, end - middle - 2));
  link.address = target.substr(0, target.find_first_of(" \t"));
  at = end + 1;
  return true;
}

}  // namespace

std::string plain_names(std::string_view written, std::vector<WrittenName>& linked) {
  std::string text;
  for (std::size_t at = 0; at < written.size();) {
    WrittenName link;
    if (written[at] == '[' && take_link(written, at, link)) {
      text += link.text;
      link.text = without_title_marks(link.text);
      linked.push_back(std::move(link));
      continue;
    }
    if (written[at] == '(') {
      const std::size_t end = closing_bracket(written, at + 1);
      if (end != std::string_view::npos && is_way_to_reach(written.substr(at + 1, end - at - 1))) {
        at = end + 1;
        continue;
      }
    }
    text += written[at++];
  }
  return collapse_spaces(without_title_marks(text));
}

}  // namespace garland
