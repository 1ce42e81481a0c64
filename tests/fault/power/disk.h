// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tests/fault/shim/journal.h"

namespace newsline::fault {

/// A step of a journal, see shim/journal.h.
struct JournalStep {
  Step step = Step::open;
  std::uint64_t handle = 0;
  std::uint64_t number = 0;
  std::string text;
};

/// The steps in a journal's file.
[[nodiscard]] std::vector<JournalStep> steps_of(const std::string& journal);

/// A file system in memory that knows of each change whether it is on the disk for sure. POSIX promises that
/// of what a file holds when the file was synced, and of a name when its folder was; everything else may be
/// there after a power cut or not, each for itself.
class Disk {
 public:
  /// Holds what lies in the folder `root` now, all of it for sure.
  explicit Disk(std::string root);

  void apply(const JournalStep& step);

  /// Decides for a change whether it has reached the disk.
  using Survives = std::function<bool()>;

  /// Writes into an empty folder what is there after a power cut.
  void restore(const std::string& folder, const Survives& survives) const;

 private:
  /// Bytes written at an offset, or a new size.
  struct Change {
    bool is_size = false;
    std::uint64_t offset = 0;
    std::string bytes;
  };
  struct Node {
    bool is_folder = false;
    std::string durable;                         ///< a file's bytes
    std::vector<Change> pending;                 ///< on them
    std::map<std::string, std::uint64_t> names;  ///< a folder's, for sure
  };
  /// A name that was given, or taken away (0), or both at once: a rename.
  struct NameChange {
    std::uint64_t folder = 0;
    std::string name;
    std::uint64_t node = 0;
    std::uint64_t former_folder = 0;
    std::string former_name;
  };

  std::uint64_t add_folder(const std::string& path);
  std::uint64_t new_node(bool is_folder);
  void put(const std::string& path, std::uint64_t node);
  void take(const std::string& path);
  void move(const std::string& from, const std::string& to);
  void sync(std::uint64_t node);
  static std::vector<Change> pages_of(const Change& change);
  static void change(std::string& bytes, const Change& change);
  static void change_name(std::map<std::uint64_t, Node>& nodes, const NameChange& change);
  [[nodiscard]] std::uint64_t find(const std::string& path) const;
  void write_out(const std::map<std::uint64_t, Node>& nodes, std::uint64_t folder, const std::string& path,
                 const Survives& survives) const;

  std::string root_;
  std::map<std::uint64_t, Node> nodes_;
  std::map<std::string, std::uint64_t> paths_;   ///< as the running system sees them
  std::vector<NameChange> pending_names_;        ///< in their order
  std::map<std::uint64_t, std::uint64_t> open_;  ///< nodes by handle
  std::uint64_t last_node_ = 0;
};

}  // namespace newsline::fault
