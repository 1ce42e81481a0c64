// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/ledger/number_groups.h"

/// Numbers and keys as glass 1.4 has them (xapian-core, common/pack.h): append_x() writes them behind `out`,
/// the others read.
namespace newsline::glass {

/// How keys of the table of postings begin that are not of terms. Behind the first stands the number of a
/// slot, low byte first; behind the second that number packed, and the first document of a chunk; behind the
/// third the first document of a chunk that is not the first.
inline constexpr std::string_view kStatisticsKey("\0\xd0", 2);
inline constexpr std::string_view kValuesKey("\0\xd8", 2);
inline constexpr std::string_view kLengthsKey("\0\xe0", 2);

using newsline::append_number;  // our own values have numbers and texts as glass has them
using newsline::append_text;

/// So that the order of bytes is the order of numbers.
void append_sorted_number(std::string& out, std::uint32_t number);

/// The key of a term; what follows it must begin with something else than ff.
void append_term(std::string& out, std::string_view term);

/// Bytes that are read from front to back. What is read may be damaged, and may be exchanged for something
/// else while it is read: nothing beyond the end is looked at, and every function throws
/// Xapian::DatabaseCorruptError where it would have to.
class Bytes {
 public:
  Bytes() = default;
  explicit Bytes(std::string_view text)
      : at_(reinterpret_cast<const unsigned char*>(text.data())), end_(at_ + text.size()) {}

  [[nodiscard]] bool is_empty() const { return at_ == end_; }

  /// As append_number() has it.
  [[nodiscard]] std::uint32_t number() {
    if (at_ != end_ && *at_ < 0x80) return *at_++;
    const LongNumber long_one = long_number(at_, end_);
    at_ = long_one.end;
    return long_one.number;
  }
  [[nodiscard]] std::uint64_t wide_number();

  /// How many numbers there are, if nothing else is, and to pass some: their bytes are looked at eight at a
  /// time.
  [[nodiscard]] std::size_t numbers() const;
  void pass_numbers(std::size_t count);

  [[nodiscard]] std::string_view text() { return text(number()); }

  [[nodiscard]] std::string_view text(std::size_t bytes) {
    if (bytes > static_cast<std::size_t>(end_ - at_)) throw_cut();
    const std::string_view taken(reinterpret_cast<const char*>(at_), bytes);
    at_ += bytes;
    return taken;
  }

  [[nodiscard]] unsigned char byte() {
    if (at_ == end_) throw_cut();
    return *at_++;
  }

  [[nodiscard]] std::uint32_t sorted_number();

 private:
  struct LongNumber {
    std::uint32_t number;
    const unsigned char* end;
  };

  /// Takes no `this`, so that a loop over numbers keeps its place in a register.
  [[nodiscard]] static LongNumber long_number(const unsigned char* at, const unsigned char* end);
  [[noreturn]] static void throw_cut();

  const unsigned char* at_ = nullptr;
  const unsigned char* end_ = nullptr;
};

}  // namespace newsline::glass
