// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/help.h"

#include "common/console/ending.h"

namespace newsline {
namespace {

std::string with_exit_codes(const std::string& example) {
  std::string text = example + "\n\n" + std::string(exit_code_table());
  text.pop_back();  // CLI11 ends the line itself
  return text;
}

constexpr const char* kUpdate = R"(Example:
  newsline-index update --index ~/news-index ~/news feed.jsonl.gz
  newsline-index update --index ~/news-index --quiet --wait 5m     for cron

What cannot be read is printed as path:line: reason, and the run goes on; with
--quiet only what is new since the last run, so that cron mails it once.
A run that would take out more than a quarter of a source is refused.
SIGINT and SIGTERM end a run after a commit, with exit code 130 or 143; what was
committed stays. The same again ends it at once, which loses what was not.)";

constexpr const char* kRebuild = R"(Example:
  newsline-index rebuild --index ~/news-index

SIGINT and SIGTERM end it with exit code 130 or 143 and change nothing. Until the
switch the former index answers; it is kept for newsline-index rollback. Articles
that sources keep though their files have gone, forgotten ids and the settings of
sources are carried over.)";

constexpr const char* kRollback = R"(Example:
  newsline-index rollback --index ~/news-index

The next update goes on from there, and removes the generation that was newer.)";

constexpr const char* kForget = R"(Example:
  newsline-index forget --index ~/news-index https://example.org/one
  newsline-index forget --index ~/news-index --undo https://example.org/one

An article that is named by its id (of a page: its path) stays out, whatever later
runs read. Of a file or a folder of several articles these are taken out, and what
still lies in a source comes back with the next update.)";

constexpr const char* kSources = R"(Example:
  newsline-index sources --index ~/news-index
  newsline-index sources --index ~/news-index --remove ~/news/old

An update without PATH refreshes all of them.)";

constexpr const char* kCheck = R"(Example:
  newsline-index check --index ~/news-index --quick --quiet     for cron

Without --quick every block, article, term and value is compared, which takes about
as long as indexing does, and no run can write meanwhile. Damage is exit code 65.)";

constexpr const char* kStatus = R"(Example:
  newsline-index status --index ~/news-index)";

constexpr const char* kExport = R"(Example:
  newsline-index export --index ~/news-index | zstd > news.jsonl.zst

FILE appears when it is whole; until then what was there stays.)";

constexpr const char* kExplain = R"(Example:
  newsline-index explain saved-page.html
  newsline-index explain --as page --limit 1 notes.md
  newsline-index explain --index ~/news-index ~/news/page.txt

Tells what the file was unpacked from, its format and charset with what says so,
and of each article where each field was found. Of web pages and page texts also
every line or paragraph: kept, or by which rule it was dropped. Nothing is indexed.
With --index also which lines that index leaves out because they recur at the edges
of many articles of the source.)";

constexpr const char* kFormats = R"(Example:
  newsline-index formats

A format is told by what is in a file, and only then by its name.)";

const char* text_of(Action action) {
  switch (action) {
    case Action::update:
      return kUpdate;
    case Action::rebuild:
      return kRebuild;
    case Action::rollback:
      return kRollback;
    case Action::forget:
      return kForget;
    case Action::sources:
      return kSources;
    case Action::check:
      return kCheck;
    case Action::status:
      return kStatus;
    case Action::explain:
      return kExplain;
    case Action::formats:
      return kFormats;
    case Action::export_articles:
      break;
  }
  return kExport;
}

}  // namespace

std::string help_footer() {
  return with_exit_codes(
      "Example:\n  newsline-index update --index ~/news-index ~/news\n\n"
      "newsline-index COMMAND --help tells more.");
}

std::string help_footer(Action action) { return with_exit_codes(text_of(action)); }

// CLI11 tells what it does not know as `INI was not able to parse NAME`, of a section as `NAME.++`.
std::string config_reason(std::string_view message) {
  constexpr std::string_view kUnknown = "INI was not able to parse ";
  constexpr std::string_view kSection = ".++";
  if (!message.starts_with(kUnknown)) return std::string(message);
  message.remove_prefix(kUnknown.size());
  if (message.ends_with(kSection)) message.remove_suffix(kSection.size());
  return "no command or option is called \"" + std::string(message) + '"';
}

}  // namespace newsline
