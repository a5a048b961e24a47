// The lists at the end: the joint bibliography and the attributions.
#include <string>

#include "book/works_by_id.h"
#include "layout/book/matter.h"
#include "layout/galley/addresses.h"
#include "layout/galley/blocks.h"
#include "layout/galley/setter.h"

namespace garland {
namespace {

void add_all(Inlines& inlines, const Inlines& more) {
  inlines.insert(inlines.end(), more.begin(), more.end());
}

Inline link_to_work(const Work& work) {
  Link link;
  link.target.kind = LinkTarget::Kind::Internal;
  link.target.work = work.id;
  link.inlines = {{Emphasis{bare_title(work.document.metadata.title.value)}, {}, {}}};
  Inline node{std::move(link), {}, {}};
  node.attributes.language = work.document.metadata.language.value;
  return node;
}

// "Roe, Jane. A Book. Cited in Title; Other Title."
Inlines reference_words(const JointReference& reference, const WorksById& works,
                        const Words& fixed) {
  Inlines words = reference.entry;
  bool is_first = true;
  for (const std::string& id : reference.cited_by) {
    const Work* work = works.find(id);
    if (work == nullptr) continue;
    add_words(words, is_first ? " [" + std::string(fixed["cited-in"]) + " " : "; ");
    words.push_back(link_to_work(*work));
    is_first = false;
  }
  if (!is_first) add_words(words, "]");
  return words;
}

bool ends_a_sentence(const Inlines& inlines) {
  const std::string words = plain_text(inlines);
  for (const std::string_view end : {".", "?", "!", "…"}) {
    if (words.ends_with(end)) return true;
  }
  return false;
}

Inlines attribution_words(const Attribution& attribution, const WorksById& works) {
  Inlines words;
  const Work* work = attribution.is_picture ? nullptr : works.find(attribution.work);
  if (work != nullptr) {
    words.push_back(link_to_work(*work));
  } else if (attribution.is_picture) {
    words = bare_title(attribution.title);
  } else if (!attribution.title.empty()) {
    words.push_back({Emphasis{bare_title(attribution.title)}, {}, {}});
  }
  if (!words.empty()) add_words(words, ends_a_sentence(words) ? "" : ".");
  if (!words.empty() && !attribution.text.empty()) add_words(words, " ");
  add_all(words, attribution.text);
  return words;
}

// A heading and entries that hang, each an item of one list.
class ListSetter {
 public:
  ListSetter(const MatterContext& context, const std::string& title, const char* anchor,
             TextRole role)
      : context_(context),
        anchor_(anchor),
        role_(role),
        setter_(context.anthology, context.theme, context.fonts, nullptr, StructureType::Sect) {
    setter_.anchor_stem = anchor;
    setter_.note_marks.printed_links = context.theme.print.links;
    open_list(setter_, title, anchor);
    list_ = setter_.add_node(StructureType::L, 0);
  }

  enum class Place { Outer, BelowEntry };

  // What stands below an entry is drawn in as far as its turned lines.
  void add(const Inlines& words, Place place = Place::Outer) {
    Frame frame = setter_.page_frame();
    frame.role = role_;
    if (place == Place::BelowEntry) {
      frame = indented(setter_, frame, setter_.style(role_, frame).left_indent, Length());
    }
    setter_.set_element(std::to_string(entry_count_++));
    const StructureId item = setter_.add_node(StructureType::LI, list_);
    frame.parent = setter_.add_node(StructureType::LBody, item);
    set_paragraph_words(setter_, words, {}, frame);
    setter_.ask_space(setter_.style(role_, frame).space_after);
  }

  PageSet take() {
    set_pending_notes(setter_);
    set_addresses(setter_, setter_.page_frame());
    context_.missing.add(setter_.take_missing());
    return make_pages(setter_.take(), context_.theme, anchor_, context_.first);
  }

 private:
  const MatterContext& context_;
  const char* anchor_;
  TextRole role_;
  Setter setter_;
  StructureId list_ = 0;
  std::size_t entry_count_ = 0;
};

}  // namespace

void add_words(Inlines& inlines, const std::string& words) {
  for (Inline& node : make_text(words)) inlines.push_back(std::move(node));
}

void open_list(Setter& setter, const std::string& title, const std::string& anchor) {
  setter.open_page();
  setter.ask_space(setter.theme().title_sinkage);
  setter.add_anchor(anchor);
  setter.add_outline(title, anchor, 1);
  setter.set_across([&](const Frame& frame) {
    set_words(setter, make_text(title), TextRole::BackMatterTitle, StructureType::H1, frame);
  });
  setter.keep_with_next();
}

PageSet make_bibliography(const MatterContext& context) {
  const Anthology& anthology = context.anthology;
  if (anthology.references.empty()) return {};
  ListSetter list(context, std::string(anthology.words["bibliography"]), kBibliographyAnchor,
                  TextRole::Reference);
  const WorksById works(anthology);
  for (const JointReference& reference : anthology.references) {
    list.add(reference_words(reference, works, anthology.words));
  }
  return list.take();
}

PageSet make_attributions(const MatterContext& context) {
  const Anthology& anthology = context.anthology;
  if (anthology.attributions.empty()) return {};
  ListSetter list(context, std::string(anthology.words["attributions"]), kAttributionsAnchor,
                  TextRole::Attribution);
  const WorksById works(anthology);
  for (const Attribution& attribution : anthology.attributions) {
    const bool is_of_work = attribution.is_picture && !attribution.work.empty();
    list.add(attribution_words(attribution, works),
             is_of_work ? ListSetter::Place::BelowEntry : ListSetter::Place::Outer);
  }
  return list.take();
}

}  // namespace garland
