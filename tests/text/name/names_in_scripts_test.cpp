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

/// The folded spellings of all rows.
std::vector<Name> all_names() {
  std::ifstream file(NEWSLINE_SOURCE_DIR "/tests/data/names/names.tsv");
  std::vector<Name> names;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream cells(line);
    Name name;
    for (std::string& cell : name) {
      const bool is_there = static_cast<bool>(std::getline(cells, cell, '\t'));
      REQUIRE(is_there);
      cell = fold(cell);
    }
    names.push_back(name);
  }
  return names;
}

/// Every other row from this one on: 0 for the odd rows, 1 for the even ones.
std::vector<Name> half_of(const std::vector<Name>& names, std::size_t first) {
  std::vector<Name> half;
  for (std::size_t row = first; row < names.size(); row += 2) half.push_back(names[row]);
  return half;
}

bool share_a_key(const std::vector<std::string>& keys_a, const std::vector<std::string>& keys_b) {
  std::vector<std::string> both;
  std::set_intersection(keys_a.begin(), keys_a.end(), keys_b.begin(), keys_b.end(), std::back_inserter(both));
  return !both.empty();
}

bool is_found(const std::string& a, const std::string& b) {
  return share_a_key(name_keys(a), name_keys(b)) && may_be_one_name(a, b);
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

/// A spelling with what it is looked for by.
struct Spelling {
  std::size_t row = 0;
  std::size_t script = 0;
  std::string form;
  std::vector<std::string> keys{};
};

std::vector<Spelling> spellings_of(const std::vector<Name>& names) {
  std::vector<Spelling> spellings;
  for (std::size_t row = 0; row < names.size(); ++row)
    for (std::size_t script = 0; script < kScripts; ++script)
      spellings.push_back({row, script, names[row][script], name_keys(names[row][script])});
  return spellings;
}

/// Of the spellings in other scripts that any spelling finds among all of these, how many are another name's.
Share false_matches(const std::vector<Name>& names) {
  const std::vector<Spelling> spellings = spellings_of(names);
  Share found;
  for (const Spelling& a : spellings)
    for (const Spelling& b : spellings) {
      if (a.script >= b.script || !share_a_key(a.keys, b.keys) || !may_be_one_name(a.form, b.form)) continue;
      found.count(a.row != b.row, a.row != b.row, a.form, b.form);
    }
  return found;
}

TEST_SUITE("unit") {
  TEST_CASE("names are found in the other scripts and others are not") {
    const std::vector<Name> names = all_names();
    REQUIRE(names.size() == 210);
    struct Table {
      const char* rows;
      std::vector<Name> names;
      double least_recall;
    };
    const std::vector<Table> tables{
        {"odd", half_of(names, 0), 0.95}, {"even", half_of(names, 1), 0.94}, {"all", names, 0.95}};
    for (const Table& table : tables) {
      const Share found = recall(table.names);
      const Share taken = false_matches(table.names);
      MESSAGE(std::string(table.rows), " rows: recall ", found.value(), " of ", found.all, ", false matches ",
              taken.value(), " of ", taken.all);
      // The even rows are those that no rule was made for: nobody looks at them.
      const std::string which =
          table.rows == std::string("odd") ? "missed" + found.which + "; taken" + taken.which : "";
      CAPTURE(which);
      CHECK(found.value() >= table.least_recall);
      CHECK(taken.value() <= 0.02);
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
