// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace newsline {

/// A few articles that were written for these tests, indexed once a process, and the program that asks them.
class QueryArchive {
 public:
  using Environment = std::map<std::string, std::string>;

  /// The one of this process.
  static const QueryArchive& instance();

  /// `newsline-query ARGUMENT...`, to be changed before it is run; NEWSLINE_INDEX names the index.
  [[nodiscard]] Command command(std::vector<std::string> arguments,
                                const Environment& environment = {}) const;

  /// Runs it.
  [[nodiscard]] Outcome ask(std::vector<std::string> arguments, const Environment& environment = {}) const;

  [[nodiscard]] const std::string& folder() const { return folder_.path(); }
  [[nodiscard]] std::string index() const { return folder_ / "index"; }

 private:
  QueryArchive();

  TemporaryFolder folder_;
};

/// How often `part` stands in `text`.
[[nodiscard]] std::size_t occurrences(const std::string& text, const std::string& part);

[[nodiscard]] inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace newsline
