#include "compiler/report_page.h"

#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>

#include "base/files.h"
#include "base/xml.h"
#include "compiler/report.h"

using namespace garland;

namespace {

struct Built {
  Compilation compilation;
  Diagnostics diagnostics;
  std::string page;
};

Built build(const MemoryFolder& folder, unsigned jobs = 1) {
  CompileOptions options;
  options.jobs = jobs;
  options.wants_pdf = false;
  options.folder_name = "book";
  options.sources_address = "../articles";
  options.styles_folder = GARLAND_ROOT "/styles";
  options.fonts_file = GARLAND_ROOT "/fonts/fonts.yaml";
  Built built;
  Result<Compilation> compilation = compile(folder, options, built.diagnostics);
  REQUIRE(compilation.ok());
  built.compilation = std::move(*compilation);
  built.page = built.compilation.report_page.bytes;
  return built;
}

std::string clip() {
  std::string text = "The Green Lighthouse\n\nBy Ada Quill\n\n";
  for (int i = 0; i < 4; ++i) {
    text +=
        "The ferry crosses the sound twice a day, and on most crossings there is nobody on deck "
        "but "
        "the dog. It has learned to wait for the second whistle.\n\n";
  }
  return text + "You need to be logged in to comment\nLogin Sign up\nShare\nTweet\n";
}

// What the page's links lead to on the page itself and does not stand there.
std::string dangling(const std::string& page) {
  const auto values = [&page](const char* expression) {
    std::multiset<std::string> found;
    const std::regex regex(expression);
    for (std::sregex_iterator it(page.begin(), page.end(), regex), end; it != end; ++it) {
      found.insert((*it)[1]);
    }
    return found;
  };
  const auto ids = values(" id=\"([^\"]*)\"");
  std::string missing;
  for (const std::string& target : values(" href=\"#([^\"]*)\"")) {
    if (ids.count(target) != 1) missing += target + " ";
  }
  return missing;
}

bool has(const std::string& page, std::string_view words) {
  return page.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the report page tells what was left out, inferred and said of each source") {
  MemoryFolder folder;
  folder.add("clip.txt", clip());
  folder.add("essay.md", "---\ntitle: Essay\ndate: 2024\n---\n\nWords ![map](map.png).\n");
  folder.add("anthology.yaml",
             "contents:\n  - {file: clip.txt, title: Her Light, author: Jo Roe}\n  - essay.md\n");
  const Built built = build(folder);
  CHECK(built.compilation.report_page.name == "book.report.html");
  const Status status = check_xml(built.page);
  CHECK_MESSAGE(status.ok(), (status.ok() ? "" : status.error().message));
  CHECK(dangling(built.page).empty());
  REQUIRE(built.compilation.sources[0].dropped.size() == 1);
  CHECK_FALSE(built.compilation.sources[0].dropped[0].reason.empty());
  for (const char* words :
       {"<a href=\"#s1\" dir=\"auto\">Her Light</a>",  // the overview leads to the section
        "<a href=\"../articles/clip.txt\">clip.txt</a>, read as plain text",
        "anthology.yaml; overrules “The Green Lighthouse”, inferred (the first line",
        "anthology.yaml; overrules “Ada Quill”, inferred (",
        "Login Sign up</span>",                            // what was left out stands there whole
        "<li id=\"s1-l13\"><span class=\"no\">13</span>",  // with the numbers of its lines
        "Left out: 13 of", "front matter, line 2", "not known", "there is no picture",
        "href=\"#s2-l6\">line 6</a>"}) {  // messages lead to their lines
    CAPTURE(std::string(words));
    CHECK(has(built.page, words));
  }
}

TEST_CASE("the report page does not depend on the number of threads") {
  MemoryFolder folder;
  for (int i = 0; i < 8; ++i) folder.add("clip" + std::to_string(i) + ".txt", clip());
  CHECK(build(folder, 1).page == build(folder, 4).page);
}

TEST_CASE("nothing that a source says comes to life on the report page") {
  MemoryFolder folder;
  const std::string attack =
      "<script>alert(1)</script> <img src=x onerror=alert(1)> \"'><svg onload=alert(1)> ]]> "
      "\xE2\x80\xAE javascript:alert(1) \x1B[31m";
  folder.add("a.txt", attack + "\n\n" + clip() + attack + "\nShare\n");
  folder.add("javascript:alert(1).txt", clip());
  folder.add("b\"><script>.txt", clip());
  folder.add("anthology.yaml", "title: 'x</title><script>alert(1)</script>'\n" + std::string() +
                                   "drop: ['/alert/']\n");
  const Built built = build(folder);
  CHECK(check_xml(built.page).ok());
  for (const char* words :
       {"<script", "<img", "<svg", "href=\"javascript", "\xE2\x80\xAE", "\x1B", "<a href=\"http"}) {
    CAPTURE(std::string(words));
    CHECK_FALSE(has(built.page, words));
  }
  CHECK(has(built.page, "href=\"../articles/javascript%3Aalert(1).txt\""));
  CHECK(dangling(built.page).empty());
}

TEST_CASE("a long source has few of its lines on the report page, and all that was left out") {
  MemoryFolder folder;
  std::string text = clip();
  for (int i = 0; i < 300; ++i) {
    text += "\nlog in to comment " + std::to_string(i) + "\n\n" + clip();
  }
  folder.add("long.txt", text);
  const Built built = build(folder);
  CHECK(built.compilation.sources[0].lines.size() <= 2010);
  std::size_t dropped = 0;
  for (const auto& run : built.compilation.sources[0].dropped) {
    for (std::size_t at = 0; at < run.text.size();) {
      const std::size_t end = std::min(run.text.find('\n', at), run.text.size());
      dropped += has(built.page, run.text.substr(at, end - at)) ? 0 : 1;
      at = end + 1;
    }
  }
  CHECK(dropped == 0);
}

TEST_CASE("the report in JSON tells where metadata comes from") {
  MemoryFolder folder;
  folder.add("clip.txt", clip());
  folder.add("anthology.yaml", "contents:\n  - {file: clip.txt, title: Her Light}\n");
  const Built built = build(folder);
  const Value report = report_value(built.compilation, built.diagnostics, {});
  const Value& facts = *report.find("sources")->list[0].find("metadata");
  REQUIRE(facts.list.size() >= 2);
  CHECK(facts.list[0].find("origin")->scalar == "description");
  CHECK(has(facts.list[0].find("overrules")->scalar, "The Green Lighthouse"));
  CHECK(facts.list[1].find("origin")->scalar == "inferred");
  CHECK(facts.list[1].find("line")->scalar == "3");
}
