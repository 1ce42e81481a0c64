// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/index/glass/snapshot.h"
#include "common/search/scan/pattern.h"

/// For the files of common/search only: this header mentions Xapian.
namespace newsline {

/// Which documents are looked for, and what they weigh, said in terms and values of the index: what compile()
/// makes of a question and scan.h carries out. Made by the functions below.
struct Plan {
  enum class Kind {
    any_of,    ///< one of the parts at least; weighs what those parts weigh that match, none: nothing matches
    all_of,    ///< all parts, one at least
    filtered,  ///< both parts; the second does not weigh
    but_not,   ///< the first part and not the second
    favoured,  ///< the first part; the others add their weights where they match
    everything,
    term,
    synonym,  ///< one of the terms at least; they weigh as one word that is as frequent as all of them
    flat,     ///< a term that weighs `factor`, however rare
    range,    ///< the value of a slot lies between these, or is no less if `last` is empty; does not weigh
  };
  Kind kind = Kind::any_of;
  double factor = 1;  ///< of all weights in it; 0: it does not weigh
  std::vector<Plan> parts{};
  std::vector<std::string> terms{};
  std::shared_ptr<const Pattern> pattern{};  ///< of all_of, if given: the words must stand so
  Xapian::valueno slot = 0;
  std::string first{};
  std::string last{};
};

[[nodiscard]] Plan any_of(std::vector<Plan> parts);
[[nodiscard]] Plan all_of(std::vector<Plan> parts);
[[nodiscard]] Plan filtered(Plan plan, Plan filter);
[[nodiscard]] Plan but_not(Plan plan, Plan others);
[[nodiscard]] Plan favoured(Plan plan, std::vector<Plan> extras);
[[nodiscard]] Plan everything();
[[nodiscard]] Plan term(std::string name);
[[nodiscard]] Plan synonym(std::vector<std::string> terms);
[[nodiscard]] Plan flat(std::string name, double weight);
[[nodiscard]] Plan value_range(Xapian::valueno slot, std::string first, std::string last);
[[nodiscard]] Plan scaled(Plan plan, double factor);
[[nodiscard]] Plan weightless(Plan plan);

/// On one line, for people: `(0.2 * grain SYNONYM grains) FILTER [1: 20240101 to 20241231]`.
[[nodiscard]] std::string describe(const Plan& plan);

/// How many documents match, where that is known without a look at them.
[[nodiscard]] std::optional<Xapian::doccount> known_count(const Plan& plan, const Snapshot& database);

/// Whether some match may weigh more than nothing.
[[nodiscard]] bool weighs(const Plan& plan, const Snapshot& database);

}  // namespace newsline
