// What a function gives that can fail: a value, or an Error that says why.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

#include "base/source_range.h"

namespace garland {

struct Error {
  std::string message;  // what is wrong: one clause without a final stop
  std::string help;     // how to mend it; may be empty
  SourceRange range;    // where in the input, if known
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  // Requires ok().
  T& value() & { return assert(ok()), *std::get_if<T>(&state_); }
  const T& value() const& { return assert(ok()), *std::get_if<T>(&state_); }
  T&& value() && { return assert(ok()), std::move(*std::get_if<T>(&state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // Requires !ok().
  const Error& error() const { return assert(!ok()), *std::get_if<Error>(&state_); }

 private:
  std::variant<T, Error> state_;
};

// For functions that give nothing but can fail.
struct Done {};
using Status = Result<Done>;

}  // namespace garland
