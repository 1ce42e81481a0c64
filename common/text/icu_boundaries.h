// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

#include "common/text/utf16_line.h"

namespace newsline {

enum class BoundaryKind { word, sentence };

/// ICU's boundaries (root locale) in a line. One object a thread; its first line costs some ten microseconds
/// more than others, in a process that has asked ICU for nothing before a tenth of a millisecond.
class Boundaries {
 public:
  explicit Boundaries(BoundaryKind kind);
  ~Boundaries();
  Boundaries(const Boundaries&) = delete;
  Boundaries& operator=(const Boundaries&) = delete;

  /// The line must outlive the calls of next(). Throws Error{data} where ICU has lost its data.
  void start(const Utf16Line& line);

  /// Of the line that was started: the next boundary behind the start of the line, up to its end; -1 when
  /// there is none.
  [[nodiscard]] std::int32_t next();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace newsline
