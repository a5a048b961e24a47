// JSON (RFC 8259) by nlohmann's SAX parser, which keeps the order of keys and shows duplicates.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/value.h"

namespace garland {
namespace {

// Trees as JSON are deeper than data: a document nests blocks, lists and inlines.
constexpr std::size_t kMaxTreeDepth = 4 * kMaxValueDepth;

SourceRange place_at(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const auto before = text.substr(0, offset);
  const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line_begin =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return SourceRange::at(line + 1, static_cast<std::uint32_t>(offset - line_begin + 1));
}

// Receives the parser's events; false stops it.
class ValueBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
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
    if (!open_.back().keys.insert(name).second) {
      message_ = fmt::format("the key \"{}\" stands twice", name);
      return false;
    }
    open_.back().key = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::json::exception& exception) override {
    error_offset_ = position > 0 ? position - 1 : 0;
    message_ = std::string("this is not valid JSON: ") + exception.what();
    return false;
  }

  Value take() { return std::move(root_); }
  const std::string& message() const { return message_; }
  std::size_t error_offset() const { return error_offset_; }

 private:
  struct Open {
    Value value;
    std::string key;
    std::set<std::string> keys;
  };

  bool start(Value value) {
    if (open_.size() >= kMaxTreeDepth) {
      message_ = fmt::format("values are nested more than {} deep", kMaxTreeDepth);
      return false;
    }
    open_.push_back({std::move(value), {}, {}});
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
    } else {
      parent.value.map.emplace_back(std::move(parent.key), std::move(value));
    }
    return true;
  }

  Value root_;
  std::vector<Open> open_;
  std::string message_;
  std::size_t error_offset_ = 0;
};

void write_string(std::string& out, std::string_view text) {
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

}  // namespace

Result<Value> parse_json(std::string_view text) {
  ValueBuilder builder;
  if (nlohmann::json::sax_parse(text, &builder)) return builder.take();
  return Error{builder.message(), "check commas, quotes and brackets here",
               place_at(text, builder.error_offset())};
}

std::string write_json(const Value& value, int indent) {
  JsonWriter writer(indent);
  writer.write(value);
  return writer.take();
}

}  // namespace garland
