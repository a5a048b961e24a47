#include "base/zip.h"

#include <zip.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

#include "base/deflate.h"

namespace garland {
namespace {

struct ZipCloser {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using ZipHandle = std::unique_ptr<zip_t, ZipCloser>;

// 1980-01-01, the first day that the format knows (APPNOTE 4.4.6), as DOS date and time.
constexpr std::uint16_t kDosDate = (0 << 9) | (1 << 5) | 1;
constexpr std::uint16_t kDosTime = 0;

Error zip_error(const char* what, const char* detail) {
  return {std::string(what) + ": " + detail, "", {}};
}

// A member's bytes, packed before libzip sees them, which takes them as they are where the packing
// is the one asked for: its own, by zlib, takes twice the time.
class PackedSource {
 public:
  PackedSource(std::string_view bytes, Deflater& deflater)
      : packed_(deflater.deflate(bytes)), size_(bytes.size()), crc_(crc32(bytes)) {}

  // Answers libzip (zip_source_function(3)). `self` is the source, freed when libzip is done.
  static zip_int64_t answer(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) {
    auto* source = static_cast<PackedSource*>(self);
    switch (command) {
      case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                              ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
                                              -1);
      case ZIP_SOURCE_OPEN:
        source->read_ = 0;
        return 0;
      case ZIP_SOURCE_READ:
        return source->read(static_cast<char*>(data), length);
      case ZIP_SOURCE_STAT:
        return source->describe(*static_cast<zip_stat_t*>(data));
      case ZIP_SOURCE_FREE:
        delete source;  // NOLINT(cppcoreguidelines-owning-memory): add_member gave it away
        return 0;
      default:
        return 0;
    }
  }

 private:
  zip_int64_t read(char* to, zip_uint64_t length) {
    const std::size_t size = packed_.copy(to, length, read_);
    read_ += size;
    return static_cast<zip_int64_t>(size);
  }

  zip_int64_t describe(zip_stat_t& stat) const {
    zip_stat_init(&stat);
    stat.size = size_;
    stat.comp_size = packed_.size();
    stat.comp_method = ZIP_CM_DEFLATE;
    stat.crc = crc_;
    stat.valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
    return sizeof(stat);
  }

  std::string packed_;
  zip_uint64_t size_;
  zip_uint32_t crc_;
  std::size_t read_ = 0;
};

zip_source_t* make_source(zip_t* archive, const ZipMember& member, Deflater& deflater) {
  if (member.compression == Compression::Stored) {
    return zip_source_buffer(archive, member.bytes.data(), member.bytes.size(), /*freep=*/0);
  }
  auto packed = std::make_unique<PackedSource>(member.bytes, deflater);
  zip_source_t* source = zip_source_function(archive, &PackedSource::answer, packed.get());
  if (source != nullptr) packed.release();  // NOLINT(bugprone-unused-return-value): libzip's now
  return source;
}

Status add_member(zip_t* archive, const ZipMember& member, Deflater& deflater) {
  zip_source_t* source = make_source(archive, member, deflater);
  if (source == nullptr) return zip_error("the container takes no more", zip_strerror(archive));
  const zip_int64_t index = zip_file_add(archive, member.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return zip_error("a member cannot be added to the container", zip_strerror(archive));
  }
  const auto at = static_cast<zip_uint64_t>(index);
  const zip_int32_t method =
      member.compression == Compression::Stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  const bool is_set = zip_set_file_compression(archive, at, method, /*flags: level*/ 0) == 0 &&
                      zip_file_set_dostime(archive, at, kDosTime, kDosDate, 0) == 0 &&
                      zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_DOS, 0) == 0;
  if (!is_set) return zip_error("a member's settings are refused", zip_strerror(archive));
  return Done{};
}

// The bytes that libzip wrote into a memory source.
Result<std::string> bytes_of(zip_source_t* source) {
  if (zip_source_open(source) != 0) return Error{"the container cannot be read back", "", {}};
  zip_source_seek(source, 0, SEEK_END);
  const zip_int64_t size = zip_source_tell(source);
  zip_source_seek(source, 0, SEEK_SET);
  std::string bytes(static_cast<std::size_t>(std::max<zip_int64_t>(size, 0)), '\0');
  const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (size <= 0 || got != size) return Error{"the container cannot be read back", "", {}};
  return bytes;
}

bool is_safe_name(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos) {
    return false;
  }
  std::size_t begin = 0;
  while (begin <= name.size()) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    if (name.substr(begin, end - begin) == "..") return false;
    begin = end + 1;
  }
  return true;
}

// `bytes` must outlive what is opened.
Result<ZipHandle> open_to_read(std::string_view bytes) {
  zip_error_t failure;
  zip_error_init(&failure);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &failure);
  if (source == nullptr) return zip_error("no container", zip_error_strerror(&failure));
  ZipHandle archive(zip_open_from_source(source, ZIP_RDONLY, &failure));
  if (archive) return archive;
  zip_source_free(source);
  return zip_error("this is no zip container", zip_error_strerror(&failure));
}

Result<ZipMember> read_member(zip_t* archive, zip_uint64_t index, std::uint64_t room) {
  zip_stat_t stat;
  if (zip_stat_index(archive, index, 0, &stat) != 0) {
    return zip_error("a member of the container cannot be read", zip_strerror(archive));
  }
  ZipMember member;
  member.name = stat.name;
  member.compression =
      stat.comp_method == ZIP_CM_STORE ? Compression::Stored : Compression::Deflated;
  if (!is_safe_name(member.name)) return Error{"a member's name leaves the container", "", {}};
  if (stat.size > room) return Error{"the container is larger than allowed", "", {}};
  member.bytes.resize(stat.size);
  zip_file_t* file = zip_fopen_index(archive, index, 0);
  if (file == nullptr) return zip_error("a member cannot be opened", zip_strerror(archive));
  const zip_int64_t got = zip_fread(file, member.bytes.data(), member.bytes.size());
  zip_fclose(file);
  if (got < 0 || static_cast<std::uint64_t>(got) != stat.size) {
    return Error{"a member of the container is damaged", "", {}};
  }
  return member;
}

}  // namespace

Result<std::string> write_zip(const std::vector<ZipMember>& members) {
  zip_error_t failure;
  zip_error_init(&failure);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &failure);
  if (target == nullptr) {
    return zip_error("no container can be made", zip_error_strerror(&failure));
  }
  zip_source_keep(target);  // survives zip_close, so that its bytes can be taken
  ZipHandle archive(zip_open_from_source(target, ZIP_TRUNCATE, &failure));
  if (!archive) {
    zip_source_free(target);
    zip_source_free(target);
    return zip_error("no container can be made", zip_error_strerror(&failure));
  }
  Deflater deflater(Packing::Quick);
  for (const ZipMember& member : members) {
    if (const Status added = add_member(archive.get(), member, deflater); !added) {
      zip_source_free(target);
      return added.error();
    }
  }
  if (zip_close(archive.get()) != 0) {
    const Error error = zip_error("the container cannot be written", zip_strerror(archive.get()));
    zip_source_free(target);
    return error;
  }
  archive.release();  // NOLINT(bugprone-unused-return-value): zip_close has freed it
  Result<std::string> bytes = bytes_of(target);
  zip_source_free(target);
  return bytes;
}

Result<std::vector<ZipEntry>> list_zip(std::string_view bytes) {
  const Result<ZipHandle> archive = open_to_read(bytes);
  if (!archive) return archive.error();
  std::vector<ZipEntry> entries;
  const zip_int64_t count = zip_get_num_entries(archive->get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    if (zip_stat_index(archive->get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0) {
      return zip_error("the container's directory cannot be read", zip_strerror(archive->get()));
    }
    entries.push_back({stat.name, stat.size});
  }
  return entries;
}

Result<std::vector<ZipMember>> read_zip(std::string_view bytes, std::uint64_t max_bytes) {
  const Result<ZipHandle> archive = open_to_read(bytes);
  if (!archive) return archive.error();
  std::vector<ZipMember> members;
  const zip_int64_t count = zip_get_num_entries(archive->get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    Result<ZipMember> member = read_member(archive->get(), static_cast<zip_uint64_t>(i), max_bytes);
    if (!member) return member.error();
    max_bytes -= member->bytes.size();
    members.push_back(std::move(*member));
  }
  return members;
}

}  // namespace garland
