// What gumbo is given of a page must give the tree of the whole page.
#include "readers/html/skeleton.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/source_lines.h"
#include "base/unicode.h"
#include "base/value.h"
#include "readers/html/parse.h"
#include "support/shared_data.h"

using namespace garland;
using namespace garland::test;
using garland::html::Detail;

namespace {

void append_tree(const Markup& node, std::string& shown) {
  const SourceRange& range = node.range;
  shown += "(" + node.name + "@" + std::to_string(range.begin_line) + ":" +
           std::to_string(range.begin_column) + "-" + std::to_string(range.end_line) + ":" +
           std::to_string(range.end_column);
  for (const auto& [name, value] : node.attributes) shown += " " + name + "=[" + value + "]";
  if (node.is_text()) shown += " \"" + node.text + "\"";
  for (const Markup& child : node.children) append_tree(child, shown);
  shown += ")\n";
}

std::string tree_of(std::string_view html, Detail detail) {
  const SourceLines lines(html, 1);
  std::string shown;
  append_tree(parse_html_page(
                  html, [&lines](std::size_t offset) { return lines.at_offset(offset); }, detail),
              shown);
  return shown;
}

std::size_t count_elements(const Markup& node) {
  std::size_t count = 1;
  for (const Markup& child : node.children) count += count_elements(child);
  return count;
}

std::string repeated(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

Markup page_of(std::string_view html, Detail detail) {
  return parse_html_page(
      html, [](std::size_t) { return SourceRange::at(1, 1); }, detail);
}

void check_same_tree(std::string_view bytes) {
  const std::string html = decode_text(bytes).text;
  const std::string whole = tree_of(html, Detail::Everything);
  const std::string short_one = tree_of(html, Detail::Shape);
  if (whole == short_one) return;
  const auto [left, right] =
      std::mismatch(whole.begin(), whole.end(), short_one.begin(), short_one.end());
  const auto at = static_cast<std::size_t>(left - whole.begin());
  const std::size_t from = at < 60 ? 0 : at - 60;
  CAPTURE(html.substr(0, 400));
  CAPTURE(whole.substr(from, 160));
  CAPTURE(short_one.substr(from, 160));
  FAIL_CHECK("the skeleton of this page gives another tree than the page");
}

// Around an input: where the tree's building or the reading of characters differs. None stands
// among attributes: once a tag says one twice, gumbo misreads the next one's name.
constexpr auto kSurroundings = std::to_array<std::array<std::string_view, 2>>({
    {"", ""},
    {"<!DOCTYPE html><article><p>words ", " more words</p> <p>end</article>"},
    {"<p>a<svg><g x='1'>", "</g></svg><style>p>a{}</style><p title='b'>c"},
    {"<math><mi>", "</mi></math> <b>and <i>words"},
    {"<select><option>one ", "</select> words <title>a<b>c</title>"},
    {"<table>  <tr> words ", "<td>cell</table> words"},
    {"<pre>\n\n", "\n  </pre>\n  <textarea>\n\n  words</textarea>"},
    {"<script>", "</script> words <p>more"},
    {"<script><!--<script>", "</script>--></script> words"},
    {"<a class=x href='", "'>link</a> words"},
    {"<svg><title>", "</title><foreignObject><p>words</p></foreignObject></svg> <p>words"},
});

constexpr auto kNasty = std::to_array<std::string_view>({
    "<b class=x>1<p>2<b class=y>3<p>4</b>5</b>6",
    "<b><b><b><b><b><p>words</b></b></b></b></b> words <p> words",
    "<a href=1>one<a href=2>two<table><a href=3>three<td><a href=4>four</table>five",
    "<table> words <tr> more </b> words <td> cell </table> after",
    "<table>\n\n\n <b>bold  <tr><td>\n\n  cell",
    "</body>\n\n words \n\n</html>\n\n  more",
    "<head>\n\n <title> a &amp; b </title>\n\n words",
    "<body class=a><p>x<body class=b id=c><html lang=en>\n words",
    "words <!-- a --> \n\n<!-- b -->\n words<!-- > -->, more<!-->text<!--->text<!--a--!>text",
    "words <!-- never ends <p>a</p>",
    "words <p title=\"never ends>a</p> <b>more</b>",
    "words <!doctype never ends",
    "<p a=\"1\"b='2'c=3/d=/e =5 f= 6 = g \"h'i A=7>words",
    "<input type=hidden><table><input type=hidden value=1><input type=text value=2></table>",
    "<p/>words<br/>words</br>words</p/><p / class=x / >words",
    "<svg viewBox='0 1 2 3' xlink:href='#a'><path D=1 /><a xlink:href=x>in</a></svg>out",
    "<svg><style>a<b>c</style></svg><style>a<b>c</style>words",
    "<svg><style>a<b></svg><style>c<d>e</style>words",
    "<svg><![CDATA[ <p>words</p> ]]></svg> <![CDATA[ <p>words</p> ]]> words",
    "<math><annotation-xml encoding='text/html'><p class=a>x</p></annotation-xml></math>",
    "<svg><desc><p class=a>words</p><style>a<b</style></desc></svg><p class=b>words",
    "<svg><g><desc><div><style>&amp;</style>",
    "<math><mtext><p class=a>x<mglyph class=b><malignmark class=c></math>",
    "<select><option class=a>one<b>two</b><script>a<b></script><input class=c>three",
    "<select><title>a<b>c</title></select><textarea>a<b>c</textarea>",
    "<font color=red>1<p><font color=red>2<p><font color=blue>3<p>4</font>5",
    "<svg><font color=red>1</font><font>2</font></svg>",
    "<noscript><p class=a>words</p></noscript><head><noscript><style>a<b</style><p>c</noscript>",
    "<iframe src=a><p>words</iframe><xmp> <b> </xmp><noembed><p></noembed><noframes><p></noframes>",
    "<frameset>a b<frame>  c</frameset> d <noframes>e</noframes>",
    "<isindex prompt=a class=b> words",
    "<plaintext>words <p>more",
    "a < b <c>d</c> <> </> </ e> <? f> <1> & g &amp h &amp;i &#65; &#x42; &lt;p&gt; &notin; &not",
    "a\fb \f\f c&NewLine;&Tab;d",
    "words \n\n words&#12;words",
    "words \n\n words&#xC;words",
    "words \n\n words\U0010FFFDwords",
    "words \n\n words&#x10fffd;words",
    "words \n\n words&#1114109;words",
    "a\r\nb\rc<pre>\r\n\r\nd</pre>",
    "<ruby>a<rt>b<rp>c</ruby><template><td class=a>words</td></template>",
    "<dl><dt>a<dd>b<dt>c</dl><ul><li>a<ul><li>b</ul><li>c</ul>",
    "<h1>a<h2>b</h1>c</h2><button>a<button>b</button><form><form></form>c<p></form>",
    "<script type=application/ld+json>{\"a\": \"<b>\"}</script><script type=math/tex>a<b</script>",
    "<script>a</scriptx>b</script >words<style>c</styles>d</style\n>words",
    "<colgroup> \n <col> words <caption> \n\n words </caption>",
    "<P CLASS=A>Words</P><DIV Title='&quot;'>&quot;</DIV><x-y z=1>words</x-y><1>",
});

}  // namespace

TEST_CASE("gumbo makes of a page's skeleton the page's tree: saved pages") {
  const auto folder = shared_path("data/webpages/pages");
  if (!folder) return;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    CAPTURE(entry.path().filename().string());
    check_same_tree(read_bytes(entry.path()));
  }
}

TEST_CASE(
    "gumbo makes of a page's skeleton the page's tree: html5lib's inputs, wherever they stand") {
  const auto folder = shared_path("data/html5lib-tests/tokenizer");
  if (!folder) return;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    const Result<Value> data = parse_json(read_bytes(entry.path()));
    const Value* tests = data.ok() ? data->find("tests") : nullptr;
    if (tests == nullptr) continue;
    for (const Value& test : tests->list) {
      const Value* input = test.find("input");
      if (input == nullptr) continue;
      for (const auto& [before, after] : kSurroundings) {
        check_same_tree(std::string(before) + input->scalar + std::string(after));
      }
    }
  }
}

TEST_CASE("gumbo makes of a page's skeleton the page's tree: what shapes trees, side by side") {
  for (const std::string_view first : kNasty) {
    for (const auto& [before, after] : kSurroundings) {
      check_same_tree(std::string(before) + std::string(first) + std::string(after));
    }
    for (const std::string_view second : kNasty) {
      check_same_tree(std::string(first) + " \n\n " + std::string(second));
    }
  }
}

TEST_CASE("comments, scripts and styles end where a browser ends them, and nothing else is lost") {
  struct Case {
    std::string_view html;
    std::string_view words;
  };
  for (const Case& item : std::to_array<Case>({
           {"<p>a<!-->b<!--->c<!--x--!>d<!-- > -- -->e", "abcde"},
           {"<p>a<script>x</scriptx>y</script>b<style>x</styles>y</style\n>c", "abc"},
           {"<p>a<script><!-- x('<script>y</script>') --></script>b", "ab"},
           {"<p>a<!-- never ended", "a<!-- never ended"},
           {"<p>a<b title='never ended>c", "a<b title='never ended>c"},
       })) {
    CAPTURE(item.html);
    for (const Detail detail : {Detail::Shape, Detail::Everything}) {
      CHECK(text_of(page_of(item.html, detail)) == item.words);
    }
  }
}

TEST_CASE("pages that nest, name or repeat without end stay within bounds, with their words") {
  std::string attributes;
  std::string unclosed;
  for (int i = 0; i < 100'000; ++i) attributes += "/a" + std::to_string(i);
  for (int i = 0; i < 150; ++i) unclosed += "<i a=" + std::to_string(i) + ">";
  for (const std::string& html :
       {"<svg>" + repeated("<td>", 100'000) + "words",
        "<svg>" + repeated("<source>", 100'000) + "words",
        "<svg>" + repeated("<textarea>", 100'000) + "words", "<p" + attributes + ">words",
        "<p>words" + repeated("&amp;", 300'000), "<p>words" + repeated("<a b=\"", 50'001),
        "<p>words" + repeated("<!--x", 100'000),
        "<svg></svg>words" + repeated("<![CDATA[<b>", 50'000),
        "words" + unclosed + repeated("<p>x", 5000)}) {
    CAPTURE(html.substr(0, 60));
    const Markup page = page_of(html, Detail::Shape);
    CHECK(text_of(page).find("words") != std::string::npos);
    CHECK(count_elements(page) < 300'000);
  }
}
