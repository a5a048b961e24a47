#include "document/picture_name.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::string_view kDigits = "0123456789";

// A word that programs and cameras count their pictures by, with its number or without.
bool is_counted(std::string_view lower) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"alt",      "alt text",    "bild",       "capture",   "dsc",       "dscf",
       "dscn",     "foto",        "graphic",    "imagen",    "image",     "imagem",
       "images",   "img",         "immagine",   "mvimg",     "no alt",    "null",
       "photo",    "photograph",  "pic",        "pict",      "picture",   "placeholder",
       "pxl",      "screen shot", "screenshot", "thumbnail", "undefined", "unnamed",
       "untitled", "изображение", "фото"});
  const std::size_t number = lower.find_first_of(kDigits);
  const std::string_view rest = lower.substr(std::min(number, lower.size()));
  const bool is_number = rest.find_first_not_of("0123456789-_.:() at") == rest.npos;
  std::string_view word = lower.substr(0, number);
  word = word.substr(0, word.find_last_not_of(" -_.(") + 1);
  return is_number && contains(kWords, word);
}

// "figures%2Fsea-1.PNG" of its path.
std::string_view last_part(std::string_view path) {
  path = path.substr(0, path.find_first_of("?#"));
  return path.substr(path.find_last_of("/\\") + 1);
}

// A file's name that nobody would write as words: "sea-1", not "sea" or "the sea".
bool is_written_as_name(std::string_view stem) {
  return stem.find(' ') == stem.npos && stem.find_first_of("0123456789-_.") != stem.npos;
}

}  // namespace

bool has_picture_suffix(std::string_view name) {
  static constexpr auto kSuffixes = std::to_array<std::string_view>(
      {".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp"});
  const std::string lower =
      to_lower(name.substr(name.size() - std::min<std::size_t>(name.size(), 5)));
  return std::any_of(kSuffixes.begin(), kSuffixes.end(),
                     [&lower](std::string_view suffix) { return lower.ends_with(suffix); });
}

bool is_placeholder(std::string_view description, std::string_view target) {
  description = trim(description);
  if (description.empty()) return false;
  const bool is_word = description.find(' ') == description.npos;
  if (is_word && has_picture_suffix(description)) return true;
  const std::string_view name = last_part(target);
  if (description == name) return true;
  if (description == name.substr(0, name.find_last_of('.')) && is_written_as_name(description)) {
    return true;
  }
  const bool has_word = std::any_of(description.begin(), description.end(), [](char c) {
    return !is_ascii_byte(c) || is_ascii_letter(c) || is_ascii_digit(c);
  });
  return !has_word || is_counted(to_lower(description));
}

}  // namespace garland
