#include "epub/back_pages.h"

#include <algorithm>

#include "epub/tree_writer.h"

namespace garland {
namespace {

class BackPage {
 public:
  BackPage(const Plan& plan, std::string_view title, std::string_view type, std::string_view role)
      : plan_(plan),
        book_(*plan.anthology),
        page_(frame(title)),
        tree_(page_, plan, book_.metadata.language, nullptr) {
    page_.open_semantic("section", type, role);
    page_.xml().line_end();
    page_.xml().element("h1", title);
    page_.xml().line_end();
  }

  WrittenPage finish() {
    page_.close();
    page_.xml().line_end();
    WrittenPage written;
    written.xhtml = page_.take();
    written.facts = tree_.facts();
    return written;
  }

  void write_reference(const JointReference& reference) {
    page_.open("li");
    tree_.write_inlines(reference.entry);
    if (!reference.cited_by.empty()) write_cited_by(reference.cited_by);
    page_.close();
    page_.xml().line_end();
  }

  void write_attribution(const Attribution& attribution) {
    page_.open("li");
    const std::string_view file = plan_.file_of(attribution.work);
    const std::string title = plain_text(attribution.title);
    if (!title.empty()) {
      page_.open(attribution.is_picture ? "span" : "cite", "attributed");
      write_work_link(file, attribution.work, attribution.title);
      page_.close();
      page_.xml().text(ends_sentence(title) ? " " : ". ");
    }
    tree_.write_inlines(attribution.text);
    page_.close();
    page_.xml().line_end();
  }

  XhtmlPage& page() { return page_; }

 private:
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
      const Work& work = *plan_.pages[plan_.page_of_work.at(id)].work;
      write_work_link(file, id, make_text(title_of(work, book_.words)));
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
    const Work& work = *plan_.pages[plan_.page_of_work.at(id)].work;
    link.attributes.language = language_of(work, book_.metadata);
    tree_.write_inlines({link});
  }

  const Plan& plan_;
  const Anthology& book_;
  XhtmlPage page_;
  TreeWriter tree_;
};

}  // namespace

WrittenPage write_bibliography(const Plan& plan) {
  const Anthology& book = *plan.anthology;
  BackPage back(plan, book.words["bibliography"], "bibliography", "doc-bibliography");
  back.page().open("ul", "references");
  back.page().xml().line_end();
  for (const JointReference& reference : book.references) back.write_reference(reference);
  back.page().close();
  back.page().xml().line_end();
  return back.finish();
}

WrittenPage write_attributions(const Plan& plan) {
  const Anthology& book = *plan.anthology;
  BackPage back(plan, book.words["attributions"], "credits", "doc-credits");
  bool is_list_open = false;
  bool was_picture = false;
  for (const Attribution& attribution : book.attributions) {
    if (is_list_open && attribution.is_picture != was_picture) {
      back.page().close();
      is_list_open = false;
    }
    if (!is_list_open) {
      back.page().open("ul", attribution.is_picture ? "attributions pictures" : "attributions");
      back.page().xml().line_end();
      is_list_open = true;
      was_picture = attribution.is_picture;
    }
    back.write_attribution(attribution);
  }
  if (is_list_open) back.page().close();
  back.page().xml().line_end();
  return back.finish();
}

}  // namespace garland
