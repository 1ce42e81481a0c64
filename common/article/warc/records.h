// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "common/article/file/input.h"
#include "common/text/published.h"

namespace newsline::web {

/// What a record of a web archive says of itself.
struct RecordHead {
  std::uint64_t offset = 0;  ///< of its first byte, in the archive without its compression
  std::string type;          ///< WARC-Type, in lower case; `response` for an ARC's
  std::string uri;           ///< target; without the angle brackets that some crawlers write
  std::string content_type;
  std::optional<Published> captured;
  std::uint64_t block_bytes = 0;
};

/// Bytes of an archive that are no record, or one that is damaged.
struct RecordFault {
  std::uint64_t offset = 0;
  std::string reason;  ///< the end of a sentence
};

/// The records of a WARC 1.0 or 1.1 (ISO 28500) or an ARC 1 or 2, one after the other. What is damaged is
/// told once, with its place, and passed over up to the next record that can be read: where compressed data
/// is broken, up to the next member of the gz data. A record whose length is wrong is told by what stands
/// behind it. Memory: the longest record of at most kMaxPageBytes; larger ones are passed over unread.
class Records {
 public:
  explicit Records(Input input) : input_(std::move(input)) {}

  /// The next record, a fault, or nothing at the end. Throws UnreadableFile, and what is
  /// not about the data.
  [[nodiscard]] std::optional<std::variant<RecordHead, RecordFault>> next();

  /// The block of the record that next() gave last, until its next call; empty where it is too large.
  [[nodiscard]] std::string_view block() const noexcept { return block_; }

  [[nodiscard]] Input& input() noexcept { return input_; }

 private:
  using Found = std::variant<RecordHead, RecordFault>;

  std::optional<Found> next_record();
  RecordFault fault(std::uint64_t offset, std::string reason);
  Found take_block(RecordHead head);
  std::variant<RecordHead, RecordFault> warc_head(std::uint64_t offset);

  Input input_;
  std::string block_;
  bool is_arc_ = false;
  bool is_arc_2_ = false;
  bool at_end_ = false;
};

/// Whether a file that starts so, or has this name, is a web archive.
[[nodiscard]] bool is_web_archive(std::string_view start, std::string_view path);

}  // namespace newsline::web
