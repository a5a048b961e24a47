// Messages as the archive of a mailing list shows them (Pipermail, the archiver of Mailman 2): the
// subject, the sender with an address whose "@" is written out, and the date, a line each; links to
// other messages; what is said of attachments that are not shown.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "readers/plain_text/lines.h"

namespace garland::plain {

struct ArchivedMessage {
  std::size_t subject = 0;  // lines
  std::size_t sender = 0;
  std::size_t sent = 0;
  std::string_view name;  // of the sender; empty where the text is no such message

  bool is_some() const { return !name.empty(); }
};

// Looks at the first lines only.
ArchivedMessage archived_message(const std::vector<TextLine>& lines);

// What the archive adds to the messages it shows gets its reason to go. Cost linear.
void leave_out_archive_words(std::vector<TextLine>& lines);

}  // namespace garland::plain
