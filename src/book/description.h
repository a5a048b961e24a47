// The book description, anthology.yaml: what the editor says of the book. Every key is optional,
// and so is the file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"
#include "book/anthology.h"
#include "document/metadata.h"
#include "pictures/picture.h"

namespace garland {

// A file that the description names, and where it does so.
struct NamedFile {
  std::string path;  // relative to the folder
  SourceRange range;
};

// One source as listed under `contents:`.
struct SourceEntry {
  std::string file;  // relative to the folder
  Value overrides;   // metadata and reading options said here; a Map or Null
  std::vector<NamedFile> bibliography_files;
  SourceRange range;
};

constexpr std::string_view kDefaultStyle = "reader";

struct PartEntry {
  std::string title;
  std::optional<SourceEntry> introduction;
  std::vector<SourceEntry> sources;
};

// What the packet carries as attached files.
struct AttachmentWishes {
  bool sources = false;  // what the book was made of
  bool credits = false;  // who wrote what, for programs (book/credits.h)
};

struct IndexWish {
  IndexKind kind = IndexKind::Authors;
  SourceRange range;
};

struct Description {
  BookMetadata metadata;  // what is said; the rest is filled in by assemble()
  Value reading;          // reading_keys() that hold for all sources; a Map or Null
  NamedFile cover;        // its path is empty where none is given
  std::string style{kDefaultStyle};
  SourceRange style_range;
  std::optional<SourceEntry> introduction;
  std::vector<PartEntry> parts;  // empty: all sources in natural order
  std::string reference_style = "chicago-author-date";
  SourceRange reference_style_range;
  std::vector<NamedFile> bibliography_files;
  // Files of the folder that stand for pictures whose address a source names.
  std::vector<std::pair<std::string, std::string>> assets;
  // Of a picture in the books: larger ones are made smaller.
  std::int64_t most_picture_pixels = kMostShownPixels;
  bool has_attributions = true;    // whether the back matter prints them
  std::vector<IndexWish> indexes;  // each kind once
  std::optional<Colophon> colophon;
  AttachmentWishes attach;
  Value pdf;  // what else is set of the packet, for the theme, as written
};

constexpr std::string_view kDescriptionFile = "anthology.yaml";
constexpr std::uint64_t kMaxDescriptionBytes = 4ULL << 20;

// Reads a description. Never fails: what cannot be understood is reported and left out. Unknown
// keys are reported with the nearest known one.
Description read_description(std::string_view yaml, Diagnostics& diagnostics);

// Keys that say how to read a source rather than what is known of it, of a source's entry or of the
// whole description; readers take them from there as they do from front matter (readers/wishes.h).
const std::vector<std::string_view>& reading_keys();

// The JSON Schema of the description, made from the same table as the reader. `theme_settings` has
// the schemas of the keys of `pdf:` that the theme takes, by name.
std::string description_schema(const Value& theme_settings);

}  // namespace garland
