// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/index/ledger/number_groups.h"

/// Which word stands where in an article: all of its text in one value, slot::kPositions (FORMAT.md).
/// Xapian's own lists of positions are an entry of a table for each word of each article, some 16 bytes with
/// its key; an article takes some 200 here (BENCHMARKS.md).
///
/// Words are told apart by numbers, which a perfect hash function of the article gives them: its terms have
/// different ones, and that of a term which the article has not is the number of one or of none. It is made
/// as Belazzougui, Botelho and Dietzfelbinger say (Hash, Displace, and Compress, 2009): terms are put into
/// buckets by one hash, and for each bucket, the fullest first, a displacement is looked for by which another
/// hash gives all its terms numbers that are free.
namespace newsline {

/// A word where it stands: which of the article's words it is, and its position.
struct PlacedWord {
  std::uint32_t word = 0;
  std::uint32_t position = 0;
};

/// By what Positions knows a word: of its term.
[[nodiscard]] std::uint64_t position_hash(std::string_view term);

/// The value of a text in which these words stand at these positions, ascending, each of them once. `hashes`
/// are the position_hash() of its words, each word once; the last word of the title stands at `title_words`.
/// Empty where nothing stands anywhere. The order of the hashes makes no difference. Two words of one hash
/// are one word for phrases, and so are any two, perhaps, in a text whose words were made to defeat the
/// function. Expected time n log n in the words.
[[nodiscard]] std::string positions_value(std::span<const std::uint64_t> hashes,
                                          std::span<const PlacedWord> occurrences, std::uint32_t title_words);

/// Reads a positions_value(), of which it is a view.
class Positions {
 public:
  /// Nothing where the value is damaged so that it cannot be read; finding that out is constant time.
  [[nodiscard]] static std::optional<Positions> read(std::string_view value);

  /// The number of the article's word with this hash; any number where the article has no such word. Constant
  /// time.
  [[nodiscard]] std::uint32_t number_of(std::uint64_t hash) const;

  /// The positions up to this one are those of the title's words.
  [[nodiscard]] std::uint32_t title_words() const { return title_words_; }

  /// Whether the words of these numbers, one at least, stand side by side, and within the title if that is
  /// asked. Nothing where the value is damaged. Linear in the text, by a search of bytes.
  [[nodiscard]] std::optional<bool> have_run(std::span<const std::uint32_t> numbers, bool within_title) const;

  /// Calls `each(number, position)` for every word of the text in turn, as long as that is true. False where
  /// the value is damaged. Linear in the text.
  template <typename Each>
  [[nodiscard]] bool for_each(Each each) const {
    Runs runs{{runs_}, text_.size() / number_bytes_};
    const char* at = text_.data();
    while (runs.left != 0) {
      if (!runs.go_on()) return false;
      for (std::uint64_t position = runs.first; position < runs.end; ++position, at += number_bytes_) {
        std::uint32_t number = static_cast<unsigned char>(*at);
        for (std::size_t byte = 1; byte < number_bytes_; ++byte)
          number = number << 8U | static_cast<unsigned char>(at[byte]);
        if (!each(number, static_cast<std::uint32_t>(position))) return true;
      }
    }
    return true;
  }

 private:
  /// Goes from run to run: which positions each has.
  struct Runs {
    NumberGroups numbers;
    std::size_t left = 0;  ///< words behind it
    std::uint64_t first = 0;
    std::uint64_t end = 0;

    /// False where what is said of the next run cannot be.
    bool go_on() {
      first = end + numbers.take();
      const std::uint64_t count = numbers.take();
      end = first + count;
      if (numbers.failed || count == 0 || count > left || first > UINT32_MAX || end > UINT32_MAX)
        return false;
      left -= count;
      return true;
    }
  };

  Positions() = default;

  std::uint32_t title_words_ = 0;
  std::size_t number_bytes_ = 1;
  unsigned turn_ = 0;
  std::string_view displacements_;
  std::string_view runs_;
  std::string_view text_;
};

}  // namespace newsline
