#include <fmt/format.h>

#include <filesystem>

#include "base/files.h"
#include "base/value.h"
#include "book/description.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "compiler/compiler.h"

namespace garland {
namespace fs = std::filesystem;
namespace {

void set_if_known(Value& map, std::string key, const std::string& text) {
  if (!text.empty()) map.set(std::move(key), Value::string(text));
}

Value names_value(const std::vector<Contributor>& contributors, Role role) {
  Value names = Value::make_list();
  for (const Contributor& one : contributors) {
    if (one.role == role) names.list.push_back(Value::string(one.name));
  }
  if (names.list.size() == 1) return names.list.front();
  return names;
}

// One entry of `contents:` with every guess filled in.
Value entry_value(const Work& work) {
  const Metadata& metadata = work.document.metadata;
  Value entry = Value::make_map({{"file", Value::string(work.document.path)}});
  set_if_known(entry, "title", plain_text(metadata.title.value));
  set_if_known(entry, "subtitle", plain_text(metadata.subtitle.value));
  const Value authors = names_value(metadata.contributors.value, Role::Author);
  if (!authors.is_list() || !authors.list.empty()) entry.set("author", authors);
  set_if_known(entry, "date", metadata.date.value.iso());
  set_if_known(entry, "publication", metadata.publication.value);
  set_if_known(entry, "url", metadata.url.value);
  set_if_known(entry, "license", metadata.license.value);
  set_if_known(entry, "language", metadata.language.value);
  return entry;
}

std::string description_text(const Anthology& anthology) {
  Value description = Value::make_map();
  description.set("title", Value::string(anthology.metadata.title));
  description.set("language", Value::string(anthology.metadata.language));
  description.set("editors", Value::make_list());
  description.set("style", Value::string("reader"));
  Value contents = Value::make_list();
  for (const Work* work : anthology.works()) contents.list.push_back(entry_value(*work));
  description.set("contents", std::move(contents));
  return "# The book description. Every key is optional; guesses are to be checked.\n" +
         write_yaml(description);
}

}  // namespace

int run_init(const InitArguments& arguments) {
  if (arguments.wants_schema) return print_output(description_schema()), kFine;
  const Result<DiskFolder> folder = DiskFolder::open(arguments.folder);
  if (!folder) return print_error(folder.error()), kWrongUsage;
  const fs::path target = arguments.folder / kDescriptionFile;
  if (fs::exists(target) && !arguments.is_forced) {
    print_error({target.string() + " is there already", "replace it with --force", {}});
    return kWrongUsage;
  }
  CompileOptions options;
  options.folder_name = folder->root().filename().string();
  Diagnostics diagnostics;
  const Result<Compilation> compilation = read_anthology(*folder, options, diagnostics);
  if (!compilation) return print_error(compilation.error()), kNothingBuilt;
  const Status written = write_file_atomically(target, description_text(compilation->anthology));
  if (!written) return print_error(written.error()), kNothingBuilt;
  print_message(fmt::format("{}: {} sources\n", target.string(), compilation->sources.size()));
  return kFine;
}

}  // namespace garland
