#include "compiler/choose_theme.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

#include "base/contains.h"
#include "base/uri.h"
#include "style/properties.h"

namespace garland {
namespace {

// The theme that the description names. A path begins at its folder and does not leave it.
Result<Theme> described_theme(const CompileOptions& options, const Description& description,
                              Diagnostics& diagnostics) {
  std::string style = description.style;
  if (style.find('/') != std::string::npos) {
    const std::string inside = resolve_path("", encode_path(style));
    if (inside.empty()) {
      return Error{"the style " + style + " is no path inside the folder",
                   "write it from the folder of anthology.yaml, without “..”",
                   {}};
    }
    style = (options.folder / inside).string();
  }
  return load_theme(style, options.styles_folder, description.pdf, diagnostics);
}

void report_described_theme(const Error& error, const CompileOptions& options,
                            const Description& description, Diagnostics& diagnostics) {
  const std::vector<std::string> names = installed_themes(options.styles_folder);
  const std::string_view nearest =
      nearest_spelling(description.style, {names.begin(), names.end()});
  diagnostics.warning("unknown-style", description.style_range,
                      fmt::format("{}; the style “{}” is used", error.message, kDefaultStyle),
                      nearest.empty() ? error.help : fmt::format("did you mean “{}”?", nearest));
}

}  // namespace

Result<Theme> choose_theme(const CompileOptions& options, const Description& description,
                           Diagnostics& diagnostics) {
  // What the theme does not understand of `pdf:` stands in the description.
  Diagnostics own(std::string(kDescriptionFile), "");
  Result<Theme> theme = options.style.empty() ? described_theme(options, description, own)
                                              : load_theme(options.style, options.styles_folder,
                                                           description.pdf, own);
  if (!theme && options.style.empty()) {
    report_described_theme(theme.error(), options, description, own);
    theme = load_theme(kDefaultStyle, options.styles_folder, description.pdf, own);
  }
  diagnostics.append(own);
  return theme;
}

void report_unknown_families(const Theme& theme, const FontLibrary& fonts,
                             Diagnostics& diagnostics) {
  const std::vector<std::string_view> known = fonts.family_names();
  std::set<std::string_view> told;
  Diagnostics own(theme.file_name, "");
  const std::string_view stand_in = known.front();
  for (const RoleEntry& entry : text_roles()) {
    const std::string& family = theme.style(entry.role).family;
    if (contains(known, family) || !told.insert(family).second) continue;
    const std::string_view nearest = nearest_spelling(family, known);
    own.warning(
        "unknown-family", theme.family_places.at(static_cast<std::size_t>(entry.role)),
        fmt::format("the style sets “{}” in the family “{}”, which fonts.yaml does not have; “{}” "
                    "is used",
                    entry.name, family, stand_in),
        nearest.empty() ? fmt::format("known ones are {}", fmt::join(known, ", "))
                        : fmt::format("did you mean “{}”?", nearest));
  }
  diagnostics.append(own);
}

}  // namespace garland
