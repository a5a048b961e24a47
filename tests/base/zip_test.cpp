#include "base/zip.h"

#include <doctest/doctest.h>

using namespace garland;

TEST_CASE("members come back in order with their bytes and compression") {
  const std::vector<ZipMember> members = {{"mimetype", "application/x", Compression::Stored},
                                          {"a/b.txt", std::string(5000, 'x')},
                                          {"empty", ""}};
  const auto bytes = write_zip(members);
  REQUIRE(bytes.ok());
  CHECK(bytes->substr(30, 8) == "mimetype");
  CHECK(bytes->substr(38, 13) == "application/x");
  CHECK(bytes->size() < 1000);
  const auto read = read_zip(*bytes, 1 << 20);
  REQUIRE(read.ok());
  REQUIRE(read->size() == 3);
  for (std::size_t i = 0; i < members.size(); ++i) {
    CHECK((*read)[i].name == members[i].name);
    CHECK((*read)[i].bytes == members[i].bytes);
  }
  CHECK((*read)[0].compression == Compression::Stored);
}

TEST_CASE("the directory names the members with their unpacked sizes") {
  const auto bytes =
      write_zip({{"mimetype", "application/x"}, {"a/b.txt", std::string(5000, 'x')}});
  REQUIRE(bytes.ok());
  const auto entries = list_zip(*bytes);
  REQUIRE(entries.ok());
  REQUIRE(entries->size() == 2);
  CHECK((*entries)[1].name == "a/b.txt");
  CHECK((*entries)[1].unpacked_size == 5000);
  CHECK(!list_zip("no zip at all").ok());
}

TEST_CASE("the same members give the same bytes") {
  const std::vector<ZipMember> members = {{"a", "alpha"}, {"b", "beta"}};
  CHECK(*write_zip(members) == *write_zip(members));
}

TEST_CASE("a container that is none, too large, or leads outside is refused") {
  CHECK(!read_zip("no zip at all", 1000).ok());
  CHECK(!read_zip(*write_zip({{"a", std::string(2000, 'x')}}), 1000).ok());
  CHECK(!read_zip(*write_zip({{"../a", "x"}}), 1000).ok());
}
