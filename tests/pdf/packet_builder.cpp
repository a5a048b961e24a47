#include "packet_builder.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/unicode.h"

namespace garland::test {
namespace {

constexpr Length kLeft = 50_pt;
constexpr Length kTop = 60_pt;
constexpr Length kLeading = 14_pt;

// Clusters to the text parts of placed glyphs: of a cluster's glyphs the first has it all.
void set_texts(std::string_view text, const std::vector<ShapedGlyph>& shaped,
               std::vector<PlacedGlyph>& glyphs) {
  for (std::size_t i = 0; i < shaped.size(); ++i) {
    if (i > 0 && shaped[i].cluster == shaped[i - 1].cluster) continue;
    std::size_t end = text.size();
    for (const ShapedGlyph& other : shaped) {
      if (other.cluster > shaped[i].cluster && other.cluster < end) end = other.cluster;
    }
    glyphs[i].text_offset = shaped[i].cluster;
    glyphs[i].text_length = static_cast<std::uint32_t>(end - shaped[i].cluster);
  }
}

GlyphRun make_run(FaceId face, std::string_view text, Direction direction,
                  const TextOptions& options) {
  std::size_t offset = 0;
  const std::string_view script = script_of(next_code_point(text, offset));
  const std::vector<ShapedGlyph> shaped =
      library().shape(face, options.features, text, script, "", direction);
  const double points_per_unit = options.size.points() / library().metrics(face).units_per_em;
  GlyphRun run;
  run.face = face;
  run.size = options.size;
  run.color = options.color;
  run.is_right_to_left = direction == Direction::RightToLeft;
  run.text = text;
  std::vector<PlacedGlyph> glyphs;
  for (const ShapedGlyph& glyph : shaped) {
    PlacedGlyph placed;
    placed.glyph = glyph.glyph;
    placed.advance = Length::from_points(glyph.x_advance * points_per_unit);
    placed.x_offset = Length::from_points(glyph.x_offset * points_per_unit);
    placed.y_offset = Length::from_points(glyph.y_offset * points_per_unit);
    glyphs.push_back(placed);
  }
  set_texts(run.text, shaped, glyphs);
  run.glyphs = PackedGlyphs(glyphs);
  return run;
}

Length width_of(const GlyphRun& run) {
  Length width;
  for (const PlacedGlyph& glyph : run.glyphs.unpack()) width += glyph.advance;
  return width;
}

}  // namespace

FontLibrary& library() {
  static const auto kLibrary = FontLibrary::open(GARLAND_ROOT "/fonts/fonts.yaml");
  REQUIRE_MESSAGE(kLibrary.ok(), (kLibrary.ok() ? "" : kLibrary.error().message));
  return **kLibrary;
}

PacketBuilder::PacketBuilder() {
  packet.title = "A packet made by hand";
  packet.authors = {"Ada Roe", "Jan Novák"};
  packet.subject = "Tests";
  packet.keywords = {"one", "two & three"};
  packet.language = "en";
  packet.rights = "© 2025 the authors";
  packet.identifier = "urn:uuid:0";
  packet.modified = "2025-03-19T00:00:00Z";
  packet.structure.emplace_back();
  packet.structure.front().type = StructureType::Document;
}

std::size_t PacketBuilder::add_page(std::string label) {
  Page page;
  page.width = 432_pt;
  page.height = 648_pt;
  page.label = std::move(label);
  packet.pages.push_back(std::move(page));
  next_baseline_ = kTop;
  return packet.pages.size() - 1;
}

StructureId PacketBuilder::add_node(StructureId parent, StructureType type) {
  const auto id = static_cast<StructureId>(packet.structure.size());
  StructureNode added;
  added.type = type;
  added.parent = parent;
  packet.structure.push_back(std::move(added));
  node(parent).children.push_back(id);
  return id;
}

Rect PacketBuilder::add_text(StructureId owner, std::string_view text, const TextOptions& options) {
  Length x = kLeft;
  for (const FaceRun& part : library().itemize(options.font, text)) {
    for (const BidiRun& bidi : bidi_runs(text, Direction::LeftToRight)) {
      const std::size_t begin = std::max(part.begin_offset, bidi.begin_offset);
      const std::size_t end = std::min(part.end_offset, bidi.end_offset);
      if (begin >= end) continue;
      const Direction direction =
          bidi.level % 2 == 1 ? Direction::RightToLeft : Direction::LeftToRight;
      GlyphRun run = make_run(part.face, text.substr(begin, end - begin), direction, options);
      run.origin = {x, next_baseline_};
      x += width_of(run);
      page().items.push_back({std::move(run), owner});
    }
  }
  const Rect area = {{kLeft, next_baseline_ - options.size}, x - kLeft, options.size + 2_pt};
  next_baseline_ += kLeading;
  return area;
}

StructureId PacketBuilder::add_block(StructureId parent, StructureType type, std::string_view text,
                                     const TextOptions& options) {
  const StructureId id = add_node(parent, type);
  add_text(id, text, options);
  return id;
}

void PacketBuilder::add_picture(StructureId owner, const Picture& picture) {
  const Length height =
      Length::from_points(100.0 * picture.height_px / std::max(picture.width_px, 1));
  page().items.push_back(
      {PlacedPicture{{{kLeft, next_baseline_}, 100_pt, height}, picture.id}, owner});
  next_baseline_ += height + kLeading;
}

void PacketBuilder::add_link(StructureId owner, std::vector<Rect> rects, std::string url,
                             std::string anchor, std::string contents) {
  page().links.push_back(
      {std::move(rects), std::move(url), std::move(anchor), std::move(contents), owner});
}

Picture make_png(int width_px, int height_px, int channels, bool has_alpha) {
  Pixels pixels{width_px, height_px, channels, {}, {}};
  const int pixel_count = width_px * height_px;
  for (int i = 0; i < pixel_count * channels; ++i) {
    pixels.samples.push_back(static_cast<std::uint8_t>(i * 37));
  }
  for (int i = 0; has_alpha && i < pixel_count; ++i) {
    pixels.alpha.push_back(static_cast<std::uint8_t>(i * 11));
  }
  const Result<std::string> bytes = encode_png(pixels);
  REQUIRE(bytes.ok());
  const Result<Picture> picture = load_picture(*bytes, "made.png");
  REQUIRE(picture.ok());
  return *picture;
}

}  // namespace garland::test
