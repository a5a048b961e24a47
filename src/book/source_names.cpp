#include "book/source_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/contains.h"
#include "base/unicode.h"

namespace garland {
namespace {

constexpr auto kSourceSuffixes =
    std::to_array<std::string_view>({".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd", ".mdx",
                                     ".txt", ".text", ".html", ".htm", ".xhtml", ""});

// Names, without suffix, of files about the folder itself.
constexpr std::array<std::string_view, 6> kAboutAnyCase = {"readme",  "license",   "licence",
                                                           "copying", "changelog", "contributing"};
// These are titles of articles too: only in capitals, as the custom is.
constexpr std::array<std::string_view, 11> kAboutInCapitals = {
    "SOURCE",  "SOURCES",      "NOTICE",  "AUTHORS",  "CREDITS",  "CHANGES",
    "HISTORY", "CONTRIBUTORS", "INSTALL", "SECURITY", "COPYRIGHT"};
// Files without a suffix that belong to other programs.
constexpr std::array<std::string_view, 5> kOtherPrograms = {"Makefile", "Dockerfile", "Gemfile",
                                                            "Rakefile", "Justfile"};

struct DocumentKind {
  std::string_view suffix;
  std::string_view advice;
};
constexpr std::string_view kFromOffice = "HTML from the program that wrote it";
constexpr std::string_view kFromMarkup = "Markdown or HTML by its own tools";
constexpr std::string_view kFromBook = "HTML, a file for each article";
constexpr std::string_view kFromPage = "HTML, complete, from a browser";
constexpr auto kDocumentKinds =
    std::to_array<DocumentKind>({{".doc", kFromOffice},
                                 {".docx", kFromOffice},
                                 {".odt", kFromOffice},
                                 {".rtf", kFromOffice},
                                 {".pages", kFromOffice},
                                 {".wpd", kFromOffice},
                                 {".ppt", kFromOffice},
                                 {".pptx", kFromOffice},
                                 {".odp", kFromOffice},
                                 {".rst", kFromMarkup},
                                 {".tex", kFromMarkup},
                                 {".latex", kFromMarkup},
                                 {".adoc", kFromMarkup},
                                 {".asciidoc", kFromMarkup},
                                 {".org", kFromMarkup},
                                 {".textile", kFromMarkup},
                                 {".typ", kFromMarkup},
                                 {".ipynb", kFromMarkup},
                                 {".epub", kFromBook},
                                 {".mobi", kFromBook},
                                 {".azw3", kFromBook},
                                 {".fb2", kFromBook},
                                 {".pdf", "plain text or HTML"},
                                 {".djvu", "plain text"},
                                 {".ps", "plain text"},
                                 {".mht", kFromPage},
                                 {".mhtml", kFromPage},
                                 {".webarchive", kFromPage},
                                 {".eml", "plain text from the mail program"}});

}  // namespace

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view suffix_of(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot);
}

bool has_source_suffix(std::string_view path) {
  if (to_lower(path).ends_with(kReportSuffix)) return false;
  return contains(kSourceSuffixes, to_lower(suffix_of(path))) &&
         !contains(kOtherPrograms, file_name(path));
}

bool is_about_folder(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::string_view stem = name.substr(0, name.find('.'));
  const std::string lower = to_lower(stem);
  return contains(kAboutAnyCase, lower) || contains(kAboutInCapitals, stem) ||
         lower.starts_with("license-") || lower.starts_with("licence-");
}

std::string_view without_suffix(std::string_view path) {
  return path.substr(0, path.size() - suffix_of(path).size());
}

std::string_view document_advice(std::string_view path) {
  const std::string suffix = to_lower(suffix_of(path));
  const auto* kind =
      std::find_if(kDocumentKinds.begin(), kDocumentKinds.end(),
                   [&suffix](const DocumentKind& known) { return known.suffix == suffix; });
  return kind == kDocumentKinds.end() ? std::string_view() : kind->advice;
}

}  // namespace garland
