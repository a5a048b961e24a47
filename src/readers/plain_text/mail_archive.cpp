#include "readers/plain_text/mail_archive.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/unicode.h"
#include "document/metadata_values.h"

namespace garland::plain {

namespace {

using std::string_view;

constexpr string_view kWrittenOut = " at ";  // for "@"

// "Ada Quill ada at example.org": the name, or nothing.
string_view archived_sender(string_view text) {
  const std::size_t at = text.rfind(kWrittenOut);
  if (at == string_view::npos) return {};
  const string_view host = text.substr(at + kWrittenOut.size());
  const bool is_host = host.find(' ') == string_view::npos && host.find('.') != string_view::npos &&
                       host.back() != '.';
  const std::size_t address = text.rfind(' ', at - 1);
  if (!is_host || at == 0 || address == string_view::npos) return {};
  return trim(text.substr(0, address));
}

// "Tue May 14 09:12:44 UTC 2019": a date with its hour; a sentence that has both is longer.
bool is_date_with_hour(string_view text) {
  constexpr std::size_t kLongest = 60;  // bytes
  const std::size_t colon = text.find(':');
  const bool has_hour = colon != string_view::npos && colon > 0 && colon + 1 < text.size() &&
                        is_ascii_digit(text[colon - 1]) && is_ascii_digit(text[colon + 1]);
  return text.size() <= kLongest && has_hour && !dates_in(text).empty();
}

bool is_archive_link(string_view text) {
  constexpr auto kBeginnings =
      std::to_array<string_view>({"Previous message:", "Previous message (by thread):",
                                  "Next message:", "Next message (by thread):",
                                  "Previous in thread:", "Next in thread:", "Messages sorted by:"});
  while (!text.empty() && (text.front() == '*' || text.front() == ' ')) text.remove_prefix(1);
  const bool names_list =
      text.starts_with("More information about the ") && text.ends_with(" mailing list");
  return names_list || std::any_of(kBeginnings.begin(), kBeginnings.end(),
                                   [text](string_view words) { return text.starts_with(words); });
}

bool is_scrubbed(string_view text) {
  return text.find("attachment was scrubbed") != string_view::npos ||
         text.find("message was scrubbed") != string_view::npos;
}

}  // namespace

ArchivedMessage archived_message(const std::vector<TextLine>& lines) {
  constexpr std::size_t kHead = 3;  // lines with words
  std::array<std::size_t, kHead> head{};
  std::size_t found = 0;
  for (std::size_t i = 0; i < lines.size() && found < kHead; ++i) {
    if (!lines[i].is_blank()) head.at(found++) = i;
  }
  if (found < kHead || !is_date_with_hour(lines[head[2]].text)) return {};
  return {head[0], head[1], head[2], archived_sender(lines[head[1]].text)};
}

void leave_out_archive_words(std::vector<TextLine>& lines) {
  bool is_scrub = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    TextLine& line = lines[i];
    const bool begins_part = line.text.starts_with("-----") &&
                             line.text.find(" next part ") != string_view::npos &&
                             i + 1 < lines.size() && is_scrubbed(lines[i + 1].text);
    is_scrub = begins_part || (is_scrub && !line.is_blank());
    if (line.is_blank() || line.is_left_out() || line.must_stay) continue;
    if (is_scrub) {
      line.reason_to_go = "what an archive says of an attachment that it does not show";
    } else if (is_archive_link(line.text)) {
      line.reason_to_go = "links of a mailing list's archive";
    }
  }
}

}  // namespace garland::plain
