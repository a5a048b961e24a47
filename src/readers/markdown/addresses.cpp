#include "readers/markdown/addresses.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/unicode.h"

namespace garland {
namespace {

// A link whose words are its address.
bool is_bare_address(const Markup& node) {
  if (!node.is("a") || node.children.size() != 1 || !node.children.front().is_text()) return false;
  const std::string_view address = node.attribute("href");
  const std::string_view words = node.children.front().text;
  return !words.empty() && address.ends_with(words) &&
         (address == words || address.ends_with(std::string("://").append(words)) ||
          address.starts_with("mailto:"));
}

bool stands_in_angle_brackets(const MarkupList& inlines, std::size_t at) {
  if (at == 0 || at + 1 == inlines.size()) return false;
  const Markup& before = inlines[at - 1];
  const Markup& after = inlines[at + 1];
  if (!before.is_text() || !after.is_text() || !trim(before.text).ends_with('<')) return false;
  const std::size_t sign = after.text.find_first_of("<>");
  return sign != std::string::npos && after.text[sign] == '>';
}

}  // namespace

void undo_refused_addresses(MarkupList& inlines) {
  if (std::none_of(inlines.begin(), inlines.end(), is_bare_address)) return;
  merge_texts(inlines);
  for (std::size_t at = 0; at < inlines.size(); ++at) {
    if (!is_bare_address(inlines[at]) || !stands_in_angle_brackets(inlines, at)) continue;
    Markup words = std::move(inlines[at].children.front());
    inlines[at] = std::move(words);
  }
}

}  // namespace garland
