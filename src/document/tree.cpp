#include "document/document.h"

namespace garland {

InlineContent::InlineContent() = default;
InlineContent::InlineContent(const InlineContent& other) = default;
InlineContent::InlineContent(InlineContent&& other) noexcept = default;
InlineContent& InlineContent::operator=(const InlineContent& other) = default;
InlineContent& InlineContent::operator=(InlineContent&& other) noexcept = default;
InlineContent::~InlineContent() = default;

BlockContent::BlockContent() = default;
BlockContent::BlockContent(const BlockContent& other) = default;
BlockContent::BlockContent(BlockContent&& other) noexcept = default;
BlockContent& BlockContent::operator=(const BlockContent& other) = default;
BlockContent& BlockContent::operator=(BlockContent&& other) noexcept = default;
BlockContent::~BlockContent() = default;

}  // namespace garland
