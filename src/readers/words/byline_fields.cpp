#include "readers/words/byline_fields.h"

#include <algorithm>
#include <array>

#include "base/byte_set.h"

namespace garland::plain {
namespace {

constexpr auto kSeparators =
    std::to_array<std::string_view>({"|", "·", "•", "—", " – ", " - ", "//", " / ", "∙", "; "});

}  // namespace

std::string_view without_edges(std::string_view text) {
  static constexpr ByteSet kEdges(" \t,;:()[]@~-*");
  while (!text.empty() && kEdges.has(text.front())) text.remove_prefix(1);
  while (!text.empty() && kEdges.has(text.back())) text.remove_suffix(1);
  return text;
}

void split_fields(std::string_view piece, DatesBeside dates, std::vector<BylineField>& fields) {
  std::size_t begin = 0;
  const auto close = [&](std::size_t end, bool is_first, bool is_last) {
    const std::string_view text = without_edges(piece.substr(begin, end - begin));
    const bool follows = is_first && dates.before;
    const bool touches = follows || (is_last && dates.behind);
    if (!text.empty()) fields.push_back({text, touches, follows});
  };
  bool is_first = true;
  static constexpr ByteSet kFirsts = first_bytes(kSeparators);
  for (std::size_t at = kFirsts.first_in(piece); at < piece.size();
       at = kFirsts.first_in(piece, at)) {
    const auto found = std::find_if(
        kSeparators.begin(), kSeparators.end(),
        [&](std::string_view separator) { return piece.substr(at).starts_with(separator); });
    if (found == kSeparators.end()) {
      ++at;
      continue;
    }
    close(at, is_first, false);
    at += found->size();
    begin = at;
    is_first = false;
  }
  close(piece.size(), is_first, true);
}

std::string with_spaced_dashes(std::string_view text) {
  constexpr std::string_view kDash = "—";
  constexpr std::string_view kWideSpace = "\xE3\x80\x80";
  if (const std::size_t wide = text.find(kWideSpace); wide != std::string_view::npos) {
    std::string plain(text);
    for (std::size_t at = wide; at != std::string::npos; at = plain.find(kWideSpace, at)) {
      plain.replace(at, kWideSpace.size(), " ");
    }
    return with_spaced_dashes(plain);
  }
  std::string spaced;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t dash = std::min(text.find(kDash, at), text.size());
    spaced += text.substr(at, dash - at);
    if (dash < text.size()) spaced += " — ";
    at = dash + kDash.size();
  }
  return spaced;
}

}  // namespace garland::plain
