#include "epub/front_pages.h"

#include "book/title_lines.h"
#include "epub/page_marks.h"
#include "epub/xhtml_page.h"

namespace garland {
namespace {

PageFrame frame_of(const Anthology& book, std::string_view title, std::string_view body_type,
                   std::string_view body_class) {
  PageFrame frame;
  frame.title = title;
  frame.language = book.metadata.language;
  frame.body_type = body_type;
  frame.body_class = body_class;
  return frame;
}

WrittenPage finish(XhtmlPage& page) {
  WrittenPage written;
  written.xhtml = page.take();
  return written;
}

// A paragraph, unless there is nothing to say.
void write_line(XhtmlPage& page, std::string_view css_class, const std::string& text) {
  if (!text.empty()) page.paragraph(css_class, text);
}

}  // namespace

WrittenPage write_cover_page(const Plan& plan) {
  const Anthology& book = *plan.anthology;
  XhtmlPage page(frame_of(book, book.words["cover"], "frontmatter", "cover"));
  page.open_semantic("section", "cover", "");
  page.open("img");
  page.xml().attribute("role", "doc-cover");
  page.xml().attribute("src", std::string(kPictureFolder) + plan.cover->file_name);
  page.xml().attribute("alt", std::string(book.words["cover"]) + ": " + book.metadata.title);
  page.close();
  page.close();
  return finish(page);
}

WrittenPage write_title_page(const Plan& plan) {
  const Anthology& book = *plan.anthology;
  XhtmlPage page(frame_of(book, book.metadata.title, "frontmatter", "title-page"));
  page.open_semantic("section", "titlepage", "");
  page.xml().line_end();
  write_page_marks(page, plan, kTitlePageAnchor);
  page.xml().element("h1", book.metadata.title);
  page.xml().line_end();
  if (!book.metadata.subtitle.empty()) {
    page.open("p", "subtitle");
    page.xml().attribute("epub:type", "subtitle");
    page.xml().attribute("role", "doc-subtitle");
    page.xml().text(book.metadata.subtitle);
    page.close();
    page.xml().line_end();
  }
  write_line(page, "editors", editors_line(book.metadata, book.words));
  write_line(page, "publisher", book.metadata.publisher);
  page.close();
  page.xml().line_end();
  return finish(page);
}

WrittenPage write_imprint(const Plan& plan) {
  const Anthology& book = *plan.anthology;
  const BookMetadata& metadata = book.metadata;
  XhtmlPage page(frame_of(book, book.words["imprint"], "frontmatter", "imprint"));
  page.open_semantic("section", "copyright-page", "");
  page.xml().attribute("aria-label", book.words["imprint"]);
  page.xml().line_end();
  write_line(page, "title", metadata.title);
  write_line(page, "", editors_line(book.metadata, book.words));
  write_page_marks(page, plan, kImprintAnchor);  // the packet's page has the title page before it
  write_line(page, "", metadata.description);
  write_line(page, "", series_line(metadata));
  write_line(page, "", metadata.edition);
  write_line(page, "", metadata.publisher);
  write_line(page, "", book.words.date(metadata.date));
  write_line(page, "rights", metadata.rights);
  write_line(page, "identifier", identifier_line(metadata));
  if (!book.colophon) page.paragraph("colophon", book.words["made-with"]);
  page.close();
  page.xml().line_end();
  return finish(page);
}

WrittenPage write_part_page(const Plan& plan, const PlannedPage& planned) {
  const Anthology& book = *plan.anthology;
  XhtmlPage page(frame_of(book, planned.part->title, "bodymatter", "part"));
  page.open_semantic("section", "part", "doc-part");
  page.xml().line_end();
  write_page_marks(page, plan, planned.place);
  page.xml().element("h1", planned.part->title);
  page.xml().line_end();
  page.close();
  page.xml().line_end();
  return finish(page);
}

}  // namespace garland
