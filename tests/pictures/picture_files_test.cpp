// Real files, good and broken, from the shared data.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "pictures/picture.h"
#include "support/shared_data.h"

namespace garland {
namespace {

using test::read_bytes;

// One line of the index. A value that is not stated is empty.
struct Entry {
  std::string file, valid, width, height, orientation, components, robustness;
};

std::string value_of(std::string_view line, const std::string& key) {
  const std::size_t found = line.find("\"" + key + "\": ");
  if (found == std::string_view::npos) return {};
  line.remove_prefix(found + key.size() + 4);
  if (line.starts_with('"')) return std::string(line.substr(1, line.find('"', 1) - 1));
  return std::string(line.substr(0, line.find_first_of(",}")));
}

std::vector<Entry> read_index(const std::filesystem::path& folder) {
  std::vector<Entry> entries;
  std::ifstream index(folder / "index.jsonl");
  for (std::string line; std::getline(index, line);) {
    entries.push_back({value_of(line, "file"), value_of(line, "valid"), value_of(line, "width"),
                       value_of(line, "height"), value_of(line, "orientation"),
                       value_of(line, "components"), value_of(line, "robustness")});
  }
  return entries;
}

void check_pixels(const Picture& picture) {
  const Result<Pixels> pixels = decode_picture(picture);
  REQUIRE(pixels.ok());
  CHECK(pixels->width_px == picture.width_px);
  CHECK(pixels->height_px == picture.height_px);
  CHECK(pixels->samples.size() == static_cast<std::size_t>(pixels->width_px) *
                                      static_cast<std::size_t>(pixels->height_px) *
                                      static_cast<std::size_t>(pixels->channels));
}

TEST_CASE("every picture of the shared data loads at its size, or is refused when broken") {
  const auto folder = test::shared_path("data/images");
  if (!folder) return;
  const std::vector<Entry> entries = read_index(*folder);
  REQUIRE_FALSE(entries.empty());
  for (const Entry& entry : entries) {
    CAPTURE(entry.file);
    const Result<Picture> picture = load_picture(read_bytes(*folder / entry.file), entry.file);
    const bool is_png = entry.file.ends_with(".png");
    const bool is_good_jpeg = !is_png && entry.robustness == "false" && entry.components != "null";
    if (entry.valid == "false") CHECK_FALSE(picture.ok());
    if (entry.valid == "true" || is_good_jpeg || !entry.orientation.empty()) {
      CAPTURE((picture.ok() ? "" : picture.error().message));
      CHECK(picture.ok());
    }
    if (!picture.ok()) continue;
    if (!entry.width.empty()) {
      CHECK(std::to_string(picture->width_px) == entry.width);
      CHECK(std::to_string(picture->height_px) == entry.height);
    }
    check_pixels(*picture);
  }
}

TEST_CASE("a photograph is upright whatever its orientation") {
  const auto folder = test::shared_path("data/images/exif");
  if (!folder) return;
  const Result<Picture> upright =
      load_picture(read_bytes(*folder / "Landscape_1.jpg"), "Landscape_1.jpg");
  REQUIRE(upright.ok());
  const Result<Pixels> expected = decode_picture(*upright);
  for (const char orientation : {'3', '5', '6', '7', '8'}) {
    CAPTURE(orientation);
    const std::string name = std::string("Landscape_") + orientation + ".jpg";
    const Result<Picture> picture = load_picture(read_bytes(*folder / name), name);
    REQUIRE(picture.ok());
    CHECK(picture->width_px == upright->width_px);
    const Result<Pixels> pixels = decode_picture(*picture);
    REQUIRE(pixels->samples.size() == expected->samples.size());
    double difference = 0;
    for (std::size_t i = 0; i < pixels->samples.size(); ++i) {
      difference += std::abs(pixels->samples[i] - expected->samples[i]);
    }
    // The files were compressed again after they were turned.
    CHECK(difference / static_cast<double>(pixels->samples.size()) < 8);
  }
}

TEST_CASE(
    "a JPEG file cut or changed anywhere is mended and reported, or refused, and does no harm") {
  const auto folder = test::shared_path("data/images/jpeg-decoder");
  if (!folder) return;
  for (const char* name :
       {"reftest_images_mozilla_jpg-size-31x31.jpg", "reftest_images_mozilla_jpg-progressive.jpg",
        "reftest_images_mozilla_jpg-cmyk-1.jpg"}) {
    CAPTURE(name);
    const std::string bytes = read_bytes(*folder / name);
    REQUIRE_FALSE(bytes.empty());
    const auto is_sound = [](const Result<Picture>& picture) {
      return !picture.ok() || load_picture(*picture->bytes, "again")->repair == std::nullopt;
    };
    for (std::size_t size = 0; size + 40 < bytes.size(); size += 7) {
      const Result<Picture> picture = load_picture(bytes.substr(0, size), name);
      CHECK((!picture.ok() || picture->repair.has_value()));
      CHECK(is_sound(picture));
    }
    for (std::size_t at = 0; at < bytes.size(); at += 5) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ 0x55);
      CHECK(is_sound(load_picture(changed, name)));
    }
  }
}

TEST_CASE("a CMYK photograph becomes RGB, since not every reader of books knows ink") {
  const auto folder = test::shared_path("data/images/jpeg-decoder");
  if (!folder) return;
  const std::string name = "reftest_images_mozilla_jpg-cmyk-1.jpg";
  const Result<Picture> picture = load_picture(read_bytes(*folder / name), name);
  REQUIRE(picture.ok());
  CHECK(read_jpeg_header(*picture->bytes)->components == 3);
}

}  // namespace
}  // namespace garland
