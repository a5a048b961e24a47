#include "cli/compile_options.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "base/files.h"
#include "style/theme.h"

namespace garland {
namespace fs = std::filesystem;
namespace {

// The sources' folder as seen from the books': "../articles". Empty where it would tell more of the
// machine than the folder's own name, or where there is no such way.
std::string sources_address(const fs::path& sources, const fs::path& output_folder) {
  std::error_code trouble;
  const fs::path outputs = fs::weakly_canonical(output_folder, trouble);
  if (trouble) return {};
  const fs::path way = sources.lexically_relative(outputs);
  const auto names = std::count_if(
      way.begin(), way.end(), [](const fs::path& name) { return name != ".." && name != "."; });
  return names > 1 ? std::string() : readable_name(way.generic_string());
}

}  // namespace

CompileOptions compile_options(const BuildArguments& arguments, const Installation& installation) {
  CompileOptions options;
  const bool wants_all = !arguments.wants_epub && !arguments.wants_pdf;
  options.wants_epub = arguments.wants_epub || wants_all;
  options.wants_pdf = arguments.wants_pdf || wants_all;
  options.style = arguments.style;
  options.jobs = arguments.jobs;
  std::error_code trouble;
  options.folder = fs::canonical(arguments.folder, trouble);
  options.folder_name = readable_name(options.folder.filename().string());
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) options.source_date_epoch = epoch;
  options.sources_address = sources_address(options.folder, arguments.output_folder);
  options.styles_folder = installation.styles_folder;
  options.fonts_file = installation.fonts_file;
  return options;
}

Status check_style(const BuildArguments& arguments, const Installation& installation) {
  if (arguments.style.empty()) return Done{};
  Diagnostics reported_later;
  const Result<Theme> theme =
      load_theme(arguments.style, installation.styles_folder, {}, reported_later);
  return theme ? Status(Done{}) : Status(theme.error());
}

}  // namespace garland
