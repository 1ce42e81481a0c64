// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/lookup.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article/file/content_hash.h"
#include "common/article/file/walk.h"
#include "common/error.h"
#include "common/index/document/stored_article.h"
#include "common/index/document/terms.h"
#include "common/index/glass/posting_list.h"
#include "common/index/glass/term_list.h"
#include "common/index/schema.h"
#include "common/search/answer/embargo.h"

namespace newsline {
namespace {

constexpr std::size_t kShownCandidates = 5;

/// A term of this length may be one that was cut, so that it does not hold the whole id; UTF-8 takes up to
/// three bytes to find the beginning of a code point.
constexpr std::size_t kMaybeCutBytes = schema::kMaxTermBytes - 3;

using Candidate = std::pair<std::string, Xapian::docid>;

Xapian::docid first_with(const Snapshot& database, const std::string& term) {
  const Xapian::docid found = PostingList(term, database).document();
  return found == PostingList::kEnd ? 0 : found;
}

/// Calls `each(id, term)` for every article, in the order of their terms. Only an article whose id may have
/// been cut is read for it.
template <typename Each>
void for_each_id(const Snapshot& database, Each each) {
  const std::string prefix(schema::prefix::kId);
  for (TermList terms(prefix, database); !terms.is_at_end(); terms.next()) {
    const std::string& term = terms.term();
    if (term.size() < kMaybeCutBytes) {
      each(std::string(form_of_term(prefix, term)), term);
    } else {
      each(stored_article(first_with(database, term), database).id, term);
    }
  }
}

bool ends_in_part(std::string_view whole, std::string_view part) {
  if (part.empty() || whole.size() <= part.size() || !whole.ends_with(part)) return false;
  const char before = whole[whole.size() - part.size() - 1];
  return before == '/' || before == '#';
}

Xapian::docid only_one(const std::string& id, std::vector<Candidate> candidates) {
  if (candidates.empty()) return 0;
  if (candidates.size() == 1) return candidates.front().second;
  std::sort(candidates.begin(), candidates.end());
  std::string some;
  for (std::size_t i = 0; i < candidates.size() && i < kShownCandidates; ++i) {
    some += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", candidates[i].first);
  }
  throw Error(
      ErrorKind::usage, fmt::format("\"{}\" fits {} articles", id, candidates.size()),
      fmt::format("give one of their ids: {}{}", some, candidates.size() > kShownCandidates ? " ..." : ""));
}

std::vector<Candidate> in_file(const std::string& path, const Snapshot& database) {
  const std::string term = make_term(schema::prefix::kFile, content_hash(path));
  std::vector<Candidate> candidates;
  for (PostingList list(term, database); list.document() != PostingList::kEnd; list.next())
    candidates.emplace_back(stored_article(list.document(), database).id, list.document());
  return candidates;
}

std::vector<Candidate> ending_in(const std::string& part, const Snapshot& database) {
  std::vector<Candidate> candidates;
  for_each_id(database, [&](const std::string& id, const std::string& term) {
    if (ends_in_part(id, part)) candidates.emplace_back(id, first_with(database, term));
  });
  return candidates;
}

}  // namespace

Xapian::docid find_document(const std::string& id, const Snapshot& database,
                            std::optional<std::chrono::sys_seconds> now) {
  if (id.empty()) return 0;
  const std::vector<Xapian::docid> hidden = hidden_documents(database, now);
  const auto is_hidden = [&](Xapian::docid document) {
    return std::binary_search(hidden.begin(), hidden.end(), document);
  };
  const auto seen = [&](std::vector<Candidate> candidates) {
    std::erase_if(candidates, [&](const Candidate& each) { return is_hidden(each.second); });
    return candidates;
  };
  const Xapian::docid document = first_with(database, make_term(schema::prefix::kId, id));
  if (document != 0) return is_hidden(document) ? 0 : document;
  std::vector<Candidate> candidates = seen(in_file(absolute_path(id), database));
  if (candidates.empty()) candidates = seen(ending_in(id, database));
  return only_one(id, std::move(candidates));
}

std::optional<Article> find_article(const std::string& id, const Snapshot& database) {
  const Xapian::docid document = find_document(id, database, std::nullopt);
  if (document == 0) return std::nullopt;
  return stored_article(document, database);
}

void for_each_article(const Snapshot& database, std::optional<std::string>& after,
                      const std::function<bool(const Article&)>& each) {
  std::vector<std::pair<std::string, std::string>> all;
  all.reserve(database.get_doccount());
  // The order of terms is not quite that of ids: a term has a colon before a capital letter, and may be cut.
  for_each_id(database, [&](std::string id, const std::string& term) {
    if (!after || id > *after) all.emplace_back(std::move(id), term);
  });
  std::sort(all.begin(), all.end());
  for (auto& [id, term] : all) {
    const Article article = stored_article(first_with(database, term), database);
    after = std::move(id);
    if (!each(article)) return;
  }
}

}  // namespace newsline
