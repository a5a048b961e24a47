#include "book/picture_files.h"

#include <array>

#include "base/diagnostic.h"
#include "base/unicode.h"
#include "base/uri.h"
#include "book/source_names.h"
#include "document/picture_name.h"
#include "document/web_address.h"

namespace garland {
namespace {

constexpr std::array<std::string_view, 5> kPictureFolders = {"assets/", "images/", "img/",
                                                             "pictures/", "media/"};

// The name at the end of a target, without what a site may have behind it.
std::string_view target_name(std::string_view target) {
  return file_name(target.substr(0, target.find_first_of("?#")));
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash + 1);
}

}  // namespace

bool is_remote(std::string_view target) {
  return address_kind(target) == AddressKind::Web || target.starts_with("//");
}

PictureFiles::PictureFiles(const Folder& folder,
                           const std::vector<std::pair<std::string, std::string>>& assets)
    : folder_(folder), assets_(assets.begin(), assets.end()) {
  for (const std::string& path : folder.list(nullptr)) {
    by_name_[std::string(file_name(path))].push_back(path);
  }
}

std::string PictureFiles::find(std::string_view target, std::string_view source_path) const {
  if (const auto asset = assets_.find(target); asset != assets_.end()) return asset->second;
  if (!is_remote(target)) return find_local(target, source_path);
  // The name as it stands in the address, or without its escapes.
  const std::string_view name = target_name(target);
  std::string path = find_by_name(name, source_path);
  return path.empty() ? find_by_name(percent_decoded(name), source_path) : path;
}

std::string PictureFiles::find_local(std::string_view target, std::string_view source_path) const {
  for (std::string& path : resolve_paths(source_path, target)) {
    if (folder_.exists(path)) return std::move(path);
  }
  return {};
}

// The file beside the source, in a folder for pictures beside it or at the root, or the only one of
// that name.
std::string PictureFiles::find_by_name(std::string_view name, std::string_view source_path) const {
  if (name.empty()) return {};
  const auto found = by_name_.find(name);
  if (found == by_name_.end()) return {};
  const std::string beside(folder_of(source_path));
  std::vector<std::string> places = {beside + std::string(name)};
  for (const std::string& base : {beside, std::string()}) {
    for (const std::string_view folder : kPictureFolders) {
      places.push_back(base + std::string(folder) + std::string(name));
    }
  }
  for (const std::string& place : places) {
    for (const std::string& path : found->second) {
      if (path == place) return path;
    }
  }
  return found->second.size() == 1 ? found->second.front() : std::string();
}

std::string_view PictureFiles::nearest(std::string_view target) const {
  const std::string name = percent_decoded(target_name(target));
  if (name.empty()) return {};
  if (const auto same = by_name_.find(name); same != by_name_.end()) return same->second.front();
  std::vector<std::string_view> names;
  for (const auto& [known, paths] : by_name_) {
    if (!has_picture_suffix(known)) continue;
    if (to_lower(known) == to_lower(name)) return paths.front();
    names.push_back(known);
  }
  const std::string_view near = nearest_spelling(name, names);
  const auto found = by_name_.find(near);
  return near.empty() || found == by_name_.end() ? std::string_view()
                                                 : std::string_view(found->second.front());
}

}  // namespace garland
