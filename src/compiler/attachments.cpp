#include "compiler/attachments.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/unicode.h"
#include "book/credits.h"
#include "compiler/read_sources.h"

namespace garland {
namespace {

constexpr std::string_view kCreditsFile = "credits.json";
constexpr std::string_view kCslJson = "application/vnd.citationstyles.csl+json";

// Media types of the readers' formats (RFC 7763 for Markdown).
std::string_view media_type_of(const Document& document) {
  if (document.format == "markdown") return "text/markdown";
  return document.format == "html" ? "text/html" : "text/plain";
}

// Of descriptions and bibliographies (RFC 9512 for YAML).
std::string_view media_type_of(std::string_view path) {
  const std::string name = to_lower(path);
  if (name.ends_with(".yaml") || name.ends_with(".yml")) return "application/yaml";
  return name.ends_with(".json") ? kCslJson : "application/x-bibtex";
}

// What one system or another takes for a folder or a drive.
bool is_path_sign(char c) { return c == '/' || c == '\\' || c == ':'; }

// Names for files, no two alike where capitals do not count.
class FileNames {
 public:
  std::string name_for(std::string_view path) {
    std::string name(path);
    std::replace_if(name.begin(), name.end(), is_path_sign, '_');
    const std::size_t end = std::min(name.rfind('.'), name.size());
    std::string tried = name;
    for (int number = 2; !taken_.insert(to_lower(tried)).second; ++number) {
      tried = fmt::format("{}-{}{}", name.substr(0, end), number, name.substr(end));
    }
    return tried;
  }

 private:
  std::set<std::string> taken_;
};

// The files of the folder that the book was made of.
class SourceFiles {
 public:
  SourceFiles(const Folder& folder, FileNames& names, std::vector<Attachment>& files)
      : folder_(folder), names_(names), files_(files) {}

  void add_works(const Anthology& anthology) {
    for (const Work* work : anthology.works()) {
      add(work->document.path, media_type_of(work->document),
          plain_text(work->document.metadata.title.value));
    }
  }

  void add_description(const Description& description) {
    add(kDescriptionFile, media_type_of(kDescriptionFile), "The description of the anthology");
    add_all(description.bibliography_files);
    if (description.introduction) add_all(description.introduction->bibliography_files);
    for (const PartEntry& part : description.parts) {
      if (part.introduction) add_all(part.introduction->bibliography_files);
      for (const SourceEntry& source : part.sources) add_all(source.bibliography_files);
    }
  }

  void add_bibliographies(const Anthology& anthology) {
    for (const Work* work : anthology.works()) {
      for (const std::string& file : work->document.bibliography_files) {
        add_bibliography(resolve_path(work->document.path, file));
      }
    }
  }

 private:
  void add_all(const std::vector<NamedFile>& bibliographies) {
    for (const NamedFile& file : bibliographies) add_bibliography(file.path);
  }

  void add_bibliography(const std::string& path) {
    add(path, media_type_of(path), "A bibliography");
  }

  // What is not there has been reported by those who looked for it.
  void add(std::string_view path, std::string_view media_type, std::string_view what) {
    if (path.empty() || !folder_.exists(path) || !known_.emplace(path).second) return;
    files_.push_back({names_.name_for(path), std::string(media_type),
                      fmt::format("{} ({})", what, path), Attachment::Relationship::Source,
                      [&folder = folder_, path = std::string(path)] {
                        return folder.read(path, kMaxSourceBytes);
                      }});
  }

  const Folder& folder_;
  FileNames& names_;
  std::vector<Attachment>& files_;
  std::set<std::string, std::less<>> known_;
};

}  // namespace

std::vector<Attachment> make_attachments(const Description& description, const Anthology& anthology,
                                         const Folder& folder) {
  std::vector<Attachment> attachments;
  FileNames names;
  if (description.attach.credits) {
    attachments.push_back(
        {names.name_for(kCreditsFile), std::string(kCslJson),
         "Who wrote what, where it comes from and how it may be used",
         Attachment::Relationship::Supplement,
         [&anthology]() -> Result<std::string> { return credits_json(anthology); }});
  }
  if (description.attach.sources) {
    SourceFiles files(folder, names, attachments);
    files.add_works(anthology);
    files.add_description(description);
    files.add_bibliographies(anthology);
  }
  return attachments;
}

}  // namespace garland
