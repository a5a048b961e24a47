#include "readers/html/own_links.h"

#include <algorithm>
#include <vector>

namespace garland::html {
namespace {

constexpr std::size_t kMostAddresses = 8;

// Up to white space or the comment's end.
std::string_view address_at(std::string_view text) {
  text = text.substr(0, text.find("-->"));
  const std::size_t end = std::min(text.find_first_of(" \n\t\r"), text.size());
  const std::string_view address = text.substr(0, end);
  const bool is_web = address.starts_with("http://") || address.starts_with("https://");
  return is_web ? address : std::string_view();
}

void shorten(Markup& node, const std::vector<std::string_view>& own) {
  const std::string_view address = node.is("a") ? node.attribute("href") : std::string_view();
  const std::size_t hash = address.find('#');
  const bool leads_into_page =
      hash != std::string_view::npos && hash > 0 &&
      std::find(own.begin(), own.end(), address.substr(0, hash)) != own.end();
  if (leads_into_page) node.set_attribute("href", std::string(address.substr(hash)));
  for (Markup& child : node.children) shorten(child, own);
}

}  // namespace

std::string_view saved_address(std::string_view html) {
  const std::string_view head = html.substr(0, 2048);
  constexpr std::string_view kBrowser = "saved from url=(";
  if (const std::size_t at = head.find(kBrowser); at != std::string_view::npos) {
    const std::string_view rest = head.substr(at + kBrowser.size());
    const std::size_t close = rest.find(')');
    return close == std::string_view::npos ? std::string_view()
                                           : address_at(rest.substr(close + 1));
  }
  const std::size_t program = head.find("saved with SingleFile");
  if (program == std::string_view::npos) return {};
  constexpr std::string_view kField = "url: ";
  const std::size_t at = head.find(kField, program);
  return at == std::string_view::npos ? std::string_view()
                                      : address_at(head.substr(at + kField.size()));
}

void shorten_own_links(Markup& page, const Claims& claims) {
  std::vector<std::string_view> own;
  for (const Claim* claim : claims.all(Field::Url)) {
    const std::string_view address = claim->values.front();
    if (own.size() < kMostAddresses) own.push_back(address.substr(0, address.find('#')));
  }
  if (!own.empty()) shorten(page, own);
}

}  // namespace garland::html
