// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/count/read_ranges.h"

#include <algorithm>
#include <cassert>
#include <string>

#include "common/error.h"
#include "common/index/document/values.h"
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

std::uint64_t reads_of(const std::string& value) {
  const auto reads = number_of_value(value);
  if (reads) return *reads;
  throw Error(ErrorKind::data, "the index holds a number of reads that is damaged",
              "build it anew with newsline-index rebuild");
}

}  // namespace

Facet count_reads(const std::vector<std::uint64_t>& given, const std::vector<Xapian::docid>& documents,
                  const Xapian::Database& database) {
  assert(std::is_sorted(given.begin(), given.end()));
  std::vector<std::uint64_t> bounds = given;
  if (bounds.empty() || bounds.front() != 0) bounds.insert(bounds.begin(), 0);
  Facet facet;
  facet.counts = empty_ranges(bounds);
  auto value = database.valuestream_begin(schema::slot::kReads);
  const auto end = database.valuestream_end(schema::slot::kReads);
  for (const Xapian::docid document : documents) {
    if (value != end) value.skip_to(document);
    if (value == end || value.get_docid() != document) {
      ++facet.without;
      continue;
    }
    const auto above = std::upper_bound(bounds.begin(), bounds.end(), reads_of(*value));
    ++facet.counts[static_cast<std::size_t>(above - bounds.begin()) - 1].count;
  }
  facet.distinct = facet.counts.size();
  return facet;
}

}  // namespace newsline
