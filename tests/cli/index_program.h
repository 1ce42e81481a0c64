// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace newsline {

/// newsline-index over a folder of its own, which holds the index `index` and the sources `news`. The
/// environment is empty.
class IndexProgram {
 public:
  IndexProgram();

  /// A command line without the program: `{"update", "news"}`. `--index` is added where it is not there.
  [[nodiscard]] Command command(std::vector<std::string> arguments) const;
  [[nodiscard]] Outcome operator()(std::vector<std::string> arguments) const;

  /// A path in the folder.
  [[nodiscard]] std::string operator/(std::string_view name) const { return folder_ / name; }
  /// Writes `news/NAME`.
  void write_news(std::string_view name, std::string_view text) const;

  /// What export writes of the index.
  [[nodiscard]] std::string exported(const std::string& index = "index") const;

 private:
  TemporaryFolder folder_;
};

/// A line of JSON Lines.
[[nodiscard]] std::string record(int number, std::string_view body = "plain words");

/// So many of them.
[[nodiscard]] std::string records(int count);

/// All bytes of a file; empty where it cannot be read.
[[nodiscard]] std::string content_of(const std::string& path);

/// The number of lines.
[[nodiscard]] std::size_t lines_in(std::string_view text);

[[nodiscard]] bool has(std::string_view text, std::string_view part);

}  // namespace newsline
