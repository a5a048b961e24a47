#include "readers/front_matter/front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/lines.h"
#include "base/unicode.h"
#include "base/yaml.h"
#include "readers/front_matter/head_lines.h"
#include "readers/front_matter/javascript.h"
#include "readers/front_matter/toml.h"
#include "readers/markdown/franklin.h"
#include "readers/markdown/recognize.h"

namespace garland {
namespace {

// A block of front matter as it stands in the text.
struct Fences {
  std::size_t data_offset = 0;
  std::size_t data_size = 0;
  std::size_t end_offset = 0;  // after the closing line
};

std::string_view without_trailing_space(std::string_view line) {
  return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

std::uint32_t line_of(std::string_view text, std::size_t offset) {
  return 1 + static_cast<std::uint32_t>(std::count(
                 text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

// Finds the closing line after an opening first line.
std::optional<Fences> find_fences(std::string_view text, std::string_view opening,
                                  std::initializer_list<std::string_view> closings) {
  if (without_trailing_space(line_at(text, 0)) != opening) return std::nullopt;
  Fences fences;
  fences.data_offset = std::min(line_at(text, 0).size() + 1, text.size());
  for (std::size_t offset = fences.data_offset; offset < text.size();) {
    const std::string_view line = line_at(text, offset);
    const std::size_t next = std::min(offset + line.size() + 1, text.size());
    if (std::count(closings.begin(), closings.end(), without_trailing_space(line)) != 0) {
      fences.data_size = offset - fences.data_offset;
      fences.end_offset = next;
      return fences;
    }
    offset = next;
  }
  return std::nullopt;
}

// The size of the JSON object at the head of the text, or 0.
std::size_t json_size(std::string_view text) {
  int depth = 0;
  bool is_quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_quoted) {
      if (c == '\\') ++i;
      if (c == '"') is_quoted = false;
    } else if (c == '"') {
      is_quoted = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return i + 1;
    }
  }
  return 0;
}

// Whether the line has the form "key: …" or "key = …".
bool looks_like_entry(std::string_view line, char sign) {
  const std::size_t end =
      line.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-\"");
  if (end == 0 || end == std::string_view::npos) return false;
  const std::string_view rest = trim(line.substr(end));
  return !rest.empty() && rest.front() == sign;
}

// The text as paragraphs take it, up to the first blank line.
std::size_t first_paragraph_size(std::string_view text) {
  const std::size_t end = text.find("\n\n");
  return end == std::string_view::npos ? text.size() : end + 1;
}

class Splitter {
 public:
  Splitter(std::string_view text, Diagnostics& diagnostics)
      : text_(text), diagnostics_(diagnostics) {}

  FrontMatter split() {
    result_.body = text_;
    const std::string_view notation =
        front_matter_notation(without_trailing_space(line_at(text_, 0)));
    if (!notation.empty()) {
      split_named(notation);
    } else if (text_.starts_with("---")) {
      split_fenced("---", {"---", "..."}, ':', "YAML");
    } else if (text_.starts_with("+++")) {
      split_fenced("+++", {"+++"}, '=', "TOML");
    } else if (text_.starts_with("{")) {
      split_json();
    } else if (text_.starts_with("@def ")) {
      split_definitions();
    } else if (HeadLines lines = read_head_lines(text_); lines.size > 0) {
      accept(std::move(lines.data), lines.size);
    }
    return std::move(result_);
  }

 private:
  void split_fenced(std::string_view opening, std::initializer_list<std::string_view> closings,
                    char sign, std::string_view notation) {
    const std::size_t second = std::min(line_at(text_, 0).size() + 1, text_.size());
    const bool has_entries = looks_like_entry(line_at(text_, second), sign) ||
                             line_at(text_, second).starts_with("#") ||
                             line_at(text_, second).starts_with("[");
    const std::optional<Fences> fences = find_fences(text_, opening, closings);
    if (!fences) {
      if (has_entries) report_endless(opening);
      return;
    }
    // A blank line stands for the fence, so that places and messages name the file's own lines.
    const std::string data =
        "\n" + std::string(text_.substr(fences->data_offset, fences->data_size));
    Result<Value> value =
        sign == ':' ? mended_yaml(data, has_entries) : mended_toml(data, has_entries);
    // Two rules with nothing below them are two rules.
    const bool is_empty = value.ok() && value->is_null() && trim(data).empty() &&
                          data.size() <= 2 && !trim(text_.substr(fences->end_offset)).empty();
    if (value.ok() && (value->is_map() || is_empty)) {
      report_slips();
      accept(std::move(value).value(), fences->end_offset);
    } else if (has_entries) {
      report_slips();
      report_broken(value, notation, fences->end_offset);
    }
  }

  // "---json" and its kin, which name their notation.
  void split_named(std::string_view notation) {
    const std::string_view opening = without_trailing_space(line_at(text_, 0));
    const std::optional<Fences> fences = find_fences(text_, opening, {"---"});
    if (!fences) return report_endless("---");
    const std::string data =
        "\n" + std::string(text_.substr(fences->data_offset, fences->data_size));
    Result<Value> value = read_named(notation, data);
    report_slips();
    if (value.ok() && value->is_map()) {
      accept(std::move(value).value(), fences->end_offset);
    } else {
      report_broken(value, notation, fences->end_offset);
    }
  }

  Result<Value> read_named(std::string_view notation, const std::string& data) {
    if (notation == "TOML") return mended_toml(data, true);
    if (notation == "YAML") return mended_yaml(data, true);
    if (notation == "JavaScript") {
      Result<Value> whole = parse_yaml(data);  // an object without functions is one of YAML
      if (whole.ok() && whole->is_map()) return whole;
      std::vector<Error> computed;
      const std::string entries = plain_entries_of(data, computed);
      add_slips("computed-front-matter", std::move(computed));
      return mended_yaml(entries, true);
    }
    std::vector<Error> repeated;
    Result<Value> value = parse_json_keeping_first(data, repeated);
    add_slips("repeated-key", std::move(repeated));
    return value;
  }

  void report_slips() {
    for (auto& [code, slip] : slips_) {
      diagnostics_.warning(code, slip.range, slip.message, slip.help);
    }
    for (const Error& error : left_out_) {
      diagnostics_.error("invalid-front-matter", error.range, error.message, error.help);
    }
  }

  void add_slips(const char* code, std::vector<Error> errors) {
    for (Error& error : errors) slips_.emplace_back(code, std::move(error));
  }

  // What looks like no front matter must be whole to be taken for it; else what cannot be read is
  // left out, as long as anything can.
  Result<Value> mended_yaml(std::string_view data, bool has_entries) {
    MendedYaml mended = read_mended_yaml(data);
    const bool has_values = mended.value.is_map() && !mended.value.map.empty();
    if (!mended.broken.empty() && !(has_entries && has_values)) {
      return std::move(mended.broken.front());
    }
    add_slips("unclosed-quotation", std::move(mended.open_quotes));
    add_slips("repeated-key", std::move(mended.ignored));
    left_out_ = std::move(mended.broken);
    return std::move(mended.value);
  }

  // What cannot be read is left out, as long as anything can.
  Result<Value> mended_toml(std::string_view data, bool has_entries) {
    MendedToml mended = read_mended_toml(data);
    const bool has_values = mended.value.is_map() && !mended.value.map.empty();
    if (!mended.broken.empty() && !(has_entries && has_values)) {
      return std::move(mended.broken.front());
    }
    left_out_ = std::move(mended.broken);
    return std::move(mended.value);
  }

  // Franklin's lines of "@def key = value".
  void split_definitions() {
    const std::size_t size = definitions_size(text_);
    Result<Value> value = mended_toml(definitions_as_toml(text_.substr(0, size)), true);
    if (!value.ok()) return;
    report_slips();
    accept(std::move(value).value(), size);
    result_.is_franklin = true;
  }

  void split_json() {
    const std::size_t size = json_size(text_);
    const bool looks_meant = trim(text_.substr(1, 200)).starts_with('"');
    if (size == 0) {
      if (looks_meant) report_endless("{");
      return;
    }
    if (!trim(line_at(text_, size)).empty()) return;
    std::vector<Error> repeated;
    Result<Value> value = parse_json_keeping_first(text_.substr(0, size), repeated);
    add_slips("repeated-key", std::move(repeated));
    const std::size_t end = std::min(size + line_at(text_, size).size() + 1, text_.size());
    if (value.ok() && value->is_map()) {
      report_slips();
      accept(std::move(value).value(), end);
    } else if (looks_meant) {
      report_broken(value, "JSON", end);
    }
  }

  void accept(Value data, std::size_t end_offset) {
    remove_control_characters(data, diagnostics_);
    result_.is_franklin = is_franklin(data);
    if (data.is_map()) result_.data = std::move(data);
    result_.body = text_.substr(end_offset);
    result_.body_line = line_of(text_, end_offset);
  }

  void report_endless(std::string_view opening) {
    result_.broken_size = first_paragraph_size(text_);
    diagnostics_.error(
        "unclosed-front-matter", SourceRange::at(1, 1),
        fmt::format("the front matter that begins with \"{}\" has no end", opening),
        fmt::format("put a line of \"{}\" after its last entry", opening == "{" ? "}" : opening));
  }

  void report_broken(const Result<Value>& value, std::string_view notation, std::size_t size) {
    result_.broken_size = size;
    if (value.ok()) {
      diagnostics_.error("invalid-front-matter", SourceRange::at(2, 1),
                         "the front matter is no list of keys and values",
                         "write one entry to a line: \"title: My Article\"");
      return;
    }
    const SourceRange range = value.error().range;
    diagnostics_.error(
        "invalid-front-matter", range.is_known() ? range : SourceRange::at(1, 1),
        fmt::format("the front matter is not valid {}: {}", notation, value.error().message),
        value.error().help.empty() ? "put values with special signs in quotation marks"
                                   : value.error().help);
  }

  std::string_view text_;
  Diagnostics& diagnostics_;
  std::vector<std::pair<const char*, Error>> slips_;  // mended while parsing, with their codes
  std::vector<Error> left_out_;                       // why some entries are not in the data
  FrontMatter result_;
};

}  // namespace

FrontMatter split_front_matter(std::string_view text, Diagnostics& diagnostics) {
  return Splitter(text, diagnostics).split();
}

}  // namespace garland
