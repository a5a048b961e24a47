#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/contains.h"
#include "base/value.h"
#include "readers/html/head.h"

namespace garland::html {
namespace {

constexpr std::string_view kWhy = "linked data (schema.org) of the page";
constexpr int kBelief = 90;
constexpr int kDeepestData = 12;

bool is_article_type(std::string_view type) {
  constexpr auto kTypes = std::to_array<std::string_view>(
      {"BlogPosting", "Chapter", "CreativeWork", "DiscussionForumPosting", "Posting", "Report",
       "Review", "SocialMediaPosting"});
  return type.ends_with("Article") || contains(kTypes, type);
}

std::string_view without_prefix(std::string_view name) {
  const std::size_t end = name.find_last_of("/:#");
  return end == std::string_view::npos ? name : name.substr(end + 1);
}

class LinkedDataReader {
 public:
  LinkedDataReader(const Value& data, SourceRange range, Claims& claims)
      : range_(range), claims_(claims) {
    collect(data, 0);
  }

  void read() {
    for (const Value* thing : things_) {
      if (is_article(*thing)) read_article(*thing, kBelief);
    }
    for (const Value* thing : things_) {
      if (has_type(*thing, "WebPage") || has_type(*thing, "AboutPage")) {
        read_article(*thing, kBelief - 20);
      }
      if (has_type(*thing, "WebSite")) say(*thing, "name", Field::Publication, kBelief - 20);
    }
  }

 private:
  void collect(const Value& value, int depth) {
    if (depth > kDeepestData) return;
    for (const Value& item : value.list) collect(item, depth + 1);
    if (!value.is_map()) return;
    things_.push_back(&value);
    for (const Value::Entry& entry : value.map) {
      const bool holds_things = entry.first == "@graph" || entry.first == "mainEntity" ||
                                entry.first == "mainEntityOfPage" || entry.first == "hasPart";
      if (holds_things) collect(entry.second, depth + 1);
      // Whatever carries an identifier may be meant elsewhere.
      if (!holds_things) collect_identified(entry.second, depth + 1);
    }
  }

  void collect_identified(const Value& value, int depth) {
    if (depth > kDeepestData) return;
    for (const Value& item : value.list) collect_identified(item, depth + 1);
    if (!value.is_map()) return;
    if (value.find("@id") != nullptr && value.find("name") != nullptr) people_.push_back(&value);
  }

  static bool has_type(const Value& thing, std::string_view wanted) {
    const Value* type = thing.find("@type");
    if (type == nullptr) return false;
    const auto is_it = [wanted](const Value& item) {
      return without_prefix(item.scalar) == wanted;
    };
    return is_it(*type) || std::any_of(type->list.begin(), type->list.end(), is_it);
  }

  static bool is_article(const Value& thing) {
    const Value* type = thing.find("@type");
    if (type == nullptr) return false;
    const auto is_it = [](const Value& item) {
      return is_article_type(without_prefix(item.scalar));
    };
    return is_it(*type) || std::any_of(type->list.begin(), type->list.end(), is_it);
  }

  void read_article(const Value& article, int belief) {
    say(article, "headline", Field::Title, belief);
    say(article, "name", Field::Title, belief - 4);
    if (!say(article, "datePublished", Field::Date, belief)) {
      say(article, "dateCreated", Field::Date, belief - 25);
    }
    for (const char* key : {"author", "creator"}) {
      if (const Value* author = article.find(key)) say_people(*author, belief, 0);
    }
    if (const Value* publisher = article.find("publisher")) {
      say_name(*publisher, Field::Publication, belief);
    }
    say(article, "description", Field::Description, belief - 30);
    say(article, "license", Field::License, belief);
    say(article, "inLanguage", Field::Language, belief - 20);
    say(article, "url", Field::Url, belief - 20);
    if (const Value* image = article.find("image")) say_image(*image);
  }

  bool say(const Value& thing, std::string_view key, Field field, int belief) {
    const Value* found = thing.find(key);
    if (found == nullptr) return false;
    if (found->is_list() && !found->list.empty()) found = &found->list.front();
    if (found->is_map()) {
      const Value* url = found->find("url");
      found = url != nullptr ? url : found->find("name");
    }
    if (found == nullptr || !found->is_scalar() || found->scalar.empty()) return false;
    claims_.add(field, found->scalar, belief, kWhy, range_);
    return true;
  }

  void say_people(const Value& value, int belief, int depth) {
    if (depth > kDeepestData) return;
    for (const Value& item : value.list) say_people(item, belief, depth + 1);
    if (value.is_map()) {
      say_name(value, Field::Author, belief);
    } else if (value.kind == Value::Kind::String) {
      claims_.add(Field::Author, value.scalar, belief, kWhy, range_);
    }
  }

  void say_name(const Value& thing, Field field, int belief) {
    const Value* named = thing.find("name") != nullptr ? &thing : referred(thing);
    if (named != nullptr) say(*named, "name", field, belief);
  }

  // The thing with a name that this one refers to by its identifier.
  const Value* referred(const Value& thing) const {
    const Value* id = thing.find("@id");
    if (id == nullptr) return nullptr;
    for (const auto* candidates : {&things_, &people_}) {
      for (const Value* candidate : *candidates) {
        const Value* other = candidate->find("@id");
        const bool is_it = other != nullptr && other->scalar == id->scalar;
        if (is_it && candidate->find("name") != nullptr) return candidate;
      }
    }
    return nullptr;
  }

  void say_image(const Value& value) {
    if (value.is_list() && !value.list.empty()) return say_image(value.list.front());
    const Value* url = value.is_map() ? value.find("url") : &value;
    if (url != nullptr) claims_.add(Field::Image, url->scalar, kBelief - 30, kWhy, range_);
  }

  SourceRange range_;
  Claims& claims_;
  std::vector<const Value*> things_;
  std::vector<const Value*> people_;
};

// Some pages wrap the data in a comment or a CDATA section.
std::string_view without_wrapping(std::string_view json) {
  const std::size_t begin = json.find_first_of("{[");
  const std::size_t end = json.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  constexpr std::string_view kCharacters = "[CDATA[";
  if (json.substr(begin).starts_with(kCharacters)) {
    json.remove_prefix(begin + kCharacters.size());
    return without_wrapping(json.substr(0, json.rfind("]]>")));
  }
  return json.substr(begin, end + 1 - begin);
}

}  // namespace

void read_linked_data(std::string_view json, SourceRange range, Claims& claims) {
  std::vector<Error> ignored;
  const Result<Value> data = parse_json_keeping_first(without_wrapping(json), ignored);
  if (data.ok()) LinkedDataReader(*data, range, claims).read();
}

}  // namespace garland::html
