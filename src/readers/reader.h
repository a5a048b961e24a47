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

// What the book description or front matter says about how to read a source; it overrules every
// inference.
struct ReaderOptions {
  std::string format;             // name of a reader; empty: decided by content
  bool keep_all = false;          // nothing is left out as a site's leftovers
  bool keep_boilerplate = false;  // the same for runs judged boilerplate only
  std::vector<std::string> drop;  // lines to leave out: a whole line, or "/regular expression/"
  bool infer_headings = true;     // plain text only
  bool has_bibliography = false;  // the book has entries to cite: "[@key]" is a citation
};

struct Reader {
  std::string_view name;  // "markdown"
  // How surely this text is of the reader's format, 0 to 100, judged by content first; the path's
  // suffix breaks ties. Cost: looks at most at the first 64 kB.
  int (*recognize)(std::string_view text, std::string_view path);
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
