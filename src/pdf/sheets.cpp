#include "pdf/sheets.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <utility>

#include "pdf/begin_file.h"
#include "pdf/content.h"
#include "pdf/frame.h"
#include "pdf/haru.h"
#include "pdf/imposition.h"
#include "pdf/syntax.h"

namespace garland {
namespace {

// From the corners of what is cut off the sheet to the marks.
constexpr Length kCutOffset = 2_mm;

class SheetWriter {
 public:
  SheetWriter(HaruDocument& document, const Packet& packet, const Embedded& embedded,
              const PrintSettings& print)
      : document_(document),
        packet_(packet),
        embedded_(embedded),
        sheets_(*print.sheets),
        bleed_(print.bleed),
        page_width_(packet.pages.front().width),
        page_height_(packet.pages.front().height),
        plan_(plan_sheets(page_width_, page_height_, sheets_)) {}

  void write() {
    for (const Page& page : packet_.pages) {
      const PageContent content = make_content(page, nullptr, embedded_);
      forms_.push_back(document_.add_form(page.width, page.height, bleed_, content.parts));
    }
    const std::vector<SheetSide> sides = impose(packet_.pages.size(), sheets_, plan_.columns,
                                                direction_of_language(packet_.language));
    for (std::size_t i = 0; i < sides.size(); ++i) {
      document_.add_page({plan_.width, plan_.height, {}, {}});
      document_.fill_page(i, make_side(sides[i]));
    }
  }

 private:
  PageParts make_side(const SheetSide& side) const {
    PageParts parts;
    std::set<std::size_t> shown;
    for (std::size_t cell = 0; cell < side.cells.size(); ++cell) {
      if (side.cells[cell] == kBlankPage) continue;
      show_page(parts.content, cell, side);
      shown.insert(side.cells[cell]);
    }
    for (const std::size_t page : shown) {
      parts.pictures.emplace_back(form_name(page), forms_[page]);
    }
    if (sheets_.has_marks) parts.content += make_marks();
    return parts;
  }

  static std::string form_name(std::size_t page) { return "P" + std::to_string(page + 1); }

  // What bleeds goes no further than the page's own cell.
  void show_page(std::string& out, std::size_t cell, const SheetSide& side) const {
    const Rect clip = cell_place(cell, plan_);
    const Rect place = page_place(cell, side, plan_, page_width_, page_height_, sheets_);
    out += "q ";
    append_numbers(
        out, {clip.origin.x, plan_.height - clip.origin.y - clip.height, clip.width, clip.height});
    out += "re W n ";
    append_scale(out);
    out += "0 0 ";
    append_scale(out);
    append_numbers(out, {place.origin.x, plan_.height - place.origin.y - place.height});
    out += "cm /" + form_name(side.cells[cell]) + " Do Q\n";
  }

  static void append_numbers(std::string& out, std::initializer_list<Length> lengths) {
    for (const Length length : lengths) {
      append_number(out, length);
      out += ' ';
    }
  }

  // With more digits than other numbers: it multiplies the length of the page.
  void append_scale(std::string& out) const {
    constexpr std::int64_t kMillion = 1'000'000;
    const auto millionths = static_cast<std::int64_t>(plan_.scale * kMillion);
    if (millionths >= kMillion) {
      out += "1 ";
      return;
    }
    const std::string digits = std::to_string(kMillion + millionths);
    out += "0." + digits.substr(1) + ' ';
  }

  std::string make_marks() const {
    Page marks;
    marks.width = plan_.width;
    marks.height = plan_.height;
    marks.items = sheets_.way == SheetSettings::Way::Booklet ? booklet_marks() : grid_marks();
    return make_content(marks, nullptr, embedded_).parts.content;
  }

  // The fold, at both ends of the spine, and the corners of the open book where it is smaller than
  // the sheet.
  std::vector<PageItem> booklet_marks() const {
    const Length width = page_width_.scaled(plan_.scale) * 2;
    const Length height = page_height_.scaled(plan_.scale);
    const Point corner{(plan_.width - width) / 2, (plan_.height - height) / 2};
    std::vector<PageItem> marks = corner_marks({corner, width, height}, kCutOffset);
    append_ends_down(marks, plan_.width / 2);
    return marks;
  }

  // Where the sheet is cut between the cells, at its edges.
  std::vector<PageItem> grid_marks() const {
    std::vector<PageItem> marks;
    for (int column = 1; column < plan_.columns; ++column) {
      append_ends_down(marks, plan_.cell_width() * column);
    }
    for (int row = 1; row < plan_.rows; ++row) {
      const Length y = plan_.cell_height() * row;
      marks.push_back(mark_across({Length(), y}, kMarkLength));
      marks.push_back(mark_across({plan_.width - kMarkLength, y}, kMarkLength));
    }
    return marks;
  }

  void append_ends_down(std::vector<PageItem>& marks, Length x) const {
    marks.push_back(mark_down({x, Length()}, kMarkLength));
    marks.push_back(mark_down({x, plan_.height - kMarkLength}, kMarkLength));
  }

  HaruDocument& document_;
  const Packet& packet_;
  const Embedded& embedded_;
  const SheetSettings& sheets_;
  Length bleed_;
  Length page_width_, page_height_;
  SheetPlan plan_;
  std::vector<ObjectId> forms_;  // by page
};

// What a printer is told: no other size, and how to turn the sheets.
std::string print_preferences(const SheetSettings& sheets) {
  std::string out = "/ViewerPreferences << /DisplayDocTitle true /PrintScaling /None";
  if (sheets.way == SheetSettings::Way::Booklet) out += " /Duplex /DuplexFlipShortEdge";
  return out += " >>";
}

}  // namespace

Result<std::string> write_sheets(const Packet& packet, const std::vector<Picture>& pictures,
                                 FontLibrary& fonts, const PrintSettings& print) {
  Result<BegunFile> file =
      begin_file(packet, pictures, fonts, print.colors, Archive::Part2Untagged);
  if (!file) return file.error();
  SheetWriter(*file->document, packet, file->embedded, print).write();
  file->document->set_catalog_entries(file->catalog + ' ' + print_preferences(*print.sheets));
  return file->document->save();
}

}  // namespace garland
