#include "book/licences.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/contains.h"
#include "base/unicode.h"
#include "book/addresses.h"

namespace garland {
namespace {

constexpr std::array<std::string_view, 6> kCodes = {"by",    "by-sa",    "by-nd",
                                                    "by-nc", "by-nc-sa", "by-nc-nd"};
constexpr std::array<std::string_view, 5> kVersions = {"1.0", "2.0", "2.5", "3.0", "4.0"};

std::optional<Licence> creative_commons(std::string_view code, std::string_view version) {
  if (!contains(kCodes, code) || !contains(kVersions, version)) return std::nullopt;
  return Licence{fmt::format("CC {} {}", to_upper(code), version),
                 fmt::format("https://creativecommons.org/licenses/{}/{}/", code, version)};
}

Licence zero() { return {"CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"}; }

// "CC BY-SA 3.0", "cc-by-sa-3.0".
std::optional<Licence> from_short_name(std::string_view written) {
  std::string name = to_lower(written);
  std::replace(name.begin(), name.end(), ' ', '-');
  if (name == "cc0" || name == "cc0-1.0" || name == "cc-zero") return zero();
  if (!name.starts_with("cc-")) return std::nullopt;
  const std::size_t dash = name.rfind('-');
  return dash < 3 ? std::nullopt
                  : creative_commons(name.substr(3, dash - 3), name.substr(dash + 1));
}

// "https://creativecommons.org/licenses/by-sa/3.0/deed.de".
std::optional<Licence> from_address(std::string_view address) {
  const std::size_t site = address.find("creativecommons.org/");
  if (site == std::string_view::npos) return std::nullopt;
  if (address.find("/publicdomain/zero/") != std::string_view::npos) return zero();
  constexpr std::string_view kFolder = "/licenses/";
  const std::size_t folder = address.find(kFolder, site);
  if (folder == std::string_view::npos) return std::nullopt;
  const std::string_view rest = address.substr(folder + kFolder.size());
  const std::size_t slash = rest.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::string_view version = rest.substr(slash + 1);
  return creative_commons(rest.substr(0, slash), version.substr(0, version.find('/')));
}

}  // namespace

Licence licence_from(std::string_view written) {
  const std::string text = collapse_spaces(written);
  if (auto licence = from_short_name(text)) return *licence;
  const std::string address = safe_address(text);
  if (address.empty()) return {text, ""};
  if (auto licence = from_address(address)) return *licence;
  return {text, address};
}

}  // namespace garland
