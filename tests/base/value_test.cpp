#include "base/value.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "base/yaml.h"
#include "base/yaml_quotes.h"

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
                              Case{"a: [1, 2\n", 1, "this is not valid YAML"},
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

TEST_CASE("trouble in JSON has its place in characters") {
  struct Case {
    std::string text;
    SourceRange place;
  };
  const std::string deep = "{\"ä\":\n " + std::string(400, '[');
  const Case cases[] = {
      {"{\"ää\": oops}", SourceRange::at(1, 8)},
      {"{\n  \"a\": 1\n", SourceRange::at(3, 1)},
      {"", SourceRange::at(1, 1)},
      {"[1,\n \"\xFF\"]", SourceRange::at(2, 3)},
      {deep, SourceRange::at(2, 401)},
      {"{\"ä\": 1, \"ä\": 2}", SourceRange::at(1, 10)},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto value = parse_json(c.text);
    REQUIRE(!value.ok());
    CAPTURE(value.error().message);
    CHECK(value.error().range.begin_line == c.place.begin_line);
    CHECK(value.error().range.begin_column == c.place.begin_column);
  }
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
    CHECK(value.error().message == "this is not valid YAML: a quotation mark has no end");
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

TEST_CASE(
    "YAML may say much in one line, and deep nesting is refused with the bound it goes beyond") {
  std::string wide = "a: {";
  std::string quoted = "a: \"";
  for (int i = 0; i < 1100; ++i) wide += fmt::format("k{}: {},", i, i), quoted += "a: - ";
  for (std::string text : {wide + "}\n", quoted + "\"\n", std::string(5000, ' ') + "\na: 1\n"}) {
    const auto value = parse_yaml(text);
    CHECK_MESSAGE(value.ok(), text.substr(0, 30));
  }
  std::string dashes;
  std::string questions;
  for (int i = 0; i < 100'000; ++i) dashes += "- ", questions += "? - ";
  for (const std::string& text :
       {dashes, questions, "  " + dashes, std::string(9000, ':') + " " + dashes}) {
    CAPTURE(text.substr(0, 30));
    CHECK(!parse_yaml(text).ok());
  }
  CHECK(parse_yaml("a: 1\n" + dashes).error().message == "more than 1000 lists begin in one line");
  CHECK(parse_yaml(std::string(2000, '[')).error().message == "more than 1000 brackets are open");
  const std::string deep = std::string(101, '[') + std::string(101, ']');
  CHECK(parse_yaml(deep).error().message == "values are nested more than 100 deep");
}

TEST_CASE("empty values of one line stand in their places, however many there are") {
  std::string text = "{";
  for (int i = 0; i < 90'000; ++i) text += fmt::format("\"ä{}\":,", i);
  const auto value = parse_yaml(text + "}");
  REQUIRE(value.ok());
  CHECK(value->map.at(0).second.range == SourceRange::at(1, 6));
  CHECK(value->map.at(1).second.range == SourceRange::at(1, 12));
}

TEST_CASE("a bracket without an end is named where it opens, and costs its own entry alone") {
  const MendedYaml mended = read_mended_yaml("title: [a, b\nauthor: A\ndate: 2020\ntags: [x, y]\n");
  REQUIRE(mended.broken.size() == 1);
  CHECK(mended.broken.front().range == SourceRange::at(1, 8));
  CHECK(mended.broken.front().message.ends_with("`title:` is left out"));
  CHECK(write_json(mended.value, 0) == R"({"author":"A","date":2020,"tags":["x","y"]})");
}

TEST_CASE("an open quotation mark of an entry leaves the others whole") {
  const MendedYaml mended = read_mended_yaml("title: \"My reader\nsubtitle: \"A second\"\n");
  CHECK(mended.broken.empty());
  REQUIRE(mended.open_quotes.size() == 1);
  CHECK(mended.open_quotes.front().range == SourceRange::at(1, 8));
  CHECK(write_json(mended.value, 0) == R"({"title":"My reader","subtitle":"A second"})");
}

TEST_CASE("after many broken entries a last message says that all is lost") {
  std::string text;
  for (int i = 0; i < 21; ++i) text += fmt::format("k{}: [\n", i);
  const MendedYaml mended = read_mended_yaml(text + "good: 1\n");
  CHECK(mended.value.is_null());
  REQUIRE(mended.broken.size() == 21);
  CHECK(mended.broken.back().message.ends_with("after 20 broken entries nothing of this is read"));
}

TEST_CASE("YAML aliases may repeat neither depth nor bytes without end") {
  std::string deep = "a0: &a0 [x]\n";
  for (int i = 1; i < 3000; ++i) {
    deep += fmt::format("a{}: &a{} [*a{}]\n", i, i, i - 1);
  }
  CHECK(parse_yaml(deep).error().message.starts_with("values are nested"));
  std::string wide = "a: &a " + std::string(1'000'000, 'x') + "\nb: [*a";
  for (int i = 0; i < 1000; ++i) wide += ", *a";
  CHECK(parse_yaml(wide + "]\n").error().message.starts_with("anchors and aliases"));
  std::string nested;
  for (int i = 0; i < 90; ++i) nested += fmt::format("&n{} [", i);
  nested += std::string(2'000'000, 'x') + std::string(90, ']');
  CHECK(parse_yaml(nested).error().message.starts_with("anchors and aliases"));
  CHECK(parse_yaml("a: &a [1, 2]\nb: *a\n").value().find("b")->list.size() == 2);
}

TEST_CASE("empty values count against the size of YAML, and many keys take no square of time") {
  std::string nulls = "[";
  for (int i = 0; i < 250'000; ++i) nulls += "~,";
  CHECK(!parse_yaml(nulls + "]").ok());
  std::string keys;
  for (int i = 0; i < 90'000; ++i) keys += fmt::format("k{}: 1\n", i);
  CHECK(parse_yaml(keys).ok());
}

TEST_CASE("a quotation mark without an end ends with its line") {
  for (const char* text : {"a: \"Open\nb: 2\n", "a: 'Open\nb: 'x'\n", "x:\n  - \"Open\n  - y\n",
                           "\"a\": \"Open", "a: \"Open\nb: \"x\"\n"}) {
    CAPTURE(text);
    std::vector<Error> found;
    CHECK(parse_yaml(close_open_quotes(text, found)).ok());
    CHECK(found.size() == 1);
  }
  for (const char* text :
       {"a: \"goes\n  on\"\nb: 'It''s'\n", "a: |\n  x: \"Open\nb: 1\n", "a: 5\" tall\n",
        "a: \"goes\non\"\n", "# it's: 'open\na: 1\n", "a: \"x \\\" y\"\n", "\"k: 'x\": 1\n"}) {
    CAPTURE(text);
    std::vector<Error> found;
    CHECK(close_open_quotes(text, found) == text);
  }
  std::vector<Error> found;
  const auto value = parse_yaml(close_open_quotes("a: \"Open\\\nb: 2\nc: 'It''s\n", found));
  REQUIRE(value.ok());
  CHECK(value->find("a")->scalar == "Open\\");
  CHECK(value->find("b")->scalar == "2");
  CHECK(value->find("c")->scalar == "It's");
  CHECK(found.at(1).range == SourceRange::at(3, 4));
}

TEST_CASE("of a key that JSON gives twice the first value can be kept") {
  std::vector<Error> ignored;
  const auto value =
      parse_json_keeping_first("{\"a\": [1],\n \"a\": {\"b\": 2}, \"c\": 3}", ignored);
  REQUIRE(value.ok());
  CHECK(write_json(*value, 0) == "{\"a\":[1],\"c\":3}");
  REQUIRE(ignored.size() == 1);
  CHECK(ignored.front().range == SourceRange::at(2, 2));
}

TEST_CASE("JSON that is written is UTF-8, whatever bytes a file's name has") {
  CHECK(write_json(Value::string("a\xFF.md"), 0) == "\"a\xEF\xBF\xBD.md\"");
}

TEST_CASE("TOML with a letter of another script where a key stands is trouble, not chance") {
  for (const char* text :
       {"é = 1\n", "あ = 1\n", "a = 1 é\n", "[é]\n", "[[ あ ]]\n", "a.é = 1\n"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_toml(text).ok());
  }
}

TEST_CASE("control characters leave values, each with its place") {
  Result<Value> value =
      parse_yaml("a: \"one\\u0007\"\nb: [two, \"\\u0000\", \"é\\uFFFE\"]\nc: Größe\n");
  REQUIRE(value);
  Diagnostics diagnostics;
  remove_control_characters(*value, diagnostics);
  CHECK(write_json(*value, 0) == R"({"a":"one","b":["two","","é"],"c":"Größe"})");
  REQUIRE(diagnostics.items().size() == 3);
  CHECK(diagnostics.items()[0].range.begin_line == 1);
  CHECK(diagnostics.items()[2].range.begin_line == 2);
  CHECK(diagnostics.items()[2].code == "control-characters");
}
