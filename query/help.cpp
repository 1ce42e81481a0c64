// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "common/console/ending.h"

namespace newsline {
namespace {

constexpr std::size_t kDescriptionColumn = 22;

struct CommandHelp {
  std::string_view top;
  std::string_view bottom;
};

constexpr CommandHelp kSearch = {
    R"(newsline-query answers questions from an index that newsline-index has made.

Usage: newsline-query [search] [OPTION...] QUERY...
       newsline-query show [OPTION...] ID         one article as a whole
       newsline-query first [OPTION...] QUERY     who said it first
       newsline-query related [OPTION...] ID      what else there is to read
       newsline-query tags [OPTION...] [PREFIX]   the tags, with their numbers
       newsline-query acronyms [OPTION...] [X]    what acronyms stand for
       newsline-query suggest [OPTION...] PREFIX  what begins so
       newsline-query timeline [OPTION...] QUERY  how much was published when

A question is words, all of which an article must have, and:
  "prime minister"  side by side         armenia OR georgia   one of them
  -war, NOT war     without it           peac*, Tblisi~       begun, spelled so
  #CSTO, tag:"x y"  with this tag        title:budget         in the title
  a NEAR/5 b        close together       author: source: lang: section:
  reads:>1000       read so often        date:2024-03  after:2024  since:7d
  *                 everything           before:2024-03-12    published then
)",
    R"(Examples:
  newsline-query 'CSTO suspension' --facet tag
  newsline-query --sort date '#Armenia since:30d -lang:ru'
  newsline-query -- -war              (-- where a question begins with a dash)
)"};

constexpr CommandHelp kShow = {
    R"(newsline-query show prints one article as a whole.

Usage: newsline-query show [OPTION...] ID

ID is what answers show below each article: its address, or the path of its
file. The last part is enough where it fits one article only.
)",
    R"(Example:
  newsline-query show 2024-03-14-csto-suspension.txt
)"};

constexpr CommandHelp kFirst = {
    R"(newsline-query first shows who said it first: of each source its earliest
article that answers the question, the earliest of all on top.

Usage: newsline-query first [OPTION...] QUERY...

Articles that name no source are taken for those of one. Those without a date
come last.
)",
    R"(Example:
  newsline-query first '"frozen participation" CSTO'
)"};

constexpr CommandHelp kRelated = {
    R"(newsline-query related shows what else there is to read beside an article.

Usage: newsline-query related [OPTION...] ID

Articles with the words and tags that set this one apart from all others, most
alike first. Copies of the article are left out. ID is as for show.
)",
    R"(Example:
  newsline-query related 2024-03-14-csto-suspension.txt
)"};

constexpr CommandHelp kTags = {
    R"(newsline-query tags lists tags with their numbers of articles, most used first.

Usage: newsline-query tags [OPTION...] [PREFIX]

With a PREFIX, only those that begin so; upper and lower case are alike.
)",
    R"(Example:
  newsline-query tags arm
)"};

constexpr CommandHelp kAcronyms = {
    R"(newsline-query acronyms lists what articles say that acronyms stand for.

Usage: newsline-query acronyms [OPTION...] [X]

With X, only that acronym, or those whose long form begins so. Beside each
stand how many articles say so, when the first and the last of them were
published, and the last one. Questions find both forms by either.
)",
    R"(Example:
  newsline-query acronyms CSTO
)"};

constexpr CommandHelp kSuggest = {
    R"(newsline-query suggest lists what somebody may be about to type.

Usage: newsline-query suggest [OPTION...] [PREFIX]

Words, tags, authors, sources, sections and phrases of titles that begin with
PREFIX, as a question writes them; those of many and of new articles first.
Behind tag: or #, author:, source:, section:, lang: or title: only these.
Lines are the suggestion, a tab, and what it is (for completions of shells);
on a terminal they are columns.
)",
    R"(Example:
  newsline-query suggest tag:arm
)"};

constexpr CommandHelp kTimeline = {
    R"(newsline-query timeline counts the articles of an answer over time.

Usage: newsline-query timeline [OPTION...] QUERY...

Each period has the number of articles, and which share of all articles of
that period these are. Periods without any stand there with 0, from the first
to the last that has some; articles without a date are counted apart. Counts
are exact, and of the question as it is asked: nothing is relaxed or
corrected. On a terminal each period has a bar, all of one scale.
)",
    R"(Example:
  newsline-query timeline Armenia --vs Georgia --by week
)"};

const CommandHelp& help_of(CommandName command) {
  switch (command) {
    case CommandName::show:
      return kShow;
    case CommandName::first:
      return kFirst;
    case CommandName::related:
      return kRelated;
    case CommandName::tags:
      return kTags;
    case CommandName::acronyms:
      return kAcronyms;
    case CommandName::suggest:
      return kSuggest;
    case CommandName::timeline:
      return kTimeline;
    case CommandName::search:
      break;
  }
  return kSearch;
}

std::string option_lines(const std::string& what, std::string_view description) {
  std::string lines = fmt::format("  {:<{}}", what, kDescriptionColumn - 2);
  if (what.size() > kDescriptionColumn - 3) lines += '\n' + std::string(kDescriptionColumn, ' ');
  for (const char c : description) {
    lines += c;
    if (c == '\n') lines += std::string(kDescriptionColumn, ' ');
  }
  return lines + '\n';
}

}  // namespace

std::string help_text(CommandName command, const std::vector<OptionEntry>& options) {
  const CommandHelp& help = help_of(command);
  std::string text = fmt::format("{}\nOptions:\n", help.top);
  for (const OptionEntry& option : options) {
    if (std::ranges::find(option.commands, command) == option.commands.end()) continue;
    text += option_lines(option.value.empty() ? option.name : option.name + ' ' + option.value,
                         option.description);
  }
  text += option_lines("-h, --help", "this text");
  if (command == CommandName::search) text += option_lines("--version", "the version of this program");
  return fmt::format("{}\n{}\n{}", text, help.bottom, exit_code_table());
}

}  // namespace newsline
