#include <chrono>
#include <filesystem>
#include <thread>

#include "base/files.h"
#include "base/hash.h"
#include "cli/commands.h"
#include "cli/console.h"

namespace garland {
namespace fs = std::filesystem;
namespace {

constexpr std::chrono::milliseconds kInterval{400};

// Changes when any file of the folder does: names, sizes and times, no contents.
std::uint64_t fingerprint(const DiskFolder& folder) {
  std::uint64_t hash = fnv1a("");
  for (const std::string& path : folder.list(nullptr)) {
    std::error_code ignored;
    const auto size = fs::file_size(folder.root() / path, ignored);
    const auto time = fs::last_write_time(folder.root() / path, ignored);
    hash = fnv1a(path, hash);
    hash = fnv1a(std::to_string(size), hash);
    hash = fnv1a(std::to_string(time.time_since_epoch().count()), hash);
  }
  return hash;
}

// Waits until the folder differs from `seen` and has been quiet for one interval.
std::uint64_t wait_for_change(const DiskFolder& folder, std::uint64_t seen) {
  std::uint64_t last = seen;
  for (;;) {
    std::this_thread::sleep_for(kInterval);
    const std::uint64_t now = fingerprint(folder);
    if (now == last && now != seen) return now;
    last = now;
  }
}

}  // namespace

int run_watch(const BuildArguments& arguments) {
  const Result<DiskFolder> folder = DiskFolder::open(arguments.folder);
  if (!folder) return print_error(folder.error()), kWrongUsage;
  // Books written into the folder itself must not count as a change: the fingerprint is taken after
  // each build.
  for (;;) {
    run_build(arguments);
    print_message("watching for changes; stop with Ctrl-C\n");
    wait_for_change(*folder, fingerprint(*folder));
  }
}

}  // namespace garland
