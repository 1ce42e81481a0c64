// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "common/article/article_json.h"
#include "common/article/file/content_hash.h"
#include "common/index/document/precedence.h"
#include "common/index/refresh/intake.h"

namespace newsline {

void Intake::take_version(Xapian::docid document, const ReadArticle& read) {
  std::vector<std::string> claims = writer_.claims(document);
  const bool is_claimed = std::binary_search(claims.begin(), claims.end(), key_);
  const bool is_behind = is_behind_version(document, claims, precedence_of(read.article.wire));
  if (!is_behind && (!is_claimed || writer_.hash_of(document) != content_hash(to_json(read.article)) ||
                     writer_.claimant_of(document).file_key != key_)) {
    if (!is_claimed) claims.push_back(key_);
    return replace(document, read, claims);
  }
  if (!is_claimed) writer_.add_claim(document, key_);
  if (!is_behind) touches_.confirmed(document);
  count_record(document);
}

bool Intake::is_behind_version(Xapian::docid document, const std::vector<std::string>& claims,
                               std::uint64_t precedence) {
  const Claimant former = claimant(document, claims);
  const bool is_own = former.file_key == key_;
  if (is_own && touches_.is_seen(document)) return precedence < former.precedence;
  // A file that is read once more as it was, comes to the same in the end: to choose again would not end.
  const bool may_fall = is_own && precedence < former.precedence && !is_read_again_;
  if (former.file_key.empty() || has_vanished(former.file_key) || may_fall) choose_again(claims, key_);
  if (former.file_key.empty() || has_vanished(former.file_key) || is_own) return false;
  const std::string path = ledger_.find(former.file_key).value().file.path;
  return std::tie(precedence, entry_.file.path) < std::tie(former.precedence, path);
}

Claimant Intake::claimant(Xapian::docid document, const std::vector<std::string>& claims) const {
  Claimant claimant = writer_.claimant_of(document);
  if (claimant.precedence == 0) {
    // All claims are equal in this: the last by path is the article.
    if (const auto last = last_live(claims, "")) claimant.file_key = file_key(*last);
  } else if (!std::binary_search(claims.begin(), claims.end(), claimant.file_key) ||
             !ledger_.find(claimant.file_key)) {
    claimant.file_key.clear();
  }
  return claimant;
}

std::optional<std::string> Intake::last_live(const std::vector<std::string>& claims,
                                             const std::string& but) const {
  std::optional<std::string> last;
  for (const std::string& key : claims) {
    if (key == but || has_vanished(key)) continue;
    std::optional<FileEntry> entry = ledger_.find(key);
    if (entry && (!last || entry->file.path > *last)) last = std::move(entry->file.path);
  }
  return last;
}

void Intake::choose_again(const std::vector<std::string>& claims, const std::string& but) {
  for (const std::string& key : claims) {
    if (key == but || has_vanished(key)) continue;
    if (const auto entry = ledger_.find(key)) make_stale(key, entry->file.path);
  }
}

}  // namespace newsline
