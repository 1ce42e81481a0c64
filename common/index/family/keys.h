// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Under which keys of Xapian's table of synonyms a form is recorded and looked for: the only place that
/// makes them. For the files of common/index and common/search only: this header mentions Xapian.
namespace newsline {

/// Forms that are longer have no family.
inline constexpr std::size_t kMaxFamilyFormBytes = 80;

/// Whether a form can have a family: within kMaxFamilyFormBytes, three letters or more, none of them a digit
/// of ASCII.
[[nodiscard]] bool can_have_family(std::string_view form);

/// Whether a term is the form of a word of the text (schema::prefix::kWord), and not of another field.
[[nodiscard]] bool is_word_term(std::string_view term);

/// Finds stems: with Snowball, and of Georgian with rules of our own. One object a thread.
class Stemmer {
 public:
  /// The language under which forms of a text are recorded: the first part of its tag, where there are rules
  /// for it, else empty. `az` has those of Turkish (measured: RELEVANCE.md).
  [[nodiscard]] static std::string language_of(std::string_view tag);

  /// The stem of a form in a language of language_of(); the form itself where its letters are not those of
  /// the language, or nothing would be left.
  [[nodiscard]] std::string stem(const std::string& language, const std::string& form);

 private:
  std::map<std::string, Xapian::Stem> stemmers_;
};

[[nodiscard]] std::string stem_key(std::string_view language, std::string_view stem);

/// The keys under which a form is recorded for its accents; none for a form without.
[[nodiscard]] std::vector<std::string> bare_keys(std::string_view form);

/// The key of the forms with accents of which this one is without.
[[nodiscard]] std::string bare_key(std::string_view bare);

/// The keys under which a form that stands as a name is recorded.
[[nodiscard]] std::vector<std::string> name_family_keys(std::string_view form);

}  // namespace newsline
