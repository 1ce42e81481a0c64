// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>

namespace newsline::fault {

/// Whether the long form was asked for (NEWSLINE_FAULT_LONG), which tries every point there is.
[[nodiscard]] bool is_long();

/// How often something is tried: in the long form, or in the quick one, and there less often under the
/// sanitizers (effort.h), under which a process takes many times as long.
[[nodiscard]] std::size_t trials(std::size_t in_long, std::size_t in_quick);

/// What a case of the suite has done; `./dev fault` adds them up.
struct Figures {
  std::uint64_t kills = 0;         ///< processes that were ended at a chosen call
  std::uint64_t faults = 0;        ///< calls that were made to fail, files that were damaged, power cuts
  std::uint64_t runs = 0;          ///< of programs, and of the library in the test itself
  std::uint64_t acknowledged = 0;  ///< documents of commits that had ended before the fault
  std::uint64_t lost = 0;          ///< of these, those that were not there after it
  std::uint64_t damaged = 0;       ///< indexes that a check found not to be whole after a fault of ours
  std::uint64_t repaired =
      0;  ///< not among them: the run that failed said so, and the next one repaired the index
  std::uint64_t asked = 0;  ///< questions of the readers beside
  std::uint64_t reader_errors = 0;
  std::uint64_t wrong_answers = 0;
};

/// One case: where its random choices come from, and its figures, which are printed at the end as
/// `fault: NAME: seed 1, kills 2, ...`.
class Trial {
 public:
  explicit Trial(std::string name);
  ~Trial();
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;

  /// A number from 0 to `count` - 1.
  [[nodiscard]] std::uint64_t below(std::uint64_t count);

  Figures figures;

 private:
  std::string name_;
  unsigned seed_;
  std::mt19937_64 random_;
};

}  // namespace newsline::fault
