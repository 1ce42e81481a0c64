// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

/// The folder of an index:
///
///     XAPIANDB      a Xapian stub of one line, `glass gen-000002`: the generation in use
///     gen-000002/   a generation: an ordinary glass database
///     gen-000001/   the one before, kept
///     lock          held by the run that writes (flock); holds a line that says who that is
namespace newsline {

/// Where XAPIANDB stands.
[[nodiscard]] std::string stub_path(const std::string& index);

/// Name of the generation in use, such as `gen-000002`; nothing if the folder or its XAPIANDB does not exist.
/// Throws Error{data} if XAPIANDB holds anything but the one line of our own form: a stub can name a command
/// to run, so it is never given to Xapian.
[[nodiscard]] std::optional<std::string> current_generation(const std::string& index);

/// All generations in the folder, oldest first, in use or not.
[[nodiscard]] std::vector<std::string> generations(const std::string& index);

/// The name behind the newest.
[[nodiscard]] std::string next_generation(const std::string& index);

/// Makes a finished generation the one in use: fsync of its files and folder, then XAPIANDB by rename, then
/// fsync of the index folder. After a return the switch is durable; after an exception the former generation
/// is in use, or (if only the last fsync failed) the new one, whole.
void publish_generation(const std::string& index, const std::string& generation);

/// Removes what no reader needs any more: every generation but the one in use and the one before it, and
/// unfinished ones (only under the write lock).
void remove_old_generations(const std::string& index);

/// Makes what a rename or a commit did to this folder durable.
void sync_folder(const std::string& folder);

/// Held by the one run that writes to an index; let go by the destructor, and by the kernel whatever happens
/// to the process.
class WriteLock {
 public:
  /// Makes the folder where it is missing. Throws, at once, Error{busy} that names the holder if another run
  /// has it, and Error{refused} if the folder is no index and holds files that are not ours.
  WriteLock(const std::string& index, const std::string& purpose);
  ~WriteLock();
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;

 private:
  int file_ = -1;
};

}  // namespace newsline
