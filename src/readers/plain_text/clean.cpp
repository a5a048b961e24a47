#include "readers/plain_text/clean.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/unicode.h"
#include "document/picture_name.h"
#include "readers/plain_text/replies.h"

namespace garland::plain {

namespace {

constexpr std::string_view kButton = "(BUTTON)";
constexpr std::size_t kFieldWidth = 10;     // underscores: a field to type into
constexpr std::size_t kFieldSpaces = 4;     // at the end of "[Name      ]"
constexpr std::size_t kMostLabelWords = 8;  // beside a field or on a button
constexpr std::uint32_t kRuleIndent = 5;    // columns before a rule of lynx
constexpr std::uint32_t kLinkGap = 24;      // links in a row that show no mark, at most

std::size_t word_count(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool is_gap = c == ' ' || c == '\t';
    if (!is_gap && !in_word) ++words;
    in_word = !is_gap;
  }
  return words;
}

bool is_only(std::string_view text, char wanted) {
  return !text.empty() && text.find_first_not_of(wanted) == std::string_view::npos;
}

// "[Name      ]", "[          ]": a field to type into, anywhere in the text.
bool has_bracket_field(std::string_view text) {
  for (std::size_t open = text.find('['); open != std::string_view::npos;) {
    const std::size_t end = text.find_first_of("[]", open + 1);
    if (end == std::string_view::npos) return false;
    if (text[end] == ']') {
      std::size_t spaces = 0;
      while (end - spaces - 1 > open && text[end - spaces - 1] == ' ') ++spaces;
      if (spaces >= kFieldSpaces) return true;
    }
    open = text.find('[', end + (text[end] == ']' ? 1 : 0));
  }
  return false;
}

bool has_underscore_field(const TextLine& line) {
  static const std::string kField(kFieldWidth, '_');
  if (line.text.find(kField) == std::string_view::npos) return false;
  return !is_only(line.text, '_') || line.indent < kRuleIndent;
}

// What to a reader is no text: "[ ]", "[INLINE]", "[photo.jpg]".
bool is_bare_picture(std::string_view text) {
  if (text.size() < 2 || text.front() != '[' || text.back() != ']') return false;
  const std::string_view inside = text.substr(1, text.size() - 2);
  if (inside.find_first_of("[]") != std::string_view::npos) return false;
  if (inside.find_first_not_of(' ') == std::string_view::npos) return true;
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"INLINE", "IMAGE", "IMG", "LINK", "EMBED", "image", "picture"});
  if (std::find(kNames.begin(), kNames.end(), inside) != kNames.end()) return true;
  const bool is_word = inside.find(' ') == std::string_view::npos && inside.front() != '.';
  return is_word && has_picture_suffix(inside);
}

bool is_word_byte(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// A word of code rather than words of a link: it has signs that a link's words have not.
bool has_code_signs(std::string_view word) {
  return word.find_first_of("=<>{}\\;/@") != std::string_view::npos ||
         word.find("()") != std::string_view::npos || word.find("::") != std::string_view::npos;
}

class LineCleaner {
 public:
  LineCleaner(const Dialect& dialect, LineStore& store) : dialect_(dialect), store_(store) {}

  void clean(TextLine& line) {
    if (line.is_left_out() || line.is_blank() || line.must_stay) return;
    line.reason_to_go = reason_to_leave_out(line);
    if (line.is_left_out()) return;
    if (!may_change(line.text)) return;
    rewrite(line);
    if (!line.is_left_out()) line.reason_to_go = reason_to_leave_out(line);
  }

  std::size_t link_count() const { return link_count_; }
  std::size_t joined_count() const { return joined_count_; }

 private:
  std::string_view reason_to_leave_out(const TextLine& line) const {
    if (dialect_.renderer == Renderer::Unknown) return {};
    const std::string_view text = line.text;
    if (text == "[ ]" || is_bare_picture(text)) {
      return kBarePicture;
    }
    const std::string_view sign = form_sign(line);
    constexpr std::size_t kLongest = 200;  // columns
    const bool is_label = !sign.empty() && line.width < kLongest &&
                          word_count(text.substr(0, kLongest)) <= kMostLabelWords + 4;
    return is_label ? sign : std::string_view();
  }

  // What of a form or frame the line has in it; most lines have nothing.
  static std::string_view form_sign(const TextLine& line) {
    if (has_underscore_field(line) || has_bracket_field(line.text)) return "a field of a form";
    if (line.text.starts_with(kButton) && line.indent > 0) return "a button";
    if (line.text.starts_with("IFRAME: ")) return "the address of a frame";
    return {};
  }

  bool may_change(std::string_view text) const {
    static constexpr ByteSet kLynxMarks("[(^");
    if (text.find(kSoftHyphen) != std::string_view::npos) return true;
    switch (dialect_.renderer) {
      case Renderer::Lynx:
        return kLynxMarks.any_in(text);
      case Renderer::W3m:
        return text.find('^') != std::string_view::npos ||
               text.find("DEL") != std::string_view::npos;
      case Renderer::Html2Text:
        return text.find('_') != std::string_view::npos || starred_level(text) > 0;
      case Renderer::Unknown:
        return false;
    }
    return false;
  }

  void rewrite(TextLine& line) {
    const std::string_view text = line.text;
    out_.clear();
    line.cuts.clear();
    static constexpr ByteSet kMarks("\xC2[(^:");  // with which the marks begin
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t next = kMarks.first_in(text, at);
      out_ += text.substr(at, next - at);
      if (next == text.size()) break;
      const std::size_t taken = mark_at(line, next);
      if (taken == 0) out_ += text[next];
      at = next + std::max<std::size_t>(taken, 1);
    }
    if (dialect_.renderer == Renderer::Html2Text) {
      part_joined_words(line);
      take_stars_off(line);
    }
    trim(line);
    if (out_.empty()) {
      line.reason_to_go = "marks of the program that rendered the page, without words";
      line.cuts.clear();
      return;
    }
    store_.push_back(out_);
    line.text = store_.back();
  }

  void take_stars_off(TextLine& line) {
    line.told_level = starred_level(out_);
    if (line.told_level == 0) return;
    const std::size_t stars = out_.find(' ');
    out_.resize(out_.size() - stars);
    std::fill_n(out_.begin(), stars, ' ');
  }

  void trim(TextLine& line) {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    const std::size_t spaces = std::min(out_.find_first_not_of(' '), out_.size());
    if (spaces == 0) return;
    out_.erase(0, spaces);
    const auto columns = static_cast<std::uint32_t>(spaces);
    for (Cut& cut : line.cuts) cut.offset -= std::min(cut.offset, columns);
    line.cuts.insert(line.cuts.begin(), {0, columns, 0});
  }

  // Bytes of the mark at `at` that is taken out; 0 when none is.
  std::size_t mark_at(TextLine& line, std::size_t at) {
    const std::string_view text = line.text;
    if (text[at] == kSoftHyphen[0] && text.substr(at, 2) == kSoftHyphen && at + 2 < text.size()) {
      return cut(line, 2, 1);
    }
    if (dialect_.renderer == Renderer::Lynx) {
      if (text[at] == '[') return link_mark(line, at);
      if (text[at] == '(' && text.substr(at, kButton.size()) == kButton) {
        const std::size_t space = text.substr(at + kButton.size(), 1) == " " ? 1 : 0;
        return cut(line, kButton.size() + space);
      }
    }
    if (text[at] == '^' && dialect_.renderer != Renderer::Html2Text) return raised(line, at);
    if (dialect_.renderer == Renderer::Unknown) return 0;
    for (const std::string_view deletion : {"[DEL:", ":DEL]", "[INS:", ":INS]"}) {
      if (text[at] == deletion[0] && text.substr(at, 5) == deletion) return cut(line, 5);
    }
    return 0;
  }

  // Marks count up over the whole text, a few that show nothing aside; "[1]" among them that does
  // not is the author's.
  std::size_t link_mark(TextLine& line, std::size_t at) {
    std::size_t length = 0;
    const std::uint32_t number = link_mark_at(line.text, at, length);
    if (number == 0 || number <= last_link_ || number > last_link_ + kLinkGap ||
        number >= dialect_.addresses.size()) {
      return 0;
    }
    last_link_ = number;
    ++link_count_;
    cut(line, length);
    line.cuts.back().link = number;
    // "^[7]1": a raised figure that was a link.
    if (at > 0 && line.text[at - 1] == '^') return length + raise_figures(line, at + length);
    return length;
  }

  // Raised signs stand behind "^": "^[1]", "word^1", "word^[7]1".
  std::size_t raised(TextLine& line, std::size_t at) {
    std::size_t length = 0;
    if (line.text.substr(at, 2) == "^[") return cut(line, 1);
    if (at == 0 || line.text[at - 1] == ' ') return 0;
    cut(line, 1);
    length = raise_figures(line, at + 1);
    if (length == 0) line.cuts.pop_back();
    return length == 0 ? 0 : length + 1;
  }

  // One to three figures that end there become raised ones. Gives their bytes.
  std::size_t raise_figures(const TextLine& line, std::size_t at) {
    const std::string_view text = line.text;
    std::size_t end = at;
    while (end < text.size() && end - at < 4 && is_ascii_digit(text[end])) ++end;
    if (end == at || end - at > 3 || (end < text.size() && is_word_byte(text[end]))) return 0;
    constexpr std::u32string_view kRaised =
        U"\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
    for (std::size_t i = at; i < end; ++i) {
      append_utf8(out_, kRaised[static_cast<std::size_t>(text[i] - '0')]);
    }
    return end - at;
  }

  std::size_t cut(TextLine& line, std::size_t bytes, std::size_t columns = 0) {
    const auto offset = static_cast<std::uint32_t>(out_.size());
    line.cuts.push_back({offset, static_cast<std::uint32_t>(columns > 0 ? columns : bytes), 0});
    return bytes;
  }

  // "his_resignation_from_the" gets its spaces back, word by word of the line.
  void part_joined_words(TextLine& line) {
    for (std::size_t begin = 0; begin < out_.size();) {
      std::size_t end = out_.find(' ', begin);
      if (end == std::string::npos) end = out_.size();
      const std::string_view word(out_.data() + begin, end - begin);
      if (word.find('_') != std::string_view::npos && !has_code_signs(word)) part(line, begin, end);
      begin = end + 1;
    }
  }
  void part(TextLine& line, std::size_t begin, std::size_t end) {
    std::uint32_t words = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (out_[i] != '_') continue;
      out_[i] = ' ';
      if (i > begin && i + 1 < end && is_word_byte(out_[i + 1])) ++words;
    }
    line.link_words += words + 1;
    ++joined_count_;
  }

  const Dialect& dialect_;
  LineStore& store_;
  std::string out_;
  std::uint32_t last_link_ = 0;
  std::size_t link_count_ = 0;
  std::size_t joined_count_ = 0;
};

SourceRange whole(const std::vector<TextLine>& lines) {
  return range_of(lines.front(), lines.back());
}

// "#[1]alternate [2]Edit this page", "Link: [1]alternate": what the page's head links to, on lynx's
// first lines.
void leave_out_head_links(std::vector<TextLine>& lines) {
  std::size_t i = 0;
  while (i < lines.size() && lines[i].is_blank()) ++i;
  if (i == lines.size()) return;
  const std::string_view first = lines[i].text;
  if (first.substr(0, 4) != "#[1]" && first.substr(0, 9) != "Link: [1]") return;
  for (; i < lines.size() && !lines[i].is_blank(); ++i) {
    if (lines[i].is_left_out() || lines[i].must_stay) continue;
    lines[i].reason_to_go =
        "links of the page's head (alternate, search), as lynx lists them first";
  }
}

}  // namespace

void clean_lines(std::vector<TextLine>& lines, const Dialect& dialect, LineStore& store,
                 std::vector<Inference>& inferences) {
  if (lines.empty()) return;
  if (dialect.renderer == Renderer::Unknown) unquote_lines(lines, inferences);
  if (dialect.renderer != Renderer::Unknown) {
    inferences.push_back({whole(lines), "rendered by a terminal browser", dialect.reason});
  }
  LineCleaner cleaner(dialect, store);
  if (dialect.renderer == Renderer::Lynx) leave_out_head_links(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // Without marks that lead to it, a list of addresses is the author's.
    const bool is_address = i >= dialect.addresses_first && i < dialect.addresses_last;
    if (!is_address || cleaner.link_count() == 0) {
      cleaner.clean(lines[i]);
    } else if (!lines[i].is_blank() && !lines[i].is_left_out() && !lines[i].must_stay) {
      lines[i].reason_to_go =
          "the list of the links' addresses, which are put where the marks stood";
    }
  }
  if (cleaner.link_count() > 0) {
    inferences.push_back({whole(lines), "links",
                          std::to_string(cleaner.link_count()) +
                              " marks in the text that count up, and a list of their addresses at "
                              "its end; where a link's words end is not told"});
  }
  if (cleaner.joined_count() > 0) {
    inferences.push_back(
        {whole(lines), "links",
         std::to_string(cleaner.joined_count()) +
             " runs of words joined by underscores, as html2text underlines links; "
             "they are parted again"});
  }
}

}  // namespace garland::plain
