// The marks of an article's notes: which note a mark means, the number that it shows, and which
// notes are still to be set. Where the theme prints the addresses of links as notes, these are
// among them; where it lists them, they have numbers of their own.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "style/theme.h"

namespace garland {

// A mark's note. The first mark of a note has it set at the page's foot.
struct FootnoteMark {
  std::size_t index = 0;  // in Galley::notes
  int number = 0;
  bool is_first = false;
  const Note* note = nullptr;  // null when the label has none
};

class FootnoteMarks {
 public:
  // The article's notes, which must outlive this.
  void add_notes(const std::vector<Note>& notes);

  // Where addresses of links are printed: in articles as the theme has it, nowhere on other pages.
  LinkAddresses printed_links = LinkAddresses::None;

  FootnoteMark mark(std::string_view label);
  // The same for a note that only says an address. All marks of one address lead to one note.
  FootnoteMark mark_address(const std::string& address);
  // Its number among the article's addresses, from 1 in the order of their first links.
  std::size_t number_address(const std::string& address);
  const std::vector<std::string>& addresses() const { return addresses_; }

  // The number that mark() would give a label, nothing where it has no note; and that of an
  // address, as the theme has them printed. One that is not given yet may be a later one: it is
  // asked for text that is measured before it is set, and must not come out wider then.
  std::optional<std::size_t> foresee(std::string_view label) const;
  std::size_t foresee_address(const std::string& address) const;

  // Notes that have been marked since this was asked last: each is to be set.
  std::vector<FootnoteMark> take_pending();

 private:
  // The number of a note that is marked as the `index`th one.
  std::size_t number_of(const Note& note, std::size_t index) const;

  std::map<std::string_view, const Note*> notes_by_label_;
  std::map<std::string, FootnoteMark, std::less<>> marks_;  // by label
  std::vector<FootnoteMark> pending_;
  std::map<std::string, Note> address_notes_;           // by address
  std::vector<std::string> addresses_;                  // in the order of their numbers
  std::map<std::string, std::size_t> address_numbers_;  // from 1
};

}  // namespace garland
