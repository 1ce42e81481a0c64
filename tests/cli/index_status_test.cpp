// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/index_program.h"

using namespace newsline;

namespace {

const std::string kDated =
    R"({"url":"https://example.org/a","title":"Rain","body":"It rained.","published":"2024-03-01","lang":"en",)"
    R"("source":"The Puddle","tags":["weather","rain"]})"
    "\n"
    R"({"url":"https://example.org/b","title":"Regen","body":"Es regnete.","published":"2024-05-09","lang":"de",)"
    R"("source":"The Puddle","tags":["rain"]})"
    "\n"
    R"({"url":"https://example.org/c","title":"Snow","body":"When?","lang":"en"})"
    "\n";

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("status tells what the index holds") {
  const IndexProgram index;
  index.write_news("a.jsonl", kDated);
  REQUIRE(index({"update", "news"}).exit_code == 0);
  const Outcome outcome = index({"status"});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.errors.empty());
  for (const std::string& line :
       {std::string("articles    3 (1 without a date)\n"),
        std::string("dates       2024-03-01 to 2024-05-09\n"), std::string("tags        2 different\n"),
        std::string("languages   en 2, de 1\n"), std::string("publishers  The Puddle 2, news 1\n"),
        "source      " + index / "news" + "\n", std::string("files       1\n"), std::string("update at ")}) {
    CAPTURE(line);
    CHECK(has(outcome.output, line));
  }
}

TEST_CASE("status as JSON says the same in a form with a version") {
  const IndexProgram index;
  index.write_news("a.jsonl", kDated + "{\n");
  REQUIRE(index({"update", "news"}).exit_code == 3);
  const Outcome outcome = index({"status", "--json"});
  CHECK(outcome.exit_code == 0);
  CHECK(lines_in(outcome.output) == 1);
  const nlohmann::json status = nlohmann::json::parse(outcome.output);
  CHECK(status.at("newsline_status") == 1);
  CHECK(status.at("articles") == 3);
  CHECK(status.at("undated") == 1);
  CHECK(status.at("first_day") == "2024-03-01");
  CHECK(status.at("last_day") == "2024-05-09");
  CHECK(status.at("tags") == 2);
  CHECK(status.at("sources") == nlohmann::json::array({index / "news"}));
  CHECK(status.at("languages").at(0) == nlohmann::json({{"value", "en"}, {"articles", 2}}));
  CHECK(status.at("size_bytes") > 0);
  CHECK(status.at("last_run").at("command") == "update");
  CHECK(status.at("last_run").at("rejections") == 1);
  CHECK(status.at("last_run").at("stopped") == false);
}

TEST_CASE("sources that hold each other or have names of any bytes are told") {
  const IndexProgram index;
  write_file(index / "\xFF\x1B[2J/a.jsonl", record(1));
  REQUIRE(index({"update", "\xFF\x1B[2J"}).exit_code == 0);
  CHECK(has(index({"status"}).output, "/%FF%1B[2J\n"));
  const auto status = nlohmann::json::parse(index({"status", "--json"}).output);
  CHECK(has(status.at("sources").at(0).get<std::string>(), "/%FF%1B[2J"));
}

TEST_CASE("the index is found by the environment where it is not named") {
  struct Place {
    std::map<std::string, std::string> environment;
    const char* folder;
  };
  const IndexProgram index;
  index.write_news("a.jsonl", record(1));
  const std::string here = index / "";
  const Place places[] = {{{{"NEWSLINE_INDEX", here + "by-name"}, {"HOME", here + "home"}}, "by-name"},
                          {{{"XDG_DATA_HOME", here + "xdg"}, {"HOME", here + "home"}}, "xdg/newsline/index"},
                          {{{"HOME", here + "home"}}, "home/.local/share/newsline/index"}};
  for (const Place& place : places) {
    CAPTURE(place.folder);
    Command command = index.command({"update", "news"});
    command.arguments.resize(3);  // without --index
    command.environment = place.environment;
    CHECK(run(command).exit_code == 0);
    CHECK(std::filesystem::exists(index / place.folder + "/XAPIANDB"));
  }
  Command lost = index.command({"update", "news"});
  lost.arguments.resize(3);
  const Outcome outcome = run(lost);
  CHECK(outcome.exit_code == 2);
  CHECK(has(outcome.errors, "--index DIR"));
}

TEST_CASE("a file of configuration says what flags say and flags win") {
  const IndexProgram index;
  std::string broken;
  for (int line = 0; line < 30; ++line) broken += "{\n";
  index.write_news("a.jsonl", broken);
  write_file(index / "newsline.toml", "index = \"configured\"\n\n[update]\nverbose = true\n");
  Command command = index.command({"update", "news", "--config", "newsline.toml"});
  command.arguments.resize(5);
  CHECK(lines_in(run(command).errors) == 30);
  CHECK(std::filesystem::exists(index / "configured/XAPIANDB"));
  CHECK(index({"update", "news", "--config", "newsline.toml", "--index", "named"}).exit_code == 3);
  CHECK(std::filesystem::exists(index / "named/XAPIANDB"));
}

TEST_CASE("a file of configuration that cannot be understood is an error") {
  const IndexProgram index;
  struct Mistake {
    const char* text;
    const char* said;
  };
  for (const Mistake& mistake :
       {Mistake{"indx = \"x\"\n", "\"indx\""}, Mistake{"[update]\nverbos = true\n", "\"update.verbos\""},
        Mistake{"[updat]\nverbose = true\n", "\"updat\""}}) {
    CAPTURE(mistake.text);
    write_file(index / "wrong.toml", mistake.text);
    const Outcome outcome = index({"status", "--config", "wrong.toml"});
    CHECK(outcome.exit_code == 2);
    CHECK(has(outcome.errors, "--config cannot be understood"));
    CHECK(has(outcome.errors, mistake.said));
  }
  const Outcome missing = index({"status", "--config", "missing.toml"});
  CHECK(missing.exit_code == 2);
  CHECK(has(missing.errors, "missing.toml"));
}

TEST_CASE("help of every command is one screen with an example and the exit codes") {
  const IndexProgram index;
  const auto help_of = [&](std::vector<std::string> arguments) {
    arguments.emplace_back("--help");
    Command command = index.command(arguments);
    command.arguments.resize(arguments.size() + 1);  // without --index
    return run(command);
  };
  for (const std::string action :
       {"", "update", "rebuild", "rollback", "forget", "sources", "check", "status", "export"}) {
    CAPTURE(action);
    const Outcome outcome = action.empty() ? help_of({}) : help_of({action});
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.errors.empty());
    CHECK(lines_in(outcome.output) <= 54);
    CHECK(has(outcome.output, "Usage: newsline-index "));
    CHECK(has(outcome.output, "\nExample:\n  newsline-index " + action));
    CHECK(has(outcome.output, "--index DIR"));
    CHECK(has(outcome.output, "Exit codes"));
    for (std::size_t begin = 0; begin < outcome.output.size();) {
      const std::size_t end = outcome.output.find('\n', begin);
      CHECK(end - begin <= 90);
      begin = end + 1;
    }
  }
}

TEST_CASE("the version is told") {
  const IndexProgram index;
  Command command = index.command({"--version"});
  const Outcome outcome = run(command);
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.output.starts_with("newsline-index "));
  CHECK(lines_in(outcome.output) == 1);
}

TEST_SUITE_END();
