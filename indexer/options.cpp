// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <utility>

#include "common/error.h"
#include "common/index/update.h"
#include "indexer/duration.h"
#include "indexer/help.h"
#include "indexer/help_formatter.h"

namespace newsline {
namespace {

constexpr const char* kSharedGroup = "Options of every command";

void refuse_empty(const CLI::Option* option, const std::string& text) {
  if (option->count() != 0 && text.empty())
    throw Error(ErrorKind::usage, option->get_name() + " is given an empty name",
                "is a variable of the calling script unset?");
}

/// The command line as CLI11 sees it, and where it puts what it finds.
class CommandLine {
 public:
  CommandLine() : app_("Makes and refreshes the index of a news archive.", std::string(kProgram)) {
    app_.formatter(help_formatter());
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
    add_choice(app_, "--log-format", {{"text", LogForm::text}, {"json", LogForm::json}}, options_.log_form,
               "text, or json: each line of a run is an object")
        ->group(kSharedGroup);
    app_.footer(help_footer());
    add_update();
    add_rebuild();
    add_rollback();
    add_forget();
    add_sources();
    add_check();
    add_status();
    add_export();
    add_command("formats", "List the formats that are read", Action::formats);
    add_explain();
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
    for (const auto& [option, text] : named_files_) refuse_empty(option, *text);
    for (const auto* words : {&options_.sources, &options_.names})
      if (std::find(words->begin(), words->end(), "") != words->end())
        throw Error(ErrorKind::usage, "a PATH is empty", "is a variable of the calling script unset?");
    if (!options_.report_file.empty() && options_.report_file == options_.metrics_file)
      throw Error(ErrorKind::usage, "--report and --metrics name the same file", "give each one of its own");
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
    command->footer(help_footer(action));
    return *command;
  }

  template <typename Value>
  static CLI::Option* add_choice(CLI::App& app, const char* name, std::map<std::string, Value> choices,
                                 Value& value, const char* description) {
    const auto choose = [name, choices, &value](const std::string& word) {
      const auto choice = choices.find(word);
      if (choice == choices.end())
        throw Error(ErrorKind::usage, std::string(name) + " takes text or json, not \"" + word + '"');
      value = choice->second;
    };
    return app.add_option_function<std::string>(name, choose, description)->type_name("FORM");
  }

  void add_file(CLI::App& command, const char* name, std::string& file, const char* description) {
    CLI::Option* option = command.add_option(name, file, description)->type_name("FILE");
    named_files_.emplace_back(option, &file);
  }

  /// Of what takes the lock.
  void add_lock_options(CLI::App& command) {
    const auto wait = [this](const std::string& word) {
      const auto duration = duration_of(word);
      if (!duration)
        throw Error(ErrorKind::usage, "--wait takes a time such as 90s, 10m or 2h, not \"" + word + '"');
      options_.wait = *duration;
    };
    command
        .add_option_function<std::string>("--wait", wait,
                                          "Wait so long (90s, 10m, 2h) for another run to end\n"
                                          "(default: give up at once, with exit code 75)")
        ->type_name("TIME");
    command.add_flag("-q,--quiet", options_.quiet, "Print nothing unless something is wrong");
  }

  void add_run_options(CLI::App& command, const char* paths) {
    command.add_option("PATH", options_.sources, paths)->option_text("[PATH...]");
    command
        .add_option("--as", options_.as,
                    "Read these PATHs as this format (see: newsline-index\n"
                    "formats), in later runs too; auto: by detection again")
        ->type_name("FORMAT");
    command.add_flag("-v,--verbose", options_.all_rejections, "Print every rejection, not only the first 20");
    command
        .add_option("--jobs", options_.jobs,
                    "Threads that build a new index, as far as memory\nallows (default: one a core)")
        ->check(CLI::Range(1, 256))
        ->type_name("N");
    command.add_option("--memory", options_.memory_mib, "Mebibytes that a run may take (default: 300)")
        ->check(CLI::Range(kLeastMemoryBytes >> 20U, std::size_t{1} << 20U))
        ->type_name("MIB");
    add_lock_options(command);
    command.add_flag("--allow-mass-delete", options_.allow_mass_delete,
                     "Take out even more than a quarter of a source");
    add_keeping(command, "--keep-vanished", true,
                "What vanishes from these sources stays: their files\n"
                "are thrown away; remembered until the opposite");
    add_keeping(command, "--no-keep-vanished", false, "The opposite of --keep-vanished");
    add_file(command, "--report", options_.report_file, "Write what the run did as JSON (indexer/OUTPUT.md)");
    add_file(command, "--metrics", options_.metrics_file, "Write its figures for Prometheus");
  }

  void add_keeping(CLI::App& command, const char* name, bool keeps, const char* description) {
    const auto keep = [this, keeps] {
      if (options_.keep_vanished.value_or(keeps) != keeps)
        throw Error(ErrorKind::usage, "--keep-vanished and --no-keep-vanished are both given",
                    "leave one out");
      options_.keep_vanished = keeps;
    };
    command.add_flag_callback(name, keep, description);
  }

  void add_update() {
    CLI::App& command =
        add_command("update", "Index what is new or changed, remove what vanished", Action::update);
    add_run_options(command,
                    "Files and folders, in any format that the command\n"
                    "formats lists (default: those given to earlier runs)");
    command.add_flag("--dry-run", options_.dry_run, "Only say what would come, change and go");
    command.add_flag("--retry-rejected", options_.retry_rejected,
                     "Read files with rejections again, changed or not");
  }

  void add_rebuild() {
    CLI::App& command = add_command("rebuild", "Build the index anew, then switch to it", Action::rebuild);
    add_run_options(command, "Files and folders to add to those given to earlier runs");
  }

  void add_rollback() {
    add_lock_options(
        add_command("rollback", "Use the generation before the last rebuild again", Action::rollback));
  }

  void add_forget() {
    CLI::App& command = add_command("forget", "Take articles out by id, file or folder", Action::forget);
    command.add_option("NAME", options_.names, "Ids of articles, paths of files and folders")
        ->option_text("NAME...")
        ->required();
    command.add_flag("--undo", options_.undo, "Let articles with these ids in again");
    add_lock_options(command);
  }

  void add_sources() {
    CLI::App& command =
        add_command("sources", "List what is refreshed, or take it off the list", Action::sources);
    CLI::Option* remove = command
                              .add_option("--remove", options_.removed_source,
                                          "Refresh this no more, and take its articles out")
                              ->type_name("PATH");
    named_files_.emplace_back(remove, &options_.removed_source);
    command.add_flag("--json", options_.as_json, "As one JSON object, for programs");
    add_lock_options(command);
  }

  void add_check() {
    CLI::App& command = add_command("check", "Compare the index with itself", Action::check);
    command.add_flag("--quick", options_.quick, "The list of files, and a thousand articles");
    command.add_flag("--repair", options_.repair,
                     "If it is damaged, build it anew from the articles\nthat are stored in it");
    add_lock_options(command);
  }

  void add_status() {
    CLI::App& command = add_command("status", "Tell what the index holds", Action::status);
    command.add_flag("--json", options_.as_json, "As one JSON object, for programs");
  }

  void add_export() {
    CLI::App& command = add_command("export", "Write all articles as JSON Lines, as update reads them",
                                    Action::export_articles);
    command.add_option("FILE", options_.file, "Where to (default, and -: standard output)")
        ->option_text("[FILE]");
  }

  void add_explain() {
    CLI::App& command = add_command("explain", "Tell how a file is read, and why", Action::explain);
    command.add_option("FILE", options_.file, "In any format that the command formats lists")
        ->option_text("FILE")
        ->required();
    command.add_option("--as", options_.as, "Read it as this format")->type_name("FORMAT");
    command.add_option("--limit", options_.limit, "Show so many articles, count the others (default: 10)")
        ->type_name("N");
    command.add_flag("--json", options_.as_json, "As JSON Lines, for programs (indexer/OUTPUT.md)");
  }

  CLI::App app_;
  CLI::Option* index_ = nullptr;
  std::vector<std::pair<CLI::Option*, const std::string*>> named_files_;
  IndexerOptions options_;
};

}  // namespace

std::variant<IndexerOptions, Notice> parse_options(int count, const char* const* arguments) {
  return CommandLine().parse(count, arguments);
}

}  // namespace newsline
