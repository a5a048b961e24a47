// The row filters of PNG (ISO/IEC 15948, clause 9), which PDF calls predictors.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace garland {

// Each row of 8-bit samples with its filter's number before it; each row by the filter that leaves
// the smallest sum of differences (12.8). Requires whole rows.
std::string predict_rows(const std::vector<std::uint8_t>& samples, int width_px, int channels);

}  // namespace garland
