// The written file as other programs see it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/page.h"
#include "pdf/attachments.h"
#include "pictures/picture.h"

namespace garland::test {

// The file's bytes; fails the test when it cannot be written.
std::string write(const Packet& packet, const std::vector<Picture>& pictures = {},
                  const std::vector<Attachment>& attachments = {}, const PrintSettings& print = {});
// The same, printed so.
std::string write_printed(const Packet& packet, const std::vector<Picture>& pictures,
                          const PrintSettings& print);

// Checks the file by qpdf, and by every judge that is installed: qpdf, the PDF/UA and PDF/A rules.
void check_syntax(const std::string& pdf);
// `level` is the level of PDF/A that it should keep to, beside PDF/UA-1.
void check_file(const std::string& pdf, const std::string& level = "2a");
// The same for a file without tags: PDF/A-2b.
void check_untagged_file(const std::string& pdf);

// These give nothing, with a message, when the tool is not installed, and check that it was
// content. By poppler: the text in reading order; the structure tree with its text.
std::optional<std::string> text_of(const std::string& pdf);
std::optional<std::string> structure_of(const std::string& pdf);

// By qpdf: all objects in plain text, strings normalised.
std::optional<std::string> objects_of(const std::string& pdf);

bool contains(const std::string& text, const std::string& part);

}  // namespace garland::test
