// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "common/search/scan/cursor.h"
#include "common/search/scan/sums.h"

namespace newsline {
namespace {

/// No document.
class Nothing final : public Cursor {
 public:
  Xapian::docid seek(Xapian::docid) override { return kEnd; }
  double bound() override { return 0; }
  double weight() override { return 0; }
  [[nodiscard]] double most() const override { return 0; }
  [[nodiscard]] std::uint64_t expected() const override { return 0; }
};

/// The documents of a list, which weigh nothing or all the same.
class Listed final : public Cursor {
 public:
  Listed(const std::string& term, double weight, std::uint64_t expected, const Scanned& scanned)
      : postings_(term, scanned.database), weight_(weight), expected_(expected) {}

  Xapian::docid seek(Xapian::docid document) override { return postings_.seek(document); }
  double bound() override { return weight_; }
  double weight() override { return weight_; }
  [[nodiscard]] double most() const override { return weight_; }
  [[nodiscard]] std::uint64_t expected() const override { return expected_; }

 private:
  PostingList postings_;
  double weight_;
  std::uint64_t expected_;
};

class Word final : public Cursor {
 public:
  Word(const std::string& term, Xapian::doccount frequency, double factor, Scanned& scanned)
      : postings_(term, scanned.database),
        frequency_(frequency),
        weight_(frequency, scanned.documents, factor, scanned.lengths),
        lengths_(scanned.lengths) {}

  Xapian::docid seek(Xapian::docid document) override { return postings_.seek(document); }
  double bound() override { return weight_.bound(postings_.occurrences()); }
  double weight() override {
    return weight_.of(postings_.occurrences(), lengths_.part_of(postings_.document()));
  }
  [[nodiscard]] double most() const override { return weight_.most(); }
  [[nodiscard]] std::uint64_t expected() const override { return frequency_; }

 private:
  PostingList postings_;
  Xapian::doccount frequency_;
  WordWeight weight_;
  Lengths& lengths_;
};

/// Words that count as one: how often a document has any of them decides.
class SynonymBase : public Cursor {
 public:
  SynonymBase(Xapian::doccount frequency, double factor, Scanned& scanned)
      : frequency_(frequency),
        weight_(frequency, scanned.documents, factor, scanned.lengths),
        lengths_(scanned.lengths) {}

  double bound() override { return weight_.bound(occurrences()); }
  double weight() override { return weight_.of(occurrences(), lengths_.part_of(document_)); }
  [[nodiscard]] double most() const override { return weight_.most(); }
  [[nodiscard]] std::uint64_t expected() const override { return frequency_; }

 protected:
  [[nodiscard]] virtual Xapian::termcount occurrences() const = 0;

  Xapian::docid document_ = 0;

 private:
  Xapian::doccount frequency_;
  WordWeight weight_;
  Lengths& lengths_;
};

/// Goes through the lists of a few words side by side.
class FewWords final : public SynonymBase {
 public:
  FewWords(const std::vector<std::string>& terms, Xapian::doccount frequency, double factor, Scanned& scanned)
      : SynonymBase(frequency, factor, scanned) {
    for (const std::string& term : terms) lists_.emplace_back(term, scanned.database);
  }

  Xapian::docid seek(Xapian::docid document) override {
    Xapian::docid first = kEnd;
    for (PostingList& list : lists_) first = std::min(first, list.seek(document));
    return document_ = first;
  }

 private:
  [[nodiscard]] Xapian::termcount occurrences() const override {
    Xapian::termcount sum = 0;
    for (const PostingList& list : lists_)
      if (list.document() == document_) sum += list.occurrences();
    return sum;
  }

  std::vector<PostingList> lists_;
};

/// The same of many words: the lists are a heap, the one that is least far on top.
class HeapedWords final : public SynonymBase {
 public:
  HeapedWords(const std::vector<std::string>& terms, Xapian::doccount frequency, double factor,
              Scanned& scanned)
      : SynonymBase(frequency, factor, scanned) {
    for (const std::string& term : terms) lists_.emplace_back(term, scanned.database);
    for (std::size_t list = 0; list < lists_.size(); ++list) heap_.push_back({lists_[list].document(), list});
    std::ranges::make_heap(heap_, std::greater<>());
  }

  Xapian::docid seek(Xapian::docid document) override {
    while (heap_.front().first < document) {
      std::ranges::pop_heap(heap_, std::greater<>());
      heap_.back().first = lists_[heap_.back().second].seek(document);
      std::ranges::push_heap(heap_, std::greater<>());
    }
    return document_ = heap_.front().first;
  }

 private:
  [[nodiscard]] Xapian::termcount occurrences() const override { return occurrences_from(0); }

  /// No list of a place in the heap is less far than the one above it.
  [[nodiscard]] Xapian::termcount occurrences_from(std::size_t place) const {
    if (place >= heap_.size() || heap_[place].first != document_) return 0;
    return lists_[heap_[place].second].occurrences() + occurrences_from(2 * place + 1) +
           occurrences_from(2 * place + 2);
  }

  std::vector<PostingList> lists_;
  std::vector<std::pair<Xapian::docid, std::size_t>> heap_;  ///< where a list stands, and its number
};

/// Adds up the lists of the words, one after the other, from the first question on.
class SummedWords final : public SynonymBase {
 public:
  SummedWords(const std::vector<std::string>& terms, Xapian::doccount frequency, double factor,
              Scanned& scanned)
      : SynonymBase(frequency, factor, scanned), terms_(terms), database_(scanned.database) {}

  Xapian::docid seek(Xapian::docid document) override {
    if (document_ >= document) return document_;
    return document_ = sums().next(document);
  }

  bool has(Xapian::docid document) override {
    document_ = document;
    return sums().has(document);
  }

 private:
  Sums& sums() {
    if (!sums_) sums_.emplace(terms_, database_);
    return *sums_;
  }

  [[nodiscard]] Xapian::termcount occurrences() const override { return sums_->of(document_); }

  const std::vector<std::string>& terms_;
  const Snapshot& database_;
  std::optional<Sums> sums_;
};

CursorPtr make_word(const std::string& term, double factor, Scanned& scanned) {
  const Xapian::doccount frequency = scanned.database.frequency(term);
  if (frequency == 0) return std::make_unique<Nothing>();
  if (factor == 0) return std::make_unique<Listed>(term, 0, frequency, scanned);
  return std::make_unique<Word>(term, frequency, factor, scanned);
}

CursorPtr make_synonym(const std::vector<std::string>& terms, double factor, std::uint64_t asked,
                       Scanned& scanned) {
  constexpr std::size_t kFew = 8;
  std::vector<Xapian::doccount> frequencies;
  std::uint64_t postings = 0;
  for (const std::string& term : terms) {
    frequencies.push_back(scanned.database.frequency(term));
    postings += frequencies.back();
  }
  const Xapian::doccount frequency = expected_union(frequencies, scanned.documents);
  if (postings == 0) return std::make_unique<Nothing>();
  const bool are_few = terms.size() <= kFew;
  const std::size_t sums = std::size_t{scanned.database.get_lastdocid()} + 1;
  // To pass a posting costs a tenth of finding a document in a list, and to pass a sum a tenth of that.
  constexpr std::uint64_t kOfFinding = 10;
  const bool sums_pay = kOfFinding * asked * (are_few ? 1 : terms.size()) >= postings + sums / kOfFinding;
  if (sums_pay && Sums::kBytes <= scanned.room_for_sums) {
    scanned.room_for_sums -= Sums::kBytes;
    return std::make_unique<SummedWords>(terms, frequency, factor, scanned);
  }
  if (are_few) return std::make_unique<FewWords>(terms, frequency, factor, scanned);
  return std::make_unique<HeapedWords>(terms, frequency, factor, scanned);
}

}  // namespace

CursorPtr make_cursor(const Plan& plan, double factor, std::uint64_t asked, Scanned& scanned) {
  const double scale = factor * plan.factor;
  switch (plan.kind) {
    case Plan::Kind::term:
      return make_word(plan.terms.front(), scale, scanned);
    case Plan::Kind::flat:
      return std::make_unique<Listed>(plan.terms.front(), scale,
                                      scanned.database.frequency(plan.terms.front()), scanned);
    case Plan::Kind::everything:
      return std::make_unique<Listed>("", 0, scanned.documents, scanned);
    case Plan::Kind::synonym:
      return make_synonym(plan.terms, scale, asked, scanned);
    case Plan::Kind::any_of:
      if (plan.parts.empty()) return std::make_unique<Nothing>();
      return make_union(plan, scale, asked, scanned);
    default:
      return make_conjunction(plan, factor, asked, scanned);
  }
}

std::uint64_t expected_matches(const Plan& plan, const Scanned& scanned) {
  std::uint64_t sum = 0;
  switch (plan.kind) {
    case Plan::Kind::any_of:
      for (const Plan& part : plan.parts) sum += expected_matches(part, scanned);
      return std::min<std::uint64_t>(sum, scanned.documents);
    case Plan::Kind::all_of: {
      std::uint64_t least = scanned.documents;
      for (const Plan& part : plan.parts) least = std::min(least, expected_matches(part, scanned));
      return least;
    }
    case Plan::Kind::filtered:
      return std::min(expected_matches(plan.parts[0], scanned), expected_matches(plan.parts[1], scanned));
    case Plan::Kind::but_not:
    case Plan::Kind::favoured:
      return expected_matches(plan.parts.front(), scanned);
    case Plan::Kind::everything:
    case Plan::Kind::range:
      return scanned.documents;
    case Plan::Kind::term:
    case Plan::Kind::flat:
    case Plan::Kind::synonym:
      for (const std::string& term : plan.terms) sum += scanned.database.frequency(term);
      return std::min<std::uint64_t>(sum, scanned.documents);
  }
  return scanned.documents;
}

}  // namespace newsline
