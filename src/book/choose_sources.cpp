// Which files make the book, and in which order.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/unicode.h"
#include "book/assemble.h"
#include "book/source_names.h"

namespace garland {
namespace {

constexpr std::size_t kMostNamed = 5;  // files named in one message
// Misspelt names that are compared with all files: a list that is wrong throughout gets no more.
constexpr std::size_t kMostHints = 100;

std::string named(const std::vector<std::string>& paths) {
  const std::size_t count = std::min(paths.size(), kMostNamed);
  const std::vector<std::string> first(paths.begin(),
                                       paths.begin() + static_cast<std::ptrdiff_t>(count));
  std::string text = fmt::format("{}", fmt::join(first, ", "));
  if (paths.size() > count) text += fmt::format(" and {} more", paths.size() - count);
  return text;
}

class Chooser {
 public:
  Chooser(const Description& description, const Folder& folder, Diagnostics& diagnostics)
      : description_(description), folder_(folder), diagnostics_(diagnostics) {
    files_ = folder_.list(&skipped_);
    for (const std::string& path : files_) by_name_.emplace(to_lower(file_name(path)), path);
  }

  // The sources that no choice has taken.
  std::vector<std::string> untaken() const {
    std::vector<std::string> paths;
    for (const std::string& path : files_) {
      const bool is_source = has_source_suffix(path) && !is_about_folder(path);
      if (is_source && !taken_.contains(path)) paths.push_back(path);
    }
    return paths;
  }

  std::vector<ChosenSource> choose() {
    report_skipped();
    if (description_.introduction) {
      add(*description_.introduction, ChosenSource::Place::BookIntroduction, 0);
    }
    if (description_.parts.empty()) {
      add_all();
    } else {
      add_listed();
      report_left_out();
    }
    return std::move(chosen_);
  }

 private:
  void report_skipped() {
    for (const Skipped& skipped : skipped_) {
      diagnostics_.add(
          {Severity::Warning, skipped.code, skipped.path, {}, skipped.message, skipped.help, ""});
    }
  }

  void add_all() {
    std::vector<std::string> about;
    for (const std::string& path : files_) {
      if (!has_source_suffix(path) || taken_.contains(path)) continue;
      if (is_about_folder(path)) {
        about.push_back(path);
      } else {
        SourceEntry entry;
        entry.file = path;
        add(entry, ChosenSource::Place::Work, 0);
      }
    }
    if (about.empty()) return;
    diagnostics_.note(
        "about-folder", {}, fmt::format("left out as files about the folder: {}", named(about)),
        fmt::format("list them under `contents:` in {} if they are articles", kDescriptionFile));
  }

  void add_listed() {
    for (std::size_t part = 0; part < description_.parts.size(); ++part) {
      const PartEntry& entry = description_.parts[part];
      if (entry.introduction) {
        add(*entry.introduction, ChosenSource::Place::PartIntroduction, part);
      }
      for (const SourceEntry& source : entry.sources) add(source, ChosenSource::Place::Work, part);
    }
  }

  void add(const SourceEntry& entry, ChosenSource::Place place, std::size_t part) {
    if (!folder_.exists(entry.file)) return report_missing(entry);
    if (!taken_.insert(entry.file).second) {
      return report(Severity::Warning, "listed-twice", entry,
                    fmt::format("“{}” is listed a second time", entry.file),
                    "take one of the two out; the first one counts");
    }
    chosen_.push_back({entry, place, part});
  }

  void report_missing(const SourceEntry& entry) {
    const auto same_name = by_name_.find(to_lower(file_name(entry.file)));
    std::string_view nearest;
    if (same_name != by_name_.end()) {
      nearest = same_name->second;
    } else if (hint_count_++ < kMostHints) {
      nearest = nearest_spelling(entry.file, {files_.begin(), files_.end()});
    }
    report(Severity::Error, "missing-source-file", entry,
           fmt::format("there is no file “{}” in the folder", entry.file),
           nearest.empty() ? "write the path from the folder of the book description"
                           : fmt::format("did you mean “{}”?", nearest));
  }

  void report_left_out() {
    const std::vector<std::string> left_out = untaken();
    if (left_out.empty()) return;
    diagnostics_.add({Severity::Note,
                      "left-out",
                      std::string(kDescriptionFile),
                      {},
                      fmt::format("the contents do not list {}", named(left_out)),
                      "add them under `contents:` if they belong to the book",
                      ""});
  }

  void report(Severity severity, std::string code, const SourceEntry& entry, std::string message,
              std::string help) {
    diagnostics_.add({severity, std::move(code), std::string(kDescriptionFile), entry.range,
                      std::move(message), std::move(help), ""});
  }

  const Description& description_;
  const Folder& folder_;
  Diagnostics& diagnostics_;
  std::vector<std::string> files_;
  std::map<std::string, std::string_view> by_name_;  // the first path of a name in lower case
  std::size_t hint_count_ = 0;
  std::vector<Skipped> skipped_;
  std::set<std::string, std::less<>> taken_;
  std::vector<ChosenSource> chosen_;
};

}  // namespace

std::vector<ChosenSource> choose_sources(const Description& description, const Folder& folder,
                                         Diagnostics& diagnostics) {
  return Chooser(description, folder, diagnostics).choose();
}

std::vector<std::string> unlisted_sources(const Description& description, const Folder& folder) {
  if (description.parts.empty()) return {};
  Diagnostics reported_elsewhere;
  Chooser chooser(description, folder, reported_elsewhere);
  chooser.choose();
  return chooser.untaken();
}

}  // namespace garland
