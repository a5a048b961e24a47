// What the tags of site generators and note-takers mean to a book. To give a tag a meaning, add its
// name to a table in markdown/tag_meanings.cpp, or in markdown/tag_pairs.cpp where it has an end.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "readers/markdown/tag_place.h"
#include "readers/markdown/tags.h"
#include "readers/markup/markup.h"

namespace garland {

// Names of tags that are callouts.
constexpr auto kCalloutNames = std::to_array<std::string_view>(
    {"admonition", "alert", "aside", "callout", "caution", "danger", "error", "example", "hint",
     "important", "info", "note", "notice", "question", "success", "tip", "warning"});

// An element of that name with these children.
Markup element_holding(std::string name, MarkupList children, SourceRange range);

class TagMeanings {
 public:
  TagMeanings(const TagContext& context, Diagnostics& diagnostics)
      : context_(context), diagnostics_(diagnostics) {}

  // Appends what a tag stands for that has no end.
  void add_single(const SiteTag& tag, MarkupList& out);
  // Appends what a tag makes of what stands between it and its end.
  void add_pair(const SiteTag& tag, const TagWords& words, MarkupList content, MarkupList& out);
  // Appends the record of a tag that shows nothing by itself.
  void leave_out(const SiteTag& tag, MarkupList& out);
  // Reports how many more tags were left out than were reported one by one. Call at the end.
  void report_rest();

 private:
  void add_statement(const SiteTag& tag, MarkupList& out);
  void add_value(const SiteTag& tag, MarkupList& out);
  void add_expression(const SiteTag& tag, MarkupList& out);
  void add_link(const SiteTag& tag, MarkupList& out);
  void add_embed(const SiteTag& tag, MarkupList& out);
  void add_figure(const SiteTag& tag, const TagWords& words, std::string address, MarkupList& out);
  void add_address(const SiteTag& tag, const TagWords& words, std::string address, MarkupList& out);
  void report(const SiteTag& tag, MarkupList& out);
  void drop(const SiteTag& tag, std::string reason, MarkupList& out);

  const TagContext& context_;
  Diagnostics& diagnostics_;
  int unknown_count_ = 0;
};

}  // namespace garland
