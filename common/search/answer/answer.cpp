// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/answer.h"

#include <optional>
#include <utility>

#include "common/search/expand/expand.h"
#include "common/search/family/expand.h"
#include "common/search/spelling/correct.h"

namespace newsline {
namespace {

/// A question with more matches than that has found what it meant.
constexpr Xapian::doccount kFewMatches = 5;

/// What does not change from one try to the next.
struct Asked {
  const Request& request;
  std::optional<Position> behind;
};

Answered ask(const Asked& all, const QueryNode& query, bool relax, const Snapshot& database) {
  const Request& request = all.request;
  Request asked = request;
  asked.query = query;
  asked.relax = relax;
  asked.query = expanded(asked, database).query;
  Families families = families_of(asked.query, database, request.matching);
  Match found = match(asked, families, database, all.behind);
  return {std::move(asked.query), std::move(families), std::move(found), {}, {}};
}

bool is_empty(const Answered& answered) { return answered.match.total == 0; }

}  // namespace

Answered answer(const Request& request, const Snapshot& database) {
  Asked asked{request, {}};
  if (!request.after.empty()) asked.behind = position_of(request.after, request);
  Answered as_said = ask(asked, request.query, request.relax && !request.correct, database);
  if (!request.correct) return as_said;
  if (!is_empty(as_said)) {
    if (as_said.match.total > kFewMatches) return as_said;
    if (auto other = commoner(request, database)) as_said.suggestions = std::move(other->changes);
    return as_said;
  }
  if (auto other = corrected(request, database)) {
    Answered answered = ask(asked, other->query, request.relax, database);
    if (!is_empty(answered)) {
      answered.corrections = std::move(other->changes);
      return answered;
    }
  }
  return request.relax ? ask(asked, request.query, true, database) : as_said;
}

}  // namespace newsline
