// The Anthology: everything both writers print, in order, with every decision taken. Made by
// book/assemble from the description and the documents.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "pictures/picture.h"

namespace garland {

// One article (or introduction). Its tree is final: identifiers set, links resolved, notes
// numbered.
struct Work {
  std::string id;  // file-safe, unique in the book, made from its path: "essay", "part-2-essay"
  Document document;
  // The article's own references, cleaned; also present in the document's tree where it had them.
  bool has_references = false;
};

struct Part {
  std::string id;     // empty for the one untitled part of a book without parts
  std::string title;  // empty likewise
  std::optional<Work> introduction;
  std::vector<Work> works;
};

// One entry of the joint reference list.
struct JointReference {
  Inlines entry;
  std::vector<std::string> cited_by;  // ids of works, in book order
};

// One line of the attributions in the back matter.
struct Attribution {
  std::string work;  // Work::id; empty for a picture used in several
  bool is_picture = false;
  Inlines title;
  Inlines text;  // credit, date, source, licence, permission as sentences; links where known
};

// What an index lists.
enum class IndexKind { Authors, Titles, Subjects };

struct IndexEntry {
  Inlines heading;                 // "Roe, Jane"; of a title its own words, with marks of notes
  std::string language;            // of the heading, where it is known
  std::vector<std::string> works;  // ids, in book order; at least one
};

// Entries in alphabetical order that stand together.
struct IndexGroup {
  std::string letter;  // above them; empty for signs and figures, and where there are few entries
  std::vector<IndexEntry> entries;
};

// An index at the end. Made by book/indexes.
struct Index {
  IndexKind kind = IndexKind::Authors;
  std::vector<IndexGroup> groups;  // none without entries
};

// The page that says how the book was made.
struct Colophon {
  std::vector<std::string> paragraphs;  // the editor's own; none: what the program knows
};

struct BookMetadata {
  std::string title;
  std::string subtitle;
  std::vector<Contributor> editors;
  std::string language;  // BCP 47
  std::string publisher;
  Date date;  // of this edition; may be unknown
  std::string edition;
  std::string series;  // that the anthology is one of
  std::string volume;  // its number in the series: "3", "2.1"; or empty
  std::string rights;
  std::string description;
  std::vector<std::string> subjects;
  std::string identifier;  // urn: or an ISBN; derived from title and editors when not given
  std::string slug;        // base name of the outputs
  std::string modified;    // "2025-03-19T00:00:00Z" for dcterms:modified and PDF dates
};

// Fixed words that the books print ("Contents", "Notes", "by"), in the anthology's language. Keys
// are in book/words.cpp; an unknown language falls back to English.
class Words {
 public:
  explicit Words(std::string_view language);
  // The word for a key ("contents"). Requires a known key.
  std::string_view operator[](std::string_view key) const;
  // "12 March 2025" in the language's manner, as precise as the date is.
  std::string date(const Date& date) const;
  // "12 March" or "March": the same without its year; empty where the month is not known.
  std::string month_day(const Date& date) const;
  // "A, B and C".
  std::string join_names(const std::vector<std::string>& names) const;

 private:
  const struct FixedWords* table_;
};

struct Anthology {
  BookMetadata metadata;
  Words words{"en"};
  std::optional<Work> introduction;  // stands before the first part
  std::vector<Part> parts;           // at least one; empty titles for a book without parts
  std::vector<JointReference> references;
  std::vector<Attribution> attributions;
  std::vector<Index> indexes;        // in the order of the description
  std::optional<Colophon> colophon;  // in its place the imprint says what the book is set with
  std::vector<Picture> pictures;     // sorted by id
  std::optional<std::string> cover;  // Picture::id of a cover that was given

  // Every work in reading order: introduction, then each part's introduction and works.
  std::vector<const Work*> works() const;
  const Picture* find_picture(std::string_view id) const;
};

// Language of a work (BCP 47): its own, else the book's.
std::string_view language_of(const Work& work, const BookMetadata& book);

// Byline "Jane Roe and John Poe, translated by A. Smith"; empty when nobody is known.
std::string byline(const Metadata& metadata, const Words& words);

}  // namespace garland
