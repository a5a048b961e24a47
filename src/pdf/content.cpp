#include "pdf/content.h"

#include <set>
#include <utility>

#include "pdf/marks.h"
#include "pdf/syntax.h"
#include "pdf/text.h"
#include "pictures/grey.h"

namespace garland {
namespace {

class ContentWriter {
 public:
  ContentWriter(const Page& page, const std::vector<StructureNode>* structure,
                const Embedded& embedded)
      : page_(page), embedded_(embedded), marks_(result_.parts.content, structure) {}

  PageContent write() {
    for (const PageItem& item : page_.items) {
      std::visit([this, &item](const auto& content) { draw(content, item.structure); },
                 item.content);
    }
    marks_.finish();
    result_.marked = marks_.nodes();
    for (const FaceId face : used_fonts_) {
      const FontResource& font = embedded_.fonts.at(face);
      result_.parts.fonts.emplace_back(font.name, font.object);
    }
    for (const EmbeddedPicture* picture : used_pictures_) {
      result_.parts.pictures.emplace_back(picture->name, picture->object);
    }
    return std::move(result_);
  }

 private:
  void draw(const GlyphRun& run, StructureId node) {
    if (run.glyphs.empty()) return;
    marks_.enter(node, MarkedContent::Kind::Text);
    set_color(run.color);
    used_fonts_.insert(run.face);
    append_run(out(), run, page_.height, embedded_.fonts.at(run.face), text_state_, marks_);
  }

  void draw(const Rule& rule, StructureId node) {
    marks_.enter(node, MarkedContent::Kind::Graphics);
    marks_.open();
    set_color(rule.color);
    append_number(out(), rule.rect.origin.x);
    out() += ' ';
    append_number(out(), page_.height - rule.rect.origin.y - rule.rect.height);
    out() += ' ';
    append_number(out(), rule.rect.width);
    out() += ' ';
    append_number(out(), rule.rect.height);
    out() += " re f\n";
  }

  void draw(const PlacedPicture& placed, StructureId node) {
    marks_.enter(node, MarkedContent::Kind::Graphics);
    marks_.open();
    const EmbeddedPicture& picture = embedded_.pictures.at(placed.picture);
    used_pictures_.insert(&picture);
    // The unit square of samples, laid onto the rectangle.
    const Rect& rect = placed.rect;
    out() += "q ";
    append_number(out(), rect.width);
    out() += " 0 0 ";
    append_number(out(), rect.height);
    out() += ' ';
    append_number(out(), rect.origin.x);
    out() += ' ';
    append_number(out(), page_.height - rect.origin.y - rect.height);
    out() += " cm /" + picture.name + " Do Q\n";
  }

  // One path, so that no seam shows between its rectangles; in modules, downwards from the top.
  void draw(const PlacedCode& placed, StructureId node) {
    marks_.enter(node, MarkedContent::Kind::Graphics);
    marks_.open();
    set_color({});
    const Rect& rect = placed.rect;
    out() += "q ";
    append_number(out(), rect.width / placed.code.modules);
    out() += " 0 0 ";
    append_number(out(), -(rect.height / placed.code.modules));
    out() += ' ';
    append_number(out(), rect.origin.x);
    out() += ' ';
    append_number(out(), page_.height - rect.origin.y);
    out() += " cm\n";
    for (const DarkModules& dark : placed.code.dark) {
      for (const int number : {dark.left, dark.top, dark.width, dark.height}) {
        append_integer(out(), number);
        out() += ' ';
      }
      out() += "re\n";
    }
    out() += "f Q\n";
  }

  void set_color(Color color) {
    if (embedded_.colors == PrintColors::Grey) {
      color.red = color.green = color.blue = grey_of(color.red, color.green, color.blue);
    }
    if (color == color_) return;
    color_ = color;
    append_fill_color(out(), color.red, color.green, color.blue);
  }

  std::string& out() { return result_.parts.content; }

  const Page& page_;
  const Embedded& embedded_;
  PageContent result_;
  std::set<FaceId> used_fonts_;
  std::set<const EmbeddedPicture*, ByPictureName> used_pictures_;
  TextState text_state_;
  Color color_;          // a page begins with black
  MarkedContent marks_;  // writes to result_
};

}  // namespace

Result<Embedded> embed(HaruDocument& document, const std::vector<Page>& pages,
                       const std::vector<Picture>& pictures, FontLibrary& fonts,
                       PrintColors colors) {
  Result<FontResources> embedded_fonts = embed_fonts(document, pages, fonts);
  if (!embedded_fonts) return embedded_fonts.error();
  Result<EmbeddedPictures> embedded_pictures = embed_pictures(document, pages, pictures, colors);
  if (!embedded_pictures) return embedded_pictures.error();
  return Embedded{std::move(*embedded_fonts), std::move(*embedded_pictures), colors};
}

PageContent make_content(const Page& page, const std::vector<StructureNode>* structure,
                         const Embedded& embedded) {
  return ContentWriter(page, structure, embedded).write();
}

}  // namespace garland
