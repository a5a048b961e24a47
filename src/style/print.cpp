#include "style/print.h"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_schema.h"
#include "style/packet_settings.h"
#include "style/paper.h"
#include "style/properties.h"
#include "style/theme.h"

namespace garland {
namespace {

constexpr Length kLargestBleed = 72_pt;
constexpr Length kLargestCreep = 6_pt;
constexpr int kMostUp = 16;
constexpr int kMostFolded = 400;  // pages: a hundred sheets

// A word of a setting and what it stands for.
template <typename Meaning>
using Word = std::pair<std::string_view, Meaning>;

// What the value's word stands for; reports any other and gives nothing then.
template <typename Meaning, std::size_t count>
std::optional<Meaning> meaning_of(std::string_view key, const Value& value,
                                  const std::array<Word<Meaning>, count>& words,
                                  std::string_view wanted, Diagnostics& diagnostics) {
  for (const auto& [word, meaning] : words) {
    if (value.is_scalar() && value.scalar == word) return meaning;
  }
  complain(key, value, wanted, diagnostics);
  return std::nullopt;
}

std::optional<bool> flag_of(std::string_view key, const Value& value, Diagnostics& diagnostics) {
  const auto flag = parse_flag(value.scalar);
  if (!flag) complain(key, value, "yes or no", diagnostics);
  return flag;
}

std::optional<Length> length_of(std::string_view key, const Value& value, Length largest,
                                std::string_view wanted, Diagnostics& diagnostics) {
  const auto length = parse_length(value.scalar, {});
  if (length && *length >= Length() && *length <= largest) return length;
  complain(key, value, wanted, diagnostics);
  return std::nullopt;
}

void set_fold(SheetSettings& sheets, const Value& value, Diagnostics& diagnostics) {
  constexpr std::array<Word<SheetSettings::Way>, 1> kFolds{
      {{"booklet", SheetSettings::Way::Booklet}}};
  const auto way =
      meaning_of("sheets: fold", value, kFolds, "booklet, or up: and a number", diagnostics);
  if (way) sheets.way = *way;
}

void set_up(SheetSettings& sheets, const Value& value, Diagnostics& diagnostics) {
  const auto count = parse_count(value.scalar);
  if (!count || *count < 1 || *count > kMostUp) {
    return complain("sheets: up", value, "how many pages a side has, 1 to 16", diagnostics);
  }
  sheets.way = SheetSettings::Way::Grid;
  sheets.up = *count;
}

void set_sheet_paper(SheetSettings& sheets, const Value& value, Diagnostics& diagnostics) {
  sheets.paper = parse_paper(value.scalar);
  if (!sheets.paper) complain("sheets: paper", value, kPaperWanted, diagnostics);
}

void set_signature(SheetSettings& sheets, const Value& value, Diagnostics& diagnostics) {
  const auto count = parse_count(value.scalar);
  if (value.scalar == "all") {
    sheets.signature = 0;
  } else if (!count || *count < 4 || *count > kMostFolded || *count % 4 != 0) {
    complain("sheets: signature", value,
             "all, or how many pages are folded together: 4, 8, 12, 16, up to 400", diagnostics);
  } else {
    sheets.signature = *count;
  }
}

void set_creep(SheetSettings& sheets, const Value& value, Diagnostics& diagnostics) {
  const auto creep = length_of("sheets: creep", value, kLargestCreep,
                               "the thickness of a sheet, such as 0.1mm", diagnostics);
  if (creep) sheets.creep = *creep;
}

void set_sheet_marks(SheetSettings& sheets, const Value& value, Diagnostics& diagnostics) {
  const auto flag = flag_of("sheets: marks", value, diagnostics);
  if (flag) sheets.has_marks = *flag;
}

struct SheetKey {
  std::string_view name;
  void (*apply)(SheetSettings& sheets, const Value& value, Diagnostics& diagnostics);
  Value (*schema)();
};
constexpr std::array<SheetKey, 6> kSheetKeys{{
    {"fold", set_fold, [] { return json_schema::words({"booklet"}); }},
    {"up", set_up, [] { return json_schema::type("integer"); }},
    {"paper", set_sheet_paper, json_schema::text},
    {"signature", set_signature, json_schema::text},
    {"creep", set_creep, json_schema::text},
    {"marks", set_sheet_marks, json_schema::text},
}};

constexpr std::array<Word<NotePages::Where>, 4> kPlaces{{{"after", NotePages::Where::After},
                                                         {"end", NotePages::Where::End},
                                                         {"facing", NotePages::Where::Facing},
                                                         {"none", NotePages::Where::None}}};
constexpr std::array<Word<NotePages::Ruling>, 3> kRulings{{{"lines", NotePages::Ruling::Lines},
                                                           {"squares", NotePages::Ruling::Squares},
                                                           {"blank", NotePages::Ruling::Blank}}};
constexpr int kMostNotePages = 40;

template <typename Meaning, std::size_t count>
Value words_schema(const std::array<Word<Meaning>, count>& words) {
  std::vector<std::string_view> spellings;
  for (const auto& [word, meaning] : words) spellings.push_back(word);
  return json_schema::words(spellings);
}

void set_place(NotePages& pages, const Value& value, Diagnostics& diagnostics) {
  const auto place =
      meaning_of("note_pages", value, kPlaces, "after, end, facing or none", diagnostics);
  if (place) pages.where = *place;
}

void set_ruling(NotePages& pages, const Value& value, Diagnostics& diagnostics) {
  const auto ruling =
      meaning_of("note_pages: ruling", value, kRulings, "lines, squares or blank", diagnostics);
  if (ruling) pages.ruling = *ruling;
}

void set_count(NotePages& pages, const Value& value, Diagnostics& diagnostics) {
  const auto count = parse_count(value.scalar);
  if (!count || *count < 1 || *count > kMostNotePages) {
    return complain("note_pages: count", value, "how many pages, 1 to 40", diagnostics);
  }
  pages.count = *count;
}

struct NotePagesKey {
  std::string_view name;
  void (*apply)(NotePages& pages, const Value& value, Diagnostics& diagnostics);
  Value (*schema)();
};
constexpr std::array<NotePagesKey, 3> kNotePagesKeys{{
    {"where", set_place, [] { return words_schema(kPlaces); }},
    {"count", set_count, [] { return json_schema::type("integer"); }},
    {"ruling", set_ruling, [] { return words_schema(kRulings); }},
}};

// Applies the keys of a map by their table.
template <typename Settings, typename Table>
void apply_keys(std::string_view what, Settings& settings, const Table& table, const Value& map,
                Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const auto& key : table) {
    known.push_back(key.name);
    if (const Value* given = map.find(key.name)) key.apply(settings, *given, diagnostics);
  }
  report_strangers(what, map, known, diagnostics);
}

template <typename Table>
Value keys_schema(const Table& table) {
  Value keys = Value::make_map();
  for (const auto& key : table) keys.set(std::string(key.name), key.schema());
  return json_schema::closed_object(std::move(keys));
}

}  // namespace

void set_bleed(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  const auto bleed =
      length_of("bleed", value, kLargestBleed, "a length up to an inch, such as 3mm", diagnostics);
  if (bleed) theme.print.bleed = *bleed;
}

void set_marks(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  constexpr std::array<Word<bool>, 2> kMarks{{{"crop", true}, {"none", false}}};
  const auto marks = meaning_of("marks", value, kMarks, "crop or none", diagnostics);
  if (marks) theme.print.has_crop_marks = *marks;
}

void set_colors(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  constexpr std::array<Word<PrintColors>, 3> kColors{
      {{"full", PrintColors::Full}, {"grey", PrintColors::Grey}, {"gray", PrintColors::Grey}}};
  const auto colors = meaning_of("colors", value, kColors, "full or grey", diagnostics);
  if (colors) theme.print.colors = *colors;
}

void set_links(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  constexpr std::array<Word<LinkAddresses>, 4> kLinkPlaces{{{"none", LinkAddresses::None},
                                                            {"notes", LinkAddresses::Notes},
                                                            {"list", LinkAddresses::List},
                                                            {"codes", LinkAddresses::Codes}}};
  const auto place =
      meaning_of("links", value, kLinkPlaces, "none, notes, list or codes", diagnostics);
  if (place) theme.print.links = *place;
}

void set_packet_cover(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  const auto flag = flag_of("cover", value, diagnostics);
  if (!flag) return;
  theme.print.has_cover = *flag;
  if (*flag) theme.has_half_title = false;
}

void set_half_title(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  const auto flag = flag_of("half_title", value, diagnostics);
  if (flag) theme.has_half_title = *flag;
}

void set_note_pages(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  NotePages pages;
  if (value.is_map()) {
    pages.where = NotePages::Where::After;
    apply_keys("key of note_pages", pages, kNotePagesKeys, value, diagnostics);
  } else {
    set_place(pages, value, diagnostics);
  }
  theme.print.note_pages = pages;
}

Value note_pages_schema() {
  return json_schema::any_of({words_schema(kPlaces), keys_schema(kNotePagesKeys)});
}

void set_sheets(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  SheetSettings sheets;
  if (value.scalar == "none") return theme.print.sheets.reset();
  if (value.is_map()) {
    apply_keys("key of sheets", sheets, kSheetKeys, value, diagnostics);
  } else if (parse_count(value.scalar)) {
    set_up(sheets, value, diagnostics);
  } else if (value.scalar != "booklet") {
    return complain("sheets", value,
                    "booklet, a number of pages on a side, or a map such as "
                    "{fold: booklet, paper: a3}",
                    diagnostics);
  }
  theme.print.sheets = sheets;
}

Value sheets_schema() {
  return json_schema::any_of({json_schema::words({"booklet", "none"}), json_schema::type("integer"),
                              keys_schema(kSheetKeys)});
}

}  // namespace garland
