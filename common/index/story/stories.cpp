// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/stories.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <future>
#include <optional>

#include "common/index/document/story_members.h"
#include "common/index/document/values.h"
#include "common/index/schema.h"
#include "common/index/story/signature.h"
#include "common/index/whole_database.h"

namespace newsline {
namespace {

/// Of a newest_key(), behind its time.
constexpr std::size_t kTimeBytes = 5;
/// One look at all texts costs less than many at some, from one in so many touched documents on.
constexpr Xapian::doccount kManyTouched = 8;

/// A text by its first document.
struct Member {
  std::string key;  ///< oldest_key() of the first document
  std::uint32_t text = 0;
  bool is_placed = false;
};

std::string key_of(Xapian::docid document, const Xapian::Database& database) {
  return oldest_key(database.get_document(document).get_value(schema::slot::kNewest));
}

std::vector<Member> in_order(const CopyGraph& graph, const std::vector<std::uint32_t>& component,
                             const Xapian::Database& database) {
  std::vector<Member> members;
  for (const std::uint32_t text : component) {
    Member member{{}, text};
    for (const Xapian::docid document : graph.texts()[text].documents) {
      std::string key = key_of(document, database);
      if (member.key.empty() || key < member.key) member.key = std::move(key);
    }
    members.push_back(std::move(member));
  }
  std::ranges::sort(members, {}, &Member::key);
  return members;
}

/// Takes those that belong to the first of these out of the rest, which is in order.
std::vector<std::uint32_t> take_story(const CopyGraph& graph, std::vector<Member>& rest) {
  const auto& texts = graph.texts();
  const std::string& first = texts[rest.front().text].signature;
  std::vector<std::uint32_t> story;
  for (Member& member : rest) {
    member.is_placed = are_copies(first, texts[member.text].signature);
    if (member.is_placed) story.push_back(member.text);
  }
  std::vector<std::uint32_t> further;
  for (const std::uint32_t text : story)
    further.insert(further.end(), texts[text].copies.begin(), texts[text].copies.end());
  std::ranges::sort(further);
  for (Member& member : rest) {
    if (member.is_placed || !std::ranges::binary_search(further, member.text)) continue;
    member.is_placed = true;
    story.push_back(member.text);
  }
  std::erase_if(rest, [](const Member& member) { return member.is_placed; });
  return story;
}

/// The story that it had, where that was another.
std::optional<std::string> put_value(Xapian::WritableDatabase& database, const Belonging& belonging) {
  Xapian::Document document = database.get_document(belonging.first);
  std::string former = document.get_value(schema::slot::kStory);
  if (former == belonging.second) return std::nullopt;
  document.add_value(schema::slot::kStory, belonging.second);
  database.replace_document(belonging.first, document);
  return former;
}

/// Into a database that nobody else has open; nothing is synced.
void put_all(const std::string& folder, const std::vector<Belonging>& stories) {
  Xapian::WritableDatabase database(folder, Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
  for (const Belonging& belonging : stories) put_value(database, belonging);
  database.commit();
  database.close();
}

/// Those of which the graph knows nothing stand alone. By metadata: to read the values of a slot from end to
/// end Xapian 1.4 writes those that wait, and ends the process where it cannot.
std::vector<Belonging> left_alone(const CopyGraph& graph, const Xapian::Database& database) {
  std::vector<Belonging> alone;
  for (const auto& [story, members] : all_story_members(database))
    for (const Xapian::docid member : members)
      if (!graph.knows(member)) alone.emplace_back(member, "");
  return alone;
}

void append_component(std::vector<Belonging>& all, CopyGraph& graph, std::uint32_t text,
                      const Xapian::Database& database) {
  const std::vector<std::uint32_t> component = graph.take_component(text);
  if (component.empty()) return;
  std::vector<Belonging> some = stories_of(graph, component, database);
  all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

/// Of a graph that has been loaded whole.
std::vector<Belonging> whole(CopyGraph& graph, const Xapian::Database& database) {
  std::vector<Belonging> all;
  for (std::uint32_t text = 0; text < graph.texts().size(); ++text)
    append_component(all, graph, text, database);
  return all;
}

}  // namespace

std::vector<Belonging> stories_of(const CopyGraph& graph, const std::vector<std::uint32_t>& component,
                                  const Xapian::Database& database) {
  std::vector<Belonging> all;
  const auto& documents_of = [&](std::uint32_t text) -> const std::vector<Xapian::docid>& {
    return graph.texts()[text].documents;
  };
  if (component.size() == 1 && documents_of(component.front()).size() == 1)
    return {{documents_of(component.front()).front(), ""}};
  std::vector<Member> rest = in_order(graph, component, database);
  while (!rest.empty()) {
    std::string id = rest.front().key.substr(kTimeBytes);
    const std::vector<std::uint32_t> story = take_story(graph, rest);
    if (story.size() == 1 && documents_of(story.front()).size() == 1) id.clear();
    for (const std::uint32_t text : story)
      for (const Xapian::docid document : documents_of(text)) all.emplace_back(document, id);
  }
  return all;
}

std::vector<Belonging> all_stories(const Xapian::Database& database) {
  CopyGraph graph(database);
  graph.load_all();
  std::vector<Belonging> all = whole(graph, database);
  std::vector<Belonging> alone = left_alone(graph, database);
  all.insert(all.end(), alone.begin(), alone.end());
  std::ranges::sort(all);
  return all;
}

void settle_parts(const std::vector<std::string>& folders, unsigned jobs) {
  std::vector<Xapian::Database> parts;
  Xapian::Database together;
  for (const std::string& folder : folders) together.add_database(parts.emplace_back(open_whole(folder)));
  CopyGraph graph(together);
  graph.load_all(parts);
  std::vector<std::vector<Belonging>> by_part(folders.size());
  for (auto& [number, story] : whole(graph, together)) {
    if (story.empty()) continue;
    const auto [part, document] = place_in_parts(number, folders.size());
    by_part[part].emplace_back(document, std::move(story));
  }
  std::atomic<std::size_t> next = 0;
  const auto put_parts = [&] {
    for (std::size_t part = next++; part < folders.size(); part = next++)
      if (!by_part[part].empty()) put_all(folders[part], by_part[part]);
  };
  std::vector<std::future<void>> others;
  for (unsigned job = 1; job < jobs; ++job) others.push_back(std::async(put_parts));
  put_parts();
  for (std::future<void>& other : others) other.get();
}

void StoryKeeper::come(std::string_view signature, Xapian::docid document) {
  if (signature.empty()) return;
  touched_.emplace(signature);
  shingles_.come(signature, document);
}

void StoryKeeper::go(const Xapian::Document& document) {
  const std::string signature = document.get_value(schema::slot::kSignature);
  if (!signature.empty()) {
    touched_.emplace(signature);
    shingles_.go(signature, document.get_docid());
  }
  const std::string story = document.get_value(schema::slot::kStory);
  if (!story.empty()) members_.leave(story, document.get_docid());
}

void StoryKeeper::put(Xapian::WritableDatabase& database, const Belonging& belonging) {
  const std::optional<std::string> former = put_value(database, belonging);
  if (!former) return;
  if (!former->empty()) members_.leave(*former, belonging.first);
  if (!belonging.second.empty()) members_.join(belonging.second, belonging.first);
}

void StoryKeeper::settle(Xapian::WritableDatabase& database) {
  shingles_.write_to(database);
  members_.write_to(database);
  std::vector<Belonging> changed;
  if (touched_.size() > database.get_doccount() / kManyTouched) {
    changed = all_stories(database);
  } else {
    CopyGraph graph(database);
    for (const std::string& signature : touched_)
      for (const std::uint32_t text : graph.load_beside(signature))
        append_component(changed, graph, text, database);
  }
  for (const Belonging& belonging : changed) put(database, belonging);
  members_.write_to(database);
  touched_.clear();
}

}  // namespace newsline
