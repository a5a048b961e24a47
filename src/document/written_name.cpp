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

// "[words](address)" at `at`, or "[[words]]" kept aside for bare names: moves past it.
bool take_link(std::string_view text, std::size_t& at, WrittenName& link) {
  const std::size_t middle = text.find("](", at);
  if (middle == std::string_view::npos || text.find_first_of("[]", at + 1) != middle) return false;
  const std::size_t end = text.find(')', middle);
  if (end == std::string_view::npos) return false;
  link.text = collapse_spaces(text.substr(at + 1, middle - at - 1));
  const std::string_view target = trim(text.substr(middle + 2, end - middle - 2));
  link.address = target.substr(0, target.find_first_of(" \t"));
  at = end + 1;
  return !link.text.empty();
}

std::string without_marks(std::string_view text) {
  return plain_text(inlines_from_marked_text(text));
}

}  // namespace

std::string plain_names(std::string_view written, std::vector<WrittenName>& linked) {
  std::string text;
  for (std::size_t at = 0; at < written.size();) {
    WrittenName link;
    if (written[at] == '[' && take_link(written, at, link)) {
      text += link.text;
      link.text = without_marks(link.text);
      linked.push_back(std::move(link));
      continue;
    }
    if (written[at] == '(') {
      const std::size_t end = written.find(')', at);
      if (end != std::string_view::npos && is_way_to_reach(written.substr(at + 1, end - at - 1))) {
        at = end + 1;
        continue;
      }
    }
    text += written[at++];
  }
  return collapse_spaces(without_marks(text));
}

}  // namespace garland
