#include "pdf/metadata.h"

#include <fmt/format.h>

#include "pictures/color.h"

namespace garland {
namespace {

constexpr std::string_view kProducer = "Garland";
constexpr std::string_view kColors = "sRGB IEC61966-2.1";

std::string information(const Packet& packet) {
  std::string out;
  const auto append = [&out](std::string_view key, std::string_view value) {
    if (!value.empty()) out += fmt::format("/{} {}\n", key, text_string(value));
  };
  const std::string date = pdf_date(packet.modified);
  append("Title", packet.title);
  append("Author", fmt::format("{}", fmt::join(packet.authors, "; ")));
  append("Subject", packet.subject);
  append("Keywords", fmt::format("{}", fmt::join(packet.keywords, ", ")));
  append("Creator", kProducer);
  append("Producer", kProducer);
  append("CreationDate", date);
  append("ModDate", date);
  return out;
}

}  // namespace

std::string pdf_date(std::string_view iso) {
  constexpr std::string_view kPattern = "dddd-dd-ddTdd:dd:ddZ";
  if (iso.size() != kPattern.size()) return {};
  std::string digits;
  for (std::size_t i = 0; i < iso.size(); ++i) {
    const bool is_digit = iso[i] >= '0' && iso[i] <= '9';
    if (kPattern[i] == 'd' ? !is_digit : iso[i] != kPattern[i]) return {};
    if (is_digit) digits += iso[i];
  }
  return "D:" + digits + "Z";
}

Result<std::string> write_metadata(HaruDocument& document, const Packet& packet, Archive archive) {
  Result<std::string> profile = make_srgb_profile();
  if (!profile) return profile.error();
  document.set_information(information(packet));
  const ObjectId xmp = document.add_stream(
      "/Type /Metadata /Subtype /XML", make_xmp(packet, kProducer, archive), StreamFilter::None);
  const ObjectId colors = document.add_stream("/N 3", *profile, StreamFilter::Flate);
  const ObjectId intent = document.add(
      fmt::format("/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier {0} /Info {0} "
                  "/DestOutputProfile {1}",
                  byte_string(kColors), reference(colors)));
  std::string out =
      fmt::format("/Metadata {} /OutputIntents [{}]", reference(xmp), reference(intent));
  if (archive != Archive::Part2Untagged) out += " /MarkInfo << /Marked true >>";
  if (!packet.language.empty()) out += " /Lang " + text_string(packet.language);
  return out;
}

}  // namespace garland
