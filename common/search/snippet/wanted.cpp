// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/snippet/wanted.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace newsline {
namespace {

/// A passage should rather have the words that were said than what stands for them.
constexpr double kOtherWeight = 0.25;

class Collector {
 public:
  Collector(const Families& families, Wanted& wanted) : families_(families), wanted_(wanted) {}

  void operator()(const Words& words) const {
    Wanted::Item item{.forms = words.forms, .title_only = words.field == WordField::title};
    if (!words.quoted && words.forms.size() == 1) item.instead = others_of(words.forms.front());
    if (!words.quoted && words.forms.size() > 1) add_others(words, item);
    add(std::move(item));
  }
  void operator()(const Prefix& prefix) const {
    add({.forms = {prefix.stem}, .is_prefix = true, .title_only = prefix.field == WordField::title});
  }
  void operator()(const Near& near) const {
    for (const Words& part : near.parts) add({.forms = part.forms});
  }
  void operator()(const AllOf& all) const { each(all.parts); }
  void operator()(const AnyOf& any) const {
    if (any.shares.empty()) return each(any.parts);
    each({any.parts.front()});
    const std::size_t said = wanted_.items.size();
    each({any.parts.begin() + 1, any.parts.end()});
    for (std::size_t i = said; i < wanted_.items.size(); ++i) wanted_.items[i].weight = kOtherWeight;
  }
  void operator()(const NoneOf& /*excluded*/) const {}
  void operator()(const Named& /*name*/) const {}
  void operator()(const DayRange& /*days*/) const {}
  void operator()(const ReadsRange& /*reads*/) const {}
  void operator()(const Everything& /*all*/) const {}

 private:
  [[nodiscard]] std::vector<std::string> others_of(const std::string& form) const {
    const auto family = families_.find(form);
    return family == families_.end() ? std::vector<std::string>() : all_forms(family->second);
  }

  void add_others(const Words& words, Wanted::Item& item) const {
    for (const std::string& form : words.forms) item.others.push_back(others_of(form));
    const std::string joined = joined_form(words);
    item.instead = others_of(joined);
    if (!item.instead.empty()) item.instead.push_back(joined);
    const std::string* const name = only_name(words);
    const auto family = name == nullptr ? families_.end() : families_.find(*name);
    if (family == families_.end()) return;
    item.instead.insert(item.instead.end(), family->second.across.begin(), family->second.across.end());
  }

  void each(const std::vector<QueryNode>& parts) const {
    for (const QueryNode& part : parts) std::visit(*this, part.meaning);
  }

  void add(Wanted::Item item) const {
    if (std::ranges::find(wanted_.items, item) == wanted_.items.end()) {
      wanted_.items.push_back(std::move(item));
    }
  }

  const Families& families_;
  Wanted& wanted_;
};

}  // namespace

Wanted wanted_by(const QueryNode& query, const Families& families) {
  Wanted wanted;
  std::visit(Collector(families, wanted), query.meaning);
  return wanted;
}

}  // namespace newsline
