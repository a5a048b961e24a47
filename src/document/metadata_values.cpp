#include "document/metadata_values.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "document/metadata_fields.h"

namespace garland {
namespace {

using Setter = void (*)(const MetadataEntry& entry);

struct Key {
  std::string_view name;
  Setter set;
  bool is_canonical = false;
  bool names_people = false;
};

template <Role kRole>
constexpr Key people(std::string_view name, bool is_canonical = false) {
  return {name, [](const MetadataEntry& entry) { set_contributors(entry, kRole); }, is_canonical,
          true};
}

// Every key, in the spelling that hints show; case, "-", "_" and spaces do not count. The canonical
// key of a field comes first.
constexpr auto kKeys = std::to_array<Key>({
    {"title", set_title, true},
    {"headline", set_title},
    {"subtitle", set_subtitle, true},
    {"deck", set_subtitle},
    {"dek", set_subtitle},
    {"standfirst", set_subtitle},
    people<Role::Author>("author", true),
    people<Role::Author>("authors"),
    people<Role::Author>("byline"),
    people<Role::Author>("by"),
    people<Role::Author>("creator"),
    people<Role::Editor>("editor", true),
    people<Role::Editor>("editors"),
    people<Role::Translator>("translator", true),
    people<Role::Translator>("translators"),
    people<Role::Translator>("translated-by"),
    people<Role::Illustrator>("illustrator", true),
    people<Role::Illustrator>("illustrators"),
    people<Role::Photographer>("photographer", true),
    people<Role::Photographer>("photographers"),
    people<Role::Contributor>("contributor", true),
    people<Role::Contributor>("contributors"),
    {"date", set_date, true},
    {"published", set_date},
    {"publish-date", set_date},
    {"published-date", set_date},
    {"date-published", set_date},
    {"publication-date", set_date},
    {"pub-date", set_date},
    {"issued", set_date},
    {"accessed", set_accessed, true},
    {"access-date", set_accessed},
    {"date-accessed", set_accessed},
    {"retrieved", set_accessed},
    {"publication", set_publication, true},
    {"source", set_publication},
    {"container-title", set_publication},
    {"journal", set_publication},
    {"magazine", set_publication},
    {"newspaper", set_publication},
    {"site", set_publication},
    {"site-name", set_publication},
    {"website", set_publication},
    {"publisher", set_publication},
    {"published-in", set_publication},
    {"url", set_url, true},
    {"link", set_url},
    {"canonical", set_url},
    {"canonical-url", set_url},
    {"original-url", set_url},
    {"source-url", set_url},
    {"external-url", set_url},
    {"permalink", set_url},
    {"doi", set_doi, true},
    {"rights", set_rights, true},
    {"copyright", set_rights},
    {"license", set_license, true},
    {"licence", set_license},
    {"permission", set_permission, true},
    {"permissions", set_permission},
    {"description", set_description, true},
    {"excerpt", set_description},
    {"abstract", set_description},
    {"summary", set_description},
    {"subjects", set_subjects, true},
    {"subject", set_subjects},
    {"tags", set_subjects},
    {"tag", set_subjects},
    {"categories", set_subjects},
    {"category", set_subjects},
    {"keywords", set_subjects},
    {"topics", set_subjects},
    {"language", set_language, true},
    {"lang", set_language},
    {"locale", set_language},
    {"image", set_image, true},
    {"images", set_image},
    {"cover", set_image},
    {"cover-image", set_image},
    {"hero", set_image},
    {"hero-image", set_image},
    {"featured-image", set_image},
    {"feature-image", set_image},
    {"header-image", set_image},
    {"banner", set_image},
    {"thumbnail", set_image},
    {"image-caption", set_image_caption, true},
    {"hero-caption", set_image_caption},
    {"cover-caption", set_image_caption},
    {"featured-image-caption", set_image_caption},
    {"caption", set_image_caption},
    {"image-alternative", set_image_alternative, true},
    {"image-alt", set_image_alternative},
    {"image-description", set_image_alternative},
    {"hero-alt", set_image_alternative},
    {"cover-alt", set_image_alternative},
    {"featured-image-alt", set_image_alternative},
    {"alt", set_image_alternative},
});

// The key without what does not count: "imageCaption" and "image_caption" are "imagecaption".
std::string bare_key(std::string_view key) {
  std::string bare;
  for (const char c : key) {
    if (c == '-' || c == '_' || c == ' ') continue;
    bare += to_ascii_lower(c);
  }
  return bare;
}

// The row of a key in whichever spelling, or null.
const Key* find_key(std::string_view key) {
  const std::string wanted = bare_key(key);
  const auto found = std::find_if(kKeys.begin(), kKeys.end(), [&wanted](const Key& known) {
    return bare_key(known.name) == wanted;
  });
  return found == kKeys.end() ? nullptr : &*found;
}

}  // namespace

bool set_metadata(Metadata& metadata, std::string_view key, const Value& value, Origin origin,
                  Diagnostics& diagnostics, const ReadMarkedText& read_marks) {
  const Key* found = find_key(key);
  if (found == nullptr) return false;
  found->set(
      MetadataEntry{metadata, key, value, origin, found->is_canonical, diagnostics, read_marks});
  return true;
}

bool names_people(std::string_view key) {
  const Key* found = find_key(key);
  return found != nullptr && found->names_people;
}

const std::vector<std::string_view>& metadata_keys() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    all.reserve(kKeys.size());
    for (const Key& key : kKeys) all.push_back(key.name);
    return all;
  }();
  return names;
}

}  // namespace garland
