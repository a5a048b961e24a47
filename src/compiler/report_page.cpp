#include "compiler/report_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "compiler/report_packet.h"
#include "compiler/report_section.h"
#include "document/metadata_text.h"

namespace garland {

using namespace report;

namespace {

class ReportWriter {
 public:
  ReportWriter(const Compilation& compilation, const Diagnostics& diagnostics,
               std::string_view sources_address)
      : compilation_(compilation), sources_address_(sources_address) {
    std::map<std::string_view, std::size_t> places;
    messages_.resize(compilation.sources.size());
    for (std::size_t i = 0; i < messages_.size(); ++i) {
      places.emplace(compilation.sources[i].path, i);
    }
    for (const Diagnostic& one : diagnostics.items()) {
      const auto place = places.find(one.file);
      (place == places.end() ? others_ : messages_[place->second]).push_back(&one);
    }
  }

  std::string write() {
    page_.doctype();
    page_.line_end();
    page_.open("html",
               {{"xmlns", "http://www.w3.org/1999/xhtml"}, {"lang", "en"}, {"xml:lang", "en"}});
    write_head();
    page_.open("body");
    page_.line_end();
    page_.element("a", {{"class", "skip"}, {"href", "#sources"}}, "To the sources");
    write_header();
    page_.open("main", {{"id", "sources"}});
    page_.line_end();
    write_overview();
    if (compilation_.budget) write_packet(page_, *compilation_.budget);
    for (std::size_t i = 0; i < compilation_.sources.size(); ++i) {
      write_section(page_, {compilation_.sources[i], i + 1, messages_[i], sources_address_});
    }
    write_others();
    page_.close();
    page_.close();
    page_.close();
    return page_.take();
  }

 private:
  std::string title() const { return shown(compilation_.anthology.metadata.title); }

  void write_head() {
    page_.open("head");
    write_meta({{"charset", "utf-8"}});
    write_meta({{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    write_meta({{"name", "robots"}, {"content", "noindex"}});
    write_meta({{"name", "referrer"}, {"content", "no-referrer"}});
    // Should a source's words ever come to mean something, they still do nothing.
    write_meta({{"http-equiv", "Content-Security-Policy"},
                {"content", "default-src 'none'; style-src 'unsafe-inline'"}});
    page_.line_end();
    page_.element("title", {}, "Build report: " + title());
    page_.line_end();
    page_.element("style", {}, report_style());
    page_.close();
    page_.line_end();
  }

  void write_meta(PageWriter::Attributes attributes) {
    page_.line_end();
    page_.open("meta", attributes);
    page_.close();
  }

  WordCounts all_words() const {
    WordCounts all;
    for (const SourceReport& source : compilation_.sources) {
      all.kept += source.words.kept;
      all.dropped += source.words.dropped;
    }
    return all;
  }

  void write_header() {
    page_.open("header");
    page_.line_end();
    page_.element("h1", {{"dir", "auto"}}, title());
    const WordCounts words = all_words();
    page_.element(
        "p", {},
        fmt::format("Build report: {}; {} in the books, {} left out{}.",
                    counted(compilation_.sources.size(), "source"), counted(words.kept, "word"),
                    grouped(words.dropped), share_in_words(words)));
    for (const Output& output : compilation_.outputs) {
      if (!output.shops) continue;
      page_.element("p", {}, fmt::format("The e-book fits {}.", in_words(*output.shops)));
    }
    page_.close();
    page_.line_end();
  }

  void write_overview() {
    page_.open("div", {{"class", "wide"},
                       {"role", "region"},
                       {"tabindex", "0"},
                       {"aria-label", "Overview of the sources"}});
    page_.open("table");
    page_.open("thead");
    page_.open("tr");
    page_.element("th", {{"scope", "col"}}, "Source");
    for (const char* head : {"Words kept", "Left out", "Inferred", "Warnings"}) {
      page_.element("th", {{"scope", "col"}, {"class", "number"}}, head);
    }
    page_.close();
    page_.close();
    page_.line_end();
    page_.open("tbody");
    for (std::size_t i = 0; i < compilation_.sources.size(); ++i) write_overview_row(i);
    page_.close();
    page_.close();
    page_.close();
    page_.line_end();
  }

  void write_overview_row(std::size_t index) {
    const SourceReport& source = compilation_.sources[index];
    const auto warnings =
        std::count_if(messages_[index].begin(), messages_[index].end(),
                      [](const Diagnostic* one) { return one->severity != Severity::Note; });
    page_.open("tr");
    page_.open("th", {{"scope", "row"}});
    page_.element("a", {{"href", fmt::format("#s{}", index + 1)}, {"dir", "auto"}},
                  shown(source.title.empty() ? source.path : source.title));
    page_.element("span", {{"class", "path"}}, shown(source.path));
    page_.close();
    for (const std::string& cell :
         {grouped(source.words.kept), grouped(source.words.dropped) + share_in_words(source.words),
          grouped(source.inferences.size()), grouped(static_cast<std::size_t>(warnings))}) {
      page_.element("td", {{"class", "number"}}, cell);
    }
    page_.close();
    page_.line_end();
  }

  // Messages about the description, the style, files that could not be read.
  void write_others() {
    if (others_.empty()) return;
    page_.open("section", {{"id", "book"}});
    page_.element("h2", {}, "Messages about the book");
    page_.open("ul", {{"class", "plain"}});
    for (const Diagnostic* message : others_) {
      write_message(page_, *message, [&] {
        const SourceRange place =
            SourceRange::at(message->range.begin_line, message->range.begin_column);
        if (!message->file.empty()) page_.text(", " + shown(message->file));
        if (place.is_known()) page_.text(", " + lines_in_words(place));
      });
    }
    page_.close();
    page_.close();
    page_.line_end();
  }

  const Compilation& compilation_;
  std::string_view sources_address_;
  std::vector<std::vector<const Diagnostic*>> messages_;  // of each source
  std::vector<const Diagnostic*> others_;
  PageWriter page_;
};

}  // namespace

std::string report_page(const Compilation& compilation, const Diagnostics& diagnostics,
                        std::string_view sources_address) {
  return ReportWriter(compilation, diagnostics, sources_address).write();
}

}  // namespace garland
