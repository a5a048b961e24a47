// Gives the tags of site generators and note-takers their meaning, once the tree stands.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"
#include "readers/markdown/tags.h"
#include "readers/markup/markup.h"

namespace garland {

// The element of a tag, the attribute with its number, and that of a tag alone on its line.
constexpr std::string_view kTagElement = "x-tag";
constexpr std::string_view kTagNumber = "number";
constexpr std::string_view kBlockTag = "block";

struct TagContext {
  const std::vector<SiteTag>& tags;
  const Value& front;  // the front matter, for "{{ page.title }}"; a Map or null
  bool keeps_all;      // what means nothing is shown as it was written
};

// Makes elements of the tokens of hide_site_tags (markdown/tag_scan.h), in raw HTML too. In code,
// math and attributes all is as it was written.
void mark_site_tags(MarkupList& nodes, const std::vector<SiteTag>& tags);

// Then, when raw HTML is nested: tags that mean something become elements; two that belong together
// hold what stands between them; what only a site can show is reported and left out ("x-dropped").
// Linear but for the search of a tag's partner, which goes back over a bounded number of open ones.
void place_site_tags(MarkupList& nodes, const TagContext& context, Diagnostics& diagnostics);

}  // namespace garland
