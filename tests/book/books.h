// Small books for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "book/assemble.h"
#include "support/tree.h"

namespace garland::test {

// Documents by path, put together as the compiler would.
class SmallBook {
 public:
  MemoryFolder folder;
  BookOptions options{"my-reader", "", 0};
  Diagnostics diagnostics;

  Document& add(std::string path, Blocks blocks = {}) {
    folder.add(path, "text");
    Document document;
    document.path = std::move(path);
    document.blocks = std::move(blocks);
    documents_.push_back(std::move(document));
    return documents_.back();
  }

  Anthology build(const std::string& yaml = "") {
    const Description description = read_description(yaml, diagnostics);
    const std::vector<ChosenSource> sources = choose_sources(description, folder, diagnostics);
    std::vector<Document> documents;
    for (const ChosenSource& source : sources) {
      for (const Document& document : documents_) {
        if (document.path == source.entry.file) documents.push_back(document);
      }
    }
    return assemble(description, sources, std::move(documents), folder, options, diagnostics);
  }

  // The diagnostics of that code.
  std::vector<Diagnostic> reports(const std::string& code) const {
    std::vector<Diagnostic> found;
    for (const Diagnostic& item : diagnostics.items()) {
      if (item.code == code) found.push_back(item);
    }
    return found;
  }

 private:
  std::vector<Document> documents_;
};

inline void set_title(Document& document, const std::string& title) {
  document.metadata.title.value = make_text(title);
  document.metadata.title.origin = Origin::FrontMatter;
}

}  // namespace garland::test
