// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/stories/judge.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "common/search/archive.h"
#include "common/text/tokenizer.h"
#include "tests/stories/shared_words.h"

namespace newsline::stories {
namespace {

/// Texts that share half of their words are copies, to a person who looks at them.
constexpr double kLeastShared = 0.5;

struct Share {
  std::size_t right = 0;
  std::size_t all = 0;

  void add(bool is_right) {
    right += is_right ? 1 : 0;
    ++all;
  }
};

std::string described(const Share& share) {
  const double part = share.all == 0 ? 0 : static_cast<double>(share.right) / static_cast<double>(share.all);
  return fmt::format("{:>6} of {:>6}  {:.3f}", share.right, share.all, part);
}

/// The words of articles as the index has them.
class Texts {
 public:
  Texts(const std::vector<Article>& articles, const std::vector<Planted>& planted) {
    for (const Article& article : articles) add(article);
    for (const Planted& each : planted) add(each.article);
  }

  [[nodiscard]] bool are_copies(const std::string& one, const std::string& other) const {
    const auto& left = words_.at(one);
    const auto& right = words_.at(other);
    // Of short ones the index says that all words of title and body are the same.
    return left == right || shared_words(left, right) >= kLeastShared;
  }

 private:
  void add(const Article& article) {
    auto& words = words_[article.id];
    for (const Token& token : tokenizer_.tokens(article.body)) words.emplace_back(token.form);
  }

  Tokenizer tokenizer_;
  std::unordered_map<std::string, std::vector<std::string>> words_;
};

/// Ids of the articles of each story, by that of its first.
using Members = std::map<std::string, std::vector<std::string>>;

Members stories_in(const std::string& index) {
  Request request;
  request.query = {Everything{}, {}};
  request.sort = SortOrder::oldest;
  request.limit = 1'000'000;
  request.snippets = false;
  Members stories;
  for (const Hit& hit : Archive(index).search(request).hits)
    if (hit.story) stories[hit.story->id].push_back(hit.id);
  return stories;
}

/// A copy of the first, or of a copy of the first.
bool belongs(const std::string& id, const std::string& first, const std::vector<std::string>& story,
             const Texts& texts) {
  if (texts.are_copies(id, first)) return true;
  return std::ranges::any_of(story, [&](const std::string& other) {
    return other != id && texts.are_copies(id, other) && texts.are_copies(other, first);
  });
}

void judge_recall(const std::vector<Planted>& planted,
                  const std::unordered_map<std::string, std::string>& story_of) {
  std::map<Kind, Share> shares;
  for (const Planted& each : planted) {
    const auto original = story_of.find(each.original);
    const auto copy = story_of.find(each.article.id);
    shares[each.kind].add(original != story_of.end() && copy != story_of.end() &&
                          original->second == copy->second);
  }
  for (const auto& [kind, share] : shares)
    fmt::print("recall of {:<10} {}\n", name_of(kind), described(share));
}

}  // namespace

void judge(const std::string& index, const std::vector<Article>& articles,
           const std::vector<Planted>& planted) {
  const Members stories = stories_in(index);
  std::unordered_map<std::string, std::string> story_of;
  for (const auto& [first, members] : stories)
    for (const std::string& id : members) story_of[id] = first;
  judge_recall(planted, story_of);

  const Texts texts(articles, planted);
  std::unordered_map<std::string, std::string> original_of;
  for (const Planted& each : planted) original_of[each.article.id] = each.original;
  Share with_planted;
  Share all;
  for (const auto& [first, members] : stories) {
    for (const std::string& id : members) {
      if (id != first) all.add(belongs(id, first, members, texts));
      const auto original = original_of.find(id);
      if (original == original_of.end()) continue;
      for (const std::string& other : members)
        if (other != id)
          with_planted.add(other == original->second || texts.are_copies(other, id) ||
                           texts.are_copies(other, original->second));
    }
  }
  fmt::print("precision beside planted {}\n", described(with_planted));
  fmt::print("precision of all         {}  ({} stories)\n", described(all), stories.size());
}

}  // namespace newsline::stories
