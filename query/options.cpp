// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <sstream>
#include <string_view>

#include "common/console/ending.h"
#include "common/error.h"
#include "query/arguments.h"
#include "query/declare/declare.h"
#include "query/help.h"
#include "query/names.h"
#include "query/option_table.h"
#include "query/option_values.h"

namespace newsline {
namespace {

constexpr std::size_t kMaxConfigBytes = 64 << 10;
constexpr const char* kConfigHint = "its lines are options without dashes, such as: limit = 20";

std::string config_text(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string text(kMaxConfigBytes + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!stream.eof() && stream.fail()) {
    throw usage(fmt::format("cannot read the configuration file \"{}\"", file), kConfigHint);
  }
  if (!stream.eof()) {
    throw usage(fmt::format("the configuration file \"{}\" has more than {} bytes", file, kMaxConfigBytes),
                kConfigHint);
  }
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return text;
}

/// The options and what they change. One parse an object.
class CommandLine {
 public:
  CommandLine() {
    app_.set_help_flag();  // ours says which command it is about
    declare_common_options(table_, options_);
    declare_question_options(table_, options_);
    declare_answer_options(table_, options_);
    declare_publish_options(table_, options_);
    declare_timeline_options(table_, options_);
    for (const OptionTable::Effect& effect : table_.effects()) enter(effect);
  }

  std::variant<Options, Information> parse(const std::vector<std::string>& arguments) {
    const Arguments taken = take_apart(arguments, table_.entries());
    options_.command = taken.command;
    if (taken.help_asked) return Information{help_text(taken.command, table_.entries())};
    if (taken.version_asked) return Information{fmt::format("{} {}\n", kProgram, NEWSLINE_VERSION)};
    for (const std::string& word : taken.words) options_.words += (options_.words.empty() ? "" : " ") + word;
    read_all(taken.options);
    finish_facets(options_);
    check_matching(options_);
    check_rank(options_);
    if (options_.command == CommandName::first) options_.sort = SortOrder::oldest;
    check(taken.words.size());
    return options_;
  }

 private:
  void enter(const OptionTable::Effect& effect) {
    if (effect.is_flag) {
      app_.add_flag_callback(effect.name, [&effect] { effect.read({}); });
    } else if (effect.read) {
      app_.add_option_function<std::string>(effect.name, effect.read)->take_last();
    } else {
      app_.add_option_function<std::vector<std::string>>(effect.name, effect.read_all);
    }
  }

  void read_all(std::vector<std::string> options) {
    const std::string start = fmt::format("{}=", kConfig);
    std::string file;
    for (const std::string& option : options) {
      if (option.starts_with(start)) file = option.substr(start.size());
    }
    std::erase_if(options, [&](const std::string& option) { return option.starts_with(start); });
    if (!file.empty()) read_config(file);
    read(options);
  }

  /// Of options that stand there twice, and of two calls, the last counts.
  void read(std::vector<std::string> options) {
    std::ranges::reverse(options);  // CLI11 takes them from the back
    try {
      app_.parse(options);
    } catch (const CLI::ParseError& error) {
      throw usage(error.what());
    }
  }

  void read_config(const std::string& file) {
    std::istringstream text(config_text(file));
    std::vector<std::string> options;
    try {
      for (const CLI::ConfigItem& item : CLI::ConfigTOML().from_config(text)) add_config_item(item, options);
      read(options);
    } catch (const Error& error) {
      throw Error(error.kind(), fmt::format("in the configuration file \"{}\", {}", file, error.what()),
                  kConfigHint);
    } catch (const CLI::ParseError& error) {
      throw usage(fmt::format("the configuration file \"{}\" is wrong: {}", file, error.what()), kConfigHint);
    }
  }

  void add_config_item(const CLI::ConfigItem& item, std::vector<std::string>& options) const {
    const std::string name = "--" + item.name;
    const auto entry = std::ranges::find(table_.entries(), name, &OptionEntry::name);
    if (!item.parents.empty() || entry == table_.entries().end() || name == kConfig) {
      const bool is_section = item.name == "++" || item.name == "--";
      throw usage(fmt::format("\"{}\" is no option", is_section ? item.parents.back() : item.fullname()));
    }
    for (const std::string& input : item.inputs) {
      const bool is_flag = entry->value.empty();
      if (is_flag && input != "true" && input != "false")
        throw usage(wrong_value(name, "true or false", input));
      if (!is_flag && input.empty()) throw usage(fmt::format("{} needs a value", name));
      if (!is_flag) options.push_back(fmt::format("{}={}", name, input));
      if (is_flag && input == "true") options.push_back(name);
    }
  }

  static void require_question(std::size_t words) {
    if (words != 0) return;
    throw usage("there is no question", "newsline-query 'CSTO suspension' asks one; * finds everything");
  }

  void require_id(std::size_t words) const {
    if (words == 1) return;
    throw usage(fmt::format("{} {}", name_of(kCommandNames, options_.command),
                            words == 0 ? "needs the id of an article" : "takes one id"),
                "answers tell the ids; one with blanks stands in quotes");
  }

  void check(std::size_t words) const {
    check_format(options_);
    switch (options_.command) {
      case CommandName::timeline:
      case CommandName::first:
      case CommandName::search:
        require_question(words);
        break;
      case CommandName::related:
      case CommandName::show:
        require_id(words);
        break;
      case CommandName::tags:
      case CommandName::acronyms:
      case CommandName::suggest:
        break;
    }
  }

  CLI::App app_;
  Options options_;
  OptionTable table_;
};

}  // namespace

std::variant<Options, Information> parse_options(const std::vector<std::string>& arguments) {
  return CommandLine().parse(arguments);
}

}  // namespace newsline
