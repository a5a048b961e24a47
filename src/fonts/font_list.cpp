#include "fonts/font_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "base/files.h"
#include "base/unicode.h"
#include "base/value.h"

namespace garland {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxListBytes = 1 << 20;
constexpr unsigned kMaxCollectionIndex = 255;
// By style_slot().
constexpr std::array<std::string_view, 4> kStyleKeys = {"regular", "italic", "bold", "bold-italic"};
constexpr std::array<std::string_view, 4> kStyleNames = {"Regular", "Italic", "Bold", "BoldItalic"};
constexpr std::array<std::string_view, 3> kKindKeys = {"serif", "sans", "mono"};
// Which style stands in for a missing one, best first; and which kind of fallback.
constexpr std::array<std::array<std::size_t, 4>, 4> kNearestStyles = {
    {{0, 2, 1, 3}, {1, 0, 3, 2}, {2, 0, 3, 1}, {3, 2, 1, 0}}};
constexpr std::array<std::array<std::size_t, 3>, 3> kNearestKinds = {
    {{0, 1, 2}, {1, 0, 2}, {2, 1, 0}}};

using FileIndex = std::map<std::string, fs::path, std::less<>>;

// Adds the files below a folder that are not known from an earlier one. Sorted, so that of two
// files of one name the same is taken on every machine.
void index_folder(const fs::path& folder, FileIndex& index) {
  std::vector<std::string> paths;
  std::error_code error;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator it(folder, options, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code ignored;
    if (it->is_regular_file(ignored)) paths.push_back(it->path().string());
  }
  std::sort(paths.begin(), paths.end());
  for (const std::string& path : paths) index.emplace(path.substr(path.rfind('/') + 1), path);
}

std::vector<std::string> strings_of(const Value* value) {
  std::vector<std::string> strings;
  if (value == nullptr) return strings;
  for (const Value& item : value->list) strings.push_back(item.scalar);
  return strings;
}

std::string string_of(const Value& map, std::string_view key) {
  const Value* value = map.find(key);
  return value != nullptr && value->is_scalar() ? value->scalar : std::string();
}

class ListReader {
 public:
  ListReader(const Value& root, fs::path folder) : root_(root), folder_(std::move(folder)) {}

  Result<FontList> read() {
    for (const std::string& folder : strings_of(root_.find("folders"))) {
      index_folder(folder_ / folder, index_);  // an absolute path replaces folder_
    }
    if (const Value* families = root_.find("families"); families != nullptr) {
      for (const auto& [key, entry] : families->map) read_family(key, entry);
    }
    if (const Value* fallbacks = root_.find("fallbacks"); fallbacks != nullptr) {
      for (const Value& entry : fallbacks->list) read_fallback(entry);
    }
    if (!error_ && list_.families.empty()) {
      fail("the font list names no family", "add a family under \"families:\"", root_.range);
    }
    if (error_) return *error_;
    return std::move(list_);
  }

 private:
  void fail(std::string message, std::string help, SourceRange range) {
    if (!error_) error_ = Error{std::move(message), std::move(help), range};
  }

  // The face of "name.ttc#2"; each file and index is one face, however often it is named. kNoFace
  // when the file is nowhere.
  FaceId add_face(std::string_view reference, const std::string& family, bool is_serif) {
    const std::size_t hash = reference.find('#');
    unsigned index = 0;
    if (hash != std::string_view::npos) {
      const std::string_view digits = reference.substr(hash + 1);
      std::from_chars(digits.data(), digits.data() + digits.size(), index);
      index = std::min(index, kMaxCollectionIndex);
    }
    const auto found = index_.find(reference.substr(0, hash));
    if (found == index_.end() || list_.files.size() >= kNoFace) return kNoFace;
    const auto next = static_cast<FaceId>(list_.files.size());
    const auto [known, is_new] = faces_.try_emplace({found->second.string(), index}, next);
    if (!is_new) return known->second;
    list_.files.push_back({family, found->second, index, is_serif});
    return next;
  }

  static void fill_styles(StyleFaces& faces) {
    const StyleFaces given = faces;
    for (std::size_t slot = 0; slot < given.size(); ++slot) {
      for (const std::size_t near : kNearestStyles.at(slot)) {
        if (faces.at(slot) == kNoFace) faces.at(slot) = given.at(near);
      }
    }
  }

  void read_family(const std::string& key, const Value& entry) {
    Family family{key, string_of(entry, "name"), FamilyKind::Serif, {}};
    if (family.name.empty()) family.name = key;
    const std::string kind = string_of(entry, "kind");
    const auto known = std::find(kKindKeys.begin(), kKindKeys.end(), kind);
    if (known == kKindKeys.end()) {
      fail(fmt::format("the family \"{}\" has no known kind", key),
           "write \"kind: serif\", \"kind: sans\" or \"kind: mono\"", entry.range);
      return;
    }
    family.kind = static_cast<FamilyKind>(known - kKindKeys.begin());
    family.faces.fill(kNoFace);
    for (std::size_t slot = 0; slot < kStyleKeys.size(); ++slot) {
      const std::string file = string_of(entry, kStyleKeys.at(slot));
      if (file.empty()) continue;
      family.faces.at(slot) = add_face(file, family.name, family.kind == FamilyKind::Serif);
      if (family.faces.at(slot) == kNoFace) {
        fail(fmt::format("the font file \"{}\" of the family \"{}\" is not installed", file, key),
             "install the font or put the file into the folder \"files\" beside fonts.yaml",
             entry.range);
      }
    }
    fill_styles(family.faces);
    if (family.faces[0] == kNoFace) {
      fail(fmt::format("the family \"{}\" names no font file", key), "add \"regular: FILE\"",
           entry.range);
    }
    list_.families.push_back(std::move(family));
  }

  // Faces of a pattern: "NotoSerif-*.ttf".
  StyleFaces read_pattern(const std::string& pattern, bool is_serif) {
    StyleFaces faces;
    faces.fill(kNoFace);
    const std::size_t star = pattern.find('*');
    if (pattern.empty()) return faces;
    const std::string family = pattern.substr(0, pattern.find_first_of("-*."));
    for (std::size_t slot = 0; slot < faces.size(); ++slot) {
      if (star == std::string::npos) {
        faces.at(slot) = add_face(pattern, family, is_serif);
      } else {
        faces.at(slot) =
            add_face(std::string(pattern).replace(star, 1, kStyleNames.at(slot)), family, is_serif);
      }
    }
    fill_styles(faces);
    return faces;
  }

  void read_fallback(const Value& entry) {
    Fallback fallback;
    fallback.scripts = strings_of(entry.find("scripts"));
    for (const std::string& language : strings_of(entry.find("languages"))) {
      fallback.languages.push_back(to_lower(language));
    }
    for (std::size_t kind = 0; kind < kKindKeys.size(); ++kind) {
      fallback.faces.at(kind) = read_pattern(string_of(entry, kKindKeys.at(kind)),
                                             static_cast<FamilyKind>(kind) == FamilyKind::Serif);
    }
    const auto given = fallback.faces;
    for (std::size_t kind = 0; kind < given.size(); ++kind) {
      for (const std::size_t near : kNearestKinds.at(kind)) {
        if (fallback.faces.at(kind)[0] == kNoFace) fallback.faces.at(kind) = given.at(near);
      }
    }
    if (fallback.faces[0][0] != kNoFace) list_.fallbacks.push_back(std::move(fallback));
  }

  const Value& root_;
  fs::path folder_;
  FileIndex index_;
  std::map<std::pair<std::string, unsigned>, FaceId> faces_;  // by path and index
  FontList list_;
  std::optional<Error> error_;
};

}  // namespace

Result<FontList> read_font_list(const std::filesystem::path& fonts_yaml) {
  const Result<std::string> text = read_file(fonts_yaml, kMaxListBytes);
  if (!text) return text.error();
  const Result<Value> root = parse_yaml(*text);
  if (!root) return root.error();
  return ListReader(*root, fonts_yaml.parent_path()).read();
}

}  // namespace garland
