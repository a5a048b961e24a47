#include "passes/quotation_attribution.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/unicode.h"
#include "document/walk.h"
#include "passes/inline_tools.h"

namespace garland {
namespace {

constexpr std::size_t kLongestAttribution = 160;  // code points; longer ones are sentences

// Bytes of the dash and the space behind it, 0 where the text begins with none.
std::size_t dash_size(std::string_view text) {
  constexpr auto kDashes = std::to_array<std::string_view>({"—", "–", "―", "---", "--"});
  for (const std::string_view dash : kDashes) {
    if (text.substr(0, dash.size()) != dash) continue;
    std::size_t size = dash.size();
    for (std::size_t next = size; next < text.size(); size = next) {
      if (!is_space(next_code_point(text, next))) break;
    }
    return size;
  }
  return 0;
}

// The text at the very beginning of the inlines, inside emphasis and the like too; or null.
Text* first_text(Inlines& inlines) {
  if (inlines.empty()) return nullptr;
  if (auto* text = inlines.front().as<Text>()) return text;
  Inlines* inner = children_of(inlines.front());
  return inner == nullptr ? nullptr : first_text(*inner);
}

bool begins_with_dash(const Block& block) {
  const auto* paragraph = block.as<Paragraph>();
  return paragraph != nullptr && dash_size(plain_text(paragraph->inlines)) > 0;
}

bool reads_as_attribution(const std::string& words) {
  const std::size_t dash = dash_size(words);
  if (dash == 0 || dash == words.size()) return false;
  if (count_code_points(words) > kLongestAttribution) return false;
  const char last = words.back();
  return last != '?' && last != '!' && last != ':' && last != ',';
}

// Whether a sentence or quotation ends here, so that a dash on the next line opens something new.
bool ends_a_sentence(const std::string& words) {
  constexpr auto kEnds =
      std::to_array<std::string_view>({".", "!", "?", "…", "\"", "'", "”", "’", "»", "“", ")"});
  const std::string_view text = trim(words);
  return std::any_of(kEnds.begin(), kEnds.end(), [text](std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
  });
}

// Takes the dash off and the white space around.
Inlines without_dash(Inlines inlines) {
  Text* text = first_text(inlines);
  if (text != nullptr) text->text.erase(0, dash_size(text->text));
  if (text != nullptr && text->text.empty() && inlines.front().as<Text>() == text) {
    inlines.erase(inlines.begin());
  }
  trim_inlines(inlines);
  return inlines;
}

// The dash can be taken off: it lies in one text node, and no emphasis is left empty without it.
bool has_plain_dash(Inlines inlines) {
  const Text* text = first_text(inlines);
  if (text == nullptr || dash_size(text->text) == 0) return false;
  return dash_size(text->text) < text->text.size() || inlines.front().as<Text>() == text;
}

bool take_last_paragraph(BlockQuotation& quotation) {
  Blocks& blocks = quotation.blocks;
  auto* last = blocks.back().as<Paragraph>();
  if (blocks.size() < 2 || last == nullptr || !has_plain_dash(last->inlines)) return false;
  if (!reads_as_attribution(plain_text(last->inlines))) return false;
  if (std::any_of(blocks.begin(), blocks.end() - 1, begins_with_dash)) return false;
  quotation.attribution = without_dash(std::move(last->inlines));
  blocks.pop_back();
  return true;
}

bool take_last_line(BlockQuotation& quotation) {
  auto* last = quotation.blocks.back().as<Paragraph>();
  if (last == nullptr) return false;
  const auto line =
      std::find_if(last->inlines.rbegin(), last->inlines.rend(), is_line_break).base();
  if (line == last->inlines.begin()) return false;
  const Inlines before(last->inlines.begin(), line - 1);
  Inlines words(line, last->inlines.end());
  const bool is_attribution =
      has_plain_dash(words) && reads_as_attribution(plain_text(words)) &&
      ends_a_sentence(plain_text(before)) &&
      std::none_of(quotation.blocks.begin(), quotation.blocks.end(), begins_with_dash);
  if (!is_attribution) return false;
  last->inlines = before;
  quotation.attribution = without_dash(std::move(words));
  return true;
}

}  // namespace

void attribute_quotations(Document& document, Diagnostics& /*diagnostics*/) {
  walk(document, [&document](Block& block) {
    auto* quotation = block.as<BlockQuotation>();
    if (quotation == nullptr) return;
    // The writers supply the dash.
    if (has_plain_dash(quotation->attribution)) {
      quotation->attribution = without_dash(std::move(quotation->attribution));
    }
    if (quotation->blocks.empty() || !quotation->attribution.empty()) return;
    const SourceRange range = quotation->blocks.back().range;
    if (take_last_paragraph(*quotation) || take_last_line(*quotation)) {
      document.inferences.push_back(
          {range, "quotation attribution", "last line of a quotation, begun with a dash"});
    }
  });
}

}  // namespace garland
