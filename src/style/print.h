// How the packet is printed: what the description's `pdf:` map says beside paper and type. Each
// function reads one key into Theme::print, or whether there is a half title, and reports what it
// does not understand.
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "base/length.h"
#include "base/value.h"

namespace garland {

struct Theme;

struct PaperSize {
  Length width, height;
};

enum class PrintColors { Full, Grey };

// Where the addresses are printed to which the words of an article lead.
enum class LinkAddresses {
  None,
  Notes,  // each in a note at the foot of the page
  List,   // all in a list at the article's end, by numbers
  Codes   // the same, each with a QR code
};

// The same pages on sheets of paper, for a printer that prints on both sides.
struct SheetSettings {
  enum class Way {
    Booklet,  // two pages beside each other, sheets folded into each other
    Grid      // several pages on a side, in reading order
  };
  Way way = Way::Booklet;
  int up = 2;                      // pages on a side; of a booklet always two
  std::optional<PaperSize> paper;  // of a sheet, either way round; nothing: one that suits
  int signature = 0;               // pages of the sheets that are folded together; 0: all pages
  Length creep;                    // by which a sheet's pages stand nearer to the spine than those
                                   // of the sheet around it
  bool has_marks = false;          // where to fold and to cut
};

// Pages for what readers write.
struct NotePages {
  enum class Where {
    None,
    After,  // each article
    End,    // of the book
    Facing  // each page of an article
  };
  enum class Ruling { Blank, Lines, Squares };
  Where where = Where::None;
  int count = 1;  // after an article or at the end
  Ruling ruling = Ruling::Lines;
};

struct PrintSettings {
  Length bleed;  // beyond the trimmed page
  bool has_crop_marks = false;
  PrintColors colors = PrintColors::Full;
  LinkAddresses links = LinkAddresses::None;
  bool has_cover = false;  // the anthology's, before the title page
  NotePages note_pages;
  std::optional<SheetSettings> sheets;
};

void set_bleed(Theme& theme, const Value& value, Diagnostics& diagnostics);
void set_marks(Theme& theme, const Value& value, Diagnostics& diagnostics);
void set_colors(Theme& theme, const Value& value, Diagnostics& diagnostics);
void set_links(Theme& theme, const Value& value, Diagnostics& diagnostics);
// With the cover bound before it, no half title stands beside the title page unless it is named.
void set_packet_cover(Theme& theme, const Value& value, Diagnostics& diagnostics);
void set_half_title(Theme& theme, const Value& value, Diagnostics& diagnostics);
void set_note_pages(Theme& theme, const Value& value, Diagnostics& diagnostics);
void set_sheets(Theme& theme, const Value& value, Diagnostics& diagnostics);

// What may stand under the keys that take a map, as JSON Schemas.
Value note_pages_schema();
Value sheets_schema();

}  // namespace garland
