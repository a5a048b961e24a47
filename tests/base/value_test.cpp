#include "base/value.h"

#include <doctest/doctest.h>

using namespace garland;

TEST_CASE("YAML keeps order, scalars as written, and places") {
  const auto value = parse_yaml(
      "title: A\ndate: 2024-05-01\nn: 07\nquoted: \"12\"\nnone:\n"
      "list:\n  - x\n  - {k: v}\n");
  REQUIRE(value.ok());
  CHECK(write_json(*value, 0) ==
        R"({"title":"A","date":"2024-05-01","n":"07","quoted":"12","none":null,)"
        R"("list":["x",{"k":"v"}]})");
  CHECK(value->find("n")->kind == Value::Kind::Number);
  CHECK(value->find("n")->key_place() == SourceRange::at(3, 1));
  CHECK(value->find("list")->list.at(1).range == SourceRange::at(8, 5));
}

TEST_CASE("YAML trouble has a place and a cure") {
  struct Case {
    const char* text;
    std::uint32_t line;
    const char* message;
  };
  for (const Case& trouble : {Case{"a: 1\nb: 2\na: 3\n", 3, "the key \"a\" stands twice"},
                              Case{"a: [1, 2\n", 2, "this is not valid YAML"},
                              Case{"? [x]\n: 1\n", 1, "a key is a list or a map"}}) {
    CAPTURE(trouble.text);
    const auto value = parse_yaml(trouble.text);
    REQUIRE(!value.ok());
    CHECK(value.error().range.begin_line == trouble.line);
    CHECK(value.error().message.starts_with(trouble.message));
  }
}

TEST_CASE("YAML alias bombs and deep nesting are refused") {
  std::string bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
    for (int j = 0; j < 9; ++j) bomb += "," + last;
    bomb += "]\n";
  }
  CHECK(!parse_yaml(bomb).ok());
  CHECK(!parse_yaml(std::string(200'000, '[')).ok());
  CHECK(!parse_yaml(std::string(5000, '{') + std::string(5000, '}')).ok());
  std::string dashes;
  for (int i = 0; i < 100'000; ++i) dashes += "- ";
  CHECK(!parse_yaml(dashes).ok());
}

TEST_CASE("YAML that is written reads back equal") {
  const char* const texts[] = {"a: 1\nb: [x, {c: d, e: [1, 2]}, []]\nf: {}\ng:\n",
                               "t: \"on: *off* # x\"\nu: '12'\nv: \"two\\nlines\"\n- a\n", "[]",
                               "- - a\n  - b\n- {x: {y: [z]}}\n"};
  for (const char* text : texts) {
    const auto value = parse_yaml(text);
    if (!value.ok()) continue;
    CAPTURE(write_yaml(*value));
    const auto again = parse_yaml(write_yaml(*value));
    REQUIRE(again.ok());
    CHECK(*again == *value);
  }
}

TEST_CASE("JSON reads back what was written, and refuses duplicates and depth") {
  const auto value = parse_json(R"({"b":[1,2.50,true,null,"ä\"\n"],"a":{}})");
  REQUIRE(value.ok());
  CHECK(write_json(*value, 0) == "{\"b\":[1,2.50,true,null,\"ä\\\"\\n\"],\"a\":{}}");
  CHECK(parse_json(write_json(*value, 2)).value() == *value);
  CHECK(parse_json(R"({"a":1,"a":2})").error().message == "the key \"a\" stands twice");
  CHECK(!parse_json(std::string(100'000, '[')).ok());
  CHECK(parse_json("{\n  oops\n}").error().range.begin_line == 2);
}

TEST_CASE("TOML gives the same values as YAML") {
  const auto value = parse_toml("title = 'A'\ndate = 2024-05-01\n[extra]\nn = [1, 2]\n");
  REQUIRE(value.ok());
  CHECK(value->find("date")->scalar == "2024-05-01");
  CHECK(value->find("extra")->find("n")->list.size() == 2);
  CHECK(parse_toml("a = 1\nb = \n").error().range.begin_line == 2);
}

TEST_CASE("a quotation mark that is never closed is trouble where it stands") {
  for (const char* text : {"a: 1\nb: \"x\nc: 2\n", "a: 1\nb: 'it''s\nc: 2", "a: 1\nb: \"x\\\"\n"}) {
    CAPTURE(text);
    const auto value = parse_yaml(text);
    REQUIRE(!value.ok());
    CHECK(value.error().range == SourceRange::at(2, 4));
    CHECK(value.error().message.find("never closed") != std::string::npos);
  }
  CHECK(parse_yaml("a: \"x\\\\\"\nb: ''\nc: 'it''s'\nd: \"\"").ok());
}

TEST_CASE("places count characters, and a missing value stands where its sign does") {
  const auto value = parse_yaml("ää: [ö, x]\nlist:\n  -\n  - a\nnone:\n");
  REQUIRE(value.ok());
  CHECK(value->map.at(0).second.list.at(1).range == SourceRange::at(1, 9));
  CHECK(value->find("list")->list.at(0).range == SourceRange::at(3, 3));
  CHECK(value->find("none")->range == SourceRange::at(5, 5));
}
