// All that a theme may say, as a theme that says it.
#include <fmt/format.h>

#include "style/properties.h"
#include "style/theme.h"

namespace garland {
namespace {

constexpr std::size_t kHelpColumn = 34;

std::string quoted(std::string_view text) {
  const bool is_plain =
      !text.empty() && text.find_first_of("#*:{}[],&!|>'\"%@` ") == std::string_view::npos;
  return is_plain ? std::string(text) : fmt::format("\"{}\"", text);
}

std::string line(std::size_t indent, std::string_view key, std::string_view help) {
  return fmt::format("{:<{}} # {}\n", fmt::format("{:{}}{}", "", indent, key), kHelpColumn, help);
}

template <typename Owner>
std::string lines_of(std::span<const Property<Owner>> table, std::size_t indent) {
  std::string text;
  for (const Property<Owner>& property : table) {
    text += line(indent, fmt::format("{}: {}", property.name, quoted(property.fallback)),
                 property.help);
  }
  return text;
}

}  // namespace

std::string theme_reference() {
  std::string text =
      "# A theme, styles/NAME/theme.yaml, with every property at its default. Lengths are in pt,\n"
      "# mm, cm, in, em (the style's own size) or lines (the body's leading).\n";
  text += lines_of(theme_properties(), 0);
  text += "\npage:\n" + lines_of(page_properties(), 2);
  text +=
      "\n# Each kind of text takes its type from another, its parent; its white space is its own.\n"
      "text:\n  body:\n" +
      lines_of(text_style_properties(), 4);
  for (const RoleEntry& entry : text_roles()) {
    if (entry.role == entry.parent) continue;
    const RoleEntry& parent = text_roles()[static_cast<std::size_t>(entry.parent)];
    text += line(2, fmt::format("{}: {{}}", entry.name),
                 fmt::format("{}; from {}", entry.help, parent.name));
  }
  return text;
}

}  // namespace garland
