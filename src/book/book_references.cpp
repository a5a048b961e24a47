#include "book/book_references.h"

#include <fmt/format.h>

#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "base/parallel.h"
#include "base/unicode.h"
#include "references/references.h"

namespace garland {
namespace {

constexpr std::uint64_t kLargestBibliography = 64 << 20;  // bytes

// Bibliographies by path, each read and reported once.
class Bibliographies {
 public:
  Bibliographies(const Folder& folder, Diagnostics& diagnostics)
      : folder_(folder), diagnostics_(diagnostics) {}

  // Entries of the file, or none; `asker` names it, in the place of `file.range`.
  const std::vector<ReferenceEntry>& entries(const NamedFile& file, const std::string& asker) {
    const auto [known, is_new] = files_.try_emplace(file.path);
    if (is_new) known->second = read(file, asker);
    return known->second;
  }

 private:
  std::vector<ReferenceEntry> read(const NamedFile& file, const std::string& asker) {
    const std::string& path = file.path;
    const Result<std::string> bytes = folder_.read(path, kLargestBibliography);
    if (!bytes) {
      diagnostics_.add(
          {Severity::Error, "missing-bibliography", asker, file.range,
           fmt::format("the bibliography “{}” cannot be read: {}", path, bytes.error().message),
           "correct the path or put the file there", ""});
      return {};
    }
    const DecodedText decoded = decode_text(bytes.value());
    Diagnostics reports(path, decoded.text);
    std::vector<ReferenceEntry> entries = read_bibliography(decoded.text, path, reports);
    diagnostics_.append(reports);
    return entries;
  }

  const Folder& folder_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::vector<ReferenceEntry>> files_;
};

// What the description says of each source, by its path.
using Entries = std::map<std::string_view, const SourceEntry*>;

Entries entries_of(const Description& description) {
  Entries entries;
  const auto add = [&entries](const std::optional<SourceEntry>& entry) {
    if (entry) entries.emplace(entry->file, &*entry);
  };
  add(description.introduction);
  for (const PartEntry& part : description.parts) {
    add(part.introduction);
    for (const SourceEntry& source : part.sources) entries.emplace(source.file, &source);
  }
  return entries;
}

// The entries that a work may cite.
ReferenceScope scope_of(const Document& document, const Description& description,
                        const Entries& sources, Bibliographies& files) {
  ReferenceScope scope = {&document.references};
  for (const std::string& file : document.bibliography_files) {
    // A path that leads out of the folder is kept as written, to be reported.
    const std::string path = resolve_path(document.path, file);
    scope.push_back(&files.entries({path.empty() ? file : path, {}}, document.path));
  }
  if (const auto source = sources.find(document.path); source != sources.end()) {
    for (const NamedFile& file : source->second->bibliography_files) {
      scope.push_back(&files.entries(file, std::string(kDescriptionFile)));
    }
  }
  for (const NamedFile& file : description.bibliography_files) {
    scope.push_back(&files.entries(file, std::string(kDescriptionFile)));
  }
  return scope;
}

CitationTerms terms_in(const Words& words) {
  CitationTerms terms;
  terms.heading = words["references"];
  terms.conjunction = words["and"];
  terms.edited_by = words["edited-by"];
  terms.translated_by = words["translated-by"];
  terms.accessed = words["accessed"];
  terms.no_date = words["no-date"];
  terms.in = words["in-book"];
  terms.month_day = [words](const Date& date) { return words.month_day(date); };
  return terms;
}

void report_unknown_style(const Description& description, Diagnostics& diagnostics) {
  if (is_known_citation_style(description.reference_style)) return;
  diagnostics.add({Severity::Warning, "unknown-citation-style", std::string(kDescriptionFile),
                   description.reference_style_range,
                   fmt::format("there is no citation style “{}”; chicago-author-date is used",
                               description.reference_style),
                   fmt::format("the styles are {}", fmt::join(citation_styles(), ", ")), ""});
}

}  // namespace

void set_references(const std::vector<Work*>& works, const Description& description,
                    const Words& words, const Folder& folder, unsigned jobs,
                    Diagnostics& diagnostics) {
  report_unknown_style(description, diagnostics);
  const Entries sources = entries_of(description);
  Bibliographies files(folder, diagnostics);
  std::vector<ReferenceScope> scopes;
  std::vector<Diagnostics> reports;
  for (const Work* work : works) {
    scopes.push_back(scope_of(work->document, description, sources, files));
    reports.emplace_back(work->document.path, "");
  }
  const CitationTerms book_terms = terms_in(words);
  parallel_for(works.size(), jobs, [&](std::size_t i) {
    Document& document = works[i]->document;
    mark_reference_list(document);
    cite(document, works[i]->id, scopes[i], book_terms, reports[i]);
    works[i]->has_references = !listed_references(document).empty();
  });
  for (const Diagnostics& report : reports) diagnostics.append(report);
}

std::vector<JointReference> joint_references(const std::vector<const Work*>& works,
                                             std::string_view language) {
  std::vector<const Document*> documents;
  for (const Work* work : works) documents.push_back(&work->document);
  std::vector<JointReference> joint;
  for (GatheredReference& gathered : gather_references(documents, language)) {
    JointReference reference{std::move(gathered.entry), {}};
    for (const std::size_t work : gathered.cited_by) {
      reference.cited_by.push_back(works[work]->id);
    }
    joint.push_back(std::move(reference));
  }
  return joint;
}

}  // namespace garland
