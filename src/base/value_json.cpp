// JSON (RFC 8259) by nlohmann's SAX parser, which keeps the order of keys and shows duplicates.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/unicode.h"
#include "base/value.h"

namespace garland {
namespace {

// Trees as JSON are deeper than data: a document nests blocks, lists and inlines.
constexpr std::size_t kMaxTreeDepth = 4 * kMaxValueDepth;

// What the parser has read so far, so that its events have places.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;  // of the next code point
  std::size_t byte_count = 0;
  SourceRange last = SourceRange::at(1, 1);  // where the code point stands that was read last

  void pass(char c) {
    ++byte_count;
    const bool begins_code_point = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (begins_code_point) last = SourceRange::at(line, column);
    if (c == '\n') {
      ++line;
      column = 1;
    } else if (begins_code_point) {
      ++column;
    }
  }
};

// Goes through a text and tells a Position of every byte.
class WatchedIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  WatchedIterator(const char* at, Position& position) : at_(at), position_(&position) {}
  reference operator*() const { return *at_; }
  WatchedIterator& operator++() {
    position_->pass(*at_++);
    return *this;
  }
  bool operator==(const WatchedIterator& other) const { return at_ == other.at_; }
  bool operator!=(const WatchedIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  Position* position_;
};

// Receives the parser's events; false stops it.
class ValueBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  ValueBuilder(const Position& position, std::vector<Error>* ignored)
      : position_(position), ignored_(ignored) {}

  bool null() override { return put(Value{}); }
  bool boolean(bool truth) override { return put(Value::boolean(truth)); }
  bool number_integer(number_integer_t number) override { return put(Value::integer(number)); }
  bool number_unsigned(number_unsigned_t number) override {
    Value value = Value::integer(0);
    value.scalar = fmt::format("{}", number);
    return put(std::move(value));
  }
  bool number_float(number_float_t, const string_t& written) override {
    Value value = Value::integer(0);
    value.scalar = written;
    return put(std::move(value));
  }
  bool string(string_t& text) override { return put(Value::string(std::move(text))); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return start(Value::make_map()); }
  bool end_object() override { return finish(); }
  bool start_array(std::size_t) override { return start(Value::make_list()); }
  bool end_array() override { return finish(); }
  bool key(string_t& name) override {
    Open& map = open_.back();
    map.key_range = place_before(name);
    if (!map.keys.insert(name).second) {
      Error error{fmt::format("the key \"{}\" stands twice", name), "keep one of them",
                  map.key_range};
      if (ignored_ == nullptr) {
        error_ = std::move(error);
        return false;
      }
      ignored_->push_back(std::move(error));
      map.is_repeated = true;
    }
    map.key = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::json::exception& exception) override {
    // The parser counts the text's end as a character that it has read.
    const bool is_at_end = position > position_.byte_count;
    error_ = Error{std::string("this is not valid JSON: ") + exception.what(),
                   "check commas, quotes and brackets here",
                   is_at_end ? SourceRange::at(position_.line, position_.column) : position_.last};
    return false;
  }

  Value take() { return std::move(root_); }
  // Why the events were stopped.
  Error error() const { return error_; }

 private:
  struct Open {
    Value value;
    std::string key;
    std::set<std::string> keys;
    SourceRange key_range;
    bool is_repeated = false;  // the key has a value already
  };

  // Where a string began that has just been read. Escapes inside make it look nearer.
  SourceRange place_before(std::string_view text) const {
    const auto size = static_cast<std::uint32_t>(count_code_points(text) + 2);
    return SourceRange::at(position_.line, position_.column > size ? position_.column - size : 1);
  }

  bool start(Value value) {
    if (open_.size() >= kMaxTreeDepth) {
      error_ = Error{fmt::format("values are nested more than {} deep", kMaxTreeDepth),
                     "nest values less deep", position_.last};
      return false;
    }
    open_.emplace_back().value = std::move(value);
    return true;
  }
  bool finish() {
    Value done = std::move(open_.back().value);
    open_.pop_back();
    return put(std::move(done));
  }
  bool put(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (Open& parent = open_.back(); parent.value.is_list()) {
      parent.value.list.push_back(std::move(value));
    } else if (!std::exchange(parent.is_repeated, false)) {
      value.key_range = parent.key_range;
      value.range = parent.key_range;
      parent.value.map.emplace_back(std::move(parent.key), std::move(value));
    }
    return true;
  }

  Value root_;
  std::vector<Open> open_;
  const Position& position_;
  std::vector<Error>* ignored_;
  Error error_;
};

// The names of files may be any bytes; JSON is UTF-8 (RFC 8259, 8.1).
std::string with_replacements(std::string_view text) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) {
    append_utf8(out, next_code_point(text, offset));
  }
  return out;
}

void write_string(std::string& out, std::string_view written) {
  const std::string mended = is_valid_utf8(written) ? std::string() : with_replacements(written);
  const std::string_view text = mended.empty() ? written : mended;
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

bool is_json_number(const std::string& text) { return nlohmann::json::accept(text); }

class JsonWriter {
 public:
  explicit JsonWriter(int indent) : indent_(indent) {}

  void write(const Value& value) {
    switch (value.kind) {
      case Value::Kind::Null:
        out_ += "null";
        break;
      case Value::Kind::Boolean:
        out_ += value.scalar == "true" || value.scalar == "True" || value.scalar == "TRUE"
                    ? "true"
                    : "false";
        break;
      case Value::Kind::Number:
        // YAML has numbers that JSON has not ("07", ".5", "+1").
        if (is_json_number(value.scalar)) {
          out_ += value.scalar;
        } else {
          write_string(out_, value.scalar);
        }
        break;
      case Value::Kind::String:
        write_string(out_, value.scalar);
        break;
      case Value::Kind::List:
        write_members('[', ']', value.list, [this](const Value& item) { write(item); });
        break;
      case Value::Kind::Map:
        write_members('{', '}', value.map, [this](const Value::Entry& entry) {
          write_string(out_, entry.first);
          out_ += indent_ > 0 ? ": " : ":";
          write(entry.second);
        });
        break;
    }
  }

  std::string take() { return std::move(out_); }

 private:
  template <typename Members, typename Write>
  void write_members(char opening, char closing, const Members& members, Write write_one) {
    out_ += opening;
    ++depth_;
    bool is_first = true;
    for (const auto& member : members) {
      if (!std::exchange(is_first, false)) out_ += ',';
      line_end();
      write_one(member);
    }
    --depth_;
    if (!members.empty()) line_end();
    out_ += closing;
  }
  void line_end() {
    if (indent_ > 0) out_ += '\n' + std::string(static_cast<std::size_t>(indent_ * depth_), ' ');
  }

  int indent_;
  int depth_ = 0;
  std::string out_;
};

// Without `ignored`, a key given twice is an error.
Result<Value> parse_value(std::string_view text, std::vector<Error>* ignored) {
  Position position;
  ValueBuilder builder(position, ignored);
  const WatchedIterator begin(text.data(), position);
  const WatchedIterator end(text.data() + text.size(), position);
  if (nlohmann::json::sax_parse(begin, end, &builder)) return builder.take();
  return builder.error();
}

}  // namespace

Result<Value> parse_json(std::string_view text) { return parse_value(text, nullptr); }

Result<Value> parse_json_keeping_first(std::string_view text, std::vector<Error>& ignored) {
  return parse_value(text, &ignored);
}

std::string write_json(const Value& value, int indent) {
  JsonWriter writer(indent);
  writer.write(value);
  return writer.take();
}

}  // namespace garland
