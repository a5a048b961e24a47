#include <algorithm>
#include <cmath>
#include <utility>

#include "base/unicode.h"
#include "base/uri.h"
#include "book/addresses.h"
#include "book/captions.h"
#include "book/data_address.h"
#include "epub/tree_writer_element.h"

namespace garland {
namespace {

bool is_picture_or_space(const Inline& node) {
  if (node.as<Image>() != nullptr || node.as<SoftBreak>() != nullptr) return true;
  const auto* text = node.as<Text>();
  return text != nullptr && trim(text->text).empty();
}

std::string css_pixels(int pixels, double screen_scale) {
  return std::to_string(std::max(1L, std::lround(pixels / screen_scale)));
}

// Whether the picture could be higher than a screen, where nothing says how wide it is to be.
bool may_be_too_high(const Picture& picture, const Image& image) {
  constexpr double kHighest = 480;  // CSS pixels that every screen has
  return image.width.empty() && picture.height_px >= picture.width_px &&
         picture.height_px / picture.screen_scale > kHighest;
}

// A paragraph that holds pictures and nothing else: inside a figure it needs no element.
const Paragraph* as_picture_paragraph(const Block& block) {
  const auto* paragraph = block.as<Paragraph>();
  const bool holds_pictures_only =
      paragraph != nullptr && !paragraph->inlines.empty() &&
      std::all_of(paragraph->inlines.begin(), paragraph->inlines.end(), is_picture_or_space);
  return holds_pictures_only ? paragraph : nullptr;
}

}  // namespace

void TreeWriter::write(const Image& node, const Inline& outer) {
  page_marks_.find_due();
  page_marks_.pass(node.alternative);
  const Picture* picture = plan_.anthology->find_picture(node.picture);
  if (picture == nullptr) {
    Element element(*this, "span", outer.attributes, "missing-picture");
    write_missing_picture(node);
    return;
  }
  const std::string alternative = description_of(node, caption_);
  facts_.has_pictures = true;
  facts_.has_pictures_without_alternative |= alternative.empty();
  Element element(*this, "img", outer.attributes, may_be_too_high(*picture, node) ? "tall" : "");
  element.attribute("src", page_.root() + std::string(kPictureFolder) + picture->file_name);
  element.attribute("alt", alternative);
  if (!node.width.empty()) element.attribute("style", "width: " + node.width);
  if (!node.title.empty()) element.attribute("title", node.title);
  if (picture->width_px > 0 && picture->height_px > 0) {
    element.attribute("width", css_pixels(picture->width_px, picture->screen_scale));
    element.attribute("height", css_pixels(picture->height_px, picture->screen_scale));
  }
}

// Says what the picture shows, unless its caption does, and where it is to be found.
void TreeWriter::write_missing_picture(const Image& image) {
  const Words& words = plan_.anthology->words;
  const std::string alternative = collapse_spaces(image.alternative);
  xml_.text("[" + std::string(words["picture-missing"]));
  const bool is_said_below = alternative == caption_;
  if (!alternative.empty() && !is_said_below) xml_.text(": " + alternative);
  const bool is_elsewhere = !image.target.empty() && !is_data_address(image.target);
  if (is_elsewhere) {
    xml_.text(alternative.ends_with('.') && !is_said_below ? " " : ". ");
    xml_.text(std::string(words["picture-at"]) + " ");
    const std::string address = is_in_link_ ? std::string() : safe_address(image.target);
    if (address.empty()) {
      xml_.text(image.target);
    } else {
      page_.link(ascii_address(address), readable_address(image.target));
    }
  }
  xml_.text("]");
}

void TreeWriter::write(const Figure& node, const Block& outer) {
  {
    const Element element(*this, "figure", outer.attributes);
    xml_.line_end();
    const std::string outer_caption = std::exchange(caption_, caption_words(node.caption));
    for (const Block& block : node.blocks) {
      const Paragraph* pictures = as_picture_paragraph(block);
      if (pictures == nullptr) {
        write_block(block);
      } else {
        write_wrapped("div", "picture", pictures->inlines, block.attributes);
        xml_.line_end();
      }
    }
    caption_ = outer_caption;
    if (!node.caption.empty() || !node.credit.empty()) {
      page_.open("figcaption");
      write_blocks(node.caption);
      if (!node.credit.empty()) write_wrapped("p", "credit", node.credit, {});
      page_.close();
      xml_.line_end();
    }
  }
  xml_.line_end();
}

}  // namespace garland
