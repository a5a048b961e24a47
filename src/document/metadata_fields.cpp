#include "document/metadata_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/contains.h"
#include "base/host_name.h"
#include "base/unicode.h"
#include "base/uri.h"
#include "document/language_tag.h"
#include "document/metadata_values.h"
#include "document/web_address.h"
#include "document/words.h"

namespace garland {
namespace {

void report_kind(const MetadataEntry& entry, std::string_view expected) {
  const std::string_view kind = entry.value.is_list() ? "a list" : "a map";
  entry.diagnostics.warning(
      "wrong-kind", entry.value.range,
      fmt::format("\"{}\" is {}, but {} is expected", entry.key, kind, expected),
      fmt::format("write it as {}: value", entry.key));
}

// The value as one piece of text; empty where it has none, or is a list or map (reported).
std::string one_text(const MetadataEntry& entry) {
  if (!entry.value.is_scalar()) {
    report_kind(entry, "one piece of text");
    return "";
  }
  return entry.value.is_null() ? "" : std::string(trim(entry.value.scalar));
}

std::string text_in(const Value& map, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    const Value* found = map.find(key);
    if (found != nullptr && found->is_scalar()) return std::string(trim(found->scalar));
  }
  return "";
}

template <typename T>
void set_field(Sourced<T>& field, T value, const MetadataEntry& entry) {
  const bool overrules =
      entry.origin > field.origin || (entry.origin == field.origin && entry.is_canonical);
  if (overrules) field = {std::move(value), entry.origin, "", entry.value.range};
}

void set_text(Sourced<std::string>& field, const MetadataEntry& entry) {
  std::string text = collapse_spaces(one_text(entry));
  if (!text.empty()) set_field(field, std::move(text), entry);
}

void set_inlines(Sourced<Inlines>& field, const MetadataEntry& entry) {
  const std::string text = collapse_spaces(one_text(entry));
  if (text.empty()) return;
  set_field(field, entry.read_marks(text, entry.value.range), entry);
}

// Captions of the opening picture are kept in plain words.
void set_caption(const std::string& text, const MetadataEntry& entry) {
  std::string words =
      collapse_spaces(plain_text(entry.read_marks(collapse_spaces(text), entry.value.range)));
  if (!words.empty()) set_field(entry.metadata.hero_image_caption, std::move(words), entry);
}

// Words that stand for a day which only a program that asks the clock would know.
bool depends_on_the_clock(std::string_view text) {
  constexpr auto kClockWords =
      std::to_array<std::string_view>({"today", "now", "last-modified", "\\today"});
  return contains(kClockWords, to_lower(text));
}

void set_one_date(Sourced<Date>& field, const MetadataEntry& entry) {
  if (entry.value.kind == Value::Kind::Boolean) return;  // Jekyll's "published: true" is no date
  const std::string text = one_text(entry);
  if (depends_on_the_clock(text)) {
    entry.diagnostics.warning(
        "clock-date", entry.value.range,
        fmt::format("\"{}: {}\" would change from day to day", entry.key, text),
        "write the date itself, such as 2025-03-19");
    return;
  }
  std::optional<Date> date = date_from(text);
  if (!date) return;
  if (date->year == 0) {
    entry.diagnostics.note(
        "unclear-date", entry.value.range,
        fmt::format("\"{}\" is not understood as a date; it is printed as it is", date->written),
        "write it as year, month and day, such as 2025-03-19");
  }
  set_field(field, std::move(*date), entry);
}

// "www.example.org/a", as people write addresses.
bool lacks_scheme_alone(std::string_view text) {
  return text.starts_with("www.") && !web_address("https://" + std::string(text)).empty();
}

// Says what is wrong with an address. A site's own generator keeps paths ("/posts/sea/") under the
// same keys; those are no mistake, but lead nowhere from a book.
void report_address(const std::string& text, const MetadataEntry& entry) {
  const std::string scheme = scheme_of(text);
  const bool is_path = text.starts_with('/') || (scheme.empty() && entry.key == "permalink");
  std::string what = fmt::format("\"{}\" is a path within a site, not a whole address", text);
  std::string help = "write the whole address, with https://";
  if (kind_of_scheme(scheme) == AddressKind::Web) {
    what = fmt::format("\"{}\" names no site", text);
    help = "correct what stands between // and the next /";
  } else if (!scheme.empty()) {
    what = fmt::format("\"{}\" is no address on the web", text);
    help = "write one that begins with https://";
  } else if (!is_path) {
    what = fmt::format("\"{}\" is no whole address", text);
    help = fmt::format("write it with its beginning: https://{}", text);
  }
  entry.diagnostics.add({is_path ? Severity::Note : Severity::Warning, "bad-address", "",
                         entry.value.range, std::move(what), std::move(help), ""});
}

void set_address(std::string text, const MetadataEntry& entry) {
  if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
  if (text.empty()) return;
  if (lacks_scheme_alone(text)) {
    text = "https://" + text;
    entry.diagnostics.note("address-without-scheme", entry.value.range,
                           fmt::format("the address is taken as {}", text),
                           "write it so, with https://");
  }
  std::string address = web_address(text);
  if (address.empty()) return report_address(text, entry);
  set_field(entry.metadata.url, std::move(address), entry);
}

void append_subjects(const Value& value, std::vector<std::string>& subjects) {
  for (const Value& item : value.list) append_subjects(item, subjects);
  if (!value.is_scalar() || value.kind == Value::Kind::Boolean) return;
  for (std::string& subject : words::split(value.scalar, ",;")) {
    if (subject.front() == '#') subject.erase(0, 1);
    if (!subject.empty() && !contains(subjects, subject)) {
      subjects.push_back(std::move(subject));
    }
  }
}

std::string language_named(std::string_view written) {
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr auto kNames = std::to_array<Pair>({{"english", "en"},
                                               {"deutsch", "de"},
                                               {"german", "de"},
                                               {"français", "fr"},
                                               {"french", "fr"},
                                               {"español", "es"},
                                               {"spanish", "es"},
                                               {"italiano", "it"},
                                               {"italian", "it"},
                                               {"português", "pt"},
                                               {"portuguese", "pt"},
                                               {"nederlands", "nl"},
                                               {"dutch", "nl"}});
  const std::string name = to_lower(written);
  for (const auto& [known, tag] : kNames) {
    if (name == known) return std::string(tag);
  }
  return "";
}

}  // namespace

void set_title(const MetadataEntry& entry) { set_inlines(entry.metadata.title, entry); }

void set_subtitle(const MetadataEntry& entry) { set_inlines(entry.metadata.subtitle, entry); }

void set_contributors(const MetadataEntry& entry, Role role) {
  std::vector<Contributor> people = contributors_from(entry.value, role);
  if (people.empty()) return;
  auto& field = entry.metadata.contributors;
  auto has_role = [role](const Contributor& person) { return person.role == role; };
  if (entry.origin < field.origin &&
      std::any_of(field.value.begin(), field.value.end(), has_role)) {
    return;
  }
  if (entry.origin > field.origin) {
    field.value.erase(std::remove_if(field.value.begin(), field.value.end(), has_role),
                      field.value.end());
    field.origin = entry.origin;
    field.rule.clear();
    field.range = entry.value.range;
  }
  for (Contributor& person : people) {
    const bool is_known =
        std::any_of(field.value.begin(), field.value.end(), [&person](const Contributor& known) {
          return known.name == person.name && known.role == person.role;
        });
    if (!is_known) field.value.push_back(std::move(person));
  }
  std::stable_sort(field.value.begin(), field.value.end(),
                   [](const Contributor& a, const Contributor& b) { return a.role < b.role; });
}

void set_date(const MetadataEntry& entry) { set_one_date(entry.metadata.date, entry); }

void set_accessed(const MetadataEntry& entry) { set_one_date(entry.metadata.accessed, entry); }

// "source" and its like hold a name or an address, or both in a map.
void set_publication(const MetadataEntry& entry) {
  std::string name;
  if (entry.value.is_map()) {
    name = text_in(entry.value, {"title", "name"});
    set_address(text_in(entry.value, {"url", "link", "href"}), entry);
  } else {
    name = one_text(entry);
  }
  if (!web_address(name).empty() || lacks_scheme_alone(name)) {
    set_address(name, entry);
  } else if (!name.empty()) {
    set_field(entry.metadata.publication, collapse_spaces(name), entry);
  }
}

void set_url(const MetadataEntry& entry) {
  const std::string text = one_text(entry);
  if (scheme_of(text) == "doi") return set_doi(entry);
  set_address(text, entry);
}

void set_doi(const MetadataEntry& entry) {
  std::string doi = one_text(entry);
  const std::size_t start = doi.find("10.");  // every DOI begins so (ISO 26324)
  if (start != std::string::npos) doi.erase(0, start);
  if (!doi.empty()) set_field(entry.metadata.doi, std::move(doi), entry);
}

void set_rights(const MetadataEntry& entry) {
  if (!entry.value.is_map()) return set_text(entry.metadata.rights, entry);
  std::string rights = text_in(entry.value, {"statement", "text"});
  if (rights.empty()) {
    rights = collapse_spaces(fmt::format("© {} {}", text_in(entry.value, {"year", "years"}),
                                         text_in(entry.value, {"holder", "name"})));
  }
  set_field(entry.metadata.rights, std::move(rights), entry);
}

void set_license(const MetadataEntry& entry) {
  if (!entry.value.is_map()) return set_text(entry.metadata.license, entry);
  const std::string text = text_in(entry.value, {"text", "name", "type", "id"});
  const std::string url = text_in(entry.value, {"url", "link"});
  set_field(entry.metadata.license,
            text.empty() || url.empty() ? text + url : text + " (" + url + ")", entry);
}

void set_permission(const MetadataEntry& entry) { set_text(entry.metadata.permission, entry); }

void set_description(const MetadataEntry& entry) { set_text(entry.metadata.description, entry); }

// Keys of one origin ("tags", "categories") add up.
void set_subjects(const MetadataEntry& entry) {
  auto& field = entry.metadata.subjects;
  if (entry.value.is_map()) return report_kind(entry, "a list");
  if (entry.origin < field.origin) return;
  std::vector<std::string> subjects;
  if (entry.origin == field.origin) subjects = field.value;
  append_subjects(entry.value, subjects);
  if (!subjects.empty()) field = {std::move(subjects), entry.origin, "", entry.value.range};
}

void set_language(const MetadataEntry& entry) {
  // One article has one language; of a list the first is taken.
  const bool is_list = entry.value.is_list() && !entry.value.list.empty();
  const Value& value = is_list ? entry.value.list.front() : entry.value;
  if (!value.is_scalar()) return report_kind(entry, "a language tag");
  const std::string written(trim(value.scalar));
  if (written.empty()) return;
  std::string tag = language_named(written);
  if (tag.empty()) tag = language_tag(written);
  if (tag.empty()) {
    entry.diagnostics.warning("bad-language", value.range,
                              fmt::format("“{}” is the tag of no language", written),
                              "write one such as “en”, “pt-BR” or “zh-Hant”");
    return;
  }
  set_field(entry.metadata.language, std::move(tag), entry);
}

void set_image(const MetadataEntry& entry) {
  Metadata& metadata = entry.metadata;
  const bool is_list = entry.value.is_list() && !entry.value.list.empty();
  const Value& value = is_list ? entry.value.list.front() : entry.value;
  if (value.kind == Value::Kind::Boolean) return;
  if (!value.is_map()) {
    const std::string target(trim(value.scalar));
    if (!target.empty()) set_field(metadata.hero_image, target, entry);
    return;
  }
  const auto part = [&](std::initializer_list<std::string_view> keys, Sourced<std::string>& field) {
    std::string text = text_in(value, keys);
    if (!text.empty()) set_field(field, std::move(text), entry);
  };
  part({"src", "url", "path", "image", "file", "feature"}, metadata.hero_image);
  set_caption(text_in(value, {"caption"}), entry);
  part({"alt", "alternative"}, metadata.hero_image_alternative);
}

void set_image_caption(const MetadataEntry& entry) { set_caption(one_text(entry), entry); }

void set_image_alternative(const MetadataEntry& entry) {
  set_text(entry.metadata.hero_image_alternative, entry);
}

}  // namespace garland
