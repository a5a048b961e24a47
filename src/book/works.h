// Documents to Works: identifiers, what the description says of each, titles for those without.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "book/anthology.h"
#include "book/assemble.h"

namespace garland {

// File-safe names, unique within the book: ASCII letters, digits and '-'.
class WorkIds {
 public:
  // "part-2/essay.md" gives "part-2-essay", and "part-2-essay-2" when that is taken.
  std::string for_path(std::string_view path);
  std::string for_part(std::string_view title);

 private:
  std::string unique(std::string wanted);
  // "book" names the places of the book's own pages.
  std::set<std::string> taken_{"book"};
};

// "on_the-sea" -> "On the sea": the title of last resort, from a file's or folder's name.
std::string title_from_name(std::string_view name);

// A work of the document. The description's overrides are put into its metadata; a work without a
// title is reported and named after its file, an introduction silently by the fixed word.
Work make_work(const ChosenSource& source, Document document, WorkIds& ids, const Words& words,
               Diagnostics& diagnostics);

// Whether it is an introduction that is named by the fixed word alone.
bool is_untitled_introduction(const Work& work);

}  // namespace garland
