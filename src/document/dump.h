// Text forms of a tree: for tests, for `garland inspect`, for other programs.
#pragma once

#include <string>

#include "base/value.h"
#include "document/document.h"

namespace garland {

// The form all tests share: one node a line, indented by depth, text in quotes, e.g.
//   heading 2 #the-sea @3:1
//     text "The sea"
// Metadata that is set, notes, references and inferences are shown too. "@3:1" is where the node
// begins, where that is known.
struct DumpOptions {
  bool ranges = true;  // off: a test that does not care for places leaves them out
};
std::string dump(const Document& document, const DumpOptions& options = {});
std::string dump(const Blocks& blocks, const DumpOptions& options = {});
std::string dump(const Inlines& inlines, const DumpOptions& options = {});

// For people, on a terminal: metadata with where each value was found; the text, a row a block,
// with each inference and each run that was left out in its place, its lines and the reason; how
// many words that makes.
std::string outline(const Document& document);

// Garland's own JSON, all of the tree; from_json reads it back equal.
Value to_json(const Document& document);
Result<Document> from_json(const Value& value);

// The JSON of pandoc's native document (pandoc-types 1.22), for `pandoc -f json`. What pandoc has
// no node for becomes a Div or Span with a class.
Value to_pandoc_json(const Document& document);

// A whole HTML document: lang, <title>, one <meta name="author"> an author, <meta name="date">, and
// the article alone in its body, as CommonMark's reference renderer would write it.
std::string to_html(const Document& document);

}  // namespace garland
