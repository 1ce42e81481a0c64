// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "common/search/scan/cursor.h"

namespace newsline {
namespace {

/// The documents of one of its parts at least.
class Union final : public Cursor {
 public:
  explicit Union(std::vector<CursorPtr> parts) : parts_(std::move(parts)), at_(parts_.size(), 0) {}

  Xapian::docid seek(Xapian::docid document) override {
    Xapian::docid first = kEnd;
    for (std::size_t part = 0; part < parts_.size(); ++part) {
      if (at_[part] < document) at_[part] = parts_[part]->seek(document);
      first = std::min(first, at_[part]);
    }
    return document_ = first;
  }

  double bound() override { return sum_of(&Cursor::bound); }
  double weight() override { return sum_of(&Cursor::weight); }

  [[nodiscard]] double most() const override {
    double sum = 0;
    for (const CursorPtr& part : parts_) sum += part->most();
    return sum;
  }

  [[nodiscard]] std::uint64_t expected() const override {
    std::uint64_t sum = 0;
    for (const CursorPtr& part : parts_) sum += part->expected();
    return sum;
  }

 private:
  template <typename Member>
  [[nodiscard]] double sum_of(Member member) {
    double sum = 0;
    for (std::size_t part = 0; part < parts_.size(); ++part)
      if (at_[part] == document_) sum += (*parts_[part].*member)();
    return sum;
  }

  std::vector<CursorPtr> parts_;
  std::vector<Xapian::docid> at_;
  Xapian::docid document_ = 0;
};

/// Something that is asked of documents that all else is true of.
class Test {
 public:
  virtual ~Test() = default;
  [[nodiscard]] virtual bool holds(Xapian::docid document) = 0;
  Test(const Test&) = delete;
  Test& operator=(const Test&) = delete;

 protected:
  Test() = default;
};

class IsNot final : public Test {
 public:
  explicit IsNot(CursorPtr others) : others_(std::move(others)) {}
  bool holds(Xapian::docid document) override { return !others_->has(document); }

 private:
  CursorPtr others_;
};

class IsWithin final : public Test {
 public:
  IsWithin(const Plan& range, const Snapshot& database) : range_(range), values_(range.slot, database) {}

  bool holds(Xapian::docid document) override {
    const std::string_view value = values_.of(document);
    return !value.empty() && range_.first <= value && (range_.last.empty() || value <= range_.last);
  }

 private:
  const Plan& range_;
  ValueList values_;
};

class StandsSo final : public Test {
 public:
  StandsSo(const Pattern& pattern, const Snapshot& database) : matcher_(pattern, database) {}
  bool holds(Xapian::docid document) override { return matcher_.matches(document); }

 private:
  PatternMatcher matcher_;
};

/// The documents that all its lists have and that pass all its tests.
class Conjunction final : public Cursor {
 public:
  /// Nests no deeper than the plan does.
  Conjunction(const Plan& plan, double factor, std::uint64_t asked, Scanned& scanned) : scanned_(scanned) {
    asked_ = std::min(asked, expected_matches(plan, scanned));
    take_apart(plan, factor);
    if (lists_.empty()) add_list(everything(), 0);
    std::ranges::stable_sort(lists_, {}, [](const CursorPtr& list) { return list->expected(); });
    std::ranges::stable_partition(tests_, [](const auto& test) { return !test.is_costly; });
    for (const CursorPtr& extra : extras_) most_of_extras_ += extra->most();
  }

  Xapian::docid seek(Xapian::docid document) override {
    if (document <= document_) {
      if (is_match_) return document_;
      document = document_ + 1;
    }
    Cursor& rarest = *lists_.front();
    document = rarest.seek(document);
    while (document != kEnd) {
      const Xapian::docid next = next_in_all(document);
      if (next == document) {
        if (passes(document)) break;
        document = rarest.seek(document + 1);
      } else {
        document = rarest.seek(next);
      }
    }
    is_match_ = true;
    return document_ = document;
  }

  bool has(Xapian::docid document) override {
    if (document <= document_) return is_match_ && document == document_;
    const auto has_it = [&](const CursorPtr& list) { return list->has(document); };
    is_match_ = std::ranges::all_of(lists_, has_it) && passes(document);
    document_ = document;
    return is_match_;
  }

  double bound() override {
    double sum = 0;
    for (Cursor* const list : weighing_) sum += list->bound();
    return sum + most_of_extras_;
  }

  double weight() override {
    double sum = 0;
    for (Cursor* const list : weighing_) sum += list->weight();
    for (const CursorPtr& extra : extras_)
      if (extra->seek(document_) == document_) sum += extra->weight();
    return sum;
  }

  [[nodiscard]] double most() const override {
    double sum = 0;
    for (const Cursor* const list : weighing_) sum += list->most();
    return sum + most_of_extras_;
  }

  [[nodiscard]] std::uint64_t expected() const override { return lists_.front()->expected(); }

 private:
  struct Question {
    std::unique_ptr<Test> test;
    bool is_costly = false;
  };

  void take_apart(const Plan& plan, double factor) {
    const double scale = factor * plan.factor;
    switch (plan.kind) {
      case Plan::Kind::all_of:
        for (const Plan& part : plan.parts) take_apart(part, scale);
        if (plan.pattern != nullptr)
          tests_.push_back({std::make_unique<StandsSo>(*plan.pattern, scanned_.database), true});
        return;
      case Plan::Kind::filtered:
        take_apart(plan.parts[0], scale);
        take_apart(plan.parts[1], 0);
        return;
      case Plan::Kind::but_not:
        take_apart(plan.parts[0], scale);
        tests_.push_back({std::make_unique<IsNot>(make_cursor(plan.parts[1], 0, asked_, scanned_))});
        return;
      case Plan::Kind::favoured:
        take_apart(plan.parts[0], scale);
        if (scale == 0) return;
        for (auto extra = plan.parts.begin() + 1; extra != plan.parts.end(); ++extra)
          extras_.push_back(make_cursor(*extra, scale, asked_, scanned_));
        return;
      case Plan::Kind::range:
        tests_.push_back({std::make_unique<IsWithin>(plan, scanned_.database)});
        return;
      case Plan::Kind::everything:
        return;
      default:
        add_list(plan, factor);
    }
  }

  void add_list(const Plan& plan, double factor) {
    lists_.push_back(make_cursor(plan, factor, asked_, scanned_));
    if (factor * plan.factor != 0) weighing_.push_back(lists_.back().get());
  }

  /// The document, if all lists have it, or one from which on the next match is.
  Xapian::docid next_in_all(Xapian::docid document) {
    for (std::size_t list = 1; list < lists_.size(); ++list) {
      const Xapian::docid next = lists_[list]->seek(document);
      if (next != document) return next;
    }
    return document;
  }

  [[nodiscard]] bool passes(Xapian::docid document) const {
    return std::ranges::all_of(tests_,
                               [&](const Question& question) { return question.test->holds(document); });
  }

  Scanned& scanned_;
  std::uint64_t asked_ = 0;
  std::vector<CursorPtr> lists_;   ///< the rarest first
  std::vector<Cursor*> weighing_;  ///< those of them that weigh, in the order of the plan
  std::vector<CursorPtr> extras_;  ///< asked for weights only
  double most_of_extras_ = 0;
  std::vector<Question> tests_;
  Xapian::docid document_ = 0;  ///< all up to it were looked at
  bool is_match_ = false;       ///< whether it matches
};

}  // namespace

CursorPtr make_union(const Plan& plan, double factor, std::uint64_t asked, Scanned& scanned) {
  std::vector<CursorPtr> parts;
  for (const Plan& part : plan.parts) parts.push_back(make_cursor(part, factor, asked, scanned));
  return std::make_unique<Union>(std::move(parts));
}

CursorPtr make_conjunction(const Plan& plan, double factor, std::uint64_t asked, Scanned& scanned) {
  return std::make_unique<Conjunction>(plan, factor, asked, scanned);
}

}  // namespace newsline
