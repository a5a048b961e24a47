// Documents to Works: identifiers, what the description says of each, titles for those without.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "book/anthology.h"
#include "book/assemble.h"

namespace garland {

// File-safe names, unique within the book: ASCII letters, digits and '-'. Each follows from what it
// names, not from the order of the book, so that it stays when others are added, removed or moved.
class WorkIds {
 public:
  explicit WorkIds(const std::vector<ChosenSource>& sources);

  // "part-2/essay.md" gives "part-2-essay". Of several paths that would give the same, the nearest
  // to it keeps it, and the others' have a hash of the path behind it. Requires the path of a
  // source.
  const std::string& of_path(const std::string& path) const { return id_of_path_.at(path); }

  // Sets the identifiers of parts that have a title: "part-early-days". Of several of one title,
  // others have a hash of their first work's path behind it.
  void name_parts(std::vector<Part>& parts);

 private:
  // What is to be named, and how it would like to be.
  struct Wish {
    std::string name;
    std::string self;  // what tells it from others
  };
  std::vector<std::string> grant(const std::vector<Wish>& wishes);

  // "book" names the places of the book's own pages.
  std::set<std::string> taken_{"book"};
  std::map<std::string, std::string> id_of_path_;
};

// "on_the-sea" -> "On the sea": the title of last resort, from a file's or folder's name.
std::string title_from_name(std::string_view name);

// A work of the document. The description's overrides are put into its metadata; a work without a
// title is reported and named after its file, an introduction silently by the fixed word.
Work make_work(const ChosenSource& source, Document document, const WorkIds& ids,
               const Words& words, Diagnostics& diagnostics);

// Whether it is an introduction that is named by the fixed word alone.
bool is_untitled_introduction(const Work& work);

}  // namespace garland
