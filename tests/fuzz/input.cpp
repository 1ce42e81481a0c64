// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file: line by line and whole it says the same, or is refused; and whatever reader takes it,
// gives sound articles or rejections.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include "common/article/formats.h"
#include "common/error.h"
#include "tests/article/soundness.h"
#include "tests/fuzz/target.h"

namespace {

using namespace newsline;
using newsline::fuzz::hold;

constexpr std::size_t kMostBytes = 1u << 20;  // of what is decompressed
constexpr std::size_t kLineBytes = 100;
constexpr int kMostRecords = 200;

/// A file that every input is written into. It stays open, and is not emptied first: some file systems wait
/// for the disk where a file that was emptied is closed.
class OneFile {
 public:
  OneFile() : path_((std::filesystem::temp_directory_path() / "newsline-fuzz-XXXXXX").string()) {
    file_ = mkstemp(path_.data());
    hold(file_ >= 0, "a temporary file can be made");
  }
  ~OneFile() {
    close(file_);
    std::filesystem::remove(path_);
  }
  OneFile(const OneFile&) = delete;
  OneFile& operator=(const OneFile&) = delete;

  const std::string& with(const std::uint8_t* bytes, std::size_t size) {
    const ssize_t written = pwrite(file_, bytes, size, 0);
    hold(written == static_cast<ssize_t>(size) && ftruncate(file_, written) == 0, "the file can be written");
    return path_;
  }

 private:
  std::string path_;
  int file_ = -1;
};

/// Bytes of the file as rest() gives them; nothing where they cannot be read or are too many.
std::optional<std::string> whole(const std::string& path) {
  try {
    Input input(path);
    const std::string start(input.peek(10));
    auto rest = input.rest(kMostBytes);
    hold(!rest || rest->substr(0, 10) == start, "peek takes nothing away");
    return rest;
  } catch (const Error& error) {
    hold(error.kind() == ErrorKind::data && *error.what() != '\0', "what cannot be read is an error of data");
    return std::nullopt;
  }
}

void check_lines(const std::string& path, std::string_view text) {
  Input input(path);
  while (const auto line = input.next_line(kLineBytes)) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view expected = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (expected.ends_with('\r')) expected.remove_suffix(1);
    hold(line->truncated == (expected.size() > kLineBytes), "a line over the limit is truncated");
    hold(line->text == expected.substr(0, kLineBytes), "lines are those of the whole");
  }
  hold(text.empty(), "lines leave nothing over");
}

void check_readings(const std::string& path) {
  const auto opened = open_reader({path, "agency"});
  if (const auto* const rejection = std::get_if<Rejection>(&opened)) {
    hold(!rejection->reason.empty(), "a refused file has a reason");
    return;
  }
  Reader& reader = *std::get<std::unique_ptr<Reader>>(opened);
  for (int count = 0; count < kMostRecords; ++count) {
    const auto reading = reader.next();
    if (!reading) return;
    const std::string broken = test::broken_promise(*reading);
    hold(broken.empty(), broken.c_str());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static OneFile file;
  const std::string& path = file.with(bytes, size);
  if (const auto text = whole(path)) check_lines(path, *text);
  check_readings(path);
  return 0;
}
