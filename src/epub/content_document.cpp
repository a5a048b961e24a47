#include "epub/content_document.h"

#include "base/unicode.h"
#include "epub/link_address.h"
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
        tree_(page_, plan_, language_, &notes_) {}

  WrittenPage write(WorkForm form) {
    page_.open_semantic("section", form.type, form.role);
    page_.xml().line_end();
    write_header();
    tree_.write_body(work_.document.blocks);
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
    write_book_words("byline", byline(metadata, book_.words));
    write_source_line();
    page_.close();
    page_.xml().line_end();
  }

  // Opens an element whose words are the book's own, not the work's.
  void open_in_book_language(std::string_view name, std::string_view css_class) {
    page_.open(name, css_class);
    if (language_ != book_.metadata.language) page_.language(book_.metadata.language, language_);
  }

  void write_book_words(std::string_view css_class, const std::string& words) {
    if (words.empty()) return;
    open_in_book_language("p", css_class);
    page_.xml().text(words);
    page_.close();
    page_.xml().line_end();
  }

  // "Originally published in PUBLICATION, DATE"; the publication leads to its address. A work of
  // which only the date or the address is known shows that.
  void write_source_line() {
    const Metadata& metadata = work_.document.metadata;
    const std::string& publication = metadata.publication.value;
    const std::string& url = metadata.url.value;
    const std::string date = metadata.date.is_set() ? book_.words.date(metadata.date.value) : "";
    if (publication.empty() && url.empty() && date.empty()) return;
    open_in_book_language("p", "source");
    if (!publication.empty()) {
      page_.xml().text(std::string(book_.words["originally-published-in"]) + " ");
    }
    if (!publication.empty() || !url.empty()) {
      write_source(publication.empty() ? readable_address(url) : publication, url,
                   publication.empty() ? "address" : "publication");
    }
    if (!date.empty()) {
      page_.xml().text(publication.empty() && url.empty() ? date : ", " + date);
    }
    page_.close();
    page_.xml().line_end();
  }

  void write_source(const std::string& name, const std::string& url, std::string_view css_class) {
    page_.open(css_class == "publication" ? "cite" : "span", css_class);
    const auto address = link_address(url);
    if (address) {
      page_.link(*address, name);
    } else {
      page_.xml().text(name);
    }
    page_.close();
  }

  void write_notes() {
    if (notes_.empty()) return;
    page_.open("section", "notes");
    page_.xml().attribute("epub:type", "footnotes");
    page_.xml().attribute("role", "doc-endnotes");
    page_.xml().line_end();
    open_in_book_language("h2", "notes-heading");
    page_.xml().text(book_.words["notes"]);
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
