// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"

/// By what articles are seen to be copies of one another: the smallest hashes of all runs of five words of
/// their bodies (Broder, On the Resemblance and Containment of Documents, 1997).
namespace newsline {

/// Makes the signature of a text as it is read.
class TextSketch {
 public:
  /// Words of title and summary: they count only where the body is too short to tell anything.
  void add_lead(std::span<const Token> words);
  /// All words of the body.
  void add_body(std::span<const Token> words);

  /// The least hashes of the body's runs of words, ascending, four bytes each, most significant first; of a
  /// text with too few of them, 16 bytes of a hash of all its words. No words: empty.
  [[nodiscard]] std::string signature() const;

 private:
  std::vector<std::uint64_t> lead_;
  std::vector<std::uint64_t> body_;
};

/// Whether the texts of these signatures share most of the words of one of them: symmetric, and true of
/// equal ones. Where the shorter text is nearly all in the longer one, that is enough.
[[nodiscard]] bool are_copies(std::string_view one, std::string_view other);

/// By which of its hashes a text is looked for that may be a copy, ascending. None for an empty signature.
[[nodiscard]] std::vector<std::uint32_t> searched_hashes(std::string_view signature);

}  // namespace newsline
