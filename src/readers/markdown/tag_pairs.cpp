// What tags make of the text between them and their ends.
#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "base/contains.h"
#include "base/unicode.h"
#include "readers/markdown/tag_meanings.h"
#include "readers/markdown/words.h"

namespace garland {
namespace {

// Of these, the ones whose kind stands in their words.
constexpr auto kOpenCallouts =
    std::to_array<std::string_view>({"admonition", "alert", "callout", "hint", "notice"});
constexpr auto kDetails = std::to_array<std::string_view>(
    {"accordion", "collapse", "collapsible", "details", "expand", "spoiler"});
constexpr auto kQuotationTags =
    std::to_array<std::string_view>({"blockquote", "epigraph", "pullquote", "pquote", "quote"});
// Pairs that only lay out what they hold, but for the words that name it.
constexpr auto kLabelled =
    std::to_array<std::string_view>({"card", "code", "step", "tab", "tabitem"});
bool is_inline(const MarkupList& nodes) {
  return std::none_of(nodes.begin(), nodes.end(), [](const Markup& node) {
    return node.kind == Markup::Kind::Element && is_block_element(node.name);
  });
}

// "{{< notice tip "Title" >}}", "{{% alert color="warning" title="Title" %}}".
Markup callout_of(const SiteTag& tag, const TagWords& words, MarkupList content) {
  Markup callout = Markup::element("x-callout", tag.range);
  std::string kind = words.name;
  std::size_t title_at = 0;
  if (contains(kOpenCallouts, words.name)) {
    kind = "note";
    const std::string named = to_lower(words.value_of({"type", "kind", "level", "color", "style"}));
    const std::string placed = to_lower(words.first());
    if (contains(kCalloutNames, named)) kind = named;
    if (contains(kCalloutNames, placed)) {
      kind = placed;
      title_at = 1;
    }
  }
  callout.set_attribute("kind", kind);
  std::string_view title = words.value_of({"title", "header", "heading"});
  if (title.empty() && words.positional.size() > title_at) title = words.positional[title_at];
  if (!title.empty()) {
    callout.children.push_back(
        element_holding("summary", markdown_words(title, tag.range), tag.range));
  }
  std::move(content.begin(), content.end(), std::back_inserter(callout.children));
  return callout;
}

Markup details_of(const SiteTag& tag, const TagWords& words, MarkupList content) {
  Markup details = Markup::element("details", tag.range);
  std::string_view title = words.value_of({"title", "summary", "header", "label"});
  if (title.empty()) title = words.first();
  if (!title.empty()) {
    details.children.push_back(
        element_holding("summary", markdown_words(title, tag.range), tag.range));
  }
  std::move(content.begin(), content.end(), std::back_inserter(details.children));
  return details;
}

Markup quotation_of(const SiteTag& tag, const TagWords& words, MarkupList content) {
  Markup quotation = element_holding("blockquote", std::move(content), tag.range);
  std::string source;
  for (const char* key : {"author", "cite", "source", "title", "by"}) {
    const std::string_view value = words.value_of({key});
    if (!value.empty()) source.append(source.empty() ? "" : ", ").append(value);
  }
  if (!source.empty()) {
    quotation.children.push_back(
        element_holding("footer", markdown_words(source, tag.range), tag.range));
  }
  return quotation;
}

}  // namespace

void TagMeanings::add_pair(const SiteTag& tag, const TagWords& words, MarkupList content,
                           MarkupList& out) {
  const bool has_words = std::any_of(content.begin(), content.end(), [](const Markup& node) {
    return !node.is_blank() && !node.is("x-dropped");
  });
  if (!has_words) {
    add_single(tag, out);
  } else if (contains(kCalloutNames, words.name) && words.name != "aside") {
    return out.push_back(callout_of(tag, words, std::move(content)));
  } else if (contains(kDetails, words.name)) {
    return out.push_back(details_of(tag, words, std::move(content)));
  } else if (contains(kQuotationTags, words.name) && !is_inline(content)) {
    return out.push_back(quotation_of(tag, words, std::move(content)));
  } else if (contains(kLabelled, words.name)) {
    std::string_view label =
        words.value_of({"title", "name", "header", "label", "tabname", "value"});
    if (label.empty()) label = words.first();
    Markup strong = element_holding("strong", markdown_words(label, tag.range), tag.range);
    if (!label.empty()) out.push_back(element_holding("p", {std::move(strong)}, tag.range));
  }
  if (words.name == "link" && !words.value_of({"to", "href"}).empty()) {
    Markup link = element_holding("a", std::move(content), tag.range);
    link.set_attribute("href", std::string(words.value_of({"to", "href"})));
    return out.push_back(std::move(link));
  }
  leave_out(tag, out);
  std::move(content.begin(), content.end(), std::back_inserter(out));
}

}  // namespace garland
