// fonts.yaml read and its names found on disk: which families there are, which faces stand in for
// missing characters. Opens no font file.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fonts/fonts.h"

namespace garland {

constexpr FaceId kNoFace = 0xFFFF;

enum class FamilyKind { Serif, Sans, Mono };

// One face on disk.
struct FaceFile {
  std::string family;  // as printed: "Linux Libertine"
  std::filesystem::path path;
  unsigned index = 0;  // in a collection
  bool is_serif = false;
};

// The faces of a family by style_slot(). After reading every slot has a face, if need be the one of
// the nearest style; or all are kNoFace.
using StyleFaces = std::array<FaceId, 4>;
constexpr std::size_t style_slot(Weight weight, Slant slant) {
  return (weight == Weight::Bold ? 2U : 0U) + (slant == Slant::Italic ? 1U : 0U);
}

struct Family {
  std::string key;   // as themes name it: "serif"
  std::string name;  // "Linux Libertine"
  FamilyKind kind = FamilyKind::Serif;
  StyleFaces faces{};
};

// Faces for characters that a family lacks. No scripts: for any character.
struct Fallback {
  std::vector<std::string> scripts;    // ISO 15924
  std::vector<std::string> languages;  // BCP 47, lower case; preferred for these
  std::array<StyleFaces, 3> faces{};   // by FamilyKind, each filled if any is
};

struct FontList {
  std::vector<FaceFile> files;  // a FaceId is an index; order of fonts.yaml, so equal everywhere
  std::vector<Family> families;
  std::vector<Fallback> fallbacks;
};

// Errors: unreadable list, an entry of the wrong kind, a family's file that is in no folder.
Result<FontList> read_font_list(const std::filesystem::path& fonts_yaml);

}  // namespace garland
