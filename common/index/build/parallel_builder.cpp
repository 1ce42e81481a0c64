// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/build/parallel_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace newsline {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFirstBatchArticles = 500;
constexpr std::size_t kMostBatchArticles = 4000;
constexpr std::size_t kFanIn = 64;

/// Xapian's merge keeps the piece that each batch has of a posting list: the fewer, the smaller the index and
/// the quicker the answers. The first batches are small all the same, so that all workers soon have one
/// (BENCHMARKS.md).
std::size_t articles_of_batch(std::size_t number) {
  constexpr std::size_t kOfOneSize = 2;
  constexpr std::size_t kMostDoublings = 16;
  const std::size_t doublings = std::min(number / kOfOneSize, kMostDoublings);
  return std::min(kFirstBatchArticles << doublings, kMostBatchArticles);
}

}  // namespace

ParallelBuilder::ParallelBuilder(std::string folder, unsigned workers, std::size_t batch_bytes)
    : folder_(std::move(folder)), batch_bytes_(batch_bytes) {
  fs::create_directory(folder_);
  for (unsigned i = 0; i < workers; ++i) workers_.emplace_back([this] { work(); });
}

ParallelBuilder::~ParallelBuilder() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    batches_.clear();
    merges_.clear();
  }
  work_is_there_.notify_all();
  for (std::thread& worker : workers_)
    if (worker.joinable()) worker.join();
  std::error_code ignored;  // the next run under the lock removes what could not be removed now
  fs::remove_all(folder_, ignored);
}

void ParallelBuilder::add(Article article, std::string file_key, EdgeCut cut) {
  batch_.text_bytes += article.title.size() + article.summary.size() + article.body.size();
  auto names = name_values(article);
  for (auto& [slot, value] : names) value = names_.stored(slot, value);
  batch_.entries.push_back({std::move(article), std::move(file_key), cut, std::move(names)});
  const bool is_full =
      batch_.entries.size() >= articles_of_batch(given_batches_) || batch_.text_bytes >= batch_bytes_;
  if (is_full) hand_over_batch();
}

void ParallelBuilder::hand_over_batch() {
  if (given_batches_ == 0) dictionary_ = dictionary_for(batch_);
  std::unique_lock lock(mutex_);
  room_is_there_.wait(lock, [&] { return failure_ || batches_.size() < workers_.size(); });
  if (failure_) std::rethrow_exception(failure_);
  batches_.push_back(std::exchange(batch_, {}));
  ++given_batches_;
  lock.unlock();
  work_is_there_.notify_one();
}

std::vector<std::string> ParallelBuilder::finish() {
  if (!batch_.entries.empty()) hand_over_batch();
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  work_is_there_.notify_all();
  for (std::thread& worker : workers_) worker.join();
  if (failure_) std::rethrow_exception(failure_);
  // What is left of a level stands behind all that went into the next.
  std::vector<std::string> databases;
  for (auto level = levels_.rbegin(); level != levels_.rend(); ++level)
    for (const auto& [ordinal, database] : *level) databases.push_back(database);
  databases.insert(databases.end(), families_.begin(), families_.end());
  databases.push_back(folder_ + "/names");
  write_names(names_, databases.back());
  if (dictionary_.empty()) return databases;
  databases.push_back(folder_ + "/dictionary");
  write_dictionary(dictionary_, databases.back());
  return databases;
}

void ParallelBuilder::work() {
  try {
    std::optional<BatchTools> tools;  // made for the first batch, when there is a dictionary
    work_until_closed(tools);
    if (tools) keep_families(tools->families);
  } catch (...) {  // goes on in the thread that adds
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
  }
  room_is_there_.notify_all();
  work_is_there_.notify_all();
}

void ParallelBuilder::keep_families(FamilyRecorder& families) {
  std::unique_lock lock(mutex_);
  if (failure_) return;
  std::string database = fmt::format("{}/families-{}", folder_, families_.size());
  families_.push_back(database);
  lock.unlock();
  write_families(families, database);
}

void ParallelBuilder::work_until_closed(std::optional<BatchTools>& tools) {
  std::unique_lock lock(mutex_);
  while (true) {
    work_is_there_.wait(lock, [&] { return failure_ || closed_ || !merges_.empty() || !batches_.empty(); });
    if (failure_) return;
    if (!merges_.empty()) {
      merge_next_group(lock);
    } else if (!batches_.empty()) {
      index_next_batch(lock, tools);
    } else {
      return;
    }
  }
}

void ParallelBuilder::index_next_batch(std::unique_lock<std::mutex>& lock, std::optional<BatchTools>& tools) {
  const Batch batch = std::move(batches_.front());
  batches_.pop_front();
  const std::size_t ordinal = taken_batches_++;
  lock.unlock();
  room_is_there_.notify_one();
  if (!tools) tools.emplace(BatchTools{{}, {}, TextPacker(dictionary_)});
  std::string database = path_of(0, ordinal);
  write_batch(batch, database, *tools);
  if (tools->families.noted() > kMaxNoted) keep_families(tools->families);
  lock.lock();
  keep(0, ordinal, std::move(database));
}

void ParallelBuilder::merge_next_group(std::unique_lock<std::mutex>& lock) {
  const Merge merge = merges_.front();
  merges_.pop_front();
  std::vector<std::string> parts;
  Level& level = levels_[merge.level];
  const auto first = level.lower_bound(merge.group * kFanIn);
  const auto last = level.lower_bound((merge.group + 1) * kFanIn);
  for (auto part = first; part != last; ++part) parts.push_back(std::move(part->second));
  level.erase(first, last);
  lock.unlock();
  std::string database = path_of(merge.level + 1, merge.group);
  merge_databases(parts, database);
  lock.lock();
  keep(merge.level + 1, merge.group, std::move(database));
}

void ParallelBuilder::keep(std::size_t level, std::size_t ordinal, std::string database) {
  if (levels_.size() <= level) levels_.resize(level + 1);
  levels_[level].emplace(ordinal, std::move(database));
  const std::size_t group = ordinal / kFanIn;
  const auto first = levels_[level].lower_bound(group * kFanIn);
  const auto last = levels_[level].lower_bound((group + 1) * kFanIn);
  if (static_cast<std::size_t>(std::distance(first, last)) < kFanIn) return;
  merges_.push_back({level, group});
  work_is_there_.notify_one();
}

std::string ParallelBuilder::path_of(std::size_t level, std::size_t ordinal) const {
  return fmt::format("{}/{}-{}", folder_, level, ordinal);
}

}  // namespace newsline
