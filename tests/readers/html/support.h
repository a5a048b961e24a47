// Small pages for tests of the HTML reader, and what of them was kept and left out.
#pragma once

#include <string>
#include <string_view>

#include "readers/reading.h"

namespace garland::test {

// Two paragraphs that are surely an article's.
inline const std::string kProse =
    "<p>The tide came in before noon, and with it the boats that had waited outside the bar since "
    "the night. Nobody on the quay had expected them so early in the year.</p>"
    "<p>By evening the harbour was full, the nets hung over the railings, and the price of salt "
    "had "
    "doubled twice over. It would not fall again until the autumn.</p>";

inline std::string page(std::string_view body, std::string_view head = "") {
  return "<!DOCTYPE html><html><head>" + std::string(head) + "</head><body>" + std::string(body) +
         "</body></html>";
}

struct Parted {
  Document document;
  std::string kept;      // dump of the blocks and notes that stay
  std::string left_out;  // "words (reason)", a line each
};

inline Parted part(std::string_view html) {
  Parted parted;
  parted.document = read_as_html(html).document;
  Document kept = parted.document;
  std::erase_if(kept.blocks, [&parted](const Block& block) {
    const auto* dropped = block.as<Dropped>();
    if (dropped != nullptr) parted.left_out += dropped->text + " (" + dropped->reason + ")\n";
    return dropped != nullptr;
  });
  parted.kept = body_of(kept);
  return parted;
}

inline bool has(std::string_view text, std::string_view words) {
  return text.find(words) != std::string_view::npos;
}

}  // namespace garland::test
