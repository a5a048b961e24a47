#include "readers/html/skeleton.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>

#include "base/ascii.h"
#include "base/contains.h"
#include "readers/html/tags.h"
#include "readers/html/tokens.h"

namespace garland::html {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kWhite = " \t\n\r";
// What stands for a run of words and for one of white space: to the tree's building they are any
// character and white space. Gumbo lets no control character stand, so that of words is the last
// code point of private use. A page that has them itself is given to gumbo as it is, as one with
// characters that gumbo would change.
constexpr std::string_view kWordsMark = "\U0010FFFD";
constexpr std::string_view kWhiteMark = "\f";
constexpr std::array kUnforeseen = {kWordsMark, kWhiteMark, std::string_view("\r"),
                                    std::string_view("\0", 1)};
constexpr std::array kMarkNumbers = {0x10FFFD, 0xC};
// Formatting elements that may be opened again, in all: what is left open begins anew in each block
// that follows, so that a short page could grow a thousandfold.
constexpr std::size_t kMostReopened = 200'000;
constexpr int kMostUnfinished = 16;  // tags without an end: each is looked for up to the page's

// What the scan must know of an element.
struct Traits {
  std::string_view name;
  bool deepens = true;  // its start tag makes the tree deeper until its end tag
  bool is_raw = false;  // its characters are no markup
  bool is_script = false;
  bool is_style = false;
  bool shows_attributes = false;  // attributes change how the tree is built
  bool is_formatting = false;     // it is opened again where the block around it ended before it
  bool drops_line_end = false;    // a line end after its start tag is none of its characters
  bool is_foreign = false;        // begins SVG or MathML
  bool leaves_select = false;     // its start tag ends a "select"
  bool is_select = false;
  bool is_left_out = false;  // would make text of all that follows
  bool is_odd = false;       // changes the tree in ways not foreseen here
};

// 13.2.4.3 "The list of active formatting elements", of which three alike are in it at most.
constexpr auto kFormatting =
    std::to_array<std::string_view>({"a", "b", "big", "code", "em", "font", "i", "nobr", "s",
                                     "small", "strike", "strong", "tt", "u"});
constexpr std::size_t kMostAlike = 3;
// Others of which the tree construction (13.2.6) looks at an attribute or joins them with those of
// another tag. Links are not compared with each other: the next one ends the one before.
constexpr auto kShowsAttributes =
    std::to_array<std::string_view>({"annotation-xml", "body", "html", "input", "math", "svg"});
constexpr auto kLeavesSelect = std::to_array<std::string_view>({"input", "keygen", "textarea"});
constexpr auto kDropsLineEnd = std::to_array<std::string_view>({"listing", "pre", "textarea"});
constexpr auto kOdd = std::to_array<std::string_view>({"frameset", "isindex"});

Traits find_traits(std::string_view name) {
  Traits traits;
  traits.name = name;
  traits.is_raw = holds_raw_text(name);
  traits.deepens = !is_void_element(name) && !has_optional_end(name) && !traits.is_raw;
  traits.is_script = name == "script";
  traits.is_style = name == "style";
  traits.is_formatting = contains(kFormatting, name);
  traits.shows_attributes =
      contains(kShowsAttributes, name) || (traits.is_formatting && name != "a");
  traits.drops_line_end = contains(kDropsLineEnd, name);
  traits.is_foreign = name == "svg" || name == "math";
  traits.leaves_select = contains(kLeavesSelect, name);
  traits.is_select = name == "select";
  traits.is_left_out = name == "plaintext";
  traits.is_odd = contains(kOdd, name);
  return traits;
}

const Traits& traits_of(GumboTag tag) {
  static const auto kTraits = [] {
    std::array<Traits, GUMBO_TAG_LAST> table;
    for (std::size_t i = 0; i < GUMBO_TAG_UNKNOWN; ++i) {
      table[i] = find_traits(gumbo_normalized_tagname(static_cast<GumboTag>(i)));
    }
    return table;
  }();
  return kTraits.at(tag);
}

GumboTag tag_named(std::string_view name) {
  return gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size()));
}

// Whether a numeric reference stands for one of the marks.
bool refers_to_mark(std::string_view text) {
  for (std::size_t at = text.find("&#"); at != kNone; at = text.find("&#", at + 2)) {
    const std::string_view sign = text.substr(at + 2, 1);
    const bool is_hexadecimal = sign == "x" || sign == "X";
    const std::string_view digits = text.substr(at + 2 + (is_hexadecimal ? 1 : 0));
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number, is_hexadecimal ? 16 : 10);
    if (std::find(kMarkNumbers.begin(), kMarkNumbers.end(), number) != kMarkNumbers.end()) {
      return true;
    }
  }
  return false;
}

std::size_t reference_end(std::string_view html, std::size_t at) {
  const auto belongs = [](char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '#'; };
  for (++at; at < html.size() && belongs(html[at]);) ++at;
  return at < html.size() && html[at] == ';' ? at + 1 : at;
}

// How many bytes of words there are before markup or a reference.
std::size_t words_size(std::string_view html) {
  const auto end =
      std::find_if(html.begin(), html.end(), [](char c) { return c == '<' || c == '&'; });
  return static_cast<std::size_t>(end - html.begin());
}

class SkeletonMaker {
 public:
  SkeletonMaker(std::string_view html, Detail detail)
      : html_(html), shortens_(detail == Detail::Shape) {
    made_.html = html;
    made_.is_whole = !shortens_;
    made_.text.reserve(html.size() / (shortens_ ? 4 : 1));
    made_.origins.reserve(made_.text.capacity());
  }

  Skeleton run() {
    for (const std::string_view characters : kUnforeseen) {
      if (html_.find(characters) != kNone) doubt();
    }
    while (at_ < html_.size() && made_.is_certain) {
      const std::size_t next = std::min(html_.find('<', at_), html_.size());
      take_text(next);
      if (next < html_.size()) take_markup();
    }
    if (refers_to_mark(made_.text)) doubt();
    made_.text = bounded_references(std::move(made_.text));
    return std::move(made_);
  }

 private:
  void doubt() { made_.is_certain = !shortens_; }

  // What begins with "<": clause 13.2.5.6 "Tag open state".
  void take_markup() {
    if (unfinished_ == kMostUnfinished) return take_as_text();
    const std::string_view rest = html_.substr(at_);
    const char sign = rest.size() > 1 ? rest[1] : ' ';
    const char after = rest.size() > 2 ? rest[2] : ' ';
    if (is_ascii_letter(sign) || (sign == '/' && is_ascii_letter(after))) {
      take_tag();
    } else if (rest.starts_with("<!--")) {
      const std::size_t end = comment_end(html_, at_);
      if (end == kNone) return take_unfinished();
      at_ = end;
    } else if (rest.starts_with("<![CDATA[")) {
      take_marked_section();
    } else if (sign == '!' || sign == '?' || (sign == '/' && rest.size() > 2)) {
      take_up_to(html_.find('>', at_));
    } else {
      take_whole(at_ + 1);
    }
  }

  // A document type or something that makes a comment, up to its last character.
  void take_up_to(std::size_t last) {
    if (last == kNone) return take_unfinished();
    take_whole(last + 1);
  }

  // The "<" of a tag or comment that has no end.
  void take_unfinished() {
    ++unfinished_;
    take_as_text();
  }

  void take_as_text() {
    add("&lt;");
    ++at_;
  }

  // Clause 13.2.5.42 "Markup declaration open state": text in SVG and MathML, elsewhere a comment.
  void take_marked_section() {
    const std::size_t comment_last = html_.find('>', at_);
    if (!was_foreign_) return take_up_to(comment_last);
    const std::size_t end = html_.find("]]>", at_);
    if (end == kNone) return take_unfinished();
    if (html_.substr(0, end).find('<', comment_last) != kNone) doubt();
    take_up_to(foreign_depth_ > 0 ? end + 2 : comment_last);
  }

  void take_tag() {
    const std::optional<TagToken> tag = read_tag(html_, at_);
    if (!tag) return take_unfinished();
    const Traits& traits = traits_of(tag_named(tag->name));
    if (traits.is_odd) doubt();
    const bool is_kept = is_within_bounds(*tag, traits);
    const std::size_t offset = made_.text.size();
    if (is_kept) add_tag(*tag, traits);
    at_ += tag->written.size();
    if (!is_kept) return;
    follow_context(*tag, traits);
    follow_formatting(*tag, traits);
    if (traits.is_raw && !tag->is_end) take_raw_text(*tag, traits, offset);
  }

  bool is_within_bounds(const TagToken& tag, const Traits& traits) {
    const bool is_foreign = foreign_depth_ > 0 || traits.is_foreign;
    if (!traits.deepens || (is_foreign && tag.closes_itself)) return !traits.is_left_out;
    if (!tag.is_end) ++depth_;
    const bool is_kept = depth_ <= kMaxHtmlDepth && !traits.is_left_out;
    if (tag.is_end && depth_ > 0) --depth_;
    if (traits.is_formatting && !tag.is_end && reopened_ > kMostReopened) return false;
    return is_kept;
  }

  void add_tag(const TagToken& tag, const Traits& traits) {
    const bool is_needed = !shortens_ || traits.shows_attributes || foreign_depth_ > 0 ||
                           tag.written.find('&') != kNone;
    if (is_needed && !tag.is_end && tag.attributes > 0 && tag.attributes <= kMostAttributes) {
      add(tag.written);
    } else {
      add(tag.is_end ? "</" : "<");
      made_.text.append(tag.name).append(tag.closes_itself ? "/>" : ">");
    }
    drops_line_end_ = traits.drops_line_end && !tag.is_end;
  }

  void follow_context(const TagToken& tag, const Traits& traits) {
    if (traits.is_foreign && !tag.closes_itself) {
      was_foreign_ = true;
      foreign_depth_ = std::max(foreign_depth_ + (tag.is_end ? -1 : 1), 0);
    } else if (traits.is_select || traits.leaves_select) {
      is_in_select_ = traits.is_select && !tag.is_end && !is_in_select_;
    }
  }

  // Closes all formatting once too much of it would be opened again.
  void follow_formatting(const TagToken& tag, const Traits& traits) {
    if (!traits.is_formatting) {
      if (!tag.is_end) reopened_ += formatting_.size();
    } else if (tag.is_end) {
      const auto last = std::find_if(formatting_.rbegin(), formatting_.rend(),
                                     [&](const Open& open) { return open.traits == &traits; });
      if (last != formatting_.rend()) formatting_.erase(std::next(last).base());
    } else {
      const std::ptrdiff_t alike =
          std::count_if(formatting_.begin(), formatting_.end(),
                        [&](const Open& open) { return open.written == tag.written; });
      if (static_cast<std::size_t>(alike) < kMostAlike)
        formatting_.push_back({&traits, tag.written});
    }
    if (reopened_ <= kMostReopened) return;
    for (; !formatting_.empty(); formatting_.pop_back()) {
      add("</");
      made_.text.append(formatting_.back().traits->name) += '>';
    }
  }

  // The characters of an element of raw text whose start tag went to `offset`.
  void take_raw_text(const TagToken& tag, const Traits& traits, std::size_t offset) {
    if (foreign_depth_ > 0 || (is_in_select_ && !traits.is_script)) {
      const std::size_t next = std::min(html_.find('<', at_), html_.size());
      const bool is_same =
          is_end_tag(html_, next, tag.name) && html_.substr(at_, next - at_).find('&') == kNone;
      if (!is_same) made_.plain_elements.push_back(offset);
      return;
    }
    const std::size_t end =
        traits.is_script ? script_end(html_, at_) : raw_text_end(html_, at_, tag.name);
    const std::string_view characters = html_.substr(at_, end - at_);
    const bool is_same = characters.find('<') == kNone && characters.find('&') == kNone;
    if (!is_same) made_.raw_elements.push_back(offset);
    if (is_program(tag, traits)) {
      at_ = end;
    } else {
      take_whole(end);
    }
  }

  // Data of the page (JSON-LD, TeX) stands in scripts, too.
  static bool is_program(const TagToken& tag, const Traits& traits) {
    if (!traits.is_script) return traits.is_style;
    return tag.written.find("json") == kNone && tag.written.find("math/") == kNone;
  }

  void take_text(std::size_t end) {
    if (!shortens_) return take_whole(end);
    while (at_ < end) {
      const std::size_t reference = std::min(html_.substr(0, end).find('&', at_), end);
      const std::size_t words = std::min(html_.find_first_not_of(kWhite, at_), reference);
      if (drops_line_end_) take_whole(words);
      take_run(words, kWhiteMark);
      take_run(reference, kWordsMark);
      if (reference < end) take_whole(reference_end(html_, reference));
    }
  }

  // Characters of one kind, as its mark.
  void take_run(std::size_t end, std::string_view mark) {
    if (end < at_ + 2) return take_whole(end);
    add(mark);
    at_ = end;
  }

  // The page as it is, up to `end`.
  void take_whole(std::size_t end) {
    if (end <= at_) return;
    made_.origins.resize(made_.text.size());
    made_.text.append(html_.substr(at_, end - at_));
    for (; at_ < end; ++at_) made_.origins.push_back(static_cast<std::uint32_t>(at_));
    drops_line_end_ = false;
  }

  // Something that stands for what begins at `at_`.
  void add(std::string_view text) {
    made_.origins.resize(made_.text.size());
    made_.origins.push_back(static_cast<std::uint32_t>(at_));
    made_.text.append(text);
    drops_line_end_ = false;
  }

  std::string_view html_;
  bool shortens_;
  Skeleton made_;
  std::size_t at_ = 0;
  int depth_ = 0;
  int foreign_depth_ = 0;     // of SVG and MathML, if nested as they should be
  bool was_foreign_ = false;  // there was some before
  bool is_in_select_ = false;
  bool drops_line_end_ = false;  // a line end that follows is no character
  int unfinished_ = 0;

  struct Open {
    const Traits* traits = nullptr;
    std::string_view written;
  };
  std::vector<Open> formatting_;  // open by its tags, the last one last
  std::size_t reopened_ = 0;
};

}  // namespace

std::size_t Skeleton::source_offset(std::size_t offset) const {
  return offset < origins.size() ? origins[offset] : html.size();
}

std::string Skeleton::full_text(std::string_view shown, std::size_t offset) const {
  if (is_whole) return std::string(shown);
  std::string full;
  while (!shown.empty()) {
    const bool is_white = shown.starts_with(kWhiteMark);
    const std::string_view mark = is_white ? kWhiteMark : kWordsMark;
    if (!is_white && !shown.starts_with(kWordsMark)) {
      full += shown.front();
      shown.remove_prefix(1);
      continue;
    }
    offset = text.find(mark, offset);
    const std::string_view rest = html.substr(source_offset(offset));
    full += rest.substr(0, is_white ? rest.find_first_not_of(kWhite) : words_size(rest));
    shown.remove_prefix(mark.size());
    offset += mark.size();
  }
  return full;
}

std::vector<std::pair<std::string, std::string>> Skeleton::attributes(std::size_t offset) const {
  return read_attributes(html.substr(source_offset(offset)));
}

bool Skeleton::agrees_with(std::vector<std::size_t> raw_in_tree) const {
  std::sort(raw_in_tree.begin(), raw_in_tree.end());
  const auto is_in_tree = [&raw_in_tree](std::size_t offset) {
    return std::binary_search(raw_in_tree.begin(), raw_in_tree.end(), offset);
  };
  return std::all_of(raw_elements.begin(), raw_elements.end(), is_in_tree) &&
         std::none_of(plain_elements.begin(), plain_elements.end(), is_in_tree);
}

Skeleton make_skeleton(std::string_view html, Detail detail) {
  return SkeletonMaker(html, detail).run();
}

}  // namespace garland::html
