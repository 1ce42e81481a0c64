// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/charset/recognition.h"

namespace newsline {

/// A line or a paragraph of a page, and what was decided about it.
struct JudgedText {
  bool is_kept = false;
  std::uint64_t line = 0;  ///< of the page, from 1; 0 where no line is meant
  std::string text;        ///< as it stands there
  std::string rule;        ///< by which it was dropped or taken for a field; of kept text where it stood
};

/// Is told how a file is read, for people who ask why. Paths are those of ReadContext. Readers without an
/// observer, which is the rule, do nothing for it.
class ReadObserver {
 public:
  virtual ~ReadObserver() = default;

  /// What was around it: a compression, a container; from the outside to the inside.
  virtual void opened(std::string_view path, std::string_view wrapping) = 0;
  /// The format that it is read as, a name of article_formats(), and why.
  virtual void detected(std::string_view path, std::string_view format, std::string_view why) = 0;
  virtual void decoded(const CharsetFinding& finding) = 0;
  /// The texts of a page in their order, before its article is handed out.
  virtual void judged(const JudgedText& text) = 0;
};

}  // namespace newsline
