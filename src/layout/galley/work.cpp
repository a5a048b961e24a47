// A whole article: how it opens, its text, its notes.
#include <iterator>
#include <string>
#include <utility>

#include "book/opening.h"
#include "book/source_line.h"
#include "layout/galley/addresses.h"
#include "layout/galley/blocks.h"
#include "layout/galley/labels.h"

namespace garland {
namespace {

void append(Inlines& line, Inlines words) {
  std::move(words.begin(), words.end(), std::back_inserter(line));
}

// Its title, or the word for none: before what it has instead of words, as a note's mark.
Inlines shown_title(const Inlines& title, const Words& words) {
  if (!collapse_spaces(plain_text(title)).empty()) return title;
  Inlines shown = make_text(std::string(words["untitled"]));
  append(shown, title);
  return shown;
}

void set_title(Setter& setter, const Frame& frame) {
  const Work& work = *setter.work();
  const Metadata& metadata = work.document.metadata;
  const Inlines title = shown_title(metadata.title.value, setter.anthology().words);
  setter.set_range(metadata.title.range);
  setter.open_page();
  setter.ask_space(setter.theme().title_sinkage);
  setter.add_anchor(setter.anchor_name(""));
  setter.add_outline(collapse_spaces(plain_text(title)), setter.anchor_name(""),
                     setter.outline_level);
  set_words(setter, title, TextRole::WorkTitle, next_heading(setter, setter.title_level), frame);
  setter.keep_with_next();
  if (!metadata.subtitle.value.empty()) {
    set_words(setter, metadata.subtitle.value, TextRole::WorkSubtitle, StructureType::P, frame);
    setter.keep_with_next();
  }
}

// The place as the way to it: a publication's name is set off.
Inline source_place(const SourceLine& source) {
  Inlines words = make_text(source.place);
  if (source.is_publication) words = {{Emphasis{std::move(words)}, {}, {}}};
  if (source.address.empty()) return {Span{std::move(words)}, {}, {}};
  Link link;
  link.target.kind = LinkTarget::Kind::External;
  link.target.url = source.address;
  link.inlines = std::move(words);
  return {std::move(link), {}, {}};
}

// "Originally published in Publication, 12 March 2025".
Inlines source_words(const SourceLine& source) {
  Inlines line;
  if (!source.place.empty()) {
    append(line, make_text(source.lead + " "));
    line.push_back(source_place(source));
  }
  if (!source.date.empty()) append(line, make_text((line.empty() ? "" : ", ") + source.date));
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
  const SourceLine source = source_line(metadata, setter.anthology().words);
  if (!source.empty()) {
    set_words(setter, source_words(source), TextRole::SourceLine, StructureType::P, frame);
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
  setter.node(0).title = short_label(collapse_spaces(plain_text(document.metadata.title.value)));
  if (frame.language != setter.anthology().metadata.language) {
    setter.node(0).language = frame.language;
  }
  const Direction around = direction_of_language(setter.anthology().metadata.language);
  if (frame.direction != around) setter.node(0).direction = frame.direction;
  setter.set_across([&](const Frame& across) { set_opening(setter, across); });
  setter.opening = opening_paragraph(document);
  set_pending_notes(setter);
  const Block* before = nullptr;
  for (const Block& block : document.blocks) {
    set_block(setter, block, before, frame);
    set_pending_notes(setter);
    if (block.as<Dropped>() == nullptr) before = &block;
  }
  set_addresses(setter, frame);
}

}  // namespace garland
