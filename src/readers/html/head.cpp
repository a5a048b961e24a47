#include "readers/html/head.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/contains.h"
#include "base/unicode.h"
#include "readers/html/names.h"

namespace garland::html {
namespace {

struct MetaRow {
  std::string_view name;  // of <meta name>, <meta property> or <meta itemprop>, lower case
  Field field;
  int belief;
};

constexpr auto kMetaRows = std::to_array<MetaRow>({
    {"citation_title", Field::Title, 95},
    {"dc.title", Field::Title, 92},
    {"dcterms.title", Field::Title, 92},
    {"parsely-title", Field::Title, 88},
    {"og:title", Field::Title, 80},
    {"weibo:article:title", Field::Title, 70},
    {"headline", Field::Title, 80},
    {"twitter:title", Field::Title, 70},
    {"title", Field::Title, 60},
    {"citation_author", Field::Author, 95},
    {"dc.creator", Field::Author, 92},
    {"dcterms.creator", Field::Author, 92},
    {"parsely-author", Field::Author, 86},
    {"article:author", Field::Author, 72},
    {"sailthru.author", Field::Author, 70},
    {"author", Field::Author, 58},
    {"citation_publication_date", Field::Date, 95},
    {"citation_date", Field::Date, 94},
    {"citation_online_date", Field::Date, 92},
    {"dc.date.issued", Field::Date, 92},
    {"dcterms.issued", Field::Date, 92},
    {"dc.date", Field::Date, 84},
    {"dcterms.date", Field::Date, 84},
    {"dc.date.created", Field::Date, 84},
    {"dcterms.created", Field::Date, 84},
    {"article:published_time", Field::Date, 88},
    {"og:published_time", Field::Date, 86},
    {"og:article:published_time", Field::Date, 86},
    {"parsely-pub-date", Field::Date, 87},
    {"datepublished", Field::Date, 86},
    {"sailthru.date", Field::Date, 70},
    {"pubdate", Field::Date, 78},
    {"publishdate", Field::Date, 78},
    {"publish-date", Field::Date, 78},
    {"publish_date", Field::Date, 78},
    {"publication_date", Field::Date, 78},
    {"article_date_original", Field::Date, 78},
    {"date", Field::Date, 60},
    {"created", Field::Date, 60},
    {"citation_journal_title", Field::Publication, 95},
    {"og:site_name", Field::Publication, 92},
    {"dc.publisher", Field::Publication, 70},
    {"application-name", Field::Publication, 60},
    {"apple-mobile-web-app-title", Field::Publication, 40},
    {"og:url", Field::Url, 80},
    {"citation_doi", Field::Doi, 95},
    {"dc.identifier.doi", Field::Doi, 90},
    {"og:description", Field::Description, 80},
    {"description", Field::Description, 78},
    {"dc.description", Field::Description, 76},
    {"twitter:description", Field::Description, 70},
    {"dc.rights", Field::Rights, 80},
    {"dcterms.rights", Field::Rights, 80},
    {"copyright", Field::Rights, 70},
    {"rights", Field::Rights, 70},
    {"dcterms.license", Field::License, 80},
    {"og:locale", Field::Language, 50},
    {"dc.language", Field::Language, 60},
    {"content-language", Field::Language, 55},
    {"og:image", Field::Image, 80},
    {"twitter:image", Field::Image, 70},
    {"og:image:alt", Field::ImageAlternative, 80},
});

// The kind of thing that an element's item properties are about.
enum class Item { Article, Other };

class PageDataReader {
 public:
  explicit PageDataReader(Claims& claims) : claims_(claims) {}

  void read(const Markup& node, Item item) {
    if (node.kind != Markup::Kind::Element) return;
    const bool begins_item = node.has_attribute("itemscope") || node.has_attribute("typeof");
    if (node.is("meta")) {
      read_meta(node);
    } else if (node.is("link")) {
      read_link(node);
    } else if (node.is("title")) {
      if (!std::exchange(has_title_, true) && !is_unnamed(text_of(node))) {
        claims_.add(Field::Title, text_of(node), 50, "title of the page", node.range);
      }
    } else if (node.is("script")) {
      if (node.attribute("type") == "application/ld+json") {
        read_linked_data(text_of(node), node.range, claims_);
      }
    } else if (node.is("html")) {
      claims_.add(Field::Language, node.attribute("lang"), 90, "language of the page", node.range);
    } else if (node.is("a")) {
      read_link(node);
    }
    // Elsewhere there are no properties that could be misunderstood.
    const bool is_of_others = (item == Item::Article || begins_item) && is_about_others(node);
    if (!is_of_others) read_properties(node, item);
    if (!is_of_others && node.is("span")) read_rdfa(node);
    if (begins_item) item = item_of(node);
    if (is_of_others) item = Item::Other;
    for (const Markup& child : node.children) read(child, item);
  }

 private:
  static Item item_of(const Markup& node) {
    const std::string_view type =
        node.has_attribute("itemtype") ? node.attribute("itemtype") : node.attribute("typeof");
    const bool is_article = type.find("Article") != std::string_view::npos ||
                            type.ends_with("Posting") || type.ends_with("CreativeWork") ||
                            type.ends_with("WebPage") || type.ends_with("Report") ||
                            type.ends_with("Question");
    return is_article ? Item::Article : Item::Other;
  }

  // What editors call a page before anybody names it.
  static bool is_unnamed(std::string_view title) {
    const std::string folded = fold_case(trim(title));
    constexpr auto kNames = std::to_array<std::string_view>(
        {"document", "index", "new page", "new page 1", "no title", "ohne titel", "sans titre",
         "senza titolo", "sin título", "unbenannt", "unbenanntes dokument", "untitled",
         "untitled document", "untitled page", "untitled-1"});
    return contains(kNames, folded);
  }

  // Comments and links to other articles name other people and other days.
  static bool is_about_others(const Markup& node) {
    if (!is_block_element(node.name) || node.is("body") || node.is("html")) return false;
    const PartSet parts = parts_of(node);
    return parts.has(PagePart::Comments) || parts.has(PagePart::Related) ||
           parts.has(PagePart::Sidebar) || parts.has(PagePart::Widget);
  }

  void read_meta(const Markup& node) {
    for (const char* key : {"name", "property", "itemprop", "http-equiv"}) {
      // A property may have several names.
      std::string_view names = node.attribute(key);
      while (!names.empty()) {
        const std::size_t end = std::min(names.find(' '), names.size());
        use_meta(names.substr(0, end), node);
        names.remove_prefix(std::min(end + 1, names.size()));
      }
    }
  }

  void use_meta(std::string_view name, const Markup& node) {
    std::string plain = to_lower(name);
    std::replace(plain.begin(), plain.end(), ':', '.');
    for (const MetaRow& row : kMetaRows) {
      std::string wanted(row.name);
      std::replace(wanted.begin(), wanted.end(), ':', '.');
      if (plain != wanted) continue;
      // RDFa is written by hand or by a better program than the older <meta name>.
      const int belief = row.belief + (node.has_attribute("property") ? 1 : 0);
      claims_.add(row.field, node.attribute("content"), belief, row.name, node.range);
    }
  }

  void read_link(const Markup& node) {
    const std::string_view relation = node.attribute("rel");
    if (relation.empty()) return;
    const std::string_view address = node.attribute("href");
    if (relation == "canonical" && node.is("link")) {
      claims_.add(Field::Url, address, 90, "canonical address of the page", node.range);
    }
    // The credit that a Creative Commons licence asks for.
    if (relation.find("cc:attributionURL") != std::string_view::npos) {
      claims_.add(Field::Author, text_of(node), 45, "whom the licence asks to credit", node.range);
    }
    if (relation.find("license") != std::string_view::npos) {
      claims_.add(Field::License, address, node.is("link") ? 80 : 75, "link to the licence",
                  node.range);
    }
  }

  void read_properties(const Markup& node, Item item) {
    if (item != Item::Article || node.is("meta")) return;
    const std::string_view property =
        node.has_attribute("itemprop") ? node.attribute("itemprop") : node.attribute("property");
    if (property == "headline") {
      claims_.add(Field::Title, text_of(node), 78, "headline marked by the page", node.range);
    } else if (property == "author" || property == "schema:author") {
      claims_.add(Field::Author, name_in(node), 82, "author marked by the page", node.range);
    } else if (property == "datePublished" || property == "schema:datePublished") {
      claims_.add(Field::Date, date_in(node), 83, "date marked by the page", node.range);
    }
  }

  // RDFa of Drupal, which names no type of thing that we know.
  void read_rdfa(const Markup& node) {
    if (node.attribute("rel") == "sioc:has_creator") {
      claims_.add(Field::Author, text_of(node), 80, "creator marked by the page", node.range);
    }
    const std::string_view names = node.attribute("property");
    if (node.is("meta") || !node.has_attribute("content")) return;
    if (names.find("dc:created") != std::string_view::npos) {
      claims_.add(Field::Date, node.attribute("content"), 80, "date marked by the page",
                  node.range);
    } else if (names == "dc:title") {
      claims_.add(Field::Title, node.attribute("content"), 80, "title marked by the page",
                  node.range);
    }
  }

  // A person's name within what is marked as the author.
  static std::string name_in(const Markup& node) {
    if (node.has_attribute("content")) return std::string(node.attribute("content"));
    const Markup* name = find_name(node);
    return text_of(name == nullptr ? node : *name);
  }

  static const Markup* find_name(const Markup& node) {
    for (const Markup& child : node.children) {
      const bool is_name = child.attribute("itemprop") == "name" || has_class(child, "fn") ||
                           has_class(child, "p-name");
      if (is_name && child.kind == Markup::Kind::Element) return &child;
      if (const Markup* inner = find_name(child)) return inner;
    }
    return nullptr;
  }

  static std::string date_in(const Markup& node) {
    for (const char* key : {"datetime", "content"}) {
      if (node.has_attribute(key)) return std::string(node.attribute(key));
    }
    return text_of(node);
  }

  Claims& claims_;
  bool has_title_ = false;
};

}  // namespace

void read_page_data(const Markup& page, Claims& claims) {
  PageDataReader(claims).read(page, Item::Other);
}

}  // namespace garland::html
