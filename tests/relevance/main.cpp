// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "tests/relevance/peer.h"
#include "tests/relevance/trial.h"
#include "tests/support/temporary_folder.h"

/// Scores the ranking on judged collections and prints a table.
namespace newsline::relevance {
namespace {

constexpr std::string_view kUsage =
    "usage: newsline-relevance [--peer NAME=PROGRAM]... [--runs FOLDER] COLLECTION...\n"
    "Each COLLECTION is a folder with queries.jsonl, qrels.tsv and docs.jsonl or folders of articles.\n"
    "Each is asked in three modes: exact (words as written), families (inflections and accents too) and\n"
    "everything (the default of newsline-query: names in other scripts too).\n"
    "With --peer, PROGRAM is given the same articles and plain questions (see tests/relevance/peer.h).\n"
    "With --runs, the ranked answers are also written as FOLDER/NAME.ASKING.MODE.tsv: query TAB document;\n"
    "the MODE of a peer is its NAME.\n";

/// What words stand for besides themselves.
struct Mode {
  std::string_view name;
  Matching matching;
};
constexpr std::array<Mode, 3> kModes = {{{"exact", kExactly},
                                         {"families", {.inflections = true, .accents = true, .names = false}},
                                         {"everything", {}}}};

struct Options {
  std::string runs;
  std::vector<Peer> peers;
  std::vector<std::string> collections;
};

std::string_view name_of(Asking asking) { return asking == Asking::plain_any ? "plain-any" : "as-written"; }

void print_head() {
  fmt::print("{:<34}{:>10}{:>8}{:>9}{:>8}{:>8}{:>8}\n", "set", "documents", "queries", "nDCG@10", "MAP",
             "R@100", "p50 ms");
}

void print_scores(const std::string& name, const std::string& documents, const Scores& scores,
                  const std::string& median) {
  fmt::print("{:<34}{:>10}{:>8}{:>9.4f}{:>8.4f}{:>8.4f}{:>8}\n", name, documents, scores.queries, scores.ndcg,
             scores.mean_average_precision, scores.recall, median);
  std::fflush(stdout);
}

void write_run(const Run& run, const std::string& path) {
  std::ofstream file(path);
  for (const auto& [query, ranked] : run) {
    for (const std::string& document : ranked) file << query << '\t' << document << '\n';
  }
  if (!file.flush()) throw std::runtime_error("cannot write " + path);
}

void report(const Collection& collection, std::uint64_t documents, Asking asking, std::string_view mode,
            const Answers& answers, const Options& options) {
  print_scores(fmt::format("{} {} {}", collection.name(), name_of(asking), mode), std::to_string(documents),
               score(answers.run, collection.judgements()), fmt::format("{:.2f}", answers.median_ms));
  for (const std::string& kind : collection.kinds()) {
    print_scores("  " + kind, "", score(answers.run, collection.judgements_of(kind)), "");
  }
  if (!answers.refused.empty()) {
    fmt::print("  refused as questions: {}\n", fmt::join(answers.refused, " "));
  }
  if (!options.runs.empty()) {
    write_run(answers.run,
              fmt::format("{}/{}.{}.{}.tsv", options.runs, collection.name(), name_of(asking), mode));
  }
}

void measure(const Collection& collection, const Options& options) {
  const TemporaryFolder folder;
  const std::uint64_t documents = make_index(collection, folder / "index");
  Archive archive(folder / "index");
  const auto ask = [&](Asking asking, const Mode& mode) {
    report(collection, documents, asking, mode.name, ask_all(collection, archive, asking, mode.matching),
           options);
  };
  for (const Mode& mode : kModes) {
    ask(Asking::plain_any, mode);
    // Kinds are of questions that were written for our query language.
    if (!collection.kinds().empty()) ask(Asking::as_written, mode);
  }
  for (const Peer& peer : options.peers) {
    report(collection, documents, Asking::plain_any, peer.name, ask_peer(peer, collection, archive), options);
  }
}

/// Of NAME=PROGRAM. The program is run in another folder.
Peer peer_of(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == 0 || equals == std::string::npos || equals + 1 == text.size()) {
    throw std::invalid_argument(fmt::format("--peer takes NAME=PROGRAM, not \"{}\"", text));
  }
  return {text.substr(0, equals), std::filesystem::absolute(text.substr(equals + 1)).string()};
}

Options options_of(const std::vector<std::string>& arguments) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--runs" && i + 1 < arguments.size()) {
      options.runs = arguments[++i];
      std::filesystem::create_directories(options.runs);
    } else if (arguments[i] == "--peer" && i + 1 < arguments.size()) {
      options.peers.push_back(peer_of(arguments[++i]));
    } else if (arguments[i].starts_with("-")) {
      throw std::invalid_argument(fmt::format("\"{}\" is no option, or lacks its value", arguments[i]));
    } else {
      options.collections.push_back(arguments[i]);
    }
  }
  if (options.collections.empty()) throw std::invalid_argument("no collection");
  return options;
}

int run(const std::vector<std::string>& arguments) {
  try {
    const Options options = options_of(arguments);
    print_head();
    for (const std::string& folder : options.collections) measure(Collection(folder), options);
    return 0;
  } catch (const std::invalid_argument& problem) {
    fmt::print(stderr, "newsline-relevance: {}\n{}", problem.what(), kUsage);
    return 2;
  } catch (const std::exception& problem) {
    fmt::print(stderr, "newsline-relevance: {}\n", problem.what());
    return 65;
  }
}

}  // namespace
}  // namespace newsline::relevance

int main(int count, char** arguments) { return newsline::relevance::run({arguments + 1, arguments + count}); }
