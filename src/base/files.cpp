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

// Walks a folder by names alone; links are followed only to regular files inside the root.
class Lister {
 public:
  Lister(fs::path root, std::vector<std::string>* skipped)
      : root_(std::move(root)), skipped_(skipped) {}

  std::vector<std::string> run() {
    visit(root_, 0);
    std::sort(files_.begin(), files_.end(), natural_less);
    if (skipped_ != nullptr) std::sort(skipped_->begin(), skipped_->end(), natural_less);
    return std::move(files_);
  }

 private:
  void visit(const fs::path& folder, int depth) {
    std::error_code trouble;
    for (fs::directory_iterator entry(folder, trouble), end; !trouble && entry != end;
         entry.increment(trouble)) {
      if (is_hidden(entry->path().filename())) continue;
      visit_entry(*entry, depth);
    }
  }

  void visit_entry(const fs::directory_entry& entry, int depth) {
    std::error_code trouble;
    const std::string relative = entry.path().lexically_relative(root_).generic_string();
    if (entry.is_symlink(trouble)) {
      const fs::path target = fs::canonical(entry.path(), trouble);
      const bool is_good = !trouble && is_inside(root_, target) && fs::is_regular_file(target);
      if (is_good) {
        files_.push_back(relative);
      } else if (skipped_ != nullptr) {
        skipped_->push_back(relative);
      }
      return;
    }
    if (entry.is_directory(trouble)) {
      if (depth < kMaxFolderDepth) visit(entry.path(), depth + 1);
    } else if (entry.is_regular_file(trouble) && files_.size() < kMaxFiles) {
      files_.push_back(relative);
    }
  }

  fs::path root_;
  std::vector<std::string>* skipped_;
  std::vector<std::string> files_;
};

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

std::vector<std::string> DiskFolder::list(std::vector<std::string>* skipped) const {
  return Lister(root_, skipped).run();
}

Result<std::string> DiskFolder::read(std::string_view path, std::uint64_t max_bytes) const {
  if (!is_safe_relative(path)) {
    return Error{"leads outside the folder", "copy the file into the folder", {}};
  }
  std::error_code trouble;
  const fs::path target = fs::canonical(root_ / std::string(path), trouble);
  if (trouble) return Error{"cannot be opened: " + trouble.message(), "", {}};
  if (!is_inside(root_, target)) {
    return Error{"is a link that leads outside the folder", "copy the file into the folder", {}};
  }
  return read_regular_file(target, max_bytes);
}

bool DiskFolder::exists(std::string_view path) const {
  if (!is_safe_relative(path)) return false;
  std::error_code trouble;
  const fs::path target = fs::canonical(root_ / std::string(path), trouble);
  return !trouble && is_inside(root_, target) && fs::is_regular_file(target, trouble);
}

std::vector<std::string> MemoryFolder::list(std::vector<std::string>*) const {
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
  auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < left.size() && j < right.size()) {
    if (!is_digit(left[i]) || !is_digit(right[j])) {
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
    while (i < left.size() && is_digit(left[i])) ++i;
    while (j < right.size() && is_digit(right[j])) ++j;
    const auto left_number = left.substr(left_begin, i - left_begin);
    const auto right_number = right.substr(right_begin, j - right_begin);
    if (left_number.size() != right_number.size()) return left_number.size() < right_number.size();
    if (left_number != right_number) return left_number < right_number;
  }
  if (i < left.size() || j < right.size()) return j < right.size();
  return left < right;
}

std::string resolve_path(std::string_view base_path, std::string_view reference) {
  reference = reference.substr(0, reference.find_first_of("?#"));
  if (reference.empty() || !scheme_of(reference).empty() || reference.starts_with("//")) return {};
  const std::string decoded = percent_decoded(reference);
  if (decoded.find('\0') != std::string::npos) return {};
  fs::path joined;
  if (!decoded.starts_with('/')) joined = fs::path(std::string(base_path)).parent_path();
  joined /= fs::path(decoded).relative_path();
  const std::string normal = joined.lexically_normal().generic_string();
  return is_safe_relative(normal) ? normal : std::string();
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
