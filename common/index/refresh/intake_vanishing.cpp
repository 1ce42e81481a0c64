// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "common/index/refresh/intake.h"

namespace newsline {

void Intake::require_few(const std::vector<PackedKey>& keys) {
  const auto goes = [&](const std::string& key) { return std::ranges::binary_search(keys, packed_key(key)); };
  for (const PackedKey& packed : keys) {
    const std::string key = unpacked_key(packed);
    std::optional<FileEntry> entry;
    for (const Xapian::docid document : writer_.claimed_by(key)) {
      const std::vector<std::string> claims = writer_.claims(document);
      if (claims.front() != key || !std::ranges::all_of(claims, goes)) continue;
      if (!entry) entry = ledger_.find(key);
      guard_.lose(entry.value().source, 1, entry.value().file.path);
    }
  }
  guard_.judge();
}

void Intake::expect_vanished(std::vector<PackedKey> keys) {
  vanished_ = std::move(keys);
  for (const PackedKey& key : vanished_) ledger_.mark_incomplete(unpacked_key(key));
}

bool Intake::has_vanished(const std::string& key) const {
  return !vanished_.empty() && std::ranges::binary_search(vanished_, packed_key(key));
}

void Intake::make_stale(const std::string& key, const std::string& path) {
  if (stale_.insert(packed_key(key)).second) stale_paths_.add(path);
  ledger_.mark_incomplete(key);
}

SortedRecords Intake::take_stale_paths() {
  stale_.clear();
  stale_paths_.sort();
  return std::exchange(stale_paths_, SortedRecords(scratch_));
}

void Intake::vanish(const std::string& key) {
  const FileEntry entry = *ledger_.find(key);
  for (const Xapian::docid document : writer_.claimed_by(key)) {
    drop_claim(document, key, entry);
    if (batch_is_full()) writer_.commit();  // the entry is there, incomplete, until the last claim is gone
  }
  ledger_.erase(key);
  if (batch_is_full()) writer_.commit();
}

void Intake::drop_unseen_claims() {
  if (entry_.articles == 0) require_few({packed_key(key_)});
  for (const Xapian::docid document : writer_.claimed_by(key_)) {
    if (touches_.is_seen(document)) continue;
    drop_claim(document, key_, entry_);
    if (batch_is_full()) commit_within_file();
  }
}

void Intake::drop_claim(Xapian::docid document, const std::string& key, const FileEntry& entry) {
  const std::vector<std::string> claims = writer_.claims(document);
  if (claims.size() == 1) {
    if (touches_.keeps_names()) touches_.name(document, writer_.id_of(document));
    writer_.remove(document);
    touches_.removed(document);
    return;
  }
  writer_.remove_claim(document, key);
  if (const Claimant former = writer_.claimant_of(document); former.precedence > 0) {
    if (former.file_key == key || !std::binary_search(claims.begin(), claims.end(), former.file_key))
      choose_again(claims, key);
    return;
  }
  const auto next = last_live(claims, key);
  if (!next || *next > entry.file.path) return;
  // The record of `next` is the article now. Where `entry` had vanished before `next` was read in this run,
  // it is there already.
  const std::string next_key = file_key(*next);
  if (has_vanished(key) && reads_.articles(packed_key(next_key))) return;
  make_stale(next_key, *next);
}

}  // namespace newsline
