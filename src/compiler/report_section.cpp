// What the report page says of one source.
#include "compiler/report_section.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>

#include "base/uri.h"
#include "document/metadata_text.h"

namespace garland::report {
namespace {

// What every report tells of a source, in this order, with the word for it; further facts follow.
constexpr auto kFactLabels = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"title", "Title"},
    {"subtitle", "Subtitle"},
    {"contributors", "By"},
    {"date", "Date"},
    {"publication", "Published in"},
    {"url", "Address"},
    {"language", "Language"},
    {"doi", "DOI"},
    {"accessed", "Accessed"},
    {"rights", "Rights"},
    {"license", "Licence"},
    {"permission", "Permission"},
    {"description", "Description"},
    {"subjects", "Subjects"},
    {"image", "Picture"},
    {"image-caption", "Its caption"},
    {"image-alternative", "Its alternative"},
});
// Those whose absence is told too.
constexpr std::array<std::string_view, 5> kExpectedFacts = {"title", "contributors", "date", "url",
                                                            "language"};

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// The section of one source.
class SourceSection {
 public:
  SourceSection(PageWriter& page, const SectionContent& content)
      : page_(page),
        source_(content.source),
        number_(content.number),
        messages_(content.messages),
        sources_address_(content.sources_address) {}

  void write() {
    find_shown_lines();
    page_.open("section", {{"id", fmt::format("s{}", number_)}});
    page_.line_end();
    page_.element("h2", {{"dir", "auto"}}, fmt::format("{}. {}", number_, shown(title())));
    write_path();
    write_facts();
    write_dropped();
    write_inferences();
    write_messages();
    write_lines();
    page_.close();
    page_.line_end();
  }

 private:
  std::string title() const { return source_.title.empty() ? source_.path : source_.title; }
  std::string line_id(std::uint32_t line) const { return fmt::format("s{}-l{}", number_, line); }
  // The source's language, for its own words.
  std::string_view language() const { return source_.language; }

  void find_shown_lines() {
    for (const auto& [line, text] : source_.lines) shown_.insert(line);
    for (const auto& run : source_.dropped) {
      if (!run.has_lines()) continue;
      for (std::uint32_t line = run.range.begin_line; line <= run.range.end_line; ++line) {
        shown_.insert(line);
        in_dropped_.insert(line);
      }
    }
  }

  void write_path() {
    page_.open("p", {{"class", "path"}});
    if (sources_address_.empty()) {
      page_.text(shown(source_.path));
    } else {
      const std::string address =
          fmt::format("{}/{}", encode_path(sources_address_), encode_path(source_.path));
      page_.element("a", {{"href", address}}, shown(source_.path));
    }
    page_.text(fmt::format(", read as {}", source_.format));
    page_.close();
    page_.line_end();
  }

  // "lines 3–5", with a link where the first of them stands on the page.
  void write_place(SourceRange range) {
    const std::string words = lines_in_words(range);
    if (shown_.count(range.begin_line) == 0) return page_.text(words);
    page_.element("a", {{"href", "#" + line_id(range.begin_line)}}, words);
  }

  void write_facts() {
    page_.open("dl");
    for (const auto& [name, label] : kFactLabels) {
      const auto fact = std::find_if(source_.facts.begin(), source_.facts.end(),
                                     [&n = name](const auto& one) { return one.name == n; });
      if (fact != source_.facts.end()) {
        write_fact(label, *fact);
      } else if (std::count(kExpectedFacts.begin(), kExpectedFacts.end(), name) != 0) {
        page_.element("dt", {}, label);
        page_.element("dd", {{"class", "lost"}}, "not known");
      }
      page_.line_end();
    }
    page_.close();
    page_.line_end();
  }

  void write_fact(std::string_view label, const SourceReport::Fact& fact) {
    page_.element("dt", {}, label);
    page_.open("dd");
    page_.element("span", {{"dir", "auto"}, {"lang", fact.name == "title" ? language() : ""}},
                  shown(fact.value));
    page_.open("span", {{"class", "origin"}});
    page_.text(shown(origin_in_words(fact)));
    if (!fact.overruled.empty()) page_.text(shown("; overrules " + fact.overruled));
    page_.close();
    page_.close();
  }

  void write_dropped() {
    if (source_.dropped.empty()) {
      page_.element("h3", {}, "Left out");
      page_.element(
          "p", {},
          fmt::format("Nothing: all {} are in the books.", counted(source_.words.kept, "word")));
      page_.line_end();
      return;
    }
    page_.element("h3", {},
                  fmt::format("Left out: {} of {}{}", grouped(source_.words.dropped),
                              counted(source_.words.kept + source_.words.dropped, "word"),
                              share_in_words(source_.words)));
    page_.line_end();
    for (const auto& run : source_.dropped) write_run(run);
  }

  void write_run(const SourceReport::DroppedRun& run) {
    page_.open("div", {{"class", "dropped"}});
    page_.open("p");
    if (run.range.is_known()) {
      write_place(run.range);
      page_.text(": ");
    }
    page_.text(shown(run.reason));
    page_.element("span", {{"class", "sum"}},
                  fmt::format(" ({})", counted(count_words(run.text), "word")));
    page_.close();
    if (run.has_lines()) {
      page_.open("ol", {{"class", "lines"}, {"lang", language()}});
      std::uint32_t line = run.range.begin_line;
      for (const std::string& text : lines_of(run.text)) write_line(line++, text);
      page_.close();
    } else {
      page_.element("div", {{"class", "text"}, {"dir", "auto"}, {"lang", language()}},
                    shown_lines(run.text));
    }
    page_.close();
    page_.line_end();
  }

  static std::string shown_lines(std::string_view text) {
    std::string all;
    for (const std::string& line : lines_of(text)) all += (all.empty() ? "" : "\n") + shown(line);
    return all;
  }

  void write_line(std::uint32_t number, std::string_view text) {
    // Two runs may share a line; an id stands once.
    const bool is_first = written_.insert(number).second;
    page_.open("li", {{"id", is_first ? line_id(number) : ""}});
    page_.element("span", {{"class", "no"}}, std::to_string(number));
    page_.element("span", {{"dir", "auto"}}, shown(text));
    page_.close();
    page_.line_end();
  }

  void write_inferences() {
    if (source_.inferences.empty()) return;
    page_.element("h3", {}, fmt::format("Inferences: {}", grouped(source_.inferences.size())));
    page_.open("ul", {{"class", "plain"}});
    for (const Inference& inference : source_.inferences) {
      page_.open("li");
      page_.element("span", {{"class", "what"}}, shown(inference.what));
      if (inference.range.is_known()) {
        page_.text(", ");
        write_place(inference.range);
      }
      page_.text(": " + shown(inference.why));
      page_.close();
      page_.line_end();
    }
    page_.close();
    page_.line_end();
  }

  void write_messages() {
    if (messages_.empty()) return;
    page_.element("h3", {}, "Messages");
    page_.open("ul", {{"class", "plain"}});
    for (const Diagnostic* message : messages_) {
      write_message(page_, *message, [&] {
        if (!message->range.is_known()) return;
        page_.text(", ");
        write_place(SourceRange::at(message->range.begin_line, message->range.begin_column));
      });
    }
    page_.close();
    page_.line_end();
  }

  void write_lines() {
    std::vector<std::pair<std::uint32_t, std::string_view>> lines;
    for (const auto& [line, text] : source_.lines) {
      if (in_dropped_.count(line) == 0) lines.emplace_back(line, text);
    }
    if (lines.empty()) return;
    page_.element("h3", {}, "The lines spoken of");
    page_.open("ol", {{"class", "lines listing"}, {"lang", language()}});
    page_.line_end();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i > 0 && lines[i].first != lines[i - 1].first + 1) write_gap();
      write_line(lines[i].first, lines[i].second);
    }
    page_.close();
    page_.line_end();
  }

  void write_gap() {
    page_.element("li", {{"class", "gap"}, {"aria-hidden", "true"}}, " ");
    page_.line_end();
  }

  PageWriter& page_;
  const SourceReport& source_;
  std::size_t number_;
  const std::vector<const Diagnostic*>& messages_;
  std::string_view sources_address_;
  std::set<std::uint32_t> shown_;       // lines that have a place on the page
  std::set<std::uint32_t> in_dropped_;  // those of them in what was left out
  std::set<std::uint32_t> written_;
};

}  // namespace

void write_section(PageWriter& page, const SectionContent& content) {
  SourceSection(page, content).write();
}

}  // namespace garland::report
