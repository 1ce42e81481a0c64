// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/glass.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <new>
#include <optional>
#include <string_view>
#include <system_error>

#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "common/index/rules.h"
#include "common/index/whole_database.h"

namespace newsline {
namespace {

/// How often an index is opened before it counts as damaged: a reader that a busy machine lets run now and
/// then meets some commits in a row, and to find real damage so often costs milliseconds.
constexpr int kAttempts = 12;

/// Errors of the system that say that writing is impossible here, rather than that the index is damaged.
constexpr std::array kWriteErrors = {ENOSPC, EDQUOT, EROFS, EACCES, EPERM, EFBIG};

/// Errors of the system that pass: too many open files, here or on the whole machine.
constexpr std::array kPassingErrors = {EMFILE, ENFILE};

template <std::size_t size>
bool is_one_of(const std::array<int, size>& numbers, const std::error_code& code) {
  for (const int number : numbers)
    if (code == std::error_code(number, std::generic_category())) return true;
  return false;
}

/// Xapian keeps errno only as text, and loses it where it wraps one error in another.
template <std::size_t size>
bool is_one_of(const std::array<int, size>& numbers, const Xapian::Error& error) {
  const char* text = error.get_error_string();
  const std::string all = error.get_msg() + (text == nullptr ? "" : text);
  for (const int number : numbers)
    if (all.find(std::generic_category().message(number)) != std::string::npos) return true;
  return false;
}

std::string detail(const Xapian::Error& error) {
  const char* text = error.get_error_string();
  return text == nullptr ? error.get_msg() : fmt::format("{}: {}", error.get_msg(), text);
}

Error busy(const std::string& path, std::string_view reason) {
  return Error(ErrorKind::busy,
               fmt::format("the index \"{}\" is being written by another program: {}", path, reason),
               "try again when it has ended");
}

Error out_of_files(const std::string& path, std::string_view reason) {
  return Error(ErrorKind::busy, fmt::format("cannot use the index \"{}\" now: {}", path, reason),
               "try again, or allow more open files (ulimit -n)");
}

Error cannot_write(const std::string& path, std::string_view reason) {
  return Error(ErrorKind::cannot_write, fmt::format("cannot use the index \"{}\": {}", path, reason),
               "what was committed before is safe; make room or give permission, then run again");
}

Error damaged(const std::string& path, std::string_view reason) {
  return Error(ErrorKind::data, fmt::format("cannot read the index \"{}\": {}", path, reason),
               fmt::format("if it is damaged: newsline-index rebuild --index \"{}\"", path));
}

Error no_index(const std::string& index) {
  return Error(ErrorKind::usage, fmt::format("there is no index in \"{}\"", index),
               fmt::format("make one: newsline-index update --index \"{}\" PATH...", index));
}

/// What is to be said where the rules are not those of this program.
std::optional<Error> difference_of_rules(const Xapian::Database& database, const std::string& index) {
  for (const Rule& rule : rules_of_this_program()) {
    const std::string theirs = database.get_metadata(std::string(rule.key));
    if (theirs == rule.value) continue;
    return Error(ErrorKind::needs_rebuild,
                 fmt::format("the index \"{}\" was made with {} {}, this program has {}", index, rule.name,
                             theirs.empty() ? "unknown" : theirs, rule.value),
                 fmt::format("run: newsline-index rebuild --index \"{}\"", index));
  }
  return std::nullopt;
}

/// Lets Xapian's own exceptions out, so that the caller can tell what is worth another attempt.
///
/// A database reads which state is the newest, then the roots of its tables, and does not notice where a
/// writer has meanwhile put another block in a root's place; nor where one is half written while it is read.
/// What a state consists of is left alone until the next one is committed, so what was read of a state that
/// is the newest even then is true.
Snapshot open_generation(const std::string& index) {
  constexpr int kMostCommits = 20;  // each is some milliseconds' work, and this less than one
  const auto generation = current_generation(index);
  if (!generation) throw no_index(index);
  const std::string folder = index + "/" + *generation;
  Xapian::Database database = open_whole(folder);
  for (int commits = 0; commits < kMostCommits; ++commits) {
    const auto difference = difference_of_rules(database, index);
    if (database.reopen()) {
      if (!is_whole(database)) require_tables(folder);
      continue;
    }
    if (difference) throw Error(*difference);
    return Snapshot(database, folder);
  }
  throw Xapian::DatabaseModifiedError("commits follow each other faster than it can be opened");
}

}  // namespace

void rethrow_as_error(const std::string& path) {
  try {
    throw;
  } catch (const Error&) {
    throw;
  } catch (const Xapian::Error& error) {
    if (is_one_of(kPassingErrors, error)) throw out_of_files(path, detail(error));
    if (is_one_of(kWriteErrors, error)) throw cannot_write(path, detail(error));
    const bool is_lock = std::string_view(error.get_type()) == "DatabaseLockError";
    if (is_lock && detail(error).find("already locked") != std::string::npos) throw busy(path, detail(error));
    if (is_lock || error.get_msg().starts_with("Failed to create")) throw cannot_write(path, detail(error));
    throw damaged(path, detail(error));
  } catch (const std::bad_alloc&) {
    throw damaged(path, "it asks for more memory than there is");
  } catch (const std::system_error& error) {
    if (is_one_of(kPassingErrors, error.code())) throw out_of_files(path, error.what());
    if (is_one_of(kWriteErrors, error.code())) throw cannot_write(path, error.what());
    throw damaged(path, error.what());
  } catch (const std::exception& error) {
    throw damaged(path, error.what());
  }
}

Snapshot open_for_reading(const std::string& index) {
  return guarded(index, [&] {
    for (int attempt = 1;; ++attempt) {
      try {
        return open_generation(index);
      } catch (const Xapian::Error&) {
        // While a writer commits, anything can look damaged, and documents can seem to be missing.
        if (attempt == kAttempts) throw;
      }
    }
  });
}

void require_index(const std::string& index) {
  if (!current_generation(index)) throw no_index(index);
}

void check_rules(const Xapian::Database& database, const std::string& index) {
  const auto difference = guarded(index, [&] { return difference_of_rules(database, index); });
  if (difference) throw Error(*difference);
}

}  // namespace newsline
