// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/scan/pattern.h"
#include "common/search/scan/plan.h"
#include "common/search/scan/ranking.h"

/// Goes through the documents of a plan in ascending order. For the files of common/search only: this header
/// mentions Xapian.
namespace newsline {

class Cursor {
 public:
  static constexpr Xapian::docid kEnd = PostingList::kEnd;

  virtual ~Cursor() = default;

  /// The first match from a document on, or from where it stands, if that is behind; kEnd if there is none.
  [[nodiscard]] virtual Xapian::docid seek(Xapian::docid document) = 0;

  /// Whether a document matches; seek() for it costs more where the match behind it is far. Not to be asked
  /// twice of one document, nor of one before.
  [[nodiscard]] virtual bool has(Xapian::docid document) { return seek(document) == document; }

  /// Of the match that was found last: no less than it weighs, and what it weighs. The first is cheap, the
  /// second asks for the length of the document.
  [[nodiscard]] virtual double bound() = 0;
  [[nodiscard]] virtual double weight() = 0;

  /// No bound() is more.
  [[nodiscard]] virtual double most() const = 0;

  /// About how many documents match, or more.
  [[nodiscard]] virtual std::uint64_t expected() const = 0;

  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;

 protected:
  Cursor() = default;
};

using CursorPtr = std::unique_ptr<Cursor>;

/// What the cursors of a plan share. It, the plan and the database must live as long as they.
struct Scanned {
  explicit Scanned(const Snapshot& archive)
      : database(archive), documents(archive.get_doccount()), lengths(archive) {}

  const Snapshot& database;
  Xapian::doccount documents;
  Lengths lengths;
  /// Bytes that cursors may still take for sums: a question can have any number of prefixes.
  std::size_t room_for_sums = std::size_t{64} << 20U;
};

/// A cursor of which about `asked` documents will be asked, if others tell which; its weights are multiplied.
[[nodiscard]] CursorPtr make_cursor(const Plan& plan, double factor, std::uint64_t asked, Scanned& scanned);

/// Those of Plan::Kind::any_of, and of all kinds that narrow.
[[nodiscard]] CursorPtr make_union(const Plan& plan, double factor, std::uint64_t asked, Scanned& scanned);
[[nodiscard]] CursorPtr make_conjunction(const Plan& plan, double factor, std::uint64_t asked,
                                         Scanned& scanned);

/// Calls `each(document, cursor)` for every match, ascending.
template <typename Each>
void for_each_weighed(const Plan& plan, const Snapshot& database, Each each, double factor = 1) {
  Scanned scanned(database);
  const CursorPtr cursor = make_cursor(plan, factor, scanned.documents, scanned);
  for (Xapian::docid at = cursor->seek(1); at != Cursor::kEnd; at = cursor->seek(at + 1)) each(at, *cursor);
}

/// Calls `each(document)` likewise.
template <typename Each>
void for_each_match(const Plan& plan, const Snapshot& database, Each each) {
  for_each_weighed(
      plan, database, [&](Xapian::docid document, Cursor&) { each(document); }, 0);
}

/// About how many documents match, or more.
[[nodiscard]] std::uint64_t expected_matches(const Plan& plan, const Scanned& scanned);

}  // namespace newsline
