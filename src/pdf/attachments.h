// Files that the packet carries inside: associated files of the document (PDF/A-3, ISO 19005-3,
// 6.8), which every reader of PDF lists as its attachments (ISO 32000-1, 7.11.4).
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pdf/haru.h"

namespace garland {

struct Attachment {
  enum class Relationship { Source /* the book was made of it */, Supplement };
  std::string name;         // a file's, without folders; no two of a packet alike
  std::string media_type;   // "text/markdown"
  std::string description;  // for people
  Relationship relationship = Relationship::Source;
  // Gives the bytes; called once, so that one file at a time is held.
  std::function<Result<std::string>()> read;
};

// What all attachments of a packet may hold together.
constexpr std::size_t kMaxAttachedBytes = 256U << 20;

// What the catalog says of them.
struct EmbeddedFiles {
  std::string names;       // entries of the catalog's Names
  std::string associated;  // entries of the catalog
};

// Adds the files, dated `modified` ("2025-03-19T00:00:00Z"). Errors: a file cannot be read, or
// they are more than kMaxAttachedBytes.
Result<EmbeddedFiles> embed_files(HaruDocument& document,
                                  const std::vector<Attachment>& attachments,
                                  std::string_view modified);

}  // namespace garland
