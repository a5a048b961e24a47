#include "book/links.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "base/files.h"
#include "base/parallel.h"
#include "base/unicode.h"
#include "base/uri.h"
#include "book/addresses.h"
#include "book/link_index.h"
#include "document/walk.h"

namespace garland {
namespace {

constexpr std::size_t kMostReported = 20;  // broken links of one work

class LinkResolver {
 public:
  LinkResolver(std::size_t self, const std::vector<Work*>& works, const WorkIndex& index,
               AnchorIndexes& anchors, Diagnostics& diagnostics)
      : self_(self), works_(works), index_(index), anchors_(anchors), diagnostics_(diagnostics) {}

  void run() {
    walk(works_[self_]->document, [this](Inline& node) {
      Link* link = node.as<Link>();
      if (link != nullptr && link->target.kind == LinkTarget::Kind::Unresolved) {
        resolve(link->target, node.range);
      }
    });
    if (broken_count_ <= kMostReported) return;
    diagnostics_.warning(
        "broken-link", {},
        fmt::format("{} more links of this article lead nowhere", broken_count_ - kMostReported),
        "");
  }

 private:
  const Work& self() const { return *works_[self_]; }

  void resolve(LinkTarget& target, SourceRange range) {
    const std::string url(trim(target.url));
    if (url.starts_with('#')) return resolve_fragment(target, self_, url.substr(1), range);
    if (!scheme_of(url).empty()) return resolve_address(target, url, range);
    if (!url.starts_with("//") && resolve_path_of(target, url, range)) return;
    // What the book does not have, the site may that the article comes from.
    std::string address;
    // A saved page names its neighbours there; other sources name files of their folder.
    const bool may_be_of_site = url.starts_with('/') || self().document.format == "html";
    if (may_be_of_site) address = absolute_address(self().document.metadata.url.value, url);
    if (url.starts_with("www.")) address = safe_address("https://" + url);
    if (!address.empty()) return set_external(target, std::move(address));
    set_broken(target, range, fmt::format("the link to “{}” leads to nothing in this book", url),
               "correct the path, or write the whole address with https://");
  }

  void resolve_address(LinkTarget& target, const std::string& url, SourceRange range) {
    std::string address = safe_address(url);
    if (!address.empty()) return set_external(target, std::move(address));
    set_broken(target, range, fmt::format("the link to “{}” cannot be followed from a book", url),
               "use an address that begins with https:// or mailto:");
  }

  // "other.md#section". Gives false when no work of the book stands there. A "#" may belong to the
  // file's name, so each of them is tried as the fragment's beginning, the first one first.
  bool resolve_path_of(LinkTarget& target, const std::string& url, SourceRange range) {
    constexpr int kMostHashes = 4;
    std::size_t hash = url.find('#');
    for (int i = 0; i < kMostHashes; ++i) {
      const std::string fragment = hash == std::string::npos ? "" : url.substr(hash + 1);
      for (const std::string& path : resolve_paths(self().document.path, url.substr(0, hash))) {
        const auto work = index_.find(path);
        if (work) return resolve_fragment(target, *work, fragment, range), true;
      }
      if (hash == std::string::npos) break;
      hash = url.find('#', hash + 1);
    }
    return false;
  }

  void resolve_fragment(LinkTarget& target, std::size_t work, const std::string& fragment,
                        SourceRange range) {
    const std::string name = percent_decoded(fragment);
    if (name.empty() || name == "top") return set_internal(target, work, "");
    if (auto anchor = anchors_.of(work).find(name)) return set_internal(target, work, *anchor);
    if (work == self_) {
      return set_broken(target, range, fmt::format("this article has no section “#{}”", name),
                        "correct the name after “#”");
    }
    set_internal(target, work, "");
    report(range,
           fmt::format("“{}” has no section “#{}”; the link leads to its beginning",
                       works_[work]->document.path, name),
           "correct the name after “#”");
  }

  void set_internal(LinkTarget& target, std::size_t work, std::string anchor) const {
    target.kind = LinkTarget::Kind::Internal;
    target.work = works_[work]->id;
    target.anchor = std::move(anchor);
  }

  static void set_external(LinkTarget& target, std::string address) {
    target.kind = LinkTarget::Kind::External;
    target.url = std::move(address);
  }

  void set_broken(LinkTarget& target, SourceRange range, std::string message, std::string help) {
    target.kind = LinkTarget::Kind::Broken;
    report(range, std::move(message), std::move(help));
  }

  void report(SourceRange range, std::string message, std::string help) {
    if (broken_count_++ < kMostReported) {
      diagnostics_.warning("broken-link", range, std::move(message), std::move(help));
    }
  }

  std::size_t self_;
  const std::vector<Work*>& works_;
  const WorkIndex& index_;
  AnchorIndexes& anchors_;
  Diagnostics& diagnostics_;
  std::size_t broken_count_ = 0;
};

}  // namespace

void resolve_links(const std::vector<Work*>& works, unsigned jobs, Diagnostics& diagnostics) {
  const WorkIndex index(works);
  AnchorIndexes anchors(works);
  std::vector<Diagnostics> reports;
  for (const Work* work : works) reports.emplace_back(work->document.path, "");
  parallel_for(works.size(), jobs,
               [&](std::size_t i) { LinkResolver(i, works, index, anchors, reports[i]).run(); });
  for (const Diagnostics& report : reports) diagnostics.append(report);
}

}  // namespace garland
