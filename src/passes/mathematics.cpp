#include "passes/mathematics.h"

#include <fmt/format.h>

#include "document/math.h"
#include "document/walk.h"

namespace garland {
namespace {

void check_formula(std::string_view tex, SourceRange range, Diagnostics& diagnostics) {
  const Result<MathNode> formula = parse_math(tex);
  if (formula) return;
  diagnostics.warning("unknown-mathematics", range,
                      fmt::format("a formula is printed as TeX: {}", formula.error().message),
                      "say it with other commands, or show it as a picture");
}

}  // namespace

void check_mathematics(Document& document, Diagnostics& diagnostics) {
  query(document, Visitors{[&](const Inline& node) {
                             const auto* math = node.as<Math>();
                             if (math != nullptr) check_formula(math->tex, node.range, diagnostics);
                           },
                           [&](const Block& node) {
                             const auto* math = node.as<MathBlock>();
                             if (math != nullptr) check_formula(math->tex, node.range, diagnostics);
                           }});
}

}  // namespace garland
