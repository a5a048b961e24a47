#include "epub/back_pages.h"

#include <algorithm>

#include "book/colophon.h"
#include "book/indexes.h"
#include "epub/tree_writer.h"

namespace garland {
namespace {

class BackPage {
 public:
  BackPage(const Plan& plan, std::string_view title, std::string_view type, std::string_view role,
           std::string_view place)
      : plan_(plan),
        book_(*plan.anthology),
        page_(frame(title)),
        tree_(page_, plan, book_.metadata.language, nullptr, place) {
    page_.open_semantic("section", type, role);
    page_.xml().line_end();
    tree_.page_marks().find_due();
    page_.xml().element("h1", title);
    page_.xml().line_end();
  }

  WrittenPage finish() {
    tree_.page_marks().finish();
    page_.close();
    page_.xml().line_end();
    WrittenPage written;
    written.xhtml = page_.take();
    written.facts = tree_.facts();
    return written;
  }

  void write_reference(const JointReference& reference) {
    begin_entry();
    page_.open("li");
    page_.direction(plain_text(reference.entry), book_.metadata.language);
    tree_.write_inlines(reference.entry);
    if (!reference.cited_by.empty()) write_cited_by(reference.cited_by);
    page_.close();
    page_.xml().line_end();
  }

  // A work's line stays open for the pictures that follow it.
  void write_attribution(const Attribution& attribution) {
    begin_entry();
    if (attribution.is_picture) {
      open_list("attributions pictures", is_picture_list_open_);
    } else {
      close_work();
      open_list("attributions", is_list_open_);
    }
    page_.open("li");
    write_credit(attribution);
    if (attribution.is_picture) {
      page_.close();
      page_.xml().line_end();
    } else {
      is_work_open_ = true;
    }
  }

  void close_attributions() {
    close_work();
    if (is_list_open_) page_.close();
    is_list_open_ = false;
    page_.xml().line_end();
  }

  // One list of entries, which its groups divide where it is long (EPUB Indexes 1.0).
  void write_index_entries(const Index& index) {
    const bool is_divided = !index.groups.front().letter.empty();
    open_typed("ul", is_divided ? "index-groups" : "index-entries", "index-entry-list");
    page_.xml().line_end();
    for (const IndexGroup& group : index.groups) {
      if (is_divided) open_index_group(group.letter);
      for (const IndexEntry& entry : group.entries) write_index_entry(entry, index.kind);
      if (is_divided) close_index_group();
    }
    page_.close();
    page_.xml().line_end();
  }

  XhtmlPage& page() { return page_; }

 private:
  void begin_entry() { tree_.page_marks().enter(std::to_string(entry_count_++)); }

  void open_list(std::string_view css_class, bool& is_open) {
    if (is_open) return;
    page_.xml().line_end();
    page_.open("ul", css_class);
    page_.xml().line_end();
    is_open = true;
  }

  void close_work() {
    if (is_picture_list_open_) page_.close();
    if (is_work_open_) page_.close();
    is_picture_list_open_ = false;
    is_work_open_ = false;
    page_.xml().line_end();
  }

  // "TITLE. Words and links."
  void write_credit(const Attribution& attribution) {
    const std::string_view file = plan_.file_of(attribution.work);
    Inlines title = attribution.title;
    if (title.empty() && !file.empty()) {
      title = make_text(title_of(work_of(attribution.work), book_.words));
    }
    if (!title.empty()) {
      page_.open(attribution.is_picture ? "span" : "cite");
      write_work_link(file, attribution.work, title);
      page_.close();
      if (!ends_sentence(plain_text(title))) page_.xml().text(".");
      if (!attribution.text.empty()) page_.xml().text(" ");
    }
    tree_.write_inlines(attribution.text);
  }

  void open_typed(std::string_view name, std::string_view css_class, std::string_view type) {
    page_.open(name, css_class);
    page_.xml().attribute("epub:type", type);
  }

  void open_index_group(const std::string& letter) {
    page_.open("li");  // a typed group would need a typed list of its own, of which there is one
    tree_.page_marks().enter(letter_element(letter));
    page_.open("h2", "index-letter");
    tree_.page_marks().find_due();
    page_.xml().text(letter);
    page_.close();
    page_.xml().line_end();
    page_.open("ul", "index-entries");
    page_.xml().line_end();
  }

  void close_index_group() {
    page_.close();
    page_.close();
    page_.xml().line_end();
  }

  // A title is itself the way to its work; below other headings stand the titles of theirs.
  void write_index_entry(const IndexEntry& entry, IndexKind kind) {
    begin_entry();
    open_typed("li", "", "index-entry");
    tree_.page_marks().find_due();
    open_typed("span", "index-term", "index-term");
    if (kind == IndexKind::Titles) {
      write_locator(entry.works.front());
    } else {
      page_.xml().text(plain_text(entry.heading));
    }
    page_.close();
    if (kind != IndexKind::Titles) write_locators(entry.works);
    page_.close();
    page_.xml().line_end();
  }

  void write_locators(const std::vector<std::string>& works) {
    open_typed("ul", "index-works", "index-locator-list");
    for (const std::string& work : works) {
      page_.open("li");
      write_locator(work);
      page_.close();
    }
    page_.close();
  }

  void write_locator(const std::string& id) {
    const Work& work = work_of(id);
    page_.open("a");
    page_.xml().attribute("epub:type", "index-locator");
    page_.xml().attribute("href", plan_.file_of(id));
    const std::string_view language = language_of(work, book_.metadata);
    if (language != book_.metadata.language) page_.language(language, book_.metadata.language);
    page_.xml().text(title_of(work, book_.words));
    page_.close();
  }

  // Requires a work that the plan has.
  const Work& work_of(std::string_view id) const {
    return *plan_.pages[plan_.page_of_work.at(id)].work;
  }

  PageFrame frame(std::string_view title) const {
    PageFrame frame;
    frame.title = title;
    frame.language = book_.metadata.language;
    frame.body_type = "backmatter";
    frame.body_class = "back-matter";
    return frame;
  }

  static bool ends_sentence(std::string_view text) {
    return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') || text.ends_with("…");
  }

  // " (cited in A; B)", each the way to the work.
  void write_cited_by(const std::vector<std::string>& works) {
    page_.xml().text(" ");
    page_.open("span", "cited-in");
    page_.xml().text("(" + std::string(book_.words["cited-in"]) + " ");
    bool is_first = true;
    for (const std::string& id : works) {
      const std::string_view file = plan_.file_of(id);
      if (file.empty()) continue;
      if (!is_first) page_.xml().text("; ");
      is_first = false;
      write_work_link(file, id, make_text(title_of(work_of(id), book_.words)));
    }
    page_.xml().text(")");
    page_.close();
  }

  void write_work_link(std::string_view file, std::string_view id, const Inlines& title) {
    Inline link{Link{{LinkTarget::Kind::Internal, "", std::string(id), ""}, "", title}, {}, {}};
    if (file.empty()) {
      tree_.write_inlines(title);
      return;
    }
    link.attributes.language = language_of(work_of(id), book_.metadata);
    tree_.write_inlines({link});
  }

  const Plan& plan_;
  const Anthology& book_;
  XhtmlPage page_;
  TreeWriter tree_;
  std::size_t entry_count_ = 0;
  bool is_list_open_ = false;
  bool is_work_open_ = false;
  bool is_picture_list_open_ = false;  // inside a work's line, or outside of any
};

}  // namespace

WrittenPage write_bibliography(const Plan& plan) {
  const Anthology& book = *plan.anthology;
  BackPage back(plan, book.words["bibliography"], "bibliography", "doc-bibliography",
                kBibliographyAnchor);
  back.page().open("ul", "references");
  back.page().xml().line_end();
  for (const JointReference& reference : book.references) back.write_reference(reference);
  back.page().close();
  back.page().xml().line_end();
  return back.finish();
}

WrittenPage write_attributions(const Plan& plan) {
  const Anthology& book = *plan.anthology;
  BackPage back(plan, book.words["attributions"], "credits", "doc-credits", kAttributionsAnchor);
  for (const Attribution& attribution : book.attributions) back.write_attribution(attribution);
  back.close_attributions();
  return back.finish();
}

WrittenPage write_index(const Plan& plan, const Index& index) {
  BackPage back(plan, plan.anthology->words[title_key(index.kind)], "index", "doc-index",
                index_anchor(index.kind));
  back.write_index_entries(index);
  return back.finish();
}

WrittenPage write_colophon(const Plan& plan) {
  const Anthology& book = *plan.anthology;
  BackPage back(plan, book.words["colophon"], "colophon", "doc-colophon", kColophonAnchor);
  for (const std::string& paragraph : colophon_paragraphs(book)) {
    back.page().paragraph("colophon", paragraph);
  }
  return back.finish();
}

}  // namespace garland
