#include <array>
#include <string_view>

#include "base/files.h"
#include "base/value.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "document/dump.h"
#include "passes/language.h"
#include "passes/pass.h"
#include "readers/reader.h"

namespace garland {
namespace {

constexpr std::uint64_t kMaxFileBytes = 64ULL << 20;

struct TreeFormat {
  std::string_view name;
  std::string (*print)(const Document&);
};

std::string print_json(const Document& document) { return write_json(to_json(document)) + "\n"; }
std::string print_pandoc_json(const Document& document) {
  return write_json(to_pandoc_json(document), 0) + "\n";
}

std::string print_dump(const Document& document) { return dump(document); }

constexpr std::array kTreeFormats = {TreeFormat{"outline", outline}, TreeFormat{"json", print_json},
                                     TreeFormat{"pandoc-json", print_pandoc_json},
                                     TreeFormat{"html", to_html}, TreeFormat{"dump", print_dump}};

constexpr std::string_view kAsRead = "read";
constexpr std::string_view kForBook = "book";

// HTML is what a source is held against: the examples of Markdown's specifications, the page that
// was saved or pasted. So in that form the tree is shown with what the source has, and no more.
bool is_shown_as_read(const InspectArguments& arguments) {
  if (!arguments.stage.empty()) return arguments.stage == kAsRead;
  return arguments.format == "html";
}

}  // namespace

std::vector<std::string> inspect_formats() {
  std::vector<std::string> names;
  for (const TreeFormat& format : kTreeFormats) names.emplace_back(format.name);
  return names;
}

std::vector<std::string> inspect_stages() { return {std::string(kAsRead), std::string(kForBook)}; }

int run_inspect(const InspectArguments& arguments) {
  const Result<std::string> bytes = read_file(arguments.file, kMaxFileBytes);
  if (!bytes) {
    print_error({arguments.file.string() + " " + bytes.error().message, bytes.error().help, {}});
    return kWrongUsage;
  }
  Diagnostics diagnostics(arguments.file.string(), *bytes);
  ReaderOptions options;
  options.format = arguments.reader;
  Result<Document> document =
      read_source(*bytes, arguments.file.filename().string(), options, diagnostics);
  if (!document) {
    diagnostics.error("unreadable-source", document.error().range, document.error().message,
                      document.error().help);
    print_diagnostics(diagnostics, false);
    return kNothingBuilt;
  }
  if (is_shown_as_read(arguments)) {
    infer_language(*document, diagnostics);
  } else {
    run_passes(*document, diagnostics);
  }
  print_diagnostics(diagnostics, false);
  for (const TreeFormat& format : kTreeFormats) {
    if (format.name == arguments.format) print_output(format.print(*document));
  }
  return diagnostics.count(Severity::Error) > 0 ? kBuiltWithErrors : kFine;
}

}  // namespace garland
