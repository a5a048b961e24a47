#include "judges.h"

#include <doctest/doctest.h>

#include <utility>

#include "packet_builder.h"
#include "pdf/pdf.h"
#include "support/shared_data.h"
#include "support/temporary_folder.h"
#include "support/tool.h"

namespace garland::test {
namespace {

// The output of a tool that is given the file's path as its `path_word`-th word; nothing when it is
// not installed.
std::optional<std::string> output_of(std::vector<std::string> words, std::size_t path_word,
                                     const std::string& pdf) {
  const TemporaryFolder folder;
  folder.write("packet.pdf", pdf);
  words.insert(words.begin() + static_cast<std::ptrdiff_t>(path_word),
               (folder.path() / "packet.pdf").string());
  auto result = run_tool(words);
  if (!result) return std::nullopt;
  CHECK_MESSAGE(result->status == 0, result->output);
  return std::move(result->output);
}

void check_rules(const std::string& pdf, const std::vector<std::string>& standards) {
  const auto script = shared_path("tools/pdfua_check.py");
  if (!script) return;
  const TemporaryFolder folder;
  folder.write("packet.pdf", pdf);
  std::vector<std::string> words = {"python3", script->string(),
                                    (folder.path() / "packet.pdf").string()};
  words.insert(words.end(), standards.begin(), standards.end());
  if (const auto rules = run_tool(words)) CHECK_MESSAGE(rules->status == 0, rules->output);
}

}  // namespace

std::string write(const Packet& packet, const std::vector<Picture>& pictures,
                  const std::vector<Attachment>& attachments, const PrintSettings& print) {
  const Result<std::string> pdf = write_pdf(packet, pictures, library(), attachments, print);
  REQUIRE_MESSAGE(pdf.ok(), (pdf.ok() ? "" : pdf.error().message));
  return *pdf;
}

std::string write_printed(const Packet& packet, const std::vector<Picture>& pictures,
                          const PrintSettings& print) {
  return write(packet, pictures, {}, print);
}

void check_syntax(const std::string& pdf) {
  const TemporaryFolder folder;
  folder.write("packet.pdf", pdf);
  if (const auto qpdf = run_tool({"qpdf", "--check", (folder.path() / "packet.pdf").string()})) {
    CHECK_MESSAGE(qpdf->status == 0, qpdf->output);
  }
}

void check_file(const std::string& pdf, const std::string& level) {
  check_syntax(pdf);
  check_rules(pdf, {"--ua1", "--pdfa", level});
}

void check_untagged_file(const std::string& pdf) {
  check_syntax(pdf);
  check_rules(pdf, {"--pdfa", "2b"});
}

std::optional<std::string> text_of(const std::string& pdf) {
  return output_of({"pdftotext", "-enc", "UTF-8", "-"}, 3, pdf);
}

std::optional<std::string> structure_of(const std::string& pdf) {
  return output_of({"pdfinfo", "-enc", "UTF-8", "-struct-text"}, 4, pdf);
}

std::optional<std::string> objects_of(const std::string& pdf) {
  return output_of({"qpdf", "--qdf", "--object-streams=disable", "--no-original-object-ids", "-"},
                   4, pdf);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace garland::test
