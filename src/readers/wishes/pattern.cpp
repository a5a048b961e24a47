#include "readers/wishes/pattern.h"

#include <algorithm>
#include <string>

#include "base/unicode.h"

namespace garland {

namespace {

using State = Pattern::State;
using CharacterClass = Pattern::CharacterClass;

constexpr std::size_t kMostStates = 4000;
constexpr int kDeepestGroup = 100;

bool is_named_class(char32_t c) {
  return c < 0x80 &&
         std::string_view("dDwWsS").find(static_cast<char>(c)) != std::string_view::npos;
}

bool is_in_named(char name, char32_t c) {
  switch (name) {
    case 'd':
      return is_digit(c);
    case 'D':
      return !is_digit(c);
    case 'w':
      return is_letter(c) || is_digit(c) || is_mark(c) || c == U'_';
    case 'W':
      return !is_in_named('w', c);
    case 's':
      return is_space(c);
    default:
      return !is_space(c);
  }
}

// A part of the machine: where it begins, and the ends that wait for what follows.
struct Fragment {
  std::size_t start = 0;
  std::vector<std::pair<std::size_t, bool>> open;  // state, and whether its `other` is meant
};

// Recursive descent over the expression; builds the machine from the inside out.
class Compiler {
 public:
  Compiler(std::string_view expression, std::vector<State>& states,
           std::vector<CharacterClass>& classes)
      : text_(expression), states_(states), classes_(classes) {}

  Result<std::size_t> compile() {
    Fragment whole = alternatives(0);
    if (problem_.empty() && at_ < text_.size()) problem_ = "a \")\" without its \"(\"";
    if (!problem_.empty()) {
      return Error{problem_, "write a simpler expression, or the whole line without slashes", {}};
    }
    close(whole, add({State::Kind::Match, 0, 0, 0}));
    return whole.start;
  }

 private:
  bool peek(char c) const { return at_ < text_.size() && text_[at_] == c; }
  bool take(char c) {
    if (!peek(c)) return false;
    ++at_;
    return true;
  }
  void fail(std::string problem) {
    if (problem_.empty()) problem_ = std::move(problem);
    at_ = text_.size();
  }

  std::size_t add(State state) {
    if (states_.size() >= kMostStates) fail("the expression is too long");
    states_.push_back(state);
    return states_.size() - 1;
  }
  void close(const Fragment& fragment, std::size_t target) {
    for (const auto& [state, is_other] : fragment.open) {
      (is_other ? states_[state].other : states_[state].next) = target;
    }
  }
  Fragment single(State state) {
    const std::size_t index = add(state);
    return {index, {{index, false}}};
  }
  Fragment nothing() {
    const std::size_t index = add({State::Kind::Split, 0, 0, 0});
    return {index, {{index, false}, {index, true}}};
  }

  Fragment alternatives(int depth) {
    Fragment left = sequence(depth);
    while (take('|')) {
      const Fragment right = sequence(depth);
      const std::size_t split = add({State::Kind::Split, 0, left.start, right.start});
      left.start = split;
      left.open.insert(left.open.end(), right.open.begin(), right.open.end());
    }
    return left;
  }

  Fragment sequence(int depth) {
    Fragment whole;
    bool is_empty = true;
    while (at_ < text_.size() && !peek('|') && !peek(')')) {
      Fragment next = repeated(depth);
      if (is_empty) {
        whole = std::move(next);
      } else {
        close(whole, next.start);
        whole.open = std::move(next.open);
      }
      is_empty = false;
    }
    return is_empty ? nothing() : whole;
  }

  Fragment repeated(int depth) {
    Fragment atom = one(depth);
    while (at_ < text_.size()) {
      if (take('*')) {
        atom = loop(atom, true);
      } else if (take('+')) {
        atom = loop(atom, false);
      } else if (take('?')) {
        const std::size_t split = add({State::Kind::Split, 0, atom.start, 0});
        atom.start = split;
        atom.open.emplace_back(split, true);
      } else {
        break;
      }
    }
    return atom;
  }

  Fragment loop(const Fragment& atom, bool may_be_none) {
    const std::size_t split = add({State::Kind::Split, 0, atom.start, 0});
    close(atom, split);
    return {may_be_none ? split : atom.start, {{split, true}}};
  }

  Fragment one(int depth) {
    if (take('(')) return group(depth);
    if (take('[')) return bracket();
    if (take('^')) return single({State::Kind::Begin, 0, 0, 0});
    if (take('$')) return single({State::Kind::End, 0, 0, 0});
    if (peek('*') || peek('+') || peek('?')) fail("a repetition of nothing");
    if (peek('{')) fail("counts in braces are not known here; put a backslash before \"{\"");
    CharacterClass found;
    if (take('.')) {
      found.is_negated = true;
    } else if (take('\\')) {
      escaped(found);
    } else if (at_ < text_.size()) {
      const char32_t c = next_code_point(text_, at_);
      found.ranges.emplace_back(c, c);
    }
    return of_class(std::move(found));
  }

  Fragment of_class(CharacterClass found) {
    classes_.push_back(std::move(found));
    return single({State::Kind::Class, classes_.size() - 1, 0, 0});
  }

  Fragment group(int depth) {
    if (depth >= kDeepestGroup) fail("groups too deep inside each other");
    if (take('?') && !take(':')) fail("only (?: is known of the groups that begin with \"(?\"");
    Fragment inside = alternatives(depth + 1);
    if (!take(')')) fail("a \"(\" without its \")\"");
    return inside;
  }

  void escaped(CharacterClass& found) {
    if (at_ >= text_.size()) return fail("a backslash at the end");
    char32_t c = next_code_point(text_, at_);
    if (is_named_class(c)) {
      found.named.push_back(static_cast<char>(c));
      return;
    }
    if (c == U't') c = U'\t';
    const bool is_sign = c < 0x80 && !is_letter(c) && !is_digit(c);
    if (!is_sign && c != U'\t') return fail("an unknown sign after a backslash");
    found.ranges.emplace_back(c, c);
  }

  Fragment bracket() {
    CharacterClass found;
    found.is_negated = take('^');
    bool is_first = true;
    while (at_ < text_.size() && (is_first || !peek(']'))) {
      is_first = false;
      if (take('\\')) {
        escaped(found);
        continue;
      }
      const char32_t low = next_code_point(text_, at_);
      char32_t high = low;
      if (peek('-') && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
        ++at_;
        high = next_code_point(text_, at_);
      }
      if (high < low) fail("a range whose end is before its beginning");
      found.ranges.emplace_back(low, high);
    }
    if (!take(']')) fail("a \"[\" without its \"]\"");
    return of_class(std::move(found));
  }

  std::string_view text_;
  std::vector<State>& states_;
  std::vector<CharacterClass>& classes_;
  std::size_t at_ = 0;
  std::string problem_;
};

// The states that the machine may be in at one place of the text.
class StateSet {
 public:
  explicit StateSet(const std::vector<State>& states) : states_(&states), seen_(states.size(), 0) {}

  void clear() {
    ++round_;
    step_count_ = 1;
    members_.clear();
  }
  // What it took to come to the members.
  std::size_t step_count() const { return step_count_; }
  const std::vector<std::size_t>& members() const { return members_; }
  bool has_match() const { return has_match_; }

  // Adds a state and all that follow from it without a character.
  void add(std::size_t start, bool is_begin, bool is_end) {
    pending_.push_back(start);
    while (!pending_.empty()) {
      const std::size_t index = pending_.back();
      pending_.pop_back();
      ++step_count_;
      if (seen_[index] == round_) continue;
      seen_[index] = round_;
      const State& state = (*states_)[index];
      switch (state.kind) {
        case State::Kind::Class:
          members_.push_back(index);
          break;
        case State::Kind::Split:
          pending_.push_back(state.next);
          pending_.push_back(state.other);
          break;
        case State::Kind::Begin:
          if (is_begin) pending_.push_back(state.next);
          break;
        case State::Kind::End:
          if (is_end) pending_.push_back(state.next);
          break;
        case State::Kind::Match:
          has_match_ = true;
          break;
      }
    }
  }

 private:
  const std::vector<State>* states_;
  std::vector<std::size_t> seen_;  // the round in which each state was added
  std::size_t round_ = 1;
  std::size_t step_count_ = 1;
  std::vector<std::size_t> members_;
  std::vector<std::size_t> pending_;
  bool has_match_ = false;
};

}  // namespace

bool Pattern::CharacterClass::contains(char32_t c) const {
  const bool listed = std::any_of(ranges.begin(), ranges.end(), [c](const auto& range) {
    return c >= range.first && c <= range.second;
  });
  const bool found = listed || std::any_of(named.begin(), named.end(),
                                           [c](char name) { return is_in_named(name, c); });
  return found != is_negated;
}

Result<Pattern> Pattern::compile(std::string_view expression) {
  Pattern pattern;
  const Result<std::size_t> start =
      Compiler(expression, pattern.states_, pattern.classes_).compile();
  if (!start) return start.error();
  pattern.start_ = start.value();
  return pattern;
}

bool Pattern::is_found_in(std::string_view text, std::size_t& steps_left) const {
  // Making the sets costs a step a state.
  const auto spend = [&steps_left](std::size_t steps) {
    steps_left -= std::min(steps, steps_left);
    return steps_left > 0;
  };
  if (!spend(states_.size())) return false;
  StateSet now(states_);
  StateSet then(states_);
  now.add(start_, true, text.empty());
  for (std::size_t at = 0; at < text.size() && !now.has_match();) {
    const char32_t c = next_code_point(text, at);
    const bool is_end = at >= text.size();
    if (!spend(now.step_count())) return false;
    then.clear();
    for (const std::size_t index : now.members()) {
      const State& state = states_[index];
      if (classes_[state.character_class].contains(c)) then.add(state.next, false, is_end);
    }
    then.add(start_, false, is_end);
    std::swap(now, then);
  }
  return now.has_match();
}

}  // namespace garland
