#include "book/other_documents.h"

#include <fmt/format.h>

#include <set>
#include <string>

#include "base/uri.h"
#include "book/source_names.h"
#include "document/walk.h"

namespace garland {
namespace {

using Names = std::set<std::string, std::less<>>;

// The names of all files that articles point to, whatever their folder.
Names linked_names(const std::vector<Work*>& works) {
  Names names;
  const auto add = [&names](std::string_view target) {
    if (!scheme_of(target).empty()) return;
    names.emplace(file_name(target));
    names.insert(percent_decoded(file_name(target.substr(0, target.find_first_of("?#")))));
  };
  for (const Work* work : works) {
    query(work->document, [&add](const Inline& node) {
      if (const auto* link = node.as<Link>()) add(link->target.url);
      if (const auto* image = node.as<Image>()) add(image->target);
    });
  }
  return names;
}

}  // namespace

void report_other_documents(const std::vector<Work*>& works, const Folder& folder,
                            std::string_view slug, Severity severity, Diagnostics& diagnostics) {
  const Names linked = linked_names(works);
  Names sources;
  for (const Work* work : works) sources.emplace(without_suffix(work->document.path));
  for (const std::string& path : folder.list(nullptr)) {
    const std::string_view advice = document_advice(path);
    const bool is_ours = file_name(path) == fmt::format("{}{}", slug, suffix_of(path));
    if (advice.empty() || is_ours || is_about_folder(path) || linked.contains(file_name(path)) ||
        sources.contains(without_suffix(path))) {
      continue;
    }
    diagnostics.add({severity,
                     "unreadable-kind",
                     path,
                     {},
                     "documents of this kind cannot be read; it is left out",
                     fmt::format("if it is an article, save it as {}", advice),
                     ""});
  }
}

}  // namespace garland
