#include "pdf/finish.h"

#include <fmt/format.h>
// The C interface: the C++ headers do not compile with every compiler as C++20.
#include <qpdf/qpdf-c.h>

namespace garland {
namespace {

Error failure(std::string_view why) {
  return {fmt::format("libqpdf cannot finish the PDF: {}", why), "", {}};
}

// libqpdf's handle of one file, and what it complained of first.
class Finisher {
 public:
  Finisher() {
    qpdf_silence_errors(data_);
    qpdf_set_suppress_warnings(data_, QPDF_TRUE);
  }
  ~Finisher() { qpdf_cleanup(&data_); }
  Finisher(const Finisher&) = delete;
  Finisher& operator=(const Finisher&) = delete;

  // libqpdf's "data" for all calls.
  qpdf_data data() const { return data_; }

  // Empty where all went well; a warning means that the file was repaired, and is a failure too.
  std::string complaint() const {
    qpdf_error error = nullptr;
    if (qpdf_has_error(data_) == QPDF_TRUE) {
      error = qpdf_get_error(data_);
    } else if (qpdf_more_warnings(data_) == QPDF_TRUE) {
      error = qpdf_next_warning(data_);
    }
    return error == nullptr ? "" : qpdf_get_error_full_text(data_, error);
  }

 private:
  qpdf_data data_ = qpdf_init();
};

}  // namespace

Result<std::string> finish_pdf(std::string_view file) {
  const Finisher finisher;
  const qpdf_data data = finisher.data();
  qpdf_read_memory(data, "packet", file.data(), file.size(), nullptr);
  if (const std::string why = finisher.complaint(); !why.empty()) return failure(why);
  qpdf_init_write_memory(data);
  qpdf_set_object_stream_mode(data, qpdf_o_generate);
  qpdf_set_deterministic_ID(data, QPDF_TRUE);
  // PDF/A-2, 6.1.7.1: a line end stands before endstream.
  qpdf_set_newline_before_endstream(data, QPDF_TRUE);
  qpdf_write(data);
  if (const std::string why = finisher.complaint(); !why.empty()) return failure(why);
  const unsigned char* bytes = qpdf_get_buffer(data);
  return std::string(reinterpret_cast<const char*>(bytes), qpdf_get_buffer_length(data));
}

}  // namespace garland
