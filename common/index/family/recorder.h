// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/index/document/postings.h"
#include "common/index/family/keys.h"
#include "common/index/family/met_forms.h"

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

inline constexpr std::size_t kMaxNoted = 100'000;

/// Records in the table of synonyms which forms belong together, once for each form and language that it
/// meets: what it has recorded is in a database that ends up in the same generation. A form stays recorded
/// when the last article that has it goes; who looks it up finds it in no article.
///
/// Remembers the forms that it has met, some 700,000 at most, in 16 MB. What was noted is kept until it is
/// written: beyond kMaxNoted, some 20 MB, it should be.
class FamilyRecorder {
 public:
  /// Takes the families of the words of an article.
  void note(const Postings& postings);

  /// How much was noted since the last write_to(): keys and forms.
  [[nodiscard]] std::size_t noted() const { return noted_.size(); }

  /// Writes what was noted since the last call into a database, to be committed with the articles.
  void write_to(Xapian::WritableDatabase& database);

 private:
  using Met = std::uint64_t;  ///< a bit a language, and one for each other kind of family

  void note_form(const std::string& form, Met& met, Met language_bit, const std::string& language);
  void note_name(const std::string& form, Met& met);
  [[nodiscard]] Met bit_of(const std::string& language);

  Stemmer stemmer_;
  std::vector<std::string> languages_;  ///< by bit
  MetForms met_;
  std::vector<std::pair<std::string, std::string>> noted_;  ///< key and form
};

}  // namespace newsline
