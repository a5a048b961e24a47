// Every word that a page shows is in the document that is made of it.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <string>
#include <utility>

#include "base/contains.h"
#include "base/value.h"
#include "document/walk.h"
#include "readers/html/parse.h"
#include "readers/lost_words.h"
#include "readers/reading.h"
#include "support/shared_data.h"

using namespace garland;
using namespace garland::test;

namespace {

// What a browser shows the words of, where it may. What only a program reads of a formula is none.
bool shows_words(const Markup& node) {
  constexpr auto kNever = std::to_array<std::string_view>(
      {"annotation", "annotation-xml", "head", "script", "style", "template"});
  return !contains(kNever, node.name);
}

// The mark of a note becomes a label that is the tree's own.
bool is_note_mark(const Markup& node) {
  constexpr std::size_t kLongestMark = 4;
  return node.is("a") && node.attribute("href").starts_with('#') &&
         text_of(node).size() <= kLongestMark;
}

void append_shown(const Markup& node, std::string& text) {
  if (node.is_text()) text += node.text;
  if (node.kind != Markup::Kind::Element || !shows_words(node)) return;
  if (is_note_mark(node)) return;
  const bool is_apart = node.is("br") || node.has_attribute("style") || is_block_element(node.name);
  if (is_apart) text += ' ';
  for (const Markup& child : node.children) append_shown(child, text);
  if (is_apart) text += ' ';
}

std::string shown_by(std::string_view html) {
  std::string text;
  append_shown(parse_html_page(html, [](std::size_t) { return SourceRange(); }), text);
  return text;
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::string lost_of(const std::string& html) {
  return lost_words(shown_by(html), read_as_html(html).document);
}

}  // namespace

TEST_CASE("what shows no words stays where the page's notes are taken out") {
  const std::string html =
      "<article><h1>Salt</h1><p>It is white.<a href='#n' id='r'>1</a> It is dear.</p>"
      "<div><video src=film.mp4></video></div><h2>Notes</h2><ol>"
      "<li id=n>1.\nBut not always. <a href='#r'>back</a></li></ol></article>";
  const std::string tree = dump(read_as_html(html).document);
  CHECK(tree.find("film.mp4") != std::string::npos);
  CHECK(tree.find("heading of the notes") != std::string::npos);
  CHECK(tree.find("\"But not always.") != std::string::npos);
  CHECK(tree.find("list") == std::string::npos);
}

TEST_CASE("every word that a saved page shows is in its tree, left out of it or known of it") {
  const auto folder = shared_path("data/webpages/pages");
  if (!folder) return;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    const std::string lost = lost_of(read_bytes(entry.path()));
    CHECK_MESSAGE(lost.empty(), entry.path().filename().string(), " lost: ", lost);
  }
}

TEST_CASE("no word is lost by how a page has it") {
  const std::pair<std::string, std::string> kPages[] = {
      {"marks nested too deep", "<p>a " + repeated("<b><i>", 40) +
                                    "deep <br>words <code>code</code> <a href=u>link</a> <img "
                                    "alt=picture src=p.png>"},
      {"a formula nested too deep", "<p><math>" + repeated("<mrow><mi>x</mi>", 90) + "<mi>inmost"},
      {"a formula with surplus parts",
       "<math><mfrac><mi>one</mi> <mi>two</mi> <mi>three</mi></mfrac> <mtable> <mi>loose</mi> "
       "<mtr><mi>cell</mi></mtr></mtable></math>"},
      {"a formula drawn beside its TeX",
       "<p>a <span class=MathJax>σ drawn</span><script type=math/tex>\\sigma</script> and "
       "<math alttext='\\lambda'><mi>λ</mi></math>"},
      {"a drawing", "<p>a <svg aria-label=called><title>Title</title><g><text>one</text><text>two"},
  };
  for (const auto& entry : kPages) {
    const std::string lost = lost_of(entry.second);
    CHECK_MESSAGE(lost.empty(), entry.first, " lost: ", lost);
  }
}

TEST_CASE("a figure's drawing keeps its style sheet, and is told to lack words of HTML") {
  const Reading reading = read_as_html(
      "<figure><svg><style>.a{fill:red}</style><rect class=a /><foreignObject><div>foreign words"
      "</div></foreignObject></svg><figcaption>Shown</figcaption></figure>");
  CHECK(reading.has("drawing-left-out"));
  bool has_style = false;
  bool has_record = false;
  query(reading.document, Visitors{[&](const Inline& node) {
                                     const auto* image = node.as<Image>();
                                     if (image == nullptr) return;
                                     has_style =
                                         image->target.find("fill%3Ared") != std::string::npos ||
                                         image->target.find("fill:red") != std::string::npos;
                                   },
                                   [&](const Block& node) {
                                     const auto* dropped = node.as<Dropped>();
                                     if (dropped != nullptr)
                                       has_record |= dropped->text == "foreign words";
                                   }});
  CHECK(has_style);
  CHECK(has_record);
}

TEST_CASE("the words of a drawing stand apart, with a warning") {
  const Reading reading = read_as_html("<p>a <svg><text>one</text><text>two</text></svg> b");
  CHECK(reading.has("drawing-left-out"));
  CHECK(body_of(reading.document).find("dropped \"one two\"") != std::string::npos);
}

TEST_CASE("marks nested too deep leave the words, with one warning") {
  const Reading reading = read_as_html("<p>" + repeated("<b>a <i>b ", 20));
  CHECK(reading.has("nested-too-deep"));
  CHECK(reading.diagnostics.items().size() == 1);
}

TEST_CASE("formulas as programs drew them are one record of the page") {
  const Reading reading = read_as_html(
      "<p>a <span class=MathJax>x2</span><script type=math/tex>x^2</script>"
      "<p>b <span class=MathJax>y2</span><script type=math/tex>y^2</script>");
  CHECK(body_of(reading.document).find("dropped \"x2\\ny2\"") != std::string::npos);
}

TEST_CASE("every word of the inputs of html5lib's tests stays, inside an article or alone") {
  const auto folder = shared_path("data/html5lib-tests/tokenizer");
  if (!folder) return;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    const Result<Value> data = parse_json(read_bytes(entry.path()));
    if (!data.ok()) continue;  // some hold unpaired surrogates, which are no JSON
    const Value* tests = data->find("tests");
    if (tests == nullptr) continue;
    for (const Value& test : tests->list) {
      const Value* input = test.find("input");
      if (input == nullptr) continue;
      for (const std::string& html :
           {input->scalar, "<!DOCTYPE html><article><p>words " + input->scalar}) {
        const std::string lost = lost_of(html);
        CHECK_MESSAGE(lost.empty(), entry.path().filename().string(), ": ", html, " lost: ", lost);
      }
    }
  }
}
