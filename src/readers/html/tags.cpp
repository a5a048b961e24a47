#include "readers/html/tags.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/contains.h"
#include "readers/html/tokens.h"
#include "readers/markup/markup.h"

namespace garland {
namespace {

constexpr std::size_t kMostWords = 300;  // of a tag
// Elements of our own that the Markdown reader writes into raw HTML.
constexpr auto kPutIntoHtml = std::to_array<std::string_view>({"x-note-mark", "x-tag"});

constexpr auto kVoid = std::to_array<std::string_view>(
    {"area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta",
     "param", "source", "track", "wbr"});
constexpr auto kOptionalEnd =
    std::to_array<std::string_view>({"colgroup", "dd", "dt", "li", "optgroup", "option", "p", "rp",
                                     "rt", "tbody", "td", "tfoot", "th", "thead", "tr"});
constexpr auto kRawText = std::to_array<std::string_view>(
    {"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"});

bool ends_name(char c) { return is_ascii_space(c) || c == '/' || c == '>'; }

// Finds "</name" in any case; gives npos when it is not there.
std::size_t find_end_tag(std::string_view html, std::size_t from, std::string_view name) {
  for (std::size_t at = html.find("</", from); at != std::string_view::npos;
       at = html.find("</", at + 2)) {
    const std::string_view found = html.substr(at + 2, name.size());
    if (std::equal(found.begin(), found.end(), name.begin(), name.end(),
                   [](char a, char b) { return to_ascii_lower(a) == b; })) {
      return at;
    }
  }
  return std::string_view::npos;
}

}  // namespace

bool is_void_element(std::string_view name) { return contains(kVoid, name); }
bool has_optional_end(std::string_view name) { return contains(kOptionalEnd, name); }
bool holds_raw_text(std::string_view name) { return contains(kRawText, name); }

bool HtmlTagScanner::next(HtmlTag& tag) {
  while (unfinished_ == std::string_view::npos) {
    at_ = html_.find('<', at_);
    if (at_ == std::string_view::npos) return false;
    if (skip_comment() || skip_markup("<!") || skip_markup("<?")) continue;
    const std::size_t name_at = at_ + (html_.substr(at_).starts_with("</") ? 2 : 1);
    if (name_at >= html_.size() || !is_ascii_letter(html_[name_at])) {
      ++at_;
    } else if (read_tag(tag)) {
      if (!tag.is_end && holds_raw_text(tag.name)) skip_raw_text(tag);
      return true;
    }
  }
  return false;
}

bool HtmlTagScanner::skip_comment() {
  if (!html_.substr(at_).starts_with("<!--")) return false;
  const std::size_t end = html::comment_end(html_, at_);
  if (end == std::string_view::npos) {
    unfinished_ = at_;
  } else {
    at_ = end;
  }
  return true;
}

bool HtmlTagScanner::skip_markup(std::string_view opening) {
  if (!html_.substr(at_).starts_with(opening)) return false;
  const std::size_t end = html_.find('>', at_ + opening.size());
  if (end == std::string_view::npos) {
    unfinished_ = at_;
  } else {
    at_ = end + 1;
  }
  return true;
}

bool HtmlTagScanner::read_tag(HtmlTag& tag) {
  tag.begin_offset = at_;
  tag.is_end = html_[at_ + 1] == '/';
  std::size_t at = at_ + (tag.is_end ? 2 : 1);
  tag.name.clear();
  while (at < html_.size() && !ends_name(html_[at])) tag.name += to_ascii_lower(html_[at++]);
  tag.word_count = 1;
  char quote = 0;
  for (char before = 0; at < html_.size(); ++at) {
    const char c = html_[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && before == '=') {
      quote = c;
    } else if (c == '>') {
      at_ = tag.end_offset = at + 1;
      return true;
    }
    const bool is_white = c == ' ' || c == '\n' || c == '\t';
    if (is_white && quote == 0) ++tag.word_count;
    if (!is_white) before = c;
  }
  unfinished_ = tag.begin_offset;
  return false;
}

void HtmlTagScanner::skip_raw_text(const HtmlTag& tag) {
  const std::size_t end = find_end_tag(html_, tag.end_offset, tag.name);
  at_ = end == std::string_view::npos ? html_.size() : end;
}

std::optional<HtmlTag> unclosed_raw_text(std::string_view html) {
  std::optional<HtmlTag> open;
  HtmlTagScanner scanner(html);
  for (HtmlTag tag; scanner.next(tag);) {
    if (!holds_raw_text(tag.name)) continue;
    open = tag;
    if (tag.is_end) open.reset();
  }
  return open;
}

namespace {

// Copies HTML without what its bounds forbid.
class TagFilter {
 public:
  TagFilter(std::string_view html, int& depth) : html_(html), depth_(depth) {
    out_.reserve(html.size());
  }

  std::string run() {
    int unfinished = 0;
    while (filter_to_unfinished()) {
      if (++unfinished == kMostUnfinished) {
        show_rest();
        break;
      }
    }
    return std::move(out_);
  }

 private:
  // Each costs a look at all that follows it.
  static constexpr int kMostUnfinished = 64;

  // Up to the first tag or comment without an end, whose "<" is shown; what follows it is still to
  // be filtered. False where there is none.
  bool filter_to_unfinished() {
    copied_ = 0;
    HtmlTagScanner scanner(html_);
    for (HtmlTag tag; scanner.next(tag);) {
      copy(tag.begin_offset);
      copy_tag(tag);
    }
    const std::size_t unfinished = scanner.unfinished_offset();
    copy(std::min(unfinished, html_.size()));
    if (unfinished == std::string_view::npos) return false;
    out_ += "&lt;";
    html_.remove_prefix(unfinished + 1);
    return true;
  }

  void show_rest() {
    for (const char c : html_) {
      if (c == '<') {
        out_ += "&lt;";
      } else {
        out_ += c;
      }
    }
  }

  void copy_tag(const HtmlTag& tag) {
    bool is_kept = tag.name != "plaintext";
    if (!is_void_element(tag.name) && !has_optional_end(tag.name)) {
      if (!tag.is_end) ++depth_;
      if (depth_ > kMaxHtmlDepth) is_kept = false;
      if (tag.is_end && depth_ > 0) --depth_;
    }
    if (is_kept) write_tag(tag);
    copied_ = tag.end_offset;
  }

  void write_tag(const HtmlTag& tag) {
    const std::string_view opening = tag.is_end ? "</" : "<";
    const bool is_foreign = tag.name.starts_with(kOwnNames) && !contains(kPutIntoHtml, tag.name);
    if (is_foreign) {
      out_.append(opening).append(kForeignName);
      copied_ = tag.begin_offset + opening.size();
    }
    if (tag.word_count > kMostWords) {
      out_.append(is_foreign ? std::string_view() : opening).append(tag.name) += '>';
    } else {
      copy(tag.end_offset);
    }
  }

  void copy(std::size_t end) {
    if (end > copied_) out_.append(html_.substr(copied_, end - copied_));
    copied_ = std::max(copied_, end);
  }

  std::string_view html_;
  int& depth_;
  std::size_t copied_ = 0;
  std::string out_;
};

}  // namespace

std::string bounded_html(std::string_view html, int& depth) { return TagFilter(html, depth).run(); }

std::string bounded_references(std::string html) {
  for (std::size_t at = html.find("&#"); at != html.npos; at = html.find("&#", at + 2)) {
    const bool is_hexadecimal = at + 2 < html.size() && (html[at + 2] | 0x20) == 'x';
    const std::string_view digits = is_hexadecimal ? "0123456789abcdefABCDEF" : "0123456789";
    const std::string_view beyond = is_hexadecimal ? "110000" : "1114112";
    const std::size_t begin = at + (is_hexadecimal ? 3 : 2);
    const std::size_t end = std::min(html.find_first_not_of(digits, begin), html.size());
    const std::size_t significant = std::min(html.find_first_not_of('0', begin), end);
    if (end - significant <= beyond.size()) continue;
    html.replace(begin, end - begin, std::string(end - begin - beyond.size(), '0').append(beyond));
  }
  return html;
}

}  // namespace garland
