// Front matter: metadata written at the head of a source, in YAML between "---" lines (or in what
// the first of them names: "---json"), TOML between "+++" lines, a JSON object, Franklin's "@def
// key = value", or bare lines (front_matter/head_lines.h). The keys of Jekyll, Hugo, Pandoc,
// Obsidian and Quarto are synonyms of ours; the table is in front_matter.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/value.h"
#include "document/document.h"
#include "readers/reader.h"

namespace garland {

struct FrontMatter {
  Value data;                   // a Map; empty where there is none or it is broken
  std::string_view body;        // the text after it
  std::uint32_t body_line = 1;  // line of the body's first character
  // The body's first bytes are front matter that could not be read, to be kept as plain words.
  std::size_t broken_size = 0;
  bool is_franklin = false;  // the body has that generator's forms (markdown/franklin.h)
};

// Splits and parses. Broken front matter is reported; its text then stays in the body, so that
// nothing is lost.
FrontMatter split_front_matter(std::string_view text, Diagnostics& diagnostics);

// Puts what the data says into the document's metadata and reading options. Unknown keys are
// reported with the nearest known one; keys that other programs own are passed over in silence.
void apply_front_matter(const Value& data, Document& document, ReaderOptions& options,
                        Diagnostics& diagnostics);

// What `abstract:` says, as a part of the text that stands before the article's own (Pandoc); none
// where the data has no such words.
std::optional<Block> abstract_of(const Value& data);

}  // namespace garland
