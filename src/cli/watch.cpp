#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

#include "base/files.h"
#include "base/hash.h"
#include "cli/commands.h"
#include "cli/console.h"

namespace garland {
namespace fs = std::filesystem;
namespace {

constexpr std::chrono::milliseconds kInterval{400};

struct Watched {
  const DiskFolder& folder;
  std::string outputs;  // path of the output folder within it; empty when it is elsewhere
};

// Changes when any source of the folder does: names, sizes and times, no contents.
std::uint64_t fingerprint(const Watched& watched) {
  const DiskFolder& folder = watched.folder;
  std::uint64_t hash = fnv1a("");
  for (const std::string& path : folder.list(nullptr)) {
    if (!watched.outputs.empty() && path.starts_with(watched.outputs)) continue;
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
void wait_for_change(const Watched& watched, std::uint64_t seen) {
  std::uint64_t last = seen;
  for (;;) {
    std::this_thread::sleep_for(kInterval);
    const std::uint64_t now = fingerprint(watched);
    if (now == last && now != seen) return;
    last = now;
  }
}

// "out/" when the books go into a folder among the sources.
std::string outputs_within(const DiskFolder& folder, const fs::path& output_folder) {
  std::error_code trouble;
  const fs::path outputs = fs::weakly_canonical(output_folder, trouble);
  const fs::path relative = outputs.lexically_relative(folder.root());
  const bool is_within =
      !trouble && !relative.empty() && relative != "." && *relative.begin() != "..";
  return is_within ? relative.generic_string() + "/" : "";
}

}  // namespace

int run_watch(const BuildArguments& arguments) {
  const Result<DiskFolder> folder = DiskFolder::open(arguments.folder);
  if (!folder) return print_error(folder.error()), kWrongUsage;
  const Watched watched{*folder, outputs_within(*folder, arguments.output_folder)};
  for (;;) {
    // Taken before the build, so that what is saved meanwhile is built next.
    const std::uint64_t seen = fingerprint(watched);
    run_build(arguments);
    print_message("watching for changes; stop with Ctrl-C\n");
    wait_for_change(watched, seen);
  }
}

}  // namespace garland
