// The last page: what the book is set in, and with.
#include "book/colophon.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "layout/book/matter.h"
#include "layout/galley/blocks.h"

namespace garland {
namespace {

constexpr double kSinkage = 0.28;  // of the text block

FaceId face_of(const TextStyle& style, FontLibrary& fonts) {
  FontRequest request;
  request.family = style.family;
  return fonts.face(request);
}

std::map<std::string, std::size_t> count_glyphs(const std::vector<Page>& pages,
                                                FontLibrary& fonts) {
  std::map<FaceId, std::size_t> of_face;
  for (const Page& page : pages) {
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run != nullptr) of_face[run->face] += run->glyphs.size();
    }
  }
  std::map<std::string, std::size_t> of_family;
  for (const auto& [face, count] : of_face) of_family[fonts.family_name(face)] += count;
  return of_family;
}

// The theme's families, as far as the pages show them: that of the running text, then those with
// most letters. Others lend single characters.
BookType type_of(const std::vector<Page>& pages, const Theme& theme, FontLibrary& fonts) {
  const TextStyle& body = theme.style(TextRole::Body);
  BookType type{{fonts.family_name(face_of(body, fonts))}, body.size, body.leading};
  std::vector<std::string>& families = type.families;
  std::map<std::string, std::size_t> glyphs = count_glyphs(pages, fonts);
  for (const TextStyle& style : theme.styles) {
    std::string family = fonts.family_name(face_of(style, fonts));
    const bool is_known = std::find(families.begin(), families.end(), family) != families.end();
    if (!is_known && glyphs.contains(family)) families.push_back(std::move(family));
  }
  std::stable_sort(families.begin() + 1, families.end(),
                   [&glyphs](const std::string& left, const std::string& right) {
                     return glyphs[left] > glyphs[right];
                   });
  return type;
}

}  // namespace

PageSet make_colophon(const MatterContext& context, const std::vector<Page>& bound) {
  Setter setter(context.anthology, context.theme, context.fonts, nullptr, StructureType::Sect);
  setter.open_page();
  setter.ask_space(context.theme.text_height().scaled(kSinkage));
  setter.add_anchor(kColophonAnchor);
  setter.add_outline(std::string(context.anthology.words["colophon"]), kColophonAnchor, 1);
  const BookType type = type_of(bound, context.theme, context.fonts);
  for (const std::string& paragraph : colophon_paragraphs(context.anthology, type)) {
    set_words(setter, make_text(paragraph), TextRole::Colophon, StructureType::P,
              setter.page_frame());
  }
  context.missing.add(setter.take_missing());
  return make_pages(setter.take(), context.theme, kColophonAnchor, context.first);
}

}  // namespace garland
