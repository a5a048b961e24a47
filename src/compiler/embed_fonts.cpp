#include "compiler/embed_fonts.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::string_view kFontFolder = "fonts/";

// What a style sets in the packet alone.
constexpr std::array kPacketRoles{TextRole::RunningHead, TextRole::Folio, TextRole::LineNumber};

struct WantedFace {
  std::string family;
  bool is_bold = false;
  bool is_italic = false;
  auto operator<=>(const WantedFace&) const = default;
};

// Words may be italic in text of any role, bold in that of the body's family.
std::set<WantedFace> wanted_faces(const Theme& theme) {
  const std::string& body = theme.style(TextRole::Body).family;
  std::set<WantedFace> wanted{{body, true, false}, {body, true, true}};
  for (std::size_t i = 0; i < theme.styles.size(); ++i) {
    const auto role = static_cast<TextRole>(i);
    if (std::find(kPacketRoles.begin(), kPacketRoles.end(), role) != kPacketRoles.end()) continue;
    const TextStyle& style = theme.style(role);
    for (const bool is_italic : {false, true}) wanted.insert({style.family, style.bold, is_italic});
  }
  return wanted;
}

// Text of some roles is shown in capitals.
std::set<char32_t> with_capitals(const std::set<char32_t>& characters) {
  std::string text;
  for (const char32_t c : characters) append_utf8(text, c);
  text += to_upper(text);
  std::set<char32_t> all;
  for (std::size_t at = 0; at < text.size();) all.insert(next_code_point(text, at));
  return all;
}

std::string file_name(const std::string& name, const WantedFace& face, FontFile::Kind kind) {
  std::string file = std::string(kFontFolder) + slug(name);
  if (face.is_bold) file += "-bold";
  if (face.is_italic) file += "-italic";
  return file + (kind == FontFile::Kind::TrueType ? ".ttf" : ".otf");
}

// Whether text of another role than code is set in the family.
bool sets_text(const Theme& theme, const std::string& family) {
  for (std::size_t i = 0; i < theme.styles.size(); ++i) {
    const bool is_code = static_cast<TextRole>(i) == TextRole::CodeBlock;
    if (!is_code && theme.styles[i].family == family) return true;
  }
  return false;
}

}  // namespace

std::vector<EmbeddedFont> embed_fonts(const Theme& theme, FontLibrary& fonts,
                                      const UsedCharacters& used, Diagnostics& diagnostics) {
  const std::string& code_family = theme.style(TextRole::CodeBlock).family;
  const std::set<char32_t> text = with_capitals(used.text);
  std::set<char32_t> code = used.code;
  if (sets_text(theme, code_family)) code.insert(text.begin(), text.end());
  std::vector<EmbeddedFont> embedded;
  std::set<FaceId> done;  // a style without a file of its own has that of another
  for (const WantedFace& wanted : wanted_faces(theme)) {
    const FaceId face = fonts.face({wanted.family, wanted.is_bold ? Weight::Bold : Weight::Regular,
                                    wanted.is_italic ? Slant::Italic : Slant::Upright});
    const std::set<char32_t>& characters = wanted.family == code_family ? code : text;
    if (characters.empty() || !done.insert(face).second) continue;
    Result<FontFile> file = fonts.font_file(face, characters);
    if (!file) {
      diagnostics.warning("font-not-embedded", {}, file.error().message, file.error().help);
      continue;
    }
    const std::string name = fonts.family_name(face);
    embedded.push_back(
        {{wanted.family, name, wanted.is_bold, wanted.is_italic,
          file_name(name, wanted, file->kind), std::string(fonts.family_kind(wanted.family))},
         file->kind == FontFile::Kind::TrueType ? "font/ttf" : "font/otf",
         std::move(file->bytes)});
  }
  return embedded;
}

}  // namespace garland
