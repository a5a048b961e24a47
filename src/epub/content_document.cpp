#include "epub/content_document.h"

#include "base/uri.h"
#include "book/source_line.h"
#include "epub/accessible_name.h"
#include "epub/tree_writer.h"

namespace garland {
namespace {

// epub:type and DPUB-ARIA role of the section that holds the whole work.
struct WorkForm {
  std::string_view type;
  std::string_view role;
};

WorkForm form_of(PageKind kind) {
  const bool is_introduction =
      kind == PageKind::BookIntroduction || kind == PageKind::PartIntroduction;
  return is_introduction ? WorkForm{"introduction", "doc-introduction"}
                         : WorkForm{"chapter", "doc-chapter"};
}

// One work's page and what its parts share while it is written.
class WorkPage {
 public:
  WorkPage(const Plan& plan, const PlannedPage& planned)
      : plan_(plan),
        book_(*plan.anthology),
        work_(*planned.work),
        language_(language_of(work_, book_.metadata)),
        page_(frame()),
        notes_(work_.document),
        tree_(page_, plan_, language_, &notes_, work_.id) {}

  WrittenPage write(WorkForm form) {
    page_.open_semantic("section", form.type, form.role);
    page_.xml().line_end();
    tree_.page_marks().find_due();
    write_header();
    tree_.write_body(work_.document);
    write_notes();
    page_.close();
    page_.xml().line_end();
    WrittenPage written;
    written.xhtml = page_.take();
    written.sections = tree_.sections();
    written.facts = tree_.facts();
    return written;
  }

 private:
  PageFrame frame() const {
    PageFrame frame;
    frame.title = title_of(work_, book_.words);
    frame.language = language_;
    frame.body_type = "bodymatter";
    frame.root = "../";
    return frame;
  }

  void write_header() {
    const Metadata& metadata = work_.document.metadata;
    page_.open("header", "opening");
    page_.xml().line_end();
    page_.open("h1");
    const std::string name = formula_name(metadata.title.value);
    if (!name.empty()) page_.xml().attribute("aria-label", name);
    if (metadata.title.value.empty()) {
      page_.xml().text(title_of(work_, book_.words));
    } else {
      tree_.write_inlines(metadata.title.value);
    }
    page_.close();
    page_.xml().line_end();
    if (!metadata.subtitle.value.empty()) {
      page_.open("p", "subtitle");
      page_.xml().attribute("epub:type", "subtitle");
      page_.xml().attribute("role", "doc-subtitle");
      tree_.write_inlines(metadata.subtitle.value);
      page_.close();
      page_.xml().line_end();
    }
    write_byline();
    write_source_line();
    page_.close();
    page_.xml().line_end();
  }

  // Encloses words that are the book's own, not the work's. The element around them stays in the
  // work's direction, so that they stand on its side of the page.
  template <typename Write>
  void in_book_language(Write write) {
    const bool is_foreign = language_ != book_.metadata.language;
    if (is_foreign) {
      page_.open("span");
      page_.language(book_.metadata.language, language_);
    }
    write();
    if (is_foreign) page_.close();
  }

  // The name of one author is in no language; more are joined by the book's words.
  void write_byline() {
    const Metadata& metadata = work_.document.metadata;
    const std::string line = byline(metadata, book_.words);
    if (line.empty()) return;
    const std::vector<Contributor>& people = metadata.contributors.value;
    page_.open("p", "byline");
    if (people.size() == 1 && people.front().role == Role::Author) {
      page_.xml().text(line);
    } else {
      in_book_language([&] { page_.xml().text(line); });
    }
    page_.close();
    page_.xml().line_end();
  }

  // "Originally published in PUBLICATION, DATE"; the place leads to its address.
  void write_source_line() {
    const SourceLine source = source_line(work_.document.metadata, book_.words);
    if (source.empty()) return;
    page_.open("p", "source");
    in_book_language([&] {
      if (!source.place.empty()) {
        page_.xml().text(source.lead + " ");
        write_source_place(source);
        if (!source.date.empty()) page_.xml().text(", ");
      }
      page_.xml().text(source.date);
    });
    page_.close();
    page_.xml().line_end();
  }

  void write_source_place(const SourceLine& source) {
    page_.open(source.is_publication ? "cite" : "span",
               source.is_publication ? "publication" : "site");
    if (source.address.empty()) {
      page_.xml().text(source.place);
    } else {
      page_.link(ascii_address(source.address), source.place);
    }
    page_.close();
  }

  void write_notes() {
    if (notes_.empty()) return;
    page_.open("section", "notes");
    page_.xml().attribute("epub:type", "footnotes");
    page_.xml().attribute("role", "doc-endnotes");
    page_.xml().line_end();
    page_.open("h2", "notes-heading");
    in_book_language([&] { page_.xml().text(book_.words["notes"]); });
    page_.close();
    page_.xml().line_end();
    for (const NoteMarks::Entry& entry : notes_.entries()) tree_.write_note(entry);
    page_.close();
    page_.xml().line_end();
  }

  const Plan& plan_;
  const Anthology& book_;
  const Work& work_;
  std::string language_;
  XhtmlPage page_;
  NoteMarks notes_;
  TreeWriter tree_;
};

}  // namespace

WrittenPage write_work_page(const Plan& plan, const PlannedPage& page) {
  return WorkPage(plan, page).write(form_of(page.kind));
}

}  // namespace garland
