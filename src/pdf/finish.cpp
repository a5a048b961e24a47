// libqpdf's headers ask which of its old pointer types a program still uses: none.
#define POINTERHOLDER_TRANSITION 4

#include "pdf/finish.h"

#include <fmt/format.h>

#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace garland {
namespace {

Error failure(std::string_view why) {
  return {fmt::format("libqpdf cannot finish the PDF: {}", why), "", {}};
}

}  // namespace

Result<std::string> finish_pdf(std::string_view file) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("packet", file.data(), file.size());
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    // PDF/A-2, 6.1.7.1: a line end stands before endstream.
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    if (pdf.anyWarnings()) return failure(pdf.getWarnings().front().what());
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  } catch (const std::exception& problem) {
    return failure(problem.what());
  }
}

}  // namespace garland
