// The tags of site generators and note-takers that stand among Markdown: what they are.
//   {% name … %}  {{ value }}          Liquid (Jekyll, Eleventy), Jinja, Nunjucks
//   {{< name … >}}  {{% name … %}}     Hugo's shortcodes
//   [[Page#Part|words]]  ![[file|300]] wiki links and embeds (Obsidian, Foam, MediaWiki)
//   %% … %%  {# … #}                   comments
//   <Name …>  {expression}  import …   MDX (markdown/mdx.h)
// They are taken out of the text before it is parsed (markdown/tag_scan.h) and get their meaning
// when the tree stands (markdown/tag_place.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source_range.h"

namespace garland {

// Bytes of a comment that are looked at for its end.
constexpr std::size_t kLongestComment = 20'000;

struct SiteTag {
  enum class Form {
    Statement,
    Output,
    Shortcode,
    WikiLink,
    Embed,
    Comment,
    Contents,
    Escaped,
    Component,
    Expression,
    Module,
    Element  // of HTML, with expressions in its tag
  };
  Form form = Form::Statement;
  std::string source;  // as written, on one line or several
  SourceRange range;
};

// What stands in a Statement, a Shortcode or a Component.
struct TagWords {
  std::string name;                     // lower case: "figure"; "highlight" for "endhighlight" too
  bool is_end = false;                  // "/figure", "endhighlight"
  bool is_closed = false;               // "figure … /"
  std::vector<std::string> positional;  // without quotation marks
  std::vector<std::pair<std::string, std::string>> named;

  // The value of the first of these keys that has one; empty where none has.
  std::string_view value_of(std::initializer_list<std::string_view> keys) const;
  // The first word behind the name that has no key; empty where there is none.
  std::string_view first() const;
};

TagWords words_of(const SiteTag& tag);

// The tag that begins at the head of `text`, if one does, as its form and its length. Looks no
// further than 2,000 bytes, and not beyond a blank line.
struct TagExtent {
  SiteTag::Form form = SiteTag::Form::Statement;
  std::size_t size = 0;
};
std::optional<TagExtent> tag_at(std::string_view text);

// Whether what stands between that tag and its end is code, to be kept as it is written.
bool holds_code(const TagWords& words);

// The address that a tag stands for where an address is expected: "{{< ref "a.md" >}}",
// "{% post_url 2024-05-01-a %}", "{{ "/a.png" | relative_url }}"; empty where only the site knows.
std::string address_of(const SiteTag& tag);

}  // namespace garland
