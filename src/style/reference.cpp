// All that a theme may say, as a theme that says it.
#include <fmt/format.h>

#include <vector>

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
std::string line_of(const Property<Owner>& property, std::size_t indent) {
  return line(indent, fmt::format("{}: {}", property.name, quoted(property.fallback)),
              property.help);
}

template <typename Owner>
std::string lines_of(std::span<const Property<Owner>> table, std::size_t indent) {
  std::string text;
  for (const Property<Owner>& property : table) text += line_of(property, indent);
  return text;
}

std::string lines_of_white() {
  std::string text;
  for (const auto& property : text_style_properties()) {
    if (is_white(property.name)) text += "# " + line_of(property, 2);
  }
  return text;
}

std::string lines_of_body() {
  std::string text;
  for (const auto& property : text_style_properties()) {
    if (heeds(text_roles().front(), property.name)) text += line_of(property, 4);
  }
  return text;
}

std::string line_of_role(const RoleEntry& role) {
  std::vector<std::string_view> white;
  for (const auto& property : text_style_properties()) {
    if (is_white(property.name) && heeds(role, property.name)) white.push_back(property.name);
  }
  const RoleEntry& parent = text_roles()[static_cast<std::size_t>(role.parent)];
  return line(2, fmt::format("{}: {{}}", role.name),
              fmt::format("{}; from {}{}{}", role.help, parent.name, white.empty() ? "" : "; ",
                          fmt::join(white, ", ")));
}

}  // namespace

std::string theme_reference() {
  std::string text =
      "# A theme, styles/NAME/theme.yaml, with every property at its default. Lengths are in pt,\n"
      "# mm, cm, in, em (the style's own size) or lines (the body's leading).\n";
  text += lines_of(theme_properties(), 0);
  text += "\npage:\n" + lines_of(page_properties(), 2);
  text +=
      "\n# Each kind of text takes its type from another, its parent. Its white space is its own: "
      "of\n"
      "# these lengths it has those that are named beside it.\n" +
      lines_of_white() + "text:\n  body:\n" + lines_of_body();
  for (const RoleEntry& entry : text_roles()) {
    if (entry.role != entry.parent) text += line_of_role(entry);
  }
  return text;
}

}  // namespace garland
