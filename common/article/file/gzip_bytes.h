// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "common/article/file/byte_source.h"
#include "common/article/file/unpacking_limit.h"

namespace newsline {

/// What gz data hold: one member or many, one behind the other (RFC 1952), as web archives have them for each
/// record. Lengths and checksums are verified, and what follows the last member must be zeros. Errors say the
/// place of the damaged member in the gz data. Keeps up to 1 MiB of the member that is being read, to search
/// it.
class GzipBytes final : public ByteSource {
 public:
  GzipBytes(std::unique_ptr<ByteSource> compressed, std::string path, UnpackingLimit& limit);
  ~GzipBytes() override;

  [[nodiscard]] std::string_view next_block() override;

  /// After an error: goes on with the first whole start of a member behind the start of the damaged one.
  /// False if there is none, or if it was the limit that was exceeded.
  [[nodiscard]] bool resume();

 private:
  struct Inflating;

  bool refill();
  void begin_member();
  [[nodiscard]] bool has_member_start();
  [[noreturn]] void fail(const char* reason);

  std::unique_ptr<ByteSource> compressed_;
  std::string path_;
  UnpackingLimit& limit_;
  std::unique_ptr<Inflating> inflating_;
  std::string input_;           ///< compressed bytes from the start of the member on, or the last of them
  std::size_t next_ = 0;        ///< of what is not yet given to zlib
  std::uint64_t input_at_ = 0;  ///< offset of input_ in the gz data
  std::uint64_t member_at_ = 0;
  bool at_member_end_ = true;
  bool at_end_ = false;
  bool failed_ = false;
  std::string output_;
};

}  // namespace newsline
