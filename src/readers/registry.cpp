#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/unicode.h"
#include "document/metadata_values.h"
#include "readers/front_matter/front_matter.h"
#include "readers/html.h"
#include "readers/markdown.h"
#include "readers/markdown/recognize.h"
#include "readers/plain_text.h"
#include "readers/plain_text/recognize.h"
#include "readers/preformatted.h"
#include "readers/reader.h"
#include "readers/wishes/wishes.h"

namespace garland {
namespace {

// Recognizers look at no more than this.
constexpr std::size_t kRecognizedBytes = std::size_t{64} * 1024;

int nothing_by_name(std::string_view /*path*/) { return 0; }

const Reader* reader_named(std::string_view name) {
  const auto found = std::find_if(readers().begin(), readers().end(),
                                  [name](const Reader& reader) { return reader.name == name; });
  return found == readers().end() ? nullptr : &*found;
}

// The surest reader; the first of equals. Null when there is none at all.
const Reader* surest_reader(std::string_view text, std::string_view path) {
  const std::string_view head = text.substr(0, kRecognizedBytes);
  const Reader* best = nullptr;
  int best_score = -1;
  for (const Reader& reader : readers()) {
    const bool is_last = &reader == &readers().back();
    if (is_last && reader.least(path) > best_score) return &reader;
    const int score = reader.recognize(head, path);
    if (score > best_score) {
      best = &reader;
      best_score = score;
    }
    if (best_score >= kCertain) break;
  }
  return best;
}

// The reader that the source itself asks for. "html" and the like do not count there: they say what
// Quarto is to make of the text.
std::string format_wished(std::string_view text) {
  // The reader parses front matter again; most sources do not say the word anywhere.
  if (text.find("format") == std::string_view::npos) return {};
  Diagnostics unheard;
  const FrontMatter front = split_front_matter(text, unheard);
  const Value* format = front.data.find("format");
  if (format == nullptr || !format->is_scalar()) return {};
  ReaderOptions wished;
  read_wish("format", *format, Wisher::FrontMatter, wished, unheard);
  return wished.format == "html" ? std::string() : wished.format;
}

Error unknown_format(std::string_view name) {
  std::string known;
  for (const Reader& reader : readers()) {
    if (!known.empty()) known += ", ";
    known += reader.name;
  }
  return {fmt::format("there is no reader named \"{}\"", name),
          fmt::format("choose one of: {}", known),
          {}};
}

void report_decoding(const DecodedText& decoded, Diagnostics& diagnostics) {
  const SourceRange place = decoded.first_trouble_line == 0
                                ? SourceRange{}
                                : SourceRange::at(decoded.first_trouble_line, 1);
  if (decoded.was_guessed) {
    diagnostics.warning("guessed-encoding", {},
                        fmt::format("the text is not UTF-8 and was read as {}", decoded.encoding),
                        "save the file as UTF-8 if letters look wrong");
  }
  if (decoded.replaced_count > 0) {
    diagnostics.warning("bad-encoding", place,
                        fmt::format("{} sequences of bytes are no text in {} and became U+FFFD",
                                    decoded.replaced_count, decoded.encoding),
                        "save the file as UTF-8");
  }
  if (decoded.removed_count > 0) {
    diagnostics.warning(
        "control-characters", place,
        fmt::format("{} NULs or control characters were left out", decoded.removed_count),
        "check that the file was saved as plain text");
  }
}

// Blogs name their files by date: "2024-05-01-on-rivers.md".
std::optional<Date> date_in_name(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  constexpr std::string_view kForm = "dddd-dd-dd";
  for (std::size_t at = 0; at + kForm.size() <= name.size(); ++at) {
    const std::string_view part = name.substr(at, kForm.size());
    const bool is_apart = at == 0 || name[at - 1] == '-' || name[at - 1] == '_';
    const bool fits = std::equal(part.begin(), part.end(), kForm.begin(), [](char c, char form) {
      return form == 'd' ? is_ascii_digit(c) : c == form;
    });
    if (is_apart && fits) return date_from(part);
  }
  return std::nullopt;
}

void infer_date(Document& document) {
  if (document.metadata.date.is_set()) return;
  const std::optional<Date> date = date_in_name(document.path);
  if (!date || date->year == 0) return;
  document.metadata.date = {*date, Origin::Inferred, "date in the file's name", {}};
}

}  // namespace

const std::vector<Reader>& readers() {
  static const std::vector<Reader> kReaders = {
      {"markdown", recognize_markdown, nothing_by_name, read_markdown},
      {"html", recognize_html, nothing_by_name, read_page},
      {"plain text", recognize_plain_text, least_of_plain_text, read_plain_text},
  };
  return kReaders;
}

Result<Document> read_source(std::string_view bytes, std::string_view path,
                             const ReaderOptions& options, Diagnostics& diagnostics) {
  if (looks_binary(bytes)) {
    return Error{
        "this file is no text", "keep pictures and programs out of the list of sources", {}};
  }
  const DecodedText decoded = decode_text(bytes);
  diagnostics.use_text(decoded.text);
  report_decoding(decoded, diagnostics);
  const std::string format = options.format.empty() ? format_wished(decoded.text) : options.format;
  const Reader* reader = format.empty() ? surest_reader(decoded.text, path) : reader_named(format);
  if (reader == nullptr) return unknown_format(format);
  Document document = reader->read(decoded.text, path, options, diagnostics);
  infer_date(document);
  return document;
}

}  // namespace garland
