#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "base/value.h"
#include "base/yaml.h"
#include "book/assemble.h"
#include "book/description.h"
#include "book/description_additions.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "compiler/compiler.h"
#include "style/packet_settings.h"

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
  if (metadata.language.is_set()) set_if_known(entry, "language", metadata.language.value);
  return entry;
}

// A description of a folder that has none.
std::string new_description(const Anthology& anthology) {
  Value description = Value::make_map();
  description.set("title", Value::string(anthology.metadata.title));
  description.set("language", Value::string(anthology.metadata.language));
  description.set("editors", Value::make_list());
  description.set("style", Value::string(std::string(kDefaultStyle)));
  return "# The book description. Every key is optional; guesses are to be checked.\n" +
         write_yaml(description);
}

// The folder as it is with another description.
class Redescribed : public Folder {
 public:
  Redescribed(const Folder& folder, std::string yaml) : folder_(folder), yaml_(std::move(yaml)) {}

  std::vector<std::string> list(std::vector<Skipped>* skipped) const override {
    return folder_.list(skipped);
  }
  Result<std::string> read(std::string_view path, std::uint64_t max_bytes) const override {
    return path == kDescriptionFile ? Result<std::string>(yaml_) : folder_.read(path, max_bytes);
  }
  bool exists(std::string_view path) const override {
    return path == kDescriptionFile || folder_.exists(path);
  }

 private:
  const Folder& folder_;
  std::string yaml_;
};

// The description that is there, or nothing. An entry that is no YAML would be lost: an error.
Result<std::string> old_description(const Folder& folder) {
  if (!folder.exists(kDescriptionFile)) return std::string();
  Result<std::string> yaml = folder.read(kDescriptionFile, kMaxDescriptionBytes);
  if (!yaml) return yaml;
  const MendedYaml data = read_mended_yaml(*yaml);
  if (data.broken.empty()) return yaml;
  return Error{fmt::format("{}:{}: {}", kDescriptionFile, data.broken.front().range.begin_line,
                           data.broken.front().message),
               "mend it first; the file is as it was",
               {}};
}

// What goes into the description: the sources that it does not list yet.
struct Additions {
  bool has_contents = false;       // of the old description; without them all sources go in
  std::vector<std::string> paths;  // that the contents lack
  std::string old_yaml;            // empty where there is none
};

std::string description_with(const Additions& additions, const Anthology& anthology) {
  std::vector<Value> entries;
  for (const Work* work : anthology.works()) {
    const bool is_wanted =
        !additions.has_contents || std::find(additions.paths.begin(), additions.paths.end(),
                                             work->document.path) != additions.paths.end();
    const bool is_introduction = anthology.introduction && work == &*anthology.introduction;
    if (is_wanted && !is_introduction) entries.push_back(entry_value(*work));
  }
  const std::string& old = additions.old_yaml;
  return with_sources(old.empty() ? new_description(anthology) : old, entries);
}

// Reads the folder, new sources with it, and writes the description; gives the exit status.
int write_description(const InitArguments& arguments, const DiskFolder& folder,
                      const Additions& additions) {
  std::vector<Value> plain;
  for (const std::string& path : additions.paths) plain.push_back(Value::string(path));
  const Redescribed described(folder, with_sources(additions.old_yaml, plain));
  CompileOptions options;
  options.folder_name = readable_name(folder.root().filename().string());
  Diagnostics diagnostics;
  const Result<Compilation> compilation = read_anthology(described, options, diagnostics);
  print_diagnostics(diagnostics, false);
  if (!compilation) return print_error(compilation.error()), kNothingBuilt;
  const fs::path target = arguments.folder / kDescriptionFile;
  const Status written =
      write_file_atomically(target, description_with(additions, compilation->anthology));
  if (!written) return print_error(written.error()), kNothingBuilt;
  for (const std::string& path : additions.paths) print_message(printable(path) + ": added\n");
  print_message(fmt::format("{}: {} sources\n", target.string(), compilation->sources.size()));
  return diagnostics.count(Severity::Error) > 0 ? kBuiltWithErrors : kFine;
}

}  // namespace

int run_init(const InitArguments& arguments) {
  if (arguments.wants_schema)
    return print_output(description_schema(packet_settings_schema())), kFine;
  const Result<DiskFolder> folder = DiskFolder::open(arguments.folder);
  if (!folder) return print_error(folder.error()), kWrongUsage;
  const fs::path target = arguments.folder / kDescriptionFile;
  if (fs::exists(target) && !arguments.is_forced) {
    print_error({target.string() + " is there already",
                 "add the sources that it does not list with --force",
                 {}});
    return kWrongUsage;
  }
  Result<std::string> old = old_description(*folder);
  if (!old) return print_error(old.error()), kNothingBuilt;
  Diagnostics reported_later;
  const Description description = read_description(*old, reported_later);
  const Additions additions{!description.parts.empty(), unlisted_sources(description, *folder),
                            std::move(*old)};
  return write_description(arguments, *folder, additions);
}

}  // namespace garland
