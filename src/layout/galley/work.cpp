// A whole article: how it opens, its text, its notes.
#include <set>
#include <string>

#include "layout/galley/blocks.h"

namespace garland {
namespace {

void set_title(Setter& setter, const Frame& frame) {
  const Work& work = *setter.work();
  const Metadata& metadata = work.document.metadata;
  Inlines title = metadata.title.value;
  if (collapse_spaces(plain_text(title)).empty()) {
    title = make_text(std::string(setter.anthology().words["untitled"]));
  }
  setter.open_page();
  setter.ask_space(setter.theme().title_sinkage);
  setter.add_anchor(setter.anchor_name(""));
  setter.add_outline(collapse_spaces(plain_text(title)), setter.anchor_name(""),
                     setter.outline_level);
  set_words(setter, title, TextRole::WorkTitle, heading_type(setter.title_level), frame);
  setter.keep_with_next();
  if (!metadata.subtitle.value.empty()) {
    set_words(setter, metadata.subtitle.value, TextRole::WorkSubtitle, StructureType::P, frame);
    setter.keep_with_next();
  }
}

// "Originally published in Publication, 12 March 2025."
Inlines source_line(const Anthology& anthology, const Metadata& metadata) {
  const std::string date = anthology.words.date(metadata.date.value);
  const std::string& publication = metadata.publication.value;
  Inlines line;
  const auto add = [&line](const std::string& words) {
    for (Inline& node : make_text(words)) line.push_back(std::move(node));
  };
  if (!publication.empty()) {
    add(std::string(anthology.words["originally-published-in"]) + " ");
    line.push_back({Emphasis{make_text(publication)}, {}, {}});
    if (!date.empty()) add(", " + date);
  } else if (!date.empty()) {
    add(date);
  }
  return line;
}

void set_opening(Setter& setter, const Frame& frame) {
  const Metadata& metadata = setter.work()->document.metadata;
  set_title(setter, frame);
  const std::string names = byline(metadata, setter.anthology().words);
  if (!names.empty()) {
    set_words(setter, make_text(names), TextRole::Byline, StructureType::P, frame);
    setter.keep_with_next();
  }
  const Inlines source = source_line(setter.anthology(), metadata);
  if (!source.empty()) {
    set_words(setter, source, TextRole::SourceLine, StructureType::P, frame);
    setter.keep_with_next();
  }
  setter.ask_space(setter.style(TextRole::Body, frame).leading * 2);
  setter.is_lead = true;
}

}  // namespace

void set_work(Setter& setter, int title_level, int outline_level) {
  const Document& document = setter.work()->document;
  const Frame frame = setter.page_frame();
  setter.title_level = setter.last_level = title_level;
  setter.outline_level = outline_level;
  setter.node(0).title = collapse_spaces(plain_text(document.metadata.title.value));
  if (frame.language != setter.anthology().metadata.language) {
    setter.node(0).language = frame.language;
  }
  set_opening(setter, frame);
  set_pending_notes(setter);
  for (const Block& block : document.blocks) {
    const Block* before = &block == &document.blocks.front() ? nullptr : &block - 1;
    set_block(setter, block, before, frame);
    set_pending_notes(setter);
  }
}

}  // namespace garland
