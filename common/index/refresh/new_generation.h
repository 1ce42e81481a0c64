// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace newsline {

/// A generation that is built beside the one in use. What is not published is removed by the next run under
/// the lock, and by discard().
class NewGeneration {
 public:
  /// Under the write lock: removes what earlier runs left, and makes an empty generation. Throws
  /// Error{cannot_write} if the disk has no room for a second index of the present size and its compaction.
  explicit NewGeneration(const std::string& index);

  [[nodiscard]] const std::string& name() const { return name_; }
  /// The folder to write into.
  [[nodiscard]] const std::string& folder() const { return built_; }

  /// A folder for what is merged into it; does not exist yet.
  [[nodiscard]] std::string parts_folder() const;

  /// Writes what was committed there anew, without gaps.
  void compact();
  /// Makes it the generation in use, and removes those that are too old.
  void publish();
  /// The same where GenerationWriter::absorb() has left it compact.
  void publish_compact();
  void discard();

 private:
  std::string index_;
  std::string name_;
  std::string built_;
};

}  // namespace newsline
