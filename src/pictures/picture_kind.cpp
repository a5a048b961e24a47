#include <algorithm>
#include <array>

#include "pictures/avif.h"
#include "pictures/bmp.h"
#include "pictures/picture.h"

namespace garland {
namespace {

struct KindName {
  PictureKind kind;
  std::string_view media_type;
  std::string_view suffix;
};

constexpr std::array<KindName, 9> kKindNames = {{
    {PictureKind::Png, "image/png", "png"},
    {PictureKind::Jpeg, "image/jpeg", "jpg"},
    {PictureKind::Gif, "image/gif", "gif"},
    {PictureKind::Svg, "image/svg+xml", "svg"},
    {PictureKind::Webp, "image/webp", "webp"},
    {PictureKind::Avif, "image/avif", "avif"},
    {PictureKind::Tiff, "image/tiff", "tif"},
    {PictureKind::Bmp, "image/bmp", "bmp"},
    {PictureKind::Unknown, "application/octet-stream", "bin"},
}};

const KindName& names_of(PictureKind kind) {
  for (const KindName& names : kKindNames) {
    if (names.kind == kind) return names;
  }
  return kKindNames.back();
}

// Takes off everything up to and with `end`; all of it when `end` is missing.
void skip_past(std::string_view& text, std::string_view end) {
  const std::size_t found = text.find(end);
  text.remove_prefix(found == std::string_view::npos ? text.size() : found + end.size());
}

void skip_white_space(std::string_view& text) {
  const std::size_t found = text.find_first_not_of(" \t\r\n");
  text.remove_prefix(found == std::string_view::npos ? text.size() : found);
}

void skip_document_type(std::string_view& text) {
  const std::size_t close = text.find('>');
  const std::size_t subset = text.find('[');
  if (subset < close) skip_past(text, "]");
  skip_past(text, ">");
}

// Whether an XML document's root element is "svg" (with any prefix): its prolog may hold a
// declaration, comments, instructions and a document type (XML 1.0, 2.8).
bool is_svg(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (;;) {
    skip_white_space(text);
    if (text.starts_with("<!--")) {
      skip_past(text, "-->");
    } else if (text.starts_with("<?")) {
      skip_past(text, "?>");
    } else if (text.starts_with("<!")) {
      skip_document_type(text);
    } else {
      break;
    }
  }
  if (!text.starts_with('<')) return false;
  std::string_view name = text.substr(1, text.find_first_of(" \t\r\n/>") - 1);
  const std::size_t colon = name.find(':');
  if (colon != std::string_view::npos) name.remove_prefix(colon + 1);
  return name == "svg";
}

// TIFF 6.0, section 2, and BigTIFF: the order of bytes, and the number 42 or 43 in it.
bool is_tiff(std::string_view bytes) {
  constexpr std::array<std::string_view, 4> kMarks = {
      std::string_view("II*\0", 4), std::string_view("MM\0*", 4), std::string_view("II+\0", 4),
      std::string_view("MM\0+", 4)};
  return std::find(kMarks.begin(), kMarks.end(), bytes.substr(0, 4)) != kMarks.end();
}

}  // namespace

PictureKind picture_kind(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return PictureKind::Png;
  if (bytes.starts_with("\xFF\xD8\xFF")) return PictureKind::Jpeg;
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return PictureKind::Gif;
  if (bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP") {
    return PictureKind::Webp;
  }
  if (is_avif(bytes)) return PictureKind::Avif;
  if (is_tiff(bytes)) return PictureKind::Tiff;
  if (is_bmp(bytes)) return PictureKind::Bmp;
  return is_svg(bytes) ? PictureKind::Svg : PictureKind::Unknown;
}

std::string_view media_type(PictureKind kind) { return names_of(kind).media_type; }

std::string_view suffix(PictureKind kind) { return names_of(kind).suffix; }

}  // namespace garland
