// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace newsline {

/// The bytes of a file, decompressed on the way where it is gz, zst, xz or bz2 (told by content, not by name;
/// nested compression is undone twice at most), and in UTF-8 where they are UTF-16 (utf16_order()). Not read
/// whole: memory is bounded by what a call asks for. One object a thread. Every function throws Error{data}
/// when the file cannot be read or decompressed.
class Input {
 public:
  explicit Input(std::string path);
  ~Input();
  Input(Input&&) noexcept;
  Input& operator=(Input&&) noexcept;

  [[nodiscard]] const std::string& path() const;

  /// Up to `bytes` bytes from here on, without moving on; fewer only near the end.
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

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsline
