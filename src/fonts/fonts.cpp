#include "fonts/fonts.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "base/language_registry.h"
#include "base/scripts.h"
#include "fonts/face.h"
#include "fonts/font_list.h"
#include "fonts/itemize.h"
#include "fonts/shape.h"
#include "fonts/subset.h"

namespace garland {

struct FontLibrary::State {
  FontList list;
  std::deque<Face> faces;  // by FaceId; a Face cannot move
  ShapeCache cache;

  const Family& family(std::string_view name) const {
    for (const Family& family : list.families) {
      if (family.key == name || family.name == name) return family;
    }
    return list.families.front();
  }
};

namespace {

// How well a fallback suits the text's language: 3 for the same language and region or script, 2
// for the same language, 1 for another region or script of it, 0 for another language.
int language_fit(const Fallback& fallback, std::string_view language) {
  const std::string_view primary = primary_language(language);
  int fit = 0;
  for (const std::string_view wanted : fallback.languages) {
    const bool begins = language.substr(0, wanted.size()) == wanted &&
                        (language.size() == wanted.size() || language[wanted.size()] == '-');
    if (begins && wanted.size() > primary.size()) return 3;
    if (begins) fit = std::max(fit, 2);
    if (primary_language(wanted) == primary) fit = std::max(fit, 1);
  }
  return fit;
}

// The library's faces as the itemizer of one text sees them.
class TextFaces : public FaceSource {
 public:
  TextFaces(const FontList& list, std::deque<Face>& faces, FamilyKind kind, std::size_t slot,
            std::string language)
      : list_(list),
        faces_(faces),
        kind_(static_cast<std::size_t>(kind)),
        slot_(slot),
        language_(std::move(language)) {}

  bool covers(FaceId face, std::string_view text) override { return faces_.at(face).covers(text); }

  std::vector<FaceId> script_faces(std::string_view script) override {
    std::vector<std::pair<int, FaceId>> fits;
    for (const Fallback& fallback : list_.fallbacks) {
      const auto& scripts = fallback.scripts;
      if (std::find(scripts.begin(), scripts.end(), script) == scripts.end()) continue;
      fits.emplace_back(language_fit(fallback, language_), face_of(fallback));
    }
    std::stable_sort(fits.begin(), fits.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<FaceId> faces;
    faces.reserve(fits.size());
    for (const auto& [fit, face] : fits) faces.push_back(face);
    return faces;
  }

  std::string_view language_script() override {
    if (language_script_.empty()) language_script_ = script_of_language(language_);
    return language_script_;
  }

  std::vector<FaceId> sign_faces() override {
    std::vector<FaceId> faces;
    for (const Fallback& fallback : list_.fallbacks) {
      if (fallback.scripts.empty()) faces.push_back(face_of(fallback));
    }
    return faces;
  }

 private:
  FaceId face_of(const Fallback& fallback) const { return fallback.faces.at(kind_).at(slot_); }

  const FontList& list_;
  std::deque<Face>& faces_;
  std::size_t kind_;
  std::size_t slot_;
  std::string language_;
  std::string language_script_;
};

}  // namespace

FontLibrary::FontLibrary() : state_(std::make_unique<State>()) {}
FontLibrary::~FontLibrary() = default;

namespace {

// The families' own faces: a fallback that is damaged has no characters, and stands in for nothing.
Status check_faces(const FontList& list, std::deque<Face>& faces) {
  for (const Family& family : list.families) {
    for (const FaceId face : family.faces) {
      if (faces.at(face).is_damaged()) return damaged_face(faces.at(face));
    }
  }
  return Done{};
}

}  // namespace

Result<std::unique_ptr<FontLibrary>> FontLibrary::open(const std::filesystem::path& fonts_yaml) {
  Result<FontList> list = read_font_list(fonts_yaml);
  if (!list) return list.error();
  std::unique_ptr<FontLibrary> library(new FontLibrary);
  library->state_->list = std::move(list).value();
  for (const FaceFile& file : library->state_->list.files)
    library->state_->faces.emplace_back(file);
  if (Status sound = check_faces(library->state_->list, library->state_->faces); !sound) {
    return sound.error();
  }
  return library;
}

std::vector<std::string> FontLibrary::describe() const {
  std::vector<std::string> lines;
  constexpr std::array<std::string_view, 4> kStyles = {"regular", "italic", "bold", "bold italic"};
  for (const Family& family : state_->list.families) {
    for (std::size_t slot = 0; slot < kStyles.size(); ++slot) {
      lines.push_back(fmt::format("{}: {} {}: {}", family.key, family.name, kStyles.at(slot),
                                  state_->list.files.at(family.faces.at(slot)).path.string()));
    }
  }
  for (const Fallback& fallback : state_->list.fallbacks) {
    lines.push_back(fmt::format(
        "fallback {}: {}",
        fallback.scripts.empty() ? "signs" : fmt::format("{}", fmt::join(fallback.scripts, " ")),
        state_->list.files.at(fallback.faces[0][0]).path.string()));
  }
  return lines;
}

std::vector<std::string_view> FontLibrary::family_names() const {
  std::vector<std::string_view> names;
  for (const Family& family : state_->list.families) {
    names.push_back(family.key);
    names.push_back(family.name);
  }
  return names;
}

std::string_view FontLibrary::family_kind(std::string_view family) const {
  constexpr std::array<std::string_view, 3> kNames{"serif", "sans", "mono"};
  return kNames.at(static_cast<std::size_t>(state_->family(family).kind));
}

FaceId FontLibrary::face(const FontRequest& request) {
  return state_->family(request.family).faces.at(style_slot(request.weight, request.slant));
}

std::vector<FaceRun> FontLibrary::itemize(const FontRequest& request, std::string_view text,
                                          std::string_view language) {
  const Family& family = state_->family(request.family);
  const std::size_t slot = style_slot(request.weight, request.slant);
  const FaceId primary = family.faces.at(slot);
  if (text.empty()) return {};
  if (state_->faces.at(primary).covers(text)) return {{0, text.size(), primary}};
  TextFaces faces(state_->list, state_->faces, family.kind, slot, to_lower(language));
  return itemize_faces(faces, primary, text);
}

std::vector<ShapedGlyph> FontLibrary::shape(FaceId face, const Features& features,
                                            std::string_view text, std::string_view script,
                                            std::string_view language, Direction direction) {
  std::vector<ShapedGlyph> glyphs;
  shape_into(face, features, text, script, language, direction, glyphs);
  return glyphs;
}

void FontLibrary::shape_into(FaceId face, const Features& features, std::string_view text,
                             std::string_view script, std::string_view language,
                             Direction direction, std::vector<ShapedGlyph>& glyphs) {
  const ShapeRequest request{face, features, text, script, language, direction};
  if (state_->cache.find(request, glyphs)) return;
  const std::size_t first = glyphs.size();
  shape_text(state_->faces.at(face), request, glyphs);
  state_->cache.add(request, glyphs, first);
}

bool FontLibrary::has_character(FaceId face, char32_t c) {
  return state_->faces.at(face).covers(c);
}

std::uint32_t FontLibrary::stand_in(FaceId face) { return state_->faces.at(face).stand_in(); }

const FaceMetrics& FontLibrary::metrics(FaceId face) { return state_->faces.at(face).metrics(); }

std::string FontLibrary::family_name(FaceId face) { return state_->faces.at(face).file().family; }

int FontLibrary::advance(FaceId face, std::uint32_t glyph) {
  return state_->faces.at(face).advance(glyph);
}

GlyphReach FontLibrary::reach(FaceId face, std::uint32_t glyph) {
  return state_->faces.at(face).reach(glyph);
}

std::vector<OutlineStep> FontLibrary::glyph_outline(FaceId face, std::uint32_t glyph) {
  return state_->faces.at(face).outline(glyph);
}

Result<FontProgram> FontLibrary::subset(FaceId face, const std::set<std::uint32_t>& glyphs) {
  return subset_face(state_->faces.at(face), glyphs);
}

Result<FontFile> FontLibrary::font_file(FaceId face, const std::set<char32_t>& characters) {
  return cut_font_file(state_->faces.at(face), characters);
}

}  // namespace garland
