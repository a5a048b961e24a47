#include "readers/markdown/tag_scan.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "base/lines.h"
#include "base/unicode.h"
#include "readers/markdown/mdx.h"
#include "readers/markdown/scan.h"
#include "readers/markdown/signs.h"
#include "readers/markdown/tag_tokens.h"

namespace garland {
namespace {

constexpr std::size_t kRoom = 12;  // of a token that goes on
constexpr std::string_view kCodeFence = "~~~~~~~~~~";

bool may_hold_tags(std::string_view text) {
  for (const std::string_view sign : {"{{", "{%", "{#", "[[", "%%", "[TOC]", "[toc]"}) {
    if (text.find(sign) != kNowhere) return true;
  }
  return false;
}

bool is_white(std::string_view text) { return text.find_first_not_of(" \t\r") == kNowhere; }

// Where an address is expected: "](…", "](<…", "="…", "]: …".
bool expects_address(std::string_view before) {
  for (const std::string_view sign : {"](", "](<", "=\"", "='", "]: ", "]: <"}) {
    if (before.ends_with(sign)) return true;
  }
  return false;
}

class TagHider {
 public:
  TagHider(std::string_view text, std::uint32_t first_line, MarkdownDialect dialect,
           std::vector<SiteTag>& tags)
      : text_(text),
        line_number_(first_line),
        is_mdx_(dialect == MarkdownDialect::Mdx),
        tags_(tags) {
    if (text.find("[[") != kNowhere || text.find("[TOC]") != kNowhere) collect_definitions();
  }

  std::string run() {
    out_.reserve(text_.size() + 64);
    for (std::size_t offset = 0; offset < text_.size();) {
      const std::string_view line = line_at(text_, offset);
      const std::size_t next = std::min(offset + line.size() + 1, text_.size());
      if (offset < code_end_) {
        out_ += line;
      } else if (offset == code_end_ && has_code_) {
        out_.append(container_prefix(line)).append(kCodeFence);
        has_code_ = false;
      } else if (scanner_.is_verbatim(line)) {
        out_ += line;
      } else if (!open_code(line, next)) {
        const std::size_t end = hide_in_line(offset, offset + line.size());
        end_line(end);
        offset = std::min(end + 1, text_.size());
        continue;
      }
      end_line(offset + line.size());
      offset = next;
    }
    return std::move(out_);
  }

 private:
  // The labels that links of CommonMark may have.
  void collect_definitions() {
    for (std::size_t offset = 0; offset < text_.size();) {
      const std::string_view line = line_at(text_, offset);
      const std::string_view own = line.substr(container_prefix(line).size());
      const std::size_t end = own.find("]:");
      if (own.starts_with('[') && end != kNowhere) {
        labels_.insert(fold_case(collapse_spaces(own.substr(1, end - 1))));
      }
      offset += line.size() + 1;
    }
  }

  void end_line(std::size_t offset) {
    if (offset < text_.size()) out_ += '\n';
    ++line_number_;
  }

  // A line with nothing but a tag whose content is code, up to the line of its end.
  bool open_code(std::string_view line, std::size_t next) {
    const std::string_view own = trim(line.substr(container_prefix(line).size()));
    if (!own.starts_with("{%") && !own.starts_with("{{")) return false;
    const std::optional<TagExtent> extent = tag_at(own);
    if (!extent || extent->size != own.size()) return false;
    const SiteTag tag{extent->form, std::string(own), {}};
    const TagWords words = words_of(tag);
    if (words.is_closed || !holds_code(words) || endless_.count(words.name) != 0) return false;
    if (begins_fence(next)) return false;
    for (std::size_t offset = next; offset < text_.size();) {
      const std::string_view below = line_at(text_, offset);
      if (ends_code(trim(below.substr(container_prefix(below).size())), words.name)) {
        code_end_ = offset;
        has_code_ = true;
        out_.append(container_prefix(line)).append(kCodeFence).append(language_of(words));
        return true;
      }
      offset += below.size() + 1;
    }
    endless_.insert(words.name);
    return false;
  }

  // GitBook's tags give fenced code a title: what they hold is Markdown.
  bool begins_fence(std::size_t offset) const {
    const std::string_view below = line_at(text_, offset);
    const std::string_view own = trim(below.substr(container_prefix(below).size()));
    return own.starts_with("```") || own.starts_with("~~~");
  }

  static bool ends_code(std::string_view own, std::string_view name) {
    if (!own.starts_with("{%") && !own.starts_with("{{")) return false;
    const std::optional<TagExtent> extent = tag_at(own);
    if (!extent || extent->size != own.size()) return false;
    const TagWords words = words_of({extent->form, std::string(own), {}});
    return words.is_end && words.name == name;
  }

  static std::string language_of(const TagWords& words) {
    std::string language(words.value_of({"lang", "language"}));
    if (language.empty() && words.name == "mermaid") language = words.name;
    if (language.empty() && !words.positional.empty()) language = words.positional.front();
    return language.find_first_of(" \t`~") == kNowhere ? language : std::string();
  }

  // Writes the text from `offset` to the end of its line with tokens for its tags; gives the end,
  // which lies on a later line where a tag does.
  std::size_t hide_in_line(std::size_t offset, std::size_t line_end) {
    line_begin_ = out_.size();
    counted_to_ = line_begin_;
    column_ = 1;
    endless_code_.fill(false);
    std::size_t at = offset;
    while (at < line_end) {
      const bool is_module = is_mdx_ && at == offset && (text_[at] == 'i' || text_[at] == 'e');
      if (!is_module) at = copy_plain(at, line_end);
      if (at == line_end) break;
      const std::size_t size = at < raw_end_ ? 0 : take_tag(at, line_end);
      if (size == 0) {
        out_ += text_[at++];
        continue;
      }
      at += size;
      if (at > line_end) {
        line_end = std::min(text_.find('\n', at), text_.size());
        line_begin_ = counted_to_ = out_.size();
        column_ = 1;
      }
    }
    return line_end;
  }

  // Copies up to the next sign that may begin a tag; steps over code and escapes.
  std::size_t copy_plain(std::size_t at, std::size_t line_end) {
    while (at < line_end) {
      const char c = text_[at];
      if (c == '`') {
        const std::size_t end = code_span_end(at, line_end);
        out_ += text_.substr(at, end - at);
        at = end;
      } else if (c == '\\' && at + 1 < line_end) {
        out_ += text_.substr(at, 2);
        at += 2;
      } else if (c == '{' || c == '[' || c == '%' || (c == '!' && text_.substr(at, 3) == "![[") ||
                 (c == '<' && is_mdx_)) {
        return at;
      } else if (c == '$' && is_mdx_) {
        const std::size_t end = math_end(at, line_end);
        out_ += text_.substr(at, end - at);
        at = end;
      } else {
        out_ += c;
        ++at;
      }
    }
    return at;
  }

  // Behind the math that the "$" at `at` begins on this line, or behind the sign.
  std::size_t math_end(std::size_t at, std::size_t line_end) const {
    const std::size_t end = text_.substr(0, line_end).find('$', at + 1);
    const bool is_math = end != kNowhere && end > at + 1 && text_[at + 1] != ' ' &&
                         text_[end - 1] != ' ' && text_[end - 1] != '\\';
    return is_math ? end + 1 : at + 1;
  }

  // Behind the code that the run of "`" at `at` begins, or behind the run.
  std::size_t code_span_end(std::size_t at, std::size_t line_end) {
    const std::string_view line = text_.substr(0, line_end);
    const std::size_t run_end = std::min(line.find_first_not_of('`', at), line_end);
    const std::size_t size = run_end - at;
    if (size >= endless_code_.size() || endless_code_.at(size)) return run_end;
    for (std::size_t next = line.find('`', run_end); next != kNowhere;) {
      const std::size_t end = std::min(line.find_first_not_of('`', next), line_end);
      if (end - next == size) return end;
      next = line.find('`', end);
    }
    endless_code_.at(size) = true;
    return run_end;
  }

  // Writes the token of the tag at `at`; gives the tag's size, or 0 where there is none.
  std::size_t take_tag(std::size_t at, std::size_t line_end) {
    std::optional<TagExtent> extent = contents_at(at, line_end);
    if (!extent && may_end(at)) extent = tag_at(text_.substr(at));
    if (!extent && is_mdx_) extent = mdx_.at(at);
    if (!extent || !is_meant(at, *extent)) return 0;
    SiteTag tag{extent->form, std::string(text_.substr(at, extent->size)), {}};
    if (tag.form == SiteTag::Form::Element) {
      out_ += html_of_jsx(tag.source);
      return tag.source.size();
    }
    if (tag.form == SiteTag::Form::Statement) skip_raw_text(at, tag);
    if (tag.form != SiteTag::Form::WikiLink && tag.form != SiteTag::Form::Embed &&
        expects_address(std::string_view(out_).substr(line_begin_))) {
      out_ += address_of(tag);
      return tag.source.size();
    }
    const std::size_t size = tag.source.size();
    return write_token(at, line_end, std::move(tag)) ? size : 0;
  }

  // Whether the end of a tag in braces is near enough, so that each is looked for once.
  bool may_end(std::size_t at) {
    if (text_[at] != '{' || at + 1 >= text_.size()) return true;
    const bool is_statement = text_[at + 1] == '%';
    std::size_t& end = is_statement ? next_statement_end_ : next_value_end_;
    if (end < at + 2) end = text_.find(is_statement ? "%}" : "}}", at + 2);
    if (next_blank_ <= at) next_blank_ = text_.find("\n\n", at);
    return text_[at + 1] == '#' || end < next_blank_;
  }

  // Python-Markdown's "[TOC]", alone on its line.
  std::optional<TagExtent> contents_at(std::size_t at, std::size_t line_end) const {
    const bool is_alone = at == 0 || text_[at - 1] == '\n';
    if (!is_alone || to_lower(text_.substr(at, 5)) != "[toc]" || labels_.count("toc") != 0)
      return std::nullopt;
    const bool has_more = !is_white(text_.substr(at + 5, line_end - at - 5));
    return has_more ? std::nullopt : std::optional(TagExtent{SiteTag::Form::Contents, 5});
  }

  bool is_meant(std::size_t at, const TagExtent& extent) const {
    const char before = at == 0 ? '\n' : text_[at - 1];
    const bool is_after_word = is_digit(static_cast<unsigned char>(before)) ||
                               is_letter(static_cast<unsigned char>(before));
    switch (extent.form) {
      case SiteTag::Form::Output:  // "\frac{{a}}{b}"
        return !is_after_word && before != '}' && before != '_' && before != '^' && before != '$';
      case SiteTag::Form::Comment:
        return text_[at] != '%' || (!is_after_word && before != '%');
      case SiteTag::Form::WikiLink:
        return before != '[' && before != ']' && !is_label(at + 2, extent.size - 4);
      case SiteTag::Form::Embed:
        return !is_label(at + 3, extent.size - 5);
      default:
        return true;
    }
  }

  // Whether what stands there in brackets of its own is the label of a link.
  bool is_label(std::size_t at, std::size_t size) const {
    const std::string label = fold_case(collapse_spaces(text_.substr(at, size)));
    return labels_.count(label) != 0 || labels_.count("[" + label + "]") != 0;
  }

  // Nothing is a tag between "{% raw %}" and its end; a comment is one tag with its end.
  void skip_raw_text(std::size_t at, SiteTag& tag) {
    const TagWords words = words_of(tag);
    if (words.is_end || (words.name != "raw" && words.name != "comment")) return;
    if (endless_.count(words.name) != 0) return;
    const std::size_t behind = at + tag.source.size();
    const std::string_view reach = text_.substr(behind, kLongestComment);
    const std::size_t name = reach.find("end" + words.name);
    const std::size_t begin = name == kNowhere ? kNowhere : reach.rfind("{%", name);
    const std::size_t end = begin == kNowhere ? kNowhere : reach.find("%}", name);
    if (end == kNowhere) {
      endless_.insert(words.name);
    } else if (words.name == "raw") {
      raw_end_ = behind + begin;
    } else {
      tag.form = SiteTag::Form::Comment;
      tag.source = text_.substr(at, behind + end + 2 - at);
    }
  }

  // A tag of several lines leaves the later ones empty.
  bool write_token(std::size_t at, std::size_t line_end, SiteTag tag) {
    using Form = SiteTag::Form;
    const auto lines =
        static_cast<std::size_t>(std::count(tag.source.begin(), tag.source.end(), '\n'));
    const std::size_t behind = at + tag.source.size();
    const std::string_view before = std::string_view(out_).substr(line_begin_);
    const std::string_view after =
        lines == 0 ? text_.substr(behind, line_end - behind) : line_at(text_, behind);
    const bool is_alone = container_prefix(before).size() == before.size() && is_white(after);
    const bool is_among_words = tag.form == Form::WikiLink || tag.form == Form::Embed ||
                                tag.form == Form::Output || tag.form == Form::Escaped;
    // Where the tag goes on or is alone, a longer token moves nothing on its first line.
    const std::size_t room =
        lines == 0 && !is_alone
            ? tag.source.size()
            : std::max(std::min(tag.source.find('\n'), tag.source.size()), kRoom);
    std::optional<std::string> token;
    if (is_alone && !is_among_words) token = token_of(tags_.size(), room, TokenForm::Html);
    if (!token) token = token_of(tags_.size(), room, TokenForm::Words);
    if (!token) return false;
    column_ +=
        static_cast<std::uint32_t>(count_code_points(std::string_view(out_).substr(counted_to_)));
    counted_to_ = out_.size();
    tag.range = SourceRange::at(line_number_, column_);
    tags_.push_back(std::move(tag));
    out_.append(*token).append(lines, '\n');
    line_number_ += static_cast<std::uint32_t>(lines);
    return true;
  }

  std::string_view text_;
  std::uint32_t line_number_;
  bool is_mdx_ = false;
  MdxTags mdx_{text_};
  std::vector<SiteTag>& tags_;
  std::string out_;
  LineScanner scanner_{ListMarks::Numbers};
  std::set<std::string, std::less<>> labels_;
  std::set<std::string, std::less<>> endless_;  // names of tags that have no end below
  std::size_t code_end_ = 0;                    // of the line that ends the code being copied
  bool has_code_ = false;
  std::size_t raw_end_ = 0;
  std::size_t next_statement_end_ = 0;  // of those from where the text was last looked at
  std::size_t next_value_end_ = 0;
  std::size_t next_blank_ = 0;
  // Of the line being written:
  std::size_t line_begin_ = 0;
  std::size_t counted_to_ = 0;           // its code points, up to here,
  std::uint32_t column_ = 1;             // make this column
  std::array<bool, 64> endless_code_{};  // runs of so many "`" that nothing closes
};

}  // namespace

std::string hide_site_tags(std::string_view text, std::uint32_t first_line, MarkdownDialect dialect,
                           std::vector<SiteTag>& tags) {
  if (dialect == MarkdownDialect::Markdown && !may_hold_tags(text)) return std::string(text);
  return TagHider(text, first_line, dialect, tags).run();
}

}  // namespace garland
