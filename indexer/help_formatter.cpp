// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/help_formatter.h"

#include <CLI/CLI.hpp>
#include <string>

namespace newsline {
namespace {

/// Help of a command tells the options that it shares with the others, too.
class HelpFormatter final : public CLI::Formatter {
 public:
  HelpFormatter() {
    label("Positionals", "Arguments");
    column_width(28);
  }

  std::string make_usage(const CLI::App* app, std::string) const override {
    const CLI::App* parent = app->get_parent();
    std::string line = "\nUsage: " + std::string(kProgram) + ' ';
    line += parent == nullptr ? "COMMAND" : app->get_name();
    line += " [OPTION...]";
    for (const CLI::Option* option : app->get_options())
      if (option->get_positional()) line += ' ' + option->get_option_text();
    return line + '\n';
  }

  /// Called behind the options of a command.
  std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const override {
    const CLI::App* parent = app->get_parent();
    return parent == nullptr ? CLI::Formatter::make_subcommands(app, mode) : make_groups(parent, mode);
  }

  std::string make_option_name(const CLI::Option* option, bool is_positional) const override {
    return is_positional ? option->get_option_text()
                         : CLI::Formatter::make_option_name(option, is_positional);
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    return option->get_positional() ? "" : CLI::Formatter::make_option_opts(option);
  }
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> help_formatter() { return std::make_shared<HelpFormatter>(); }

}  // namespace newsline
