// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/options.h"

namespace newsline {

/// An option as the help tells it, and as a command line may have it.
struct OptionEntry {
  std::vector<CommandName> commands;  ///< that have it
  std::string name;                   ///< `--limit`
  std::string value;                  ///< `N`; empty for a flag
  std::string description;            ///< lines of 55 columns at most
};

/// A command line taken apart.
struct Arguments {
  CommandName command = CommandName::search;
  std::vector<std::string> words;    ///< without that of the command
  std::vector<std::string> options;  ///< `--name` or `--name=value`
  bool help_asked = false;
  bool version_asked = false;
};

/// Takes the command, options and words from one another; options may stand before, between and behind words.
/// The first word is the command if it names one; behind `--` are only words. Never takes an option for a
/// word or a word for an option: throws Error{usage} for what begins with a dash and is no option of the
/// command, with a hint how to ask for it.
[[nodiscard]] Arguments take_apart(const std::vector<std::string>& arguments,
                                   const std::vector<OptionEntry>& entries);

}  // namespace newsline
