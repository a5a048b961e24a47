#include "readers/html/redirects.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <utility>

#include "base/contains.h"
#include "base/unicode.h"
#include "base/uri.h"

namespace garland::html {
namespace {

// What the last part of a redirect's path is called, without ".php" and the like.
constexpr auto kPathNames = std::to_array<std::string_view>(
    {"away", "click", "exit", "external", "go", "goto", "jump", "l", "leave", "link", "linkfilter",
     "linkout", "out", "outbound", "redir", "redirect", "redirector", "rd", "url"});
// What its host is called, where it has no path.
constexpr auto kHostNames =
    std::to_array<std::string_view>({"anon", "away", "click", "exit", "go", "href", "l", "leave",
                                     "link", "links", "out", "outgoing", "redirect", "url"});
constexpr auto kParameters = std::to_array<std::string_view>(
    {"adurl", "dest", "destination", "href", "link", "out", "q", "redirect", "redirect_url", "r",
     "site", "target", "to", "u", "uri", "url", "z"});

bool is_web_address(std::string_view address) {
  const AddressParts parts = split_address(address);
  return (parts.scheme == "http" || parts.scheme == "https") &&
         parts.authority.find('.') != std::string_view::npos;
}

bool is_redirect(const AddressParts& parts) {
  std::string_view path = parts.rest.substr(0, parts.rest.find('?'));
  while (path.ends_with('/')) path.remove_suffix(1);
  if (path.empty()) {
    const std::string host = to_lower(parts.authority);
    const bool is_named = contains(kHostNames, std::string_view(host).substr(0, host.find('.')));
    return is_named || host.find("safelinks.") != std::string::npos;
  }
  const std::string name = to_lower(path.substr(path.rfind('/') + 1));
  return contains(kPathNames, std::string_view(name).substr(0, name.find('.')));
}

struct Unwrapping {
  std::size_t count = 0;
  std::set<std::string, std::less<>> hosts;
  SourceRange first;
};

void unwrap(Markup& node, Unwrapping& done) {
  if (node.is("a") && node.attribute("href").find("http", 1) != std::string_view::npos) {
    std::string address = address_behind(node.attribute("href"));
    if (!address.empty()) {
      if (done.count++ == 0) done.first = node.range;
      done.hosts.emplace(split_address(node.attribute("href")).authority);
      node.set_attribute("href", std::move(address));
    }
  }
  for (Markup& child : node.children) unwrap(child, done);
}

}  // namespace

std::string address_behind(std::string_view address) {
  const std::string whole = address.starts_with("//") ? "https:" + std::string(address) : "";
  const AddressParts parts = split_address(whole.empty() ? trim(address) : whole);
  const bool is_page = parts.scheme == "http" || parts.scheme == "https" || parts.scheme.empty();
  const std::size_t mark = parts.rest.find('?');
  if (!is_page || mark == std::string_view::npos || !is_redirect(parts)) return {};
  std::string_view query = parts.rest.substr(mark + 1);
  if (is_web_address(query)) return std::string(query);
  query = query.substr(0, query.find('#'));
  while (!query.empty()) {
    const std::string_view field = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(field.size() + 1, query.size()));
    const std::size_t sign = field.find('=');
    if (sign == std::string_view::npos || !contains(kParameters, field.substr(0, sign))) continue;
    std::string carried = percent_decoded(field.substr(sign + 1));
    if (is_web_address(carried) && is_valid_utf8(carried)) return carried;
  }
  return {};
}

void unwrap_redirects(Markup& page, std::vector<Inference>& inferences) {
  constexpr std::size_t kMostNamed = 3;
  Unwrapping done;
  unwrap(page, done);
  if (done.count == 0) return;
  std::string hosts;
  std::size_t named = 0;
  for (const std::string& host : done.hosts) {
    if (++named > kMostNamed) break;
    if (!hosts.empty()) hosts += ", ";
    hosts += host.empty() ? "the site itself" : host;
  }
  inferences.push_back(
      {done.first, "links",
       fmt::format("{} led through a redirect ({}), and lead to the addresses that "
                   "it carried",
                   done.count, hosts)});
}

}  // namespace garland::html
