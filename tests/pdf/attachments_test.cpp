#include "pdf/attachments.h"

#include <doctest/doctest.h>

#include "judges.h"
#include "packet_builder.h"
#include "pdf/pdf.h"
#include "support/temporary_folder.h"
#include "support/tool.h"

namespace garland {
namespace {

using test::contains;
using test::PacketBuilder;

Packet one_page() {
  PacketBuilder b;
  b.add_page("1");
  b.add_block(0, StructureType::H1, "Words");
  return b.packet;
}

Attachment file(std::string name, std::string bytes,
                Attachment::Relationship relationship = Attachment::Relationship::Source) {
  return {std::move(name), "text/markdown", "An article: ä (1)", relationship,
          [bytes = std::move(bytes)]() -> Result<std::string> { return bytes; }};
}

std::vector<Attachment> three_files() {
  return {file("essay.md", "# Words\n"), file("ünï) name.md", ""),
          file("credits.json", "[]\n", Attachment::Relationship::Supplement)};
}

TEST_CASE("a packet with attached files passes the checks of PDF, PDF/UA-1 and PDF/A-3a") {
  test::check_file(test::write(one_page(), {}, three_files()), "3a");
}

TEST_CASE("a packet without attached files says nothing of them") {
  const auto objects = test::objects_of(test::write(one_page()));
  if (!objects) return;
  CHECK(contains(*objects, "<pdfaid:part>2</pdfaid:part>"));
  CHECK_FALSE(contains(*objects, "/AF"));
  CHECK_FALSE(contains(*objects, "/EmbeddedFiles"));
}

TEST_CASE("an attached file has its kind, size, date and part in the book") {
  const auto objects = test::objects_of(test::write(one_page(), {}, three_files()));
  if (!objects) return;
  for (const char* part :
       {"<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>",
        "/Subtype /text#2fmarkdown", "/Size 8", "/Size 0", "/ModDate (D:20250319000000Z)",
        "/AFRelationship /Source", "/AFRelationship /Supplement", "/UF (essay.md)",
        "/F (credits.json)", "/Type /EmbeddedFile"}) {
    CAPTURE(part);
    CHECK(contains(*objects, part));
  }
}

TEST_CASE("attached files come out of the packet as they went in, each under its name") {
  const TemporaryFolder folder;
  std::vector<Attachment> files = three_files();
  for (int i = 0; i < 300; ++i) files.push_back(file(std::to_string(i) + ".md", "Number"));
  folder.write("packet.pdf", test::write(one_page(), {}, files));
  const std::string path = (folder.path() / "packet.pdf").string();
  const auto list = test::run_tool({"pdfdetach", "-list", "-enc", "UTF-8", path});
  if (!list) return;
  CHECK(contains(list->output, "303 embedded files"));
  CHECK(contains(list->output, ": ünï) name.md\n"));
  const auto essay = test::run_tool({"qpdf", "--show-attachment=essay.md", path});
  if (essay) CHECK(essay->output == "# Words\n");
  const auto last = test::run_tool({"qpdf", "--show-attachment=299.md", path});
  if (last) CHECK(last->output == "Number");
}

TEST_CASE("a file that cannot be read and files beyond measure are errors") {
  Attachment gone = file("gone.md", "");
  gone.read = []() -> Result<std::string> { return Error{"it is gone", "", {}}; };
  const Result<std::string> without = write_pdf(one_page(), {}, test::library(), {gone});
  REQUIRE_FALSE(without.ok());
  CHECK(without.error().message == "it is gone");
  Attachment large = file("large.md", "");
  large.read = []() -> Result<std::string> { return std::string(kMaxAttachedBytes / 2 + 1, 'x'); };
  CHECK(write_pdf(one_page(), {}, test::library(), {large}).ok());
  const Result<std::string> beyond = write_pdf(one_page(), {}, test::library(), {large, large});
  REQUIRE_FALSE(beyond.ok());
  CHECK(contains(beyond.error().message, "256 MB"));
}

}  // namespace
}  // namespace garland
