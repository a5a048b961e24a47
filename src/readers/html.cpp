#include "readers/html.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "base/source_lines.h"
#include "base/unicode.h"
#include "readers/front_matter/front_matter.h"
#include "readers/html/article.h"
#include "readers/html/bold_headings.h"
#include "readers/html/byline.h"
#include "readers/html/claims.h"
#include "readers/html/cut.h"
#include "readers/html/head.h"
#include "readers/html/head_lines.h"
#include "readers/html/large_lines.h"
#include "readers/html/leftovers.h"
#include "readers/html/letters.h"
#include "readers/html/math.h"
#include "readers/html/notes.h"
#include "readers/html/own_links.h"
#include "readers/html/page.h"
#include "readers/html/parse.h"
#include "readers/html/prepare.h"
#include "readers/html/questions.h"
#include "readers/html/redirects.h"
#include "readers/html/tidy.h"
#include "readers/html/title.h"
#include "readers/markup/markup_reader.h"
#include "readers/markup/tree_wishes.h"

namespace garland {
namespace {

// "---", "+++": front matter, which some generators of sites have above their pages.
bool begins_with_fence(std::string_view text) {
  return text.starts_with("---") || text.starts_with("+++");
}

// `shown` as it is on the page, its letters damaged or not.
bool repeats(const Inlines& known, std::string_view shown) {
  const std::optional<std::string> repaired = html::read_again_as_utf8(shown);
  const std::string text = plain_text(known);
  return text == shown || html::is_same_title(text, repaired ? *repaired : shown);
}

// The article's nodes, and in `dropped` what was left out of the page. What the front matter above
// a page says is surer than what the page shows.
MarkupList find_and_cut(Markup& page, bool keeps_all, html::Claims& claims, Wishes& wishes,
                        Document& document, Blocks& dropped) {
  html::PageMap map(page);
  if (!keeps_all) {
    html::leave_out_by_name(map);
    html::leave_out_of_questions(map);
  }
  html::Article article = html::find_article(map);
  html::read_page_byline(map, article, claims);
  if (const auto title = html::title_of_page(map, article, claims)) {
    document.metadata.title.fill(
        {make_text(title->text, title->range), Origin::Inferred, title->why, title->range});
  }
  html::settle_claims(claims, document.metadata);
  const std::string title = plain_text(document.metadata.title.value);
  if (const auto deck = html::deck_of_page(map, article, title); deck && !title.empty()) {
    document.metadata.subtitle.fill(
        {make_text(deck->text, deck->range), Origin::Inferred, deck->why, deck->range});
  }
  if (keeps_all) {
    MarkupList nodes = std::move(page.children);
    std::erase_if(nodes, [](const Markup& node) { return node.is("head"); });
    return nodes;
  }
  document.inferences.push_back({map[article.body].markup->range, "article", article.why});
  html::leave_out_of_article(map, article);
  html::leave_out_head_lines(map, article, document.metadata);
  return html::cut_article(map, article, wishes, dropped);
}

// The article's own heading is its title, and is not said twice; a deck, a picture or a rule may
// stand before it. Nor is its deck, behind it.
void take_title(Document& document) {
  constexpr int kMostBefore = 3;  // blocks
  Metadata& metadata = document.metadata;
  int before = 0;
  bool has_title = false;
  bool has_deck = false;
  for (auto block = document.blocks.begin(); block != document.blocks.end();) {
    const Heading* heading = block->as<Heading>();
    const Paragraph* paragraph = block->as<Paragraph>();
    std::string shown;
    if (heading != nullptr) shown = plain_text(heading->inlines);
    if (paragraph != nullptr) shown = plain_text(paragraph->inlines);
    const bool opens = heading != nullptr && heading->level == 1 && before == 0;
    if (!metadata.title.is_set() && opens) {
      metadata.title = {heading->inlines, Origin::Inferred, "first heading of the article",
                        block->range};
    }
    const bool is_title = heading != nullptr && !has_title && metadata.title.is_set() &&
                          repeats(metadata.title.value, shown);
    const bool is_deck = !has_deck && !shown.empty() && metadata.subtitle.is_set() &&
                         repeats(metadata.subtitle.value, shown);
    if (is_title || is_deck) {
      has_title = has_title || is_title;
      has_deck = has_deck || is_deck;
      block = document.blocks.erase(block);
      continue;
    }
    if (block->as<Dropped>() == nullptr && ++before > kMostBefore) return;
    ++block;
  }
}

}  // namespace

Document read_html(std::string_view text, std::string_view path, const ReaderOptions& options,
                   Diagnostics& diagnostics) {
  Document document;
  document.path = path;
  document.format = "html";
  ReaderOptions reading = options;
  std::uint32_t first_line = 1;
  if (begins_with_fence(text)) {
    const FrontMatter front_matter = split_front_matter(text, diagnostics);
    apply_front_matter(front_matter.data, document, reading, diagnostics);
    text = front_matter.body;
    first_line = front_matter.body_line;
  }
  const SourceLines lines(text, first_line);
  Markup page =
      parse_html_page(text, [&lines](std::size_t offset) { return lines.at_offset(offset); });
  html::Claims claims;
  html::read_page_data(page, claims);
  claims.add(html::Field::Url, html::saved_address(text), 60,
             "address that the page was saved from", SourceRange::at(1, 1));
  html::read_address_date(claims);
  html::unwrap_redirects(page, document.inferences);
  html::shorten_own_links(page, claims);
  Blocks dropped;
  html::find_math(page, dropped);

  Wishes wishes(reading, document.inferences, diagnostics);
  const bool keeps_all = reading.keep_all || reading.keep_boilerplate;
  html::prepare_page(page, {keeps_all}, wishes, dropped);
  MarkupList nodes = find_and_cut(page, keeps_all, claims, wishes, document, dropped);

  html::tidy_pictures(nodes);
  html::tidy_article(nodes);
  html::set_large_lines_apart(nodes);
  MarkupOptions markup_options;
  markup_options.marked_notes = html::find_notes(nodes, dropped);
  markup_options.keep_divisions = false;
  document.blocks =
      MarkupReader(document, diagnostics, std::move(markup_options)).read(std::move(nodes));
  apply_wishes(document.blocks, wishes);
  wishes.report_unused();
  take_title(document);
  if (reading.infer_headings && !keeps_all) html::find_bold_headings(document);
  std::move(dropped.begin(), dropped.end(), std::back_inserter(document.blocks));
  return document;
}

int recognize_html(std::string_view text, std::string_view path) {
  const bool is_named =
      path.ends_with(".html") || path.ends_with(".htm") || path.ends_with(".xhtml");
  text = text.substr(std::min(text.find_first_not_of(" \t\n\r"), text.size()));
  const bool has_front_matter = is_named && begins_with_fence(text);
  Diagnostics unheard;
  if (has_front_matter) text = trim(split_front_matter(text, unheard).body);
  if (!text.starts_with('<')) return is_named ? 65 : 0;
  const std::string head = to_lower(text.substr(0, 1024));
  if (head.starts_with("<!doctype html") || head.starts_with("<html")) return kCertain;
  const bool has_page_tags = head.find("<html") != std::string::npos ||
                             head.find("<head>") != std::string::npos ||
                             head.find("<body") != std::string::npos;
  if (has_page_tags) return 92;
  // A piece of a page under front matter may have the tags of a generator, which Markdown knows.
  if (has_front_matter) return 65;
  return is_named ? 96 : 0;
}

}  // namespace garland
