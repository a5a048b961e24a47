// Which notation a bibliography is in.
#include <string>

#include "base/unicode.h"
#include "base/value.h"
#include "references/bibtex.h"
#include "references/csl_data.h"
#include "references/references.h"

namespace garland {
namespace {

enum class Notation { Bibtex, Json, Yaml };

Notation notation_of(std::string_view text, std::string_view path) {
  const std::string name = to_lower(path);
  if (name.ends_with(".bib") || name.ends_with(".bibtex")) return Notation::Bibtex;
  if (name.ends_with(".json")) return Notation::Json;
  if (name.ends_with(".yaml") || name.ends_with(".yml")) return Notation::Yaml;
  const std::string_view start = trim(text);
  if (start.starts_with('[') || start.starts_with('{')) return Notation::Json;
  return start.starts_with("---") || start.starts_with("references:") ? Notation::Yaml
                                                                      : Notation::Bibtex;
}

}  // namespace

std::vector<ReferenceEntry> read_bibliography(std::string_view text, std::string_view path,
                                              Diagnostics& diagnostics) {
  const Notation notation = notation_of(text, path);
  if (notation == Notation::Bibtex) return read_bibtex(text, diagnostics);
  const Result<Value> data = notation == Notation::Json ? parse_json(text) : parse_yaml(text);
  if (data.ok()) return entries_from_csl(data.value(), diagnostics);
  diagnostics.error("broken-bibliography", data.error().range, data.error().message,
                    data.error().help);
  return {};
}

}  // namespace garland
