#include "epub/accessibility.h"

namespace garland {
namespace {

// What the writer keeps to by itself, as far as every picture is described and every formula is one
// (4.2 and 4.4 there).
constexpr const char* kConformance = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA";

std::string summary(const PageFacts& facts, const Words& words) {
  std::string text(words["accessible-text"]);
  if (facts.has_pictures_without_alternative) {
    text += " " + std::string(words["pictures-not-described"]);
  } else if (facts.has_pictures) {
    text += " " + std::string(words["pictures-described"]);
  }
  return text;
}

}  // namespace

std::vector<AccessibilityStatement> accessibility_statements(const PageFacts& facts,
                                                             const Words& words) {
  const bool all_is_text = !facts.has_pictures_without_alternative;
  std::vector<AccessibilityStatement> statements;
  if (all_is_text && !facts.has_raw_tex) {
    statements.push_back({"dcterms:conformsTo", kConformance});
  }
  statements.push_back({"schema:accessMode", "textual"});
  if (facts.has_pictures) statements.push_back({"schema:accessMode", "visual"});
  if (facts.has_pictures) statements.push_back({"schema:accessModeSufficient", "textual,visual"});
  if (all_is_text) statements.push_back({"schema:accessModeSufficient", "textual"});
  for (const char* feature : {"structuralNavigation", "tableOfContents", "readingOrder",
                              "displayTransformability", "ARIA"}) {
    statements.push_back({"schema:accessibilityFeature", feature});
  }
  if (facts.has_pictures && all_is_text) {
    statements.push_back({"schema:accessibilityFeature", "alternativeText"});
  }
  if (facts.has_mathml) statements.push_back({"schema:accessibilityFeature", "MathML"});
  if (facts.has_page_marks) {
    statements.push_back({"schema:accessibilityFeature", "pageBreakMarkers"});
    statements.push_back({"schema:accessibilityFeature", "pageNavigation"});
  }
  // Nothing moves or sounds: of an animation the books show one picture.
  statements.push_back({"schema:accessibilityHazard", "none"});
  statements.push_back({"schema:accessibilitySummary", summary(facts, words)});
  return statements;
}

}  // namespace garland
