#include "readers/html_metadata.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "base/value.h"
#include "document/metadata_values.h"

namespace garland {
namespace {

struct Property {
  std::string_view name;  // of <meta name> or <meta property>, lower case
  std::string_view key;   // of ours
};

// In the order in which they are believed.
constexpr auto kProperties = std::to_array<Property>({
    {"citation_title", "title"},
    {"og:title", "title"},
    {"dc.title", "title"},
    {"twitter:title", "title"},
    {"citation_author", "author"},
    {"author", "author"},
    {"article:author", "author"},
    {"dc.creator", "author"},
    {"parsely-author", "author"},
    {"citation_publication_date", "date"},
    {"article:published_time", "date"},
    {"og:published_time", "date"},
    {"datepublished", "date"},
    {"dc.date", "date"},
    {"date", "date"},
    {"og:site_name", "publication"},
    {"citation_journal_title", "publication"},
    {"application-name", "publication"},
    {"og:url", "url"},
    {"og:description", "description"},
    {"description", "description"},
    {"dc.description", "description"},
    {"og:image", "image"},
    {"og:image:alt", "image-alt"},
    {"citation_doi", "doi"},
    {"dc.rights", "rights"},
    {"copyright", "rights"},
    {"og:locale", "language"},
});

bool is_address(std::string_view text) { return text.find("://") != std::string_view::npos; }

template <typename Visit>
void visit_elements(const Markup& node, Visit& visit) {
  visit(node);
  for (const Markup& child : node.children) {
    if (child.kind == Markup::Kind::Element) visit_elements(child, visit);
  }
}

class MetadataReader {
 public:
  MetadataReader(Metadata& metadata, Diagnostics& diagnostics)
      : metadata_(metadata), diagnostics_(diagnostics) {}

  void read(const Markup& page) {
    auto look = [this](const Markup& node) { look_at(node); };
    visit_elements(page, look);
    read_properties();
    if (!metadata_.title.is_set()) set("title", title_, title_range_);
    const std::string_view language = page.attribute("lang");
    if (!language.empty()) set("language", std::string(language), page.range);
  }

 private:
  struct Entry {
    std::string name;
    std::string content;
    SourceRange range;
  };

  void look_at(const Markup& node) {
    if (node.is("meta")) {
      const std::string_view name =
          node.has_attribute("property") ? node.attribute("property") : node.attribute("name");
      entries_.push_back({to_lower(name), collapse_spaces(node.attribute("content")), node.range});
    } else if (node.is("title") && title_.empty()) {
      title_ = collapse_spaces(text_of(node));
      title_range_ = node.range;
    } else if (node.is("link") && node.attribute("rel") == "canonical") {
      set("url", std::string(node.attribute("href")), node.range);
    } else if (node.is("script") && node.attribute("type") == "application/ld+json") {
      const Result<Value> data = parse_json(text_of(node));
      if (data.ok()) read_linked_data(*data, node.range);
    }
  }

  void read_properties() {
    for (const Property& property : kProperties) {
      for (const Entry& entry : entries_) {
        if (entry.name == property.name) use(property.key, entry);
      }
    }
  }

  void use(std::string_view key, const Entry& entry) {
    if (key == "author" && is_address(entry.content)) return;
    if (key == "language") {
      std::string tag = entry.content;
      std::replace(tag.begin(), tag.end(), '_', '-');
      return set(key, std::move(tag), entry.range);
    }
    set(key, entry.content, entry.range);
  }

  // schema.org: an article, or a graph with one in it.
  void read_linked_data(const Value& data, SourceRange range) {
    for (const Value& item : data.list) read_linked_data(item, range);
    if (const Value* graph = data.find("@graph")) return read_linked_data(*graph, range);
    const Value* type = data.find("@type");
    if (type == nullptr) return;
    const std::string& kind =
        type->is_list() && !type->list.empty() ? type->list.front().scalar : type->scalar;
    const bool is_article = kind.ends_with("Article") || kind == "BlogPosting" || kind == "Report";
    if (!is_article) return;
    set_scalar(data, "headline", "title", range);
    set_scalar(data, "datePublished", "date", range);
    if (const Value* author = data.find("author")) set_people(*author, range);
    if (const Value* publisher = data.find("publisher")) {
      set_scalar(*publisher, "name", "publication", range);
    }
  }

  void set_scalar(const Value& data, std::string_view field, std::string_view key,
                  SourceRange range) {
    const Value* found = data.find(field);
    if (found != nullptr && found->is_scalar()) set(key, found->scalar, range);
  }

  void set_people(const Value& value, SourceRange range) {
    for (const Value& item : value.list) set_people(item, range);
    if (value.is_map()) set_scalar(value, "name", "author", range);
    if (value.kind == Value::Kind::String) set("author", value.scalar, range);
  }

  // Whatever is said first stays; people are added.
  void set(std::string_view key, std::string text, SourceRange range) {
    if (text.empty()) return;
    if (key != "author") {
      if (std::find(said_.begin(), said_.end(), key) != said_.end()) return;
      said_.emplace_back(key);
    } else if (std::exchange(author_range_line_, range.begin_line) != range.begin_line &&
               metadata_.contributors.is_set()) {
      return;
    }
    Value value = Value::string(std::move(text));
    value.range = range;
    set_metadata(metadata_, key, value, Origin::Inferred, diagnostics_);
  }

  Metadata& metadata_;
  Diagnostics& diagnostics_;
  std::vector<Entry> entries_;
  std::vector<std::string> said_;
  std::uint32_t author_range_line_ = 0;
  std::string title_;
  SourceRange title_range_;
};

}  // namespace

void read_page_metadata(const Markup& page, Metadata& metadata, Diagnostics& diagnostics) {
  MetadataReader(metadata, diagnostics).read(page);
}

}  // namespace garland
