#include "readers/plain_text/dialect.h"

#include <algorithm>

#include "base/ascii.h"
#include "readers/plain_text/layout.h"

namespace garland::plain {

namespace {

constexpr std::uint32_t kMostLinks = 100'000;          // marks of a larger number are none
constexpr std::uint32_t kNarrowPage = 110;             // columns; html2text wraps at 79 unless told
constexpr std::uint32_t kWideLine = 50;                // columns: a line this wide is running text
constexpr std::string_view kBullet = "\xE2\x80\xA2 ";  // •
constexpr std::string_view kSquare = "\xE2\x96\xA1 ";  // □
constexpr std::string_view kBlackSquare = "\xE2\x96\xA0 ";  // ■
constexpr std::string_view kHeavyRule = "\xE2\x94\x81";     // ━

// "12. " at a line's beginning: the number, and where the rest begins; 0 when there is none.
std::uint32_t listed_number(std::string_view text, std::size_t& rest) {
  std::uint32_t number = 0;
  std::size_t at = 0;
  for (; at < text.size() && at < 6 && is_ascii_digit(text[at]); ++at) {
    number = number * 10 + static_cast<std::uint32_t>(text[at] - '0');
  }
  if (at == 0 || text.substr(at, 2) != ". " || number > kMostLinks) return 0;
  rest = at + 2;
  while (rest < text.size() && text[rest] == ' ') ++rest;
  return number;
}

// A scheme and a colon, as every address in lynx's list has: "https://…", "mailto:…".
bool is_address(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (is_ascii_letter(text[at]) || is_ascii_digit(text[at]) ||
                              text[at] == '-' || text[at] == '+')) {
    ++at;
  }
  return at >= 2 && at + 1 < text.size() && text[at] == ':' && text[at + 1] != ' ';
}

bool is_list_label(std::string_view text) {
  return text == "References" || text == "Visible links" || text == "Visible links:" ||
         text == "Hidden links:" || text == "Hidden links";
}

// One entry of the list of addresses, told from below: "7. https://…", or "7. Title" above the
// address alone, as elinks sets them.
class AddressList {
 public:
  explicit AddressList(const std::vector<TextLine>& lines) : lines_(lines) {}

  // The list that ends the text, with the labels that stand among its entries.
  void find(Dialect& dialect) {
    std::size_t first = lines_.size();
    for (std::size_t i = lines_.size(); i-- > 0;) {
      if (lines_[i].is_blank()) continue;
      if (!take(i)) break;
      first = i;
      if (lines_[i].text == "References") break;
    }
    if (!pending_.empty()) first = pending_line_ + 1;
    if (listed_ == 0 || (!has_label_ && listed_ < 3)) return;
    dialect.addresses_first = first;
    dialect.addresses_last = lines_.size();
    for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) put(*entry, dialect);
  }

 private:
  struct Entry {
    std::uint32_t number;
    std::string_view address;
  };

  bool take(std::size_t at) {
    const std::string_view text = lines_[at].text;
    std::size_t rest = 0;
    const std::uint32_t number = listed_number(text, rest);
    if (number > 0 && (!pending_.empty() || is_address(text.substr(rest)))) {
      entries_.push_back({number, pending_.empty() ? text.substr(rest) : pending_});
      pending_ = {};
      ++listed_;
      return true;
    }
    if (is_list_label(text)) return has_label_ = true;
    if (!pending_.empty() || number > 0 || !is_address(text)) return false;
    pending_ = text;
    pending_line_ = at;
    return true;
  }

  // Numbers count up: a gap wider than the list is a slip, not a place to fill.
  void put(const Entry& entry, Dialect& dialect) const {
    if (entry.number >= dialect.addresses.size()) {
      if (entry.number > dialect.addresses.size() + listed_ + 1) return;
      dialect.addresses.resize(entry.number + 1);
    }
    // The saving machine's own places lead nowhere.
    if (!entry.address.starts_with("file:")) dialect.addresses[entry.number] = entry.address;
  }

  const std::vector<TextLine>& lines_;
  std::vector<Entry> entries_;  // from below
  std::size_t listed_ = 0;
  bool has_label_ = false;
  std::string_view pending_;  // an address whose number stands above
  std::size_t pending_line_ = 0;
};

// A word of several that html2text joined: "Privacy_Policy".
bool has_joined_words(std::string_view text) {
  std::size_t at = 0;
  while (true) {
    at = text.find('_', at + 1);
    if (at == std::string_view::npos || at + 1 >= text.size()) return false;
    const auto is_word = [](char c) {
      return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    };
    if (is_word(text[at - 1]) && is_word(text[at + 1])) return true;
  }
}

struct DialectEvidence {
  std::size_t buttons = 0;       // "(BUTTON)"
  std::size_t lynx_bullets = 0;  // "* " at column 5, "+ " at 10, "o " at 15
  std::size_t outdented = 0;     // set apart at column 0
  std::size_t w3m_bullets = 0;   // "• " at column 2, "□ " at 6, "■ " at 10
  std::size_t heavy_rules = 0;   // of "━"
  std::size_t joined = 0;        // lines with joined_words
  std::size_t star_items = 0;    // "* " at column 0
  std::size_t starred = 0;       // "****** Heading ******"
  std::size_t titles = 0;        // of these, of the first level
  std::size_t wide = 0;          // lines beyond a narrow page
  std::size_t lines = 0;         // that are not blank
  std::size_t wrapped = 0;       // lines of running text with another line below
  std::size_t at_three = 0;      // at column 3
};

// Over the lines before `end`.
DialectEvidence gather(const std::vector<TextLine>& lines, std::size_t end) {
  DialectEvidence found;
  for (std::size_t i = 0; i < end; ++i) {
    const TextLine& line = lines[i];
    if (line.is_blank()) continue;
    ++found.lines;
    const std::string_view text = line.text;
    const bool is_apart = i == 0 || lines[i - 1].is_blank();
    if (text.find("(BUTTON)") != std::string_view::npos) ++found.buttons;
    if ((line.indent == 5 && text.starts_with("* ")) ||
        (line.indent == 10 && text.starts_with("+ ")) ||
        (line.indent == 15 && text.starts_with("o ")) ||
        ((line.indent == 5 || line.indent == 10) && text.starts_with(kBullet))) {
      ++found.lynx_bullets;
    }
    if (line.indent == 0 && is_apart) ++found.outdented;
    if ((line.indent == 2 && text.starts_with(kBullet)) ||
        (line.indent == 6 && text.starts_with(kSquare)) ||
        (line.indent == 10 && text.starts_with(kBlackSquare))) {
      ++found.w3m_bullets;
    }
    if (line.width >= 20 && text.starts_with(kHeavyRule)) ++found.heavy_rules;
    if (line.indent < 6 && has_joined_words(text)) ++found.joined;
    if ((line.indent == 0 || line.indent == 4) && text.starts_with("* ")) ++found.star_items;
    const int level = starred_level(text);
    if (level > 0) ++found.starred;
    if (level == 1) ++found.titles;
    if (line.extent() > kNarrowPage) ++found.wide;
    if (line.indent == kLynxIndent) ++found.at_three;
    if (line.width >= kWideLine && i + 1 < lines.size() && !lines[i + 1].is_blank()) {
      ++found.wrapped;
    }
  }
  return found;
}

// Tables nested for the sake of layout set the body further in than three columns: then bullets or
// buttons and a list of addresses must tell.
bool is_lynx(const DialectEvidence& found, std::uint32_t body, bool has_addresses) {
  if (found.wide * 20 > found.lines || found.at_three * 10 < found.lines) return false;
  const std::size_t marks = found.buttons + found.lynx_bullets + (has_addresses ? 3 : 0);
  const bool is_all_set_in = found.at_three * 2 >= found.lines && found.lines >= 3;
  return body == kLynxIndent ? marks + found.outdented > 0 || is_all_set_in : marks >= 3;
}

bool is_w3m(const DialectEvidence& found) {
  return found.wide * 5 <= found.lines &&
         (found.wrapped * 10 >= found.lines || found.w3m_bullets >= 12) &&
         found.w3m_bullets + 3 * found.heavy_rules >= 3;
}

bool is_html2text(const DialectEvidence& found, std::uint32_t body) {
  constexpr std::size_t kSure = 4;  // headings: in a text that is all lists, no line is at the edge
  return (body == 0 || found.starred >= kSure) && found.wide * 20 <= found.lines &&
         ((found.joined >= 3 && found.star_items > 0) || found.starred >= 2 ||
          (found.titles == 1 && found.joined != 1));
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace

Dialect judge_dialect(const std::vector<TextLine>& lines) {
  Dialect dialect;
  AddressList(lines).find(dialect);
  const DialectEvidence found =
      gather(lines, dialect.has_addresses() ? dialect.addresses_first : lines.size());
  const std::uint32_t body = body_indent(lines);
  if (is_lynx(found, body, dialect.has_addresses())) {
    dialect.renderer = Renderer::Lynx;
    dialect.reason = counted(found.at_three, "line", "lines") + " set in by three columns, " +
                     counted(found.lynx_bullets, "bullet", "bullets") + ", " +
                     counted(found.outdented, "line", "lines") +
                     " set apart at the left edge, as lynx prints a page";
  } else if (is_w3m(found)) {
    dialect.renderer = Renderer::W3m;
    dialect.reason = counted(found.w3m_bullets, "bullet", "bullets") +
                     " at the columns where w3m sets them, and " +
                     counted(found.heavy_rules, "rule", "rules") + " of its kind";
  } else if (is_html2text(found, body)) {
    dialect.renderer = Renderer::Html2Text;
    dialect.reason = counted(found.joined, "line", "lines") +
                     " with words joined by underscores, " +
                     counted(found.star_items, "item", "items") + " starred at the left edge and " +
                     counted(found.starred, "heading", "headings") +
                     " between stars, as html2text prints links, lists and headings";
  }
  return dialect;
}

int starred_level(std::string_view text) {
  const std::size_t stars = text.find_first_not_of('*');
  constexpr std::size_t kMostStars = 6;  // of a heading of the first level
  if (stars == std::string_view::npos || stars < 2 || stars > kMostStars) return 0;
  if (text.size() < 2 * stars + 3 || text[stars] != ' ') return 0;
  const std::size_t last = text.find_last_not_of('*');
  if (text.size() - last - 1 != stars || text[last] != ' ') return 0;
  return static_cast<int>(kMostStars - stars) + 1;
}

std::uint32_t link_mark_at(std::string_view text, std::size_t at, std::size_t& length) {
  if (text[at] != '[') return 0;
  std::uint32_t number = 0;
  std::size_t end = at + 1;
  while (end < text.size() && end - at < 7 && is_ascii_digit(text[end])) {
    number = number * 10 + static_cast<std::uint32_t>(text[end++] - '0');
  }
  if (end == at + 1 || end >= text.size() || text[end] != ']') return 0;
  length = end + 1 - at;
  return number;
}

}  // namespace garland::plain
