// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/scan/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace newsline {
namespace {

Plan joined(Plan::Kind kind, std::vector<Plan> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  Plan plan{kind};
  plan.parts = std::move(parts);
  return plan;
}

Plan pair(Plan::Kind kind, Plan first, Plan second) {
  Plan plan{kind};
  plan.parts.push_back(std::move(first));
  plan.parts.push_back(std::move(second));
  return plan;
}

Plan leaf(Plan::Kind kind, std::vector<std::string> terms) {
  Plan plan{kind};
  plan.terms = std::move(terms);
  return plan;
}

std::string in_brackets(const std::vector<std::string>& parts, std::string_view sign) {
  if (parts.size() == 1) return parts.front();
  return fmt::format("({})", fmt::join(parts, fmt::format(" {} ", sign)));
}

/// Letters, digits and signs as they are, other bytes in hexadecimal digits.
std::string printable(std::string_view value) {
  std::string text;
  for (const char byte : value) {
    if (byte > ' ' && byte < '\x7f') {
      text += byte;
    } else {
      text += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
    }
  }
  return text;
}

std::string_view sign_of(Plan::Kind kind) {
  switch (kind) {
    case Plan::Kind::any_of:
      return "OR";
    case Plan::Kind::filtered:
      return "FILTER";
    case Plan::Kind::but_not:
      return "NOT";
    case Plan::Kind::favoured:
      return "MAYBE";
    default:
      return "AND";
  }
}

std::string describe_unscaled(const Plan& plan) {
  switch (plan.kind) {
    case Plan::Kind::everything:
      return "<all>";
    case Plan::Kind::term:
    case Plan::Kind::flat:
      return plan.terms.front();
    case Plan::Kind::synonym:
      return in_brackets(plan.terms, "SYNONYM");
    case Plan::Kind::range:
      return fmt::format("[{}: {} to {}]", plan.slot, printable(plan.first), printable(plan.last));
    default:
      break;
  }
  if (plan.parts.empty()) return "<none>";
  std::vector<std::string> parts;
  for (const Plan& part : plan.parts) parts.push_back(describe(part));
  const std::string all = in_brackets(parts, sign_of(plan.kind));
  return plan.pattern == nullptr ? all : fmt::format("({} {})", all, describe(*plan.pattern));
}

}  // namespace

Plan any_of(std::vector<Plan> parts) { return joined(Plan::Kind::any_of, std::move(parts)); }

Plan all_of(std::vector<Plan> parts) { return joined(Plan::Kind::all_of, std::move(parts)); }

Plan filtered(Plan plan, Plan filter) {
  return pair(Plan::Kind::filtered, std::move(plan), std::move(filter));
}

Plan but_not(Plan plan, Plan others) { return pair(Plan::Kind::but_not, std::move(plan), std::move(others)); }

Plan favoured(Plan plan, std::vector<Plan> extras) {
  extras.insert(extras.begin(), std::move(plan));
  return joined(Plan::Kind::favoured, std::move(extras));
}

Plan everything() { return weightless(Plan{Plan::Kind::everything}); }

Plan term(std::string name) { return leaf(Plan::Kind::term, {std::move(name)}); }

Plan synonym(std::vector<std::string> terms) {
  if (terms.empty()) return any_of({});
  if (terms.size() == 1) return term(std::move(terms.front()));
  return leaf(Plan::Kind::synonym, std::move(terms));
}

Plan flat(std::string name, double weight) {
  return scaled(leaf(Plan::Kind::flat, {std::move(name)}), weight);
}

Plan value_range(Xapian::valueno slot, std::string first, std::string last) {
  Plan plan = weightless(Plan{Plan::Kind::range});
  plan.slot = slot;
  plan.first = std::move(first);
  plan.last = std::move(last);
  return plan;
}

Plan scaled(Plan plan, double factor) {
  plan.factor *= factor;
  return plan;
}

Plan weightless(Plan plan) { return scaled(std::move(plan), 0); }

std::string describe(const Plan& plan) {
  const bool never_weighs = plan.kind == Plan::Kind::range || plan.kind == Plan::Kind::everything;
  const std::string text = describe_unscaled(plan);
  return plan.factor == 1 || never_weighs ? text : fmt::format("{} * {}", plan.factor, text);
}

std::optional<Xapian::doccount> known_count(const Plan& plan, const Snapshot& database) {
  switch (plan.kind) {
    case Plan::Kind::everything:
      return database.get_doccount();
    case Plan::Kind::term:
    case Plan::Kind::flat:
      return database.frequency(plan.terms.front());
    case Plan::Kind::favoured:
      return known_count(plan.parts.front(), database);
    case Plan::Kind::any_of:
      return plan.parts.empty() ? std::optional<Xapian::doccount>(0) : std::nullopt;
    default:
      return std::nullopt;
  }
}

bool weighs(const Plan& plan, const Snapshot& database) {
  if (plan.factor == 0) return false;
  const auto exists = [&](const std::string& term) { return database.has(term); };
  if (!plan.terms.empty()) return std::ranges::any_of(plan.terms, exists);
  const bool one_weighs = plan.kind == Plan::Kind::filtered || plan.kind == Plan::Kind::but_not;
  const auto end = one_weighs ? plan.parts.begin() + 1 : plan.parts.end();
  return std::any_of(plan.parts.begin(), end, [&](const Plan& part) { return weighs(part, database); });
}

}  // namespace newsline
