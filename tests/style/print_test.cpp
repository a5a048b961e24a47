#include "style/print.h"

#include <doctest/doctest.h>

#include <string>

#include "style/packet_settings.h"

namespace garland {
namespace {

PrintSettings read(const std::string& yaml, Diagnostics& diagnostics) {
  const Result<Value> value = parse_yaml(yaml);
  REQUIRE(value.ok());
  Theme theme;
  apply_overrides(theme, *value, diagnostics);
  return theme.print;
}

PrintSettings read_well(const std::string& yaml) {
  Diagnostics diagnostics;
  PrintSettings print = read(yaml, diagnostics);
  for (const Diagnostic& one : diagnostics.items()) FAIL_CHECK(format_diagnostic(one));
  return print;
}

TEST_CASE("bleed, marks and colours are read") {
  const PrintSettings print =
      read_well("{bleed: 3mm, marks: crop, colors: grey, links: notes, cover: yes}");
  CHECK(print.bleed == Length(3_mm));
  CHECK(print.has_crop_marks);
  CHECK(print.has_cover);
  CHECK(print.colors == PrintColors::Grey);
  CHECK(print.links == LinkAddresses::Notes);
  CHECK(read_well("links: list").links == LinkAddresses::List);
  CHECK(read_well("links: codes").links == LinkAddresses::Codes);
  const PrintSettings none = read_well("{bleed: 0, marks: none, colors: full, sheets: none}");
  CHECK(none.bleed == Length());
  CHECK_FALSE(none.has_crop_marks);
  CHECK(none.colors == PrintColors::Full);
  CHECK_FALSE(none.sheets.has_value());
}

TEST_CASE("a cover stands in the half title's place, unless that is named") {
  struct Row {
    const char* yaml;
    bool has_half_title;
  };
  for (const Row& row :
       {Row{"{}", true}, Row{"cover: yes", false}, Row{"cover: no", true},
        Row{"half_title: no", false}, Row{"{half_title: yes, cover: yes}", true}}) {
    CAPTURE(row.yaml);
    Theme theme;
    theme.has_half_title = true;
    Diagnostics diagnostics;
    apply_overrides(theme, *parse_yaml(row.yaml), diagnostics);
    CHECK(diagnostics.items().empty());
    CHECK(theme.has_half_title == row.has_half_title);
  }
}

TEST_CASE("sheets are a booklet, a number of pages on a side, or a map") {
  using Way = SheetSettings::Way;
  const auto booklet = read_well("sheets: booklet").sheets;
  REQUIRE(booklet.has_value());
  CHECK(booklet->way == Way::Booklet);
  CHECK(booklet->signature == 0);
  const auto four = read_well("sheets: 4").sheets;
  REQUIRE(four.has_value());
  CHECK(four->way == Way::Grid);
  CHECK(four->up == 4);
  const auto all =
      read_well("sheets: {fold: booklet, paper: a3, signature: 16, creep: 0.1mm, marks: yes}")
          .sheets;
  REQUIRE(all.has_value());
  CHECK(all->way == Way::Booklet);
  CHECK(all->paper->height == Length(420_mm));
  CHECK(all->signature == 16);
  CHECK(all->creep == Length(0.1_mm));
  CHECK(all->has_marks);
}

TEST_CASE("pages for notes are asked for by their place, or by a map") {
  const NotePages facing = read_well("note_pages: facing").note_pages;
  CHECK(facing.where == NotePages::Where::Facing);
  CHECK(facing.ruling == NotePages::Ruling::Lines);
  const NotePages two = read_well("note_pages: {count: 2, ruling: squares}").note_pages;
  CHECK(two.where == NotePages::Where::After);
  CHECK(two.count == 2);
  CHECK(two.ruling == NotePages::Ruling::Squares);
  CHECK(read_well("note_pages: none").note_pages.where == NotePages::Where::None);
}

TEST_CASE("a setting that cannot be read is reported and changes nothing") {
  struct Row {
    const char* yaml;
    const char* told;  // a piece of the message
  };
  const Row rows[] = {{"bleed: much", "such as 3mm"},
                      {"bleed: 3in", "up to an inch"},
                      {"bleed: -3mm", "such as 3mm"},
                      {"marks: yes", "crop or none"},
                      {"colors: [grey]", "full or grey"},
                      {"sheets: 17", "1 to 16"},
                      {"note_pages: before", "after, end, facing or none"},
                      {"note_pages: {count: 0}", "1 to 40"},
                      {"note_pages: {rulling: lines}", "did you mean \"ruling\"?"},
                      {"cover: cover.jpg", "yes or no"},
                      {"half_title: title", "yes or no"},
                      {"links: foot", "none, notes, list or codes"},
                      {"openings: verso", "recto or any"},
                      {"sheets: quarto", "booklet"},
                      {"sheets: {signature: 6}", "8, 12"},
                      {"sheets: {creep: 1in}", "0.1mm"},
                      {"sheets: {up: none}", "1 to 16"},
                      {"sheets: {paper: a99}", "148mm x 210mm"},
                      {"sheets: {sinature: 16}", "did you mean \"signature\"?"},
                      {"bled: 3mm", "did you mean \"bleed\"?"}};
  for (const Row& row : rows) {
    CAPTURE(row.yaml);
    Diagnostics diagnostics;
    const PrintSettings print = read(row.yaml, diagnostics);
    CHECK(print.bleed == Length());
    CHECK_FALSE(print.has_crop_marks);
    CHECK(print.colors == PrintColors::Full);
    REQUIRE(diagnostics.items().size() == 1);
    const std::string told = format_diagnostic(diagnostics.items().front());
    CAPTURE(told);
    CHECK(told.find(row.told) != std::string::npos);
  }
}

TEST_CASE("the schema has every key of the settings with what it is for") {
  const Value properties = packet_settings_schema();
  for (const char* key : {"size", "paper", "sides", "margins", "bleed", "marks", "colors",
                          "note_pages", "openings", "sheets", "half_title"}) {
    CAPTURE(key);
    REQUIRE(properties.find(key) != nullptr);
    CHECK(properties.find(key)->find("description") != nullptr);
  }
}

}  // namespace
}  // namespace garland
