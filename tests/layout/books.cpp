#include "layout/books.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "base/unicode.h"
#include "layout/layout.h"
#include "layout/pages/fill_column.h"

namespace garland::test {
namespace {

constexpr Length kTolerance = 1_pt;
constexpr Length kHang = 6_pt;  // punctuation and hyphens hang in the margin

constexpr std::array kWords = std::to_array<std::string_view>(
    {"harbour", "lantern", "the",     "of",      "under",    "morning", "river",  "a",
     "quiet",   "and",     "letters", "between", "orchard",  "winter",  "with",   "never",
     "window",  "in",      "carried", "slowly",  "stranger", "to",      "bright", "remembered",
     "garden",  "by",      "stone",   "weather", "evening",  "from",    "told",   "children"});

class Sequence {  // Numerical Recipes' linear congruential generator: the same everywhere
 public:
  explicit Sequence(unsigned seed) : state_(seed * 2654435761U + 1) {}
  std::size_t below(std::size_t count) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8U) % count;
  }

 private:
  std::uint32_t state_;
};

Length right_of(const GlyphRun& run) {
  Length right = run.origin.x;
  for (const PlacedGlyph& glyph : run.glyphs.unpack()) right += glyph.advance;
  return right;
}

Rect area_of(const PageItem& item) {
  if (const Rect* rect = rect_of(item)) return *rect;
  const auto& run = std::get<GlyphRun>(item.content);
  return {run.origin, right_of(run) - run.origin.x, Length()};
}

// Content stands in the text block of its page, folios and the like between it and the edges.
void check_item(const Page& page, bool is_spine_left, const PageItem& item, const Theme& theme) {
  const Rect area = area_of(item);
  const auto* run = std::get_if<GlyphRun>(&item.content);
  const std::string text = run != nullptr ? run->text : "(no text)";
  CAPTURE(text);
  const bool is_mirrored = theme.page.is_two_sided && !is_spine_left;
  const Length left = is_mirrored ? theme.page.outer : theme.page.inner;
  const Length right = left + theme.text_width();
  const bool is_line_number = item.structure == kArtifact && theme.line_numbers > 0 &&
                              area.origin.x + area.width <= left - theme.line_number_drop;
  CHECK(area.origin.x.points() >= (is_line_number ? 10_pt : left - kHang).points());
  CHECK((area.origin.x + area.width).points() <= (right + kHang).points());
  const bool is_artifact = item.structure == kArtifact;
  const Length top = is_artifact ? 10_pt : theme.page.top - kTolerance;
  const Length foot = theme.page.bottom - page_room(theme).long_by;  // a page may be a line long
  const Length bottom = page.height - (is_artifact ? 10_pt : foot - kTolerance);
  CHECK(area.origin.y.points() >= top.points());
  CHECK((area.origin.y + area.height).points() <= bottom.points());
}

bool is_heading(StructureType type) {
  return type >= StructureType::H1 && type <= StructureType::H6;
}

// Reading order is the order of the tree.
void collect_headings(const Packet& packet, StructureId id, std::vector<int>& levels) {
  const StructureNode& node = packet.structure.at(static_cast<std::size_t>(id));
  if (is_heading(node.type)) {
    levels.push_back(static_cast<int>(node.type) - static_cast<int>(StructureType::H1) + 1);
  }
  for (const StructureId child : node.children) collect_headings(packet, child, levels);
}

void check_node(const Packet& packet, std::size_t index) {
  const StructureNode& node = packet.structure[index];
  const auto parent = [&] { return packet.structure.at(static_cast<std::size_t>(node.parent)); };
  for (const StructureId child : node.children) {
    CHECK(packet.structure.at(static_cast<std::size_t>(child)).parent ==
          static_cast<StructureId>(index));
  }
  switch (node.type) {
    case StructureType::Figure:
      CHECK_FALSE(node.alternative.empty());
      CHECK(node.has_box);
      CHECK(node.box_page < packet.pages.size());
      break;
    case StructureType::Formula:
      CHECK_FALSE(node.alternative.empty());
      break;
    case StructureType::LI:
      CHECK(parent().type == StructureType::L);
      break;
    case StructureType::TOCI:
      CHECK(parent().type == StructureType::TOC);
      break;
    case StructureType::TD:
    case StructureType::TH:
      CHECK(parent().type == StructureType::TR);
      break;
    default:
      break;
  }
}

}  // namespace

std::string prose(std::size_t word_count, unsigned seed) {
  Sequence sequence(seed);
  std::string text;
  bool opens = true;
  for (std::size_t i = 0; i < word_count; ++i) {
    std::string word(kWords.at(sequence.below(kWords.size())));
    if (opens) word[0] = static_cast<char>(word[0] - 'a' + 'A');
    text += (i == 0 ? "" : " ") + word;
    opens = i + 1 == word_count || sequence.below(11) == 0;
    if (opens) text += ".";
  }
  return text;
}

Work work_of(std::string id, std::string title, Blocks blocks, std::vector<Note> notes) {
  Work work;
  work.id = std::move(id);
  work.document.path = work.id + ".md";
  work.document.blocks = std::move(blocks);
  work.document.notes = std::move(notes);
  Metadata& metadata = work.document.metadata;
  metadata.title = {make_text(std::move(title)), Origin::FrontMatter, "", {}};
  metadata.contributors = {
      {{"Jane Roe", "Roe", "Jane", "", Role::Author}}, Origin::FrontMatter, "", {}};
  return work;
}

Anthology anthology_of(std::vector<Work> works) {
  Anthology anthology;
  anthology.metadata.title = "Tides and Letters";
  anthology.metadata.language = "en";
  anthology.metadata.identifier = "urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427";
  anthology.metadata.modified = "2025-03-19T00:00:00Z";
  anthology.metadata.slug = "tides";
  anthology.parts.emplace_back();
  anthology.parts.back().works = std::move(works);
  return anthology;
}

Picture grey_picture(int width_px, int height_px) {
  Pixels pixels;
  pixels.width_px = width_px;
  pixels.height_px = height_px;
  pixels.channels = 1;
  pixels.samples.assign(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px),
                        160);
  const auto bytes = encode_png(pixels);
  REQUIRE(bytes.ok());
  const auto picture = load_picture(*bytes, "grey.png");
  REQUIRE(picture.ok());
  return *picture;
}

std::filesystem::path styles_folder() { return std::filesystem::path(GARLAND_ROOT) / "styles"; }

Theme theme_named(std::string_view name) {
  Diagnostics diagnostics;
  auto loaded = load_theme(name, styles_folder(), Value::make_map(), diagnostics);
  REQUIRE(loaded.ok());
  return *loaded;
}

const Theme& reader_theme() {
  static const Theme theme = theme_named("reader");
  return theme;
}

FontLibrary& fonts() {
  static const std::unique_ptr<FontLibrary> library = [] {
    auto opened = FontLibrary::open(std::filesystem::path(GARLAND_ROOT) / "fonts" / "fonts.yaml");
    REQUIRE(opened.ok());
    return std::move(*opened);
  }();
  return *library;
}

Packet lay_out_book(const Anthology& anthology, Diagnostics& diagnostics, unsigned jobs) {
  LayoutOptions options;
  options.jobs = jobs;
  return lay_out(anthology, reader_theme(), fonts(), options, diagnostics);
}

Packet lay_out_book(const Anthology& anthology, const Theme& theme) {
  Diagnostics diagnostics;
  Packet packet = lay_out(anthology, theme, fonts(), {}, diagnostics);
  for (const Diagnostic& item : diagnostics.items()) FAIL_CHECK(format_diagnostic(item));
  check_packet(packet, theme);
  return packet;
}

Packet lay_out_book(const Anthology& anthology) { return lay_out_book(anthology, reader_theme()); }

std::string text_of(const Page& page, Copied what) {
  constexpr std::string_view kSoftHyphen = "\u00AD";
  std::string text;
  const GlyphRun* last = nullptr;
  for (const PageItem& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run == nullptr || (what == Copied::Content && item.structure == kArtifact)) continue;
    if (run->is_silent) continue;
    // Raised marks stand near their line; another line is further away.
    const bool is_new_line = last != nullptr && (run->origin.y > last->origin.y + 7_pt ||
                                                 run->origin.x < last->origin.x);
    if (is_new_line && text.ends_with(kSoftHyphen)) {
      text.resize(text.size() - kSoftHyphen.size());
    } else if (is_new_line && !text.ends_with(' ')) {
      text += ' ';
    }
    text += run->text;
    last = run;
  }
  return text;
}

std::vector<const Page*> pages_of(const Packet& packet, const std::string& work) {
  std::vector<const Page*> pages;
  for (const Page& page : packet.pages) {
    if (page.place == work) pages.push_back(&page);
  }
  return pages;
}

const Page* page_with_anchor(const Packet& packet, const std::string& name) {
  for (const Page& page : packet.pages) {
    for (const Anchor& anchor : page.anchors) {
      if (anchor.name == name) return &page;
    }
  }
  return nullptr;
}

void check_packet(const Packet& packet, const Theme& theme) {
  const auto node_count = static_cast<StructureId>(packet.structure.size());
  const bool is_bound_left = direction_of_language(packet.language) == Direction::LeftToRight;
  for (const Page& page : packet.pages) {
    CAPTURE(page.label);
    const bool is_recto = (&page - packet.pages.data()) % 2 == 0;
    for (const PageItem& item : page.items) {
      CHECK(item.structure < node_count);
      check_item(page, is_recto == is_bound_left, item, theme);
    }
    for (const LinkArea& link : page.links) {
      CAPTURE(link.contents);
      CHECK_FALSE(link.contents.empty());
      CHECK_FALSE(link.rects.empty());
      CHECK(link.url.empty() != link.anchor.empty());
      REQUIRE(link.structure >= 0);
      CHECK(packet.structure.at(static_cast<std::size_t>(link.structure)).type ==
            StructureType::Link);
      if (!link.anchor.empty()) CHECK(page_with_anchor(packet, link.anchor) != nullptr);
    }
  }
  std::set<std::string> note_ids;
  for (std::size_t i = 0; i < packet.structure.size(); ++i) {
    check_node(packet, i);
    const StructureNode& node = packet.structure[i];
    if (node.type != StructureType::Note) continue;
    CHECK_FALSE(node.id.empty());
    CHECK(note_ids.insert(node.id.str()).second);
  }
  std::vector<int> levels;
  collect_headings(packet, 0, levels);
  int last = 0;
  for (const int level : levels) {
    CHECK(level <= last + 1);
    last = level;
  }
  for (const OutlineEntry& entry : packet.outline) {
    CAPTURE(entry.title);
    CHECK(page_with_anchor(packet, entry.anchor) != nullptr);
  }
}

}  // namespace garland::test
