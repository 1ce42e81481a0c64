// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "common/error.h"
#include "query/names.h"

namespace newsline {
namespace {

using Entries = std::vector<OptionEntry>;

Error usage(const std::string& message, const std::string& hint) { return {ErrorKind::usage, message, hint}; }

class ArgumentReader {
 public:
  ArgumentReader(const std::vector<std::string>& arguments, const Entries& entries)
      : arguments_(arguments), entries_(entries) {}

  Arguments run() {
    while (at_ < arguments_.size()) {
      const std::string& argument = arguments_[at_++];
      if (argument == "--") {
        for (; at_ < arguments_.size(); ++at_) taken_.words.push_back(arguments_[at_]);
      } else if (argument == "-h" || argument == "--help") {
        taken_.help_asked = true;
      } else if (argument == "--version") {
        taken_.version_asked = true;
      } else if (argument.starts_with("--")) {
        take_option(argument);
      } else if (argument.starts_with("-") && argument.size() > 1) {
        throw like_an_option(argument);
      } else {
        take_word(argument);
      }
    }
    for (const OptionEntry* const option : used_) require_for_command(*option);
    return std::move(taken_);
  }

 private:
  void take_word(const std::string& word) {
    const auto command = named(kCommandNames, word);
    if (command && !command_named_ && taken_.words.empty()) {
      taken_.command = *command;
      command_named_ = true;
    } else {
      taken_.words.push_back(word);
    }
  }

  void take_option(const std::string& argument) {
    const std::size_t sign = argument.find('=');
    const std::string name = argument.substr(0, sign);
    const auto option = std::ranges::find(entries_, name, &OptionEntry::name);
    if (option == entries_.end()) throw unknown_option(name);
    used_.push_back(&*option);
    if (option->value.empty()) {
      if (sign != std::string::npos) throw usage(fmt::format("{} takes no value", name), "leave it out");
      taken_.options.push_back(name);
      return;
    }
    std::string value;
    if (sign != std::string::npos) {
      value = argument.substr(sign + 1);
    } else if (at_ < arguments_.size()) {
      value = arguments_[at_++];
    }
    if (value.empty()) {
      throw usage(fmt::format("{} needs a value", name), fmt::format("{} {}", name, option->value));
    }
    taken_.options.push_back(fmt::format("{}={}", name, value));
  }

  static Error like_an_option(const std::string& argument) {
    return usage(fmt::format("\"{}\" looks like an option, and there is none of that name", argument),
                 fmt::format("to ask for articles without a word, put -- before the question:\n"
                             "  {} -- '{}'",
                             kProgram, argument));
  }

  static Error unknown_option(const std::string& name) {
    return usage(
        fmt::format("there is no option \"{}\"", name),
        fmt::format("{} --help lists them; if it is part of the question, put -- before that", kProgram));
  }

  void require_for_command(const OptionEntry& option) const {
    if (std::ranges::find(option.commands, taken_.command) != option.commands.end()) return;
    const std::string_view command = name_of(kCommandNames, taken_.command);
    throw usage(fmt::format("{} is not an option of {}", option.name, command),
                fmt::format("{} {} --help lists those that are", kProgram, command));
  }

  const std::vector<std::string>& arguments_;
  const Entries& entries_;
  std::size_t at_ = 0;
  bool command_named_ = false;
  std::vector<const OptionEntry*> used_;
  Arguments taken_;
};

}  // namespace

Arguments take_apart(const std::vector<std::string>& arguments, const std::vector<OptionEntry>& entries) {
  return ArgumentReader(arguments, entries).run();
}

}  // namespace newsline
