#include "readers/markdown/head.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/contains.h"
#include "base/unicode.h"
#include "document/creation_date.h"
#include "document/metadata_values.h"
#include "document/walk.h"
#include "document/web_address.h"
#include "readers/words/byline.h"
#include "readers/words/names.h"

namespace garland {
namespace {

constexpr std::size_t kHeadParagraphs = 3;

bool is_first_level(const Block& block) {
  const auto* heading = block.as<Heading>();
  return heading != nullptr && heading->level == 1;
}

// The index of the first block below the title; nothing where no title stands above all.
std::optional<std::size_t> below_title(const Document& document) {
  const Blocks& blocks = document.blocks;
  const auto first = std::find_if_not(blocks.begin(), blocks.end(), [](const Block& block) {
    return block.as<Dropped>() != nullptr;
  });
  const auto index = static_cast<std::size_t>(first - blocks.begin());
  if (first == blocks.end()) return std::nullopt;
  if (is_first_level(*first)) {
    const auto count = std::count_if(blocks.begin(), blocks.end(), is_first_level);
    return count == 1 ? std::optional(index + 1) : std::nullopt;
  }
  return document.metadata.title.is_set() ? std::optional(index) : std::nullopt;
}

// The paragraph's lines in plain words; none where something stands there that no byline holds.
std::vector<std::string> lines_of(const Paragraph& paragraph) {
  std::string words;
  bool is_plain = true;
  query(paragraph.inlines, [&](const Inline& node) {
    is_plain &= node.as<Image>() == nullptr && node.as<NoteReference>() == nullptr &&
                node.as<Code>() == nullptr && node.as<Math>() == nullptr;
    if (const auto* text = node.as<Text>()) words += text->text;
    if (is_line_break(node)) words += '\n';
  });
  std::vector<std::string> lines;
  for (std::size_t at = 0; is_plain && at < words.size();) {
    const std::size_t end = std::min(words.find('\n', at), words.size());
    lines.push_back(collapse_spaces(std::string_view(words).substr(at, end - at)));
    at = end + 1;
  }
  return lines;
}

// What all lines of a paragraph say together; nothing unless each is a byline or a date.
std::optional<plain::Byline> byline_of(const Paragraph& paragraph) {
  const std::vector<std::string> lines = lines_of(paragraph);
  if (lines.empty() || lines.size() > kHeadParagraphs) return std::nullopt;
  plain::Byline all;
  for (const std::string& line : lines) {
    std::optional<plain::Byline> one = plain::parse_byline(line);
    // A name alone on its line is one's when the date is below it.
    if (!one && lines.size() > 1 && plain::looks_like_name(line)) {
      one = plain::parse_byline("By " + line);
    }
    if (!one || one->is_partial) return std::nullopt;
    if (!one->authors.empty() && !all.authors.empty()) return std::nullopt;
    if (one->date && all.date) return std::nullopt;
    if (all.authors.empty()) all.authors = std::move(one->authors);
    if (one->date) all.date = one->date;
    if (!one->rest.empty()) all.rest += (all.rest.empty() ? "" : " ") + one->rest;
  }
  return all;
}

// The key of a page's property ("date-created" for "Date created"), if it is one.
std::string property_key(std::string_view words) {
  constexpr auto kOthers = std::to_array<std::string_view>(
      {"category", "created-by", "due", "last-edited", "last-edited-by", "last-edited-time",
       "priority", "status", "tags", "type", "updated"});
  std::string key = to_lower(words);
  std::replace(key.begin(), key.end(), ' ', '-');
  const bool is_known =
      contains(metadata_keys(), key) || contains(kOthers, key) || names_creation(key);
  return is_known ? key : std::string();
}

using Properties = std::vector<std::pair<std::string, std::string>>;

// The properties that Notion writes below a page's title: "Created: …", "Tags: …", "URL: …", all
// lines of the paragraph. Empty where one of them is something else.
Properties properties_of(const Paragraph& paragraph) {
  Properties properties;
  for (const std::string& line : lines_of(paragraph)) {
    const std::size_t colon = std::min(line.find(": "), line.size());
    std::string key = property_key(std::string_view(line).substr(0, colon));
    if (key.empty() || colon == line.size()) return {};
    properties.emplace_back(std::move(key), line.substr(colon + 2));
  }
  return properties.size() > 1 ? properties : Properties{};
}

// When a page was made stands for its date where no other is given.
void take_creation_date(const Properties& properties, SourceRange range, Document& document) {
  if (document.metadata.date.is_set()) return;
  for (const auto& [key, words] : properties) {
    const std::optional<Date> date = creation_date(key, words);
    if (!date) continue;
    document.metadata.date = {*date, Origin::Inferred, "a property written below the title", range};
    document.inferences.push_back({range, "date", "a property written below the title"});
    return;
  }
}

// Leaves such a paragraph out, and takes what it says where nothing else says it.
bool take_properties(Block& block, Document& document) {
  const Properties properties = properties_of(*block.as<Paragraph>());
  Diagnostics unheard;
  for (const auto& [key, words] : properties) {
    Value value = Value::string(words);
    value.range = block.range;
    const bool is_said = set_metadata(document.metadata, key, value, Origin::Inferred, unheard);
    if (is_said) {
      document.inferences.push_back({block.range, key, "a property written below the title"});
    }
  }
  if (properties.empty()) return false;
  take_creation_date(properties, block.range, document);
  std::string words = collapse_spaces(plain_text(block.as<Paragraph>()->inlines));
  block.content = Dropped{std::move(words), "properties of the page, written below its title"};
  return true;
}

// A lone author's name may be a link to the author's page.
void take_address(const Paragraph& paragraph, std::vector<Contributor>& authors) {
  if (authors.size() != 1) return;
  query(paragraph.inlines, [&authors](const Inline& node) {
    const auto* link = node.as<Link>();
    if (link == nullptr || collapse_spaces(plain_text(link->inlines)) != authors.front().name)
      return;
    if (!web_address(link->target.url).empty()) authors.front().url = link->target.url;
  });
}

// Whether the metadata has no other word on what the byline says.
bool is_news(const plain::Byline& byline, const Metadata& metadata) {
  return (byline.authors.empty() || !metadata.contributors.is_set()) &&
         (!byline.date || !metadata.date.is_set());
}

// Whether the front matter says all that the byline says.
bool is_overruled(const plain::Byline& byline, const Metadata& metadata) {
  return byline.rest.empty() &&
         (byline.authors.empty() || metadata.contributors.origin == Origin::FrontMatter) &&
         (!byline.date || metadata.date.origin == Origin::FrontMatter);
}

void take(const plain::Byline& byline, SourceRange range, Document& document) {
  const std::string why = "a line below the title with nothing but names and dates";
  if (!byline.authors.empty()) {
    document.metadata.contributors = {byline.authors, Origin::Inferred, why, range};
    document.inferences.push_back({range, "byline", why});
  }
  if (byline.date) {
    document.metadata.date = {*byline.date, Origin::Inferred, why, range};
    document.inferences.push_back({range, "date", why});
  }
}

}  // namespace

void read_markdown_head(Document& document, Wishes& wishes) {
  const std::optional<std::size_t> begin = below_title(document);
  if (!begin) return;
  std::size_t at = *begin;
  for (std::size_t count = 0; count < kHeadParagraphs && at + 1 < document.blocks.size(); ++count) {
    const auto* paragraph = document.blocks[at].as<Paragraph>();
    if (paragraph == nullptr) return;
    std::optional<plain::Byline> byline = byline_of(*paragraph);
    std::string words = collapse_spaces(plain_text(paragraph->inlines));
    const bool is_kept = wishes.names_kept(words);
    if (!byline && !is_kept && take_properties(document.blocks[at], document)) return;
    if (!byline || is_kept) {  // a deck may stand above the byline
      ++at;
      continue;
    }
    if (is_overruled(*byline, document.metadata)) {
      document.blocks[at++].content = Dropped{
          std::move(words), "a byline or date; the front matter says who wrote it and when"};
      continue;
    }
    if (!is_news(*byline, document.metadata)) return;
    take_address(*paragraph, byline->authors);
    const SourceRange range = document.blocks[at].range;
    take(*byline, range, document);
    if (byline->rest.empty()) {
      document.blocks.erase(document.blocks.begin() + static_cast<std::ptrdiff_t>(at));
    } else {
      document.blocks[at++].content =
          Dropped{byline->rest, "a byline with the site's own words in it"};
    }
  }
}

}  // namespace garland
