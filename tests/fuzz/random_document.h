// Bytes to a document tree: every kind of block and inline, nested as document/check.h allows, with
// texts in many scripts and what makes trouble in them. The same bytes give the same tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "document/document.h"

namespace garland::fuzz {

// Choices taken from bytes; when they are used up, every choice is the first one.
class Choices {
 public:
  explicit Choices(std::string_view bytes) : bytes_(bytes) {}

  bool are_left() const { return at_ < bytes_.size(); }
  std::size_t byte() {
    return are_left() ? static_cast<unsigned char>(bytes_[at_++]) : std::size_t{0};
  }
  // 0 to `count` - 1. Requires a count of 1 to 256.
  std::size_t below(std::size_t count) { return byte() % count; }
  bool one_in(std::size_t count) { return below(count) == count - 1; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

// Pictures that the documents ask for by these names, besides one that is not there.
constexpr std::string_view kSmallPicture = "small.png";
constexpr std::string_view kTallPicture = "tall.png";
constexpr std::string_view kWidePicture = "wide.png";

// Takes what is left of the choices, or the part of them that one document of several gets.
Document random_document(Choices& choices, std::string path);

}  // namespace garland::fuzz
