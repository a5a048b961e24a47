// Recognizes the sentence with which an article says where it first appeared: "Originally published
// in The Times", "Zuerst erschienen auf …", "Source: …".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace garland {

struct SourcePhrase {
  std::string name;       // of the publication, as written; empty for "originally posted here"
  std::string date;       // as written; empty where none is said
  bool is_label = false;  // "Source: …", which a picture or table may have too
};

// What the text says, if it is one such sentence and nothing else; English, German, French, Spanish
// and Italian are known. `text` has its white space collapsed. `has_link`: part of it is a link,
// which stands for "here" or gives the name's address.
std::optional<SourcePhrase> source_phrase(std::string_view text, bool has_link);

}  // namespace garland
