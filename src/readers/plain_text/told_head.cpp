#include "readers/plain_text/told_head.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/unicode.h"
#include "document/metadata_values.h"
#include "readers/plain_text/inlines.h"
#include "readers/plain_text/mail_archive.h"

namespace garland::plain {

namespace {

using std::string_view;

constexpr auto kFrom =
    std::to_array<string_view>({"From", "Von", "De", "Da", "Van", "Från", "Fra", "Lähettäjä", "Od",
                                "От", "Від", "Kimden", "差出人", "发件人", "寄件者", "보낸 사람"});
constexpr auto kSubject = std::to_array<string_view>(
    {"Subject", "Betreff", "Objet", "Asunto", "Oggetto", "Assunto", "Onderwerp", "Ämne", "Emne",
     "Aihe", "Temat", "Předmět", "Тема", "Konu", "件名", "主题", "主旨", "제목"});
constexpr auto kSent = std::to_array<string_view>(
    {"Date",    "Sent",       "Datum",   "Gesendet", "Envoyé",   "Fecha",     "Enviado", "Data",
     "Inviato", "Verzonden",  "Skickat", "Sendt",    "Dato",     "Lähetetty", "Wysłano", "Odesláno",
     "Дата",    "Отправлено", "Tarih",   "日付",     "送信日時", "发送时间",  "日期",    "날짜"});

struct HeadField {
  string_view label;  // empty where the line has none
  string_view value;
};

// "Subject: Ropes".
HeadField field_of(string_view text) {
  constexpr std::size_t kLongestLabel = 30;  // bytes
  const std::size_t colon = text.substr(0, kLongestLabel).find(':');
  if (colon == string_view::npos || colon == 0) return {};
  const string_view label = trim(text.substr(0, colon));
  const bool is_word = std::none_of(label.begin(), label.end(), [](char c) {
    return is_ascii_digit(c) || c == '.' || c == ',' || c == '"' || c == '/' || c == '<';
  });
  return is_word ? HeadField{label, trim(text.substr(colon + 1))} : HeadField{};
}

std::size_t first_line(const std::vector<TextLine>& lines) {
  std::size_t at = 0;
  while (at < lines.size() && lines[at].is_blank()) ++at;
  return at;
}

// The lines [first, last) of a message's head; empty where there is none.
struct MessageHead {
  std::size_t first = 0;
  std::size_t last = 0;
  HeadField from;
  HeadField subject;
  HeadField sent;
  std::size_t subject_line = 0;
};

MessageHead message_head(const std::vector<TextLine>& lines) {
  constexpr std::size_t kMost = 60;  // lines
  MessageHead head;
  head.first = first_line(lines);
  const std::size_t end = std::min(lines.size(), head.first + kMost);
  for (head.last = head.first; head.last < end && !lines[head.last].is_blank(); ++head.last) {
    const TextLine& line = lines[head.last];
    const HeadField field = field_of(line.text);
    if (field.label.empty() && (line.indent == 0 || head.last == head.first)) return {};
    if (contains(kFrom, field.label)) head.from = field;
    if (contains(kSent, field.label)) head.sent = field;
    if (!contains(kSubject, field.label)) continue;
    head.subject = field;
    head.subject_line = head.last;
  }
  constexpr std::size_t kFewest = 3;
  const bool is_whole = !head.from.value.empty() && !head.subject.value.empty() &&
                        head.last - head.first >= kFewest && head.last < lines.size();
  return is_whole ? head : MessageHead{};
}

// "Re: [list] Ropes" is about ropes.
string_view bare_subject(string_view subject) {
  constexpr auto kPrefixes = std::to_array<string_view>(
      {"Re:", "RE:", "re:", "Fwd:", "FWD:",  "Fw:",  "FW:",  "AW:",    "Aw:",    "WG:",   "SV:",
       "Sv:", "VS:", "TR:", "RV:",  "Antw:", "Odp:", "Ynt:", "回复：", "答复：", "转发："});
  for (bool goes_on = true; goes_on;) {
    const auto prefix = std::find_if(kPrefixes.begin(), kPrefixes.end(),
                                     [subject](string_view re) { return subject.starts_with(re); });
    const std::size_t bracket = subject.starts_with('[') ? subject.find(']') : string_view::npos;
    std::size_t size = prefix == kPrefixes.end() ? 0 : prefix->size();
    if (size == 0 && bracket != string_view::npos) size = bracket + 1;
    const string_view rest = trim(subject.substr(size));
    goes_on = size > 0 && !rest.empty();
    if (goes_on) subject = rest;
  }
  return subject;
}

// "Ada Quill <ada@example.org>", "ada@example.org (Ada Quill)": the name, or nothing.
string_view sender_name(string_view from) {
  const std::size_t open = from.find('(');
  string_view name = from.substr(0, std::min(from.find('<'), from.size()));
  if (name.find('@') != string_view::npos) {
    if (open == string_view::npos) return {};
    name = from.substr(open + 1, from.find(')', open) - open - 1);
  }
  while (!name.empty() && (name.front() == '"' || name.front() == ' ')) name.remove_prefix(1);
  while (!name.empty() && (name.back() == '"' || name.back() == ' ')) name.remove_suffix(1);
  return name;
}

class HeadTaker {
 public:
  HeadTaker(std::vector<TextLine>& lines, const ReaderOptions& options, Document& document)
      : lines_(lines), options_(options), metadata_(document.metadata), document_(document) {}

  bool take() {
    return take_message() || take_archived() || take_manual_page() || take_gutenberg();
  }

 private:
  SourceRange range(std::size_t at) const { return range_of(lines_[at], lines_[at]); }

  void leave_out(std::size_t first, std::size_t last, string_view why) {
    if (options_.keep_all || first >= last) return;
    for (std::size_t i = first; i < last; ++i) {
      if (!lines_[i].is_blank() && !lines_[i].is_left_out()) lines_[i].reason_to_go = why;
    }
    document_.inferences.push_back(
        {range_of(lines_[first], lines_[last - 1]), "dropped", std::string(why)});
  }
  void set_title(string_view title, std::size_t line, std::string why) {
    if (title.empty() || metadata_.title.is_set()) return;
    document_.inferences.push_back({range(line), "title", why});
    metadata_.title = {text_inlines(title, range(line)), Origin::Inferred, std::move(why),
                       range(line)};
  }
  void set_author(string_view name, std::size_t line, std::string why) {
    if (name.empty() || metadata_.contributors.is_set()) return;
    document_.inferences.push_back({range(line), "byline", why});
    metadata_.contributors = {
        {contributor_from_name(name, Role::Author)}, Origin::Inferred, std::move(why), range(line)};
  }

  bool take_message() {
    const MessageHead head = message_head(lines_);
    if (head.first == head.last) return false;
    set_title(bare_subject(head.subject.value), head.subject_line, "the subject of a message");
    set_author(sender_name(head.from.value), head.first, "the sender of a message");
    set_date(head.sent.value, head.first);
    leave_out(head.first, head.last, "the head of a message, told in the metadata");
    return true;
  }

  bool take_archived() {
    const ArchivedMessage message = archived_message(lines_);
    if (!message.is_some()) return false;
    set_title(bare_subject(lines_[message.subject].text), message.subject,
              "the subject of an archived message");
    set_author(message.name, message.sender, "the sender of an archived message");
    set_date(lines_[message.sent].text, message.sent);
    leave_out(message.subject, message.sent + 1, "the head of a message, told in the metadata");
    if (!options_.keep_all) leave_out_archive_words(lines_);
    return true;
  }
  void set_date(string_view text, std::size_t line) {
    const std::vector<FoundDate> dates = dates_in(text);
    if (dates.empty() || metadata_.date.is_set()) return;
    metadata_.date = {dates.front().date, Origin::Inferred, "the date of a message", range(line)};
  }

  // ---- manual pages

  // "FERRY(1)" at both ends of the first line.
  static string_view running_name(string_view line) {
    const string_view name = line.substr(0, std::min(line.find(' '), line.size()));
    const std::size_t open = name.find('(');
    const bool is_name = open != string_view::npos && open > 0 && name.ends_with(')') &&
                         open + 1 < name.size() && is_ascii_digit(name[open + 1]);
    return is_name && line.size() > 2 * name.size() && line.ends_with(name) ? name : string_view();
  }
  bool take_manual_page() {
    const std::size_t first = first_line(lines_);
    if (first == lines_.size()) return false;
    const string_view name = running_name(lines_[first].text);
    if (name.empty()) return false;
    constexpr string_view kWhy = "the running head or foot of a manual page";
    set_title(name, first, "the running head of a manual page");
    std::size_t last = lines_.size() - 1;
    while (last > first && lines_[last].is_blank()) --last;
    leave_out(first, first + 1, kWhy);
    if (last > first && lines_[last].text.ends_with(name)) leave_out(last, last + 1, kWhy);
    return true;
  }

  // ---- Project Gutenberg

  // "*** START OF THE PROJECT GUTENBERG EBOOK …", or its end.
  static bool is_marker(string_view text, string_view word) {
    return text.starts_with("***") && text.find("PROJECT GUTENBERG") != string_view::npos &&
           text.find(word) != string_view::npos;
  }
  bool take_gutenberg() {
    constexpr std::size_t kWithin = 400;  // lines
    const std::size_t end = std::min(lines_.size(), kWithin);
    std::size_t marker = first_line(lines_);
    while (marker < end && !is_marker(lines_[marker].text, "START OF")) ++marker;
    if (marker >= end) return false;
    for (std::size_t i = 0; i < marker; ++i) {
      const HeadField field = field_of(lines_[i].text);
      if (field.label == "Title") set_title(field.value, i, "the title in the head of the book");
      if (field.label == "Author") set_author(field.value, i, "the author in the head of the book");
    }
    leave_out(first_line(lines_), marker + 1, "the head of a book of Project Gutenberg");
    leave_out_preparers(marker + 1);
    std::size_t foot = marker + 1;
    while (foot < lines_.size() && !is_marker(lines_[foot].text, "END OF")) ++foot;
    leave_out(foot, lines_.size(), "the licence that Project Gutenberg sets under its books");
    return true;
  }

  // "Produced by …": the first paragraph of many such books.
  void leave_out_preparers(std::size_t at) {
    constexpr auto kBeginnings = std::to_array<string_view>(
        {"Produced by ", "E-text prepared by ", "E-text produced by ",
         "This eBook was produced by ", "Transcribed from ", "Transcribed by "});
    while (at < lines_.size() && lines_[at].is_blank()) ++at;
    if (at == lines_.size()) return;
    const bool names = std::any_of(
        kBeginnings.begin(), kBeginnings.end(),
        [text = lines_[at].text](string_view words) { return text.starts_with(words); });
    if (!names) return;
    constexpr std::size_t kMostLines = 12;  // of a text without blank lines, all would follow
    std::size_t end = at;
    while (end < lines_.size() && !lines_[end].is_blank()) ++end;
    if (end - at <= kMostLines) leave_out(at, end, "who prepared the text for Project Gutenberg");
  }

  std::vector<TextLine>& lines_;
  const ReaderOptions& options_;
  Metadata& metadata_;
  Document& document_;
};

}  // namespace

bool has_message_head(const std::vector<TextLine>& lines) {
  const MessageHead head = message_head(lines);
  return head.last > head.first || archived_message(lines).is_some();
}

bool take_told_head(std::vector<TextLine>& lines, const ReaderOptions& options,
                    Document& document) {
  return HeadTaker(lines, options, document).take();
}

}  // namespace garland::plain
