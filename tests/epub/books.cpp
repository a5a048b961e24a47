#include "epub/books.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/hash.h"
#include "support/tree.h"

namespace garland::test {
namespace {

using tree::blocks;
using tree::heading;
using tree::inlines;
using tree::item;
using tree::mark;
using tree::paragraph;
using tree::with_id;

template <typename Content>
Inline inline_of(Content content) {
  return {std::move(content), {}, {}};
}

template <typename Content>
Block block_of(Content content) {
  return {std::move(content), {}, {}};
}

template <typename Node>
Node in_language(Node node, std::string language) {
  node.attributes.language = std::move(language);
  return node;
}

void set_title(Metadata& metadata, std::string title) {
  metadata.title = {make_text(std::move(title)), Origin::FrontMatter, "", {}};
}

Inline link_inside(std::string work, std::string anchor, std::string text) {
  Link link{{LinkTarget::Kind::Internal, "", std::move(work), std::move(anchor)},
            "",
            make_text(std::move(text))};
  return inline_of(std::move(link));
}

Inline link_outside(std::string url, std::string text) {
  return inline_of(
      Link{{LinkTarget::Kind::External, std::move(url), "", ""}, "", make_text(std::move(text))});
}

Inline shown(const Picture& picture, std::string alternative) {
  return inline_of(Image{picture.path, picture.id, "A title", std::move(alternative), ""});
}

Block inline_kinds(const Picture& picture) {
  return paragraph(
      "Markup <b> & \"quotes\" and ]]> and \x01 controls, ", tree::emphasis("emphasis"), " ",
      tree::strong("strong"), " ", inline_of(SmallCapitals{inlines("Small Capitals")}), " ",
      inline_of(Strike{inlines("struck")}), " ", inline_of(Underline{inlines("underlined")}),
      inline_of(SoftBreak{}), "H", inline_of(Subscript{inlines("2")}), "O, 1",
      inline_of(Superscript{inlines("st")}), ", ", inline_of(Quotation{inlines("quoted")}), ", ",
      inline_of(Code{"int main() { return a < b; }"}), inline_of(LineBreak{}),
      inline_of(Math{Math::Kind::Inline, "a^2 < b"}), " ", shown(picture, "a grey square"), " ",
      inline_of(Citation{{}, Citation::Form::Parenthetical, inlines("(Roe 1999)")}), " ",
      with_id(in_language(tree::span("des mots français"), "fr"), "french"), " ",
      in_language(tree::span("كلمات عربية"), "ar"), ".");
}

Block link_kinds() {
  return paragraph(
      link_outside("https://example.org/a b?q=1&r=[2]#frag#two", "outside"), ", ",
      link_outside("mailto:jane@example.org", "mail"), ", ",
      link_outside("javascript:alert(1)", "script"), ", ", link_outside("http:///x", "no host"),
      ", ", link_outside("https://bücher.example/straße", "other letters"), ", ",
      link_inside("stress", "sea-2", "inside"), ", ", link_inside("other", "", "the other"), ", ",
      link_inside("gone", "x", "gone"), ", ",
      inline_of(Link{{LinkTarget::Kind::Broken, "nowhere.md", "", ""}, "", inlines("broken")}),
      ", ",
      inline_of(Link{{LinkTarget::Kind::External, "https://example.org", "", ""},
                     "with a note",
                     inlines("a link with a note", mark("one"))}),
      ".");
}

Block lists() {
  List ordered;
  ordered.kind = List::Kind::Ordered;
  ordered.style = List::Style::LowerRoman;
  ordered.start = 4;
  ordered.is_tight = false;
  ordered.items.push_back(item(paragraph("fourth"), paragraph("more of it")));
  List tasks;
  tasks.items.push_back({ListItem::Task::Done, blocks(paragraph("done")), {}});
  tasks.items.push_back({ListItem::Task::Open, blocks(paragraph("to do")), {}});
  return tree::bullets(item(paragraph("one"), block_of(std::move(ordered))),
                       item(block_of(std::move(tasks))), item());
}

Block definitions() {
  DefinitionList list;
  list.items.push_back(
      {inlines("Tide"), {blocks(paragraph("What comes.")), blocks(paragraph("What goes."))}});
  list.items.push_back({inlines("Undefined"), {}});
  return block_of(std::move(list));
}

Block verse() {
  Verse verse;
  verse.stanzas.push_back({{0, inlines("The tide, that turns and turns again,")},
                           {2, inlines("a long line that has to hang when it is turned over, for "
                                       "it is far wider than any telephone is,")}});
  verse.stanzas.push_back({{40, inlines("and never", inline_of(LineBreak{}), "stays.")}});
  return block_of(std::move(verse));
}

TableCell cell(std::string text) { return {blocks(paragraph(std::move(text))), {}, 1, 1, false}; }

Block table() {
  Table table;
  table.columns = {Alignment::Left, Alignment::Center, Alignment::Right};
  table.caption = blocks(paragraph("Heights of the tide"));
  table.head.push_back({{cell("Port"), cell("Neap"), cell("Spring")}});
  table.head.back().cells.front().blocks.push_back(heading(3, "A heading in a header"));
  TableCell row_head = cell("Brest");
  row_head.is_header = true;
  TableCell wide = cell("both");
  wide.column_span = 2;
  table.body.push_back({{row_head, cell("2.8 m"), cell("6.1 m")}});
  table.body.push_back({{cell("Saint-Malo"), wide}});
  table.body.push_back({{cell("Leer"), {}, {}}});
  return block_of(std::move(table));
}

Block figure(const Picture& picture) {
  Figure figure;
  figure.blocks = blocks(paragraph(shown(picture, "a grey square")));
  figure.caption = blocks(paragraph("The harbour at low water."));
  figure.credit = inlines("Photograph: Jane Roe");
  return with_id(block_of(std::move(figure)), "fig-1");
}

Block missing_figure() {
  Figure figure;
  figure.blocks = blocks(paragraph(tree::image("https://example.org/pier at dusk.jpg", "A pier")));
  figure.caption = blocks(paragraph("The pier."));
  return block_of(std::move(figure));
}

Block division(Division::Role role, Blocks members) {
  return block_of(Division{role, std::move(members)});
}

Block said_by(std::string words, std::string who) {
  return block_of(BlockQuotation{blocks(paragraph(std::move(words))), make_text(std::move(who))});
}

Blocks stress_blocks(const Picture& picture) {
  return blocks(
      division(Division::Role::Epigraph, blocks(said_by("Time and tide.", "A proverb"))),
      division(Division::Role::Dedication, blocks(paragraph("For those ashore."))),
      division(Division::Role::Abstract, blocks(paragraph("What this is about."))),
      inline_kinds(picture), link_kinds(), with_id(heading(2, "The sea", mark("one")), "sea"),
      paragraph("First", mark("one"), " and second", mark("two"), "."),
      with_id(heading(5, "Deeper <&>"), "sea-2"), lists(), definitions(),
      tree::quotation(paragraph("Quoted."), heading(1, "A heading quoted")),
      with_id(heading(1, "Forms"), "forms"), with_id(heading(1, "Same id"), "forms"), verse(),
      block_of(CodeBlock{"for (;;) {\n  wait(1 < 2 && true);\n}\n", "c++ lines"}), table(),
      figure(picture), missing_figure(), paragraph(tree::image("lost.png", "")),
      block_of(ThematicBreak{}), block_of(MathBlock{"\\sum_{i<n} i"}),
      block_of(Callout{"tip", inlines("A tip"), blocks(paragraph("Mind the gap."))}),
      block_of(Callout{"warning", {}, blocks(paragraph("Mind the tide."))}),
      block_of(Dropped{"Log in", "log-in box"}), division(Division::Role::None, {}),
      division(Division::Role::AuthorNote, blocks(paragraph("Jane Roe lives by the sea."))),
      division(Division::Role::References,
               blocks(heading(1, "References"), paragraph("Roe, J. 1999. Tides."))),
      division(Division::Role::Credits, blocks(paragraph("Thanks to all."))));
}

Work stress_work(const Picture& picture) {
  Work work = plain_work("stress", "Tides & <currents> \"of\" the ’sea’");
  Metadata& metadata = work.document.metadata;
  metadata.subtitle = {
      inlines("With ", tree::emphasis("all"), " kinds"), Origin::FrontMatter, "", {}};
  metadata.publication = {"The Tidal Review", Origin::FrontMatter, "", {}};
  metadata.url = {"https://example.org/tides?a=1&b=2", Origin::FrontMatter, "", {}};
  metadata.date = {{2024, 3, 1, ""}, Origin::FrontMatter, "", {}};
  work.document.blocks = stress_blocks(picture);
  work.document.notes = {
      tree::note("one", paragraph("The first note, which cites the second", mark("two"), ".")),
      tree::note("two", block_of(CodeBlock{"no paragraph\n", ""}), paragraph("after it")),
      tree::note("unused", paragraph("A note that nothing leads to."))};
  int number = 0;
  for (Note& note : work.document.notes) {
    note.number = ++number;
    note.id = "note-" + std::to_string(number);
  }
  return work;
}

Work arabic_work() {
  Work work = plain_work("عربي", "المد والجزر");
  work.document.metadata.language = {"ar", Origin::FrontMatter, "", {}};
  work.document.blocks = blocks(with_id(heading(1, "مقدمة"), "مقدمة"),
                                paragraph("نص ", in_language(tree::span("Latin words"), "en"), " ",
                                          link_inside("stress", "french", "رابط"), "."));
  return work;
}

Attribution attribution(std::string work, std::string title, bool is_picture) {
  return {std::move(work), is_picture, make_text(std::move(title)),
          inlines("Jane Roe, 2024. ", link_outside("https://example.org/", "Source"), ".")};
}

}  // namespace

Picture small_picture(std::uint8_t shade) {
  Pixels pixels;
  pixels.width_px = 40;
  pixels.height_px = 30;
  pixels.channels = 1;
  pixels.samples.assign(40 * 30, shade);
  const Result<std::string> bytes = encode_png(pixels);
  REQUIRE(bytes);
  const Result<Picture> picture = load_picture(*bytes, "grey.png");
  REQUIRE(picture);
  return *picture;
}

Work plain_work(std::string id, std::string title) {
  Work work;
  work.id = std::move(id);
  set_title(work.document.metadata, std::move(title));
  work.document.metadata.contributors = {
      {{"Jane Roe", "Roe", "Jane", "", Role::Author}}, Origin::FrontMatter, "", {}};
  return work;
}

Anthology book_of(std::vector<Work> works) {
  Anthology book;
  book.metadata.title = "Tides";
  book.metadata.language = "en";
  book.metadata.identifier = "urn:uuid:6ba7b810-9dad-41d1-80b4-00c04fd430c8";
  book.metadata.modified = "2025-03-19T00:00:00Z";
  book.parts.push_back({"", "", std::nullopt, std::move(works)});
  return book;
}

Anthology stress_book() {
  const Picture picture = small_picture(128);
  Anthology book = book_of({});
  book.metadata.subtitle = "A reader & more <of it>";
  book.metadata.editors = {{"John Poe", "Poe", "John", "", Role::Editor},
                           {"The Tidal Society", "", "", "", Role::Editor}};
  book.metadata.publisher = "Shore Press";
  book.metadata.date = {2025, 3, 0, ""};
  book.metadata.edition = "Second edition";
  book.metadata.rights = "© 2025 the authors";
  book.metadata.description = "Essays on the sea.";
  book.metadata.subjects = {"Tides", "Sea & shore"};
  book.introduction = plain_work("introduction", "Introduction");
  book.introduction->document.blocks = blocks(paragraph("Welcome."));
  book.parts.clear();
  Part first{"part-ebb", "Ebb", plain_work("ebb", "On the ebb"), {}};
  first.works = {stress_work(picture), arabic_work()};
  Part second{"part-flow", "Flow", std::nullopt, {plain_work("other", "")}};
  book.parts = {std::move(first), std::move(second)};
  book.references = {
      {inlines("Roe, Jane. ", tree::emphasis("Tides"), ". 1999."), {"stress", "عربي", "unknown"}},
      {inlines("Poe, John. ", tree::emphasis("Ebbs"), ". 2003."), {}}};
  book.attributions = {attribution("", "The end paper", true),
                       attribution("stress", "Tides & <currents>", false),
                       attribution("stress", "The harbour", true),
                       attribution("", "The pier", true),
                       attribution("عربي", "المد والجزر", false),
                       attribution("other", "", false)};
  book.pictures = {picture};
  return book;
}

Anthology colliding_book(int count) {
  std::vector<Work> works;
  for (int i = 1; i <= count; ++i) {
    const std::string number = std::to_string(i);
    Work work = plain_work("work-" + number, "Title " + number);
    work.document.metadata.contributors.value.front().name = "Author " + number;
    work.document.metadata.language = {i % 2 == 0 ? "fr" : "de", Origin::FrontMatter, "", {}};
    const std::string next = "work-" + std::to_string(i % count + 1);
    work.document.blocks = blocks(with_id(heading(1, "Introduction"), "introduction"),
                                  paragraph("Text of ", number, mark("1"),
                                            link_inside("work-" + number, "introduction", "up"),
                                            link_inside(next, "introduction", "next")));
    work.document.notes = {tree::note("1", paragraph("Note of ", number))};
    work.document.notes.front().number = 1;
    work.document.notes.front().id = "note-1";
    works.push_back(std::move(work));
  }
  return book_of(std::move(works));
}

Theme reader_theme() {
  Diagnostics diagnostics;
  const Result<Theme> theme =
      load_theme("reader", std::filesystem::path(GARLAND_ROOT) / "styles", Value(), diagnostics);
  REQUIRE(theme);
  return *theme;
}

}  // namespace garland::test
