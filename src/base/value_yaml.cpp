// YAML 1.2 by yaml-cpp. Events are taken instead of its node graph: they keep places, show
// duplicate keys, and let aliases be counted before they are expanded.
#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/lines.h"
#include "base/unicode.h"
#include "base/value.h"
#include "base/yaml.h"
#include "base/yaml_quotes.h"

namespace garland {
namespace {

constexpr std::size_t kMaxNodes = 200'000;
// Anchored values are copied to be kept, and aliases to be expanded: so many bytes in all.
constexpr std::size_t kMaxCopiedBytes = 32'000'000;
constexpr std::size_t kNodeBytes = 200;

// yaml-cpp counts columns in bytes.
SourceRange place_of(const YAML::Mark& mark, std::string_view text) {
  constexpr std::size_t kLongestLine = 4096;  // beyond, bytes are good enough, and cheap
  const auto column = static_cast<std::size_t>(std::max(mark.column, 0));
  const auto offset = static_cast<std::size_t>(std::max(mark.pos, 0));
  std::size_t characters = column;
  if (column <= offset && offset <= text.size() && column <= kLongestLine) {
    characters = count_code_points(text.substr(offset - column, column));
  }
  return SourceRange::at(static_cast<std::uint32_t>(mark.line + 1),
                         static_cast<std::uint32_t>(characters + 1));
}

struct YamlTrouble {
  Error error;
};

// What a value costs to copy and how deep it is, gathered while it is built.
struct Extent {
  std::size_t nodes = 1;
  std::size_t bytes = kNodeBytes;
  std::size_t height = 0;  // levels of lists and maps

  void add(const Extent& inner) {
    nodes += inner.nodes;
    bytes += inner.bytes;
    height = std::max(height, inner.height + 1);
  }
};

bool is_number(std::string_view text) {
  std::size_t digits = 0;
  bool has_point = false;
  bool has_exponent = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_ascii_digit(c)) {
      ++digits;
    } else if (c == '.' && !has_point && !has_exponent) {
      has_point = true;
    } else if ((c == 'e' || c == 'E') && digits > 0 && !has_exponent && i + 1 < text.size()) {
      has_exponent = true;
    } else if ((c == '-' || c == '+') && (i == 0 || text[i - 1] == 'e' || text[i - 1] == 'E')) {
      continue;
    } else {
      return false;
    }
  }
  return digits > 0;
}

class YamlBuilder : public YAML::EventHandler {
 public:
  // `ignored` takes keys that stand twice; null: the first of them is a failure.
  YamlBuilder(std::string_view text, std::vector<Error>* ignored)
      : text_(text), ignored_(ignored) {}

  void OnDocumentStart(const YAML::Mark& mark) override { start_ = place(mark); }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Value value;
    value.range = place_of_nothing(mark);
    count(1, mark);
    put(std::move(value), anchor, {});
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) {
      throw YamlTrouble{
          {"an alias stands inside the value it names", "write the value out", place(mark)}};
    }
    const Extent extent = found->second.extent;
    if (open_.size() + extent.height > kMaxValueDepth) throw YamlTrouble{too_deep(mark)};
    count(extent.nodes, mark);
    count_copy(extent, mark);
    Value value = found->second.value;
    value.range = place(mark);
    put(std::move(value), 0, extent);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    Value value;
    // yaml-cpp gives the tag "?" to plain scalars and "!" to quoted ones.
    value.kind = tag == "?" ? kind_of_plain_scalar(text) : Value::Kind::String;
    value.scalar = value.kind == Value::Kind::Null ? "" : text;
    value.range = place(mark);
    count(1, mark);
    put(std::move(value), anchor, {1, kNodeBytes + text.size(), 0});
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    start(Value::make_list(), mark, anchor, style);
  }
  void OnSequenceEnd() override { finish(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    start(Value::make_map(), mark, anchor, style);
  }
  void OnMapEnd() override { finish(); }

  SourceRange start() const { return start_; }

  Value take() { return std::move(root_); }

  // What the parser says is wrong, at the bracket within which it is when that opened in an earlier
  // line: a bracket without an end goes wrong only in the entries below it.
  Error trouble(const YAML::Exception& exception) const {
    const SourceRange where = place(exception.mark);
    const auto bracket = std::find_if(open_.begin(), open_.end(), [](const Open& open) {
      return open.style == YAML::EmitterStyle::Flow;
    });
    if (bracket == open_.end() || bracket->value.range.begin_line >= where.begin_line) {
      return {"this is not valid YAML: " + exception.msg,
              "check indentation, quotes and colons here", where};
    }
    return {fmt::format("this is not valid YAML: a bracket opens here, and within it line {} has: "
                        "{}",
                        where.begin_line, exception.msg),
            "close the bracket, or mend that line", bracket->value.range};
  }

 private:
  struct Open {
    Value value;
    YAML::anchor_t anchor = 0;
    YAML::Mark mark;
    YAML::EmitterStyle::value style = YAML::EmitterStyle::Default;
    std::optional<std::string> key;  // of a map, read and waiting for its value
    SourceRange key_range;
    bool is_repeated = false;  // the key stood before: its value is left out
    std::unordered_map<std::string, std::uint32_t> lines;  // of a map's keys so far
    Extent extent;
  };
  struct Anchored {
    Value value;
    Extent extent;
  };

  Error too_deep(const YAML::Mark& mark) const {
    return {fmt::format("values are nested more than {} deep", kMaxValueDepth), "", place(mark)};
  }

  SourceRange place(const YAML::Mark& mark) const { return place_of(mark, text_); }

  // yaml-cpp names what follows; what has no value is the "-" or ":" before the white space.
  SourceRange place_of_nothing(const YAML::Mark& mark) const {
    const auto end = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
    const std::size_t sign = text_.substr(0, end).find_last_not_of(" \r\n");
    if (sign == std::string_view::npos || (text_[sign] != '-' && text_[sign] != ':')) {
      return place(mark);
    }
    const std::string_view between = text_.substr(sign, end - sign);
    const auto line_ends = static_cast<int>(std::count(between.begin(), between.end(), '\n'));
    YAML::Mark of_sign;
    of_sign.pos = static_cast<int>(sign);
    of_sign.line = mark.line - line_ends;
    // A line is looked through only when its end was passed, once for the values that are missing
    // at it: there may be many more within one line.
    of_sign.column = line_ends == 0 ? mark.column - static_cast<int>(between.size())
                                    : static_cast<int>(sign - (text_.rfind('\n', sign) + 1));
    return place(of_sign);
  }

  void count(std::size_t nodes, const YAML::Mark& mark) {
    node_count_ += nodes;
    if (node_count_ > kMaxNodes) {
      throw YamlTrouble{{fmt::format("there are more than {} values", kMaxNodes),
                         "aliases multiply values; write fewer", place(mark)}};
    }
  }

  void count_copy(const Extent& extent, const YAML::Mark& mark) {
    copied_bytes_ += extent.bytes;
    if (copied_bytes_ > kMaxCopiedBytes) {
      throw YamlTrouble{{"anchors and aliases repeat too much of this text",
                         "write the values out where they are needed", place(mark)}};
    }
  }

  void start(Value value, const YAML::Mark& mark, YAML::anchor_t anchor,
             YAML::EmitterStyle::value style) {
    if (open_.size() >= kMaxValueDepth) throw YamlTrouble{too_deep(mark)};
    count(1, mark);
    value.range = place(mark);
    Open& opened = open_.emplace_back();
    opened.value = std::move(value);
    opened.anchor = anchor;
    opened.mark = mark;
    opened.style = style;
  }

  void finish() {
    Open done = std::move(open_.back());
    open_.pop_back();
    if (done.anchor != 0) count_copy(done.extent, done.mark);
    put(std::move(done.value), done.anchor, done.extent);
  }

  // Scalars with an anchor are copied too, but no oftener than the text has them.
  void put(Value value, YAML::anchor_t anchor, const Extent& extent) {
    if (anchor != 0) anchors_[anchor] = {value, extent};
    if (open_.empty()) {
      root_ = std::move(value);
      return;
    }
    Open& parent = open_.back();
    parent.extent.add(extent);
    if (parent.value.is_list()) {
      parent.value.list.push_back(std::move(value));
    } else if (!parent.key) {
      take_key(parent, value);
    } else {
      value.key_range = parent.key_range;
      std::string key = *std::exchange(parent.key, std::nullopt);
      if (!parent.is_repeated) parent.value.map.emplace_back(std::move(key), std::move(value));
      parent.is_repeated = false;
    }
  }

  void take_key(Open& parent, const Value& key) {
    if (!key.is_scalar()) {
      throw YamlTrouble{{"a key is a list or a map", "use a word as the key", key.range}};
    }
    const auto [first, is_new] = parent.lines.emplace(key.scalar, key.range.begin_line);
    if (!is_new) {
      if (ignored_ == nullptr) {
        throw YamlTrouble{{fmt::format("the key \"{}\" stands twice", key.scalar),
                           "keep one of them", key.range}};
      }
      ignored_->push_back({fmt::format("the key `{}` stands twice; the first, in line {}, counts",
                                       key.scalar, first->second),
                           "keep one of them", key.range});
      parent.is_repeated = true;
    }
    parent.key = key.scalar;
    parent.key_range = key.range;
  }

  std::string_view text_;
  std::vector<Error>* ignored_;
  SourceRange start_;
  Value root_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Anchored> anchors_;
  std::size_t node_count_ = 0;
  std::size_t copied_bytes_ = 0;
};

// How many indicators of block collections stand at the line's head: "- - - -" and "? ? ?" nest
// within one line, and nothing behind a key does.
std::size_t indicator_count(std::string_view line) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const bool is_indicator = line[i] == '-' || line[i] == '?' || line[i] == ':';
    if (is_indicator && line[i + 1] == ' ') {
      ++count;
    } else if (line[i] != ' ') {
      break;
    }
  }
  return count;
}

// yaml-cpp's parser is recursive and does not bound its depth. Brackets, indentation and indicators
// at a line's head are the ways to nest; brackets count in quotations and comments too, so this
// bound is wider than that of values.
std::optional<Error> nesting_trouble(std::string_view text) {
  constexpr std::size_t kMost = 10 * kMaxValueDepth;
  const auto too_many = [most = kMost](std::string_view what, std::uint32_t line) {
    return Error{fmt::format("more than {} {}", most, what), "nest values less deep",
                 SourceRange::lines(line, line)};
  };
  std::size_t open = 0;
  std::uint32_t number = 1;
  for (std::size_t offset = 0; offset < text.size(); ++number) {
    const std::string_view line = line_at(text, offset);
    const std::size_t indent = line.find_first_not_of(' ');
    if (indent != std::string_view::npos && indent > kMost) {
      return too_many("spaces indent a line", number);
    }
    if (indicator_count(line) > kMost) return too_many("lists begin in one line", number);
    for (const char c : line) {
      if (c == '[' || c == '{') ++open;
      if ((c == ']' || c == '}') && open > 0) --open;
      if (open > kMost) return too_many("brackets are open", number);
    }
    offset += line.size() + 1;
  }
  return std::nullopt;
}

// `ignored` takes what need not stop the reading; null: everything stops it.
Result<Value> parse(std::string_view text, std::vector<Error>* ignored) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (auto trouble = nesting_trouble(text)) return *trouble;
  // A last line end lets yaml-cpp tell an open quotation mark from other trouble.
  const std::string padded = std::string(text) + (text.ends_with('\n') ? "" : "\n");
  YamlBuilder builder(padded, ignored);
  try {
    std::istringstream stream{padded};
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) return Value{};
    Value value = builder.take();
    YamlBuilder second(padded, ignored);
    if (ignored != nullptr && parser.HandleNextDocument(second)) {
      ignored->push_back({"a second document begins here; only the first one is read",
                          "take this line out", second.start()});
    }
    return value;
  } catch (const YamlTrouble& trouble) {
    return trouble.error;
  } catch (const YAML::Exception& exception) {
    return builder.trouble(exception);
  }
}

}  // namespace

Value::Kind kind_of_plain_scalar(std::string_view text) {
  constexpr std::array<std::string_view, 5> kNulls = {"", "~", "null", "Null", "NULL"};
  constexpr std::array<std::string_view, 6> kBooleans = {"true",  "True",  "TRUE",
                                                         "false", "False", "FALSE"};
  if (contains(kNulls, text)) return Value::Kind::Null;
  if (contains(kBooleans, text)) return Value::Kind::Boolean;
  return is_number(text) ? Value::Kind::Number : Value::Kind::String;
}

Result<Value> parse_yaml(std::string_view text) {
  std::vector<Error> open_quotes;
  close_open_quotes(text, open_quotes);
  if (open_quotes.empty()) return parse(text, nullptr);
  open_quotes.front().message = "this is not valid YAML: " + open_quotes.front().message;
  return open_quotes.front();
}

Result<Value> parse_yaml_keeping_first(std::string_view text, std::vector<Error>& ignored) {
  return parse(text, &ignored);
}

}  // namespace garland
