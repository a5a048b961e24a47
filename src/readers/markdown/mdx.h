// MDX: Markdown with the tags of components, expressions and modules of JavaScript among it
// (mdxjs.com, "What is MDX?"), which Docusaurus, Astro, Next.js and Storybook read.
//   import Tabs from '@theme/Tabs';      a module: code of the page's
//   <TabItem label="Rope">…</TabItem>    a component
//   {price}  {/* comment */}  {' '}      an expression
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "readers/markdown/tags.h"

namespace garland {

// Whether the text is MDX: it is called so, or opens with an import, its heading aside. Generators
// that read MDX call it Markdown too.
bool is_mdx(std::string_view path, std::string_view body);

// The text with the lines inside components moved to the left as far as their tags stand: MDX has
// no indented code. Line for line.
std::string without_component_indents(std::string_view body);

// Finds what MDX has among the words of a text, which must outlive it. Looks no further than 20,000
// bytes for the end of a module, 2,000 otherwise, and where that is in vain, not at once again:
// time linear in the text.
class MdxTags {
 public:
  explicit MdxTags(std::string_view text) : text_(text) {}

  // The component, expression or module that begins there, or the tag of an element of HTML with
  // expressions in it. Ask from the text's head on.
  std::optional<TagExtent> at(std::size_t offset);

 private:
  std::optional<TagExtent> expression_at(std::size_t offset);
  std::optional<TagExtent> tag_at(std::size_t offset);
  std::size_t module_size(std::string_view text);
  void note_endless(std::size_t offset);

  std::string_view text_;
  std::size_t endless_to_ = 0;  // what begins before this has no end
  bool has_endless_module_ = false;
};

// The tag of an element as HTML has it: of its expressions, strings stay. As many lines.
std::string html_of_jsx(std::string_view tag);

// The text of an expression that is or holds one string and no more ("'a'", "require("a.png")");
// empty for others.
std::string string_in_expression(std::string_view expression);

}  // namespace garland
