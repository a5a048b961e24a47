#include "compiler/read_sources.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/parallel.h"
#include "book/source_names.h"
#include "passes/pass.h"
#include "readers/wishes/wishes.h"

namespace garland {
namespace {

// Whether an article is a title at most.
bool holds_nothing(const Document& document) {
  const bool is_left_out =
      std::all_of(document.blocks.begin(), document.blocks.end(),
                  [](const Block& block) { return block.as<Dropped>() != nullptr; });
  return is_left_out && !document.metadata.hero_image.is_set();
}

struct ReadSource {
  std::optional<Document> document;
  SourceReport report;
  Diagnostics diagnostics;
};

void read_wishes(const Value& map, Wisher wisher, ReaderOptions& options,
                 Diagnostics& diagnostics) {
  for (const auto& [key, value] : map.map) {
    read_wish(key, value, wisher, options, diagnostics);
  }
}

// What the description says of how to read every source.
ReaderOptions book_options(const Description& description, Diagnostics& diagnostics) {
  ReaderOptions options;
  options.description_file = kDescriptionFile;
  options.has_bibliography = !description.bibliography_files.empty();
  Diagnostics own(std::string(kDescriptionFile), {});
  read_wishes(description.reading, Wisher::Book, options, own);
  diagnostics.append(own);
  return options;
}

// The same with what it says of one. Its metadata is applied, and misspelt keys are reported, when
// the book is assembled.
ReaderOptions reader_options(const SourceEntry& entry, const ReaderOptions& for_all,
                             Diagnostics& diagnostics) {
  ReaderOptions options = for_all;
  options.has_bibliography |= !entry.bibliography_files.empty();
  Diagnostics own(std::string(kDescriptionFile), {});
  read_wishes(entry.overrides, Wisher::Entry, options, own);
  diagnostics.append(own);
  return options;
}

ReadSource read_one(const Folder& folder, const SourceEntry& entry, const ReaderOptions& for_all) {
  ReadSource source;
  const ReaderOptions options = reader_options(entry, for_all, source.diagnostics);
  const Result<std::string> bytes = folder.read(entry.file, kMaxSourceBytes);
  Diagnostics own(entry.file, bytes ? *bytes : std::string_view());
  if (bytes) {
    Result<Document> document = read_document(*bytes, entry.file, options, own);
    if (document) {
      source.document = std::move(*document);
      source.report = report_source(*source.document);
    } else {
      own.error("unreadable-source", document.error().range, document.error().message,
                document.error().help);
    }
  } else {
    own.error("unreadable-source", {}, bytes.error().message, bytes.error().help);
  }
  source.diagnostics.append(own);
  return source;
}

}  // namespace

Result<Document> read_document(std::string_view bytes, std::string_view path,
                               const ReaderOptions& options, Diagnostics& diagnostics) {
  Result<Document> document = read_source(bytes, path, options, diagnostics);
  if (!document) return document;
  run_passes(*document, diagnostics);
  if (holds_nothing(*document)) {
    diagnostics.warning("empty-source", {}, "this article has no text",
                        "write it, or take the file out of the folder");
  }
  return document;
}

ReadSources read_sources(const Folder& folder, const Description& description,
                         std::vector<ChosenSource> chosen, unsigned jobs,
                         Diagnostics& diagnostics) {
  const ReaderOptions for_all = book_options(description, diagnostics);
  std::vector<ReadSource> read(chosen.size());
  parallel_for(chosen.size(), jobs,
               [&](std::size_t i) { read[i] = read_one(folder, chosen[i].entry, for_all); });
  ReadSources sources;
  for (std::size_t i = 0; i < read.size(); ++i) {
    diagnostics.append(read[i].diagnostics);
    if (!read[i].document) continue;
    sources.documents.push_back(std::move(*read[i].document));
    sources.reports.push_back(std::move(read[i].report));
    sources.chosen.push_back(std::move(chosen[i]));
  }
  report_unused_book_wishes(for_all, sources.documents, diagnostics);
  return sources;
}

}  // namespace garland
