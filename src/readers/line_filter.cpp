#include "readers/line_filter.h"

#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "document/walk.h"

namespace garland {

LineFilter::LineFilter(const std::vector<std::string>& drop, Diagnostics& diagnostics) {
  for (const std::string& wish : drop) {
    if (wish.size() < 3 || wish.front() != '/' || wish.back() != '/') {
      whole_lines_.emplace(trim(wish));
      continue;
    }
    Result<Pattern> pattern = Pattern::compile(std::string_view(wish).substr(1, wish.size() - 2));
    if (pattern) {
      patterns_.push_back(std::move(pattern).value());
    } else {
      diagnostics.warning("bad-pattern", {}, "drop: " + wish + ": " + pattern.error().message,
                          pattern.error().help);
    }
  }
}

bool LineFilter::matches(std::string_view line) const {
  const std::string_view text = trim(line);
  if (whole_lines_.count(std::string(text)) > 0) return true;
  return std::any_of(patterns_.begin(), patterns_.end(),
                     [text](const Pattern& pattern) { return pattern.is_found_in(text); });
}

namespace {

const Inlines* words_of(const Block& block) {
  if (const auto* paragraph = block.as<Paragraph>()) return &paragraph->inlines;
  const auto* heading = block.as<Heading>();
  return heading == nullptr ? nullptr : &heading->inlines;
}

}  // namespace

void drop_matching_blocks(Blocks& blocks, const LineFilter& filter) {
  walk(blocks, [&filter](Block& block) {
    const Inlines* inlines = words_of(block);
    if (inlines == nullptr) return;
    std::string words = collapse_spaces(plain_text(*inlines));
    if (words.empty() || !filter.matches(words)) return;
    block.content = Dropped{std::move(words), "named under `drop:`"};
  });
}

}  // namespace garland
