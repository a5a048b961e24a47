// Puts an entry together from sentences, with one stop and one space between them.
#pragma once

#include <string>
#include <string_view>

#include "document/inline.h"

namespace garland {

class EntryWriter {
 public:
  bool empty() const { return plain_.empty(); }
  // Ends the sentence before, if there is one.
  void sentence();
  // Adds to the sentence; the text is plain.
  void text(std::string_view text);
  // These three take CSL's rich text.
  void rich(std::string_view text);
  void italic(std::string_view text);
  // In quotation marks, with the stop inside, as American typography has it.
  void quoted(std::string_view text);
  // An address that is printed and followed; ends the entry without a stop after it in the link.
  void address(std::string_view url);
  // The entry with its last stop.
  Inlines finish();

 private:
  bool has_stop() const;
  void add(Inlines inlines);
  Inlines inlines_;
  std::string plain_;
};

}  // namespace garland
