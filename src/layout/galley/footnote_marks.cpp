#include "layout/galley/footnote_marks.h"

#include <fmt/format.h>

#include <utility>

#include "layout/galley/addresses.h"

namespace garland {
namespace {

// Notes and addresses that a table may have before the one whose number is foreseen: their numbers
// have a digit more at most, seldom.
constexpr std::size_t kForeseen = 10;

}  // namespace

void FootnoteMarks::add_notes(const std::vector<Note>& notes) {
  for (const Note& note : notes) notes_by_label_.emplace(note.label, &note);
}

FootnoteMark FootnoteMarks::mark(std::string_view label) {
  const auto found = marks_.find(label);
  if (found != marks_.end()) {
    found->second.is_first = false;
    return found->second;
  }
  FootnoteMark made;
  const auto known = notes_by_label_.find(label);
  if (known == notes_by_label_.end()) return made;
  made.note = known->second;
  made.index = marks_.size();
  made.number = static_cast<int>(number_of(*made.note, made.index));
  made.is_first = true;
  pending_.push_back(made);
  marks_.emplace(std::string(label), made);
  return made;
}

std::size_t FootnoteMarks::number_of(const Note& note, std::size_t index) const {
  // With notes for addresses among them, the packet's notes have other numbers than the work's.
  const bool is_numbered = note.number > 0 && printed_links != LinkAddresses::Notes;
  return is_numbered ? static_cast<std::size_t>(note.number) : index + 1;
}

std::optional<std::size_t> FootnoteMarks::foresee(std::string_view label) const {
  if (const auto marked = marks_.find(label); marked != marks_.end()) {
    return static_cast<std::size_t>(marked->second.number);
  }
  const auto known = notes_by_label_.find(label);
  if (known == notes_by_label_.end()) return std::nullopt;
  return number_of(*known->second, marks_.size() + kForeseen);
}

std::size_t FootnoteMarks::foresee_address(const std::string& address) const {
  if (printed_links == LinkAddresses::Notes) {
    const auto known = address_notes_.find(address);
    const auto number = known == address_notes_.end() ? std::nullopt : foresee(known->second.label);
    return number.value_or(marks_.size() + kForeseen);
  }
  const auto known = address_numbers_.find(address);
  return known == address_numbers_.end() ? addresses_.size() + kForeseen : known->second;
}

FootnoteMark FootnoteMarks::mark_address(const std::string& address) {
  const auto [known, is_new] = address_notes_.try_emplace(address);
  Note& note = known->second;
  if (is_new) {
    note.label = " address " + address;  // no label of a source begins with a space
    note.id = fmt::format("printed-address-{}", address_notes_.size());
    note.blocks = {address_block(address)};
    notes_by_label_.emplace(note.label, &note);
  }
  return mark(note.label);
}

std::size_t FootnoteMarks::number_address(const std::string& address) {
  const auto [known, is_new] = address_numbers_.try_emplace(address, addresses_.size() + 1);
  if (is_new) addresses_.push_back(address);
  return known->second;
}

std::vector<FootnoteMark> FootnoteMarks::take_pending() { return std::exchange(pending_, {}); }

}  // namespace garland
