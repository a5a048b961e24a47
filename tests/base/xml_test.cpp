#include "base/xml.h"

#include <doctest/doctest.h>

using namespace garland;

TEST_CASE("a document is written with escapes and without forbidden characters") {
  XmlWriter writer;
  writer.declaration();
  writer.doctype("html");
  writer.open("p");
  writer.attribute("title", "a \"b\" & <c>\x01");
  writer.text("1 < 2 & \x02 3 \uFFFE > é");
  writer.open("br");
  writer.close();
  writer.element("b", "x");
  writer.close();
  const std::string text = writer.take();
  CHECK(text ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
        "<p title=\"a &quot;b&quot; &amp; &lt;c&gt;\">1 &lt; 2 &amp;  3  &gt; é<br/><b>x</b></p>");
  CHECK(check_xml(text).ok());
}

TEST_CASE("text that is no XML is refused with its line") {
  const Status status = check_xml("<a>\n<b></a>");
  REQUIRE(!status.ok());
  CHECK(status.error().range.begin_line == 2);
}
