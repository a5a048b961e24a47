#include "layout/galley/addresses.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "base/byte_set.h"
#include "base/unicode.h"
#include "book/addresses.h"
#include "layout/galley/address_codes.h"
#include "layout/galley/blocks.h"

namespace garland {
namespace {

// Without what only programs need to read.
std::string printed_address(std::string_view address) {
  for (const std::string_view scheme : {"mailto:", "tel:"}) {
    if (address.starts_with(scheme)) address.remove_prefix(scheme.size());
  }
  return readable_address(address);
}

void set_address_list(Setter& setter, const Frame& frame) {
  List list;
  list.kind = List::Kind::Ordered;
  list.is_tight = true;
  for (const std::string& address : setter.note_marks.addresses()) {
    Block block = address_block(address);
    block.attributes.id = address_element(list.items.size() + 1);
    list.items.emplace_back();
    list.items.back().blocks.push_back(std::move(block));
  }
  set_list(setter, list, frame);
}

}  // namespace

Block address_block(const std::string& address) {
  Link link;
  link.target.kind = LinkTarget::Kind::External;
  link.target.url = address;
  link.inlines = make_text(printed_address(address));
  return {Paragraph{{{std::move(link), {}, {}}}}, {}, {}};
}

bool says_address(const std::string& words, const std::string& address) {
  static constexpr ByteSet kSigns(".:@+0123456789");  // an address has one; most words have none
  if (!kSigns.any_in(words)) return false;
  return printed_address(to_lower(collapse_spaces(words))) == printed_address(to_lower(address));
}

std::string address_element(std::size_t number) {
  return fmt::format("printed-address-{}", number);
}

void set_addresses(Setter& setter, const Frame& frame) {
  if (setter.note_marks.addresses().empty()) return;
  set_words(setter, make_text(std::string(setter.anthology().words["addresses"])),
            TextRole::NotesHeading, next_heading(setter, setter.title_level + 1), frame);
  setter.keep_with_next();
  Frame entries = frame;
  entries.role = TextRole::Reference;
  const bool has_codes = setter.note_marks.printed_links == LinkAddresses::Codes;
  has_codes ? set_address_codes(setter, entries) : set_address_list(setter, entries);
}

}  // namespace garland
