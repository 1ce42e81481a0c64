// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article/rejection.h"
#include "common/index/build/memory_shares.h"

namespace newsline {

/// What a run is to do.
struct UpdateRequest {
  std::string index;                   ///< folder of the index; made where it is missing
  std::vector<std::string> sources;    ///< files and folders, remembered; none: all that are remembered
  std::size_t batch_bytes = 64 << 20;  ///< text to gather before a commit
  std::string as{};  ///< format in which the given sources are (article_formats()), remembered
                     ///< with them; `auto`: by detection again; empty: as they were
  /// What is no longer in these sources stays in the index, because they are thrown away. The index remembers
  /// it of each source; nothing: as it was.
  std::optional<bool> keep_vanished{};
  bool allow_mass_delete = false;  ///< more than a quarter of a source's articles may go
  bool retry_rejected = false;     ///< files with rejections are read again though they have not changed
  unsigned workers = 0;            ///< threads that build a new generation; 0: one a core
  /// What is gathered before it is written stays within this, at least kLeastMemoryBytes (memory_shares.h).
  std::size_t memory_bytes = kUsualMemoryBytes;
  std::size_t list_bytes = 0;  ///< of a list of files, before it goes to the disk; 0: a share of the memory
};

/// What a run did.
struct RunReport {
  std::uint64_t files_found = 0;
  std::uint64_t files_unchanged =
      0;                             ///< known by size, times and inode, or by content: not taken apart again
  std::uint64_t files_compared = 0;  ///< opened to learn by a hash of the content whether it has changed
  std::uint64_t files_read = 0;
  std::uint64_t files_vanished = 0;  ///< gone since an earlier run; with keep_vanished their articles stay
  std::uint64_t articles_added = 0;
  std::uint64_t articles_replaced = 0;
  std::uint64_t articles_recounted =
      0;  ///< of which only the read counter was new: no text was indexed again
  std::uint64_t articles_unchanged = 0;  ///< in files that were read
  std::uint64_t articles_removed = 0;
  std::uint64_t articles_mended = 0;  ///< among the added and replaced
  std::uint64_t duplicates =
      0;  ///< records whose id another record holds that comes later (by path, then place in the file)
  std::uint64_t articles_forgotten = 0;  ///< records passed over, because forget() took their article out
  std::uint64_t articles_carried =
      0;  ///< of a rebuild: from the former generation, as no file holds them now
  std::uint64_t rejections = 0;
  std::uint64_t records_skipped =
      0;  ///< in files that were read: records that are no articles, such as drafts
  std::uint64_t articles_total = 0;  ///< in the index after the run
  std::chrono::system_clock::time_point started{};
  double seconds = 0;

  [[nodiscard]] bool changed() const { return articles_added + articles_replaced + articles_removed != 0; }
};

/// What a run did to single articles, by their ids. One that ends as it began is not among them.
struct RunChanges {
  std::vector<std::string> added;
  std::vector<std::string> replaced;
  std::vector<std::string> removed;
};

/// Told what happens during a run, in the thread that called it.
class RunObserver {
 public:
  virtual ~RunObserver() = default;
  virtual void rejected(const Rejection& rejection) = 0;
  /// A file that was not read again held this when it was.
  virtual void rejected_before(const Rejection& rejection) { rejected(rejection); }
  /// The index could be read and not be written; its articles were all whole, and the run begins anew with a
  /// generation that was built from them.
  virtual void repaired(const std::string& /*damage*/, const std::string& /*generation*/) {}
  /// Asked once, at the beginning: whether changed() is to be called, which costs the memory of the ids.
  [[nodiscard]] virtual bool wants_changes() const { return false; }
  /// At the end, before the last commit.
  virtual void changed(const RunChanges& /*changes*/) {}
  /// After each file, and about every thousand articles within one.
  virtual void progress(const RunReport& so_far, std::uint64_t files_to_read, const std::string& path) = 0;
  /// Asked after each article: true ends the run after a commit of what was read.
  [[nodiscard]] virtual bool stop_asked() { return false; }
};

/// Brings the index in line with the sources: new articles in, changed ones replaced, those whose record or
/// file has vanished from these sources out; articles of other sources stay untouched. Files that did not
/// change are not read. Where several records have one id, the one that comes last by path, then by place in
/// the file, is the article, whatever the order in which they were found; when it goes, the one before comes
/// back. Readers see the state before, or after a batch, nothing between. An interrupted run loses at most
/// the batch under way, and the next run goes on. Throws Error; what was committed stays. One run an index at
/// a time (Error{busy}).
///
/// Where the index turns out to be damaged, and all that it holds can still be read, the run repairs it first
/// (as repair() does) and says so to the observer; otherwise that is Error{data}. Xapian 1.4 leaves a list of
/// free blocks that ends too early where a commit of its fails.
///
/// Throws Error{refused}, and changes nothing more, where more than a quarter of the articles of a source
/// would go because their files have gone or hold no article any more; files that were moved within the
/// sources do not count.
///
/// A file that the system does not let us read, wholly or to its end, takes nothing out; it is rejected, and
/// the next run reads it. Articles that forget() took out by their id stay out.
RunReport update(const UpdateRequest& request, RunObserver& observer);

/// What update() would do now, with the same report, rejections, changes and refusals; writes nothing and
/// takes no lock. Throws Error{busy} if a run has written to the index meanwhile.
RunReport rehearse(const UpdateRequest& request, RunObserver& observer);

/// Builds a new generation from the remembered sources and `request.sources`, beside the one in use, and
/// switches to it at the end. Articles that the sources no longer hold and that an update would have left (of
/// sources that keep what has vanished, of files that cannot be read now) are carried over from the former
/// generation, as are forgotten ids and the settings of sources; where those articles are damaged, that is
/// Error{refused} unless allow_mass_delete. A former generation that is too damaged to name its sources is
/// replaced by what `request.sources` hold; without any, that is Error{data}. Throws Error{refused} as
/// update() does where the sources hold that much less than the former generation. The result is equal to
/// what update() makes of the same files. On an exception the former generation stays in use.
RunReport rebuild(const UpdateRequest& request, RunObserver& observer);

}  // namespace newsline
