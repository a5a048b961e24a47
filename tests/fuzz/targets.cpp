#include "fuzz/targets.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/lines.h"
#include "base/unicode.h"
#include "base/value.h"
#include "book/description.h"
#include "compiler/compiler.h"
#include "compiler/read_sources.h"
#include "document/check.h"
#include "document/dump.h"
#include "fuzz/pages.h"
#include "pictures/picture.h"
#include "readers/front_matter/front_matter.h"
#include "readers/html.h"
#include "readers/markdown.h"
#include "readers/plain_text.h"
#include "readers/wishes/wishes.h"
#include "references/references.h"

namespace garland::fuzz {
namespace {

void require(bool holds, const std::string& rule) {
  if (holds) return;
  std::fputs(("broken: " + rule + "\n").c_str(), stderr);
  std::abort();
}

void require_sound(const Document& document) {
  for (const std::string& broken : check(document)) require(false, broken);
}

template <auto kRead>
void run_reader(std::string_view bytes) {
  const std::string text = decode_text(bytes).text;
  Diagnostics diagnostics("article", text);
  const Document document = kRead(text, "article", ReaderOptions{}, diagnostics);
  for (const std::string& broken : check(document)) {
    // A page may use an id twice; passes/identifiers makes them unique.
    if (broken.find(" have the id ") == broken.npos) require(false, broken);
  }
}

void run_front_matter(std::string_view bytes) {
  const std::string text = decode_text(bytes).text;
  Diagnostics diagnostics("article", text);
  const FrontMatter front_matter = split_front_matter(text, diagnostics);
  Document document;
  ReaderOptions options;
  apply_front_matter(front_matter.data, document, options, diagnostics);
  require_sound(document);
}

void run_value(std::string_view bytes) {
  const std::string text = decode_text(bytes).text;
  for (const auto& parse : {parse_yaml, parse_toml, parse_json}) {
    const Result<Value> value = parse(text);
    if (!value.ok()) continue;
    const Result<Value> again = parse_json(write_json(*value));
    require(again.ok() && *again == *value, "written JSON reads back equal");
  }
}

// Bytes as a file has them: decoding, the choice of the reader, the passes, and the forms in which
// the tree is shown.
void run_source(std::string_view bytes) {
  Diagnostics diagnostics("article", bytes);
  const Result<Document> document = read_document(bytes, "article", {}, diagnostics);
  if (!document.ok()) return;
  require_sound(*document);
  const Result<Document> again = from_json(to_json(*document));
  require(again.ok() && dump(*again) == dump(*document), "a tree written as JSON reads back equal");
  to_html(*document);
  to_pandoc_json(*document);
  outline(*document);
}

// Any JSON as a tree.
void run_tree(std::string_view bytes) {
  const Result<Value> value = parse_json(decode_text(bytes).text);
  if (!value.ok()) return;
  const Result<Document> document = from_json(*value);
  if (document.ok()) dump(*document);
}

template <const char* kPath>
void run_bibliography(std::string_view bytes) {
  const std::string text = decode_text(bytes).text;
  Diagnostics diagnostics(kPath, text);
  read_bibliography(text, kPath, diagnostics);
}
constexpr char kBibtex[] = "books.bib";
constexpr char kCslJson[] = "books.json";
constexpr char kCslYaml[] = "books.yaml";

// Pictures of a few thousand bytes may hold a million pixels; more say nothing new.
void run_picture(std::string_view bytes) {
  const Result<Picture> picture = load_picture(bytes, "picture");
  if (!picture.ok()) return;
  require(picture->kind == PictureKind::Png || picture->kind == PictureKind::Jpeg,
          "pictures are made PNG or JPEG");
  require(decode_picture(*picture).ok(), "what was made of a picture decodes");
}

// The first line is an expression under `drop:`, the others are the text.
void run_wishes(std::string_view bytes) {
  const std::string text = decode_text(bytes).text;
  const std::size_t end = std::min(text.find('\n'), text.size());
  ReaderOptions options;
  options.drop.push_back({"/" + text.substr(0, end) + "/", {}, Wisher::Entry});
  std::vector<Inference> inferences;
  Diagnostics diagnostics;
  Wishes wishes(options, inferences, diagnostics);
  for (std::size_t at = end; at < text.size();) {
    const std::string_view line = line_at(text, ++at);
    wishes.reason_to_go(line, {});
    at += line.size();
  }
  wishes.report_unused();
}

void run_description(std::string_view bytes) {
  const std::string text = decode_text(bytes).text;
  Diagnostics diagnostics(std::string(kDescriptionFile), text);
  read_description(text, diagnostics);
}

void run_pipeline(std::string_view bytes) {
  MemoryFolder folder;
  folder.add("article.md", std::string(bytes));
  CompileOptions options;
  options.wants_pdf = false;
  options.jobs = 1;
  options.folder_name = "fuzz";
  options.styles_folder = GARLAND_ROOT "/styles";
  options.fonts_file = GARLAND_ROOT "/fonts/fonts.yaml";
  Diagnostics diagnostics;
  static_cast<void>(compile(folder, options, diagnostics));
}

void run_pages(std::string_view bytes) {
  const std::string broken = rule_broken_by_pages(bytes);
  require(broken.empty(), broken);
}

}  // namespace

const std::vector<Target>& targets() {
  static const std::vector<Target> kTargets = {
      {"markdown", run_reader<read_markdown>},
      {"plain_text", run_reader<read_plain_text>},
      {"html", run_reader<read_html>},
      {"front_matter", run_front_matter},
      {"source", run_source},
      {"value", run_value},
      {"tree", run_tree},
      {"bibtex", run_bibliography<kBibtex>},
      {"csl_json", run_bibliography<kCslJson>},
      {"csl_yaml", run_bibliography<kCslYaml>},
      {"picture", run_picture},
      {"wishes", run_wishes},
      {"description", run_description},
      {"pipeline", run_pipeline},
      {"pages", run_pages},
  };
  return kTargets;
}

}  // namespace garland::fuzz
