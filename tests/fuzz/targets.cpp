#include "fuzz/targets.h"

#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/unicode.h"
#include "base/value.h"
#include "book/description.h"
#include "compiler/compiler.h"
#include "document/check.h"
#include "readers/front_matter.h"
#include "readers/html.h"
#include "readers/markdown.h"
#include "readers/plain_text.h"

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
  require_sound(kRead(text, "article", ReaderOptions{}, diagnostics));
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

}  // namespace

const std::vector<Target>& targets() {
  static const std::vector<Target> kTargets = {
      {"markdown", run_reader<read_markdown>},
      {"plain_text", run_reader<read_plain_text>},
      {"html", run_reader<read_html>},
      {"front_matter", run_front_matter},
      {"value", run_value},
      {"description", run_description},
      {"pipeline", run_pipeline},
  };
  return kTargets;
}

}  // namespace garland::fuzz
