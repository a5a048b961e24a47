// Puts together the inlines of our own Markdown syntax, which parse_markdown leaves in pieces:
// "[", mark, "]" become a note's mark; "^", "[", …, "]" a note in place; "[…]" with a list of
// attributes a span; "[see @key, p. 3]" a citation; "^…^" and "~…~" superscripts and subscripts.
// What does not come together is text again, as it was written.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "readers/markup/markup.h"

namespace garland {

// What a document's marks may refer to, and which of its notes they do refer to.
struct MarkdownNames {
  // Labels of notes as written, by fold_case of them: GitHub's matching is blind to case.
  std::map<std::string, std::string, std::less<>> note_labels;
  std::set<std::string, std::less<>> reference_keys;
  bool any_key_is_known = false;                     // the references are in a file of their own
  std::set<std::string, std::less<>> marked_labels;  // filled by resolve_inlines
  std::vector<Markup> lost_marks;                    // marks of no note, filled likewise
};

// One of our pieces as it was written: "^label", "@key", "{.class}".
std::string written_form(const Markup& piece);

// One pass over the tree, linear in its size.
void resolve_inlines(MarkupList& blocks, MarkdownNames& names);

}  // namespace garland
