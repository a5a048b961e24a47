// `pdf:` of the description: what the book itself knows of the packet. The theme reads the rest.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "book/description_keys.h"
#include "book/description_values.h"

namespace garland {
namespace {

struct AttachmentName {
  std::string_view name;
  bool AttachmentWishes::*wish;
};
constexpr std::array<AttachmentName, 2> kAttachments{
    {{"sources", &AttachmentWishes::sources}, {"credits", &AttachmentWishes::credits}}};

void set_attachment(AttachmentWishes& wishes, const Value& name, Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const AttachmentName& attachment : kAttachments) {
    known.push_back(attachment.name);
    if (attachment.name != name.scalar) continue;
    wishes.*attachment.wish = true;
    return;
  }
  const std::string_view nearest = nearest_spelling(name.scalar, known);
  diagnostics.warning("bad-setting", name.range,
                      fmt::format("pdf: attach has “{}”, which cannot be attached", name.scalar),
                      nearest.empty() ? fmt::format("write {}", fmt::join(known, ", or "))
                                      : fmt::format("did you mean “{}”?", nearest));
}

void set_attachments(Description& description, const Value& value, Diagnostics& diagnostics) {
  for (const Value& name : members_of(value)) {
    set_attachment(description.attach, name, diagnostics);
  }
}

bool is_of_the_book(const Value::Entry& entry) {
  const KeyTable& keys = packet_keys();
  return std::any_of(keys.begin(), keys.end(),
                     [&entry](const DescriptionKey& key) { return key.name == entry.first; });
}

}  // namespace

const KeyTable& packet_keys() {
  static const KeyTable table = {
      {"attach", "", KeyType::TextList, "",
       "Files that the packet carries inside: sources (the articles as they lie in the folder, "
       "with "
       "the description and the bibliographies), credits (who wrote what, as CSL-JSON)",
       set_attachments},
  };
  return table;
}

void set_packet_settings(Description& description, const Value& value, Diagnostics& diagnostics) {
  Value own = Value::make_map();
  description.pdf = value;
  std::copy_if(value.map.begin(), value.map.end(), std::back_inserter(own.map), is_of_the_book);
  std::erase_if(description.pdf.map, is_of_the_book);
  read_map(packet_keys(), own, "`pdf:`", description, diagnostics);
}

}  // namespace garland
