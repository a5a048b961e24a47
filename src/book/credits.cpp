#include "book/credits.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "base/unicode.h"
#include "base/value.h"
#include "book/attributions.h"
#include "book/licences.h"
#include "book/works_by_id.h"

namespace garland {
namespace {

// Sets what is known.
void set_text(Value& map, std::string_view key, std::string_view text) {
  const std::string words = collapse_spaces(text);
  if (!words.empty()) map.set(std::string(key), Value::string(words));
}

void set_map(Value& map, std::string_view key, Value value) {
  if (!value.map.empty()) map.set(std::string(key), std::move(value));
}

void set_date(Value& item, std::string_view key, const Date& date) {
  Value value = Value::make_map();
  if (date.year == 0) {
    set_text(value, "literal", date.written);
  } else {
    Value parts = Value::make_list({Value::integer(date.year)});
    if (date.month != 0) parts.list.push_back(Value::integer(date.month));
    if (date.month != 0 && date.day != 0) parts.list.push_back(Value::integer(date.day));
    value.set("date-parts", Value::make_list({std::move(parts)}));
  }
  set_map(item, key, std::move(value));
}

Value name_of(const Contributor& person) {
  Value name = Value::make_map();
  if (person.family.empty()) {
    set_text(name, "literal", person.name);
  } else {
    set_text(name, "family", person.family);
    set_text(name, "given", person.given);
  }
  return name;
}

// CSL's variable for a role.
std::string_view variable_of(Role role) {
  switch (role) {
    case Role::Author:
      return "author";
    case Role::Editor:
      return "editor";
    case Role::Translator:
      return "translator";
    case Role::Illustrator:
      return "illustrator";
    case Role::Photographer:
    case Role::Contributor:
      return "contributor";
  }
  return "contributor";
}

void set_people(Value& item, Value& custom, const std::vector<Contributor>& people) {
  std::map<std::string_view, Value> lists;  // by variable
  Value orcids = Value::make_map();
  for (const Contributor& person : people) {
    Value name = name_of(person);
    if (name.map.empty()) continue;
    lists[variable_of(person.role)].list.push_back(std::move(name));
    set_text(orcids, collapse_spaces(person.name), person.orcid);
  }
  for (auto& [variable, names] : lists) {
    item.set(std::string(variable), Value::make_list(std::move(names.list)));
  }
  set_map(custom, "orcid", std::move(orcids));
}

Value item_of(std::string_view id, std::string_view type, std::string_view title) {
  Value item = Value::make_map();
  set_text(item, "id", id);
  set_text(item, "type", type);
  set_text(item, "title", title);
  return item;
}

Value book_item(const BookMetadata& metadata) {
  Value item = item_of(metadata.identifier.empty() ? metadata.slug : metadata.identifier, "book",
                       metadata.title);
  Value custom = Value::make_map();
  set_people(item, custom, metadata.editors);
  set_text(item, "publisher", metadata.publisher);
  set_text(item, "edition", metadata.edition);
  set_text(item, "collection-title", metadata.series);
  set_text(item, "collection-number", metadata.volume);
  set_date(item, "issued", metadata.date);
  set_text(item, "language", metadata.language);
  set_text(custom, "rights", metadata.rights);
  set_map(item, "custom", std::move(custom));
  return item;
}

Value work_item(const Work& work, const Attribution& attribution) {
  const Metadata& metadata = work.document.metadata;
  Value item = item_of(work.id, "article", plain_text(attribution.title));
  Value custom = Value::make_map();
  set_people(item, custom, metadata.contributors.value);
  set_text(item, "container-title", metadata.publication.value);
  set_date(item, "issued", metadata.date.value);
  set_date(item, "accessed", metadata.accessed.value);
  set_text(item, "URL", metadata.url.value);
  set_text(item, "DOI", metadata.doi.value);
  set_text(item, "language", metadata.language.value);
  set_text(custom, "attribution", plain_text(attribution.text));
  set_text(custom, "file", work.document.path);
  set_text(custom, "rights", metadata.rights.value);
  const Licence licence = licence_from(metadata.license.value);
  set_text(custom, "license", licence.name);
  set_text(custom, "license-url", licence.address);
  set_text(custom, "permission", metadata.permission.value);
  set_map(item, "custom", std::move(custom));
  return item;
}

Value picture_item(const Attribution& attribution, std::size_t number) {
  Value item = item_of(fmt::format("picture-{}", number), "graphic", plain_text(attribution.title));
  Value custom = Value::make_map();
  set_text(custom, "attribution", plain_text(attribution.text));
  set_text(custom, "shown-in", attribution.work);
  set_map(item, "custom", std::move(custom));
  return item;
}

}  // namespace

std::string credits_json(const Anthology& anthology) {
  Value items = Value::make_list({book_item(anthology.metadata)});
  const WorksById works(anthology);
  std::size_t picture_count = 0;
  for (const Attribution& attribution : make_attributions(anthology)) {
    if (attribution.is_picture) {
      items.list.push_back(picture_item(attribution, ++picture_count));
    } else {
      items.list.push_back(work_item(*works.find(attribution.work), attribution));
    }
  }
  return write_json(items) + "\n";
}

}  // namespace garland
