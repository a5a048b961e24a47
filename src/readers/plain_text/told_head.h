// Heads in which a file names its own title and author: of a mail or a post to a list, of a book of
// Project Gutenberg, of a manual page. They are told in the metadata and left out of the text.
#pragma once

#include <vector>

#include "document/document.h"
#include "readers/plain_text/lines.h"
#include "readers/reader.h"

namespace garland::plain {

// Whether the text begins with the fields of a message (RFC 5322), "From:" and "Subject:" among
// them, in any of the languages of mail programs.
bool has_message_head(const std::vector<TextLine>& lines);

// Sets what is not set yet, and marks the head's lines unless all is to be kept. Gives whether
// there is such a head: then no site stands around the text. Cost linear.
bool take_told_head(std::vector<TextLine>& lines, const ReaderOptions& options, Document& document);

}  // namespace garland::plain
