// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/page/lines.h"

#include <algorithm>
#include <string>

#include "common/article/field/numbers.h"
#include "common/article/field/white_space.h"
#include "common/article/page/pieces.h"
#include "common/article/page/words.h"
#include "common/text/written_date.h"

namespace newsline {
namespace {

constexpr std::size_t kLongestDateLine = 300;  // bytes
constexpr std::size_t kMostOtherWords = 6;
constexpr std::size_t kMostWordsOfPlace = 3;

using Words = std::vector<std::string_view>;

/// A time of day such as `9:30` or `09:30:15`.
std::optional<std::chrono::seconds> time_of_day(std::string_view text) {
  int fields[3] = {-1, -1, 0};
  std::size_t field = 0;
  int digits = 0;
  for (const char character : text) {
    if (character == ':' && digits > 0 && field < 2) {
      ++field;
      digits = 0;
    } else if (character >= '0' && character <= '9' && ++digits <= 2) {
      fields[field] = digits == 1 ? character - '0' : fields[field] * 10 + (character - '0');
    } else {
      return std::nullopt;
    }
  }
  const bool is_time = field > 0 && digits == 2 && fields[0] < 24 && fields[1] < 60 && fields[2] < 60;
  if (!is_time) return std::nullopt;
  return std::chrono::hours{fields[0]} + std::chrono::minutes{fields[1]} + std::chrono::seconds{fields[2]};
}

/// The first number of a text: where it starts.
std::optional<std::size_t> first_count(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    const bool may_be_digit = byte >= 0xC0 || (byte >= '0' && byte <= '9');
    if (!may_be_digit) continue;
    if (count_at_start(text.substr(offset))) return offset;
  }
  return std::nullopt;
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

bool is_short_line(std::string_view line) { return !line.empty() && line.size() <= kLongestDateLine; }

std::size_t words_in(const std::vector<std::string_view>& parts) {
  std::size_t words = 0;
  for (const std::string_view part : parts) words += count_page_words(part);
  return words;
}

/// Takes the words that go with a date from the start of a part, and the time if one is among them.
class BesideDate {
 public:
  explicit BesideDate(Published& published) : published_(published) {}

  [[nodiscard]] std::string_view without_its_words(std::string_view part) {
    while (true) {
      part = trim(part);
      const std::string_view rest =
          trim_start(part.substr(std::min(part.size(), part.find_first_not_of(",;:.()[]-|"))));
      const std::string_view word = rest.substr(0, first_word_bytes(rest));
      if (word.empty()) return rest;
      if (!take(word)) return rest;
      part = rest.substr(word.size());
    }
  }

 private:
  static std::size_t first_word_bytes(std::string_view text) {
    std::size_t bytes = 0;
    while (bytes < text.size() && white_space_at(text, bytes) == 0) ++bytes;
    return bytes;
  }

  [[nodiscard]] bool take(std::string_view word) {
    while (!word.empty() && (word.back() == ',' || word.back() == ')' || word.back() == ']'))
      word.remove_suffix(1);
    if (const auto time = time_of_day(word)) {
      if (!published_.time) published_.time = *time;
      return true;
    }
    PageWords words(word);
    for (auto each = words.next(); !each.empty(); each = words.next()) {
      if (!page_words::is_beside_date(each)) return false;
    }
    return true;
  }

  Published& published_;
};

/// Whether `line` is a label of a few words and a colon.
bool is_label(std::string_view part) {
  constexpr std::size_t kMostWordsInLabel = 4;
  return colon_at_end(trim_end(part)) > 0 && count_page_words(part) <= kMostWordsInLabel && !has_digit(part);
}

/// What stands on one side of the date, taken apart.
struct Sides {
  std::optional<Counter> counter;
  std::string_view counter_text;
  Words others;              ///< parts that are neither counter nor words of the date
  bool is_attached = false;  ///< one of them joins the date without a mark or a gap
};

class DateLineReader {
 public:
  explicit DateLineReader(std::string_view line, const WrittenDate& date)
      : line_(line), span_(date.span), published_(date.published) {}

  [[nodiscard]] std::optional<DateLine> read() {
    side(line_.substr(0, span_.begin), true);
    side(line_.substr(span_.end), false);
    if (words_in(sides_.others) > kMostOtherWords) return std::nullopt;
    if (sides_.is_attached && !sides_.counter && !is_place_and_date()) return std::nullopt;
    return DateLine{published_, reads(), text()};
  }

 private:
  void side(std::string_view text, bool is_before) {
    const Words parts = separated_parts(text);
    for (std::size_t index = 0; index < parts.size(); ++index) {
      const bool is_next_to_date = is_before ? index + 1 == parts.size() : index == 0;
      part(parts[index], is_next_to_date && touches(parts[index], text, is_before), is_before);
    }
  }

  /// Whether nothing but a blank stands between the part and the date.
  [[nodiscard]] static bool touches(std::string_view part, std::string_view side, bool is_before) {
    const auto before_part = static_cast<std::size_t>(part.data() - side.data());
    const std::string_view gap =
        is_before ? side.substr(before_part + part.size()) : side.substr(0, before_part);
    return trim(gap).empty() && code_points(gap) <= 1;
  }

  void part(std::string_view text, bool is_attached, bool is_before) {
    const std::string_view rest = BesideDate(published_).without_its_words(text);
    if (PageWords(rest).next().empty() || (is_before && is_label(rest))) return;
    if (const auto counter = counter_line(rest)) return take(*counter, rest);
    sides_.others.push_back(rest);
    sides_.is_attached = sides_.is_attached || is_attached;
  }

  /// Of two counters, such as those of readers and of comments, the surer one counts and the other stays
  /// text.
  void take(const Counter& counter, std::string_view text) {
    const bool is_surer = !sides_.counter || counter.kind < sides_.counter->kind;
    const std::string_view other = is_surer ? sides_.counter_text : text;
    if (!other.empty()) sides_.others.push_back(other);
    if (!is_surer) return;
    sides_.counter = counter;
    sides_.counter_text = text;
  }

  /// `Yerevan, 12 March 2024`: the place would be lost with the line.
  [[nodiscard]] bool is_place_and_date() const {
    const std::string_view before = trim(line_.substr(0, span_.begin));
    return before.ends_with(',') && trim(line_.substr(span_.end)).empty() && !has_digit(before) &&
           count_page_words(before) <= kMostWordsOfPlace;
  }

  [[nodiscard]] std::optional<std::uint64_t> reads() const {
    return sides_.counter ? std::optional(sides_.counter->reads) : std::nullopt;
  }

  /// Where it is not certain that the line is nothing but furniture, all of it stays.
  [[nodiscard]] std::string_view text() const {
    if (sides_.others.empty()) return {};
    return sides_.counter && sides_.others.size() == 1 ? sides_.others.front() : line_;
  }

  std::string_view line_;
  Span span_;
  Published published_;
  Sides sides_;
};

bool is_networks(std::string_view line) {
  PageWords words(line);
  auto word = words.next();
  if (word.empty()) return false;
  for (; !word.empty(); word = words.next()) {
    if (!page_words::is_network(word)) return false;
  }
  return true;
}

/// Without what may end an invitation.
std::string_view without_end_marks(std::string_view line) {
  constexpr std::string_view kEllipsis = "\u2026";
  while (!line.empty()) {
    const char last = line.back();
    if (last == ':' || last == '.' || last == '!' || last == '>') {
      line.remove_suffix(1);
    } else if (line.ends_with(kEllipsis)) {
      line.remove_suffix(kEllipsis.size());
    } else {
      break;
    }
  }
  return line;
}

/// `share.` is the end of a sentence, not a button.
bool is_word_with_full_stop(std::string_view part) {
  return part.ends_with('.') && !part.ends_with("..") && count_page_words(part) == 1;
}

constexpr std::size_t kLongestFurniture = 120;  // bytes

}  // namespace

std::optional<Counter> counter_line(std::string_view line) {
  line = trim(line);
  if (!is_short_line(line)) return std::nullopt;
  const auto begin = first_count(line);
  if (!begin) return std::nullopt;
  const WrittenCount count = *count_at_start(line.substr(*begin));
  const std::string_view before = trim_end(line.substr(0, *begin));
  const std::string_view after = line.substr(*begin + count.bytes);
  if (has_digit(before) || has_digit(after)) return std::nullopt;
  Words words = page_words_of(before);
  const Words words_after = page_words_of(after);
  words.insert(words.end(), words_after.begin(), words_after.end());
  constexpr std::size_t kMostWords = 5;
  if (words.empty() || words.size() > kMostWords) return std::nullopt;
  const bool has_colon = colon_at_end(before) > 0;
  const bool is_known = std::any_of(words.begin(), words.end(),
                                    [](std::string_view word) { return page_words::is_counter(word); });
  if (is_known)
    return Counter{count.value,
                   has_colon || words.size() == 1 ? CounterKind::labelled : CounterKind::in_phrase};
  if (has_colon && words_after.empty()) return Counter{count.value, CounterKind::guessed};
  return std::nullopt;
}

std::optional<DateLine> date_line(std::string_view line) {
  line = trim(line);
  if (!is_short_line(line)) return std::nullopt;
  const auto date = find_date(line);
  return date ? DateLineReader(line, *date).read() : std::nullopt;
}

bool is_news_line(std::string_view line) {
  if (line.size() > kLongestFurniture || !page_words::may_begin_news_line(line)) return false;
  return page_words::is_news_line(without_end_marks(trim(line)));
}

bool is_invitation(std::string_view line) {
  if (line.size() > kLongestFurniture) return false;
  line = trim(line);
  if (line.empty() || !page_words::may_begin_invitation(line)) return false;
  SeparatedParts parts(line);
  for (auto part = parts.next(); !part.empty(); part = parts.next()) {
    if (is_word_with_full_stop(part)) return false;
    if (!page_words::is_invitation(without_end_marks(part)) && !is_networks(part)) return false;
  }
  return true;
}

}  // namespace newsline
