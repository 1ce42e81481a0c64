// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsline::test {

/// A command as a document shows it, and what it shows below it.
struct Shown {
  std::string command;
  std::string output;
};

/// The commands in the blocks that a Markdown text marks as `console`, in order: lines behind `$ `.
[[nodiscard]] std::vector<Shown> transcript(std::string_view document);

/// `output` with what differs from run to run made equal: times as `0.05 s`, the folder `here` as
/// `~/newsline`.
[[nodiscard]] std::string settled(std::string output, const std::string& here);

}  // namespace newsline::test
