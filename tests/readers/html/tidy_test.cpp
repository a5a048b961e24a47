// What pages write in many ways comes out as one thing: notes, formulas, pictures, code, lists.
#include <doctest/doctest.h>

#include "readers/html/math.h"
#include "readers/html/parse.h"
#include "readers/html/support.h"
#include "readers/markup/mathml.h"

using namespace garland;
using namespace garland::test;

namespace {

std::string kept_of(std::string_view html) {
  return part(page("<article>" + kProse + std::string(html) + "</article>")).kept;
}

}  // namespace

TEST_CASE("footnotes that link back become notes") {
  const char* const pages[] = {
      // Pandoc, WordPress, GitHub
      "<p>Salt<a href=#fn1 id=ref1><sup>1</sup></a> was dear.</p><section class=footnotes><hr>"
      "<ol><li id=fn1><p>Sea salt. <a href=#ref1>↩</a></p></ol></section>",
      "<p>Salt<sup id=ref1><a href=#fn1>[1]</a></sup> was dear.</p><h2>Notes</h2>"
      "<ol class=references><li id=fn1><a href=#ref1>^</a> Sea salt.</ol>",
      // by hand, in paragraphs
      "<p>Salt<a name=ref1 href=#fn1>[1]</a> was dear.</p><p><a name=fn1 href=#ref1>[1]</a> Sea "
      "salt.</p>",
      // by role
      "<p>Salt<a href=#fn1 role=doc-noteref>*</a> was dear.</p><aside role=doc-footnote id=fn1>Sea "
      "salt.</aside>",
      // beside the line
      "<p>Salt<label class=margin-toggle></label><input class=margin-toggle type=checkbox><span "
      "class=sidenote>Sea salt.</span> was dear.</p>",
      "<p>Salt<d-footnote>Sea salt.</d-footnote> was dear.</p>",
  };
  for (const char* html : pages) {
    CAPTURE(std::string(html));
    const Parted parted = part(page("<article>" + kProse + html + "</article>"));
    REQUIRE(parted.document.notes.size() == 1);
    CHECK(has(parted.kept, "note reference"));
    CHECK(has(parted.kept, "Sea"));
    CHECK_FALSE(has(parted.kept, "↩"));
    CHECK_FALSE(has(parted.kept, "[1]"));
    CHECK_FALSE(has(parted.kept, "heading"));
    CHECK(check(parted.document).empty());
  }
}

TEST_CASE("links into the page that are no notes stay links") {
  const std::string body = kept_of(
      "<p>See <a href=#s1>1</a>.</p><div id=s1><h2>One</h2><p>Words. <a href=#top>2</a></p></div>");
  CHECK(has(body, "link \"#s1\""));
  CHECK(has(body, "text \"One\""));
}

TEST_CASE("large lines of old pages are headings") {
  const char* const lines[] = {
      "<p><font size=5>The Tides</font></p>",
      "<font size='+2'><b>The Tides</b></font><br>",
      "<b><font face=Arial size=4>The Tides</font></b><p>",
      "<center><big>The Tides</big></center>",
  };
  for (const char* line : lines) {
    CAPTURE(std::string(line));
    const std::string body = kept_of(std::string(line) + "Words of it.<p>More words.");
    CHECK_MESSAGE(has(body, "heading 2\n  text \"The Tides\""), body);
    CHECK(has(body, "text \"Words of it.\""));
  }
  for (const char* line : {"<p>A <font size=5>T</font>ide", "<p><font size=2>The Tides</font></p>",
                           "<p><font size=5>Two<br>lines</font></p>"}) {
    CAPTURE(std::string(line));
    CHECK_FALSE(has(kept_of(std::string(line) + "<p>Words of it."), "heading"));
  }
}

TEST_CASE("large letters in what is a heading or a term already make nothing else of it") {
  const std::string body = kept_of(
      "<h2><font size=5>The Tides</font></h2><p>Words of it.</p><dl><dt><big>Ebb</big></dt><dd>It "
      "falls.</dd></dl>");
  CHECK_MESSAGE(has(body, "heading 2\n  text \"The Tides\""), body);
  CHECK_MESSAGE(has(body, "text \"Ebb\""), body);
  CHECK_FALSE_MESSAGE(has(body, "strong"), body);
}

TEST_CASE("a formula is kept once, as TeX") {
  const char* const formulas[] = {
      "<math><semantics><mi>x</mi><annotation encoding=application/x-tex>x^2</annotation>"
      "</semantics></math>",
      "<span class=katex><span class=katex-mathml><math><semantics><mi>x</mi><annotation "
      "encoding='application/x-tex'>x^2</annotation></semantics></math></span><span "
      "class=katex-html aria-hidden=true>x2</span></span>",
      "<span class=mwe-math-element><span style='display:none'><math alttext='{\\displaystyle "
      "x^2}'><mi>x</mi></math></span><img alt='{\\displaystyle x^2}' src=m.svg></span>",
      "<span class=MathJax_Preview>x2</span><span class=MathJax>x2</span><script "
      "type=math/tex>x^2</script>",
      "<mjx-container><mjx-math aria-hidden=true>x2</mjx-math><mjx-assistive-mml><math><msup>"
      "<mi>x</mi><mn>2</mn></msup></math></mjx-assistive-mml></mjx-container>",
      "<img class=latex alt='x^2' src='https://s0.wp.com/latex.php?latex=x'>",
      "<script src=MathJax.js></script>\\(x^2\\)",
  };
  for (const char* formula : formulas) {
    CAPTURE(std::string(formula));
    const std::string body = kept_of("<p>Where " + std::string(formula) + " is large.</p>");
    const bool is_found = has(body, "math \"x^2\"") || has(body, "math inline \"x^2\"") ||
                          has(body, "math \"x^{2}\"") || has(body, "math inline \"x^{2}\"");
    CHECK_MESSAGE(is_found, body);
    CHECK_FALSE(has(body, "x2"));
    CHECK_FALSE(has(body, "image"));
  }
}

TEST_CASE("MathML without TeX is turned into it") {
  struct Case {
    const char* mathml;
    const char* tex;
  };
  const Case cases[] = {
      {"<mfrac><mn>1</mn><mi>n</mi></mfrac>", "\\frac{1}{n}"},
      {"<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>", "\\sqrt{a+b}"},
      {"<mroot><mi>a</mi><mn>3</mn></mroot>", "\\sqrt[3]{a}"},
      {"<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>",
       "∑_{i=1}^{n}"},
      {"<mover><mi>x</mi><mo>¯</mo></mover>", "\\overline{x}"},
      {"<mi>sin</mi><mi>x</mi>", "\\mathrm{sin}x"},
      {"<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable>",
       "\\begin{matrix}1 & 2\\end{matrix}"},
      {"<mo>{</mo><mi>x</mi><mo>}</mo>", "\\{x\\}"},
      {"<mtext>if </mtext><mi>x</mi>", "\\text{if }x"},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.mathml));
    const MarkupList nodes = parse_html_fragment("<math>" + std::string(entry.mathml) + "</math>",
                                                 [](std::size_t) { return SourceRange(); });
    REQUIRE(nodes.size() == 1);
    CHECK(tex_of_mathml(nodes.front()) == entry.tex);
  }
}

TEST_CASE("a picture is shown by its best file, with its caption") {
  struct Case {
    const char* html;
    const char* dumped;
  };
  const Case cases[] = {
      {"<img src=s.png srcset='m.png 600w, l.png 1200w'>", "l.png"},
      {"<img src=page_files/s.png srcset='https://e.org/l.png 1200w'>", "page_files/s.png"},
      {"<picture><source srcset='a.webp 1x, b.webp 2x'><img src=a.jpg></picture>", "b.webp"},
      {"<img data-src=lazy.png src='data:image/gif;base64,R0'>", "lazy.png"},
      {"<img class=lazy src='data:image/gif;base64,R0'><noscript><img src=real.png></noscript>",
       "real.png"},
      {"<div class=wp-caption><a href=l.png><img src=l.png></a><p class=wp-caption-text>The "
       "quay</p></div>",
       "caption"},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.html));
    const std::string body = kept_of(entry.html);
    CHECK_MESSAGE(has(body, entry.dumped), body);
    CHECK_FALSE(has(body, "base64"));
  }
}

TEST_CASE("code keeps its lines and its language, and no numbers or buttons") {
  const std::string wanted = "code block cpp \"int a;\\nint b;\\n\"";
  const char* const pages[] = {
      "<pre><code class=language-cpp>int a;\nint b;\n</code></pre>",
      "<div class='highlight-source-cpp'><pre>int a;\nint b;</pre></div>",
      "<pre class=lang-cpp><span class=lineno>1</span>int a;\n<span class=lineno>2</span>int "
      "b;</pre>",
      "<table><tr><td class=gutter><pre>1\n2\n</pre></td><td><pre class=language-cpp>int a;\nint "
      "b;</pre></td></tr></table>",
      "<pre class=language-cpp><div>int a;</div><div>int b;</div></pre>",
  };
  const std::string plain = kept_of(pages[0]);
  const std::size_t at = plain.find("code");
  REQUIRE(at != std::string::npos);
  const std::string line = plain.substr(at, plain.find('\n', at) - at);
  for (const char* html : pages) {
    CAPTURE(std::string(html));
    CHECK(has(kept_of(html), line));
  }
}

TEST_CASE("headings lose their permalinks and edit links, not their words") {
  const char* const headings[] = {
      "<h2>Salt <a class=headerlink href=#salt>¶</a></h2>",
      "<h2><a href=#salt>Salt</a></h2>",
      "<h2><a href=#salt>#</a>Salt</h2>",
      "<h2>Salt<span class=mw-editsection>[<a href=e>edit</a>]</span></h2>",
      "<h2>Salt<button>Copy</button></h2>",
      "<h2><button>Salt</button></h2>",
      "<h2>Salt<span><a class=mark href=#salt>#</a></span></h2>",
  };
  for (const char* heading : headings) {
    CAPTURE(std::string(heading));
    const std::string body = kept_of(std::string(heading) + kProse);
    CHECK_MESSAGE(has(body, "text \"Salt"), body);
    CHECK_FALSE(has(body, "link"));
    CHECK_FALSE(has(body, "edit"));
    CHECK_FALSE(has(body, "Copy"));
  }
}

TEST_CASE("items without a list, paragraphs without their tags and tables for layout are mended") {
  CHECK(has(kept_of("<blockquote><li>One</li><li>Two</li></blockquote>"), "list bullet"));
  const std::string paragraphs = kept_of("<div>One.<br><br>Two.<br>Still two.</div>");
  CHECK(has(paragraphs, "paragraph\n  text \"One.\"\nparagraph\n  text \"Two.\"\n  line break"));
  CHECK_FALSE(has(kept_of("<table role=presentation><tr><td>Words</td></tr></table>"), "table"));
  CHECK(has(kept_of("<table><tr><td>4</td><td>5</td></tr></table>"), "table"));
}

TEST_CASE("what stands in a list of definitions without a term is text") {
  const std::string kept = kept_of(
      "<p>It costs:</p><dl><dd>two pence a pound</dd></dl><dl><dd>Before.</dd><dt>Salt</dt>"
      "<dd>from the sea</dd></dl>");
  CHECK(has(kept, "two pence a pound"));
  const std::size_t list = kept.find("definition list");
  REQUIRE(list != std::string::npos);
  CHECK(list == kept.rfind("definition list"));
  CHECK(kept.find("Before.") < list);
}

TEST_CASE("boxes of the text are callouts") {
  const std::string body = kept_of(
      "<div class='admonition warning'><p class=admonition-title>Mind</p><p>The step.</p></div>");
  CHECK(has(body, "callout warning"));
  CHECK(has(body, "Mind"));
  const std::string made = kept_of(
      "<div class='theme-admonition alert alert--success theme-admonition-success'><div "
      "class=admonitionHeading_x>Mind</div><div class=admonitionContent><p>The "
      "step.</p></div></div>");
  CHECK(has(made, "callout tip"));
  CHECK(made.find("Mind") < made.find("paragraph", made.find("callout")));
}

TEST_CASE("a note keeps the signs that it begins with") {
  const std::string body = kept_of(
      "<p>Salt<sup><a href=#n1 id=r1>1</a></sup> and<sup><a href=#n2 id=r2>2</a></sup> nets"
      "<sup><a href=#n3 id=r3>3</a></sup>.</p><ol><li id=n1>.NET is a framework. <a href=#r1>↩</a>"
      "<li id=n2>[sic] in <code>.bashrc</code> <a href=#r2>↩</a><li id=n3>3 Corinthians <a "
      "href=#r3>↩</a></ol>");
  CHECK(has(body, "text \".NET is a framework.\""));
  CHECK(has(body, "text \"[sic] in \""));
  CHECK(has(body, "code \".bashrc\""));
  CHECK(has(body, "text \"3 Corinthians\""));
}

TEST_CASE("a table with words beside code and its number stays a table") {
  const std::string body =
      kept_of("<table><tr><td>1</td><td><p>What it does.</p><pre>int a;</pre></td></tr></table>");
  CHECK(has(body, "What it does."));
  CHECK(has(body, "int a;"));
}

TEST_CASE("a caption keeps what it cites beside its credit") {
  const std::string body = kept_of(
      "<figure><img src=a.png alt=x><figcaption>After <cite>Moby-Dick</cite> and "
      "<cite>Typee</cite></figcaption></figure>");
  CHECK(has(body, "Moby-Dick"));
  CHECK(has(body, "Typee"));
}
