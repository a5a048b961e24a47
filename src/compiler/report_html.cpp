#include "compiler/report_html.h"

#include <fmt/format.h>

#include <array>

namespace garland::report {

// "12,345"
std::string grouped(std::size_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", grouped(count), noun, count == 1 ? "" : "s");
}

// A stranger's text as it may be shown: controls and signs that turn the direction of writing
// written out, tabs as spaces.
std::string shown(std::string_view text) {
  std::string without_tabs;
  for (const char c : text) {
    if (c == '\t') {
      without_tabs += "    ";
    } else {
      without_tabs += c;
    }
  }
  return printable(without_tabs);
}

void write_message(PageWriter& page, const Diagnostic& message,
                   const std::function<void()>& write_place) {
  constexpr std::array<std::string_view, 3> kNames = {"note", "warning", "error"};
  const std::string name(kNames[static_cast<std::size_t>(message.severity)]);
  page.open("li");
  page.element("span", {{"class", name}}, name);
  write_place();
  page.text(": " + shown(message.message));
  if (!message.help.empty()) page.text(" — " + shown(message.help));
  page.close();
  page.line_end();
}

}  // namespace garland::report
