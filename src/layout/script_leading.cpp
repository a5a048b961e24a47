#include "layout/script_leading.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/contains.h"
#include "base/scripts.h"
#include "layout/galley/inlines.h"

namespace garland {
namespace {

// Of its size, by the script's face. Faces leave room for more marks than ever meet.
constexpr double kFaceShare = 0.9;
// The most of it; the faces of some scripts are drawn for screens that cut off what is higher.
constexpr double kMostLeading = 2.0;

// Signs as high as the em stand half an em apart (W3C, "Requirements for Japanese Text Layout", on
// line gaps).
constexpr std::array<std::string_view, 6> kFullHeightScripts = {"Jpan", "Kore", "Hang",
                                                                "Hani", "Hans", "Hant"};
constexpr double kFullHeightLeading = 1.5;

// In em; zero where the body's own face has the script.
double needed_leading(const TextStyle& body, std::string_view language, FontLibrary& fonts) {
  const std::string script = script_of_language(language);
  const std::string letter = letter_of_script(script);
  const FontRequest request = span_of(body, language, kArtifact).font;
  const std::vector<FaceRun> runs = fonts.itemize(request, letter, language);
  if (runs.empty() || runs.front().face == fonts.face(request)) return 0;
  if (contains(kFullHeightScripts, script)) return kFullHeightLeading;
  const FaceMetrics& metrics = fonts.metrics(runs.front().face);
  const double height =
      static_cast<double>(metrics.ascender - metrics.descender) / std::max(metrics.units_per_em, 1);
  return std::min(height * kFaceShare, kMostLeading);
}

bool is_code(std::size_t role) { return role == static_cast<std::size_t>(TextRole::CodeBlock); }

}  // namespace

std::optional<Theme> with_script_leading(const Theme& theme, std::string_view language,
                                         FontLibrary& fonts) {
  const TextStyle& body = theme.style(TextRole::Body);
  const Length needed = body.size.scaled(needed_leading(body, language, fonts));
  if (needed <= body.leading) return std::nullopt;
  const Length height = theme.text_height();
  const std::int64_t lines = std::max<std::int64_t>(height.units() / needed.units(), 1);
  const double factor = (height / lines).points() / body.leading.points();
  Theme led = theme;
  for (std::size_t role = 0; role < led.styles.size(); ++role) {
    if (is_code(role)) continue;
    TextStyle& style = led.styles[role];
    for (Length* length : {&style.leading, &style.space_before, &style.space_after}) {
      *length = length->scaled(factor);
    }
  }
  return led;
}

}  // namespace garland
