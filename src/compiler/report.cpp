#include "compiler/report.h"

#include <utility>

#include "document/kind_names.h"

namespace garland {
namespace {

Value count_value(std::size_t count) { return Value::integer(static_cast<long long>(count)); }

Value range_value(const SourceRange& range) {
  return Value::make_map({{"line", Value::integer(range.begin_line)},
                          {"column", Value::integer(range.begin_column)},
                          {"end_line", Value::integer(range.end_line)}});
}

Value inference_value(const Inference& inference) {
  Value value = range_value(inference.range);
  value.set("what", Value::string(inference.what));
  value.set("why", Value::string(inference.why));
  return value;
}

Value dropped_value(const SourceReport::DroppedRun& dropped) {
  Value value = range_value(dropped.range);
  value.set("reason", Value::string(dropped.reason));
  value.set("text", Value::string(dropped.text));
  return value;
}

Value fact_value(const SourceReport::Fact& fact) {
  Value value = Value::make_map({{"name", Value::string(fact.name)},
                                 {"value", Value::string(fact.value)},
                                 {"origin", Value::string(std::string(name_of(fact.origin)))}});
  if (!fact.rule.empty()) value.set("rule", Value::string(fact.rule));
  if (fact.range.is_known()) value.set("line", Value::integer(fact.range.begin_line));
  if (!fact.overruled.empty()) value.set("overrules", Value::string(fact.overruled));
  return value;
}

Value source_value(const SourceReport& source) {
  Value facts = Value::make_list();
  for (const auto& fact : source.facts) facts.list.push_back(fact_value(fact));
  Value inferences = Value::make_list();
  for (const Inference& one : source.inferences) inferences.list.push_back(inference_value(one));
  Value dropped = Value::make_list();
  for (const auto& one : source.dropped) dropped.list.push_back(dropped_value(one));
  return Value::make_map({{"path", Value::string(source.path)},
                          {"format", Value::string(source.format)},
                          {"title", Value::string(source.title)},
                          {"words_kept", count_value(source.words.kept)},
                          {"words_dropped", count_value(source.words.dropped)},
                          {"metadata", std::move(facts)},
                          {"inferences", std::move(inferences)},
                          {"dropped", std::move(dropped)}});
}

std::string severity_name(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Note:
      return "note";
  }
  return "";
}

Value diagnostic_value(const Diagnostic& diagnostic) {
  Value value = Value::make_map({{"severity", Value::string(severity_name(diagnostic.severity))},
                                 {"code", Value::string(diagnostic.code)},
                                 {"file", Value::string(diagnostic.file)}});
  for (auto& entry : range_value(diagnostic.range).map) value.map.push_back(std::move(entry));
  value.set("message", Value::string(diagnostic.message));
  value.set("help", Value::string(diagnostic.help));
  return value;
}

Value diagnostic_list(const Diagnostics& diagnostics) {
  Value list = Value::make_list();
  for (const Diagnostic& one : diagnostics.items()) list.list.push_back(diagnostic_value(one));
  return list;
}

Value shops_value(const std::vector<Shop>& shops) {
  Value names = Value::make_list();
  for (const Shop shop : shops) names.list.push_back(Value::string(std::string(name_of(shop))));
  return names;
}

Value output_value(const WrittenOutput& output) {
  Value value = Value::make_map({{"path", Value::string(output.path)},
                                 {"bytes", count_value(output.byte_count)},
                                 {"unchanged", Value::boolean(output.is_unchanged)}});
  if (output.page_count > 0) value.set("pages", count_value(output.page_count));
  if (output.sheet_count > 0) value.set("sheets", count_value(output.sheet_count));
  if (output.shops) value.set("fits", shops_value(*output.shops));
  return value;
}

}  // namespace

Value diagnostics_value(const Diagnostics& diagnostics) {
  return Value::make_map({{"diagnostics", diagnostic_list(diagnostics)}});
}

Value report_value(const Compilation& compilation, const Diagnostics& diagnostics,
                   const std::vector<WrittenOutput>& outputs) {
  Value sources = Value::make_list();
  for (const SourceReport& source : compilation.sources) {
    sources.list.push_back(source_value(source));
  }
  Value written = Value::make_list();
  for (const WrittenOutput& output : outputs) written.list.push_back(output_value(output));
  Value timings = Value::make_map();
  for (const Timing& timing : compilation.timings) {
    timings.set(timing.phase, Value::integer(timing.wall.count()));
  }
  Value report = Value::make_map({{"title", Value::string(compilation.anthology.metadata.title)},
                                  {"sources", std::move(sources)},
                                  {"diagnostics", diagnostic_list(diagnostics)},
                                  {"outputs", std::move(written)},
                                  {"microseconds", std::move(timings)}});
  if (compilation.budget) report.set("packet", budget_value(*compilation.budget));
  return report;
}

Value budget_value(const PageBudget& budget) {
  Value parts = Value::make_list();
  for (const BudgetLine& line : budget.lines) {
    parts.list.push_back(Value::make_map({{"source", Value::string(line.source)},
                                          {"title", Value::string(line.title)},
                                          {"first", Value::string(line.folio)},
                                          {"pages", count_value(line.page_count)},
                                          {"note_pages", count_value(line.note_page_count)},
                                          {"last_lines", Value::integer(line.last_lines)},
                                          {"pages_to_save", count_value(line.pages_to_save)}}));
  }
  return Value::make_map({{"pages", count_value(budget.page_count)},
                          {"blank_pages", count_value(budget.blank_count)},
                          {"sheets", count_value(budget.sheet_count)},
                          {"lines_a_page", Value::integer(budget.lines_a_page)},
                          {"parts", std::move(parts)}});
}

}  // namespace garland
