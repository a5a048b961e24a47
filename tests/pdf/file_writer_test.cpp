#include "pdf/file_writer.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "judges.h"

using namespace garland;
using garland::test::check_syntax;
using garland::test::contains;
using garland::test::objects_of;

namespace {

constexpr ObjectId kCatalog = 1, kPages = 2, kInformation = 3, kPage = 4, kContent = 5, kLength = 6;
constexpr ObjectId kFirstExtra = 7;

// A file of one page and of so many objects more, of which each refers to the next.
std::string write_file(ObjectId extra_count, std::string_view title = "Salt") {
  const ObjectId end = kFirstExtra + extra_count;
  FileWriter writer(end);
  writer.add(kCatalog, fmt::format("<</Type /Catalog /Pages 2 0 R /Extra {} 0 R>>", kFirstExtra));
  writer.add(kPages, "<</Type /Pages /Kids [4 0 R] /Count 1>>");
  writer.add(kInformation, fmt::format("<</Title ({})>>", title));
  writer.add(kPage,
             "<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Resources <<>> /Contents 5 0 R>>");
  writer.add_stream(kContent, "<</Length 6 0 R>>\nstream\n0 0 9 9 re f\nendstream");
  writer.add(kLength, "12");
  for (ObjectId extra = kFirstExtra; extra < end; ++extra) {
    writer.add(extra, fmt::format("<</Number {} /Next {} 0 R>>", extra, extra + 1));
  }
  return writer.finish(kCatalog, kInformation);
}

}  // namespace

TEST_CASE("a file is found whole by others, however many object streams it takes") {
  for (const ObjectId extra_count : {1U, 193U, 194U, 195U, 1000U}) {
    CAPTURE(extra_count);
    const std::string file = write_file(extra_count);
    check_syntax(file);
    const auto objects = objects_of(file);
    if (!objects) continue;
    CHECK(contains(*objects, "0 0 9 9 re f"));
    CHECK(contains(*objects, fmt::format("/Number {}\n", kFirstExtra)));
    CHECK(contains(*objects, fmt::format("/Number {}\n", kFirstExtra + extra_count - 1)));
  }
}

TEST_CASE("the same objects give the same bytes, and any other object another identifier") {
  CHECK(write_file(1) == write_file(1));
  const auto identifier = [](const std::string& file) {
    return file.substr(file.find("/ID ["), 73);
  };
  CHECK(identifier(write_file(1)) != identifier(write_file(1, "Malt")));
}
