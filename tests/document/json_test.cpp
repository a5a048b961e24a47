#include <doctest/doctest.h>

#include <string>

#include "document/dump.h"
#include "support/random_tree.h"

using namespace garland;
using namespace garland::tree;

TEST_CASE("JSON reads back equal for a document of every kind") {
  const Document document = every_kind();
  const Value json = to_json(document);
  const Result<Document> back = from_json(json);
  REQUIRE_MESSAGE(back.ok(), back.error().message);
  CHECK(dump(*back) == dump(document));
  CHECK(to_json(*back) == json);
}

TEST_CASE("JSON reads back equal through text for any tree") {
  for (unsigned seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    const Document document = TreeMaker(seed).document();
    const Result<Value> json = parse_json(write_json(to_json(document)));
    REQUIRE(json.ok());
    const Result<Document> back = from_json(*json);
    REQUIRE_MESSAGE(back.ok(), back.error().message);
    CHECK(dump(*back) == dump(document));
  }
}

TEST_CASE("JSON that is no document is refused with a reason") {
  struct Case {
    std::string json;
    std::string message;
  };
  const std::vector<Case> cases = {
      {"[]", "a node is no map"},
      {"{}", "no document of format 1"},
      {R"({"garland-document": 2})", "no document of format 1"},
      {R"({"garland-document": 1, "blocks": 3})", "a list is expected"},
      {R"({"garland-document": 1, "blocks": [3]})", "a node is no map"},
      {R"({"garland-document": 1, "blocks": [{"type": "poem"}]})",
       "no kind of node here is called \"poem\""},
      {R"({"garland-document": 1, "blocks": [{"type": "text"}]})",
       "no kind of node here is called \"text\""},
      {R"({"garland-document": 1, "blocks": [{"type": "heading", "level": "one"}]})",
       "a whole number is expected"},
      {R"({"garland-document": 1, "blocks": [{"type": "heading", "level": 99999999999}]})",
       "a whole number is expected"},
      {R"({"garland-document": 1, "blocks": [{"type": "list", "kind": "round"}]})",
       "\"round\" is not known here"},
      {R"({"garland-document": 1, "path": ["x"]})", "a text is expected"},
      {R"({"garland-document": 1, "notes": [{"range": [1, 2]}]})",
       "a place is a list of four numbers"},
  };
  for (const Case& broken : cases) {
    CAPTURE(broken.json);
    const Result<Document> result = from_json(*parse_json(broken.json));
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().message == broken.message);
  }
}

TEST_CASE("JSON nested deeper than any reader nests is refused") {
  Value deep = Value::make_map({{"type", Value::string("thematic break")}});
  for (int level = 0; level < 1000; ++level) {
    deep = Value::make_map(
        {{"type", Value::string("division")}, {"blocks", Value::make_list({std::move(deep)})}});
  }
  const Result<Document> result = from_json(Value::make_map(
      {{"garland-document", Value::integer(1)}, {"blocks", Value::make_list({std::move(deep)})}}));
  REQUIRE_FALSE(result.ok());
  CHECK(result.error().message == "nodes are nested too deep");
}
