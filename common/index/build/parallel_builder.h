// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "common/index/build/batch_database.h"

namespace newsline {

/// Turns many articles into few databases, on all cores: each worker takes a batch, makes its postings and
/// writes them into a small database of its own, and merges databases where enough lie side by side.
///
/// Xapian keeps what is not yet written in nested maps that slow down as they fill, and one object of it
/// serves one thread: small databases and a merge build several times faster than one large one
/// (BENCHMARKS.md). What comes out depends on the articles and their order alone, not on the number of
/// workers or their pace. Memory: at most two batches a worker, with about 25 bytes a posting.
class ParallelBuilder {
 public:
  /// `folder` is made, must not exist, and is removed by the destructor with all that is left in it. A batch
  /// has so much text at most, or one article.
  ParallelBuilder(std::string folder, unsigned workers, std::size_t batch_bytes);
  ~ParallelBuilder();
  ParallelBuilder(const ParallelBuilder&) = delete;
  ParallelBuilder& operator=(const ParallelBuilder&) = delete;

  /// Takes the next article; waits while the workers are behind. Throws what a worker has thrown. Only from
  /// the thread that made the object.
  void add(Article article, std::string file_key, EdgeCut cut = {});

  /// Waits for all work. The databases, whose documents in this order are the articles in theirs, and at the
  /// end those of what else was noted of them, which have no documents.
  [[nodiscard]] std::vector<std::string> finish();

 private:
  /// Databases of one size, by the place of their documents among all: those of a level are merged, kFanIn at
  /// a time, into one of the next.
  using Level = std::map<std::size_t, std::string>;
  struct Merge {
    std::size_t level = 0;
    std::size_t group = 0;
  };

  void hand_over_batch();
  void work();
  void keep_families(FamilyRecorder& families);
  void work_until_closed(std::optional<BatchTools>& tools);
  void index_next_batch(std::unique_lock<std::mutex>& lock, std::optional<BatchTools>& tools);
  void merge_next_group(std::unique_lock<std::mutex>& lock);
  void keep(std::size_t level, std::size_t ordinal, std::string database);
  [[nodiscard]] std::string path_of(std::size_t level, std::size_t ordinal) const;

  std::string folder_;
  std::size_t batch_bytes_;
  Batch batch_;                    ///< being filled
  NameNumbers names_;              ///< given out in the order of the articles
  std::string dictionary_;         ///< made of the first batch, before that is handed over
  std::size_t given_batches_ = 0;  ///< of those before it

  std::mutex mutex_;
  std::condition_variable work_is_there_;
  std::condition_variable room_is_there_;
  std::deque<Batch> batches_;  ///< waiting
  std::size_t taken_batches_ = 0;
  std::deque<Merge> merges_;  ///< waiting
  std::vector<Level> levels_;
  std::vector<std::string> families_;  ///< a database a worker, and one for each time it had noted much
  bool closed_ = false;
  std::exception_ptr failure_;  ///< of the first worker that failed
  std::vector<std::thread> workers_;
};

}  // namespace newsline
