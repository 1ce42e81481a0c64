// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/options.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "common/console/ending.h"
#include "common/error.h"

namespace newsline {
namespace {

constexpr std::string_view kProgram = "newsline-index";
constexpr const char* kSharedGroup = "Options of every command";

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

std::string with_exit_codes(const std::string& example) {
  std::string text = example + "\n\n" + std::string(exit_code_table());
  text.pop_back();  // CLI11 ends the line itself
  return text;
}

const char* const kStopping =
    "SIGINT and SIGTERM end a run after a commit, with exit code 130 or 143; what was\n"
    "committed stays. The same again ends it at once, which loses what was not.";

/// CLI11 tells what it does not know as `INI was not able to parse NAME`, of a section as `NAME.++`.
std::string config_reason(std::string_view message) {
  constexpr std::string_view kUnknown = "INI was not able to parse ";
  constexpr std::string_view kSection = ".++";
  if (!message.starts_with(kUnknown)) return std::string(message);
  message.remove_prefix(kUnknown.size());
  if (message.ends_with(kSection)) message.remove_suffix(kSection.size());
  return "no command or option is called \"" + std::string(message) + '"';
}

void refuse_empty(const CLI::Option* option, const std::string& text) {
  if (option->count() != 0 && text.empty())
    throw Error(ErrorKind::usage, option->get_name() + " is given an empty name",
                "is a variable of the calling script unset?");
}

/// The command line as CLI11 sees it, and where it puts what it finds.
class CommandLine {
 public:
  CommandLine() : app_("Makes and refreshes the index of a news archive.", std::string(kProgram)) {
    app_.formatter(std::make_shared<HelpFormatter>());
    app_.require_subcommand(1);
    app_.fallthrough();
    app_.set_help_flag("-h,--help", "Print this, or the help of a command")->group(kSharedGroup);
    app_.set_version_flag("--version", std::string(kProgram) + " " + NEWSLINE_VERSION, "Print the version")
        ->group(kSharedGroup);
    index_ = app_.add_option("--index", options_.index,
                             "Folder of the index (default: $NEWSLINE_INDEX, else\n"
                             "$XDG_DATA_HOME/newsline/index)");
    index_->type_name("DIR")->group(kSharedGroup);
    app_.set_config("--config", "",
                    "Read options from a file: index = \"/srv/index\",\n[update] verbose = true")
        ->type_name("FILE")
        ->group(kSharedGroup);
    app_.allow_config_extras(CLI::config_extras_mode::error);
    app_.footer(
        with_exit_codes("Example:\n  newsline-index update --index ~/news-index ~/news\n\n"
                        "newsline-index COMMAND --help tells more."));
    add_update();
    add_rebuild();
    add_status();
    add_export();
  }

  std::variant<IndexerOptions, Notice> parse(int count, const char* const* arguments) {
    try {
      app_.parse(count, arguments);
    } catch (const CLI::CallForHelp&) {
      return Notice{app_.help()};
    } catch (const CLI::CallForVersion& version) {
      return Notice{std::string(version.what()) + "\n"};
    } catch (const CLI::ParseError& error) {
      refuse(error);
    }
    refuse_empty(index_, options_.index);
    for (const std::string& source : options_.sources)
      if (source.empty())
        throw Error(ErrorKind::usage, "a PATH is empty", "is a variable of the calling script unset?");
    return options_;
  }

 private:
  /// CLI11's reasons are told in its words, but for those that name no thing or remedy.
  [[noreturn]] void refuse(const CLI::ParseError& error) const {
    const auto chosen = app_.get_subcommands();
    const std::string see = "see: " + std::string(kProgram) +
                            (chosen.empty() ? "" : ' ' + chosen.front()->get_name()) + " --help";
    const std::vector<std::string> words = app_.remaining();
    std::string message = error.what();
    while (message.ends_with('\n') || message.ends_with('.')) message.pop_back();
    if (dynamic_cast<const CLI::FileError*>(&error) != nullptr) {
      message = "the file of --config cannot be read: " + message;
    } else if (dynamic_cast<const CLI::ConfigError*>(&error) != nullptr) {
      message = "the file of --config cannot be understood: " + config_reason(message);
    } else if (chosen.empty() && words.empty()) {
      message = "no command is given";
    } else if (chosen.empty() && !words.front().starts_with('-')) {
      message = "there is no command \"" + words.front() + '"';
    } else if (!words.empty()) {
      message = "what is meant by \"" + words.front() + "\" is not known";
    }
    throw Error(ErrorKind::usage, message, see);
  }

  CLI::App& add_command(const char* name, const char* description, Action action) {
    CLI::App* command = app_.add_subcommand(name, description);
    command->group("Commands");
    command->set_help_flag();  // the program's own falls through to it
    command->callback([this, action] { options_.action = action; });
    return *command;
  }

  void add_run_options(CLI::App& command, const char* paths) {
    command.add_option("PATH", options_.sources, paths)->option_text("[PATH...]");
    command.add_flag("-v,--verbose", options_.all_rejections, "Print every rejection, not only the first 20");
  }

  void add_update() {
    CLI::App& command =
        add_command("update", "Index what is new or changed, remove what vanished", Action::update);
    add_run_options(command,
                    "Files and folders: feeds, news of agencies, web pages,\n"
                    "page texts, JSON Lines, also gz, zst, xz, bz2 (default:\n"
                    "those given to earlier runs)");
    command.footer(
        with_exit_codes("Example:\n  newsline-index update --index ~/news-index ~/news feed.jsonl.gz\n\n"
                        "What cannot be read is printed as path:line: reason, and the run goes on.\n" +
                        std::string(kStopping)));
  }

  void add_rebuild() {
    CLI::App& command = add_command("rebuild", "Build the index anew, then switch to it", Action::rebuild);
    add_run_options(command, "Files and folders to add to those given to earlier runs");
    command.footer(with_exit_codes("Example:\n  newsline-index rebuild --index ~/news-index\n\n" +
                                   std::string(kStopping) + "\nUntil the switch the former index answers."));
  }

  void add_status() {
    CLI::App& command = add_command("status", "Tell what the index holds", Action::status);
    command.add_flag("--json", options_.as_json, "As one JSON object, for programs");
    command.footer(with_exit_codes("Example:\n  newsline-index status --index ~/news-index"));
  }

  void add_export() {
    CLI::App& command = add_command("export", "Write all articles as JSON Lines, as update reads them",
                                    Action::export_articles);
    command.add_option("FILE", options_.file, "Where to (default, and -: standard output)")
        ->option_text("[FILE]");
    command.footer(
        with_exit_codes("Example:\n  newsline-index export --index ~/news-index | zstd > news.jsonl.zst\n\n"
                        "FILE appears when it is whole; until then what was there stays."));
  }

  CLI::App app_;
  CLI::Option* index_ = nullptr;
  IndexerOptions options_;
};

}  // namespace

std::variant<IndexerOptions, Notice> parse_options(int count, const char* const* arguments) {
  return CommandLine().parse(count, arguments);
}

}  // namespace newsline
