#include "epub/nav.h"

#include "epub/page_marks.h"
#include "epub/xhtml_page.h"

namespace garland {
namespace {

void write_entries(XhtmlPage& page, const Plan& plan, const std::vector<ContentsEntry>& entries,
                   PageMarks& marks) {
  page.open("ol");
  page.xml().line_end();
  for (const ContentsEntry& entry : entries) {
    page.open("li", entry.is_part ? "part-entry" : "");
    page.open("a");
    page.xml().attribute("href", entry.href);
    // For the style sheet to print after the title: as text it would run into the title in the
    // menus that reading systems make of this list.
    if (!entry.byline.empty()) page.xml().attribute("data-byline", entry.byline);
    if (!entry.place.empty()) marks.enter(entry.place);
    marks.find_due();
    // The language is the title's: the byline is in the book's words.
    if (!entry.language.empty()) {
      page.open("span");
      page.language(entry.language, plan.anthology->metadata.language);
    }
    page.xml().text(entry.title);
    if (!entry.language.empty()) page.close();
    page.close();
    if (!entry.children.empty()) write_entries(page, plan, entry.children, marks);
    page.close();
    page.xml().line_end();
  }
  page.close();
  page.xml().line_end();
}

void write_landmark(XhtmlPage& page, std::string_view type, std::string_view href,
                    std::string_view title) {
  page.open("li");
  page.open("a");
  page.xml().attribute("epub:type", type);
  page.xml().attribute("href", href);
  page.xml().text(title);
  page.close();
  page.close();
  page.xml().line_end();
}

// A list that reading systems show in menus of their own; open with its <ol>.
void open_hidden_nav(XhtmlPage& page, std::string_view type, std::string_view role,
                     std::string_view title) {
  page.open_semantic("nav", type, role);
  page.xml().attribute("hidden", "hidden");
  page.xml().attribute("aria-label", title);
  page.xml().element("h2", title);
  page.open("ol");
  page.xml().line_end();
}

// Indexes are not among the landmarks: they stand in the contents, and epubcheck-ts takes a link of
// that type for an index without entries.
void write_landmarks(XhtmlPage& page, const Plan& plan) {
  const Words& words = plan.anthology->words;
  open_hidden_nav(page, "landmarks", "", words["landmarks"]);
  bool has_body = false;
  for (const PlannedPage& planned : plan.pages) {
    if (planned.kind == PageKind::Cover) {
      write_landmark(page, "cover", planned.file_name, words["cover"]);
    } else if (planned.kind == PageKind::TitlePage) {
      write_landmark(page, "titlepage", planned.file_name, words["title-page"]);
    } else if (planned.kind == PageKind::Imprint) {
      write_landmark(page, "copyright-page", planned.file_name, words["imprint"]);
    } else if (planned.kind == PageKind::Contents) {
      write_landmark(page, "toc", planned.file_name, words["contents"]);
    } else if (planned.kind == PageKind::Bibliography) {
      write_landmark(page, "bibliography", planned.file_name, words["bibliography"]);
    } else if (planned.kind == PageKind::Attributions) {
      write_landmark(page, "credits", planned.file_name, words["attributions"]);
    } else if (planned.kind == PageKind::Colophon) {
      write_landmark(page, "colophon", planned.file_name, words["colophon"]);
    } else if (!has_body && is_body(planned.kind)) {
      write_landmark(page, "bodymatter", planned.file_name, words["body-matter"]);
      has_body = true;
    }
  }
  page.close();
  page.close();
  page.xml().line_end();
}

void write_page_list(XhtmlPage& page, const Plan& plan) {
  const std::vector<PageTarget> targets = page_targets(plan);
  if (targets.empty()) return;
  open_hidden_nav(page, "page-list", "doc-pagelist", plan.anthology->words["page-list"]);
  for (const PageTarget& target : targets) {
    page.open("li");
    page.link(target.href, target.folio);
    page.close();
    page.xml().line_end();
  }
  page.close();
  page.close();
  page.xml().line_end();
}

}  // namespace

std::string write_nav(const Plan& plan, const std::vector<ContentsEntry>& contents) {
  const Anthology& book = *plan.anthology;
  PageFrame frame;
  frame.title = book.words["contents"];
  frame.language = book.metadata.language;
  frame.body_type = "frontmatter";
  frame.body_class = "contents";
  XhtmlPage page(frame);
  page.open_semantic("nav", "toc", "doc-toc");
  page.xml().line_end();
  PageMarks marks(page, plan, kContentsAnchor);
  page.open("h1");
  marks.find_due();
  page.xml().text(book.words["contents"]);
  page.close();
  page.xml().line_end();
  write_entries(page, plan, contents, marks);
  marks.finish();
  page.close();
  page.xml().line_end();
  write_landmarks(page, plan);
  write_page_list(page, plan);
  return page.take();
}

}  // namespace garland
