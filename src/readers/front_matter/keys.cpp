// What the keys of front matter say: to the metadata, to the reader, to nobody.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/contains.h"
#include "base/unicode.h"
#include "document/creation_date.h"
#include "document/metadata_values.h"
#include "readers/front_matter/front_matter.h"
#include "readers/front_matter/references.h"
#include "readers/markdown/title.h"
#include "readers/wishes/wishes.h"

namespace garland {
namespace {

// The works that the source cites.
void set_references(const Value& value, Document& document) {
  document.references = reference_entries_from(value);
}

void set_bibliography(const Value& value, Document& document) {
  for (const Value& item : value.is_list() ? value.list : std::vector<Value>{value}) {
    if (item.is_scalar() && !item.scalar.empty()) {
      document.bibliography_files.push_back(item.scalar);
    }
  }
}

using SetReferences = void (*)(const Value&, Document&);
constexpr auto kReferenceKeys = std::to_array<std::pair<std::string_view, SetReferences>>({
    {"references", set_references},
    {"bibliography", set_bibliography},
});

// Keys of site generators, editors and Pandoc that say nothing a book needs.
constexpr auto kForeignKeys = std::to_array<std::string_view>({"aliases",
                                                               "archives",
                                                               "author_profile",
                                                               "avatars",
                                                               "banner",
                                                               "build",
                                                               "cascade",
                                                               "class",
                                                               "classes",
                                                               "comment",
                                                               "comments",
                                                               "csl",
                                                               "cssclass",
                                                               "cssclasses",
                                                               "custom_edit_url",
                                                               "disableToc",
                                                               "displayed_sidebar",
                                                               "disqus",
                                                               "documentclass",
                                                               "draft",
                                                               "editUrl",
                                                               "engine",
                                                               "excerpt_separator",
                                                               "execute",
                                                               "exercises",
                                                               "expires",
                                                               "expiryDate",
                                                               "featured",
                                                               "featured_post",
                                                               "filters",
                                                               "fontsize",
                                                               "footer",
                                                               "geometry",
                                                               "guid",
                                                               "hascode",
                                                               "hasmath",
                                                               "hasplotly",
                                                               "header",
                                                               "header-includes",
                                                               "hidden",
                                                               "hide",
                                                               "hide_table_of_contents",
                                                               "hide_title",
                                                               "id",
                                                               "index",
                                                               "isCJKLanguage",
                                                               "isPost",
                                                               "jupyter",
                                                               "katex",
                                                               "kind",
                                                               "last_modified_at",
                                                               "last_update",
                                                               "lastmod",
                                                               "lastUpdated",
                                                               "layout",
                                                               "link-citations",
                                                               "linkTitle",
                                                               "linktitle",
                                                               "mainfont",
                                                               "markup",
                                                               "math",
                                                               "mathjax",
                                                               "maxtoclevel",
                                                               "menu",
                                                               "mermaid",
                                                               "mintoclevel",
                                                               "modified",
                                                               "nav_order",
                                                               "nocite",
                                                               "noindex",
                                                               "number-sections",
                                                               "og_image",
                                                               "order",
                                                               "output",
                                                               "outputs",
                                                               "page_id",
                                                               "paginate",
                                                               "pagination",
                                                               "pagination_next",
                                                               "pagination_prev",
                                                               "papersize",
                                                               "parent",
                                                               "path",
                                                               "permalink",
                                                               "pin",
                                                               "pinned",
                                                               "position",
                                                               "post_id",
                                                               "private",
                                                               "publish",
                                                               "publishDate",
                                                               "publishdate",
                                                               "read_time",
                                                               "redirect",
                                                               "redirect_from",
                                                               "redirect_to",
                                                               "reeval",
                                                               "ref",
                                                               "related",
                                                               "render",
                                                               "robots",
                                                               "rss",
                                                               "rss_description",
                                                               "rss_pubdate",
                                                               "rss_title",
                                                               "section",
                                                               "sections",
                                                               "seo",
                                                               "series",
                                                               "share",
                                                               "show_date",
                                                               "show_lastmod",
                                                               "ShowToc",
                                                               "sidebar",
                                                               "sidebar_class_name",
                                                               "sidebar_label",
                                                               "sidebar_position",
                                                               "sitemap",
                                                               "slug",
                                                               "social",
                                                               "spelling",
                                                               "status",
                                                               "sticky",
                                                               "teaching",
                                                               "template",
                                                               "theme",
                                                               "toc",
                                                               "toc-depth",
                                                               "toc_icon",
                                                               "toc_label",
                                                               "toc_sticky",
                                                               "TocOpen",
                                                               "tweet",
                                                               "twitter",
                                                               "type",
                                                               "unlisted",
                                                               "up",
                                                               "updated",
                                                               "uuid",
                                                               "version",
                                                               "visibility",
                                                               "weight",
                                                               "words",
                                                               "zettel"});

// Where Hugo, Zola and Eleventy keep what is not theirs.
constexpr auto kNestedKeys = std::to_array<std::string_view>({"extra", "params", "taxonomies"});

void report_unknown(std::string_view key, const Value& value, Diagnostics& diagnostics) {
  std::vector<std::string_view> known = metadata_keys();
  for (const auto& [name, set] : kReferenceKeys) known.push_back(name);
  known.insert(known.end(), wish_keys().begin(), wish_keys().end());
  const std::string_view near = nearest_spelling(key, known);
  if (near.empty()) {
    diagnostics.note("unknown-key", value.key_place(),
                     fmt::format("the front matter's \"{}\" means nothing here", key), "");
  } else {
    diagnostics.warning("unknown-key", value.key_place(),
                        fmt::format("the front matter has an unknown key \"{}\"", key),
                        fmt::format("did you mean \"{}\"?", near));
  }
}

bool says(const Value& value, std::initializer_list<std::string_view> words) {
  return value.is_scalar() && contains(words, to_lower(value.scalar));
}

// Whether an entry tells that its site does not show the article yet (Hugo, Docusaurus and Quarto;
// Jekyll and Hexo; many others).
bool tells_of_draft(std::string_view key, const Value& value) {
  if (key == "draft") return says(value, {"true", "yes", "on"});
  if (key == "published") return says(value, {"false", "no", "off"});
  return key == "status" && says(value, {"draft"});
}

void report_draft(const Value& value, Diagnostics& diagnostics) {
  diagnostics.warning("draft", value.key_place(),
                      "this article is marked as a draft and stands in the book all the same",
                      "take that line away when it is ready, or list under contents: in "
                      "anthology.yaml what the book is to hold");
}

// When a note was made stands for its date where no other is given.
void take_creation_date(const Value& data, Metadata& metadata) {
  if (metadata.date.is_set()) return;
  for (const auto& [key, value] : data.map) {
    const std::optional<Date> date =
        value.is_scalar() ? creation_date(key, value.scalar) : std::nullopt;
    if (date) metadata.date.fill({*date, Origin::FrontMatter, "", value.range});
  }
}

}  // namespace

void apply_front_matter(const Value& data, Document& document, ReaderOptions& options,
                        Diagnostics& diagnostics) {
  for (const auto& [key, value] : data.map) {
    if (read_wish(key, value, Wisher::FrontMatter, options, diagnostics)) continue;
    if (tells_of_draft(key, value)) {
      report_draft(value, diagnostics);
      continue;
    }
    const auto references =
        std::find_if(kReferenceKeys.begin(), kReferenceKeys.end(),
                     [&name = key](const auto& entry) { return entry.first == name; });
    if (references != kReferenceKeys.end()) {
      references->second(value, document);
    } else if (contains(kNestedKeys, key) && value.is_map()) {
      for (const auto& [inner_key, inner] : value.map) {
        set_metadata(document.metadata, inner_key, inner, Origin::FrontMatter, diagnostics,
                     inlines_from_markdown);
      }
    } else if (!contains(kForeignKeys, key) && !names_creation(key) &&
               !set_metadata(document.metadata, key, value, Origin::FrontMatter, diagnostics,
                             inlines_from_markdown)) {
      report_unknown(key, value, diagnostics);
    }
  }
  take_creation_date(data, document.metadata);
}

std::optional<Block> abstract_of(const Value& data) {
  const Value* value = data.find("abstract");
  if (value == nullptr || !value->is_scalar() || trim(value->scalar).empty()) return std::nullopt;
  Division division;
  division.role = Division::Role::Abstract;
  const std::string_view text = value->scalar;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    Inlines words = inlines_from_markdown(trim(text.substr(begin, end - begin)), value->range);
    if (!words.empty()) division.blocks.push_back({Paragraph{std::move(words)}, {}, value->range});
    begin = end + 2;
  }
  return Block{std::move(division), {}, value->range};
}

}  // namespace garland
