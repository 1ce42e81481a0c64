// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/story/fold.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/index/document/host.h"
#include "common/index/document/numbered_names.h"
#include "common/index/document/stored_article.h"
#include "common/index/document/story_members.h"
#include "common/index/document/terms.h"
#include "common/index/document/values.h"
#include "common/index/glass/posting_list.h"
#include "common/index/glass/value_list.h"
#include "common/index/schema.h"
#include "common/search/answer/order.h"
#include "common/text/fold.h"

namespace newsline {
namespace {

/// The best of a story so far.
struct Best {
  Ranked match;
  std::string key{};  ///< read where another weighs as much
};

/// Keeps of each group the match that comes first.
class Grouping {
 public:
  Grouping(SortOrder order, const Snapshot& database) : order_(order), database_(database) {}

  void add(const std::string& group, const Ranked& match) {
    Best here{match};
    const auto [known, is_first] = best_.try_emplace(group, here);
    ++folded_.matching[group];
    if (is_first) return;
    if (comes_before(here, known->second)) std::swap(here, known->second);
    folded_.dropped.push_back(here.match.document);
  }

  Folded take() {
    std::ranges::sort(folded_.dropped);
    return std::move(folded_);
  }

 private:
  bool comes_before(Best& one, Best& other) const {
    if (one.match.weight != other.match.weight) return one.match.weight > other.match.weight;
    for (Best* const each : {&one, &other})
      if (each->key.empty()) each->key = order_key(each->match.document, order_, database_);
    return one.key < other.key;
  }

  SortOrder order_;
  const Snapshot& database_;
  std::unordered_map<std::string, Best> best_;
  Folded folded_;
};

/// The articles of a story that may be seen.
struct Seen {
  Xapian::docid first = 0;
  std::uint64_t articles = 0;
};

Seen seen_of(const std::string& name, const std::vector<Xapian::docid>& hidden, const Snapshot& database) {
  Seen seen;
  std::string first;
  for (const Xapian::docid member : story_members(database, name)) {
    if (std::ranges::binary_search(hidden, member)) continue;
    std::string key = order_key(member, SortOrder::oldest, database);
    if (++seen.articles > 1 && first < key) continue;
    first = std::move(key);
    seen.first = member;
  }
  return seen;
}

/// Where nothing is hidden: a story has the id of its first article.
Seen all_of(const std::string& name, const Snapshot& database) {
  const std::string id = make_term(schema::prefix::kId, name);
  const Xapian::docid first = PostingList(id, database).document();
  if (first == PostingList::kEnd) return seen_of(name, {}, database);  // an id that was cut
  return {first, story_members(database, name).size()};
}

}  // namespace

Folded folded(const std::vector<Ranked>& matches, SortOrder order, const Snapshot& database) {
  Grouping stories(order, database);
  ValueList values(schema::slot::kStory, database);
  for (const Ranked& match : matches)
    if (values.has(match.document)) stories.add(std::string(values.value()), match);
  return stories.take();
}

Folded first_of_sources(const std::vector<Xapian::docid>& matches, SortOrder order,
                        const Snapshot& database) {
  Grouping sources(order, database);
  ValueList values(schema::slot::kSource, database);
  NumberedNames names(schema::slot::kSource, database);
  for (const Xapian::docid document : matches) {
    std::string source;
    const std::string_view value = names.names_of(values.of(document));
    if (!for_each_name(value, [&](std::string_view name) { source = fold(name); })) throw_damaged_names();
    sources.add(source, {document, 0});
  }
  return sources.take();
}

Plan within_stories(Plan plan) {
  return filtered(std::move(plan), value_range(schema::slot::kStory, std::string(1, '\0'), ""));
}

std::optional<Story> story_of(const std::string& name, Xapian::docid document, const Hit& hit,
                              const std::vector<Xapian::docid>& hidden, const Snapshot& database) {
  if (name.empty()) return std::nullopt;
  const Seen seen = hidden.empty() ? all_of(name, database) : seen_of(name, hidden, database);
  if (seen.articles < 2) return std::nullopt;
  Story story;
  const auto begin_with = [&](const auto& first) {
    story.id = first.id;
    story.published = first.published;
    story.source = first.source.empty() ? host_of(first.url) : first.source;
  };
  if (seen.first == document) {
    begin_with(hit);
  } else {
    begin_with(stored_article(seen.first, database));
  }
  story.articles = seen.articles;
  return story;
}

std::vector<std::vector<Xapian::docid>> shared_stories(const std::vector<Xapian::docid>& documents,
                                                       const Snapshot& database) {
  std::map<std::string, std::vector<Xapian::docid>> by_story;
  ValueList values(schema::slot::kStory, database);
  for (const Xapian::docid document : documents)
    if (values.has(document)) by_story[std::string(values.value())].push_back(document);
  std::vector<std::vector<Xapian::docid>> shared;
  for (auto& [story, members] : by_story)
    if (members.size() > 1) shared.push_back(std::move(members));
  return shared;
}

}  // namespace newsline
