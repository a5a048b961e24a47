// The one door to the disk. Sources are read through a Folder, which never leads outside its root;
// outputs are written beside their target, synced and renamed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace garland {

// Something of a folder that its list leaves out.
struct Skipped {
  std::string path;
  std::string code;  // of a diagnostic: "link-outside"
  std::string message;
  std::string help;
};

// A folder of sources. Paths are relative to it, with '/' between names and without "." or "..",
// and are valid UTF-8: a byte of a name that is not stands as "%FF". Any thread may call the const
// members.
class Folder {
 public:
  virtual ~Folder() = default;

  // Every regular file below the root, in natural order of paths ("2.md" before "10.md"). Hidden
  // files and folders (leading '.') are left out, and so are symbolic links that lead outside or to
  // folders, folders that cannot be read or lie too deep, and what is beyond 100,000 files;
  // `skipped` (may be null) receives those, sorted too.
  virtual std::vector<std::string> list(std::vector<Skipped>* skipped) const = 0;

  // The bytes of one file. Fails when the path is unsafe, leads outside (also by symbolic link), is
  // no regular file, or is larger than `max_bytes`.
  virtual Result<std::string> read(std::string_view path, std::uint64_t max_bytes) const = 0;

  virtual bool exists(std::string_view path) const = 0;
};

class DiskFolder : public Folder {
 public:
  // Fails when `root` is no folder that can be read.
  static Result<DiskFolder> open(const std::filesystem::path& root);

  std::vector<std::string> list(std::vector<Skipped>* skipped) const override;
  Result<std::string> read(std::string_view path, std::uint64_t max_bytes) const override;
  bool exists(std::string_view path) const override;
  const std::filesystem::path& root() const { return root_; }

 private:
  explicit DiskFolder(std::filesystem::path root) : root_(std::move(root)) {}
  std::filesystem::path place_of(std::string_view path) const;
  std::filesystem::path root_;  // canonical
};

// A folder in memory, for tests.
class MemoryFolder : public Folder {
 public:
  void add(std::string path, std::string bytes) { files_[std::move(path)] = std::move(bytes); }

  std::vector<std::string> list(std::vector<Skipped>* skipped) const override;
  Result<std::string> read(std::string_view path, std::uint64_t max_bytes) const override;
  bool exists(std::string_view path) const override;

 private:
  std::map<std::string, std::string> files_;
};

// "a" < "b"; runs of digits compare as numbers; ties by bytes. A strict weak order.
bool natural_less(std::string_view left, std::string_view right);

// Joins `reference` (as written in a source: "../img/a.png", "/img/a.png" from the root, percent
// escapes decoded) to the folder of `base_path`. Gives an empty string when it would leave the root
// or has a scheme such as "https:".
std::string resolve_path(std::string_view base_path, std::string_view reference);

// The paths that a reference may mean, the likeliest first: as resolve_path has it, then with "%20"
// taken for itself, then with "?" and "#" taken for parts of the name. May be empty.
std::vector<std::string> resolve_paths(std::string_view base_path, std::string_view reference);

// A name of a file as text: bytes that are no UTF-8 as "%FF".
std::string readable_name(std::string_view name);

// Reads any file the user named himself (a description, a theme, a font list).
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes);

// Writes to a temporary file in the same folder, syncs it and renames it over `path`. On failure
// the old file is untouched and the temporary one is gone.
Status write_file_atomically(const std::filesystem::path& path, std::string_view bytes);

}  // namespace garland
