// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/spelling/near_words.h"

#include <algorithm>
#include <utility>

#include "common/index/glass/term_list.h"
#include "common/search/answer/terms.h"
#include "common/search/spelling/edit_rows.h"
#include "common/text/code_points.h"

namespace newsline {
namespace {

/// A term of more bytes than that may be cut.
constexpr std::size_t kMaxFormBytes = 160;
constexpr char32_t kLastCodePoint = 0x10FFFF;

/// Where the words of the text begin in the list of terms: behind all prefixes, which are capital letters.
constexpr std::string_view kBehindPrefixes = "[";

bool has_ascii_digit(std::string_view form) {
  return form.find_first_of("0123456789") != std::string_view::npos;
}

/// The least text that sorts behind every one that begins with these letters; empty if there is none.
std::u32string behind(std::u32string letters) {
  while (!letters.empty() && letters.back() == kLastCodePoint) letters.pop_back();
  if (letters.empty()) return letters;
  ++letters.back();
  if (letters.back() == 0xD800) letters.back() = 0xE000;
  return letters;
}

bool is_better(const NearWord& a, const NearWord& b) {
  if (a.edits != b.edits) return a.edits < b.edits;
  return a.articles != b.articles ? a.articles > b.articles : a.form < b.form;
}

/// Walks the words that begin with `start`.
class Walk {
 public:
  Walk(WordField field, const std::u32string& form, const Snapshot& database)
      : field_(field), form_(form), prefix_(word_term(field, "")), database_(database) {}

  /// The words within so many edits, not of fewer than `least`.
  void add_near(std::string_view start, std::size_t least, std::size_t most, std::vector<NearWord>& found) {
    EditRows rows(form_, most);
    TermList terms(prefix_ + std::string(start), database_);
    if (prefix_.empty() && start.empty() && !terms.is_at_end()) terms.seek(kBehindPrefixes);
    while (!terms.is_at_end()) {
      const std::string_view word = word_of_term(field_, terms.term());
      const std::u32string letters = code_points(word);
      const std::size_t hopeless = rows.compare(letters);
      if (hopeless != 0 && hopeless <= letters.size()) {
        const std::u32string next = behind(letters.substr(0, hopeless));
        if (next.empty()) return;
        const std::string beyond = prefix_ + utf8(next);
        if (beyond <= terms.term()) return;  // a damaged word
        terms.seek(beyond);
        continue;
      }
      if (hopeless == 0 && rows.distance() >= least)
        found.push_back({std::string(word), rows.distance(), terms.frequency()});
      terms.next();
    }
  }

 private:
  WordField field_;
  const std::u32string& form_;
  std::string prefix_;
  const Snapshot& database_;
};

}  // namespace

std::vector<NearWord> near_words(WordField field, std::string_view form, Reach reach, std::size_t limit,
                                 const Snapshot& database) {
  std::vector<NearWord> found;
  if (form.size() > kMaxFormBytes || has_ascii_digit(form)) return found;
  const std::u32string letters = code_points(form);
  const std::size_t most = most_edits(letters.size());
  if (most == 0) return found;
  Walk walk(field, letters, database);
  walk.add_near("", 1, 1, found);
  if (most > 1 && (found.empty() || reach == Reach::all)) {
    walk.add_near(utf8(std::u32string_view(letters).substr(0, 1)), 2, most, found);
  }
  std::sort(found.begin(), found.end(), is_better);
  if (found.size() > limit) found.resize(limit);
  return found;
}

}  // namespace newsline
