// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/whole_stories.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "common/index/document/values.h"
#include "common/index/ledger/number_groups.h"
#include "common/index/schema.h"
#include "common/index/story/division.h"

namespace newsline {
namespace {

constexpr std::size_t kNumberBytes = sizeof(std::uint32_t);

void append(std::string& record, std::uint32_t number) { append_big_endian(record, number, kNumberBytes); }

/// The id of the article of a member.
std::string_view id_in(std::string_view member) {
  constexpr std::size_t kBehind = 1 + 2 * kNumberBytes;
  return id_of_key(member.substr(kNumberBytes, member.size() - kNumberBytes - kBehind));
}

std::uint32_t text_in(std::string_view member) { return number_at(member, member.size() - 2 * kNumberBytes); }
std::uint32_t document_in(std::string_view member) { return number_at(member, member.size() - kNumberBytes); }

}  // namespace

std::string story_record(std::uint32_t document, std::string_view story) {
  std::string record;
  append(record, document);
  return record.append(story);
}

std::pair<std::uint32_t, std::string_view> story_in(std::string_view record) {
  return {number_at(record, 0), record.substr(kNumberBytes)};
}

WholeStories::WholeStories(const PartedDocuments& documents, const Scratch& scratch)
    : documents_(documents),
      signatures_(documents, scratch.memory_bytes),
      scratch_(scratch),
      links_(signatures_, scratch),
      members_(scratch),
      links_by_group_(scratch),
      stories_(scratch) {}

SortedRecords WholeStories::find() {
  links_.sort();
  if (links_.are_there()) {
    numbers_.assign(std::size_t{documents_.last()} + 1, 0);
    join_all();
    list_members();
    list_links();
    divide_all();
    members_.drop();
    links_by_group_.drop();
  }
  stories_.sort();
  return std::move(stories_);
}

/// Halves the way for those that come behind (Tarjan and van Leeuwen, Worst-case Analysis of Set Union
/// Algorithms, 1984).
std::uint32_t WholeStories::group_of(std::uint32_t document) {
  if (numbers_[document] == 0) numbers_[document] = document;
  while (numbers_[document] != document) document = numbers_[document] = numbers_[numbers_[document]];
  return document;
}

void WholeStories::join(std::uint32_t document, std::uint32_t other) {
  const std::uint32_t one = group_of(document);
  const std::uint32_t another = group_of(other);
  numbers_[std::max(one, another)] = std::min(one, another);
}

void WholeStories::join_all() {
  for (const SortedRecords* list : {&links_.copies(), &links_.equals()}) {
    RecordCursor link = list->records();
    while (link.next())
      for (std::size_t at = kNumberBytes; at < link.record().size(); at += kNumberBytes)
        join(number_at(link.record(), 0), number_at(link.record(), at));
  }
}

/// In the order of the groups, then of their articles by date and id, in which there is no zero.
void WholeStories::add_member(std::uint32_t text, std::uint32_t document) {
  std::string record;
  append(record, group_of(document));
  record += oldest_key(documents_.value(document, schema::slot::kNewest));
  record += '\0';
  append(record, text);
  append(record, document);
  members_.add(record);
}

void WholeStories::list_members() {
  std::vector<bool> are_listed(numbers_.size());
  RecordCursor equal = links_.equals().records();
  while (equal.next()) {
    const std::uint32_t document = number_at(equal.record(), kNumberBytes);
    add_member(number_at(equal.record(), 0), document);
    are_listed[document] = true;
  }
  links_.drop_equals();
  for (std::uint32_t document = 1; document < numbers_.size(); ++document)
    if (numbers_[document] != 0 && !are_listed[document]) add_member(document, document);
  members_.sort();
}

void WholeStories::list_links() {
  RecordCursor link = links_.copies().records();
  while (link.next()) {
    std::string record;
    append(record, group_of(number_at(link.record(), 0)));
    links_by_group_.add(record.append(link.record()));
  }
  links_.drop_copies();
  links_by_group_.sort();
}

void WholeStories::divide_all() {
  RecordCursor members = members_.records();
  RecordCursor members_again = members_.records();
  RecordCursor links = links_by_group_.records();
  StoryDivision division(scratch_);
  bool is_linked = links.next();
  bool is_there = members.next() && members_again.next();
  while (is_there) {
    const std::uint32_t group = number_at(members.record(), 0);
    is_there = read_texts(members, group);
    for (; is_linked && number_at(links.record(), 0) == group; is_linked = links.next()) {
      const std::string_view record = links.record();
      for (std::size_t at = 2 * kNumberBytes; at < record.size(); at += kNumberBytes)
        division.link(numbers_[number_at(record, kNumberBytes)], numbers_[number_at(record, at)]);
    }
    const auto texts = static_cast<std::uint32_t>(texts_.size());
    put_stories(members_again, group,
                division.divide(texts, [&](std::uint32_t text) { return signatures_.of(texts_[text]); }));
  }
}

/// Of the group at which the members stand; returns whether others are behind it.
bool WholeStories::read_texts(RecordCursor& members, std::uint32_t group) {
  texts_.clear();
  have_several_.clear();
  do {
    if (number_at(members.record(), 0) != group) return true;
    const std::uint32_t text = text_in(members.record());
    const std::uint32_t place = numbers_[text];
    if (place < texts_.size() && texts_[place] == text) {
      have_several_[place] = true;
      continue;
    }
    numbers_[text] = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back(text);
    have_several_.push_back(false);
  } while (members.next());
  return false;
}

void WholeStories::put_stories(RecordCursor& members, std::uint32_t group,
                               const std::vector<std::uint32_t>& stories) {
  std::vector<bool> are_several(stories.size());  // by the first text of a story
  for (std::uint32_t text = 0; text < stories.size(); ++text)
    if (stories[text] != text || have_several_[text]) are_several[stories[text]] = true;
  std::unordered_map<std::uint32_t, std::string> ids;
  do {
    const std::string_view member = members.record();
    if (number_at(member, 0) != group) return;
    const std::uint32_t story = stories[numbers_[text_in(member)]];
    if (!are_several[story]) continue;
    // The first article of a story comes before all others of it.
    const std::string& id = ids.try_emplace(story, id_in(member)).first->second;
    stories_.add(story_record(document_in(member), id));
  } while (members.next());
}

}  // namespace newsline
