#include "style/packet_settings.h"

#include <fmt/format.h>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_schema.h"
#include "style/paper.h"
#include "style/properties.h"

namespace garland {
namespace {

Value margins_schema() {
  Value margins = Value::make_map();
  for (const char* side : {"inner", "outer", "top", "bottom"}) {
    margins.set(side, json_schema::text());
  }
  return json_schema::any_of({json_schema::text(), json_schema::closed_object(margins)});
}

Value sides_schema() {
  Value sides = json_schema::words({"one", "two"});
  for (const int count : {1, 2}) sides.map.front().second.list.push_back(Value::integer(count));
  return sides;
}

struct PacketSetting {
  std::string_view name;
  std::string_view help;  // one clause without a final stop
  void (*apply)(Theme& theme, const Value& value, Diagnostics& diagnostics);
  Value (*schema)();
};

// Both tables in the order in which they are applied. These decide how long a line may be; what
// they leave beyond that goes to the margins.
constexpr auto kMeasureSettings = std::to_array<PacketSetting>({
    {"size", "Size of the body's type, such as 10.5pt; all other type keeps its proportion to it",
     set_size, json_schema::text},
    {"paper", "Paper of a page: a name such as a5 or letter, or a size such as 148mm x 210mm",
     set_paper, json_schema::text},
    {"columns", "Columns of running text on a page, 1 to 4", set_columns,
     [] { return json_schema::type("integer"); }},
    {"looseness",
     "Lines that each paragraph has more than is best for it, where its white allows that: -1 "
     "saves "
     "pages, 1 fills them",
     set_looseness, [] { return json_schema::type("integer"); }},
    {"line_numbers", "Every how many lines one has its number in the margin; 0 for none",
     set_line_numbers, [] { return json_schema::type("integer"); }},
});

// A margin that is named stands, whatever the paper.
constexpr auto kPageSettings = std::to_array<PacketSetting>({
    {"sides", "Whether left and right pages mirror each other", set_sides, sides_schema},
    {"openings", "Whether articles begin on right-hand pages or on any; the style's way otherwise",
     set_openings,
     [] {
       return json_schema::words({"recto", "any"});
     }},
    {"margins", "One length for all margins, or inner, outer, top and bottom", set_margins,
     margins_schema},
    {"bleed", "Room beyond the trimmed page for what is cut off, such as 3mm", set_bleed,
     json_schema::text},
    {"marks", "Whether the corners of the trimmed page are marked", set_marks,
     [] {
       return json_schema::words({"crop", "none"});
     }},
    {"colors", "Whether the packet is printed in colour or in greys", set_colors,
     [] {
       return json_schema::words({"full", "grey"});
     }},
    {"links",
     "Where the addresses of links are printed: nowhere, in notes, in a list at the article's end, "
     "or there as QR codes",
     set_links,
     [] {
       return json_schema::words({"none", "notes", "list", "codes"});
     }},
    {"cover", "Whether the anthology's cover stands before the title page", set_packet_cover,
     json_schema::text},
    {"half_title",
     "Whether a leaf with the title alone stands before the title page; the style's way otherwise, "
     "and no with a cover",
     set_half_title, json_schema::text},
    {"note_pages",
     "Pages for readers' notes: after each article, at the end, or facing each page of an article",
     set_note_pages, note_pages_schema},
    {"sheets",
     "The same pages on sheets of paper, in a file of their own: a booklet, or several "
     "on a side",
     set_sheets, sheets_schema},
});

using Settings = std::span<const PacketSetting>;
constexpr std::array<Settings, 2> kSettings{kMeasureSettings, kPageSettings};

std::vector<std::string_view> setting_names() {
  std::vector<std::string_view> names = {"attach"};  // the book takes it from the map
  for (const Settings settings : kSettings) {
    for (const PacketSetting& setting : settings) names.push_back(setting.name);
  }
  return names;
}

void apply(Settings settings, Theme& theme, const Value& overrides, Diagnostics& diagnostics) {
  for (const PacketSetting& setting : settings) {
    const Value* value = overrides.find(setting.name);
    if (value != nullptr && !value->is_null()) setting.apply(theme, *value, diagnostics);
  }
}

}  // namespace

void complain(std::string_view key, const Value& value, std::string_view wanted,
              Diagnostics& diagnostics) {
  diagnostics.warning("bad-setting", value.range,
                      fmt::format("pdf: {} is {}", key, named_value(value)),
                      fmt::format("write {}", wanted));
}

void apply_overrides(Theme& theme, const Value& overrides, Diagnostics& diagnostics) {
  apply(kMeasureSettings, theme, overrides, diagnostics);
  limit_measure(theme.page);
  apply(kPageSettings, theme, overrides, diagnostics);
  report_strangers("pdf setting", overrides, setting_names(), diagnostics);
}

Value packet_settings_schema() {
  Value properties = Value::make_map();
  for (const Settings settings : kSettings) {
    for (const PacketSetting& setting : settings) {
      Value schema = setting.schema();
      schema.set("description", Value::string(std::string(setting.help)));
      properties.set(std::string(setting.name), std::move(schema));
    }
  }
  return properties;
}

}  // namespace garland
