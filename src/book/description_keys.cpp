#include "book/description_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include "base/ascii.h"
#include "base/unicode.h"
#include "book/description_values.h"
#include "document/language_tag.h"
#include "document/marked_text.h"
#include "document/metadata_values.h"

namespace garland {
namespace {

template <auto kMember>
void set_text(Description& description, const Value& value, Diagnostics& /*diagnostics*/) {
  description.metadata.*kMember = collapse_spaces(value.scalar);
}

// Editors mark the names of works in titles as articles do.
template <auto kMember>
void set_title(Description& description, const Value& value, Diagnostics& /*diagnostics*/) {
  description.metadata.*kMember = without_title_marks(collapse_spaces(value.scalar));
}

void set_language(Description& description, const Value& value, Diagnostics& diagnostics) {
  const std::string tag = language_tag(trim(value.scalar));
  if (tag.empty()) {
    diagnostics.error("bad-language", value.range,
                      fmt::format("“{}” is the tag of no language", value.scalar),
                      "write one such as “en”, “pt-BR” or “zh-Hant”");
    return;
  }
  description.metadata.language = tag;
}

void set_editors(Description& description, const Value& value, Diagnostics& diagnostics) {
  check_names("editors", value, diagnostics);
  description.metadata.editors = contributors_from(value, Role::Editor);
}

void set_date(Description& description, const Value& value, Diagnostics& diagnostics) {
  const std::optional<Date> date = date_from(value.scalar);
  if (!date) return;
  description.metadata.date = *date;
  if (date->year == 0) {
    diagnostics.warning("unclear-date", value.range,
                        fmt::format("the date “{}” is printed as it stands", value.scalar),
                        "write it as 2025-03-19, 2025-03 or 2025 to have it understood");
  }
}

// Catalogues sort by it (EPUB 3.3, D.3.5: group-position).
void set_volume(Description& description, const Value& value, Diagnostics& diagnostics) {
  const std::string_view volume = value.scalar;
  bool is_number = !volume.empty() && volume.back() != '.';
  char before = '.';
  for (const char c : volume) {
    is_number = is_number && (is_ascii_digit(c) || (c == '.' && before != '.'));
    before = c;
  }
  if (is_number) {
    description.metadata.volume = volume;
  } else {
    diagnostics.warning("bad-volume", value.range,
                        fmt::format("the volume “{}” is no number", volume),
                        "write it as 3 or 2.1; words belong into `edition:`");
  }
}

void set_subjects(Description& description, const Value& value, Diagnostics& /*diagnostics*/) {
  for (const Value& member : members_of(value)) {
    description.metadata.subjects.push_back(collapse_spaces(member.scalar));
  }
}

void set_identifier(Description& description, const Value& value, Diagnostics& diagnostics) {
  description.metadata.identifier = identifier_from(value, diagnostics);
}

void set_cover(Description& description, const Value& value, Diagnostics& diagnostics) {
  description.cover = {folder_path(value, diagnostics), value.range};
}

// Whether there is such a style is known when it is looked for.
void set_style(Description& description, const Value& value, Diagnostics& /*diagnostics*/) {
  description.style = value.scalar;
  description.style_range = value.range;
}

void set_assets(Description& description, const Value& value, Diagnostics& diagnostics) {
  for (const auto& [address, file] : value.map) {
    if (std::string path = folder_path(file, diagnostics); !path.empty()) {
      description.assets.emplace_back(address, std::move(path));
    }
  }
}

void set_megapixels(Description& description, const Value& value, Diagnostics& diagnostics) {
  constexpr double kLeast = 0.1;
  constexpr double kMost = kMaxPicturePixels / 1e6;
  double millions = 0;
  const char* end = value.scalar.data() + value.scalar.size();
  const auto [rest, error] = std::from_chars(value.scalar.data(), end, millions);
  if (error != std::errc() || rest != end || !(millions >= kLeast && millions <= kMost)) {
    diagnostics.warning("bad-setting", value.range,
                        fmt::format("`megapixels: {}` is not taken", value.scalar),
                        fmt::format("write a number from {} to {}", kLeast, kMost));
    return;
  }
  description.most_picture_pixels = static_cast<std::int64_t>(millions * 1e6);
}

void set_references(Description& description, const Value& value, Diagnostics& diagnostics) {
  read_map(references_keys(), value, "`references:`", description, diagnostics);
}

void set_reference_style(Description& description, const Value& value,
                         Diagnostics& /*diagnostics*/) {
  description.reference_style = value.scalar;
  description.reference_style_range = value.range;
}

void set_bibliographies(Description& description, const Value& value, Diagnostics& diagnostics) {
  description.bibliography_files = named_files(value, diagnostics);
}

void set_attributions(Description& description, const Value& value, Diagnostics& diagnostics) {
  read_map(attributions_keys(), value, "`attributions:`", description, diagnostics);
}

void set_print_attributions(Description& description, const Value& value,
                            Diagnostics& /*diagnostics*/) {
  description.has_attributions = value.scalar == "true";
}

// Yes, no, or words whose paragraphs are parted by empty lines.
void set_colophon(Description& description, const Value& value, Diagnostics& /*diagnostics*/) {
  const std::string word = to_lower(trim(value.scalar));
  description.colophon.reset();
  if (word.empty() || word == "no" || word == "false" || word == "off") return;
  description.colophon.emplace();
  if (word == "yes" || word == "true" || word == "on") return;
  std::string paragraph;
  for (std::string_view rest = value.scalar; !rest.empty() || !paragraph.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    paragraph += line.empty() ? "" : " " + std::string(line);
    const bool is_over = line.empty() || rest.empty();
    if (!is_over || paragraph.empty()) continue;
    description.colophon->paragraphs.push_back(collapse_spaces(paragraph));
    paragraph.clear();
  }
}

// How to read all sources: the readers look into it.
template <const char* kKey>
void set_reading(Description& description, const Value& value, Diagnostics& /*diagnostics*/) {
  if (!description.reading.is_map()) description.reading = Value::make_map();
  description.reading.set(kKey, value);
}
constexpr char kKeep[] = "keep";
constexpr char kDrop[] = "drop";
constexpr char kHeadings[] = "headings";
constexpr char kFormat[] = "format";

// The e-book follows the style alone so far: what is asked of it here must not be lost unseen.
void report_ebook_settings(Description& /*description*/, const Value& value,
                           Diagnostics& diagnostics) {
  for (const auto& [name, setting] : value.map) {
    diagnostics.warning("unknown-setting", setting.key_place(),
                        fmt::format("the e-book has no setting `{}`", name), "leave it out");
  }
}

std::string_view name_of(KeyType type) {
  switch (type) {
    case KeyType::Text:
      return "text";
    case KeyType::TextList:
      return "text, or a list of texts";
    case KeyType::Indexes:
      return "the name of an index, or a list of such";
    case KeyType::Names:
      return "a name, or a list of names";
    case KeyType::Boolean:
      return "true or false";
    case KeyType::Source:
      return "a file's path, or a map with `file:`";
    case KeyType::Contents:
      return "a list of sources and parts";
    case KeyType::Assets:
    case KeyType::Settings:
    case KeyType::Packet:
    case KeyType::References:
    case KeyType::Attributions:
      return "a map of keys and values";
  }
  return "";
}

bool all_scalars(const Value& value) {
  const std::vector<Value> members = members_of(value);
  return std::all_of(members.begin(), members.end(),
                     [](const Value& member) { return member.is_scalar() && !member.is_null(); });
}

bool has_type(const Value& value, KeyType type) {
  switch (type) {
    case KeyType::Text:
      return value.is_scalar();
    case KeyType::TextList:
    case KeyType::Indexes:
      return all_scalars(value);
    case KeyType::Names:
      return true;
    case KeyType::Boolean:
      return value.kind == Value::Kind::Boolean;
    case KeyType::Source:
      return !value.is_list();
    case KeyType::Contents:
      return value.is_list();
    default:
      return value.is_map();
  }
}

const DescriptionKey* find_key(const KeyTable& table, std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [name](const DescriptionKey& key) {
    return key.name == name || (!key.synonym.empty() && key.synonym == name);
  });
  return found == table.end() ? nullptr : &*found;
}

void report_unknown(const KeyTable& table, std::string_view name, SourceRange range,
                    std::string_view where, Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  std::vector<std::string_view> spellings;
  for (const DescriptionKey& key : table) {
    names.push_back(key.name);
    spellings.push_back(key.name);
    if (!key.synonym.empty()) spellings.push_back(key.synonym);
  }
  const std::string_view nearest = nearest_spelling(name, spellings);
  diagnostics.error("unknown-key", range, fmt::format("{} has no key `{}`", where, name),
                    nearest.empty() ? fmt::format("its keys are {}", fmt::join(names, ", "))
                                    : fmt::format("did you mean `{}`?", nearest));
}

}  // namespace

const KeyTable& book_keys() {
  static const KeyTable table = {
      {"title", "", KeyType::Text, "the folder's name", "Title of the anthology",
       set_title<&BookMetadata::title>},
      {"subtitle", "", KeyType::Text, "", "Subtitle, printed under the title",
       set_title<&BookMetadata::subtitle>},
      {"editors", "editor", KeyType::Names, "", "Who put the anthology together", set_editors},
      {"language", "lang", KeyType::Text, "that of most articles, or en",
       "Language of the anthology and of its fixed words, as a BCP 47 tag", set_language},
      {"publisher", "", KeyType::Text, "", "Who publishes this edition",
       set_text<&BookMetadata::publisher>},
      {"date", "", KeyType::Text, "", "Date of this edition: 2025-03-19, 2025-03 or 2025",
       set_date},
      {"edition", "", KeyType::Text, "", "Name of this edition, as printed: Second edition",
       set_text<&BookMetadata::edition>},
      {"series", "", KeyType::Text, "", "Series that the anthology is one of",
       set_text<&BookMetadata::series>},
      {"volume", "", KeyType::Text, "", "Its number in the series: 3, or 2.1", set_volume},
      {"rights", "copyright", KeyType::Text, "", "Rights in the anthology as a whole",
       set_text<&BookMetadata::rights>},
      {"description", "", KeyType::Text, "", "What the anthology is about, for catalogues",
       set_text<&BookMetadata::description>},
      {"subjects", "keywords", KeyType::TextList, "", "Subjects, for catalogues", set_subjects},
      {"identifier", "isbn", KeyType::Text, "derived from title and editors",
       "ISBN or urn: of the anthology; readers' bookmarks hang on it", set_identifier},
      {"cover", "", KeyType::Text, "made from the style", "Picture for the cover", set_cover},
      {"style", "theme", KeyType::Text, "reader", "Name of a style, or the path of one", set_style},
      {"introduction", "", KeyType::Source, "", "Text that stands before everything else",
       set_introduction},
      {"contents", "", KeyType::Contents, "all sources in natural order",
       "Sources and parts in reading order", set_contents},
      {"keep", "", KeyType::TextList, "",
       "What no source loses as a site's leftovers: all, boilerplate, whole lines, or /regular "
       "expressions/",
       set_reading<kKeep>},
      {"drop", "", KeyType::TextList, "",
       "Lines that every source loses: whole ones, or /regular expressions/", set_reading<kDrop>},
      {"headings", "", KeyType::TextList, "auto",
       "Lines that are headings in plain text, or none; a source's own word overrules it",
       set_reading<kHeadings>},
      {"format", "", KeyType::Text, "judged by each source's content",
       "What all sources are read as: markdown, html or plain text", set_reading<kFormat>},
      {"references", "", KeyType::References, "", "Citation style and bibliographies",
       set_references},
      {"attributions", "", KeyType::Attributions, "", "Attributions in the back matter",
       set_attributions},
      {"indexes", "index", KeyType::Indexes, "none",
       "Indexes at the end, in this order: authors, titles, subjects", set_indexes},
      {"colophon", "", KeyType::Text, "no",
       "Last page, on how the book was made: yes, or your own words", set_colophon},
      {"assets", "", KeyType::Assets, "", "Files that stand for pictures on the web, by address",
       set_assets},
      {"megapixels", "", KeyType::Text, "5.6",
       "Millions of pixels that a picture has at most in the books: larger ones are made smaller",
       set_megapixels},
      {"epub", "", KeyType::Settings, "", "Settings of the e-book", report_ebook_settings},
      {"pdf", "", KeyType::Packet, "", "Settings of the packet", set_packet_settings},
  };
  return table;
}

const KeyTable& references_keys() {
  static const KeyTable table = {
      {"style", "", KeyType::Text, "chicago-author-date", "Citation style", set_reference_style},
      {"files", "file", KeyType::TextList, "",
       "Bibliographies that every article may cite: BibTeX, CSL-JSON or CSL-YAML",
       set_bibliographies},
  };
  return table;
}

const KeyTable& attributions_keys() {
  static const KeyTable table = {
      {"print", "", KeyType::Boolean, "true", "Whether the back matter has attributions",
       set_print_attributions},
  };
  return table;
}

void read_map(const KeyTable& table, const Value& map, std::string_view where,
              Description& description, Diagnostics& diagnostics) {
  for (const auto& [name, value] : map.map) {
    const DescriptionKey* key = find_key(table, name);
    if (key == nullptr) {
      report_unknown(table, name, value.key_place(), where, diagnostics);
    } else if (value.is_null()) {
      continue;  // a key without a value says nothing
    } else if (!has_type(value, key->type)) {
      diagnostics.error("wrong-type", value.range,
                        fmt::format("`{}` should be {}", name, name_of(key->type)), "");
    } else {
      key->set(description, value, diagnostics);
    }
  }
}

}  // namespace garland
