// A text that most of its owners do not have, where there are many of them: empty, it takes the
// room of a pointer.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace garland {

class RareText {
 public:
  RareText() = default;
  RareText(std::string text)  // converts as it stands for a string
      : text_(text.empty() ? nullptr : std::make_unique<std::string>(std::move(text))) {}
  RareText(const char* text) : RareText(std::string(text)) {}
  RareText(const RareText& other) : RareText(other.str()) {}
  RareText(RareText&&) noexcept = default;
  RareText& operator=(RareText other) noexcept {
    text_ = std::move(other.text_);
    return *this;
  }
  ~RareText() = default;

  bool empty() const { return text_ == nullptr; }
  const std::string& str() const {
    static const std::string kNone;
    return empty() ? kNone : *text_;
  }
  operator const std::string&() const { return str(); }
  bool operator==(std::string_view other) const { return str() == other; }

 private:
  std::unique_ptr<const std::string> text_;  // none: empty
};

}  // namespace garland
