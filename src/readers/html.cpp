#include "readers/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/unicode.h"
#include "readers/html_metadata.h"
#include "readers/html_parse.h"
#include "readers/markup_reader.h"
#include "readers/source_lines.h"
#include "readers/tree_wishes.h"

namespace garland {
namespace {

constexpr std::size_t kFewestWords = 200;  // bytes of text: an <article> with less is a teaser

std::size_t text_size(const Markup& node) {
  std::size_t size = node.is_text() ? node.text.size() : 0;
  for (const Markup& child : node.children) size += text_size(child);
  return size;
}

void find_all(const Markup& node, std::string_view name, std::vector<const Markup*>& found) {
  if (node.is(name)) found.push_back(&node);
  for (const Markup& child : node.children) find_all(child, name, found);
}

const Markup* longest(const Markup& page, std::string_view name) {
  std::vector<const Markup*> found;
  find_all(page, name, found);
  const auto best = std::max_element(
      found.begin(), found.end(),
      [](const Markup* a, const Markup* b) { return text_size(*a) < text_size(*b); });
  return best == found.end() ? nullptr : *best;
}

// The element that holds the article.
const Markup& article_of(const Markup& page) {
  for (const char* name : {"article", "main"}) {
    const Markup* found = longest(page, name);
    if (found != nullptr && text_size(*found) >= kFewestWords) return *found;
  }
  const Markup* body = longest(page, "body");
  return body == nullptr ? page : *body;
}

// Why an element is no part of the article; empty when it may be.
std::string_view leftover_reason(const Markup& node) {
  constexpr auto kReasons = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"nav", "navigation of the site"},
      {"footer", "foot of the page"},
      {"form", "form"},
      {"dialog", "dialog of the site"},
      {"noscript", "shown only without scripts"},
      {"search", "search box"},
  });
  for (const auto& [name, reason] : kReasons) {
    if (node.is(name)) return reason;
  }
  if (node.is("aside")) return "beside the article";
  if (node.attribute("role") == "navigation") return "navigation of the site";
  if (node.attribute("aria-hidden") == "true" && !node.is("img")) return "hidden from readers";
  return {};
}

// Takes site leftovers out of the tree, each as what was dropped.
class LeftoverRemover {
 public:
  MarkupList remove(MarkupList nodes, int quotation_depth = 0) {
    MarkupList kept;
    for (Markup& node : nodes) {
      const std::string_view reason = quotation_depth == 0 ? leftover_reason(node) : "";
      if (!reason.empty()) {
        drop(node, reason);
        continue;
      }
      const bool is_quotation = node.is("blockquote") || node.is("figure");
      node.children = remove(std::move(node.children), quotation_depth + (is_quotation ? 1 : 0));
      kept.push_back(std::move(node));
    }
    return kept;
  }

  Blocks take() { return std::move(dropped_); }

 private:
  void drop(const Markup& node, std::string_view reason) {
    std::string words = collapse_spaces(text_of(node));
    if (words.empty()) return;
    dropped_.push_back({Dropped{std::move(words), std::string(reason)}, {}, node.range});
  }

  Blocks dropped_;
};

// Text that stands around the article's element is not lost: it is set aside too.
void drop_surroundings(const Markup& node, const Markup& article, Blocks& out) {
  if (&node == &article || node.is("head") || node.is("script") || node.is("style")) return;
  const bool holds_article = [&] {
    std::vector<const Markup*> found;
    find_all(node, article.name, found);
    return std::find(found.begin(), found.end(), &article) != found.end();
  }();
  if (holds_article) {
    for (const Markup& child : node.children) drop_surroundings(child, article, out);
    return;
  }
  std::string words = collapse_spaces(text_of(node));
  if (!words.empty()) {
    out.push_back({Dropped{std::move(words), "outside of the article's element"}, {}, node.range});
  }
}

bool same_words(const Inlines& left, const Inlines& right) {
  return fold_case(collapse_spaces(plain_text(left))) ==
         fold_case(collapse_spaces(plain_text(right)));
}

// The article's own heading is its title, and is not said twice.
void take_title(Document& document) {
  const auto first =
      std::find_if(document.blocks.begin(), document.blocks.end(),
                   [](const Block& block) { return block.as<Dropped>() == nullptr; });
  if (first == document.blocks.end()) return;
  const Heading* heading = first->as<Heading>();
  if (heading == nullptr || heading->level != 1) return;
  auto& title = document.metadata.title;
  const std::string shown = plain_text(heading->inlines);
  const bool is_in_title = title.is_set() && plain_text(title.value).starts_with(shown);
  if (title.is_set() && !is_in_title && !same_words(title.value, heading->inlines)) return;
  title = {heading->inlines, Origin::Inferred, "first heading of the article", first->range};
  document.blocks.erase(first);
}

}  // namespace

Document read_html(std::string_view text, std::string_view path, const ReaderOptions& options,
                   Diagnostics& diagnostics) {
  Document document;
  document.path = path;
  document.format = "html";
  const SourceLines lines(text, 1);
  const Markup page =
      parse_html_page(text, [&lines](std::size_t offset) { return lines.at_offset(offset); });
  read_page_metadata(page, document.metadata, diagnostics);

  const bool keeps_all = options.keep_all || options.keep_boilerplate;
  const Markup& article = keeps_all ? page : article_of(page);
  LeftoverRemover remover;
  MarkupList nodes = article.children;
  std::erase_if(nodes, [](const Markup& node) { return node.is("head"); });
  if (!keeps_all) nodes = remover.remove(std::move(nodes));
  MarkupOptions markup_options;
  markup_options.keep_divisions = false;
  document.blocks =
      MarkupReader(document, diagnostics, std::move(markup_options)).read(std::move(nodes));
  Wishes wishes(options, document.inferences, diagnostics);
  apply_wishes(document.blocks, wishes);
  take_title(document);

  Blocks dropped = remover.take();
  if (!keeps_all) drop_surroundings(page, article, dropped);
  std::move(dropped.begin(), dropped.end(), std::back_inserter(document.blocks));
  return document;
}

int recognize_html(std::string_view text, std::string_view path) {
  text = text.substr(std::min(text.find_first_not_of(" \t\n\r"), text.size()));
  const std::string head = to_lower(text.substr(0, 1024));
  if (head.starts_with("<!doctype html") || head.starts_with("<html")) return 98;
  const bool has_page_tags = head.find("<html") != std::string::npos ||
                             head.find("<head>") != std::string::npos ||
                             head.find("<body") != std::string::npos;
  if (head.starts_with('<') && has_page_tags) return 92;
  const bool is_named =
      path.ends_with(".html") || path.ends_with(".htm") || path.ends_with(".xhtml");
  if (is_named) return head.starts_with('<') ? 96 : 65;
  return 0;
}

}  // namespace garland
