// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

#include "common/console/ending.h"
#include "common/error.h"
#include "query/arguments.h"
#include "query/help.h"
#include "query/names.h"

namespace newsline {
namespace {

constexpr std::size_t kMaxLimit = 100'000;
constexpr std::size_t kMaxOffset = 1'000'000'000;
constexpr std::size_t kMaxFacets = 100;
constexpr std::size_t kMaxFacetValues = 100'000;

constexpr const char* kConfig = "--config";
constexpr std::size_t kMaxConfigBytes = 64 << 10;
constexpr const char* kConfigHint = "its lines are options without dashes, such as: limit = 20";

Error usage(const std::string& message, const std::string& hint = "newsline-query --help tells more") {
  return {ErrorKind::usage, message, hint};
}

std::string wrong_value(std::string_view option, std::string_view choices, std::string_view text) {
  return fmt::format("{} takes {}, not \"{}\"", option, choices, text);
}

template <typename Value, std::size_t count>
Value choice(std::string_view option, const Names<Value, count>& names, const std::string& text) {
  if (const std::optional<Value> value = named(names, text)) return *value;
  throw usage(wrong_value(option, one_of(names), text));
}

std::size_t number(std::string_view option, std::string_view text, std::size_t least, std::size_t most) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || value < least || value > most) {
    throw usage(wrong_value(option, fmt::format("a whole number from {} to {}", least, most), text));
  }
  return value;
}

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

/// `tag`, `tag:20`
FacetRequest facet_request(const std::string& text) {
  const std::size_t colon = text.find(':');
  FacetRequest request;
  request.field = choice("--facet", kFacetNames, text.substr(0, colon));
  if (colon != std::string::npos) {
    request.limit = number("the number behind --facet", text.substr(colon + 1), 1, kMaxFacetValues);
  }
  return request;
}

/// The options and what they change. One parse an object.
class CommandLine {
 public:
  CommandLine() {
    app_.set_help_flag();  // ours says which command it is about
    add_where_and_how();
    add_question();
    add_answer();
  }

  std::variant<Options, Information> parse(const std::vector<std::string>& arguments) {
    const Arguments taken = take_apart(arguments, entries_);
    options_.command = taken.command;
    if (taken.help_asked) return Information{help_text(taken.command, entries_)};
    if (taken.version_asked) return Information{fmt::format("{} {}\n", kProgram, NEWSLINE_VERSION)};
    for (const std::string& word : taken.words) options_.words += (options_.words.empty() ? "" : " ") + word;
    read_all(taken.options);
    check(taken.words.size());
    return options_;
  }

 private:
  using Commands = std::vector<CommandName>;
  static Commands all() {
    return {CommandName::search, CommandName::show, CommandName::tags, CommandName::acronyms,
            CommandName::suggest};
  }

  /// An option that takes one value; of several, the last counts.
  template <typename Read>
  void add(const Commands& commands, const std::string& name, const std::string& value_name, Read read,
           const std::string& description) {
    app_.add_option_function<std::string>(name, read)->take_last();
    entries_.push_back({commands, name, value_name, description});
  }

  template <typename Flag>
  void add_flag(const Commands& commands, const std::string& name, Flag& flag, Flag meaning,
                const std::string& description) {
    app_.add_flag_callback(name, [&flag, meaning] { flag = meaning; });
    entries_.push_back({commands, name, "", description});
  }

  void add_where_and_how() {
    add(
        all(), "--index", "DIR", [this](const std::string& dir) { options_.index = dir; },
        "the index, if not the usual one ($NEWSLINE_INDEX, or\n$XDG_DATA_HOME/newsline/index)");
    entries_.push_back({all(), kConfig, "FILE", "options from a TOML or INI file: lines as limit = 20"});
    add(
        all(), "--format", "FORMAT",
        [this](const std::string& name) { options_.format = choice("--format", kFormatNames, name); },
        "text, json, jsonl (an object a line) or csv");
    add(
        all(), "--color", "WHEN",
        [this](const std::string& name) {
          const std::optional<ColorWhen> when = color_when(name);
          if (!when) throw usage(wrong_value("--color", "auto, always or never", name));
          options_.color = *when;
        },
        "auto (on a terminal without NO_COLOR), always, never");
  }

  void add_question() {
    const Commands search{CommandName::search};
    add(
        search, "--match", "MODE",
        [this](const std::string& name) { options_.match = choice("--match", kMatchNames, name); },
        "all: every word is required (default); any: one is\nenough, more and rarer words rank higher");
    add_flag(search, "--plain", options_.plain, true, "the question is only words: no operators or fields");
    add_flag(search, "--no-stem", options_.matching.inflections, false, "words without their inflections");
    add_flag(search, "--no-translit", options_.matching.names, false,
             "names without their spellings in other scripts");
    app_.add_flag_callback("--no-expand", [this] {
      options_.matching = kExactly;
      options_.expand = false;
      options_.correct = false;
    });
    entries_.push_back({search, "--no-expand", "", "only words as they are written in the question"});
    add(
        search, "--synonyms", "FILE", [this](const std::string& file) { options_.synonyms = file; },
        "lines of what means the same: Kyiv = Kiev");
    add_flag(search, "--no-correct", options_.correct, false,
             "where nothing matches, do not look for other spellings");
  }

  void add_answer() {
    const Commands search{CommandName::search};
    add(
        search, "--sort", "ORDER",
        [this](const std::string& name) { options_.sort = choice("--sort", kSortNames, name); },
        "relevance (default), date (newest first), -date\n(oldest first) or reads (most read first)");
    add(
        {CommandName::search, CommandName::suggest}, "--limit", "N",
        [this](const std::string& text) { options_.limit = number("--limit", text, 0, kMaxLimit); },
        "how many to show: 10; a question with 0 only counts");
    add(
        search, "--offset", "N",
        [this](const std::string& text) { options_.offset = number("--offset", text, 0, kMaxOffset); },
        "articles to pass over first: 0");
    add_facets();
    add_flag(search, "--no-snippets", options_.snippets, false, "leave out the passages of the texts");
    add_flag(search, "--explain", options_.explain, true, "tell how the question was understood");
    add_flag(search, "--stats", options_.stats, true, "tell how many and how long, on stderr or in the JSON");
  }

  void add_facets() {
    app_.add_option_function<std::vector<std::string>>(
        "--facet", [this](const std::vector<std::string>& facets) {
          if (facets.size() > kMaxFacets) {
            throw usage(fmt::format("--facet stands there more than {} times", kMaxFacets));
          }
          options_.facets.clear();
          for (const std::string& facet : facets) options_.facets.push_back(facet_request(facet));
        });
    entries_.push_back({{CommandName::search},
                        "--facet",
                        "FIELD[:N]",
                        "count the whole answer by tag, source, author, lang,\n"
                        "section, year, month or day; the first N values: 10.\n"
                        "Repeatable"});
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
    const auto entry = std::ranges::find(entries_, name, &OptionEntry::name);
    if (!item.parents.empty() || entry == entries_.end() || name == kConfig) {
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

  void check(std::size_t words) const {
    const Format format = options_.format;
    switch (options_.command) {
      case CommandName::search:
        if (words == 0)
          throw usage("there is no question",
                      "newsline-query 'CSTO suspension' asks one; * finds everything");
        if (!options_.facets.empty() && (format == Format::csv || format == Format::jsonl)) {
          throw usage(fmt::format("--facet has no place in --format {}", name_of(kFormatNames, format)),
                      "take --format json, or text");
        }
        break;
      case CommandName::show:
        if (words != 1) {
          throw usage(words == 0 ? "show needs the id of an article" : "show takes one id",
                      "answers tell the ids; one with blanks stands in quotes");
        }
        break;
      case CommandName::tags:
      case CommandName::acronyms:
      case CommandName::suggest:
        break;
    }
  }

  CLI::App app_;
  Options options_;
  std::vector<OptionEntry> entries_;
};

}  // namespace

std::variant<Options, Information> parse_options(const std::vector<std::string>& arguments) {
  return CommandLine().parse(arguments);
}

}  // namespace newsline
