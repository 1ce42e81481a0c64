// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/count/surprise.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "common/text/fold.h"

namespace newsline {
namespace {

/// Of a cell of the table: observed times the logarithm of observed by expected.
double term(double observed, double row, double column, double all) {
  return observed == 0 ? 0 : observed * std::log(observed * all / (row * column));
}

}  // namespace

Surprise surprise(std::uint64_t here, std::uint64_t articles_here, std::uint64_t in_archive,
                  std::uint64_t articles) {
  const auto number = [](std::uint64_t count) { return static_cast<double>(count); };
  const double all = number(articles);
  const double with = number(in_archive);
  const double inside = number(articles_here);
  const double both = number(here);
  Surprise found;
  found.in_archive = in_archive;
  found.lift = both * all / (inside * with);
  const double sum = term(both, inside, with, all) + term(with - both, all - inside, with, all) +
                     term(inside - both, inside, all - with, all) +
                     term(all - inside - with + both, all - inside, all - with, all);
  found.log_likelihood = std::max(0.0, 2 * sum);
  return found;
}

void keep_surprising(std::vector<FacetCount>& counts, std::uint64_t articles_here,
                     const std::vector<FacetCount>& archive, std::uint64_t articles) {
  std::unordered_map<std::string, std::uint64_t> in_archive;
  for (const FacetCount& count : archive) in_archive.emplace(fold(count.value), count.count);
  for (FacetCount& count : counts) {
    count.surprise = surprise(count.count, articles_here, in_archive.at(fold(count.value)), articles);
  }
  // In whole numbers: count / articles_here against in_archive / articles.
  std::erase_if(counts, [&](const FacetCount& count) {
    return count.count * articles <= count.surprise->in_archive * articles_here;
  });
  std::stable_sort(counts.begin(), counts.end(), [](const FacetCount& a, const FacetCount& b) {
    return a.surprise->log_likelihood > b.surprise->log_likelihood;
  });
}

}  // namespace newsline
