// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace newsline::relevance {
namespace {

const std::string kLucene = std::string(NEWSLINE_SOURCE_DIR) + "/tests/relevance/lucene/ask";

std::string text_of(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool has_lucene() {
  Command command;
  command.arguments = {"/bin/sh", "-c", "ls /usr/share/java/lucene-core-8*.jar && command -v javac"};
  command.environment = {{"PATH", "/usr/bin:/bin"}};
  return run(command).exit_code == 0;
}

/// Two English articles and one in Russian, two questions, of which each has one article; and a peer that is
/// a script.
class Trial {
 public:
  explicit Trial(std::string_view script = "") {
    write_file(folder_ / "set/docs.jsonl",
               "{\"id\":\"d1\",\"title\":\"Dam\",\"body\":\"The old dam.\\nIt holds.\",\"lang\":\"en\"}\n"
               "{\"id\":\"d2\",\"title\":\"Road\",\"body\":\"The road to the dam.\",\"lang\":\"en\"}\n"
               "{\"id\":\"d3\",\"title\":\"Мост\",\"body\":\"Мост закрыт.\",\"lang\":\"ru\"}\n");
    write_file(folder_ / "set/queries.jsonl",
               "{\"id\":\"q1\",\"text\":\"old\\tdam\"}\n{\"id\":\"q2\",\"text\":\"roads\"}\n");
    write_file(folder_ / "set/qrels.tsv", "q1\td1\t1\nq2\td2\t1\n");
    write_file(peer(), "#!/bin/sh\nhere=${0%/*}\n" + std::string(script));
    std::filesystem::permissions(peer(), std::filesystem::perms::owner_all);
  }

  [[nodiscard]] std::string peer() const { return folder_ / "peer"; }
  [[nodiscard]] std::string told(std::string_view file) const { return text_of(folder_ / file); }

  [[nodiscard]] Outcome measure(std::vector<std::string> options) const {
    Command command;
    command.arguments = {NEWSLINE_RELEVANCE_PROGRAM, folder_ / "set"};
    command.arguments.insert(command.arguments.end(), options.begin(), options.end());
    command.deadline =
        std::chrono::minutes(8);  // Java compiles first: over a minute on a machine that is full
    return run(command);
  }

  /// With one peer, named parrot.
  [[nodiscard]] Outcome measure_beside(const std::string& program) const {
    return measure({"--peer", "parrot=" + program, "--runs", folder_ / "runs"});
  }

 private:
  TemporaryFolder folder_;
};

TEST_SUITE("black-box") {
  TEST_CASE("a peer is given the language and every article and question and scored like the modes") {
    // It knows a document for each question, once at the second place: (1 / log2(3) + 1) / 2.
    const Trial trial(
        "echo \"$1\" >\"$here/language\"; sort \"$2\" >\"$here/articles\"; cp \"$3\" \"$here/questions\"\n"
        "printf 'q1\\t2\\td2\\td1\\nq2\\t0.5\\td2\\n'\n");
    const Outcome outcome = trial.measure_beside(trial.peer());
    CHECK(outcome.errors.empty());
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.output.ends_with(
        "set plain-any parrot                       3       2   0.8155  0.7500  1.0000    2.00\n"));
    CHECK(trial.told("language") == "en\n");
    CHECK(trial.told("articles") ==
          "d1\tDam\tThe old dam. It holds.\nd2\tRoad\tThe road to the dam.\nd3\tМост\tМост закрыт.\n");
    CHECK(trial.told("questions") == "q1\told dam\nq2\troads\n");
    CHECK(trial.told("runs/set.plain-any.parrot.tsv") == "q1\td2\nq1\td1\nq2\td2\n");
  }

  TEST_CASE("a peer that answers as a mode did has the scores of that mode") {
    const Trial trial(
        "awk '{ line[$1] = line[$1] \"\\t\" $2 } END { for (q in line) print q \"\\t1\" line[q] }' "
        "\"$here/runs/set.plain-any.exact.tsv\"\n"
        "printf 'q2\\t1\\n'\n");
    const std::string table = trial.measure_beside(trial.peer()).output;
    const std::string exact = table.substr(table.find("set plain-any exact") + 34, 43);
    REQUIRE(exact.ends_with("0.5000"));
    CHECK(table.substr(table.find("set plain-any parrot") + 34, 43) == exact);
  }

  TEST_CASE("a peer that fails ends the measurement with what it said") {
    const Trial trial("echo no memory >&2; exit 3\n");
    const Outcome outcome = trial.measure_beside(trial.peer());
    CHECK(outcome.exit_code == 65);
    CHECK(outcome.errors == "newsline-relevance: parrot (" + trial.peer() + ") ended with 3: no memory\n\n");
  }

  TEST_CASE("a peer that leaves a question out ends the measurement") {
    const Trial trial("printf 'q1\\t2\\td2\\n'\n");
    const Outcome outcome = trial.measure_beside(trial.peer());
    CHECK(outcome.exit_code == 65);
    CHECK(outcome.errors == "newsline-relevance: parrot: question \"q2\" is not answered\n");
  }

  TEST_CASE("options that are none are refused with what there is") {
    const Trial trial;
    for (const std::string given : {"parrot", "=parrot", "parrot="}) {
      const Outcome outcome = trial.measure({"--peer", given});
      CHECK(outcome.exit_code == 2);
      CHECK(outcome.errors.starts_with("newsline-relevance: --peer takes NAME=PROGRAM, not \"" + given +
                                       "\"\nusage: newsline-relevance "));
    }
    CHECK(
        trial.measure({"--peer"})
            .errors.starts_with("newsline-relevance: \"--peer\" is no option, or lacks its value\nusage: "));
  }

  TEST_CASE("Lucene ranks by English stems where most articles are English") {
    if (!has_lucene()) {
      MESSAGE("skipped: no Lucene 8 with a Java compiler here");
      return;
    }
    const Trial trial;
    const Outcome outcome = trial.measure_beside(kLucene);
    CHECK(outcome.errors.empty());
    CHECK(trial.told("runs/set.plain-any.parrot.tsv") == "q1\td1\nq1\td2\nq2\td2\n");
  }
}

}  // namespace
}  // namespace newsline::relevance
