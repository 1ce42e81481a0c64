// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "common/text/fold.h"
#include "common/text/name/name_keys.h"

/// How well names are found by their spellings in other scripts: 210 names in six (tests/data/names).
namespace newsline {
namespace {

constexpr std::size_t kScripts = 6;
using Name = std::array<std::string, kScripts>;

/// The folded spellings; `first` is 0 for the odd rows, 1 for the even ones.
std::vector<Name> names_of_half(std::size_t first) {
  std::ifstream file(NEWSLINE_SOURCE_DIR "/tests/data/names/names.tsv");
  std::vector<Name> names;
  std::size_t row = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#') || row++ % 2 != first) continue;
    std::istringstream cells(line);
    Name name;
    for (std::string& cell : name) {
      REQUIRE(std::getline(cells, cell, '\t'));
      cell = fold(cell);
    }
    names.push_back(name);
  }
  return names;
}

bool share_a_key(const std::string& a, const std::string& b) {
  const std::vector<std::string> keys_a = name_keys(a);
  const std::vector<std::string> keys_b = name_keys(b);
  std::vector<std::string> both;
  std::set_intersection(keys_a.begin(), keys_a.end(), keys_b.begin(), keys_b.end(), std::back_inserter(both));
  return !both.empty();
}

bool is_found(const std::string& a, const std::string& b) {
  return share_a_key(a, b) && may_be_one_name(a, b);
}

struct Share {
  std::size_t yes = 0;
  std::size_t all = 0;
  std::string which;

  void count(bool is_so, bool is_told, const std::string& a, const std::string& b) {
    ++all;
    yes += is_so ? 1 : 0;
    if (is_told) which += ' ' + a + '/' + b;
  }
  [[nodiscard]] double value() const { return static_cast<double>(yes) / static_cast<double>(all); }
};

/// Of a name as English papers write it, how many of its spellings are found.
Share recall(const std::vector<Name>& names) {
  Share found;
  for (const Name& name : names)
    for (std::size_t script = 1; script < kScripts; ++script) {
      const bool is_so = is_found(name[0], name[script]);
      found.count(is_so, !is_so, name[0], name[script]);
    }
  return found;
}

/// Of words of two names in two scripts that share a key, how many are taken for one.
Share false_matches(const std::vector<Name>& names) {
  Share taken;
  for (std::size_t one = 0; one < names.size(); ++one)
    for (std::size_t other = 0; other < names.size(); ++other)
      for (std::size_t a = 0; a < kScripts; ++a)
        for (std::size_t b = a + 1; b < kScripts; ++b) {
          if (one == other || !share_a_key(names[one][a], names[other][b])) continue;
          const bool is_so = may_be_one_name(names[one][a], names[other][b]);
          taken.count(is_so, is_so, names[one][a], names[other][b]);
        }
  return taken;
}

TEST_SUITE("unit") {
  TEST_CASE("names are found in the other scripts and others are not") {
    for (const std::size_t half : {0U, 1U}) {
      const std::vector<Name> names = names_of_half(half);
      REQUIRE(names.size() == 105);
      const Share found = recall(names);
      const Share taken = false_matches(names);
      MESSAGE(std::string(half == 0 ? "odd" : "even"), " rows: recall ", found.value(), " of ", found.all,
              ", false matches ", taken.value(), " of ", taken.all);
      // The even rows are those that no rule was made for: nobody looks at them.
      const std::string which = half == 0 ? "missed" + found.which + "; taken" + taken.which : "";
      CAPTURE(which);
      CHECK(found.value() >= (half == 0 ? 0.95 : 0.94));
      CHECK(taken.value() <= (half == 0 ? 0.02 : 0.1));
    }
  }
}

TEST_SUITE("unit") {
  TEST_CASE("spellings of one script are one name if they sound alike or are aliases") {
    struct Pair {
      const char* a;
      const char* b;
      bool is_one;
    };
    constexpr Pair kPairs[] = {
        {"zelensky", "zelenskyy", true},  {"yerevan", "erevan", true},  {"karabakh", "gharabagh", true},
        {"karabakh", "qarabağ", true},    {"карабах", "ղարաբաղ", true}, {"карабаг", "карабах", true},
        {"karabakh", "karabiner", false}, {"martin", "marten", false},  {"berlin", "merlin", false},
    };
    for (const Pair& each : kPairs) {
      CAPTURE(each.a);
      CAPTURE(each.b);
      CHECK(is_found(each.a, each.b) == each.is_one);
      CHECK(is_found(each.b, each.a) == each.is_one);
    }
  }
}

}  // namespace
}  // namespace newsline
