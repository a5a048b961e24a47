#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "document/dump.h"
#include "support/random_tree.h"

using namespace garland;
using namespace garland::tree;

namespace {

std::string blocks_of(const Blocks& blocks, std::vector<Note> notes = {}) {
  Document document;
  document.blocks = blocks;
  document.notes = std::move(notes);
  return write_json(*to_pandoc_json(document).find("blocks"), 0);
}

bool has_pandoc() { return std::system("pandoc --version >/dev/null 2>&1") == 0; }

// What pandoc makes of the document, or "refused".
std::string through_pandoc(const Document& document, const std::string& format) {
  const auto folder = std::filesystem::temp_directory_path() / "garland-pandoc-test";
  std::filesystem::create_directories(folder);
  const auto input = folder / "input.json";
  const auto output = folder / "output.txt";
  std::ofstream(input) << write_json(to_pandoc_json(document));
  const std::string command = "pandoc -f json -t " + format + " -o '" + output.string() + "' '" +
                              input.string() + "' 2>/dev/null";
  std::string text = "refused";
  if (std::system(command.c_str()) == 0) {
    std::stringstream read;
    read << std::ifstream(output).rdbuf();
    text = read.str();
  }
  std::filesystem::remove_all(folder);
  return text;
}

}  // namespace

TEST_CASE("pandoc's JSON has its version, metadata and blocks") {
  const Value json = to_pandoc_json(every_kind());
  CHECK(write_json(*json.find("pandoc-api-version"), 0) == "[1,22,2,1]");
  CHECK(write_json(*json.find("meta")->find("lang"), 0) == R"({"t":"MetaString","c":"en-GB"})");
  CHECK(write_json(*json.find("meta")->find("translator"), 0) ==
        R"({"t":"MetaList","c":[{"t":"MetaInlines","c":[{"t":"Str","c":"Ann"},{"t":"Space"},)"
        R"({"t":"Str","c":"Lee"}]}]})");
}

TEST_CASE("words become strings and spaces") {
  CHECK(blocks_of(blocks(paragraph("a  b "))) ==
        R"([{"t":"Para","c":[{"t":"Str","c":"a"},{"t":"Space"},{"t":"Str","c":"b"},)"
        R"({"t":"Space"}]}])");
}

TEST_CASE("an identifier stands only where a link leads to it") {
  CHECK(blocks_of(blocks(with_id(paragraph("a"), "p-1"))) ==
        R"([{"t":"Para","c":[{"t":"Str","c":"a"}]}])");
  CHECK(blocks_of(blocks(with_id(paragraph(link("#p-1", "a")), "p-1")))
            .rfind(R"([{"t":"Div","c":[["p-1",[],[]])", 0) == 0);
}

TEST_CASE("a note's text stands in its first mark, later marks show its number") {
  CHECK(blocks_of(blocks(paragraph(mark("n"), mark("n"))), {note("n", paragraph("x"))}) ==
        R"([{"t":"Para","c":[{"t":"Note","c":[{"t":"Para","c":[{"t":"Str","c":"x"}]}]},)"
        R"({"t":"Superscript","c":[{"t":"Str","c":"1"}]}]}])");
}

TEST_CASE("pandoc accepts every tree") {
  if (!has_pandoc()) {
    MESSAGE("skipped: pandoc is not installed");
    return;
  }
  CHECK(through_pandoc(every_kind(), "native") != "refused");
  Document many;
  for (unsigned seed = 0; seed < 60; ++seed) {
    for (Block& block : TreeMaker(seed).document().blocks) many.blocks.push_back(std::move(block));
  }
  CHECK(through_pandoc(many, "native") != "refused");
}

TEST_CASE("pandoc prints what the tree says and not what was dropped") {
  if (!has_pandoc()) {
    MESSAGE("skipped: pandoc is not installed");
    return;
  }
  const std::string text = through_pandoc(every_kind(), "plain");
  for (const std::string words : {"The <Sea>", "They rise.", "Jane Roe", "term", "int x;",
                                  "the note", "lost", "Mind", "[^missing]", "caption"}) {
    CAPTURE(text);
    CAPTURE(words);
    CHECK(text.find(words) != std::string::npos);
  }
  CHECK(text.find("Log in") == std::string::npos);
}
