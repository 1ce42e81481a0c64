// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/trial/world.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "common/index/update.h"
#include "common/index/upkeep.h"
#include "tests/index/observers.h"

namespace newsline::fault {
namespace {

namespace fs = std::filesystem;

/// Whether every line of these problems tells of a list of free blocks.
bool is_of_free_blocks(const std::string& problems) {
  std::istringstream lines(problems);
  for (std::string line; std::getline(lines, line);)
    if (line.find("freelist") == std::string::npos) return false;
  return true;
}

std::string path_in(const std::string& article) {
  const std::size_t path = article.find("\"path\":");
  return article.substr(path, article.find(',', path) - path);
}

/// The articles that the run adds or replaces, in the order in which it reads them: by file, then by record.
/// end.
std::vector<std::string> written_articles(const Content& before, const Content& after) {
  std::vector<std::pair<std::string, std::string>> by_file;
  for (const auto& [id, text] : after.articles) {
    const auto former = before.articles.find(id);
    if (former != before.articles.end() && former->second == text) continue;
    by_file.emplace_back(path_in(text), id);
  }
  std::stable_sort(by_file.begin(), by_file.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> ids;
  ids.reserve(by_file.size());
  for (auto& [file, id] : by_file) ids.push_back(std::move(id));
  return ids;
}

}  // namespace

World::World(Trial& trial) : trial_(trial) {
  Listener listener;
  for (const int state : {1, 0}) {
    write_files(source(), files_of_state(state));
    const std::string fresh = folder_ / fmt::format("fresh-{}", state);
    update({fresh, {source()}}, listener);
    golden_.at(static_cast<std::size_t>(state)) = content_of(fresh);
  }
  update({index(), {source()}}, listener);
  if (content_of(index()) != golden(0)) throw std::logic_error("equal sources give other contents");
}

void World::turn() {
  state_ = 1 - state_;
  write_files(source(), files_of_state(state_));
}

Command World::run_of(const std::string& what, std::size_t batch_bytes) const {
  return worker({what, index(), std::to_string(batch_bytes), source()});
}

int World::steady_articles() const {
  return static_cast<int>(
      std::count_if(golden(0).articles.begin(), golden(0).articles.end(),
                    [&](const auto& article) { return golden(1).articles.contains(article.first); }));
}

std::string World::lost_articles(const std::map<std::string, std::string>& now,
                                 std::uint64_t acknowledged) const {
  const Content& before = golden(1 - state_);
  const Content& after = golden(state_);
  std::string lost;
  for (const auto& [id, text] : before.articles)
    if (after.articles.contains(id) && !now.contains(id)) lost += fmt::format("{} is gone\n", id);
  for (const auto& [id, text] : now) {
    const bool is_known = (before.articles.contains(id) && before.articles.at(id) == text) ||
                          (after.articles.contains(id) && after.articles.at(id) == text);
    if (!is_known) lost += fmt::format("{} is that of no state: {}\n", id, text);
  }
  for (const std::string& id : written_articles(before, after)) {
    if (acknowledged-- == 0) break;
    if (!now.contains(id) || now.at(id) != after.articles.at(id))
      lost += fmt::format("{} was acknowledged\n", id);
  }
  return lost;
}

std::string World::verdict(std::uint64_t acknowledged, bool failed) {
  try {
    std::string problems = problems_of(index());
    may_repair_ = failed;
    needs_repair_ = failed && !problems.empty() && is_of_free_blocks(problems);
    if (needs_repair_) problems.clear();
    if (!problems.empty()) ++trial_.figures.damaged;
    const std::uint64_t written = written_articles(golden(1 - state_), golden(state_)).size();
    trial_.figures.acknowledged += golden(1 - state_).articles.size() + std::min(acknowledged, written);
    const std::string lost = lost_articles(articles_of(index()), acknowledged);
    trial_.figures.lost += static_cast<std::uint64_t>(std::count(lost.begin(), lost.end(), '\n'));
    return problems + lost;
  } catch (const Error& error) {
    ++trial_.figures.damaged;
    return error.what();
  }
}

std::string World::completion() {
  ++trial_.figures.runs;
  const Outcome outcome = run(run_of("update", 64 << 20));
  if (needs_repair_ && outcome.exit_code != 0) ++trial_.figures.damaged;
  if (outcome.exit_code != 0)
    return fmt::format("the next run ends with {}: {}", outcome.exit_code, outcome.errors);
  std::string wrong = problems_of(index()) + leftovers_of(index());
  const bool is_repaired = outcome.errors.find(kRepaired) != std::string::npos;
  if (needs_repair_ && !is_repaired) wrong += "it was not repaired\n";
  if (is_repaired && !may_repair_) wrong += "it was repaired after a run that did not fail\n";
  if (is_repaired) ++trial_.figures.repaired;
  may_repair_ = needs_repair_ = false;
  const Content now = content_of(index());
  if (now.articles != golden(state_).articles) wrong += "the next run does not bring all articles\n";
  if (now.answers != golden(state_).answers) wrong += "the next run does not bring the same answers\n";
  if (!wrong.empty()) ++trial_.figures.damaged;
  return wrong;
}

std::uint64_t acknowledged_by(const Injected& injected, const std::string& what, std::size_t batch_bytes) {
  if (what != "update" || batch_bytes != 1 || injected.counts.commits == 0) return 0;
  return injected.counts.commits - 1;
}

std::string problems_of(const std::string& index) {
  const CheckReport report = check(index, CheckDepth::full);
  std::string problems;
  for (const std::string& problem : report.first_problems) problems += problem + '\n';
  return problems;
}

std::string leftovers_of(const std::string& index) {
  std::string left;
  for (const auto& entry : fs::recursive_directory_iterator(index))
    if (entry.path().extension() == ".tmp") left += entry.path().string() + " is left\n";
  if (generations(index).size() > 2) left += "more than two generations are left\n";
  return left;
}

}  // namespace newsline::fault
