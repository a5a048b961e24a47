// Trees of every kind for property tests, the same ones in every run.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "support/tree.h"

namespace garland::tree {

// Gives one document a seed; texts, marks and identifiers are chosen to get in the passes' way.
class TreeMaker {
 public:
  explicit TreeMaker(unsigned seed) : random_(seed) {}

  Document document() {
    Document made;
    made.blocks = block_list(0);
    for (const char* label : {"a", "b", "c", "d"}) {
      if (below(2) == 0) made.notes.push_back(note(label, paragraph(inline_list(0))));
    }
    if (below(2) == 0) made.metadata.title = {inlines("sea"), Origin::FrontMatter, "", {}};
    if (below(3) == 0) made.blocks.push_back(paragraph("Originally published in Waves."));
    return made;
  }

 private:
  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
  std::string word() {
    static const std::vector<std::string> kWords = {"sea", "wave", "— Roe", "Sea.",
                                                    "",    " ",    "ship"};
    return kWords[below(7)];
  }

  Inlines inline_list(int depth) {
    Inlines list;
    for (unsigned count = below(4); count > 0; --count) list.push_back(inline_node(depth));
    return list;
  }

  Inline inline_node(int depth) {
    switch (below(depth > 3 ? 5 : 9)) {
      case 0:
        return mark(std::string(1, static_cast<char>('a' + below(5))));
      case 1:
        return {SoftBreak{}, {}, {}};
      case 2:
        return image("a.png", "sea");
      case 3:
        return {LineBreak{}, {}, {}};
      case 5:
        return emphasis(inline_list(depth + 1));
      case 6:
        return with_id(span(inline_list(depth + 1)), below(2) == 0 ? "" : "x y");
      case 7:
        return strong(inline_list(depth + 1));
      case 8:
        return link(below(2) == 0 ? "#sea" : "https://example.org/");
      default:
        return {Text{word()}, {}, {}};
    }
  }

  Blocks block_list(int depth) {
    Blocks list;
    for (unsigned count = 1 + below(5); count > 0; --count) list.push_back(block(depth));
    return list;
  }

  Block block(int depth) {
    switch (below(depth > 3 ? 5 : 10)) {
      case 0:
        return heading(1 + static_cast<int>(below(6)), inline_list(0));
      case 1:
        return {ThematicBreak{}, {}, {}};
      case 2:
        return {CodeBlock{below(2) == 0 ? "" : "code\n", ""}, {}, {}};
      case 5:
        return quotation_of(depth);
      case 6:
        return bullets(item(block(depth + 1)), ListItem{}, item(block(depth + 1)));
      case 7:
        return {Division{Division::Role::None, block_list(depth + 1)}, {}, {}};
      case 8:
        return {Figure{block_list(depth + 1), {}, inline_list(0)}, {}, {}};
      case 9:
        return {Callout{"note", inline_list(0), block_list(depth + 1)}, {}, {}};
      default:
        return paragraph(inline_list(0));
    }
  }

  Block quotation_of(int depth) {
    Block made = quotation();
    made.as<BlockQuotation>()->blocks = block_list(depth + 1);
    return made;
  }

  std::mt19937 random_;  // its sequence is fixed by the standard
};

// One document that holds every kind of block and inline, and everything else a Document has.
inline Document every_kind() {
  Document document;
  document.path = "part/every.md";
  document.format = "markdown";
  Metadata& metadata = document.metadata;
  metadata.title = {inlines("Every ", emphasis("kind")), Origin::FrontMatter, "",
                    SourceRange::at(2, 8)};
  metadata.contributors = {{{"Jane Roe", "Roe", "Jane", "0000-0001", Role::Author},
                            {"Ann Lee", "Lee", "Ann", "", Role::Translator}},
                           Origin::Inferred,
                           "byline",
                           {}};
  metadata.date = {{2025, 3, 0, "March 2025"}, Origin::Description, "", {}};
  metadata.subjects = {{"sea", "waves"}, Origin::FrontMatter, "", {}};
  metadata.language = {"en-GB", Origin::FrontMatter, "", {}};
  metadata.url = {"https://example.org/?a=1&b=\"2\"", Origin::FrontMatter, "", {}};
  metadata.hero_image = {"sea.png", Origin::FrontMatter, "", {}};

  Citation citation;
  citation.items = {{"roe99", "see", "p. 3", true}, {"poe00", "", "", false}};
  citation.rendered = inlines("(Roe 1999)");
  Inline quoted = with_id(span("words"), "here");
  quoted.attributes.language = "fr";
  quoted.attributes.classes = {"a", "b"};
  quoted.attributes.pairs = {{"key", "value \"x\""}};
  document.blocks = blocks(
      on_line(with_id(heading(2, "The <Sea>"), "sea"), 5),
      paragraph("one  two", Inline{SoftBreak{}, {}, {}}, "three", Inline{LineBreak{}, {}, {}},
                emphasis("e", strong("s")), Inline{SmallCapitals{inlines("sc")}, {}, {}},
                Inline{Strike{inlines("st")}, {}, {}}, Inline{Underline{inlines("u")}, {}, {}},
                Inline{Superscript{inlines("2")}, {}, {}}, Inline{Subscript{inlines("3")}, {}, {}},
                Inline{Quotation{inlines("q")}, {}, {}}, Inline{Code{"x < y"}, {}, {}},
                Inline{Math{Math::Kind::Inline, "a^2"}, {}, {}}, link("#sea", "see"),
                image("a b.png", "a \"cat\""), mark("n"), mark("n"), mark("missing"),
                Inline{citation, {}, {}}, quoted),
      quotation(paragraph("They rise.")),
      bullets(item(paragraph("a"), bullets(item(paragraph("b"))))));
  document.blocks[2].as<BlockQuotation>()->attribution = inlines("Jane Roe");

  List ordered;
  ordered.kind = List::Kind::Ordered;
  ordered.style = List::Style::LowerRoman;
  ordered.start = 3;
  ordered.is_tight = false;
  ordered.items = {{ListItem::Task::Done, blocks(paragraph("done")), SourceRange::at(9, 1)},
                   {ListItem::Task::Open, {}, {}}};
  DefinitionList definitions;
  definitions.items = {{inlines("term"), {blocks(paragraph("one")), blocks(paragraph("two"))}}};
  Verse verse;
  verse.stanzas = {{{0, inlines("one")}, {2, inlines("two")}}, {{0, inlines("three")}}};
  Table table;
  table.columns = {Alignment::Left, Alignment::Default};
  table.head = {{{TableCell{blocks(paragraph("h")), Alignment::Center, 1, 2, true}}}};
  table.body = {
      {{TableCell{blocks(paragraph("c")), Alignment::Default, 1, 1, false}, TableCell{}}}};
  table.caption = blocks(paragraph("caption"));
  Figure figure{blocks(paragraph(image("b.png", "alt"))), blocks(paragraph("cap")), inlines("me")};
  Figure plain{blocks(paragraph(image("c.png", "alt"))), blocks(paragraph("cap")), {}};
  for (Block block :
       {Block{ordered, {}, {}}, Block{definitions, {}, {}}, Block{verse, {}, {}},
        Block{CodeBlock{"int x;\n", "cpp"}, {}, {}}, Block{table, {}, {}}, Block{figure, {}, {}},
        Block{plain, {}, {}}, Block{ThematicBreak{}, {}, {}}, Block{MathBlock{"x = y"}, {}, {}},
        Block{Callout{"warning", inlines("Mind"), blocks(paragraph("c"))}, {}, {}},
        Block{Division{Division::Role::Epigraph, blocks(paragraph("d"))}, {}, {}},
        on_line(Block{Dropped{"Log in\nnow", "log-in box"}, {}, {}}, 30)}) {
    document.blocks.push_back(std::move(block));
  }
  document.notes = {note("n", paragraph("the note", mark("n"))), note("lost", paragraph("lost"))};
  document.notes[0].id = "note-n";
  document.references = {{"roe99",
                          "book",
                          {{"title", "Sea"}, {"issued", "1999"}},
                          {{"Jane Roe", "Roe", "Jane", "", Role::Author}},
                          {},
                          {}}};
  document.bibliography_files = {"library.bib"};
  document.inferences = {{SourceRange::lines(5, 6), "heading", "short line"}};
  return document;
}

}  // namespace garland::tree
