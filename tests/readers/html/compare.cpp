#include "readers/html/compare.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/contains.h"
#include "base/unicode.h"
#include "document/dump.h"
#include "readers/html/parse.h"
#include "readers/html/tags.h"
#include "readers/markup/markup.h"
#include "readers/markup/markup_reader.h"

namespace garland::test {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr auto kPassedOver = std::to_array<std::string_view>({"tbody", "thead"});
constexpr auto kFormKeys = std::to_array<std::string_view>({"disabled", "type"});

// "key="value"" for each attribute, sorted.
std::vector<std::string> attributes_of(std::string_view tag) {
  std::vector<std::string> found;
  for (std::size_t at = tag.find_first_of(" \n\t"); at < tag.size();) {
    at = tag.find_first_not_of(" \n\t", at);
    if (at == kNone) break;
    const std::size_t key_end = std::min(tag.find_first_of("= \n\t", at), tag.size());
    std::size_t end = key_end;
    if (end < tag.size() && tag[end] == '=') {
      const char quote = end + 1 < tag.size() ? tag[end + 1] : ' ';
      const bool is_quoted = quote == '"' || quote == '\'';
      end = is_quoted ? tag.find(quote, end + 2) : tag.find_first_of(" \n\t", end);
      end = std::min(end == kNone ? tag.size() : end + (is_quoted ? 1 : 0), tag.size());
    }
    const std::string_view key = tag.substr(at, key_end - at);
    if (!contains(kFormKeys, key)) found.emplace_back(tag.substr(at, end - at));
    at = end;
  }
  std::sort(found.begin(), found.end());
  return found;
}

class Writer {
 public:
  std::string run(std::string_view html) {
    std::size_t at = 0;
    HtmlTagScanner scanner(html);
    for (HtmlTag tag; scanner.next(tag); at = tag.end_offset) {
      text(html.substr(at, tag.begin_offset - at));
      element(tag, html.substr(tag.begin_offset, tag.end_offset - tag.begin_offset));
    }
    text(html.substr(at));
    return std::string(trim(out_));
  }

 private:
  void text(std::string_view words) {
    for (const char c : words) {
      const bool is_white = c == ' ' || c == '\n' || c == '\t';
      if (!is_white || is_preformatted_) {
        out_ += c;
        is_at_edge_ = false;
      } else if (!is_at_edge_ && !out_.ends_with(' ')) {
        out_ += ' ';
      }
    }
  }

  void element(const HtmlTag& tag, std::string_view source) {
    if (contains(kPassedOver, tag.name)) return;
    const bool is_block = is_block_element(tag.name) || tag.name == "br" || tag.name == "input";
    if (is_block && !is_preformatted_) {
      while (out_.ends_with(' ')) out_.pop_back();
      is_at_edge_ = true;
    } else {
      is_at_edge_ = false;
    }
    if (tag.name == "pre") is_preformatted_ = !tag.is_end;
    out_.append(tag.is_end ? "</" : "<").append(tag.name);
    source.remove_suffix(source.ends_with("/>") ? 2 : 1);
    if (!tag.is_end) {
      for (const std::string& attribute : attributes_of(source)) out_.append(" ").append(attribute);
    }
    out_ += '>';
  }

  std::string out_;
  bool is_at_edge_ = true;  // of a block
  bool is_preformatted_ = false;
};

}  // namespace

std::string comparable_html(std::string_view html) { return Writer().run(html); }

std::string with_unknown_tags_as_words(std::string_view html) {
  std::string out;
  std::size_t at = 0;
  HtmlTagScanner scanner(html);
  for (HtmlTag tag; scanner.next(tag); at = tag.end_offset) {
    out.append(html.substr(at, tag.begin_offset - at));
    const std::string_view source =
        html.substr(tag.begin_offset, tag.end_offset - tag.begin_offset);
    const bool is_words = !tag.is_end && !is_html_element(tag.name) &&
                          tag.name.find('-') == std::string::npos &&
                          to_lower(html).find("</" + tag.name + ">") == kNone;
    out.append(is_words ? "&lt;" : "<").append(source.substr(1, source.size() - 2));
    out.append(is_words ? "&gt;" : ">");
  }
  return out.append(html.substr(at));
}

std::string html_of_tree(std::string_view html) {
  Document document;
  Diagnostics unheard;
  int depth = 0;
  MarkupReader reader(document, unheard, {});
  document.blocks = reader.read(parse_html_fragment(
      bounded_html(html, depth), [](std::size_t) { return SourceRange::at(1, 1); }));
  return to_html(document);
}

}  // namespace garland::test
