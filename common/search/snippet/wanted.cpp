// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/snippet/wanted.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace newsline {
namespace {

class Collector {
 public:
  explicit Collector(Wanted& wanted) : wanted_(wanted) {}

  void operator()(const Words& words) const {
    add({.forms = words.forms, .title_only = words.field == WordField::title});
  }
  void operator()(const Prefix& prefix) const {
    add({.forms = {prefix.stem}, .is_prefix = true, .title_only = prefix.field == WordField::title});
  }
  void operator()(const Near& near) const {
    for (const Words& part : near.parts) (*this)(part);
  }
  void operator()(const AllOf& all) const { each(all.parts); }
  void operator()(const AnyOf& any) const { each(any.parts); }
  void operator()(const NoneOf& /*excluded*/) const {}
  void operator()(const Named& /*name*/) const {}
  void operator()(const DayRange& /*days*/) const {}
  void operator()(const ReadsRange& /*reads*/) const {}
  void operator()(const Everything& /*all*/) const {}

 private:
  void each(const std::vector<QueryNode>& parts) const {
    for (const QueryNode& part : parts) std::visit(*this, part.meaning);
  }

  void add(Wanted::Item item) const {
    if (std::ranges::find(wanted_.items, item) == wanted_.items.end()) {
      wanted_.items.push_back(std::move(item));
    }
  }

  Wanted& wanted_;
};

}  // namespace

Wanted wanted_by(const QueryNode& query) {
  Wanted wanted;
  std::visit(Collector(wanted), query.meaning);
  return wanted;
}

}  // namespace newsline
