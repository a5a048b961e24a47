#include "passes/adopt_title.h"

#include <algorithm>
#include <optional>
#include <string>

#include "document/walk.h"
#include "passes/inline_tools.h"

namespace garland {
namespace {

// A title is printed once by the site and once by the article, at times by a menu too. What stands
// more often belongs to the text.
constexpr int kMostRepetitions = 3;

// Where a block stands: the list that holds it and its index.
struct Place {
  Blocks* list = nullptr;
  std::size_t index = 0;
  Block& block() const { return (*list)[index]; }
};

bool is_picture(const Block& block) {
  const auto* paragraph = block.as<Paragraph>();
  return block.as<Figure>() != nullptr || (paragraph != nullptr && paragraph->inlines.size() == 1 &&
                                           paragraph->inlines.front().as<Image>() != nullptr);
}

// The first block that says something, inside plain divisions too.
std::optional<Place> opening(Blocks& blocks) {
  for (std::size_t index = 0; index < blocks.size(); ++index) {
    if (blocks[index].as<Dropped>() != nullptr || is_picture(blocks[index])) continue;
    auto* division = blocks[index].as<Division>();
    if (division == nullptr || division->role != Division::Role::None) {
      return Place{&blocks, index};
    }
    if (std::optional<Place> inner = opening(division->blocks)) return inner;
  }
  return std::nullopt;
}

const Inlines* inlines_of(const Block& block) {
  if (const auto* heading = block.as<Heading>()) return &heading->inlines;
  if (const auto* paragraph = block.as<Paragraph>()) return &paragraph->inlines;
  return nullptr;
}

// The heading's level is the highest of the body, and it alone has it.
bool is_sole_of_its_level(const Heading& candidate, const Document& document) {
  int count = 0;
  query(document.blocks, [&](const Block& block) {
    const auto* heading = block.as<Heading>();
    if (heading != nullptr && heading->level <= candidate.level) ++count;
  });
  return count == 1;
}

// Note marks cannot stand in a title, which is printed in many places.
Inlines take_note_marks(Inlines& inlines) {
  Inlines marks;
  walk(inlines, [&marks](Inlines& list) {
    const auto is_mark = [](const Inline& node) { return node.as<NoteReference>() != nullptr; };
    const auto kept = std::stable_partition(list.begin(), list.end(),
                                            [&](const Inline& node) { return !is_mark(node); });
    marks.insert(marks.end(), std::make_move_iterator(kept), std::make_move_iterator(list.end()));
    list.erase(kept, list.end());
  });
  return marks;
}

// Nor can links: the words stay, and the first address gives the article's own where none is known
// ("# [The Sea](https://…)" is how sites link a title to its page).
void unwrap_links(Inlines& inlines, SourceRange range, Metadata& metadata) {
  walk(inlines, [&](Inline& node) {
    auto* link = node.as<Link>();
    if (link == nullptr) return;
    if (!metadata.url.is_set() && link->target.url.rfind("http", 0) == 0) {
      metadata.url = {link->target.url, Origin::Inferred, "the title links to it", range};
    }
    Inlines words = std::move(link->inlines);
    node.content = Span{std::move(words)};
  });
}

template <typename Kind>
bool holds(const Inlines& inlines) {
  bool found = false;
  query(inlines, [&found](const Inline& node) { found |= node.as<Kind>() != nullptr; });
  return found;
}

Paragraph* first_paragraph(Blocks& blocks, std::size_t from) {
  for (std::size_t index = from; index < blocks.size(); ++index) {
    if (auto* paragraph = blocks[index].as<Paragraph>()) return paragraph;
  }
  return nullptr;
}

// Takes the block out of the body; its identifier goes to the block behind it, so that links still
// arrive, and its note marks to the end of the first paragraph.
Inlines take_out(Document& document, const Place& place) {
  Block block = std::move(place.block());
  Inlines inlines = block.as<Heading>() != nullptr ? std::move(block.as<Heading>()->inlines)
                                                   : std::move(block.as<Paragraph>()->inlines);
  unwrap_links(inlines, block.range, document.metadata);
  Blocks& list = *place.list;
  list.erase(list.begin() + static_cast<std::ptrdiff_t>(place.index));
  if (place.index < list.size() && list[place.index].attributes.id.empty()) {
    list[place.index].attributes.id = block.attributes.id;
  }
  Inlines marks = take_note_marks(inlines);
  if (!marks.empty()) {
    Paragraph* paragraph = first_paragraph(list, place.index);
    paragraph->inlines.insert(paragraph->inlines.end(), marks.begin(), marks.end());
    document.inferences.push_back(
        {block.range, "note", "its mark stood in the title and moves to the first paragraph"});
  }
  return inlines;
}

bool can_leave(const Place& place) {
  const Inlines* inlines = inlines_of(place.block());
  if (holds<Image>(*inlines)) return false;
  return !holds<NoteReference>(*inlines) ||
         first_paragraph(*place.list, place.index + 1) != nullptr;
}

bool has_marks(const Inlines& inlines) {
  return std::any_of(inlines.begin(), inlines.end(),
                     [](const Inline& node) { return node.as<Text>() == nullptr; });
}

// Divisions that held nothing but the title go with it.
void drop_hollow_divisions(Blocks& blocks) {
  for (Block& block : blocks) {
    if (auto* division = block.as<Division>()) drop_hollow_divisions(division->blocks);
  }
  blocks.erase(std::remove_if(blocks.begin(), blocks.end(),
                              [](const Block& block) {
                                const auto* division = block.as<Division>();
                                return division != nullptr && division->blocks.empty() &&
                                       block.attributes.id.empty();
                              }),
               blocks.end());
}

void adopt(Document& document, const Place& place) {
  const SourceRange range = place.block().range;
  const std::string rule = "opens the text as its only heading of the highest level";
  Inlines inlines = take_out(document, place);
  merge_texts(inlines);
  document.metadata.title = {std::move(inlines), Origin::Inferred, rule, range};
  document.inferences.push_back({range, "title", rule});
}

// Takes out an opening block that repeats `field`. The copy with emphasis is the better one.
bool take_repetition(Document& document, Sourced<Inlines>& field, const std::string& name) {
  const std::optional<Place> place = opening(document.blocks);
  if (!place || !field.is_set()) return false;
  const Inlines* inlines = inlines_of(place->block());
  const std::string wanted = comparable(plain_text(field.value));
  if (inlines == nullptr || wanted.empty() || !can_leave(*place) ||
      comparable(plain_text(*inlines)) != wanted) {
    return false;
  }
  const SourceRange range = place->block().range;
  Inlines copy = take_out(document, *place);
  if (!has_marks(field.value) && plain_text(copy) == plain_text(field.value)) {
    field.value = std::move(copy);
  }
  document.inferences.push_back({range, name, "repeats the " + name + " and is printed once"});
  return true;
}

}  // namespace

void adopt_title(Document& document, Diagnostics& /*diagnostics*/) {
  Metadata& metadata = document.metadata;
  if (!metadata.title.is_set()) {
    const std::optional<Place> place = opening(document.blocks);
    const auto* heading = place ? place->block().as<Heading>() : nullptr;
    if (heading != nullptr && is_sole_of_its_level(*heading, document) && can_leave(*place)) {
      adopt(document, *place);
    }
  }
  for (int i = 0; i < kMostRepetitions && take_repetition(document, metadata.title, "title"); ++i) {
  }
  for (int i = 0; i < kMostRepetitions && take_repetition(document, metadata.subtitle, "subtitle");
       ++i) {
  }
  drop_hollow_divisions(document.blocks);
}

}  // namespace garland
