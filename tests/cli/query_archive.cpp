// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/query_archive.h"

#include <stdexcept>
#include <utility>

#include "common/index/update.h"

namespace newsline {
namespace {

/// Two with everything that an article can have, one with next to nothing, one in wide characters, and one
/// that wants to drive terminals and spreadsheets.
constexpr const char* kArticles = R"json(
{"url":"https://courier.example/dam","title":"Dam repaired before the spring floods","published":"2024-03-12T09:30:00+04:00","reads":1487,"lang":"en","tags":["Energy","Foreign Policy"],"authors":["Ani Sargsyan","Tom Reed"],"source":"Valley Courier","section":"Economy","summary":"Engineers beat the snow melt by a week.","body":"Engineers closed the last crack in the Jrakert dam on Tuesday.\nThe river is expected to rise within days, and the valley below the dam has been waiting for this repair since autumn.\n\nThe minister of energy thanked the crew."}
{"url":"https://courier.example/bridge","title":"Bridge over the Lanhe reopens","published":"2023-11-05","reads":96,"lang":"en","tags":["Transport","energy"],"authors":["Tom Reed"],"source":"Valley Courier","section":"Region","body":"The bridge below the dam reopened on Sunday after a year of repair.\nLorries may cross it again, \"slowly\", as the sign says."}
{"url":"https://courier.example/note","title":"Correction","lang":"en","source":"Hill Gazette","body":"An earlier note about the river named the wrong valley."}
{"url":"https://courier.example/zh","title":"水坝修复完成","published":"2024-03-13","lang":"zh","tags":["能源"],"source":"山谷信使","body":"工程师星期二修好了水坝的最后一道裂缝。山谷里的人们已经等了整整一个冬天。"}
{"url":"https://evil.example/\u202egpj.exe","title":"=HYPERLINK(\"http://evil.example\",\"poison\") \u001b[31mred\u001b]0;owned\u0007\nsecond line \u202etxt.exe\u0085end","published":"2022-01-01","reads":7,"lang":"en","tags":["@poison\u001b[2J\u202e","-minus"],"authors":["+author\u0090q"],"source":"evil\u2066 gazette","section":"\tsec\u200btion","summary":"sum\u001b[0mmary","body":"\u001b]8;;http://evil.example\u0007poison\u001b]8;;\u0007 for the terminal\u202e and\u009b31m more poison\u007f."}
)json";

class Silent : public RunObserver {
 public:
  void rejected(const Rejection& rejection) override { throw std::runtime_error(rejection.reason); }
  void progress(const RunReport& /*so_far*/, std::uint64_t /*files*/, const std::string& /*path*/) override {}
};

}  // namespace

QueryArchive::QueryArchive() {
  const std::string articles = folder_ / "articles.jsonl";
  write_file(articles, std::string_view(kArticles).substr(1));
  UpdateRequest request;
  request.index = index();
  request.sources = {articles};
  Silent observer;
  if (update(request, observer).articles_added != 5) throw std::runtime_error("articles are missing");
}

const QueryArchive& QueryArchive::instance() {
  static const QueryArchive kArchive;
  return kArchive;
}

Command QueryArchive::command(std::vector<std::string> arguments, const Environment& environment) const {
  Command command;
  command.arguments = {NEWSLINE_QUERY};
  for (std::string& argument : arguments) command.arguments.push_back(std::move(argument));
  command.environment = environment;
  command.environment.emplace("NEWSLINE_INDEX", index());
  return command;
}

Outcome QueryArchive::ask(std::vector<std::string> arguments, const Environment& environment) const {
  return run(command(std::move(arguments), environment));
}

std::size_t occurrences(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
    ++count;
  return count;
}

}  // namespace newsline
