#include "pdf/file_writer.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "pdf/predictor.h"

namespace garland {
namespace {

// Four bytes above 127 mark the file as binary (7.5.2).
constexpr std::string_view kHeader = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

// A reader that wants one object unpacks its whole stream.
constexpr std::uint16_t kObjectsPerStream = 200;

// Widths of a cross-reference row's fields in bytes: kind, place and index.
constexpr int kKindBytes = 1;
constexpr int kWhereBytes = 4;
constexpr int kIndexBytes = 2;
constexpr int kRowBytes = kKindBytes + kWhereBytes + kIndexBytes;

void append_big_endian(std::vector<std::uint8_t>& out, std::uint32_t value, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
    out.push_back(static_cast<std::uint8_t>(value >> shift));
  }
}

// PDF/A-2, 6.1.7.1: a line end stands before endstream.
std::string stream_value(std::string_view entries, std::string_view packed) {
  std::string out =
      fmt::format("<<{} /Filter /FlateDecode /Length {}>>\nstream\n", entries, packed.size());
  out += packed;
  return out += "\nendstream";
}

}  // namespace

FileWriter::FileWriter(ObjectId object_end) : file_(kHeader), places_(object_end) {}

void FileWriter::add(ObjectId object, std::string_view value) {
  const auto stream = static_cast<std::uint32_t>(places_.size());
  places_.at(object) = {Place::Kind::InStream, stream, value_count_};
  append_integer(numbers_and_offsets_, object);
  numbers_and_offsets_ += ' ';
  append_integer(numbers_and_offsets_, static_cast<std::int64_t>(values_.size()));
  numbers_and_offsets_ += ' ';
  values_ += value;
  values_ += '\n';
  if (++value_count_ == kObjectsPerStream) end_object_stream();
}

void FileWriter::add_stream(ObjectId object, std::string_view value) {
  places_.at(object) = {Place::Kind::InFile, static_cast<std::uint32_t>(file_.size()), 0};
  append_integer(file_, object);
  file_ += " 0 obj\n";
  file_ += value;
  file_ += "\nendobj\n";
}

void FileWriter::end_object_stream() {
  if (value_count_ == 0) return;
  const std::string entries =
      fmt::format("/Type /ObjStm /N {} /First {}", value_count_, numbers_and_offsets_.size());
  const std::string packed = deflater_.zlib(numbers_and_offsets_ + values_);
  places_.emplace_back();
  add_stream(static_cast<ObjectId>(places_.size() - 1), stream_value(entries, packed));
  numbers_and_offsets_.clear();
  values_.clear();
  value_count_ = 0;
}

std::string FileWriter::places_as_rows() const {
  std::vector<std::uint8_t> rows;
  rows.reserve(places_.size() * kRowBytes);
  for (const Place& place : places_) {
    append_big_endian(rows, static_cast<std::uint32_t>(place.kind), kKindBytes);
    append_big_endian(rows, place.where, kWhereBytes);
    append_big_endian(rows, place.index, kIndexBytes);
  }
  return predict_rows(rows, kRowBytes, 1);
}

std::string FileWriter::finish(ObjectId catalog, ObjectId information) {
  end_object_stream();
  const std::uint64_t hash = fnv1a(file_);
  const std::string identifier = hex(hash) + hex(fnv1a(kHeader, hash));
  const std::size_t start = file_.size();
  places_.push_back({Place::Kind::InFile, static_cast<std::uint32_t>(start), 0});
  const std::string entries = fmt::format(
      "/Type /XRef /Size {} /Root {} /Info {} /ID [<{}> <{}>] /W [{} {} {}] "
      "/DecodeParms << /Predictor 15 /Columns {} >>",
      places_.size(), reference(catalog), reference(information), identifier, identifier,
      kKindBytes, kWhereBytes, kIndexBytes, kRowBytes);
  const std::string packed = deflater_.zlib(places_as_rows());
  add_stream(static_cast<ObjectId>(places_.size() - 1), stream_value(entries, packed));
  file_ += fmt::format("startxref\n{}\n%%EOF\n", start);
  return std::move(file_);
}

}  // namespace garland
