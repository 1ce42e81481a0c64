// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/count/read_ranges.h"

#include <algorithm>
#include <cassert>
#include <string>

#include "common/error.h"
#include "common/index/document/values.h"
#include "common/index/glass/value_list.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

/// As the query language writes them.
std::vector<FacetCount> empty_ranges(const std::vector<std::uint64_t>& bounds) {
  std::vector<FacetCount> ranges;
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    const bool is_last = i + 1 == bounds.size();
    ranges.push_back(
        {std::to_string(bounds[i]) + ".." + (is_last ? std::string() : std::to_string(bounds[i + 1] - 1))});
  }
  return ranges;
}

std::uint64_t reads_of(std::string_view value) {
  const auto reads = number_of_value(value);
  if (reads) return *reads;
  throw Error(ErrorKind::data, "the index holds a number of reads that is damaged",
              "build it anew with newsline-index rebuild");
}

}  // namespace

Facet count_reads(const std::vector<std::uint64_t>& given, const std::vector<Xapian::docid>& documents,
                  const Snapshot& database) {
  assert(std::is_sorted(given.begin(), given.end()));
  std::vector<std::uint64_t> bounds = given;
  if (bounds.empty() || bounds.front() != 0) bounds.insert(bounds.begin(), 0);
  Facet facet;
  facet.counts = empty_ranges(bounds);
  ValueList values(schema::slot::kReads, database);
  for (const Xapian::docid document : documents) {
    if (!values.has(document)) {
      ++facet.without;
      continue;
    }
    const auto above = std::upper_bound(bounds.begin(), bounds.end(), reads_of(values.value()));
    ++facet.counts[static_cast<std::size_t>(above - bounds.begin()) - 1].count;
  }
  facet.distinct = facet.counts.size();
  return facet;
}

}  // namespace newsline
