// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <span>
#include <string>
#include <vector>

#include "common/index/glass.h"
#include "common/index/story/shingles.h"
#include "common/index/story/whole_stories.h"
#include "common/index/upkeep.h"
#include "tests/index/place.h"
#include "tests/index/seed.h"
#include "tests/index/story/random_story.h"

#ifndef NEWSLINE_SANITIZED  // the sanitizers have an allocator of their own

namespace {

std::atomic<std::size_t> bytes_in_use = 0;
std::atomic<std::size_t> most_bytes_in_use = 0;

}  // namespace

void* operator new(std::size_t size) {
  void* const memory = std::malloc(std::max<std::size_t>(size, 1));
  if (memory == nullptr) throw std::bad_alloc();
  const std::size_t bytes = malloc_usable_size(memory);
  const std::size_t now = bytes_in_use.fetch_add(bytes) + bytes;
  for (std::size_t most = most_bytes_in_use;
       now > most && !most_bytes_in_use.compare_exchange_weak(most, now);) {
  }
  return memory;
}

void operator delete(void* memory) noexcept {
  if (memory != nullptr) bytes_in_use -= malloc_usable_size(memory);
  std::free(memory);
}

void operator delete(void* memory, std::size_t /*size*/) noexcept { operator delete(memory); }

using namespace newsline;

namespace {

/// The most that some work takes beside what was there before.
template <typename Work>
std::size_t most_bytes_of(Work work) {
  const std::size_t before = bytes_in_use;
  most_bytes_in_use = before;
  work();
  return most_bytes_in_use - before;
}

/// The most that a run takes that reads so many files, all of which it has read before.
std::size_t bytes_to_read(int files) {
  Place place;
  place.request.batch_bytes = 10'000;
  place.request.list_bytes = 10'000;
  std::size_t most = 0;
  for (const std::string body : {"first", "second"}) {
    for (int file = 0; file < files; ++file)
      place.write(fmt::format("a-folder-with-a-long-name/article-{:06}.jsonl", file), line_of(file, body));
    most = most_bytes_of([&] { REQUIRE(place.update().files_read == static_cast<std::uint64_t>(files)); });
  }
  return most;
}

/// Articles that are copies of one another and yet differ, each with two that are quite like it.
struct Copies : Place {
  explicit Copies(int articles) {
    request.batch_bytes = 10'000;
    request.list_bytes = 10'000;
    RandomStory random(test_seed());
    const RandomStory::Words words = random.text(120);
    std::string lines;
    for (int article = 0; article < articles; ++article) {
      const std::string body = RandomStory::joined(random.edited(words, 2));
      for (int like = 0; like < 3; ++like) lines += line_of(3 * article + like, body);
    }
    write("all.jsonl", lines);
  }
};

std::size_t bytes_to_find_stories(int articles) {
  Copies copies(articles);
  rebuild(copies.request, copies.listener);
  const std::vector<Xapian::Database> parts{open_for_reading(copies.request.index)};
  const PartedDocuments documents(parts);
  const Scratch scratch{copies.folder / "", copies.request.list_bytes};
  return most_bytes_of([&] {
    WholeStories stories(documents, scratch);
    const auto look = [&](std::span<const Shingle> some) { stories.look_at(some); };
    sweep_shingles(parts, documents, look, scratch.memory_bytes / sizeof(Shingle));
    CHECK(stories.find().count() == 3 * static_cast<std::uint64_t>(articles));
  });
}

/// Likewise, of a run that finds an index and one more article beside all others.
std::size_t bytes_to_settle(int articles) {
  Copies copies(articles);
  rebuild(copies.request, copies.listener);
  RandomStory random(test_seed());
  copies.write("more.jsonl", line_of(-1, RandomStory::joined(random.text(120))));
  return most_bytes_of([&] { copies.update(); });
}

/// The most that a rehearsal takes that finds so many new articles.
std::size_t bytes_to_rehearse(int articles) {
  Place place;
  place.request.list_bytes = 10'000;
  std::string lines;
  for (int article = 0; article < articles; ++article) lines += line_of(article, "new");
  place.write("all.jsonl", lines);
  return most_bytes_of([&] { rehearse(place.request, place.listener); });
}

/// The most that a repair takes of an index that remembers so many files.
std::size_t bytes_to_repair(int files) {
  Place place;
  for (int file = 0; file < files; ++file) place.write(fmt::format("empty-{:06}.jsonl", file), "");
  place.write("one.jsonl", line_of(1, "one"));
  CHECK(place.update().files_read == static_cast<std::uint64_t>(files) + 1);
  return most_bytes_of([&] { CHECK(repair(place.request.index).kept == 1); });
}

/// The most that a run takes in which a line of so many articles turns out to be furniture.
std::size_t bytes_to_cut_anew(int articles) {
  Place place;
  RandomStory random(test_seed());
  // Words of a few, as each form of a word is remembered.
  const auto text = [&] {
    RandomStory::Words words;
    while (words.size() < 100) words.push_back(fmt::format("w{}", random.below(3000)));
    return RandomStory::joined(words);
  };
  const auto lines = [&](int first, int count, const std::string& end) {
    std::string all;
    for (int article = first; article < first + count; ++article) all += line_of(article, text() + end);
    return all;
  };
  place.write("a.jsonl", lines(0, articles, R"(\nThe end of all)") + lines(articles, 3 * articles, ""));
  rebuild(place.request, place.listener);
  place.write("b.jsonl", lines(4 * articles, articles, R"(\nThe end of all)"));
  place.request.batch_bytes = 10'000;
  return most_bytes_of([&] { place.update(); });
}

/// Whether so many more cost at most so much each.
void check_growth(std::size_t (*bytes_for)(int), int few, int many, std::size_t most_bytes_each) {
  const std::size_t bytes_for_few = bytes_for(few);
  const std::size_t bytes_for_many = bytes_for(many);
  CAPTURE(bytes_for_few);
  CAPTURE(bytes_for_many);
  CHECK(bytes_for_many < bytes_for_few + static_cast<std::size_t>(many - few) * most_bytes_each);
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("many files take no more memory than few") {
    // A path alone would take as much as this.
    check_growth(bytes_to_read, 1200, 3000, 100);
  }

  TEST_CASE("many articles that are cut anew take little more memory than few") {
    // Its values alone would take as much as this.
    check_growth(bytes_to_cut_anew, 1200, 2400, 1000);
  }

  TEST_CASE("a rehearsal of much takes little more memory than of little") {
    // Xapian writes the postings of 10,000 documents at a time.
    check_growth(bytes_to_rehearse, 11'000, 25'000, 20);
  }

  TEST_CASE("a repair takes no more memory for many files than for few") {
    check_growth(bytes_to_repair, 500, 4000, 20);
  }

  TEST_CASE("many copies take little more memory than few") {
    // A signature alone would take as much as this; three articles have it.
    check_growth(bytes_to_find_stories, 1100, 2600, 200);
    check_growth(bytes_to_settle, 1100, 2600, 200);
  }
}

#endif
