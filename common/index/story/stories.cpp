// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/stories.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <future>
#include <optional>
#include <span>
#include <unordered_map>

#include "common/index/document/story_members.h"
#include "common/index/document/values.h"
#include "common/index/schema.h"
#include "common/index/story/division.h"
#include "common/index/story/graph.h"
#include "common/index/story/whole_stories.h"
#include "common/index/waiting_values.h"
#include "common/index/whole_database.h"

namespace newsline {
namespace {

/// One look at all texts costs less than many at some, from one in so many touched documents on.
constexpr Xapian::doccount kManyTouched = 8;
/// Of the scratch's lists, for a look at some texts, and for signatures of those.
constexpr std::size_t kListsOfGraph = 4;
constexpr std::size_t kBytesPerTouched = 300;
/// Members of stories that wait to be written.
constexpr std::size_t kMostMembers = 100'000;

/// A text by its first document.
struct Member {
  std::string key;  ///< oldest_key() of the first document
  std::uint32_t text = 0;
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

/// Tells the division which of these are copies.
void link(StoryDivision& division, const CopyGraph& graph, const std::vector<Member>& members) {
  std::unordered_map<std::uint32_t, std::uint32_t> places;
  for (const Member& member : members) places.emplace(member.text, static_cast<std::uint32_t>(places.size()));
  for (const auto& [text, place] : places)
    for (const std::uint32_t copy : graph.texts()[text].copies)
      if (copy > text) division.link(place, places.at(copy));
}

/// Of texts that are joined by copies.
void append_stories(std::vector<Belonging>& all, const CopyGraph& graph, StoryDivision& division,
                    const std::vector<std::uint32_t>& component, const Xapian::Database& database) {
  const auto& texts = graph.texts();
  const std::vector<Member> members = in_order(graph, component, database);
  link(division, graph, members);
  const std::vector<std::uint32_t> stories = division.divide(
      static_cast<std::uint32_t>(members.size()),
      [&](std::uint32_t place) { return std::string_view(texts[members[place].text].signature); });
  std::vector<std::size_t> documents(members.size());  // by the first text of a story
  for (std::size_t place = 0; place < members.size(); ++place)
    documents[stories[place]] += texts[members[place].text].documents.size();
  for (std::size_t place = 0; place < members.size(); ++place) {
    const std::uint32_t first = stories[place];
    const std::string id(documents[first] > 1 ? id_of_key(members[first].key) : "");
    for (const Xapian::docid document : texts[members[place].text].documents) all.emplace_back(document, id);
  }
}

/// Puts stories into documents.
class StoryValues {
 public:
  explicit StoryValues(Xapian::WritableDatabase& database) : database_(database), waiting_(database) {}

  /// The story that it had, where that was another.
  std::optional<std::string> put(Xapian::docid number, std::string_view story) {
    Xapian::Document document = database_.get_document(number);
    std::string former = document.get_value(schema::slot::kStory);
    if (former == story) return std::nullopt;
    document.add_value(schema::slot::kStory, std::string(story));
    database_.replace_document(number, document);
    waiting_.add();
    return former;
  }

 private:
  Xapian::WritableDatabase& database_;
  WaitingValues waiting_;
};

/// Puts those of some parts into them, which nobody else has open; nothing is synced.
void put_parts(const std::vector<std::string>& folders, const PartedDocuments& documents,
               const SortedRecords& stories, std::atomic<std::size_t>& next) {
  RecordCursor cursor = stories.records();
  bool is_there = cursor.next();
  for (std::size_t part = next++; part < folders.size() && is_there; part = next++) {
    std::optional<Xapian::WritableDatabase> database;
    std::optional<StoryValues> values;
    for (; is_there; is_there = cursor.next()) {
      const auto [number, story] = story_in(cursor.record());
      const PartedDocuments::Place place = documents.place_of(number);
      if (place.part > part) break;
      if (place.part < part) continue;
      if (!database) {
        database.emplace(folders[part], Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
        values.emplace(*database);
      }
      values->put(place.document, story);
    }
    if (!database) continue;
    database->commit();
    database->close();
  }
}

SortedRecords stories_of_parts(const std::vector<Xapian::Database>& parts, const PartedDocuments& documents,
                               const Scratch& scratch) {
  WholeStories stories(documents, scratch);
  sweep_shingles(
      parts, documents, [&](std::span<const Shingle> some) { stories.look_at(some); },
      scratch.memory_bytes / sizeof(Shingle));
  return stories.find();
}

/// By its metadata.
SortedRecords stories_of_index(const Xapian::Database& database, const Scratch& scratch) {
  const std::vector<Xapian::Database> parts{database};
  const PartedDocuments documents(parts);
  WholeStories stories(documents, scratch);
  for_each_bucket(database, [&](std::span<const Shingle> some) { stories.look_at(some); });
  return stories.find();
}

}  // namespace

std::vector<Belonging> all_stories(const Xapian::Database& database, const Scratch& scratch) {
  const SortedRecords stories = stories_of_index(database, scratch);
  std::vector<Belonging> all;
  RecordCursor cursor = stories.records();
  while (cursor.next()) {
    const auto [document, story] = story_in(cursor.record());
    all.emplace_back(document, story);
  }
  return all;
}

void settle_parts(const std::vector<std::string>& folders, unsigned jobs, const Scratch& scratch) {
  std::vector<Xapian::Database> parts;
  for (const std::string& folder : folders) parts.push_back(open_whole(folder));
  const PartedDocuments documents(parts);
  const SortedRecords stories = stories_of_parts(parts, documents, scratch);
  parts.clear();  // closes them: what follows asks for numbers only
  std::atomic<std::size_t> next = 0;
  const auto put = [&] { put_parts(folders, documents, stories, next); };
  std::vector<std::future<void>> others;
  for (unsigned job = 1; job < jobs; ++job) others.push_back(std::async(put));
  put();
  for (std::future<void>& other : others) other.get();
}

void write_story_metadata(Xapian::WritableDatabase& database, const Scratch& scratch) {
  write_shingles(database, scratch.memory_bytes / sizeof(Shingle));
  write_story_members(database, scratch);
}

void StoryKeeper::touch(std::string_view signature) {
  if (are_all_touched_) return;
  touched_.emplace(signature);
  are_all_touched_ = touched_.size() * kBytesPerTouched > kListsOfGraph * scratch_.memory_bytes;
  if (are_all_touched_) touched_.clear();
}

void StoryKeeper::come(std::string_view signature, Xapian::docid document) {
  if (signature.empty()) return;
  touch(signature);
  shingles_.come(signature, document);
}

void StoryKeeper::go(const Xapian::Document& document) {
  const std::string signature = document.get_value(schema::slot::kSignature);
  if (!signature.empty()) {
    touch(signature);
    shingles_.go(signature, document.get_docid());
  }
  const std::string story = document.get_value(schema::slot::kStory);
  if (!story.empty()) members_.leave(story, document.get_docid());
}

/// Puts stories into documents and notes who joined and left them.
class StoryKeeper::Changes {
 public:
  Changes(Xapian::WritableDatabase& database, MemberChanges& members)
      : database_(database), values_(database), members_(members) {}

  void put(Xapian::docid document, const std::string& story) {
    const std::optional<std::string> former = values_.put(document, story);
    if (!former) return;
    if (!former->empty()) members_.leave(*former, document);
    if (!story.empty()) members_.join(story, document);
    if (++count_ % kMostMembers == 0) members_.write_to(database_);
  }

 private:
  Xapian::WritableDatabase& database_;
  StoryValues values_;
  MemberChanges& members_;
  std::size_t count_ = 0;
};

/// Returns false, and changes nothing, where that would be too much for the memory.
bool StoryKeeper::settle_beside(Xapian::WritableDatabase& database) {
  std::vector<Belonging> changed;
  CopyGraph graph(database, kListsOfGraph * scratch_.memory_bytes);
  StoryDivision division(scratch_);
  for (const std::string& signature : touched_) {
    for (const std::uint32_t text : graph.load_beside(signature)) {
      const std::vector<std::uint32_t> component = graph.take_component(text);
      if (graph.is_full()) return false;
      if (!component.empty()) append_stories(changed, graph, division, component, database);
    }
    if (graph.is_full()) return false;
  }
  Changes changes(database, members_);
  for (const auto& [document, story] : changed) changes.put(document, story);
  return true;
}

/// Those that the metadata says to have a story and that are not found to have one stand alone. By metadata:
/// to read the values of a slot from end to end Xapian 1.4 writes those that wait, and ends the process where
/// it cannot.
void StoryKeeper::settle_all(Xapian::WritableDatabase& database) {
  const SortedRecords stories = stories_of_index(database, scratch_);
  SortedRecords alone(scratch_);
  std::vector<bool> have_one(std::size_t{database.get_lastdocid()} + 1);
  RecordCursor found = stories.records();
  while (found.next()) have_one[story_in(found.record()).first] = true;
  for_each_story_member(database, [&](std::string_view /*story*/, Xapian::docid member) {
    if (member < have_one.size() && !have_one[member]) alone.add(story_record(member, ""));
  });
  alone.sort();
  Changes changes(database, members_);
  for (const SortedRecords* list : {&std::as_const(stories), &std::as_const(alone)}) {
    RecordCursor belonging = list->records();
    while (belonging.next()) {
      const auto [document, story] = story_in(belonging.record());
      changes.put(document, std::string(story));
    }
  }
}

void StoryKeeper::write_waiting(Xapian::WritableDatabase& database) {
  shingles_.write_to(database);
  members_.write_to(database);
}

void StoryKeeper::settle(Xapian::WritableDatabase& database) {
  write_waiting(database);
  const bool are_many = are_all_touched_ || touched_.size() > database.get_doccount() / kManyTouched;
  if (are_many || !settle_beside(database)) settle_all(database);
  members_.write_to(database);
  touched_.clear();
  are_all_touched_ = false;
}

}  // namespace newsline
