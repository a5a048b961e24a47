#include "book/attributions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/unicode.h"
#include "book/addresses.h"
#include "book/data_address.h"
#include "book/licences.h"
#include "book/picture_files.h"
#include "book/source_line.h"
#include "document/walk.h"
#include "document/web_address.h"

namespace garland {
namespace {

constexpr std::size_t kLongestTitle = 80;  // code points of a caption that names its picture

bool is_absent(std::string_view text) { return trim(text).empty(); }

// Sentences one after another, each with its stop.
class Sentences {
 public:
  Sentences& add(Inlines inlines) {
    std::string words = plain_text(inlines);
    if (is_absent(words)) return *this;
    if (!inlines_.empty()) inlines_.push_back({Text{" "}, {}, {}});
    std::move(inlines.begin(), inlines.end(), std::back_inserter(inlines_));
    const bool has_stop = words.ends_with('.') || words.ends_with('!') || words.ends_with('?');
    if (!has_stop) inlines_.push_back({Text{"."}, {}, {}});
    return *this;
  }
  Sentences& add(std::string_view text) {
    return is_absent(text) ? *this : add(make_text(collapse_spaces(text)));
  }
  Inlines take() { return std::move(inlines_); }

 private:
  Inlines inlines_;
};

void append(Inlines& list, Inlines more) {
  std::move(more.begin(), more.end(), std::back_inserter(list));
}

// The address, followed where it is safe; `words` are what is printed.
Inlines linked(const std::string& words, const std::string& address) {
  std::string safe = safe_address(address);
  if (safe.empty()) return make_text(words);
  Inline link;
  link.content = Link{{LinkTarget::Kind::External, std::move(safe), "", ""}, "", make_text(words)};
  return {std::move(link)};
}

// What belongs to one place only goes: identifiers, marks of notes, links, pictures.
Inlines words_only(const Inlines& inlines) {
  Inlines words;
  for (const Inline& node : inlines) {
    if (node.as<NoteReference>() != nullptr || node.as<Image>() != nullptr) continue;
    if (const auto* link = node.as<Link>()) {
      append(words, words_only(link->inlines));
      continue;
    }
    words.push_back(node);
    words.back().attributes.id.clear();
    if (Inlines* children = children_of(words.back())) *children = words_only(*children);
  }
  return words;
}

// "Originally published in *Waves*, 12 March 2025", as far as it is known. The address follows in
// a sentence of its own.
Inlines publication(const Metadata& metadata, const Words& words) {
  const SourceLine source = source_line(metadata, words);
  if (!source.is_publication) {
    if (source.date.empty()) return {};
    return make_text(fmt::format("{} {}", words["first-published"], source.date));
  }
  Inlines line = make_text(source.lead + " ");
  line.push_back({Emphasis{make_text(source.place)}, {}, {}});
  if (!source.date.empty()) append(line, make_text(", " + source.date));
  return line;
}

// "Source: https://… (accessed 12 March 2025)".
Inlines source(const Metadata& metadata, const Words& words) {
  std::string address = metadata.url.value;
  if (is_absent(address) && !is_absent(metadata.doi.value)) {
    const std::string& doi = metadata.doi.value;
    address = address_kind(doi) == AddressKind::Web ? doi : "https://doi.org/" + doi;
  }
  if (is_absent(address)) return {};
  Inlines line = make_text(fmt::format("{}: ", words["source"]));
  append(line, linked(address, address));
  const std::string date = words.date(metadata.accessed.value);
  if (!date.empty()) append(line, make_text(fmt::format(" ({} {})", words["accessed"], date)));
  return line;
}

Inlines licence(const Metadata& metadata, const Words& words) {
  if (is_absent(metadata.license.value)) return {};
  const Licence known = licence_from(metadata.license.value);
  Inlines line = make_text(fmt::format("{}: ", words["licence"]));
  append(line, linked(known.name, known.address));
  return line;
}

Attribution of_work(const Work& work, const Words& words) {
  const Metadata& metadata = work.document.metadata;
  Attribution attribution;
  attribution.work = work.id;
  attribution.title = words_only(metadata.title.value);
  attribution.text = Sentences()
                         .add(byline(metadata, words))
                         .add(publication(metadata, words))
                         .add(source(metadata, words))
                         .add(metadata.rights.value)
                         .add(licence(metadata, words))
                         .add(metadata.permission.value)
                         .take();
  return attribution;
}

const Image* image_of(const Figure& figure) {
  const Image* found = nullptr;
  query(figure.blocks, [&found](const Inline& node) {
    if (found == nullptr) found = node.as<Image>();
  });
  return found;
}

// At most so many characters as name a picture, without the stop at the end.
std::string shortened(const std::string& title) {
  std::size_t offset = 0;
  for (std::size_t count = 0; offset < title.size() && count < kLongestTitle; ++count) {
    next_code_point(title, offset);
  }
  if (offset < title.size()) return std::string(trim(title.substr(0, offset))) + "…";
  return title.ends_with('.') ? title.substr(0, title.size() - 1) : title;
}

// "Picture: “The harbour at low water”": the caption's first words or the alternative text, else
// the file's name, else the fixed word alone.
Inlines picture_title(const Figure& figure, const Image& image, const Words& words) {
  std::string caption;
  for (const Block& block : figure.caption) {
    const Paragraph* paragraph = block.as<Paragraph>();
    if (paragraph != nullptr && caption.empty()) {
      caption = collapse_spaces(plain_text(paragraph->inlines));
    }
  }
  if (caption.empty()) caption = collapse_spaces(image.alternative);
  std::string file;
  if (!is_data_address(image.target)) {
    file = collapse_spaces(image.target.substr(image.target.rfind('/') + 1));
  }
  const std::string word(words["picture"]);
  if (caption.empty()) return make_text(file.empty() ? word : word + ": " + shortened(file));
  Inlines title = make_text(word + ": ");
  title.push_back({Quotation{make_text(shortened(caption))}, {}, {}});
  return title;
}

Attribution of_picture(const Work& work, const Figure& figure, const Image& image,
                       const Words& words) {
  Attribution attribution;
  attribution.work = work.id;
  attribution.is_picture = true;
  attribution.title = picture_title(figure, image, words);
  Sentences text;
  text.add(words_only(figure.credit));
  if (is_remote(image.target)) {
    Inlines line = make_text(fmt::format("{}: ", words["source"]));
    append(line, linked(image.target, image.target));
    text.add(std::move(line));
  }
  attribution.text = text.take();
  return attribution;
}

class AttributionMaker {
 public:
  explicit AttributionMaker(const Words& words) : words_(words) {}

  void add(const Work& work) {
    attributions_.push_back(of_work(work, words_));
    query(work.document, [&](const Block& block) {
      const Figure* figure = block.as<Figure>();
      const Image* image = figure == nullptr ? nullptr : image_of(*figure);
      if (image != nullptr) add_picture(work, *figure, *image);
    });
  }

  std::vector<Attribution> take() { return std::move(attributions_); }

 private:
  // A picture that several works show with one credit is named once, and for no work.
  void add_picture(const Work& work, const Figure& figure, const Image& image) {
    Attribution attribution = of_picture(work, figure, image, words_);
    if (attribution.text.empty()) return;
    const std::string& name = image.picture.empty() ? image.target : image.picture;
    const auto [known, is_new] =
        pictures_.emplace(std::pair(name, plain_text(attribution.text)), attributions_.size());
    if (is_new) {
      attributions_.push_back(std::move(attribution));
    } else if (attributions_[known->second].work != work.id) {
      attributions_[known->second].work.clear();
    }
  }

  const Words& words_;
  std::vector<Attribution> attributions_;
  std::map<std::pair<std::string, std::string>, std::size_t> pictures_;
};

}  // namespace

std::vector<Attribution> make_attributions(const Anthology& anthology) {
  AttributionMaker maker(anthology.words);
  for (const Work* work : anthology.works()) maker.add(*work);
  return maker.take();
}

void report_missing_attribution(const Work& work, Diagnostics& diagnostics) {
  const Metadata& metadata = work.document.metadata;
  std::vector<std::string_view> missing;
  std::vector<std::string_view> keys;
  const auto note = [&](bool is_missing, std::string_view what, std::string_view key) {
    if (!is_missing) return;
    missing.push_back(what);
    keys.push_back(key);
  };
  note(metadata.contributors.value.empty(), "no author", "`author:`");
  note(metadata.date.value == Date(), "no date", "`date:`");
  note(is_absent(metadata.url.value) && is_absent(metadata.doi.value) &&
           is_absent(metadata.publication.value),
       "no source", "`url:` or `publication:`");
  if (missing.empty()) return;
  diagnostics.warning("missing-attribution", {},
                      fmt::format("this article has {}", fmt::join(missing, ", ")),
                      fmt::format("add {} to the file's front matter or to its entry under "
                                  "`contents:` in anthology.yaml",
                                  fmt::join(keys, ", ")));
}

}  // namespace garland
