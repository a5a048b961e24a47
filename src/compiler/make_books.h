// The books of an anthology: their covers, the two writers, and what each finds.
#pragma once

#include <optional>
#include <vector>

#include "compiler/compiler.h"
#include "fonts/fonts.h"
#include "pdf/pdf.h"
#include "style/theme.h"

namespace garland {

// What both writers need.
struct Workshop {
  const CompileOptions& options;
  const Anthology& anthology;
  const Theme& theme;
  FontLibrary& fonts;
  const std::vector<Attachment>& attachments;  // of the packet
  unsigned jobs;                               // threads for one book
};

struct Books {
  std::vector<Output> outputs;
  std::optional<PageBudget> budget;  // of the packet
};

// The packet is laid out first, for the e-book says where its pages begin; then both are written at
// once: they share nothing but what they read, and the threads, so that no more run than are
// wanted.
Books make_books(const Workshop& shop, Diagnostics& diagnostics);

}  // namespace garland
