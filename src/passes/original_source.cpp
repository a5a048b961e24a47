#include "passes/original_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "document/metadata_values.h"
#include "document/walk.h"
#include "passes/inline_tools.h"
#include "passes/source_phrase.h"

namespace garland {
namespace {

constexpr std::size_t kBlocksFromEachEnd = 3;

// What a paragraph says of the article's source, ready for the metadata.
struct Finding {
  SourcePhrase phrase;
  std::string url;  // empty where there is no link
  std::string words;
};

bool is_web_address(std::string_view text) {
  return text.rfind("http://", 0) == 0 || text.rfind("https://", 0) == 0;
}

// Addresses of the links inside; nothing when something stands there that metadata cannot take.
std::optional<std::set<std::string>> addresses_in(const Inlines& inlines) {
  std::set<std::string> addresses;
  bool is_plain = true;
  query(inlines, [&](const Inline& node) {
    if (const auto* link = node.as<Link>()) addresses.insert(link->target.url);
    is_plain &= node.as<Image>() == nullptr && node.as<NoteReference>() == nullptr &&
                node.as<Citation>() == nullptr && node.as<Math>() == nullptr;
  });
  if (!is_plain) return std::nullopt;
  return addresses;
}

std::optional<Finding> finding_in(const Paragraph& paragraph) {
  const auto addresses = addresses_in(paragraph.inlines);
  if (!addresses || addresses->size() > 1) return std::nullopt;
  Finding found;
  if (!addresses->empty()) found.url = *addresses->begin();
  if (!found.url.empty() && !is_web_address(found.url)) return std::nullopt;
  found.words = collapse_spaces(plain_text(paragraph.inlines));
  auto phrase = source_phrase(found.words, !found.url.empty());
  if (!phrase) return std::nullopt;
  found.phrase = std::move(*phrase);
  if (is_web_address(found.phrase.name)) {
    const bool is_free = found.url.empty() || found.url == found.phrase.name;
    if (!is_free || found.phrase.name.find(' ') != std::string::npos) return std::nullopt;
    found.url = std::move(found.phrase.name);
    found.phrase.name.clear();
  }
  if (found.url.empty() && found.phrase.name.empty() && found.phrase.date.empty()) {
    return std::nullopt;
  }
  return found;
}

std::string_view without_end_slash(std::string_view url) {
  if (!url.empty() && url.back() == '/') url.remove_suffix(1);
  return url;
}

bool can_take_url(const Sourced<std::string>& field, const std::string& url) {
  return url.empty() || !field.is_set() || without_end_slash(field.value) == without_end_slash(url);
}

bool can_take_name(const Sourced<std::string>& field, const std::string& name) {
  return name.empty() || !field.is_set() || comparable(field.value) == comparable(name);
}

bool can_take_date(const Sourced<Date>& field, const std::string& written) {
  return written.empty() || !field.is_set() || field.value.iso() == date_from(written)->iso();
}

bool can_take(const Metadata& metadata, const Finding& found) {
  return can_take_url(metadata.url, found.url) &&
         can_take_name(metadata.publication, found.phrase.name) &&
         can_take_date(metadata.date, found.phrase.date);
}

void take(Document& document, const Finding& found, SourceRange range) {
  Metadata& metadata = document.metadata;
  const std::string rule = fmt::format("the text says \"{}\"", found.words);
  const auto set = [&](auto& field, auto value) {
    field.fill({std::move(value), Origin::Inferred, rule, range});
  };
  if (!found.url.empty()) set(metadata.url, found.url);
  if (!found.phrase.name.empty()) set(metadata.publication, found.phrase.name);
  if (!found.phrase.date.empty()) set(metadata.date, *date_from(found.phrase.date));
  document.inferences.push_back({range, "attribution", rule + ", which the source line prints"});
}

// Indices of the first and last blocks that say something.
std::vector<std::size_t> outer_blocks(const Blocks& blocks) {
  std::vector<std::size_t> speaking;
  for (std::size_t index = 0; index < blocks.size(); ++index) {
    if (blocks[index].as<Dropped>() == nullptr && blocks[index].as<ThematicBreak>() == nullptr) {
      speaking.push_back(index);
    }
  }
  if (speaking.size() > 2 * kBlocksFromEachEnd) {
    const auto step = static_cast<std::ptrdiff_t>(kBlocksFromEachEnd);
    speaking.erase(speaking.begin() + step, speaking.end() - step);
  }
  return speaking;
}

// "Source: …" behind a picture or table is theirs.
bool stands_under_a_picture(const Blocks& blocks, std::size_t index) {
  if (index == 0) return false;
  const Block& before = blocks[index - 1];
  if (before.as<Figure>() != nullptr || before.as<Table>() != nullptr) return true;
  const auto* paragraph = before.as<Paragraph>();
  return paragraph != nullptr && paragraph->inlines.size() == 1 &&
         paragraph->inlines.front().as<Image>() != nullptr;
}

// A break that parted the sentence from the text parts nothing now.
void drop_outer_breaks(Blocks& blocks) {
  const auto is_break = [](const Block& block) { return block.as<ThematicBreak>() != nullptr; };
  while (!blocks.empty() && is_break(blocks.back())) blocks.pop_back();
  blocks.erase(blocks.begin(), std::find_if_not(blocks.begin(), blocks.end(), is_break));
}

// Takes one finding out of the body; false when there is none.
bool take_next(Document& document) {
  Blocks& blocks = document.blocks;
  for (const std::size_t index : outer_blocks(blocks)) {
    const auto* paragraph = blocks[index].as<Paragraph>();
    const std::optional<Finding> found = paragraph ? finding_in(*paragraph) : std::nullopt;
    if (!found || !can_take(document.metadata, *found)) continue;
    if (found->phrase.is_label && stands_under_a_picture(blocks, index)) continue;
    take(document, *found, blocks[index].range);
    blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(index));
    drop_outer_breaks(blocks);
    return true;
  }
  return false;
}

}  // namespace

void adopt_original_source(Document& document, Diagnostics& /*diagnostics*/) {
  while (take_next(document)) {
  }
}

}  // namespace garland
