// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/text/published.h"

namespace newsline {

/// How sure it is that a number counts readers.
enum class CounterKind : unsigned char {
  labelled,   ///< a counter's word beside it, and nothing else: `Read: 487`, `1487 views`
  in_phrase,  ///< a counter's word among others: `487 people read this`
  guessed     ///< an unknown word and a colon: believed only beside a date
};

struct Counter {
  std::uint64_t reads = 0;
  CounterKind kind = CounterKind::guessed;
};

/// The counter that a line is, if it is nothing else.
[[nodiscard]] std::optional<Counter> counter_line(std::string_view line);

/// A line of a date, with what else stood on it.
struct DateLine {
  Published published;
  std::optional<std::uint64_t> reads;
  std::string_view
      text;  ///< what is neither date, counter, nor a word that only goes with them; it stays text
};

/// The date line that a line is: a date, with a counter, a time and words such as `Published:` beside it;
/// other words only where a mark or a gap keeps them apart, and they stay text. A sentence with a date in it
/// is none.
[[nodiscard]] std::optional<DateLine> date_line(std::string_view line);

/// A line of tags.
struct TagLine {
  std::vector<std::string_view> tags;  ///< none where the label stands alone
  bool is_certain =
      false;  ///< with a label of tags or none, and one word a tag: not a sentence, wherever it stands
};

/// Whether there is a `#` in it, in one of its two widths.
[[nodiscard]] bool has_hash(std::string_view line);

/// The tag line that a line is, where one can be expected; anywhere else only one that is certain.
[[nodiscard]] std::optional<TagLine> tag_line(std::string_view line);

/// `News Line`, in any of its languages: what follows is other news.
[[nodiscard]] bool is_news_line(std::string_view line);

/// A line that only invites to share, print, subscribe or read on.
[[nodiscard]] bool is_invitation(std::string_view line);

}  // namespace newsline
