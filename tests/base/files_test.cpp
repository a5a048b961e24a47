#include "base/files.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "support/temporary_folder.h"

using namespace garland;
namespace fs = std::filesystem;

TEST_CASE("paths sort as people count") {
  CHECK(natural_less("2.md", "10.md"));
  CHECK_FALSE(natural_less("10.md", "2.md"));
  CHECK(natural_less("a", "b"));
  CHECK(natural_less("part-1/x", "part-02/a"));
  CHECK_FALSE(natural_less("a", "a"));
  CHECK(natural_less("01", "1") != natural_less("1", "01"));
}

TEST_CASE("references resolve against their file and stay inside the folder") {
  CHECK(resolve_path("a/b.md", "c.png") == "a/c.png");
  CHECK(resolve_path("a/b.md", "../img/c%20d.png?x#y") == "img/c d.png");
  CHECK(resolve_path("a/b.md", "/c.png") == "c.png");
  CHECK(resolve_path("b.md", "../c.png") == "");
  CHECK(resolve_path("b.md", "..%2Fc.png") == "");
  CHECK(resolve_path("b.md", "https://example.org/c.png") == "");
  CHECK(resolve_path("b.md", "//example.org/c.png") == "");
  CHECK(resolve_path("b.md", "c%00.png") == "");
}

TEST_CASE("a folder lists and reads what is inside it alone") {
  const TemporaryFolder outside;
  outside.write("secret.txt", "secret");
  const TemporaryFolder inside;
  inside.write("b.md", "b");
  inside.write("deep/a.md", "a");
  inside.write(".hidden", "h");
  fs::create_symlink(outside.path() / "secret.txt", inside.path() / "leak.txt");
  fs::create_symlink(outside.path(), inside.path() / "leaks");
  fs::create_symlink(inside.path() / "b.md", inside.path() / "same.md");
  ::mkfifo((inside.path() / "pipe.md").c_str(), 0600);

  const auto folder = DiskFolder::open(inside.path());
  REQUIRE(folder.ok());
  std::vector<Skipped> skipped;
  CHECK(folder->list(&skipped) == std::vector<std::string>{"b.md", "deep/a.md", "same.md"});
  REQUIRE(skipped.size() == 2);
  CHECK(skipped[0].path == "leak.txt");
  CHECK(skipped[1].path == "leaks");
  CHECK(skipped[1].code == "link-outside");
  CHECK(folder->read("deep/a.md", 10).value() == "a");
  for (const char* path : {"leak.txt", "leaks/secret.txt", "../x", "/etc/passwd", "", "pipe.md"}) {
    CAPTURE(path);
    CHECK_FALSE(folder->read(path, 1000).ok());
    CHECK_FALSE(folder->exists(path));
  }
  CHECK_FALSE(folder->read("b.md", 0).ok());
}

TEST_CASE("what a list leaves out is told with its true reason") {
  const TemporaryFolder inside;
  inside.write("a.md", "a");
  fs::create_directory_symlink(".", inside.path() / "loop");
  fs::create_symlink("nowhere", inside.path() / "broken.md");
  std::string deep;
  for (int i = 0; i < 40; ++i) deep += "d/";
  inside.write(deep + "deep.md", "d");
  const auto folder = DiskFolder::open(inside.path());
  REQUIRE(folder.ok());
  std::vector<Skipped> skipped;
  CHECK(folder->list(&skipped) == std::vector<std::string>{"a.md"});
  REQUIRE(skipped.size() == 3);
  CHECK(skipped[0].code == "broken-symbolic-link");
  CHECK(skipped[1].code == "deep-folder");
  CHECK(skipped[1].path.starts_with("d/d/"));
  CHECK(skipped[2].code == "link-to-folder");
}

TEST_CASE("a name that is no UTF-8 is listed readably and read under that name") {
  const TemporaryFolder inside;
  inside.write("caf\xE9/\xFF.md", "odd");
  inside.write("100%25.md", "plain");
  const auto folder = DiskFolder::open(inside.path());
  REQUIRE(folder.ok());
  CHECK(folder->list(nullptr) == std::vector<std::string>{"100%25.md", "caf%E9/%FF.md"});
  CHECK(folder->read("caf%E9/%FF.md", 10).value() == "odd");
  CHECK(folder->exists("caf%E9/%FF.md"));
  CHECK(folder->read("100%25.md", 10).value() == "plain");
  CHECK_FALSE(folder->exists("%2E%2E/x"));
}

TEST_CASE("a reference may mean a name with signs that references use otherwise") {
  using Paths = std::vector<std::string>;
  CHECK(resolve_paths("a/b.md", "c%20d.md") == Paths{"a/c d.md", "a/c%20d.md"});
  CHECK(resolve_paths("b.md", "what?.md#x") == Paths{"what", "what?.md#x"});
  CHECK(resolve_paths("b.md", "100%.md") == Paths{"100%.md"});
  CHECK(resolve_paths("b.md", "../c.md").empty());
  CHECK(resolve_paths("b.md", "https://example.org/c.md").empty());
}

TEST_CASE("a file is written whole or not at all") {
  const TemporaryFolder folder;
  const fs::path target = folder.path() / "book.epub";
  REQUIRE(write_file_atomically(target, "first").ok());
  REQUIRE(write_file_atomically(target, "second").ok());
  CHECK(read_file(target, 100).value() == "second");
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
  CHECK_FALSE(write_file_atomically(folder.path() / "no" / "book.epub", "x").ok());
  fs::create_directory(folder.path() / "taken");
  CHECK_FALSE(write_file_atomically(folder.path() / "taken", "x").ok());
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 2);
}
