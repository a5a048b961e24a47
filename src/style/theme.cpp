#include "style/theme.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "base/files.h"
#include "style/packet_settings.h"
#include "style/paper.h"
#include "style/properties.h"

namespace garland {
namespace {

constexpr std::uint64_t kMaxThemeBytes = 1 << 20;
constexpr std::string_view kThemeFile = "theme.yaml";
constexpr Length kSmallestLine = 4_pt;
constexpr Length kLargestLine = 200_pt;
constexpr int kMostIndentEms = 5;

template <typename Owner>
void set_defaults(Owner& owner, std::span<const Property<Owner>> table,
                  const LengthContext& context) {
  for (const Property<Owner>& property : table) {
    set_property(owner, property, property.fallback, context);
  }
}

// Sets what the map says of one property.
template <typename Owner>
void apply_property(Owner& owner, const Property<Owner>& property, const Value& map,
                    const LengthContext& context, Diagnostics& diagnostics) {
  const Value* value = map.find(property.name);
  if (value == nullptr) return;
  if (value->is_scalar() && set_property(owner, property, value->scalar, context)) return;
  diagnostics.warning(
      "bad-property", value->range,
      fmt::format("{} is {}, which it cannot be", property.name, named_value(*value)),
      fmt::format("write {}", expected(property)));
}

// Sets what the map says, in the table's order.
template <typename Owner>
void apply_map(Owner& owner, std::span<const Property<Owner>> table, const Value& map,
               const LengthContext& context, Diagnostics& diagnostics) {
  for (const Property<Owner>& property : table) {
    apply_property(owner, property, map, context, diagnostics);
  }
}

template <typename Owner>
std::vector<std::string_view> names_of(std::span<const Property<Owner>> table,
                                       std::vector<std::string_view> also = {}) {
  for (const Property<Owner>& property : table) also.push_back(property.name);
  return also;
}

// A role takes its parent's type but none of its white space.
TextStyle inherited(const TextStyle& parent) {
  TextStyle style = parent;
  for (Length TextStyle::*field :
       {&TextStyle::first_indent, &TextStyle::left_indent, &TextStyle::right_indent,
        &TextStyle::space_before, &TextStyle::space_after}) {
    style.*field = Length();
  }
  return style;
}

bool is_of_type(std::string_view name) { return name == "size" || name == "leading"; }

// A first line stands within its column.
void limit_first_indent(TextStyle& style, const Value& map, Diagnostics& diagnostics) {
  const Length most = style.size * kMostIndentEms;
  const Length out = std::min(style.left_indent, most);
  if (style.first_indent >= -out && style.first_indent <= most) return;
  diagnostics.warning("bad-property", map.find("first_indent")->range,
                      "first_indent would set words beside the column",
                      fmt::format("write a length up to {}em; below 0, no further than left_indent",
                                  kMostIndentEms));
  style.first_indent = std::clamp(style.first_indent, -out, most);
}

// What would change nothing.
void report_unheeded(const RoleEntry& role, const Value& map, Diagnostics& diagnostics) {
  for (const auto& [name, value] : map.map) {
    if (heeds(role, name)) continue;
    diagnostics.warning("unused-property", value.key_place(),
                        fmt::format("{} changes nothing in {}", name, role.name), "leave it out");
  }
}

// Size and leading stand in the table before all other lengths: em in those means the style's own
// size, and lines the body's leading, which may be the style's own.
void apply_style(const RoleEntry& role, TextStyle& style, const Value& map, const Theme& theme,
                 Diagnostics& diagnostics) {
  const LengthContext of_type = context_of(theme);
  const auto table = text_style_properties();
  for (const Property<TextStyle>& property : table) {
    if (!heeds(role, property.name)) continue;
    const LengthContext of_others{style.size, context_of(theme).line};
    apply_property(style, property, map, is_of_type(property.name) ? of_type : of_others,
                   diagnostics);
  }
  report_strangers("text property", map, names_of(table), diagnostics);
  report_unheeded(role, map, diagnostics);
  style.size = std::clamp(style.size, kSmallestLine, kLargestLine);
  style.leading = std::clamp(style.leading, kSmallestLine, kLargestLine);
  limit_first_indent(style, map, diagnostics);
}

void apply_text(Theme& theme, const Value& text, Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const RoleEntry& entry : text_roles()) {
    known.push_back(entry.name);
    TextStyle& style = theme.styles.at(static_cast<std::size_t>(entry.role));
    if (entry.role != entry.parent) style = inherited(theme.style(entry.parent));
    if (const Value* map = text.find(entry.name)) {
      apply_style(entry, style, *map, theme, diagnostics);
      const Value* family = map->find("family");
      if (family != nullptr)
        theme.family_places[static_cast<std::size_t>(entry.role)] = family->range;
    }
  }
  report_strangers("kind of text", text, known, diagnostics);
}

// The page and what a theme says of it.
void apply_page(Theme& theme, const Value& page, Diagnostics& diagnostics) {
  apply_map(theme.page, page_properties(), page, context_of(theme), diagnostics);
  report_strangers("page property", page, names_of(page_properties()), diagnostics);
  if (theme.page.columns >= 1 && theme.page.columns <= kMostColumns) return;
  diagnostics.warning("bad-property", page.find("columns")->range,
                      fmt::format("a page has no {} columns", theme.page.columns),
                      fmt::format("write a number from 1 to {}", kMostColumns));
  theme.page.columns = 1;
}

Theme theme_from(const Value& file, Diagnostics& diagnostics) {
  Theme theme;
  TextStyle& body = theme.styles.at(static_cast<std::size_t>(TextRole::Body));
  set_defaults(body, text_style_properties(), {});
  const Value empty = Value::make_map();
  const Value* text = file.find("text");
  apply_text(theme, text != nullptr ? *text : empty, diagnostics);
  const LengthContext context = context_of(theme);
  set_defaults(theme.page, page_properties(), context);
  set_defaults(theme, theme_properties(), context);
  if (const Value* page = file.find("page")) apply_page(theme, *page, diagnostics);
  apply_map(theme, theme_properties(), file, context, diagnostics);
  report_strangers("theme property", file, names_of(theme_properties(), {"page", "text"}),
                   diagnostics);
  return theme;
}

// Where the theme of that name stands: a folder below `styles_folder`, a folder, or a file.
std::filesystem::path theme_path(std::string_view name_or_path,
                                 const std::filesystem::path& styles_folder) {
  if (name_or_path.find('/') == std::string_view::npos) {
    return styles_folder / name_or_path / kThemeFile;
  }
  const std::filesystem::path path(name_or_path);
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored) ? path / kThemeFile : path;
}

Error no_such_theme(std::string_view name, const std::filesystem::path& styles_folder,
                    const Error& cause) {
  return {fmt::format("there is no theme \"{}\" ({})", name, cause.message),
          fmt::format("installed themes: {}; one of your own is named with its path: ./mine.yaml",
                      fmt::join(installed_themes(styles_folder), ", ")),
          {}};
}

// "theme.yaml:2:8". Without its folder, which may be a path of this machine: the caller knows where
// it was asked for.
std::string place_in(const std::string& file_name, const SourceRange& range) {
  if (!range.is_known()) return file_name;
  return fmt::format("{}:{}:{}", file_name, range.begin_line, range.begin_column);
}

Error broken_theme(const std::string& file_name, const Error& cause) {
  return {fmt::format("the theme cannot be read: {}: {}", place_in(file_name, cause.range),
                      cause.message),
          cause.help,
          {}};
}

Error theme_without_room(const std::string& place) {
  return {fmt::format("the pages of the theme have no room for a column of text ({})", place),
          "give it larger pages, narrower margins or smaller type",
          {}};
}

// Where the theme says how large its pages are, or its type.
SourceRange place_of_pages(const Value& file) {
  for (const char* name : {"page", "text"}) {
    if (const Value* value = file.find(name)) return value->key_place();
  }
  return {};
}

}  // namespace

Result<Theme> load_theme(std::string_view name_or_path, const std::filesystem::path& styles_folder,
                         const Value& overrides, Diagnostics& diagnostics) {
  const std::filesystem::path path = theme_path(name_or_path, styles_folder);
  const Result<std::string> text = read_file(path, kMaxThemeBytes);
  if (!text) return no_such_theme(name_or_path, styles_folder, text.error());
  const std::string file_name = path.filename().string();
  const Result<Value> file = parse_yaml(*text);
  if (!file) return broken_theme(file_name, file.error());
  Diagnostics own(file_name, *text);
  Theme theme = theme_from(*file, own);
  diagnostics.append(own);
  theme.name = std::string(name_or_path);
  theme.file_name = file_name;
  const SourceRange pages = place_of_pages(*file);
  if (!has_room(theme)) return theme_without_room(place_in(file_name, pages));
  const PageGeometry designed = theme.page;
  apply_overrides(theme, overrides, diagnostics);
  if (const Value* asked = find_page_setting(overrides)) {
    fit_text_block(theme, designed, asked->range, diagnostics);
  } else {
    Diagnostics of_pages(file_name, *text);
    fit_text_block(theme, designed, pages, of_pages);
    diagnostics.append(of_pages);
  }
  return theme;
}

std::vector<std::string> installed_themes(const std::filesystem::path& styles_folder) {
  std::vector<std::string> names;
  std::error_code error;
  std::filesystem::directory_iterator entry(styles_folder, error);
  for (const std::filesystem::directory_iterator end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    if (std::filesystem::exists(entry->path() / kThemeFile, ignored)) {
      names.push_back(entry->path().filename().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace garland
