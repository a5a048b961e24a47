// How fast each reader is, on one thread: megabytes of source a second, beside the time that
// decoding the bytes and giving all of them to gumbo or cmark-gfm takes alone.
//
// usage: bench_readers NAME=FOLDER...     prints a line a folder: name, reader, files, megabytes,
// MB/s of the reader, MB/s of the library, and the slowest file with its MB/s, parted by tabs
#include <cmark-gfm.h>
#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/unicode.h"
#include "readers/reader.h"

using namespace garland;

namespace {

constexpr std::uint64_t kMostBytes = 64ULL << 20;
constexpr double kLeastSeconds = 0.5;  // of one measurement: shorter ones say little
constexpr int kRounds = 3;             // the best one counts
constexpr double kMegabyte = 1e6;
constexpr std::size_t kLeastShown = 4000;  // bytes of a file that may be named as the slowest

struct Source {
  std::string path;
  std::string bytes;
};

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Seconds that one call takes, at its best.
double seconds_of(const std::function<void()>& work) {
  double best = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    int calls = 0;
    const double began = processor_seconds();
    double spent = 0;
    do {
      work();
      ++calls;
      spent = processor_seconds() - began;
    } while (spent < kLeastSeconds / kRounds);
    best = std::min(best, spent / calls);
  }
  return best;
}

std::vector<Source> sources_in(const std::filesystem::path& folder) {
  std::vector<Source> sources;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    Result<std::string> bytes = read_file(entry.path(), kMostBytes);
    if (bytes && !looks_binary(*bytes)) {
      sources.push_back({entry.path().filename().string(), std::move(*bytes)});
    }
  }
  std::sort(sources.begin(), sources.end(),
            [](const Source& left, const Source& right) { return left.path < right.path; });
  return sources;
}

void read(const Source& source) {
  Diagnostics diagnostics(source.path, source.bytes);
  static_cast<void>(read_source(source.bytes, source.path, {}, diagnostics));
}

std::string format_of(const Source& source) {
  Diagnostics diagnostics(source.path, source.bytes);
  const Result<Document> document = read_source(source.bytes, source.path, {}, diagnostics);
  return document ? document->format : "";
}

// The text's tree as the library makes it, freed again.
void parse_alone(const Source& source, std::string_view format) {
  const std::string text = decode_text(source.bytes).text;
  if (format == "html") {
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size());
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  } else if (format == "markdown") {
    cmark_node_free(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
  }
}

void measure(std::string_view name, const std::filesystem::path& folder) {
  const std::vector<Source> sources = sources_in(folder);
  std::size_t bytes = 0;
  for (const Source& source : sources) bytes += source.bytes.size();
  if (bytes == 0) return;
  std::vector<std::string> formats;
  for (const Source& source : sources) formats.push_back(format_of(source));
  const double reading = seconds_of([&] {
    for (const Source& source : sources) read(source);
  });
  const double alone = seconds_of([&] {
    for (std::size_t i = 0; i < sources.size(); ++i) parse_alone(sources[i], formats[i]);
  });
  std::string_view slowest;
  double slowest_speed = 1e9;
  for (const Source& source : sources) {
    if (source.bytes.size() < kLeastShown) continue;
    const double began = processor_seconds();
    read(source);
    const double speed =
        static_cast<double>(source.bytes.size()) / kMegabyte / (processor_seconds() - began);
    if (speed < slowest_speed) slowest_speed = speed, slowest = source.path;
  }
  const double megabytes = static_cast<double>(bytes) / kMegabyte;
  fmt::print("{}\t{}\t{}\t{:.2f}\t{:.1f}\t{:.1f}\t{} {:.1f}\n", name, formats.front(),
             sources.size(), megabytes, megabytes / reading, megabytes / alone, slowest,
             slowest_speed);
}

}  // namespace

int main(int count, char** words) {
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    const std::size_t sign = word.find('=');
    if (sign == word.npos) return 2;
    measure(word.substr(0, sign), word.substr(sign + 1));
  }
  return count > 1 ? EXIT_SUCCESS : 2;
}
