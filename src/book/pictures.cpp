#include "book/pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/parallel.h"
#include "base/unicode.h"
#include "book/captions.h"
#include "book/data_address.h"
#include "book/picture_files.h"
#include "document/picture_name.h"
#include "document/walk.h"

namespace garland {
namespace {

constexpr std::uint64_t kLargestFile = 128 << 20;  // bytes: the largest picture, not packed
constexpr std::uint64_t kLargestSum = 1 << 30;     // bytes of all pictures of a book
constexpr std::size_t kLongestNamed = 80;          // bytes of a target in a message

constexpr std::size_t kMostHints = 100;

// A target in a message: data addresses are long.
std::string named(std::string_view target) {
  if (target.size() <= kLongestNamed) return std::string(target);
  return std::string(target.substr(0, character_begin(target, kLongestNamed))) + "…";
}

// One picture to load, once for all that show it.
struct Load {
  std::string_view key;  // a path of the folder, or a whole data address
  Result<Picture> picture = Error{};
};

// What a read error says of the file begins with its verb; here it gets its subject.
Error unreadable(std::string_view key, const Error& error) {
  return {fmt::format("the picture '{}' {}", key, error.message),
          "make it smaller in a picture editor, or put a whole picture file in its place",
          {}};
}

Result<Picture> load(std::string_view key, const Folder& folder, std::int64_t most_pixels) {
  if (is_data_address(key)) {
    const Result<std::string> bytes = decode_data_address(key);
    if (bytes) return load_picture(*bytes, "data:", most_pixels);
    return Error{"the picture 'data:' cannot be used: " + bytes.error().message, "", {}};
  }
  const Result<std::string> bytes = folder.read(key, kLargestFile);
  return bytes ? load_picture(*bytes, key, most_pixels)
               : Result<Picture>(unreadable(key, bytes.error()));
}

// Pictures of figures whose caption says something.
std::set<const Image*> captioned_pictures(const Document& document) {
  std::set<const Image*> pictures;
  query(document, [&pictures](const Block& node) {
    const auto* figure = node.as<Figure>();
    if (figure == nullptr || caption_words(figure->caption).empty()) return;
    query(figure->blocks, [&pictures](const Inline& part) {
      if (const auto* image = part.as<Image>()) pictures.insert(image);
    });
  });
  return pictures;
}

class Collector {
 public:
  Collector(const std::vector<Work*>& works, const Description& description, const Folder& folder,
            Diagnostics& diagnostics)
      : works_(works),
        description_(description),
        folder_(folder),
        files_(folder, description.assets),
        diagnostics_(diagnostics) {}

  BookPictures run(unsigned jobs) {
    find_all();
    load_all(jobs);
    assign_all();
    return take();
  }

 private:
  // What the target means: a key of a load, or nothing. A data address is its own key and stays
  // where it is, in the tree.
  std::string_view key_of(const std::string& target, const std::string& source_path) {
    if (is_data_address(target)) return target;
    return *paths_.insert(files_.find(target, source_path)).first;
  }

  void need(std::string_view key) {
    if (key.empty()) return;
    if (load_of_.emplace(key, loads_.size()).second) {
      loads_.emplace_back();
      loads_.back().key = key;
    }
  }

  // Decoding is the slow part, and no picture depends on another. By so many at a time, in the
  // book's order, that what is left out beyond the bound is the same with any number of threads.
  void load_all(unsigned jobs) {
    constexpr std::size_t kAtATime = 16;
    std::uint64_t byte_count = 0;
    for (std::size_t begin = 0; begin < loads_.size(); begin += kAtATime) {
      const std::size_t count = std::min(kAtATime, loads_.size() - begin);
      if (byte_count <= kLargestSum) {
        parallel_for(count, jobs, [this, begin](std::size_t i) {
          loads_[begin + i].picture =
              load(loads_[begin + i].key, folder_, description_.most_picture_pixels);
        });
      }
      for (std::size_t i = begin; i < begin + count; ++i)
        byte_count += count_or_leave_out(loads_[i], byte_count);
    }
  }

  // What the picture adds to the bytes before it. The one that goes beyond the bound counts and is
  // left out, so that all behind it, which need not be loaded, are left out too.
  static std::uint64_t count_or_leave_out(Load& load, std::uint64_t byte_count) {
    std::uint64_t size = 0;
    if (byte_count <= kLargestSum) {
      if (!load.picture.ok()) return 0;
      size = load.picture.value().bytes->size();
      if (byte_count + size <= kLargestSum) return size;
    }
    load.picture = Error{fmt::format("the book's pictures are larger than {} MB together; “{}” is "
                                     "left out",
                                     kLargestSum >> 20, named(load.key)),
                         "make the pictures smaller",
                         {}};
    return size;
  }

  void find_all() {
    for (const Work* work : works_) {
      query(work->document, [&](const Inline& node) {
        const Image* image = node.as<Image>();
        if (image != nullptr) need(key_of(image->target, work->document.path));
      });
    }
    if (!description_.cover.path.empty() && folder_.exists(description_.cover.path)) {
      need(description_.cover.path);
    }
  }

  void assign_all() {
    for (Work* work : works_) {
      Diagnostics reports(work->document.path, "");
      const std::set<const Image*> captioned = captioned_pictures(work->document);
      walk(work->document, [&](Inline& node) {
        Image* image = node.as<Image>();
        if (image == nullptr) return;
        assign(*image, work->document.path, node.range, reports);
        if (image->picture.empty()) return;
        std::string placeholder;
        if (is_placeholder(image->alternative, image->target)) {
          placeholder = std::exchange(image->alternative, {});
        }
        const bool is_described = captioned.contains(image) || !description_of(*image, "").empty();
        if (!is_described) report_undescribed(*image, placeholder, node.range, reports);
      });
      diagnostics_.append(reports);
    }
  }

  void assign(Image& image, const std::string& path, SourceRange range, Diagnostics& reports) {
    const std::string_view key = key_of(image.target, path);
    if (key.empty()) return report_missing(image.target, range, reports);
    const Load& load = loads_[load_of_.at(key)];
    if (!load.picture.ok()) {
      const Error& error = load.picture.error();
      reports.warning("broken-picture", range, error.message,
                      error.help.empty() ? "put a whole picture file in its place" : error.help);
      return;
    }
    const Picture& picture = load.picture.value();
    if (picture.repair) {
      reports.warning("repaired-picture", range, picture.repair->message, picture.repair->help);
    }
    image.picture = picture.id;
    Picture& kept = keep(picture);
    if (!is_data_address(key) || kept.range.is_known()) return;
    kept.path = path;
    kept.range = range;
  }

  void report_missing(const std::string& target, SourceRange range, Diagnostics& reports) {
    if (is_remote(target)) {
      reports.warning("remote-picture", range,
                      fmt::format("the picture {} is on the web and is not fetched", named(target)),
                      "put a file of that name into the folder, or name one under `assets:` in "
                      "anthology.yaml");
      return;
    }
    // A hint looks at every file, so a book that misses everything gets no more than some.
    std::string_view nearest;
    if (hint_count_++ < kMostHints) nearest = files_.nearest(target);
    reports.warning("missing-picture", range,
                    fmt::format("there is no picture “{}” in the folder", named(target)),
                    nearest.empty() ? "put it there, or correct the path"
                                    : fmt::format("did you mean “{}”?", nearest));
  }

  // `placeholder` stood in the place of its description.
  static void report_undescribed(const Image& image, const std::string& placeholder,
                                 SourceRange range, Diagnostics& reports) {
    std::string what = fmt::format("nothing says what the picture “{}” shows", named(image.target));
    if (!placeholder.empty()) what += fmt::format(": “{}” does not", named(placeholder));
    reports.warning("undescribed-picture", range, std::move(what),
                    "describe it for those who do not see it: ![the harbour at low water](…)");
  }

  // Works come in book order, so the path kept is that of the first that shows the picture.
  Picture& keep(const Picture& picture) { return kept_.emplace(picture.id, picture).first->second; }

  BookPictures take() {
    BookPictures result;
    result.cover = cover();
    for (auto& [id, picture] : kept_) result.pictures.push_back(std::move(picture));
    return result;
  }

  std::optional<std::string> cover() {
    if (description_.cover.path.empty()) return std::nullopt;
    const auto found = load_of_.find(std::string_view(description_.cover.path));
    Error error;
    if (found == load_of_.end()) {
      const std::string_view nearest = files_.nearest(description_.cover.path);
      error = {fmt::format("there is no picture “{}” for the cover", description_.cover.path),
               nearest.empty() ? "put it into the folder, or leave `cover:` out"
                               : fmt::format("did you mean “{}”?", nearest),
               {}};
    } else if (loads_[found->second].picture.ok()) {
      const Picture& picture = loads_[found->second].picture.value();
      keep(picture);
      return picture.id;
    } else {
      error = loads_[found->second].picture.error();
    }
    diagnostics_.add({Severity::Error, "broken-cover", std::string(kDescriptionFile),
                      description_.cover.range, error.message, error.help, ""});
    return std::nullopt;
  }

  const std::vector<Work*>& works_;
  const Description& description_;
  const Folder& folder_;
  PictureFiles files_;
  Diagnostics& diagnostics_;
  std::size_t hint_count_ = 0;
  std::vector<Load> loads_;
  std::set<std::string> paths_;                      // of the folder, for keys to point to
  std::map<std::string_view, std::size_t> load_of_;  // index into loads_ by key
  std::map<std::string, Picture> kept_;              // by id
};

// The first picture among the blocks that open a work, or null.
const Image* opening_picture(const Blocks& blocks) {
  constexpr std::size_t kOpening = 3;  // a heading or a byline may stand before it
  const Image* found = nullptr;
  const auto look = [&found](const Inline& node) {
    if (found == nullptr) found = node.as<Image>();
  };
  for (std::size_t i = 0; i < blocks.size() && i < kOpening; ++i) {
    if (const auto* figure = blocks[i].as<Figure>()) query(figure->blocks, look);
    if (const auto* paragraph = blocks[i].as<Paragraph>()) query(paragraph->inlines, look);
  }
  return found;
}

// `wanted`, numbered where the document has it already.
std::string unused_id(const Document& document, const std::string& wanted) {
  std::set<std::string> taken;
  query(document, Visitors{[&taken](const Block& node) { taken.insert(node.attributes.id); },
                           [&taken](const Inline& node) { taken.insert(node.attributes.id); }});
  for (const Note& note : document.notes) taken.insert(note.id);
  std::string id = wanted;
  for (int number = 2; taken.contains(id); ++number) id = fmt::format("{}-{}", wanted, number);
  return id;
}

}  // namespace

void place_hero_image(Work& work) {
  const Metadata& metadata = work.document.metadata;
  const std::string& target = metadata.hero_image.value;
  if (trim(target).empty()) return;
  const Image* opening = opening_picture(work.document.blocks);
  if (opening != nullptr && opening->target == target) return;
  const Inlines caption = make_text(metadata.hero_image_caption.value);
  Inline image;
  image.content = Image{target, "", "", metadata.hero_image_alternative.value, ""};
  image.range = metadata.hero_image.range;
  Block paragraph;
  paragraph.content = Paragraph{{std::move(image)}};
  Figure figure;
  figure.blocks.push_back(std::move(paragraph));
  if (!caption.empty()) {
    Block words;
    words.content = Paragraph{caption};
    figure.caption.push_back(std::move(words));
  }
  Block block;
  block.attributes.id = unused_id(work.document, "opening-picture");
  block.content = std::move(figure);
  block.range = metadata.hero_image.range;
  work.document.blocks.insert(work.document.blocks.begin(), std::move(block));
}

BookPictures collect_pictures(const std::vector<Work*>& works, const Description& description,
                              const Folder& folder, unsigned jobs, Diagnostics& diagnostics) {
  return Collector(works, description, folder, diagnostics).run(jobs);
}

}  // namespace garland
