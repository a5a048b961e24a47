#include "compiler/compiler.h"

#include <map>
#include <memory>
#include <utility>

#include "base/parallel.h"
#include "book/assemble.h"
#include "book/source_names.h"
#include "compiler/attachments.h"
#include "compiler/choose_theme.h"
#include "compiler/make_books.h"
#include "compiler/read_sources.h"
#include "compiler/report_page.h"
#include "passes/typography.h"

namespace garland {
namespace {

// Times the phases of one run and tells the user of them.
class Phases {
 public:
  Phases(const CompileOptions& options, std::vector<Timing>& timings)
      : options_(options), timings_(timings) {}
  ~Phases() { end(); }
  Phases(const Phases&) = delete;
  Phases& operator=(const Phases&) = delete;

  void begin(std::string_view name) {
    end();
    name_ = name;
    started_ = std::chrono::steady_clock::now();
    if (options_.on_phase) options_.on_phase(name);
  }

  void end() {
    if (name_.empty()) return;
    const auto wall = std::chrono::steady_clock::now() - started_;
    timings_.push_back({name_, std::chrono::duration_cast<std::chrono::microseconds>(wall)});
    name_.clear();
  }

 private:
  const CompileOptions& options_;
  std::vector<Timing>& timings_;
  std::string name_;
  std::chrono::steady_clock::time_point started_;
};

Description read_folder_description(const Folder& folder, Diagnostics& diagnostics) {
  if (!folder.exists(kDescriptionFile)) return {};
  const Result<std::string> yaml = folder.read(kDescriptionFile, kMaxDescriptionBytes);
  Diagnostics own(std::string(kDescriptionFile), yaml ? *yaml : std::string_view());
  Description description;
  if (yaml) {
    description = read_description(*yaml, own);
  } else {
    own.error("unreadable-description", {}, yaml.error().message, yaml.error().help);
  }
  diagnostics.append(own);
  return description;
}

// What is known of the sources as the books have it: overruled by the description, or taken from
// the file's name.
void finish_reports(Compilation& compilation) {
  std::map<std::string_view, const Work*> works;
  for (const Work* work : compilation.anthology.works()) works.emplace(work->document.path, work);
  for (SourceReport& source : compilation.sources) {
    const auto work = works.find(source.path);
    if (work != works.end()) finish_report(source, work->second->document);
  }
}

// The sources are read once more, for the few lines that the page shows.
void make_report_page(const Folder& folder, const CompileOptions& options,
                      const Diagnostics& diagnostics, Compilation& compilation) {
  parallel_for(compilation.sources.size(), options.jobs, [&](std::size_t i) {
    SourceReport& source = compilation.sources[i];
    const Result<std::string> bytes = folder.read(source.path, kMaxSourceBytes);
    if (bytes) add_lines(source, diagnostics, *bytes);
  });
  compilation.report_page = {compilation.anthology.metadata.slug + std::string(kReportSuffix),
                             report_page(compilation, diagnostics, options.sources_address)};
}

}  // namespace

Result<Compilation> read_anthology(const Folder& folder, const CompileOptions& options,
                                   Diagnostics& diagnostics) {
  Compilation compilation;
  Phases phases(options, compilation.timings);
  phases.begin("reading");
  compilation.description = read_folder_description(folder, diagnostics);
  ReadSources read = read_sources(folder, compilation.description,
                                  choose_sources(compilation.description, folder, diagnostics),
                                  options.jobs, diagnostics);
  if (read.documents.empty()) {
    return Error{"there is no article to build",
                 "put Markdown, plain-text or HTML files into the folder",
                 {}};
  }
  phases.begin("assembling");
  compilation.sources = std::move(read.reports);
  compilation.anthology =
      assemble(compilation.description, read.chosen, std::move(read.documents), folder,
               {options.folder_name,
                options.source_date_epoch,
                options.jobs,
                {set_typographic_marks, with_typographic_marks}},
               diagnostics);
  finish_reports(compilation);
  phases.end();
  return compilation;
}

Result<Compilation> compile(const Folder& folder, const CompileOptions& options,
                            Diagnostics& diagnostics) {
  Result<Compilation> read = read_anthology(folder, options, diagnostics);
  if (!read) return read;
  Phases phases(options, read->timings);
  phases.begin("making the books");
  const Result<Theme> theme = choose_theme(options, read->description, diagnostics);
  if (!theme) return theme.error();
  const Result<std::unique_ptr<FontLibrary>> fonts = FontLibrary::open(options.fonts_file);
  if (!fonts) return fonts.error();
  report_unknown_families(*theme, **fonts, diagnostics);
  const std::vector<Attachment> attachments =
      make_attachments(read->description, read->anthology, folder);
  Books books = make_books({options, read->anthology, *theme, **fonts, attachments, options.jobs},
                           diagnostics);
  read->outputs = std::move(books.outputs);
  read->budget = std::move(books.budget);
  make_report_page(folder, options, diagnostics, *read);
  phases.end();
  return read;
}

}  // namespace garland
