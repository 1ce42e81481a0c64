// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_CDict_s;
struct ZSTD_DCtx_s;
struct ZSTD_DDict_s;

/// Texts of articles packed by Zstandard (RFC 8878) with a dictionary of what they share (FORMAT.md, Packed
/// texts): shorter by a quarter than deflated ones, packed and unpacked in less than half the time, as such
/// short texts say little of themselves.
namespace newsline {

/// So many texts make a dictionary; fewer say too little, and more hardly anything new.
inline constexpr std::size_t kTextsForDictionary = 500;

/// What these texts share, some 32 kilobytes; empty where they share too little. Some 0.1 ms a text.
[[nodiscard]] std::string trained_dictionary(const std::vector<std::string>& texts);

/// Whether a stored text is packed; else it is the text, of which none begins so.
[[nodiscard]] bool is_packed(std::string_view stored);

/// One thread.
class TextPacker {
 public:
  /// An empty dictionary: nothing is packed. Some milliseconds, and some 0.5 MB.
  explicit TextPacker(std::string_view dictionary);

  /// What is to be stored: the text, packed where that makes it shorter.
  [[nodiscard]] std::string packed(std::string_view text);

 private:
  std::unique_ptr<ZSTD_CCtx_s, std::size_t (*)(ZSTD_CCtx_s*)> context_;
  std::unique_ptr<ZSTD_CDict_s, std::size_t (*)(ZSTD_CDict_s*)> dictionary_;
};

/// One thread.
class TextUnpacker {
 public:
  /// The dictionary by which the texts were packed. Some 0.1 ms.
  explicit TextUnpacker(std::string_view dictionary);

  /// The reverse of packed(), of what is_packed(). Throws Error{data} where that is damaged or was packed by
  /// another dictionary, as far as that shows. Takes no more room than a text that can be stored.
  [[nodiscard]] std::string unpacked(std::string_view stored);

 private:
  std::unique_ptr<ZSTD_DCtx_s, std::size_t (*)(ZSTD_DCtx_s*)> context_;
  std::unique_ptr<ZSTD_DDict_s, std::size_t (*)(ZSTD_DDict_s*)> dictionary_;
};

}  // namespace newsline
