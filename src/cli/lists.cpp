#include <fmt/format.h>

#include <memory>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/installation.h"
#include "fonts/fonts.h"
#include "style/theme.h"

namespace garland {

int run_styles(const StylesArguments& arguments) {
  if (arguments.wants_properties) return print_output(theme_reference()), kFine;
  const Result<Installation> installation = find_installation();
  if (!installation) return print_error(installation.error()), kNothingBuilt;
  for (const std::string& name : installed_themes(installation->styles_folder)) {
    Diagnostics diagnostics;
    const Result<Theme> theme = load_theme(name, installation->styles_folder, {}, diagnostics);
    if (!theme) {
      print_error(theme.error());
      continue;
    }
    print_output(fmt::format("{:<14} {}\n", name, theme->description));
  }
  return kFine;
}

int run_fonts() {
  const Result<Installation> installation = find_installation();
  if (!installation) return print_error(installation.error()), kNothingBuilt;
  const Result<std::unique_ptr<FontLibrary>> fonts = FontLibrary::open(installation->fonts_file);
  if (!fonts) return print_error(fonts.error()), kNothingBuilt;
  for (const std::string& line : (*fonts)->describe()) print_output(line + "\n");
  return kFine;
}

}  // namespace garland
