#include "base/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <system_error>

#include "base/ascii.h"
#include "base/unicode.h"
#include "base/uri.h"

namespace garland {
namespace fs = std::filesystem;
namespace {

// Folders deeper than this are not looked into.
constexpr int kMaxFolderDepth = 32;
constexpr std::size_t kMaxFiles = 100'000;

std::string reason(int error_number) {
  return std::error_code(error_number, std::generic_category()).message();
}

class FileHandle {
 public:
  explicit FileHandle(int descriptor) : descriptor_(descriptor) {}
  ~FileHandle() { close(); }
  FileHandle(const FileHandle&) = delete;
  FileHandle& operator=(const FileHandle&) = delete;

  bool is_open() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }
  bool close() {
    const int closing = std::exchange(descriptor_, -1);
    return closing < 0 || ::close(closing) == 0;
  }

 private:
  int descriptor_;
};

Result<std::string> read_regular_file(const fs::path& path, std::uint64_t max_bytes) {
  // O_NONBLOCK: a pipe that nobody writes to must not hold us up before fstat tells what it is.
  FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open()) return Error{"cannot be opened: " + reason(errno), "", {}};
  struct stat status {};
  if (::fstat(file.descriptor(), &status) != 0) {
    return Error{"cannot be read: " + reason(errno), "", {}};
  }
  if (!S_ISREG(status.st_mode)) return Error{"is no regular file", "", {}};
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > max_bytes) {
    return Error{fmt::format("is too large: {} bytes, at most {} are read", size, max_bytes),
                 "split it",
                 {}};
  }
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::read(file.descriptor(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Error{"cannot be read: " + reason(errno), "", {}};
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

bool is_hidden(const fs::path& name) { return name.native().starts_with('.'); }

bool is_inside(const fs::path& root, const fs::path& canonical) {
  const auto [end_of_root, ignored] =
      std::mismatch(root.begin(), root.end(), canonical.begin(), canonical.end());
  return end_of_root == root.end();
}

// A relative path of plain names: no root, no "..", no empty or hidden trick.
bool is_safe_relative(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.find('\0') != std::string_view::npos) {
    return false;
  }
  const fs::path as_path{std::string(path)};
  return std::none_of(as_path.begin(), as_path.end(),
                      [](const fs::path& name) { return name == ".." || name == "."; });
}

// Walks a folder by names alone and in their order, so that a bound cuts the same files everywhere;
// links are followed only to regular files inside the root.
class Lister {
 public:
  Lister(fs::path root, std::vector<Skipped>* skipped)
      : root_(std::move(root)), skipped_(skipped) {}

  std::vector<std::string> run() {
    visit(root_, 0);
    std::sort(files_.begin(), files_.end(), natural_less);
    if (skipped_ != nullptr) {
      std::sort(skipped_->begin(), skipped_->end(), [](const Skipped& left, const Skipped& right) {
        return natural_less(left.path, right.path);
      });
    }
    return std::move(files_);
  }

 private:
  void visit(const fs::path& folder, int depth) {
    std::vector<fs::directory_entry> entries;
    std::error_code trouble;
    for (fs::directory_iterator entry(folder, trouble), end; !trouble && entry != end;
         entry.increment(trouble)) {
      if (!is_hidden(entry->path().filename())) entries.push_back(*entry);
    }
    if (trouble) {
      skip(folder, "unreadable-folder", "this folder cannot be read: " + trouble.message(),
           "give yourself the right to read it, or take it out");
    }
    std::sort(entries.begin(), entries.end());
    for (const fs::directory_entry& entry : entries) visit_entry(entry, depth);
  }

  void visit_entry(const fs::directory_entry& entry, int depth) {
    std::error_code trouble;
    if (entry.is_symlink(trouble)) return visit_link(entry.path());
    if (entry.is_regular_file(trouble)) return add(entry.path());
    if (!entry.is_directory(trouble)) return;
    if (depth < kMaxFolderDepth) return visit(entry.path(), depth + 1);
    skip(entry.path(), "deep-folder",
         fmt::format("this folder lies more than {} folders deep and is left out", kMaxFolderDepth),
         "move it up");
  }

  void visit_link(const fs::path& link) {
    std::error_code trouble;
    const fs::path target = fs::canonical(link, trouble);
    if (trouble) {
      skip(link, "broken-symbolic-link", "this symbolic link leads nowhere and is left out",
           "put the file itself into the folder");
    } else if (!is_inside(root_, target)) {
      skip(link, "link-outside", "this symbolic link leads outside the folder and is left out",
           "put the file itself into the folder");
    } else if (fs::is_regular_file(target, trouble)) {
      add(link);
    } else {
      skip(link, "link-to-folder",
           "this symbolic link leads to a folder; such links are not followed",
           "list the folder's files themselves, or take the link out");
    }
  }

  void add(const fs::path& file) {
    if (files_.size() < kMaxFiles) {
      files_.push_back(relative(file));
    } else if (!std::exchange(is_full_, true)) {
      skip(file, "too-many-files",
           fmt::format("the folder has more than {} files; this one and all behind it are left out",
                       kMaxFiles),
           "build a folder that holds the articles alone");
    }
  }

  void skip(const fs::path& path, std::string code, std::string message, std::string help) {
    if (skipped_ == nullptr) return;
    skipped_->push_back({relative(path), std::move(code), std::move(message), std::move(help)});
  }

  std::string relative(const fs::path& path) const {
    return readable_name(path.lexically_relative(root_).generic_string());
  }

  fs::path root_;
  std::vector<Skipped>* skipped_;
  std::vector<std::string> files_;
  bool is_full_ = false;
};

// Joins a path as it stands to the folder of `base_path`; empty when it would leave the root.
std::string join_path(std::string_view base_path, const std::string& path) {
  if (path.empty() || path.find('\0') != std::string::npos) return {};
  fs::path joined;
  if (!path.starts_with('/')) joined = fs::path(std::string(base_path)).parent_path();
  joined /= fs::path(path).relative_path();
  const std::string normal = joined.lexically_normal().generic_string();
  return is_safe_relative(normal) ? normal : std::string();
}

bool leads_elsewhere(std::string_view reference) {
  return !scheme_of(reference).empty() || reference.starts_with("//");
}

std::string_view without_query(std::string_view reference) {
  return reference.substr(0, reference.find_first_of("?#"));
}

// Writes all bytes and syncs them to the disk.
Status write_all(FileHandle& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file.descriptor(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return Error{reason(errno), "", {}};
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  if (::fsync(file.descriptor()) != 0) return Error{reason(errno), "", {}};
  if (!file.close()) return Error{reason(errno), "", {}};
  return Done{};
}

// A new file beside `path`; its name is put into `temporary`. Gives -1 and errno on failure.
int create_temporary(const fs::path& path, const fs::path& folder, std::string& temporary) {
  constexpr int kAttempts = 100;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    temporary =
        (folder / fmt::format(".{}.{}-{}.tmp", path.filename().string(), ::getpid(), attempt))
            .string();
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0 || errno != EEXIST) return descriptor;
  }
  return -1;
}

void sync_folder(const fs::path& folder) {
  const FileHandle handle(::open(folder.c_str(), O_RDONLY | O_CLOEXEC | O_DIRECTORY));
  if (handle.is_open()) ::fsync(handle.descriptor());
}

}  // namespace

Result<DiskFolder> DiskFolder::open(const fs::path& root) {
  std::error_code trouble;
  fs::path canonical = fs::canonical(root, trouble);
  if (trouble) {
    return Error{"the folder " + root.string() + " cannot be opened: " + trouble.message(),
                 "check its name",
                 {}};
  }
  if (!fs::is_directory(canonical, trouble)) {
    return Error{root.string() + " is no folder", "give the folder that holds the articles", {}};
  }
  return DiskFolder(std::move(canonical));
}

std::vector<std::string> DiskFolder::list(std::vector<Skipped>* skipped) const {
  return Lister(root_, skipped).run();
}

// Where the path stands on the disk: as written, or with the bytes that readable_name encoded.
fs::path DiskFolder::place_of(std::string_view path) const {
  fs::path place = root_ / std::string(path);
  std::error_code trouble;
  if (path.find('%') == std::string_view::npos || fs::exists(place, trouble)) return place;
  const std::string bytes = percent_decoded(path);
  return is_safe_relative(bytes) && readable_name(bytes) == path ? root_ / bytes : place;
}

Result<std::string> DiskFolder::read(std::string_view path, std::uint64_t max_bytes) const {
  if (!is_safe_relative(path)) {
    return Error{"leads outside the folder", "copy the file into the folder", {}};
  }
  std::error_code trouble;
  const fs::path target = fs::canonical(place_of(path), trouble);
  if (trouble) return Error{"cannot be opened: " + trouble.message(), "", {}};
  if (!is_inside(root_, target)) {
    return Error{"is a link that leads outside the folder", "copy the file into the folder", {}};
  }
  return read_regular_file(target, max_bytes);
}

bool DiskFolder::exists(std::string_view path) const {
  if (!is_safe_relative(path)) return false;
  std::error_code trouble;
  const fs::path target = fs::canonical(place_of(path), trouble);
  return !trouble && is_inside(root_, target) && fs::is_regular_file(target, trouble);
}

std::vector<std::string> MemoryFolder::list(std::vector<Skipped>*) const {
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : files_) paths.push_back(path);
  std::sort(paths.begin(), paths.end(), natural_less);
  return paths;
}

Result<std::string> MemoryFolder::read(std::string_view path, std::uint64_t max_bytes) const {
  const auto found = files_.find(std::string(path));
  if (found == files_.end()) return Error{"cannot be opened: no such file", "", {}};
  if (found->second.size() > max_bytes) return Error{"is too large", "split it", {}};
  return found->second;
}

bool MemoryFolder::exists(std::string_view path) const {
  return files_.contains(std::string(path));
}

bool natural_less(std::string_view left, std::string_view right) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < left.size() && j < right.size()) {
    if (!is_ascii_digit(left[i]) || !is_ascii_digit(right[j])) {
      if (left[i] != right[j]) {
        return static_cast<unsigned char>(left[i]) < static_cast<unsigned char>(right[j]);
      }
      ++i, ++j;
      continue;
    }
    while (i < left.size() && left[i] == '0') ++i;
    while (j < right.size() && right[j] == '0') ++j;
    const std::size_t left_begin = i;
    const std::size_t right_begin = j;
    while (i < left.size() && is_ascii_digit(left[i])) ++i;
    while (j < right.size() && is_ascii_digit(right[j])) ++j;
    const auto left_number = left.substr(left_begin, i - left_begin);
    const auto right_number = right.substr(right_begin, j - right_begin);
    if (left_number.size() != right_number.size()) return left_number.size() < right_number.size();
    if (left_number != right_number) return left_number < right_number;
  }
  if (i < left.size() || j < right.size()) return j < right.size();
  return left < right;
}

std::string resolve_path(std::string_view base_path, std::string_view reference) {
  if (leads_elsewhere(reference)) return {};
  return join_path(base_path, percent_decoded(without_query(reference)));
}

std::vector<std::string> resolve_paths(std::string_view base_path, std::string_view reference) {
  if (leads_elsewhere(reference)) return {};
  std::vector<std::string> paths;
  for (const std::string_view part : {without_query(reference), reference}) {
    for (const std::string& name : {percent_decoded(part), std::string(part)}) {
      std::string path = join_path(base_path, name);
      const bool is_new = std::find(paths.begin(), paths.end(), path) == paths.end();
      if (!path.empty() && is_new) paths.push_back(std::move(path));
    }
  }
  return paths;
}

std::string readable_name(std::string_view name) {
  std::string readable;
  for (std::size_t offset = 0; offset < name.size();) {
    const std::size_t begin = offset;
    next_code_point(name, offset);
    const std::string_view piece = name.substr(begin, offset - begin);
    if (is_valid_utf8(piece)) {
      readable += piece;
      continue;
    }
    for (const char byte : piece) {
      readable += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
  }
  return readable;
}

Result<std::string> read_file(const fs::path& path, std::uint64_t max_bytes) {
  return read_regular_file(path, max_bytes);
}

Status write_file_atomically(const fs::path& path, std::string_view bytes) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::string temporary;
  FileHandle file(create_temporary(path, folder, temporary));
  if (!file.is_open()) {
    return Error{fmt::format("{} cannot be written: {}", path.string(), reason(errno)),
                 "check that the folder exists and may be written to",
                 {}};
  }
  Status written = write_all(file, bytes);
  if (written && ::rename(temporary.c_str(), path.c_str()) != 0) {
    written = Error{reason(errno), "", {}};
  }
  if (!written) {
    ::unlink(temporary.c_str());
    return Error{fmt::format("{} cannot be written: {}", path.string(), written.error().message),
                 "the old file, if any, is as it was",
                 {}};
  }
  sync_folder(folder);
  return Done{};
}

}  // namespace garland
