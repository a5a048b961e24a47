// Language tags as fonts know them.
#pragma once

#include <string>
#include <string_view>

namespace garland {

// What fonts distinguish of a language tag: "zh-hant-hk" of "zh-Hant-HK", "en" of "en-GB-x-mine".
// HarfBuzz keeps every tag that it meets, and a plan for each in every face, and searches them one
// by one; there are as many of these as languages.
std::string shaping_language(std::string_view tag);

}  // namespace garland
