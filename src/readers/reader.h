// Readers: the bytes of one source become a Document. Start here to add a format: write a pair of
// files with a Reader, and give it a line in registry.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "document/document.h"

namespace garland {

// Who wishes something of a source's reading; later ones overrule earlier ones.
enum class Wisher {
  Nobody,
  Book,         // the book description, of all sources
  FrontMatter,  // the source itself
  Entry         // the book description, of this source
};

// A line that is named under `keep:`, `drop:` or `headings:`.
struct LineWish {
  std::string line;   // the whole line, or "/regular expression/"
  SourceRange range;  // where the wish stands
  Wisher wisher = Wisher::FrontMatter;
  bool operator==(const LineWish&) const = default;
};

// What the book description or front matter says about how to read a source; it overrules every
// inference. Filled by read_wish and asked by means of Wishes (wishes.h).
struct ReaderOptions {
  std::string format;                       // name of a reader; empty: decided by content
  bool keep_all = false;                    // nothing is left out as a site's leftovers
  bool keep_boilerplate = false;            // the same for runs judged boilerplate only
  std::vector<LineWish> keep;               // lines that stay whatever they look like
  std::vector<LineWish> drop;               // lines to leave out
  std::vector<LineWish> headings;           // lines that are headings
  bool infer_headings = true;               // off: no line is judged to be a heading
  Wisher headings_wisher = Wisher::Nobody;  // of the two above
  bool has_bibliography = false;            // the book has entries to cite: "[@key]" is a citation
  std::string description_file;  // named in messages about the wishes of the book description
};

// A reader that is as sure as this of a text is right: no other needs to look at it.
constexpr int kCertain = 98;

struct Reader {
  std::string_view name;  // "markdown"
  // How surely this text is of the reader's format, 0 to 100, judged by content first; the path's
  // suffix breaks ties. Cost: looks at most at the first 64 kB.
  int (*recognize)(std::string_view text, std::string_view path);
  // The least that `recognize` says of any text with this path: where it is more than the others
  // say, no look at the text is needed.
  int (*least)(std::string_view path);
  // Requires valid UTF-8 with "\n" line ends (base/unicode.h: decode_text). Never fails: text that
  // is not understood is kept as paragraphs, with a warning.
  Document (*read)(std::string_view text, std::string_view path, const ReaderOptions& options,
                   Diagnostics& diagnostics);
};

// All readers, in the order in which ties are resolved.
const std::vector<Reader>& readers();

// Bytes of any file to a Document by the reader that knows it best. Errors: the bytes are no text
// (a picture, a program), or `options.format` names no reader. The file's path is relative to the
// sources' folder. An empty text gives an empty Document and a warning. From then on the
// diagnostics show lines of the text as it was decoded.
Result<Document> read_source(std::string_view bytes, std::string_view path,
                             const ReaderOptions& options, Diagnostics& diagnostics);

}  // namespace garland
