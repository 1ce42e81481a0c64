// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/spelling/doubtful_words.h"

namespace newsline {
namespace {

class Collector {
 public:
  explicit Collector(const std::function<bool(WordField, const std::string&)>& is_doubtful)
      : is_doubtful_(is_doubtful) {}

  void visit(QueryNode& node) {
    where_ = node.where;
    std::visit(*this, node.meaning);
  }

  void operator()(Words& words) {
    for (std::string& form : words.forms) {
      const bool open = !words.quoted && !words.near_spelling;
      auto& list = open && is_doubtful_(words.field, form) ? words_.doubtful : words_.others;
      list.push_back({&form, words.field, where_});
    }
  }
  void operator()(Near& near) {
    for (Words& part : near.parts) (*this)(part);
  }
  void operator()(AllOf& all) { each(all.parts); }
  void operator()(AnyOf& any) { each(any.parts); }
  template <typename Other>
  void operator()(Other& /*no words, or excluded ones*/) {}

  AskedWords take() { return std::move(words_); }

 private:
  void each(std::vector<QueryNode>& parts) {
    for (QueryNode& part : parts) visit(part);
  }

  const std::function<bool(WordField, const std::string&)>& is_doubtful_;
  Span where_;
  AskedWords words_;
};

}  // namespace

AskedWords asked_words(QueryNode& query,
                       const std::function<bool(WordField, const std::string&)>& is_doubtful) {
  Collector collector(is_doubtful);
  collector.visit(query);
  return collector.take();
}

}  // namespace newsline
