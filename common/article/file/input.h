// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/file/byte_source.h"
#include "common/article/file/unpacking_limit.h"
#include "common/text/charset/recognition.h"

namespace newsline {

/// The bytes of a file or of a member of a container, decompressed on the way where they are gz, zst, xz, bz2
/// or lz4 (told by content, not by name; one within the other up to kMostNested), and in UTF-8 where they are
/// UTF-16 (utf16_order()). Not read whole: memory is bounded by what a call asks for. One object a thread.
/// Every function throws UnreadableFile where the system does not let the file be read, and Error{data} where
/// the bytes cannot be decompressed, or unpack to more than UnpackingLimit allows.
class Input {
 public:
  /// A file on disk.
  explicit Input(std::string path);
  /// Bytes that lie within another input, which must outlive this one; `path` is for messages. Throws also
  /// where it lies too deep.
  Input(std::string path, std::unique_ptr<ByteSource> bytes, Input& outer);
  ~Input();
  Input(Input&&) noexcept;
  Input& operator=(Input&&) noexcept;

  [[nodiscard]] const std::string& path() const;

  /// Up to `bytes` bytes from here on, without moving on; fewer only near the end, or before what cannot be
  /// read.
  [[nodiscard]] std::string_view peek(std::size_t bytes);

  /// A line, and whether it is the whole of it.
  struct Line {
    std::string_view text;   ///< without LF or CRLF; lives until the next call
    bool truncated = false;  ///< longer than the limit: the rest was skipped up to its end
  };
  /// The next line of at most `limit_bytes`; nothing at the end. A last line without LF counts.
  [[nodiscard]] std::optional<Line> next_line(std::size_t limit_bytes);

  /// All that is left, at most `limit_bytes`; nothing if there is more.
  [[nodiscard]] std::optional<std::string> rest(std::size_t limit_bytes);

  /// Moves on by up to `bytes` bytes; by how many.
  std::uint64_t skip(std::uint64_t bytes);

  /// Some of the bytes from here on, and moves on behind them; they live until the next call. Empty at the
  /// end.
  [[nodiscard]] std::string_view next_block();

  /// How many bytes, as they are read here, lie before this place.
  [[nodiscard]] std::uint64_t offset() const;

  /// After an error in gz data: moves on to the next of its members that can be read (GzipBytes::resume()).
  [[nodiscard]] bool resume();

  /// Whether these are the bytes of the file path(), as they lie on disk.
  [[nodiscard]] bool is_plain_file() const;

  /// What was undone, `gz` and the like, from the outside to the inside.
  [[nodiscard]] const std::vector<std::string_view>& compressions() const;

  /// Where the bytes read so far were UTF-16 and are handed out in UTF-8: which, and what said so.
  [[nodiscard]] std::optional<CharsetFinding> charset() const;

  [[nodiscard]] UnpackingLimit& limit();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsline
